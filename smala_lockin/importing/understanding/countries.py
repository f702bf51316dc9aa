"""Whose country a column "Pays" says in a list of things: that of the hosting, or the supplier's.

A careful reader looks at what the column stands beside, at whether one supplier has several
countries, and at where known suppliers have their head offices.
"""

from collections.abc import Collection
from dataclasses import replace

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.importing.values.places import find_hosting
from smala_lockin.importing.values.plain import exact_form, phrases_of, plain_words
from smala_lockin.knowledge import catalogue
from smala_lockin.knowledge.jurisdictions import country_code

_BARE = phrases_of("pays|country|land|pays code|country code|code pays|landcode|staat|countries")
"""Headers that do not say whose country they mean."""

_SUPPLYING = (Meaning.SUPPLIER, Meaning.MAKER, Meaning.SUBCONTRACTOR)
_TOLD = 0.7
_ALL_KNOWN = 3


def with_hosting_countries(
    sort: RowSort, layout: Layout, columns: tuple[Column, ...], chosen: Collection[str]
) -> tuple[Column, ...]:
    """Return the columns of a list of things of which a bare "country" is no supplier's.

    It is that of the hosting beside a column that says how things are hosted and not where.
    Where nobody is named whose country it could be, and nothing is said of hosting, it is kept
    as a note.
    """
    country = next((one for one in columns if one.meaning is Meaning.COUNTRY), None)
    if sort is not RowSort.ASSET or country is None or country.header in chosen:
        return columns
    suppliers = [one for one in columns if one.meaning in _SUPPLYING]
    hosting = _hosting_without_place(columns)
    meaning: Meaning | None = Meaning.COUNTRY
    if hosting and plain_words(country.header) in _BARE:
        if not suppliers or _speaks_for_hosting(layout, country, hosting, suppliers) > 0:
            meaning = Meaning.HOSTING
    elif not suppliers and not any(one.meaning is Meaning.KIND for one in columns):
        meaning = None
    return tuple(
        replace(one, meaning=meaning, confidence=_TOLD if meaning else 0.0)
        if one is country and meaning is not Meaning.COUNTRY
        else one
        for one in columns
    )


def is_guessed_place(column: Column) -> bool:
    """Whether a column "country" was taken for that of the hosting without anybody saying so."""
    bare = plain_words(column.header) in _BARE
    return bare and column.meaning is Meaning.HOSTING and column.confidence == _TOLD


def _hosting_without_place(columns: tuple[Column, ...]) -> Column | None:
    """The column that says how things are hosted, where nothing says in which country."""
    if any(one.meaning is Meaning.LOCATION for one in columns):
        return None
    told = [one for one in columns if one.meaning is Meaning.HOSTING]
    if any(find_hosting(text) for one in told for text in one.samples):
        return None
    return told[0] if told else None


def _speaks_for_hosting(
    layout: Layout, country: Column, hosting: Column, suppliers: list[Column]
) -> int:
    """How much speaks for the country of the hosting; below zero, for that of the supplier."""
    beside = country.index - hosting.index
    score = 2 if beside == 1 else 1 if beside == -1 else 0
    score -= 2 * any(country.index - one.index == 1 for one in suppliers)
    countries = _countries_of(layout, country, suppliers[0])
    score += 2 * any(len(found) > 1 for found in countries.values())
    known = {
        name: match.vendor.country
        for name in countries
        if (match := catalogue.find(name)) and match.certain and match.vendor.country
    }
    agreeing = {name: code for name, code in known.items() if code in countries[name]}
    score += min(2, len(known) - len(agreeing))
    if known and len(agreeing) == len(known):
        at_home = len(known) >= _ALL_KNOWN and len(set(known.values())) > 1
        score -= 3 if at_home else 1
    return score


def _countries_of(layout: Layout, country: Column, supplier: Column) -> dict[str, set[str]]:
    """The countries that stand beside each supplier."""
    found: dict[str, set[str]] = {}
    pairs = zip(layout.columns[supplier.index], layout.columns[country.index], strict=True)
    for name, text in set(pairs):
        code = country_code(str(text)) if text is not None else None
        if name is not None and code:
            found.setdefault(exact_form(str(name)), set()).add(code)
    return found
