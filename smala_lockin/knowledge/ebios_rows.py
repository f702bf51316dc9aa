"""The rows of EBIOS RM, workshop 3: what the values of the four factors mean, and the zones.

Figures are those of the guide, what they mean is said in our words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from smala_lockin.knowledge import rows
from smala_lockin.knowledge.provenance import Provenance, provenance

MARK_COLUMNS = ("means_en", "means_fr", "confidence", "source", "as_of")
ZONE_COLUMNS = ("name_en", "name_fr", "from_threat", "confidence", "source", "as_of")
_NONE: Mapping[str, Mapping[str, str]] = {}


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

    id: str
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


def read_marks(
    path: Path, corrections: Mapping[str, Mapping[str, str]] = _NONE
) -> dict[str, EbiosMark]:
    """Return the values of a table by id, some of them corrected; each factor has 1 to 4 in order.

    Raises `CatalogueFault` on a row that makes no sense or is not there to correct.
    """
    header = " ".join(("id", "factor", "value", *MARK_COLUMNS))
    lines = rows.corrected(rows.rows(path, header), "id", corrections)
    found = {one.id: one for one in map(_mark, lines)}
    for factor in EbiosFactor:
        if [one.value for one in found.values() if one.factor is factor] != [1, 2, 3, 4]:
            raise rows.CatalogueFault(path.name, 0, "value", factor)
    return found


def read_zones(
    path: Path, corrections: Mapping[str, Mapping[str, str]] = _NONE
) -> dict[str, EbiosZone]:
    """Return the zones of a table by id, the worst first, some of them corrected.

    Raises `CatalogueFault` on a row that makes no sense or is not there to correct, and where a
    worse zone does not begin higher.
    """
    lines = rows.corrected(rows.rows(path, " ".join(("zone", *ZONE_COLUMNS))), "zone", corrections)
    found = {one.id: one for one in map(_zone, lines)}
    for worse, better in pairwise(found.values()):
        if worse.from_threat <= better.from_threat:
            begun = str(better.from_threat)
            raise rows.CatalogueFault(path.name, 0, "from_threat", begun, entry=better.id)
    return found


_FACTORS = rows.words(EbiosFactor)


def _mark(row: rows.Row) -> EbiosMark:
    return EbiosMark(
        id=row.needed("id"),
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
