"""Countries: their names, whether they are in the EEA, and how the EU rates their data protection.

Nothing here is legal advice. Sources and licences: `resources/catalogue/README.md`.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from smala_lockin.knowledge import in_force, spelling
from smala_lockin.knowledge.jurisdiction_rows import Jurisdiction, by_name

EU = "EU"
EEA = "EEA"

_LANGUAGES = ("en", "fr", "nl", "de")
_EU_NAMES = ("EU", "UE", "European Union", "Union européenne", "Europese Unie", "Europäische Union")
_EEA_NAMES = (
    *("EEA", "EEE", "EER", "EWR", "EU/EEA", "UE/EEE", "EU/EER", "EU/EWR"),
    *("European Economic Area", "Espace économique européen", "Europese Economische Ruimte"),
    "Europäischer Wirtschaftsraum",
)


def jurisdictions() -> Mapping[str, Jurisdiction]:
    """Return all countries by code, as corrected by the user; read-only."""
    return in_force.countries()


def jurisdiction(code: str) -> Jurisdiction | None:
    """Return the country of an ISO 3166-1 alpha-2 code, None for anything else."""
    return in_force.countries().get(code)


def in_eea(code: str) -> bool:
    """Return whether a country, or the regions "EU" and "EEA", lie inside the EEA.

    An unknown code does not: a place that nobody knows is not a safe one.
    """
    found = in_force.countries().get(code)
    return found.in_eea if found else code in (EU, EEA)


def country_name(code: str, language: str) -> str:
    """Return the name of a country or of the regions "EU" and "EEA"; the code if unknown."""
    if found := in_force.countries().get(code):
        return found.name(language)
    names = {EU: _EU_NAMES[2:], EEA: _EEA_NAMES[-4:]}.get(code)
    if not names:
        return code
    return names[_LANGUAGES.index(language) if language in _LANGUAGES else 0]


def country_code(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country written by a person, if it is one.

    What the user calls otherwise is still found by the name that the program has for it. Takes
    names in English, French, Dutch and German, common short forms ("USA", "Etats-Unis"),
    and ISO codes of two or three letters. Codes must be in capitals, for "no", "it" or "and"
    are words far more often than Norway, Italy or Andorra.
    """
    stripped = text.strip()
    return _by_code().get(stripped) or _by_name().get(spelling.key(stripped))


def region_code(text: str) -> str | None:
    """Return "EU" or "EEA" where a text names one of these, else as `country_code`."""
    return _regions().get(spelling.key(text)) or country_code(text)


def _by_code() -> dict[str, str]:
    return _codes_of(in_force.tables())


def _by_name() -> dict[str, str]:
    return _names_of(in_force.tables())


@lru_cache(maxsize=1)
def _codes_of(found: in_force.Tables) -> dict[str, str]:
    countries = found.countries.values()
    return {code: one.code for one in countries for code in (one.code, one.alpha3)}


@lru_cache(maxsize=1)
def _names_of(found: in_force.Tables) -> dict[str, str]:
    usual = {
        spelling.key(one.name(language)): code
        for code, one in in_force.delivered().countries.items()
        for language in _LANGUAGES
    }
    return {**usual, **by_name(found.countries)}


@cache
def _regions() -> dict[str, str]:
    return {
        spelling.key(name): code
        for code, names in ((EU, _EU_NAMES), (EEA, _EEA_NAMES))
        for name in names
    }
