"""The rule about alternatives that fail together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smala_lockin.analysis import assumptions, events
from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.events import Event, EventKind, Mode
from smala_lockin.analysis.false_redundancy import CIRCULAR, FalseRedundancy
from smala_lockin.analysis.findings import Evidence, Finding, Rule, Sort, Usual, risk_key
from smala_lockin.analysis.gaps import gaps, stops_of
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
        assumed=(*_assumed(basis, worst, groups), *unknown_of_processes(basis, stops)),
        evidence=Evidence(
            stops=tuple(stops),
            first_stop_hours=next(iter(stops.values()), None),
            margin_hours=usual.margin_hours,
            late=usual.late,
            blast_radius=basis.blast_radius(stops),
            hidden_share=basis.hidden_share(_named(basis, worst, groups), stops),
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
    """Return how a cause weighs: what is gone for good by its gap, what breaks by its curve."""
    stops = _stops(basis, cause, groups)
    if not stops:  # a circle that stops no process: no margin is ever exceeded
        return dict.fromkeys(Reading, _Weight(likelihood=1, impact=LEAST_IMPACT))
    event = _event(basis, cause, groups)
    mode = events.default_mode(basis.structure, event)
    if mode is not Mode.OUTAGE:
        return _of_gaps(basis, event, mode)
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


def _of_gaps(basis: Basis, event: Event, mode: Mode) -> Mapping[Reading, _Weight]:
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
        for reading, found in gaps(basis, events.seeded(basis.structure, event)).items()
    }


def _stops(basis: Basis, cause: str, groups: list[FalseRedundancy]) -> dict[AssetId, float]:
    """Return the stop times of the processes that a cause stops, sooner first.

    A process is not its own victim, unless alternatives of it go round in a circle.
    """
    event = _event(basis, cause, groups)
    stops = stops_of(basis, events.seeded(basis.structure, event))
    if cause != CIRCULAR and event.kind is EventKind.ASSET:
        stops.pop(AssetId(event.id), None)
    return stops


def _named(basis: Basis, cause: str, groups: list[FalseRedundancy]) -> tuple[AssetId, ...]:
    event = _event(basis, cause, groups)
    return basis.structure.ids_of(events.named(basis.structure, event))


def _assumed(basis: Basis, cause: str, groups: list[FalseRedundancy]) -> list[str]:
    event = _event(basis, cause, groups)
    if event.kind is EventKind.HOSTING:  # weighed by what is usual for a place
        return []
    mode = events.default_mode(basis.structure, event)
    found = events.seeds(basis.structure, [(event, mode)]).assumed
    return sorted({fact for _asset, fact in found})


def _event(basis: Basis, cause: str, groups: list[FalseRedundancy]) -> Event:
    """Return the event of a cause; of a circle the failure of the owner."""
    if cause == CIRCULAR:
        return Event(EventKind.ASSET, groups[0].owner)
    return events.parse_event(basis.structure, cause)
