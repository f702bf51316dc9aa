"""The rule about being cut off: what stops when the suppliers of a country may serve no more."""

from collections.abc import Iterator

from smala_lockin.analysis.failure import events
from smala_lockin.analysis.failure.events import Event, EventKind
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    Finding,
    Rule,
    Sort,
    key_of_asset,
    make_evidence,
    make_finding,
    risk_key,
)
from smala_lockin.analysis.rating.gaps import Aftermath, Gap
from smala_lockin.analysis.rules.outage import level_range, unknown_of_processes
from smala_lockin.analysis.scales.risk_table import Level, within_scale
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.settings import Settings
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.knowledge.jurisdictions import jurisdiction

UNTRUSTED = 2
"""How likely it is to be cut off by a country that the Union does not fully trust with data."""


def cut_offs(basis: Basis) -> Iterator[Finding]:
    """Find the countries outside the EEA whose word would stop a process that matters.

    It is a question where only an assumed duration at its harmful end does, and where a supplier
    of unknown country would if it were in such a country.
    """
    for event, after in basis.aftermath_of.items():
        if event.kind is EventKind.COUNTRY:
            yield from _cut_off(basis, event, after)
    for supplier, after in basis.aftermath_of_lost.items():
        yield from _where(basis, supplier, after)


def cut_off_likelihood(settings: Settings, country: str) -> int:
    """Return how likely it is to be cut off by a country, 1..5."""
    if country in settings.cut_off:
        return int(settings.cut_off[country][0])
    return 1 if adequacy(country) is Adequacy.FULL else UNTRUSTED


def cut_off_impact(processes: int, found: Gap) -> int:
    """Return the impact of a cut-off: one more where over half of the processes are late."""
    return within_scale(max(_counted(processes, found), found.impact_of_cost))


def _counted(processes: int, found: Gap) -> int:
    return within_scale(found.impact + (2 * len(found.late) > processes))


def adequacy(country: str) -> Adequacy | None:
    """Return how far the Union trusts a country with data about people, if it is known."""
    found = jurisdiction(country)
    return found.adequacy if found else None


def _cut_off(basis: Basis, event: Event, after: Aftermath) -> Iterator[Finding]:
    structure, count = basis.structure, len(basis.processes)
    if not after.stops:
        return
    usual, worst = after.gaps[Reading.USUAL], after.gaps[Reading.HARMFUL]
    likelihood, impact = cut_off_likelihood(basis.settings, event.id), cut_off_impact(count, usual)
    levels = [basis.level(likelihood, cut_off_impact(count, one)) for one in after.gaps.values()]
    is_risk = breaches(basis, usual, Reading.USUAL)
    could_be = breaches(basis, worst, Reading.HARMFUL) and levels[-1] >= Level.MEDIUM
    if not (is_risk or could_be):
        return
    told = usual if is_risk else worst
    seeds, stops = basis.every.marked.seeds[event], after.stops
    is_assumed = any(structure.assets[one].replacement_days is None for one in seeds)
    of_country = events.named(structure, event)
    suppliers = structure.ids_of(of_country)
    yield make_finding(
        key=risk_key(Rule.CUT_OFF, (), event.id),
        rule=Rule.CUT_OFF,
        sort=Sort.RISK if is_risk else Sort.QUESTION,
        assets=suppliers,
        likelihood=likelihood if is_risk else None,
        impact=impact if is_risk else None,
        level=basis.level(likelihood, impact) if is_risk else None,
        level_range=level_range(levels) if is_risk else None,
        assumed=(
            *(("replacement_days",) if is_assumed else ()),
            *unknown_of_processes(basis, stops),
        ),
        evidence=make_evidence(
            stops=tuple(stops),
            first_stop_hours=next(iter(stops.values())),
            late=told.late,
            gap_hours=told.hours,
            duration_hours=told.duration_hours,
            cost=told.cost if told.impact_of_cost > _counted(count, told) else None,
            blast_radius=basis.blast_radius(stops),
            hidden_share=basis.hidden_share(suppliers, stops),
            country=event.id,
            at_least=not of_country.issuperset(structure.seated.get(None, ())),
            could_be=None if is_risk else levels[-1],
        ),
    )


def breaches(basis: Basis, found: Gap, reading: Reading) -> bool:
    """Whether a process that matters is too late, as a reading of the unknown sees it."""
    criticality = basis.weighed[reading].criticality
    matters = basis.settings.thresholds.cut_off_criticality
    return any(criticality[process] >= matters for process in found.late)


def _where(basis: Basis, id: AssetId, after: Aftermath) -> Iterator[Finding]:
    """Ask for the country of a supplier where the rule would fire if it were far away."""
    if not after.stops:
        return
    worst = after.gaps[Reading.HARMFUL]
    if breaches(basis, worst, Reading.HARMFUL):
        stops = after.stops
        yield make_finding(
            key=key_of_asset(Rule.CUT_OFF, id),
            rule=Rule.CUT_OFF,
            sort=Sort.QUESTION,
            assets=(id,),
            assumed=("country",),
            evidence=make_evidence(
                stops=tuple(stops),
                blast_radius=basis.blast_radius(stops),
                could_be=basis.level(
                    UNTRUSTED, cut_off_impact(len(basis.processes), after.gaps[Reading.HARMFUL])
                ),
            ),
        )
