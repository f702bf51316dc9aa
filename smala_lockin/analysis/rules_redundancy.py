"""The rule about alternatives that fail together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smala_lockin.analysis import assumptions, events
from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.events import Event, EventKind
from smala_lockin.analysis.failure import failed
from smala_lockin.analysis.false_redundancy import CIRCULAR, FalseRedundancy
from smala_lockin.analysis.findings import Evidence, Finding, Rule, Sort, Usual, risk_key
from smala_lockin.analysis.risk_curve import (
    TESTED_LATELY,
    Proposal,
    Reading,
    proposal,
    was_tested_lately,
)
from smala_lockin.analysis.risk_table import Level, level
from smala_lockin.analysis.rules_country import cut_off_gaps, cut_off_impact, cut_off_likelihood
from smala_lockin.analysis.rules_outage import (
    HOURS_A_DAY,
    gap,
    level_range,
    loss_likelihood,
    unknown_of_processes,
)
from smala_lockin.analysis.timing import stop_times
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind

LEAST_IMPACT = 3
"""Who thinks that something stands in is not prepared; so it is at least serious."""


def false_redundancies(basis: Basis) -> Iterator[Finding]:
    """Find redundancy groups with a relevant common cause; those of the same causes are one."""
    by_causes: dict[tuple[str, ...], list[FalseRedundancy]] = {}
    for one in basis.false_redundancies:
        causes = tuple(shared.cause for shared in one.shared if shared.relevant)
        if causes:
            by_causes.setdefault(causes, []).append(one)
    for causes, groups in by_causes.items():
        yield _finding(basis, causes, groups)


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


def _finding(basis: Basis, causes: tuple[str, ...], groups: list[FalseRedundancy]) -> Finding:
    tested = _were_tested(basis, groups)
    weights = {cause: _weights(basis, cause, groups, tested) for cause in causes}
    worst = max(causes, key=lambda one: _rank(weights[one][Reading.USUAL]))
    usual = weights[worst][Reading.USUAL]
    stops = _stops(basis, worst, groups)
    processes = tuple(sorted(stops, key=lambda one: (stops[one], one)))
    owners = sorted({one.owner for one in groups})
    return Finding(
        key=risk_key(Rule.FALSE_REDUNDANCY, owners, *sorted(one.group for one in groups)),
        rule=Rule.FALSE_REDUNDANCY,
        sort=Sort.RISK,
        assets=tuple(owners),
        likelihood=usual.likelihood,
        impact=usual.impact,
        level=usual.level,
        level_range=level_range(one.level for one in weights[worst].values()),
        assumed=tuple(unknown_of_processes(basis, processes)),
        evidence=Evidence(
            stops=processes,
            first_stop_hours=stops[processes[0]] if processes else None,
            margin_hours=usual.margin_hours,
            late=usual.late,
            blast_radius=basis.blast_radius(processes),
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


def _weights(
    basis: Basis, cause: str, groups: list[FalseRedundancy], tested: bool
) -> Mapping[Reading, _Weight]:
    stops = _stops(basis, cause, groups)
    if not stops:
        return dict.fromkeys(Reading, _Weight(likelihood=LEAST_IMPACT, impact=LEAST_IMPACT))
    event = _event(basis, cause)
    if event is not None and event.kind is EventKind.COUNTRY:
        return _as_cut_off(basis, event)
    failing = AssetId(event.id) if event else groups[0].owner
    kind = AssetKind.LOCATION
    if event is None or event.kind is not EventKind.HOSTING:
        kind = basis.landscape.assets[failing].kind
    if kind is AssetKind.SUPPLIER:
        return _as_loss(basis, failing, stops)
    own: dict[str, Any] = {}
    if event is None or event.kind is EventKind.ASSET:
        asset = basis.landscape.assets[failing]
        tested = tested or was_tested_lately(asset, basis.today)
        own = {
            "recovery": assumptions.recovery_hours(basis.landscape, failing),
            "units": asset.units,
        }
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


def _as_cut_off(basis: Basis, event: Event) -> Mapping[Reading, _Weight]:
    gaps = cut_off_gaps(basis, event) or {}
    return {
        reading: _Weight(
            likelihood=cut_off_likelihood(event.id),
            impact=max(cut_off_impact(basis, found), LEAST_IMPACT),
            late=found.late,
        )
        for reading, found in gaps.items()
    }


def _as_loss(
    basis: Basis, supplier: AssetId, stops: Mapping[AssetId, float]
) -> Mapping[Reading, _Weight]:
    estimate = assumptions.replacement_days(basis.landscape, supplier)
    days = (estimate.low, estimate.usual, estimate.high)
    found: dict[Reading, _Weight] = {}
    for reading in Reading:
        back = dict.fromkeys(stops, days[reading.value] * HOURS_A_DAY)
        lost = gap(stops, back, basis.weighed[reading])
        found[reading] = _Weight(
            likelihood=loss_likelihood(basis, supplier),
            impact=max(lost.impact, LEAST_IMPACT),
            late=lost.late,
        )
    return found


def _stops(basis: Basis, cause: str, groups: list[FalseRedundancy]) -> Mapping[AssetId, float]:
    """Return the stop times of the processes that a cause stops; circular: of the owner."""
    event = _event(basis, cause)
    if event is None:
        event = Event(EventKind.ASSET, groups[0].owner)
    if event.kind is EventKind.ASSET:
        point = basis.point_of.get(AssetId(event.id))
        return point.stop_times if point else {}
    structure = basis.structure
    seeds = events.seeded(structure, event)
    down = failed(structure, seeds)
    times = stop_times(structure, seeds, down)
    return {structure.ids[i]: times[i] for i in structure.processes if i in down}


def _event(basis: Basis, cause: str) -> Event | None:
    return None if cause == CIRCULAR else events.parse_event(basis.structure, cause)
