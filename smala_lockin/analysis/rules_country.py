"""Rules about who decides: being cut off from a country, and whose law reaches the data."""

from collections.abc import Iterator, Mapping

from smala_lockin.analysis import assumptions, events
from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.events import Event, EventKind
from smala_lockin.analysis.failure import failed
from smala_lockin.analysis.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.analysis.reach import Reach
from smala_lockin.analysis.risk_curve import Reading
from smala_lockin.analysis.risk_table import Level, level, within_scale
from smala_lockin.analysis.rules_outage import (
    HOURS_A_DAY,
    Gap,
    gap,
    level_range,
    unknown_of_processes,
)
from smala_lockin.analysis.timing import return_times, stop_times
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.knowledge.jurisdictions import Adequacy, in_eea, jurisdiction
from smala_lockin.knowledge.laws import laws_of

LIKELY_CUT_OFFS: Mapping[str, int] = {"CN": 3, "HK": 3, "RU": 5, "BY": 5, "IR": 5, "KP": 5}
"""Countries for which being cut off is likelier than their law alone says; a setting."""

MATTERS = 3
"""The criticality from which a process counts for the cut-off rule."""


def cut_offs(basis: Basis) -> Iterator[Finding]:
    """Find the countries outside the EEA whose word would stop a process that matters.

    Suppliers of unknown country that stop a process are a question each.
    """
    structure = basis.structure
    for event in events.every_event(structure):
        if event.kind is EventKind.COUNTRY and not in_eea(event.id):
            found = _cut_off(basis, event)
            if found is not None:
                yield found
    for point in basis.points:
        asset = basis.landscape.assets[point.asset]
        if asset.kind is AssetKind.SUPPLIER and asset.country is None:
            yield Finding(
                key=risk_key(Rule.CUT_OFF, [point.asset]),
                rule=Rule.CUT_OFF,
                sort=Sort.QUESTION,
                assets=(point.asset,),
                assumed=("country",),
                evidence=Evidence(stops=point.stops, blast_radius=point.blast_radius),
            )


def cut_off_likelihood(country: str) -> int:
    """Return how likely it is to be cut off by a country, 1..5."""
    if country in LIKELY_CUT_OFFS:
        return LIKELY_CUT_OFFS[country]
    return 1 if _adequacy(country) is Adequacy.FULL else 2


def cut_off_gaps(basis: Basis, event: Event) -> dict[Reading, Gap] | None:
    """Return the gap that a cut-off leaves under each reading, or nothing where nothing stops."""
    structure = basis.structure
    seeds = events.seeded(structure, event)
    down = failed(structure, seeds)
    stopped = [i for i in structure.processes if i in down]
    if not stopped:
        return None
    stops = stop_times(structure, seeds, down)
    found: dict[Reading, Gap] = {}
    for reading in Reading:
        returns = return_times(structure, _durations(basis, seeds, reading), down)
        found[reading] = gap(
            {structure.ids[i]: stops[i] for i in stopped},
            {structure.ids[i]: returns[i] for i in stopped},
            basis.weighed[reading],
        )
    return found


def cut_off_impact(basis: Basis, found: Gap) -> int:
    """Return the impact of a cut-off: one more where over half of the processes are late."""
    return within_scale(found.impact + (2 * len(found.late) > len(basis.processes)))


def exposures(basis: Basis) -> Iterator[Finding]:
    """Find the countries outside the EEA whose law reaches data about people that the map holds.

    Where nobody said whether an asset holds such data, that is the question.
    """
    exposed: dict[str, list[Reach]] = {}
    for reach in basis.reach:
        asset = basis.landscape.assets[reach.asset]
        if not FACTS["personal_data"].applies(asset.kind):
            continue
        far = [country for country in reach.countries if laws_of(country)]
        if asset.personal_data is None and far:
            yield _question(reach, far)
        elif asset.personal_data in (PersonalData.ORDINARY, PersonalData.SENSITIVE):
            for country in far:
                exposed.setdefault(country, []).append(reach)
    for country in sorted(exposed):
        yield _exposure(basis, country, exposed[country])


