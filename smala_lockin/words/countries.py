"""Countries as they stand in a sentence: with the article and the preposition that each takes.

    named("US")  the United States      les États-Unis      l’Inde      Israël
    of("US")     of the United States   des États-Unis      de l’Inde   d’Israël
    inside("US") in the United States   aux États-Unis      en Inde     en Israël

Takes ISO 3166-1 alpha-2 codes, "EU" and "EEA"; the name alone is `nouns.country`.
"""

from collections.abc import Iterable
from enum import Enum

from smala_lockin.i18n import current, listing
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.jurisdictions import country_name
from smala_lockin.words.elision import elided, is_elided


def named(code: str) -> str:
    """Return a country as the subject of a sentence."""
    name = country_name(code, current())
    match current():
        case "fr":
            return _with_article(code, name)
        case _:
            return f"the {name}" if _has_the(code, name) else name


def of(code: str) -> str:
    """Return a country as whose something is, such as a law or a government."""
    if current() != "fr":
        return f"of {named(code)}"
    name = country_name(code, "fr")
    match _gender(code, name):
        case _Gender.PLURAL:
            return f"des {name}"
        case _Gender.MASCULINE | _Gender.AREA if not is_elided(name):
            return f"du {name}"
        case _:
            return elided("de", _with_article(code, name))


def inside(code: str) -> str:
    """Return a country as where something is."""
    if current() != "fr":
        return f"in {named(code)}"
    name = country_name(code, "fr")
    if code in _EN:
        return f"en {name}"
    match _gender(code, name):
        case _Gender.PLURAL:
            return f"aux {name}"
        case _Gender.AREA:
            return f"dans {_with_article(code, name)}"
        case _Gender.ISLE:
            return f"sur {_with_article(code, name)}"
        case _Gender.BARE:
            return f"à {name}"
        case _Gender.FEMININE if code in _A_LA:
            return f"à la {name}"
        case _Gender.MASCULINE if not is_elided(name):
            return f"au {name}"
        case _:
            return f"en {name}"


def of_all(codes: Iterable[str]) -> str:
    """Return "of the United States and of China"."""
    return listing([of(code) for code in codes])


def inside_all(codes: Iterable[str]) -> str:
    """Return "in the United States and in China"."""
    return listing([inside(code) for code in codes])


class _Gender(Enum):
    """How French treats the name of a country: an area is entered "dans", an isle stepped "sur"."""

    MASCULINE = "le"
    FEMININE = "la"
    PLURAL = "les"
    AREA = "dans"
    ISLE = "sur"
    BARE = ""


def _with_article(code: str, name: str) -> str:
    match _gender(code, name):
        case _Gender.BARE:
            return name
        case _Gender.PLURAL:
            return f"les {name}"
        case _Gender.FEMININE | _Gender.MASCULINE as gender if not is_elided(name):
            return f"{gender.value} {name}"
        case _Gender.AREA if not is_elided(name):
            return f"le {name}"
        case _:
            return f"l’{name}"


def _gender(code: str, name: str) -> _Gender:
    """Return the gender that a list gives, else that of the ending: with an e it is feminine.

    The lists speak of the names that come with the program. A code that is no country's stands
    without an article.
    """
    if name == code:
        return _Gender.BARE
    if name == _delivered_name(code):
        for gender, codes in _GENDERS.items():
            if code in codes:
                return gender
    return _Gender.FEMININE if name.endswith("e") else _Gender.MASCULINE


def _delivered_name(code: str) -> str:
    found = in_force.delivered().countries.get(code)
    return found.name_fr if found else country_name(code, "fr")


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GENDERS = {
    _Gender.PLURAL: _codes(
        "AE AS AX BM BQ BS CC CK FJ FK FO HM KM KY MH MP MV NL PH PN PW SB SC TC TF TO TV UM US "
        "VG VI"
    ),
    _Gender.BARE: _codes(
        "AG AI AW BH BL CU CW CY DJ GG GI GU HK HT IL JE KI KN LC MC MF MG MO MS MT MU NR NU OM "
        "PM PR RE SG SH SM ST SX TK TT TW VC WF YT"
    ),
    _Gender.AREA: _codes("EU EEA IO VA"),
    _Gender.ISLE: _codes("BV CX IM NF"),
    _Gender.FEMININE: _codes("GS GW KP KR MK ZA"),
    _Gender.MASCULINE: _codes("AQ BZ CG KH MX MZ SR ZW"),
}
"""The names of which the ending does not say it; usage of French, checked name by name."""

_EN = _codes("HT IL")
"""Without an article, yet one is "en" there."""

_A_LA = _codes("BB DM GD")
"""Islands with the article where one is "à la"."""


def _has_the(code: str, name: str) -> bool:
    return code in _THE or name.endswith("Islands")


_THE = _codes("AE BQ BS CF DO EEA EU GB GM IM IO KM MV NL PH SC TF US")
