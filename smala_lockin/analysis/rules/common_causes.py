"""What common causes of alternatives weigh: what is asked about each, how likely and bad it is."""

from collections.abc import Collection, Mapping
from typing import NamedTuple, Self

from smala_lockin.analysis.failure import events
from smala_lockin.analysis.failure.events import Event, EventKind, Mode
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.curves import curves
from smala_lockin.analysis.rating.findings import Usual
from smala_lockin.analysis.rating.gaps import Gap
from smala_lockin.analysis.rating.losses import loss_impact
from smala_lockin.analysis.rating.risk_curve import Outage, Proposal
from smala_lockin.analysis.rating.worked_out import Weighing
from smala_lockin.analysis.rules.country import cut_off_impact, cut_off_likelihood
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.analysis.scales.weighing import Reading, Weighed
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.settings import Settings


class Asked(NamedTuple):
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
        return Event(_KINDS[kind], id)


_KINDS = {kind.value: kind for kind in EventKind}


class AskedOnce(dict[str, Asked]):
    """What is asked about each cause but circles, made once: many groups share their causes."""

    def __init__(self, tested: bool) -> None:
        super().__init__()
        self._tested = tested

    def __missing__(self, cause: str) -> Asked:
        made = self[cause] = Asked(cause, self._tested, None)
        return made


class Weight(NamedTuple):
    """How a cause weighs under one reading: likelihood and impact, and what explains them."""

    likelihood: int
    impact: int
    level: Level
    margin_hours: float | None = None
    late: tuple[AssetId, ...] = ()
    usual: Usual | None = None

    @classmethod
    def of(
        cls,
        settings: Settings,
        likelihood: int,
        impact: int,
        margin_hours: float | None = None,
        late: tuple[AssetId, ...] = (),
        usual: Usual | None = None,
    ) -> Self:
        """Return a weight; who thinks that something stands in is not prepared for any impact."""
        felt = max(impact, int(settings.thresholds.false_redundancy_impact))
        reached = level(likelihood, felt, settings)
        return tuple.__new__(cls, (likelihood, felt, reached, margin_hours, late, usual))


class Cause(NamedTuple):
    """What a common cause stops (T in hours, sooner first), and how it weighs."""

    stops: Mapping[AssetId, float]
    weights: Mapping[Reading, Weight]


def weighed_causes(basis: Basis, every: Collection[Asked]) -> dict[Asked, Cause]:
    """Return what each of these causes stops, and how it weighs."""
    weighing = {one: _weighing(basis, one) for one in every}
    return basis.recall.marked(_weighed, weighing, basis.weighed, *basis.scale)


class _Weighing(NamedTuple):
    """What a cause stops (T in hours), and what tells how that weighs.

    What breaks is weighed by its `outage`, what is gone for good by its `gaps`: then `likelihood`
    says how often it goes, and `of` how many processes there are where it is cut off.
    """

    stops: Mapping[AssetId, float]
    outage: Weighing | None = None
    gaps: Mapping[Reading, Gap] | None = None
    likelihood: int = 1
    of: int | None = None


def _weighing(basis: Basis, asked: Asked) -> _Weighing:
    event, after = asked.event, basis.aftermath_of
    known = after.get(event)
    stops = known.stops if known else _stops_of_asset(basis, AssetId(event.id), asked)
    if not stops:  # a circle that stops no process: no margin is ever exceeded
        return _Weighing(stops)
    if events.default_mode(basis.structure, event) is _OUTAGE:
        return _Weighing(stops, outage=basis.weighing(_outage(basis, asked, stops)))
    gaps = known.gaps if known else basis.loss_gaps[AssetId(event.id)]
    if event.kind is _COUNTRY:
        likelihood = cut_off_likelihood(basis.settings, event.id)
        return _Weighing(stops, gaps=gaps, likelihood=likelihood, of=len(basis.processes))
    likelihood = _loss_likelihood(basis, AssetId(event.id))
    return _Weighing(stops, gaps=gaps, likelihood=likelihood)


_OUTAGE, _COUNTRY = Mode.OUTAGE, EventKind.COUNTRY


def _loss_likelihood(basis: Basis, supplier: AssetId) -> int:
    known = basis.loss_likelihoods.get(supplier)
    return basis.loss_likelihood(supplier) if known is None else known


def _outage(basis: Basis, asked: Asked, stops: Mapping[AssetId, float]) -> Outage:
    event = asked.event
    if event.kind is not EventKind.ASSET:
        return Outage(stop_hours=stops, kind=AssetKind.LOCATION, tested=asked.tested)
    return basis.outage(AssetId(event.id), stops, tested=asked.tested)


def _weighed(
    weighing: Mapping[Asked, _Weighing],
    weighed: Mapping[Reading, Weighed],
    settings: Settings,
    _revenue: float | None,
) -> dict[Asked, Cause]:
    """Return how causes weigh."""
    outages = {key: one.outage.outage for key, one in weighing.items() if one.outage}
    least = int(settings.thresholds.false_redundancy_impact)
    every = curves(list(outages.values()), weighed, least_impact=least)
    found = dict(zip(outages, every, strict=True))
    never = dict.fromkeys(Reading, Weight.of(settings, 1, 1))
    weights = {}
    for key, one in weighing.items():
        if curve := found.get(key):
            weights[key] = {reading: _of_curve(settings, point) for reading, point in curve.items()}
        else:
            weights[key] = _of_gaps(settings, one) if one.gaps else never
    return {key: Cause(_sooner_first(one.stops), weights[key]) for key, one in weighing.items()}


def _of_curve(settings: Settings, point: Proposal) -> Weight:
    likelihood, impact, _level, margin_hours, late, usual, _cost = point
    return Weight.of(settings, likelihood, impact, margin_hours, late, usual)


def _of_gaps(settings: Settings, one: _Weighing) -> dict[Reading, Weight]:
    likelihood, of = one.likelihood, one.of
    return {
        reading: Weight.of(
            settings,
            likelihood,
            loss_impact(gap) if of is None else cut_off_impact(of, gap),
            None,
            gap.late,
        )
        for reading, gap in (one.gaps or {}).items()
    }


def _stops_of_asset(basis: Basis, asset: AssetId, asked: Asked) -> Mapping[AssetId, float]:
    """Return what an asset stops; a process that stands in for itself in a circle, itself too."""
    point = basis.point_of.get(asset)
    stops = point.stop_times if point else {}
    if asked.circle and asset in basis.processes:
        return dict(sorted([*stops.items(), (asset, 0.0)]))
    return stops


def _sooner_first(stops: Mapping[AssetId, float]) -> dict[AssetId, float]:
    """Return T of processes that are sorted by id, or the sooner first already."""
    return {one: stops[one] for one in sorted(stops, key=stops.__getitem__)}
