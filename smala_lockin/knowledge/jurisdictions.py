"""Countries: their names, whether they are in the EEA, and how the EU rates their data protection.

Nothing here is legal advice. Sources and licences: `resources/catalogue/README.md`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from smala_lockin import paths
from smala_lockin.knowledge import rows, spelling
from smala_lockin.knowledge.provenance import Provenance, provenance

EU = "EU"
EEA = "EEA"

_HEADER = (
    "code alpha3 name_en name_fr name_nl name_de other_names in_eu in_eea gdpr_adequacy "
    "adequacy_decision adequacy_date extraterritorial_laws notes confidence source as_of"
)
_LANGUAGES = ("en", "fr", "nl", "de")
_EU_NAMES = ("EU", "UE", "European Union", "Union européenne", "Europese Unie", "Europäische Union")
_EEA_NAMES = (
    *("EEA", "EEE", "EER", "EWR", "EU/EEA", "UE/EEE", "EU/EER", "EU/EWR"),
    *("European Economic Area", "Espace économique européen", "Europese Economische Ruimte"),
    "Europäischer Wirtschaftsraum",
)


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


def jurisdictions() -> dict[str, Jurisdiction]:
    """Return all countries by code. The table is read once; treat the result as read-only."""
    return _all()


def jurisdiction(code: str) -> Jurisdiction | None:
    """Return the country of an ISO 3166-1 alpha-2 code, None for anything else."""
    return _all().get(code)


def in_eea(code: str) -> bool:
    """Return whether a country, or the regions "EU" and "EEA", lie inside the EEA.

    An unknown code does not: a place that nobody knows is not a safe one.
    """
    found = _all().get(code)
    return found.in_eea if found else code in (EU, EEA)


def country_name(code: str, language: str) -> str:
    """Return the name of a country or of the regions "EU" and "EEA"; the code if unknown."""
    if found := _all().get(code):
        return found.name(language)
    names = {EU: _EU_NAMES[2:], EEA: _EEA_NAMES[-4:]}.get(code)
    if not names:
        return code
    return names[_LANGUAGES.index(language) if language in _LANGUAGES else 0]


def country_code(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country written by a person, if it is one.

    Takes names in English, French, Dutch and German, common short forms ("USA", "Etats-Unis"),
    and ISO codes of two or three letters. Codes must be in capitals, for "no", "it" or "and"
    are words far more often than Norway, Italy or Andorra.
    """
    stripped = text.strip()
    return _by_code().get(stripped) or _by_name().get(spelling.key(stripped))


def region_code(text: str) -> str | None:
    """Return "EU" or "EEA" where a text names one of these, else as `country_code`."""
    return _regions().get(spelling.key(text)) or country_code(text)


@cache
def _all() -> dict[str, Jurisdiction]:
    found: dict[str, Jurisdiction] = {}
    for row in rows.rows(paths.resource("catalogue/jurisdictions.csv"), _HEADER):
        one = _jurisdiction(row)
        if one.code in found:
            raise row.refuse("code")
        found[one.code] = one
    return found


_ADEQUACY = {
    "yes": Adequacy.FULL,
    "partial": Adequacy.PARTIAL,
    "no": Adequacy.NONE,
    "eea": Adequacy.EEA,
}


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
        adequacy=row.choice("gdpr_adequacy", _ADEQUACY),
        adequacy_decision=row.text("adequacy_decision"),
        adequacy_date=row.day_or_none("adequacy_date"),
        laws=row.items("extraterritorial_laws"),
        notes=row.text("notes"),
        provenance=provenance(row),
    )
    if len(one.code) != 2 or not one.code.isupper():
        raise row.refuse("code")
    if (one.adequacy is Adequacy.EEA) != one.in_eea or (one.in_eu and not one.in_eea):
        raise row.refuse("in_eea")
    if (one.adequacy_date is not None) != (one.adequacy in (Adequacy.FULL, Adequacy.PARTIAL)):
        raise row.refuse("adequacy_date")
    return one


@cache
def _by_code() -> dict[str, str]:
    return {code: one.code for one in _all().values() for code in (one.code, one.alpha3)}


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for one in _all().values():
        for name in (one.name_en, one.name_fr, one.name_nl, one.name_de, *one.other_names):
            if found.setdefault(spelling.key(name), one.code) != one.code:
                raise rows.CatalogueFault("jurisdictions.csv", 0, one.code, name)
    return found


@cache
def _regions() -> dict[str, str]:
    return {
        spelling.key(name): code
        for code, names in ((EU, _EU_NAMES), (EEA, _EEA_NAMES))
        for name in names
    }