def _cut_off(basis: Basis, event: Event) -> Finding | None:
    gaps = cut_off_gaps(basis, event)
    if gaps is None:
        return None
    usual = gaps[Reading.USUAL]
    criticality = basis.weighed[Reading.USUAL].criticality
    if not any(criticality[process] >= MATTERS for process in usual.late):
        return None
    structure = basis.structure
    likelihood = cut_off_likelihood(event.id)
    impact = cut_off_impact(basis, usual)
    levels = [level(likelihood, cut_off_impact(basis, one)) for one in gaps.values()]
    seeds = events.seeded(structure, event)
    down = failed(structure, seeds)
    stops = stop_times(structure, seeds, down)
    stopped = sorted((stops[i], structure.ids[i]) for i in structure.processes if i in down)
    suppliers = structure.ids_of(events.named(structure, event))
    ids = tuple(process for _stop, process in stopped)
    assumed = events.seeds(structure, [(event, events.Mode.CUT_OFF)]).assumed
    return Finding(
        key=risk_key(Rule.CUT_OFF, (), event.id),
        rule=Rule.CUT_OFF,
        sort=Sort.RISK,
        assets=suppliers,
        likelihood=likelihood,
        impact=impact,
        level=level(likelihood, impact),
        level_range=level_range(levels),
        assumed=(*sorted({fact for _id, fact in assumed}), *unknown_of_processes(basis, ids)),
        evidence=Evidence(
            stops=ids,
            first_stop_hours=stopped[0][0],
            late=usual.late,
            gap_hours=usual.hours,
            duration_hours=usual.duration_hours,
            blast_radius=basis.blast_radius(ids),
            hidden_share=_hidden_share(basis, suppliers, ids),
            country=event.id,
            at_least=bool(events.unknown(structure, event)),
        ),
    )


def _durations(basis: Basis, seeds: set[int], reading: Reading) -> dict[int, float]:
    structure = basis.structure
    durations: dict[int, float] = {}
    for seed in seeds:
        estimate = assumptions.replacement_days(basis.landscape, structure.ids[seed])
        days = (estimate.low, estimate.usual, estimate.high)[reading.value]
        durations[seed] = days * HOURS_A_DAY
    return durations


def _hidden_share(
    basis: Basis, suppliers: tuple[AssetId, ...], stops: tuple[AssetId, ...]
) -> float:
    touched = set(suppliers).union(*(basis.provided.get(one, ()) for one in suppliers))
    return sum(not (basis.direct[process] & touched) for process in stops) / len(stops)


def _adequacy(country: str) -> Adequacy | None:
    found = jurisdiction(country)
    return found.adequacy if found else None


def _question(reach: Reach, countries: list[str]) -> Finding:
    return Finding(
        key=risk_key(Rule.LEGAL_REACH, [reach.asset]),
        rule=Rule.LEGAL_REACH,
        sort=Sort.QUESTION,
        assets=(reach.asset,),
        assumed=("personal_data",),
        evidence=Evidence(country=countries[0], causes=tuple(countries)),
    )


def _exposure(basis: Basis, country: str, reached: list[Reach]) -> Finding:
    assets = basis.landscape.assets
    is_sensitive = any(assets[one.asset].personal_data is PersonalData.SENSITIVE for one in reached)
    likelihood = 1 if _adequacy(country) is Adequacy.FULL else 2
    impact = 4 if is_sensitive else 3
    found: Level = level(likelihood, impact)
    return Finding(
        key=risk_key(Rule.LEGAL_REACH, (), country),
        rule=Rule.LEGAL_REACH,
        sort=Sort.RISK,
        assets=tuple(one.asset for one in reached),
        likelihood=likelihood,
        impact=impact,
        level=found,
        level_range=(found, found),
        evidence=Evidence(country=country),
    )
