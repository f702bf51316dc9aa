"""The question where suppliers are ruled from that others stand in for."""

from collections.abc import Collection, Iterator

from smala_lockin.analysis.failure import events
from smala_lockin.analysis.failure.events import EventKind
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    Finding,
    Rule,
    Sort,
    make_evidence,
    make_finding,
    risk_key,
)
from smala_lockin.analysis.rating.gaps import Aftermath
from smala_lockin.analysis.rules.country import (
    UNTRUSTED,
    breaches,
    cut_off_impact,
    cut_off_likelihood,
)
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import AssetId
from smala_lockin.knowledge.jurisdictions import in_eea

_ELSEWHERE = AssetId("")
"""A country that no supplier of the map is known to be ruled from."""


def whereabouts(basis: Basis, cut_offs: Collection[Finding]) -> Iterator[Finding]:
    """Ask for the countries of suppliers that could be cut off together with their stand-ins.

    One without which a process stops is asked for by itself, in `cut_offs`. What stands in helps
    only against the country of another: suppliers of unknown country, all of them ruled from one
    outside the EEA, may stop a process that matters with those known to be ruled from there. It
    is one question, asked where that is worse than what is told of that country.
    """
    doubtful = _stood_in_for(basis) - {one.assets[0] for one in cut_offs if _asks_where(one)}
    if not doubtful:
        return
    told = {one.evidence.country: _worst(one) for one in cut_offs}
    gone = {
        country: seeds
        for country, seeds in _gone(basis, doubtful).items()
        if _is_news(basis.level(_likelihood(basis, country), 5), told.get(country))
    }
    found = [
        (level, after)
        for country, after in basis.worst_together(gone).items()
        if _is_news(level := _could_be(basis, country, after), told.get(country))
    ]
    if found:
        could_be, after = max(found, key=lambda one: one[0])
        yield make_finding(
            key=risk_key(Rule.CUT_OFF, (), "country"),
            rule=Rule.CUT_OFF,
            sort=Sort.QUESTION,
            assets=tuple(sorted(doubtful)),
            assumed=("country",),
            evidence=make_evidence(
                stops=tuple(after.stops),
                blast_radius=basis.blast_radius(after.stops),
                could_be=could_be,
            ),
        )


def _asks_where(finding: Finding) -> bool:
    return finding.assumed == ("country",)


def _worst(finding: Finding) -> Level:
    if finding.level_range is not None:
        return finding.level_range[1]
    return finding.evidence.could_be or Level.VERY_LOW


def _stood_in_for(basis: Basis) -> set[AssetId]:
    """Return the suppliers of unknown country whose loss takes away one of several alternatives."""
    structure = basis.structure
    alternatives = {
        structure.ids[member]
        for groups in structure.vital.groups.values()
        for group in groups
        for member in group.members
    }
    return basis.marked_if_lost.failing_any(alternatives)


def _gone(basis: Basis, doubtful: Collection[AssetId]) -> dict[AssetId, set[int]]:
    """Return who may serve no more if the doubtful are ruled from each country, or from another."""
    structure = basis.structure
    start = [structure.index[one] for one in doubtful]
    with_them = structure.closure(start, structure.controlled)
    found = {_ELSEWHERE: with_them | events.cut_off_services(structure, with_them)}
    country, of_many = EventKind.COUNTRY, basis.every.events[len(structure.ids) :]
    for event in of_many:  # those of single assets come first
        if event.kind is country and not in_eea(event.id):
            ruled = events.named(structure, event) | with_them
            found[AssetId(event.id)] = ruled | events.cut_off_services(structure, ruled)
    return found


def _could_be(basis: Basis, country: str, after: Aftermath) -> Level:
    """Return the level of being cut off by a country; very low if that stops nothing much."""
    worst = after.gaps.get(Reading.HARMFUL)
    if worst is None or not breaches(basis, worst, Reading.HARMFUL):
        return Level.VERY_LOW
    impact = cut_off_impact(len(basis.processes), worst)
    return basis.level(_likelihood(basis, country), impact)


def _likelihood(basis: Basis, country: str) -> int:
    known = cut_off_likelihood(basis.settings, country) if country else UNTRUSTED
    return max(UNTRUSTED, known)


def _is_news(level: Level, told: Level | None) -> bool:
    """Whether a level is worth a question where this one is told already."""
    return level >= Level.MEDIUM and level > (told or Level.VERY_LOW)
