"""Values of published frameworks: sovereignty objectives, weights and levels; EBIOS RM zones.

Names and figures are those of the frameworks, what they mean is said in our words. What articles
and controls a rule refers to is in `knowledge.references`. Nothing here says of any vendor that
it has a level: levels are stated for a company's own use of a service (semantics, section 5).
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from smala_lockin import paths
from smala_lockin.knowledge import rows
from smala_lockin.knowledge.provenance import Provenance, provenance


class WeightSet(StrEnum):
    """The two sets of weights that the Commission has published; buyers may choose their own."""

    OCTOBER_2025 = "2025-10"
    """Version 1.2.1 of the Cloud Sovereignty Framework."""
    JUNE_2026 = "2026-06"
    """The assessment calculator, which calls them examples."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """An objective of the EU Cloud Sovereignty Framework, `SOV-1` to `SOV-8`.

    `weights` are percent, and each set adds up to a hundred.
    """

    id: str
    name_en: str
    name_fr: str
    weights: dict[WeightSet, int]
    provenance: Provenance

    def name(self, language: str) -> str:
        """Return the name in French, in English for any other language."""
        return self.name_fr if language == "fr" else self.name_en


@dataclass(frozen=True, slots=True, kw_only=True)
class SovereigntyLevel:
    """A level of the framework, 0 to 4, with its names of October 2025 and of June 2026."""

    level: int
    code: str
    name_en: str
    name_fr: str
    name_2026_en: str
    name_2026_fr: str
    means_en: str
    means_fr: str
    provenance: Provenance

    def name(self, language: str) -> str:
        """Return the name of October 2025 in French, in English for any other language."""
        return self.name_fr if language == "fr" else self.name_en

    def means(self, language: str) -> str:
        """Return what the level means, in French, in English for any other language."""
        return self.means_fr if language == "fr" else self.means_en


class EbiosFactor(StrEnum):
    """What the threat level of a supplier is made of (EBIOS RM, workshop 3); each is 1 to 4.

    Exposure is dependency x penetration, reliability maturity x trust, both 1 to 16; the threat
    level is exposure / reliability. Maturity and trust are answers of people, and never follow
    from a country.
    """

    DEPENDENCY = "dependency"
    PENETRATION = "penetration"
    MATURITY = "maturity"
    TRUST = "trust"


@dataclass(frozen=True, slots=True, kw_only=True)
class EbiosMark:
    """What a value, 1 to 4, of a factor means."""

    factor: EbiosFactor
    value: int
    means_en: str
    means_fr: str
    provenance: Provenance

    def means(self, language: str) -> str:
        """Return the meaning in French, in English for any other language."""
        return self.means_fr if language == "fr" else self.means_en


@dataclass(frozen=True, slots=True, kw_only=True)
class EbiosZone:
    """A zone of suppliers: those whose threat level is at least `from_threat`.

    The thresholds are those of the guide's worked example; each study chooses its own.
    """

    id: str
    name_en: str
    name_fr: str
    from_threat: float
    provenance: Provenance

    def name(self, language: str) -> str:
        """Return the name in French, in English for any other language."""
        return self.name_fr if language == "fr" else self.name_en


@cache
def objectives() -> dict[str, Objective]:
    """Return the eight objectives by id, in their order; treat the result as read-only."""
    table = paths.resource("catalogue/sovereignty_objectives.csv")
    found = {row.needed("id"): _objective(row) for row in rows.rows(table, _OBJECTIVE_HEADER)}
    for chosen in WeightSet:
        if sum(one.weights[chosen] for one in found.values()) != 100:
            raise rows.CatalogueFault(table.name, 0, "weight", chosen)
    return found


def weights(chosen: WeightSet) -> dict[str, int]:
    """Return the weight in percent of each objective in one of the two published sets."""
    return {one.id: one.weights[chosen] for one in objectives().values()}


@cache
def sovereignty_levels() -> tuple[SovereigntyLevel, ...]:
    """Return the five levels, each at the index that is its number."""
    table = paths.resource("catalogue/sovereignty_levels.csv")
    found = tuple(_level(row) for row in rows.rows(table, _LEVEL_HEADER))
    if [one.level for one in found] != list(range(5)):
        raise rows.CatalogueFault(table.name, 0, "level", str(len(found)))
    return found


@cache
def ebios_marks(factor: EbiosFactor) -> tuple[EbiosMark, ...]:
    """Return what the values 1 to 4 of a factor mean, in that order."""
    table = paths.resource("catalogue/ebios_scales.csv")
    read = (_mark(row) for row in rows.rows(table, _MARK_HEADER))
    found = tuple(one for one in read if one.factor is factor)
    if [one.value for one in found] != [1, 2, 3, 4]:
        raise rows.CatalogueFault(table.name, 0, "value", factor)
    return found


@cache
def ebios_zones() -> tuple[EbiosZone, ...]:
    """Return the zones with their usual thresholds, the worst first.

    A supplier whose threat level lies below the last threshold is in none.
    """
    table = paths.resource("catalogue/ebios_zones.csv")
    found = tuple(_zone(row) for row in rows.rows(table, _ZONE_HEADER))
    if [one.from_threat for one in found] != sorted((z.from_threat for z in found), reverse=True):
        raise rows.CatalogueFault(table.name, 0, "from_threat", str(len(found)))
    return found


_OBJECTIVE_HEADER = "id name_en name_fr weight_2025_10 weight_2026_06 confidence source as_of"
_LEVEL_HEADER = (
    "level code name_en name_fr name_2026_en name_2026_fr means_en means_fr confidence source as_of"
)
_MARK_HEADER = "factor value means_en means_fr confidence source as_of"
_ZONE_HEADER = "zone name_en name_fr from_threat confidence source as_of"
_FACTORS = rows.words(EbiosFactor)


def _objective(row: rows.Row) -> Objective:
    return Objective(
        id=row.needed("id"),
        name_en=row.needed("name_en"),
        name_fr=row.needed("name_fr"),
        weights={
            WeightSet.OCTOBER_2025: row.whole("weight_2025_10", low=0, high=100),
            WeightSet.JUNE_2026: row.whole("weight_2026_06", low=0, high=100),
        },
        provenance=provenance(row),
    )


def _level(row: rows.Row) -> SovereigntyLevel:
    return SovereigntyLevel(
        level=row.whole("level", low=0, high=4),
        code=row.needed("code"),
        name_en=row.needed("name_en"),
        name_fr=row.needed("name_fr"),
        name_2026_en=row.needed("name_2026_en"),
        name_2026_fr=row.needed("name_2026_fr"),
        means_en=row.needed("means_en"),
        means_fr=row.needed("means_fr"),
        provenance=provenance(row),
    )


def _mark(row: rows.Row) -> EbiosMark:
    return EbiosMark(
        factor=row.choice("factor", _FACTORS),
        value=row.whole("value", low=1, high=4),
        means_en=row.needed("means_en"),
        means_fr=row.needed("means_fr"),
        provenance=provenance(row),
    )


def _zone(row: rows.Row) -> EbiosZone:
    return EbiosZone(
        id=row.needed("zone"),
        name_en=row.needed("name_en"),
        name_fr=row.needed("name_fr"),
        from_threat=row.decimal("from_threat"),
        provenance=provenance(row),
    )
