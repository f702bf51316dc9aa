"""The rows of countries: their names, whether they are in the EEA, how the EU rates their rules.

Nothing here is legal advice. Sources and licences: `resources/catalogue/README.md`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from smala_lockin.knowledge import rows, spelling
from smala_lockin.knowledge.provenance import Provenance, provenance

NAMES = ("name_en", "name_fr", "name_nl", "name_de")
"""The usual name of a country in each language."""
COLUMNS = (
    *("alpha3", *NAMES),
    *("other_names", "in_eu", "in_eea", "gdpr_adequacy", "adequacy_decision", "adequacy_date"),
    *("extraterritorial_laws", "notes", "confidence", "source", "as_of"),
)
"""The columns that people may correct: all but the code, by which maps know a country."""
LISTS = frozenset({"other_names", "extraterritorial_laws"})

_HEADER = " ".join(("code", *COLUMNS))
_BLANK = {"code": "", **dict.fromkeys(COLUMNS, ""), "gdpr_adequacy": "no"}
_CODE, _ALPHA3 = re.compile(r"(?!EU)[A-Z]{2}"), re.compile(r"(?!EEA)[A-Z]{3}")
_NONE: Mapping[str, Mapping[str, str]] = {}


class Adequacy(StrEnum):
    """How far EU law (GDPR, chapter V) lets personal data go to a country."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    EEA = "eea"


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """A country: `code` is ISO 3166-1 alpha-2, `laws` are ids of catalogued laws (`laws.Law`).

    Outermost regions of member states count as in the EU and the EEA. A partial adequacy holds
    for some organisations only. No law catalogued does not mean that there is none. The
    provenance speaks of adequacy: codes, names and membership are certain.
    """

    code: str
    alpha3: str
    name_en: str
    name_fr: str
    name_nl: str
    name_de: str
    other_names: tuple[str, ...]
    in_eu: bool
    in_eea: bool
    adequacy: Adequacy
    adequacy_decision: str
    adequacy_date: date | None
    laws: tuple[str, ...]
    notes: str
    provenance: Provenance

    def name(self, language: str) -> str:
        """Return the usual name in en, fr, nl or de, in English for any other language."""
        return {"fr": self.name_fr, "nl": self.name_nl, "de": self.name_de}.get(
            language, self.name_en
        )


ADEQUACY = {
    "yes": Adequacy.FULL,
    "partial": Adequacy.PARTIAL,
    "no": Adequacy.NONE,
    "eea": Adequacy.EEA,
}
"""How EU law rates a country, by the word that stands in the table."""


def read(
    path: Path, corrections: Mapping[str, Mapping[str, str]] = _NONE
) -> dict[str, Jurisdiction]:
    """Return the countries of a table by code, some of them corrected, and further ones.

    Raises `CatalogueFault` on a row that makes no sense or comes twice.
    """
    found: dict[str, Jurisdiction] = {}
    longer: set[str] = set()
    for row in rows.corrected(rows.rows(path, _HEADER), "code", corrections, blank=_BLANK):
        one = _jurisdiction(row)
        if one.code in found:
            raise row.refuse("code")
        if one.alpha3 in longer:
            raise row.refuse("alpha3")
        found[one.code] = one
        longer.add(one.alpha3)
    return found


def by_name(countries: Mapping[str, Jurisdiction]) -> dict[str, str]:
    """Return codes by each name of a country, as keys. Raises `CatalogueFault` on a shared one."""
    found: dict[str, str] = {}
    for one in countries.values():
        for column, name in _named(one):
            if found.setdefault(spelling.key(name), one.code) != one.code:
                raise rows.CatalogueFault("jurisdictions.csv", 0, column, name, entry=one.code)
    return found


def _named(one: Jurisdiction) -> Iterator[tuple[str, str]]:
    yield from zip(NAMES, (one.name_en, one.name_fr, one.name_nl, one.name_de), strict=True)
    for name in one.other_names:
        yield "other_names", name


def _jurisdiction(row: rows.Row) -> Jurisdiction:
    one = Jurisdiction(
        code=row.needed("code"),
        alpha3=row.needed("alpha3"),
        name_en=row.needed("name_en"),
        name_fr=row.needed("name_fr"),
        name_nl=row.needed("name_nl"),
        name_de=row.needed("name_de"),
        other_names=row.items("other_names"),
        in_eu=row.flag("in_eu"),
        in_eea=row.flag("in_eea"),
        adequacy=row.choice("gdpr_adequacy", ADEQUACY),
        adequacy_decision=row.text("adequacy_decision"),
        adequacy_date=row.day_or_none("adequacy_date"),
        laws=row.items("extraterritorial_laws"),
        notes=row.text("notes"),
        provenance=provenance(row),
    )
    if not _CODE.fullmatch(one.code):
        raise row.refuse("code")
    if not _ALPHA3.fullmatch(one.alpha3):
        raise row.refuse("alpha3")
    if (one.adequacy is Adequacy.EEA) != one.in_eea or (one.in_eu and not one.in_eea):
        raise row.refuse("in_eea")
    if (one.adequacy_date is not None) != (one.adequacy in (Adequacy.FULL, Adequacy.PARTIAL)):
        raise row.refuse("adequacy_date")
    return one
