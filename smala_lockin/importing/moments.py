"""Dates and spans of time as people write them."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.plain import plain_words, words_of

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january janv janvier januari januar",
            "feb february fev fevr fevrier februari februar",
            "mar march mars maart marz mrt",
            "apr april avr avril",
            "may mai mei",
            "jun june juin juni",
            "jul july juil juillet juli",
            "aug august aout augustus",
            "sep sept september septembre",
            "oct october octobre oktober okt",
            "nov november novembre",
            "dec december decembre dezember dez",
        ),
        start=1,
    )
    for word in words.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:\s.*)?$")
_SPAN = re.compile(r"(?:max\.?|maximum|<=?|≤)?\s*(\d+(?:[.,]\d+)?)\s*([^\W\d]*)\.?$")

_HOURS = {
    unit: hours
    for hours, units in (
        (1 / 60, "min mins minute minutes minuten minuut"),
        (1, "h hr hrs hour hours heure heures u uur uren std stunde stunden"),
        (24, "d day days j jour jours jr jrs dag dagen tag tage tagen"),
        (168, "w week weeks semaine semaines sem weken woche wochen"),
        (730, "month months mois maand maanden monat monate monaten"),
        (8760, "y year years an ans annee annees jaar jahr jahre"),
    )
    for unit in units.split()
}
_AT_ONCE = words_of("immediat immediate immediately onmiddellijk sofort aucune none zero")


def month_comes_first(cells: Iterable[Cell]) -> bool:
    """Whether a column writes 4/25/16: true only where some day would be a 13th month."""
    day_first = month_first = 0
    for cell in cells:
        if isinstance(cell, str) and (found := _NUMERIC.match(cell.strip())):
            day_first += int(found[1]) > 12
            month_first += int(found[2]) > 12
    return month_first > day_first


def read_date(cell: Cell, *, month_first: bool = False) -> date | None:
    """Return the day a cell names; None for a month or year alone, and for what is no date."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str):
        return None
    text = cell.strip()
    if found := _ISO.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.match(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        month, day = (first, second) if month_first else (second, first)
        return _day(year + 2000 if year < 100 else year, month, day)
    return _in_words(text)


def read_hours(cell: Cell, *, unit_hours: float = 1.0) -> float | None:
    """Return a span of time in hours; a bare number counts `unit_hours` each."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return cell * unit_hours if cell >= 0 else None
    if not isinstance(cell, str):
        return None
    text = cell.strip().casefold()
    if plain_words(text) in _AT_ONCE:
        return 0.0
    found = _SPAN.match(text)
    if not found:
        return None
    count, word = float(found[1].replace(",", ".")), plain_words(found[2])
    if not word:
        return count * unit_hours
    return count * _HOURS[word] if word in _HOURS else None


def unit_in(header: str) -> float | None:
    """Return the hours of the unit that a header names, such as "Préavis (mois)"."""
    bracketed = re.findall(r"[(\[]([^)\]]*)[)\]]", header)
    for text in [*bracketed, header]:
        for word in plain_words(text).split():
            if word in _HOURS and (len(word) > 1 or text is not header):
                return _HOURS[word]
    return None


def _in_words(text: str) -> date | None:
    words = re.findall(r"[^\W\d_]+|\d+", text)
    months = [number for word in words if (number := _MONTHS.get(plain_words(word)))]
    numbers = [int(word) for word in words if word.isdecimal()]
    if len(months) != 1 or len(numbers) < 2:
        return None
    day, year = numbers[0], numbers[1]
    return _day(year + 2000 if year < 100 else year, months[0], day)


def _day(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        if 1970 <= year <= 2200:
            return date(year, month, day)
    return None
