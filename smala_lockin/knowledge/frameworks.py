"""Values of published frameworks: sovereignty objectives, weights and levels; EBIOS RM zones.

Names and figures are those of the frameworks, what they mean is said in our words. What articles
and controls a rule refers to is in `knowledge.references`. Nothing here says of any vendor that
it has a level: levels are stated for a company's own use of a service (semantics, section 5).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from smala_lockin import paths
from smala_lockin.knowledge import in_force, rows
from smala_lockin.knowledge.provenance import Provenance, provenance
from smala_lockin.knowledge.sovereignty_rows import Objective, SovereigntyLevel, WeightSet


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


def objectives() -> Mapping[str, Objective]:
    """Return the eight objectives by id, in their order, as corrected by the user; read-only."""
    return in_force.tables().objectives


def weights(chosen: WeightSet) -> dict[str, int]:
    """Return the weight in percent of each objective in one of the two published sets."""
    return {one.id: one.weights[chosen] for one in objectives().values()}


def sovereignty_levels() -> tuple[SovereigntyLevel, ...]:
    """Return the five levels, each at the index that is its number, as corrected by the user."""
    return in_force.tables().levels


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


_MARK_HEADER = "factor value means_en means_fr confidence source as_of"
_ZONE_HEADER = "zone name_en name_fr from_threat confidence source as_of"
_FACTORS = rows.words(EbiosFactor)


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
