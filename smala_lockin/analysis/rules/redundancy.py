"""The rule about alternatives that fail together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, Self

from smala_lockin.analysis.failure import events
from smala_lockin.analysis.failure.events import Event, EventKind, Mode
from smala_lockin.analysis.failure.false_redundancy import CIRCULAR, FalseRedundancy
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Evidence, Finding, Rule, Sort, Usual, risk_key
from smala_lockin.analysis.rating.gaps import Gap
from smala_lockin.analysis.rating.losses import loss_impact, loss_likelihood
from smala_lockin.analysis.rating.risk_curve import Outage, Proposal, curves, is_lately
from smala_lockin.analysis.rules.country import cut_off_impact, cut_off_likelihood
from smala_lockin.analysis.rules.outage import level_range, unknown_of_processes
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind


def false_redundancies(basis: Basis) -> Iterator[Finding]:
    """Find redundancy groups with a relevant common cause; those of the same causes are one."""
    by_causes: dict[tuple[str, ...], list[FalseRedundancy]] = {}
    for one in basis.false_redundancies:
        if one.relevant:
            by_causes.setdefault(one.relevant, []).append(one)
    made: dict[bool, _Made] = {}
    asked = {causes: _asked(basis, causes, groups, made) for causes, groups in by_causes.items()}
    every = dict.fromkeys(chain.from_iterable(asked.values()))
    weighed = _weighed(basis, list(every))  # a cause may be that of many groups
    ranks = {one: _rank(cause.weights[Reading.USUAL]) for one, cause in weighed.items()}
    told: dict[_Asked, _Told] = {}
    for causes, groups in by_causes.items():
        worst = max(asked[causes], key=ranks.__getitem__)
        if worst not in told:
            told[worst] = _told(basis, worst, weighed[worst].stops)
        yield _finding(groups, causes, worst, weighed[worst], told[worst])


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
    def of(cls, basis: Basis, likelihood: int, impact: int, **explained: Any) -> Self:
        """Return a weight; who thinks that something stands in is not prepared for any impact."""
        least = int(basis.settings.thresholds.false_redundancy_impact)
        felt = max(impact, least)
        level = basis.level(likelihood, felt)
        return cls(likelihood=likelihood, impact=felt, level=level, **explained)


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
    named = basis.structure.ids_of(events.named(basis.structure, asked.event))
    return _Told(
        stops=tuple(stops),
        first_stop_hours=next(iter(stops.values()), None),
        blast_radius=basis.blast_radius(stops),
        hidden_share=basis.hidden_share(named, stops),
        assumed=(*_assumed(basis, asked.event), *unknown_of_processes(basis, stops)),
    )


def _finding(
    groups: list[FalseRedundancy],
    causes: Sequence[str],
    worst: _Asked,
    cause: _Cause,
    told: _Told,
) -> Finding:
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
        level_range=level_range(one.level for one in cause.weights.values()),
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


def _rank(weight: _Weight) -> tuple[int, int, int]:
    return weight.level, weight.impact, weight.likelihood


def _were_tested(basis: Basis, groups: Iterable[FalseRedundancy]) -> bool:
    """Whether each of the groups was tested within a year."""
    days = [basis.landscape.groups[one.group].tested_on for one in groups]
    return all(is_lately(day, basis.today, basis.settings) for day in days)


def _weighed(basis: Basis, asked: Sequence[_Asked]) -> dict[_Asked, _Cause]:
    """Return how causes weigh: what is gone for good by its gap, what breaks by its curve."""
    stops, gaps = _stops_and_gaps(basis, asked)
    breaking = [one for one in asked if one not in gaps and stops[one]]
    outages = [_outage(basis, one, stops[one]) for one in breaking]
    weights: dict[_Asked, Mapping[Reading, _Weight]] = {
        one: {reading: _of_curve(basis, point) for reading, point in by_reading.items()}
        for one, by_reading in zip(breaking, curves(outages, basis.weighed), strict=True)
    }
    for one, by_reading in gaps.items():
        weights[one] = _of_gaps(basis, one.event, by_reading)
    # A circle that stops no process: no margin is ever exceeded.
    never = dict.fromkeys(Reading, _Weight.of(basis, 1, 1))
    return {one: _Cause(stops=stops[one], weights=weights.get(one, never)) for one in asked}


def _stops_and_gaps(
    basis: Basis, asked: Sequence[_Asked]
) -> tuple[dict[_Asked, Mapping[AssetId, float]], dict[_Asked, Mapping[Reading, Gap]]]:
    """Return what each cause stops, T in hours, sooner first; gaps of those gone for good."""
    event, after = {one: one.event for one in asked}, basis.aftermath_of
    stops = {
        one: after[event[one]].stops if event[one] in after else _stops_of_asset(basis, one)
        for one in asked
    }
    gone = {
        one: event[one]
        for one in asked
        if events.default_mode(basis.structure, event[one]) is not Mode.OUTAGE and stops[one]
    }
    return stops, {
        one: after[what].gaps if what in after else basis.loss_gaps[AssetId(what.id)]
        for one, what in gone.items()
    }


def _outage(basis: Basis, asked: _Asked, stops: Mapping[AssetId, float]) -> Outage:
    event = asked.event
    if event.kind is not EventKind.ASSET:
        return Outage(stop_hours=stops, kind=AssetKind.LOCATION, tested=asked.tested)
    return basis.outage(AssetId(event.id), stops, tested=asked.tested)


def _of_curve(basis: Basis, point: Proposal) -> _Weight:
    return _Weight.of(
        basis,
        point.likelihood,
        point.impact,
        margin_hours=point.margin_hours,
        late=point.late,
        usual=point.usual,
    )


def _of_gaps(basis: Basis, event: Event, gaps: Mapping[Reading, Gap]) -> Mapping[Reading, _Weight]:
    is_cut_off = event.kind is EventKind.COUNTRY
    likelihood = (
        cut_off_likelihood(basis, event.id)
        if is_cut_off
        else loss_likelihood(basis, AssetId(event.id))
    )
    return {
        reading: _Weight.of(
            basis,
            likelihood,
            cut_off_impact(basis, found) if is_cut_off else loss_impact(found),
            late=found.late,
        )
        for reading, found in gaps.items()
    }


def _stops_of_asset(basis: Basis, asked: _Asked) -> Mapping[AssetId, float]:
    """Return what an asset stops; a process that stands in for itself in a circle, itself too."""
    asset = AssetId(asked.event.id)
    point = basis.point_of.get(asset)
    found = dict(point.stop_times) if point else {}
    if asked.circle and asset in basis.processes:
        found = dict(sorted([*found.items(), (asset, 0.0)]))
    return {one: found[one] for one in sorted(found, key=found.__getitem__)}  # ties: by id


def _assumed(basis: Basis, event: Event) -> list[str]:
    if event.kind is EventKind.HOSTING:  # weighed by what is usual for a place
        return []
    mode = events.default_mode(basis.structure, event)
    found = events.seeds(basis.structure, [(event, mode)]).assumed
    return sorted({fact for _asset, fact in found})


def _asked(
    basis: Basis, causes: Sequence[str], groups: list[FalseRedundancy], made: dict[bool, _Made]
) -> list[_Asked]:
    tested, owner = _were_tested(basis, groups), groups[0].owner
    known = made.setdefault(tested, _Made(tested))
    return [known[one] if one != CIRCULAR else _Asked(one, tested, owner) for one in causes]
