"""The rule about alternatives that fail together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, Self

from smala_lockin.analysis.failure import events
from smala_lockin.analysis.failure.events import Event, EventKind, Mode
from smala_lockin.analysis.failure.false_redundancy import CIRCULAR, FalseRedundancy
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Evidence, Finding, Rule, Sort, Usual, risk_key
from smala_lockin.analysis.rating.gaps import Gap
from smala_lockin.analysis.rating.losses import loss_impact, loss_likelihood
from smala_lockin.analysis.rating.risk_curve import Outage, Proposal, curves, is_lately
from smala_lockin.analysis.rating.worked_out import Weighing
from smala_lockin.analysis.rules.country import cut_off_impact, cut_off_likelihood
from smala_lockin.analysis.rules.outage import level_range, unknown_of_processes
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.analysis.scales.weighing import Reading, Weighed
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.settings import Settings


def false_redundancies(basis: Basis) -> Iterator[Finding]:
    """Find redundancy groups with a relevant common cause; those of the same causes are one.

    Where these go round in a circle, the cause is their own owner.
    """
    by_causes: dict[_Causes, list[FalseRedundancy]] = {}
    for one in basis.false_redundancies:
        if one.relevant:
            circle = one.owner if CIRCULAR in one.relevant else None
            by_causes.setdefault((one.relevant, circle), []).append(one)
    made: dict[bool, _Made] = {}
    asked = {causes: _asked(basis, causes[0], groups, made) for causes, groups in by_causes.items()}
    every = dict.fromkeys(chain.from_iterable(asked.values()))  # many groups may share a cause
    weighing = {one: _weighing(basis, one) for one in every}
    weighed = basis.recall.marked(_weighed, weighing, basis.weighed, *basis.scale)
    ranks = {one: _rank(cause.weights[Reading.USUAL]) for one, cause in weighed.items()}
    worst = {causes: max(asked[causes], key=ranks.__getitem__) for causes in by_causes}
    told = {one: _told(basis, one, weighed[one].stops) for one in dict.fromkeys(worst.values())}
    levels = {one: _levels(cause) for one, cause in weighed.items()}
    found = {
        causes: _Falling(
            groups=tuple(groups),
            worst=worst[causes],
            cause=weighed[worst[causes]],
            levels=tuple(map(max, zip(*map(levels.__getitem__, asked[causes]), strict=True))),
            told=told[worst[causes]],
        )
        for causes, groups in by_causes.items()
    }
    yield from basis.recall.each(_findings, found).values()


_Causes = tuple[tuple[str, ...], AssetId | None]
"""The relevant causes of groups, and whose failure they are that of in a circle."""


class _Falling(NamedTuple):
    """Groups that fall together, of the causes of which this one is the worst.

    Under another reading of what is unknown another may be: `levels` are the worst of each.
    """

    groups: tuple[FalseRedundancy, ...]
    worst: "_Asked"
    cause: "_Cause"
    levels: tuple[Level, ...]
    told: "_Told"


class _Asked(NamedTuple):
    """What is to be weighed: a cause of alternatives that were `tested` within a year or not.

    Where these go round in a `circle`, the cause is the failure of their owner.
    """

    # Not a dataclass: a large map has tens of thousands, and those are slower to look up.

    cause: str
    tested: bool
    circle: AssetId | None

    @property
    def event(self) -> Event:
        """The event that the cause is."""
        if self.circle is not None:
            return Event(EventKind.ASSET, self.circle)
        kind, _colon, id = self.cause.partition(":")
        return Event(EventKind(kind), id)


class _Made(dict[str, _Asked]):
    """What is asked about each cause but circles, made once: many groups share their causes."""

    def __init__(self, tested: bool) -> None:
        super().__init__()
        self._tested = tested

    def __missing__(self, cause: str) -> _Asked:
        made = self[cause] = _Asked(cause, self._tested, None)
        return made


class _Weight(NamedTuple):
    """How a cause weighs under one reading: likelihood and impact, and what explains them."""

    likelihood: int
    impact: int
    level: Level
    margin_hours: float | None = None
    late: tuple[AssetId, ...] = ()
    usual: Usual | None = None

    @classmethod
    def of(cls, settings: Settings, likelihood: int, impact: int, **explained: Any) -> Self:
        """Return a weight; who thinks that something stands in is not prepared for any impact."""
        felt = max(impact, int(settings.thresholds.false_redundancy_impact))
        return cls(likelihood, felt, level(likelihood, felt, settings), **explained)


class _Cause(NamedTuple):
    """What a common cause stops (T in hours, sooner first), and how it weighs."""

    stops: Mapping[AssetId, float]
    weights: Mapping[Reading, _Weight]


class _Told(NamedTuple):
    """What is told of the worst cause; the same for all groups that share it."""

    stops: tuple[AssetId, ...]
    first_stop_hours: float | None
    blast_radius: float
    hidden_share: float
    assumed: tuple[str, ...]


def _told(basis: Basis, asked: _Asked, stops: Mapping[AssetId, float]) -> _Told:
    event = asked.event
    named: Iterable[AssetId] = (AssetId(event.id),)
    if event.kind is not EventKind.ASSET:
        named = basis.structure.ids_of(events.named(basis.structure, event))
    return _Told(
        stops=tuple(stops),
        first_stop_hours=next(iter(stops.values()), None),
        blast_radius=basis.blast_radius(stops),
        hidden_share=basis.hidden_share(named, stops),
        assumed=(*_assumed(basis, event), *unknown_of_processes(basis, stops)),
    )


def _findings(
    falling: Mapping[_Causes, _Falling],
) -> dict[_Causes, Finding]:
    return {causes: _finding(causes[0], one) for causes, one in falling.items()}


def _finding(causes: Sequence[str], falling: _Falling) -> Finding:
    groups, worst, cause, levels, told = falling
    usual = cause.weights[Reading.USUAL]
    owners = sorted({one.owner for one in groups})
    return Finding(
        key=risk_key(Rule.FALSE_REDUNDANCY, owners, *sorted(one.group for one in groups)),
        rule=Rule.FALSE_REDUNDANCY,
        sort=Sort.RISK,
        assets=tuple(owners),
        likelihood=usual.likelihood,
        impact=usual.impact,
        level=usual.level,
        level_range=level_range(levels),
        assumed=told.assumed,
        evidence=Evidence(
            stops=told.stops,
            first_stop_hours=told.first_stop_hours,
            margin_hours=usual.margin_hours,
            late=usual.late,
            blast_radius=told.blast_radius,
            hidden_share=told.hidden_share,
            usual=usual.usual,
            groups=tuple(one.group for one in groups),
            causes=(worst.cause, *(one for one in causes if one != worst.cause)),
        ),
    )


def _levels(cause: _Cause) -> tuple[Level, ...]:
    return tuple(weight.level for weight in cause.weights.values())


def _rank(weight: _Weight) -> tuple[int, int, int]:
    return weight.level, weight.impact, weight.likelihood


def _were_tested(basis: Basis, groups: Iterable[FalseRedundancy]) -> bool:
    """Whether each of the groups was tested within a year."""
    days = [basis.landscape.groups[one.group].tested_on for one in groups]
    return all(is_lately(day, basis.today, basis.settings) for day in days)


class _Weighing(NamedTuple):
    """What a cause stops (T in hours), and what tells how that weighs.

    What breaks is weighed by its `curve` if that is known, else by its `outage`; what is gone for
    good by its `gaps`: then `likelihood` says how often it goes, and `of` how many processes there
    are where it is cut off.
    """

    stops: Mapping[AssetId, float]
    curve: Mapping[Reading, Proposal] | None = None
    outage: Weighing | None = None
    gaps: Mapping[Reading, Gap] | None = None
    likelihood: int = 1
    of: int | None = None


def _weighing(basis: Basis, asked: _Asked) -> _Weighing:
    event, after = asked.event, basis.aftermath_of
    known = after.get(event)
    stops = known.stops if known else _stops_of_asset(basis, AssetId(event.id), asked)
    if not stops:  # a circle that stops no process: no margin is ever exceeded
        return _Weighing(stops)
    if events.default_mode(basis.structure, event) is Mode.OUTAGE:
        if curve := _known_curve(basis, asked):
            return _Weighing(stops, curve=curve)
        return _Weighing(stops, outage=basis.weighing(_outage(basis, asked, stops)))
    gaps = known.gaps if known else basis.loss_gaps[AssetId(event.id)]
    if event.kind is EventKind.COUNTRY:
        likelihood = cut_off_likelihood(basis.settings, event.id)
        return _Weighing(stops, gaps=gaps, likelihood=likelihood, of=len(basis.processes))
    likelihood = loss_likelihood(basis, AssetId(event.id))
    return _Weighing(stops, gaps=gaps, likelihood=likelihood)


def _known_curve(basis: Basis, asked: _Asked) -> Mapping[Reading, Proposal] | None:
    """Return the curve of an asset whose outage is the same whether it takes others away or not."""
    is_same = asked.event.kind is EventKind.ASSET and not asked.tested and asked.circle is None
    return basis.curve_of.get(AssetId(asked.event.id)) if is_same else None


def _outage(basis: Basis, asked: _Asked, stops: Mapping[AssetId, float]) -> Outage:
    event = asked.event
    if event.kind is not EventKind.ASSET:
        return Outage(stop_hours=stops, kind=AssetKind.LOCATION, tested=asked.tested)
    return basis.outage(AssetId(event.id), stops, tested=asked.tested)


def _weighed(
    weighing: Mapping[_Asked, _Weighing],
    weighed: Mapping[Reading, Weighed],
    settings: Settings,
    _revenue: float | None,
) -> dict[_Asked, _Cause]:
    """Return how causes weigh."""
    outages = {key: one.outage.outage for key, one in weighing.items() if one.outage}
    found = dict(zip(outages, curves(list(outages.values()), weighed), strict=True))
    never = dict.fromkeys(Reading, _Weight.of(settings, 1, 1))
    weights = {}
    for key, one in weighing.items():
        if curve := one.curve or found.get(key):
            weights[key] = {reading: _of_curve(settings, point) for reading, point in curve.items()}
        else:
            weights[key] = _of_gaps(settings, one) if one.gaps else never
    return {key: _Cause(_sooner_first(one.stops), weights[key]) for key, one in weighing.items()}


def _of_curve(settings: Settings, point: Proposal) -> _Weight:
    return _Weight.of(
        settings,
        point.likelihood,
        point.impact,
        margin_hours=point.margin_hours,
        late=point.late,
        usual=point.usual,
    )


def _of_gaps(settings: Settings, one: _Weighing) -> dict[Reading, _Weight]:
    return {
        reading: _Weight.of(
            settings,
            one.likelihood,
            loss_impact(gap) if one.of is None else cut_off_impact(one.of, gap),
            late=gap.late,
        )
        for reading, gap in (one.gaps or {}).items()
    }


def _stops_of_asset(basis: Basis, asset: AssetId, asked: _Asked) -> Mapping[AssetId, float]:
    """Return what an asset stops; a process that stands in for itself in a circle, itself too."""
    point = basis.point_of.get(asset)
    stops = point.stop_times if point else {}
    if asked.circle and asset in basis.processes:
        return dict(sorted([*stops.items(), (asset, 0.0)]))
    return stops


def _sooner_first(stops: Mapping[AssetId, float]) -> dict[AssetId, float]:
    """Return T of processes that are sorted by id, or the sooner first already."""
    return {one: stops[one] for one in sorted(stops, key=stops.__getitem__)}


def _assumed(basis: Basis, event: Event) -> list[str]:
    if event.kind is EventKind.HOSTING:  # weighed by what is usual for a place
        return []
    is_outage = events.default_mode(basis.structure, event) is Mode.OUTAGE
    known_of = attrgetter("recovery_hours" if is_outage else "replacement_days")
    assets = map(basis.structure.assets.__getitem__, basis.every.marked.seeds[event])
    is_assumed = any(known_of(one) is None for one in assets)
    return ["recovery_hours" if is_outage else "replacement_days"] if is_assumed else []


def _asked(
    basis: Basis, causes: Sequence[str], groups: list[FalseRedundancy], made: dict[bool, _Made]
) -> list[_Asked]:
    tested, owner = _were_tested(basis, groups), groups[0].owner
    known = made.setdefault(tested, _Made(tested))
    return [known[one] if one != CIRCULAR else _Asked(one, tested, owner) for one in causes]
