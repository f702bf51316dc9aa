"""The rule about alternatives that fail together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smala_lockin.analysis import assumptions, events
from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.events import Event, EventKind, Mode
from smala_lockin.analysis.false_redundancy import CIRCULAR, FalseRedundancy
from smala_lockin.analysis.findings import Evidence, Finding, Rule, Sort, Usual, risk_key
from smala_lockin.analysis.gaps import Gap, aftermath, loss_gaps
from smala_lockin.analysis.risk_curve import (
    TESTED_LATELY,
    Proposal,
    Reading,
    proposal,
    was_tested_lately,
)
from smala_lockin.analysis.risk_table import Level, level
from smala_lockin.analysis.rules_country import cut_off_impact, cut_off_likelihood
from smala_lockin.analysis.rules_outage import (
    level_range,
    loss_impact,
    loss_likelihood,
    unknown_of_processes,
)
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind

LEAST_IMPACT = 3
"""Who thinks that something stands in is not prepared; so it is at least serious."""


def false_redundancies(basis: Basis) -> Iterator[Finding]:
    """Find redundancy groups with a relevant common cause; those of the same causes are one."""
    by_causes: dict[tuple[str, ...], list[FalseRedundancy]] = {}
    for one in basis.false_redundancies:
        if one.relevant:
            by_causes.setdefault(one.relevant, []).append(one)
    weighed: dict[tuple[Event, bool], _Cause] = {}
    for causes, groups in by_causes.items():
        tested = _were_tested(basis, groups)
        found: dict[str, _Cause] = {}
        for cause in causes:
            event = _event(cause, groups)
            if cause == CIRCULAR:
                found[cause] = _weighed(basis, event, tested, owner=event.id)
                continue
            if (event, tested) not in weighed:  # a cause may be that of many groups
                weighed[event, tested] = _weighed(basis, event, tested)
            found[cause] = weighed[event, tested]
        yield _finding(basis, found, groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weight:
    """How a cause weighs under one reading: likelihood and impact, and what explains them."""

    likelihood: int
    impact: int
    margin_hours: float | None = None
    late: tuple[AssetId, ...] = ()
    usual: Usual | None = None

    @property
    def level(self) -> Level:
        return level(self.likelihood, self.impact)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cause:
    """A common cause: its event, what it stops (T in hours, sooner first), how it weighs."""

    event: Event
    stops: Mapping[AssetId, float]
    weights: Mapping[Reading, _Weight]


def _finding(basis: Basis, causes: Mapping[str, _Cause], groups: list[FalseRedundancy]) -> Finding:
    worst = max(causes, key=lambda one: _rank(causes[one].weights[Reading.USUAL]))
    cause = causes[worst]
    usual, stops = cause.weights[Reading.USUAL], cause.stops
    owners = sorted({one.owner for one in groups})
    named = basis.structure.ids_of(events.named(basis.structure, cause.event))
    return Finding(
        key=risk_key(Rule.FALSE_REDUNDANCY, owners, *sorted(one.group for one in groups)),
        rule=Rule.FALSE_REDUNDANCY,
        sort=Sort.RISK,
        assets=tuple(owners),
        likelihood=usual.likelihood,
        impact=usual.impact,
        level=usual.level,
        level_range=level_range(one.level for one in cause.weights.values()),
        assumed=(*_assumed(basis, cause.event), *unknown_of_processes(basis, stops)),
        evidence=Evidence(
            stops=tuple(stops),
            first_stop_hours=next(iter(stops.values()), None),
            margin_hours=usual.margin_hours,
            late=usual.late,
            blast_radius=basis.blast_radius(stops),
            hidden_share=basis.hidden_share(named, stops),
            usual=usual.usual,
            groups=tuple(one.group for one in groups),
            causes=(worst, *(one for one in causes if one != worst)),
        ),
    )


def _rank(weight: _Weight) -> tuple[int, int, int]:
    return weight.level, weight.impact, weight.likelihood


def _were_tested(basis: Basis, groups: Iterable[FalseRedundancy]) -> bool:
    """Whether each of the groups was tested within a year."""
    days = [basis.landscape.groups[one.group].tested_on for one in groups]
    return all(
        day is not None and basis.today - TESTED_LATELY <= day <= basis.today for day in days
    )


def _weighed(basis: Basis, event: Event, tested: bool, *, owner: str = "") -> _Cause:
    """Return how a cause weighs: what is gone for good by its gap, what breaks by its curve.

    `owner` is that of alternatives that go round in a circle: with it, a process stops itself.
    """
    mode = events.default_mode(basis.structure, event)
    if event.kind is EventKind.ASSET:
        stops = _stops_of_asset(basis, AssetId(event.id), owner)
        if mode is Mode.LOSS and stops:
            gaps = loss_gaps(basis, basis.point_of[AssetId(event.id)])
            return _Cause(event=event, stops=stops, weights=_of_gaps(basis, event, mode, gaps))
    else:
        after = aftermath(basis, events.seeded(basis.structure, event))
        stops = after.stops
        if mode is not Mode.OUTAGE:
            weights = _of_gaps(basis, event, mode, after.gaps)
            return _Cause(event=event, stops=stops, weights=weights)
    if stops:
        return _Cause(event=event, stops=stops, weights=_of_curves(basis, event, stops, tested))
    # A circle that stops no process: no margin is ever exceeded.
    never = _Weight(likelihood=1, impact=LEAST_IMPACT)
    return _Cause(event=event, stops=stops, weights=dict.fromkeys(Reading, never))


def _of_curves(
    basis: Basis, event: Event, stops: Mapping[AssetId, float], tested: bool
) -> Mapping[Reading, _Weight]:
    kind, own = AssetKind.LOCATION, dict[str, Any]()
    if event.kind is EventKind.ASSET:
        asset = basis.landscape.assets[AssetId(event.id)]
        kind, tested = asset.kind, tested or was_tested_lately(asset, basis.today)
        recovery = assumptions.recovery_hours(basis.landscape, asset.id)
        own = {"recovery": recovery, "units": asset.units}
    return {
        reading: _of_curve(proposal(stops, basis.weighed[reading], kind, tested=tested, **own))
        for reading in Reading
    }


def _of_curve(point: Proposal) -> _Weight:
    return _Weight(
        likelihood=point.likelihood,
        impact=max(point.impact, LEAST_IMPACT),
        margin_hours=point.margin_hours,
        late=point.late,
        usual=point.usual,
    )


def _of_gaps(
    basis: Basis, event: Event, mode: Mode, gaps: Mapping[Reading, Gap]
) -> Mapping[Reading, _Weight]:
    is_cut_off = mode is Mode.CUT_OFF
    likelihood = (
        cut_off_likelihood(event.id) if is_cut_off else loss_likelihood(basis, AssetId(event.id))
    )
    return {
        reading: _Weight(
            likelihood=likelihood,
            impact=max(
                cut_off_impact(basis, found) if is_cut_off else loss_impact(found), LEAST_IMPACT
            ),
            late=found.late,
        )
        for reading, found in gaps.items()
    }


def _stops_of_asset(basis: Basis, asset: AssetId, owner: str) -> Mapping[AssetId, float]:
    point = basis.point_of.get(asset)
    found = dict(point.stop_times) if point else {}
    if owner and asset in basis.processes:
        found[asset] = 0.0
    return {one: found[one] for one in sorted(found, key=lambda one: (found[one], one))}


def _assumed(basis: Basis, event: Event) -> list[str]:
    if event.kind is EventKind.HOSTING:  # weighed by what is usual for a place
        return []
    mode = events.default_mode(basis.structure, event)
    found = events.seeds(basis.structure, [(event, mode)]).assumed
    return sorted({fact for _asset, fact in found})


def _event(cause: str, groups: list[FalseRedundancy]) -> Event:
    """Return the event of a cause; of a circle the failure of the owner."""
    if cause == CIRCULAR:
        return Event(EventKind.ASSET, groups[0].owner)
    kind, _colon, id = cause.partition(":")
    return Event(EventKind(kind), id)
