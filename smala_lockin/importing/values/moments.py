"""Dates as people write them."""

import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.values.plain import plain_words

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
_SEVERAL = re.compile(r"\d\D+\d")  # no day is written with one number, but for one without signs
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[\s,;(].*)?$")

_UNTIL = re.compile(
    r"(?:fin|date de fin|échéance|echeance|expire(?: le)?|jusqu['’]?\s?(?:au|à)|au|le|"
    r"tot(?: en met)?|bis(?: zum)?|until|till|ends?(?: on)?|exp|einde|eind|vervalt(?: op)?|ende|"
    r"endet am|term)\s*[.:=]?\s*(?=\d)",
    re.IGNORECASE,
)
"""What people write before the day on which something ends."""

_DIGITS = 8
_DAY_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050  # the years 2000 to 2099


def month_comes_first(cells: Iterable[Cell]) -> bool:
    """Whether a column writes 4/25/16: true only where some day would be a 13th month."""
    day_first = month_first = 0
    for cell, count in Counter(cells).items():
        if isinstance(cell, str) and (found := _NUMERIC.match(cell.strip())):
            day_first += count * (int(found[1]) > 12)
            month_first += count * (int(found[2]) > 12)
    return month_first > day_first


def read_date(cell: Cell, *, month_first: bool = False, serial: bool = False) -> date | None:
    """Return the day a cell names; None for a month or year alone, and for what is no date.

    20271231 is one. With `serial` so is the number of a day as spreadsheets count them, which a
    column without a format of dates shows.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _of_number(cell, serial=serial)
    if not isinstance(cell, str):
        return None
    if cell[:1].isalpha() and cell[1:].isdecimal():
        return None  # as the numbers of invoices are
    text = _UNTIL.sub("", cell.strip(), count=1) if cell[:1].isalpha() else cell.strip()
    if text.isdecimal():
        return _of_number(int(text), serial=serial) if len(text) <= _DIGITS else None
    if not _SEVERAL.search(text):
        return None
    if found := _ISO.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.match(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        month, day = (first, second) if month_first else (second, first)
        return _day(year + 2000 if year < 100 else year, month, day)
    return _in_words(text)


def _of_number(number: float, *, serial: bool) -> date | None:
    if serial and _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return _DAY_ZERO + timedelta(days=int(number))
    if number != int(number) or len(str(int(number))) != _DIGITS:
        return None
    rest, day = divmod(int(number), 100)
    year, month = divmod(rest, 100)
    return _day(year, month, day) if 1990 <= year < 2100 else None


def _in_words(text: str) -> date | None:
    words = re.findall(r"[^\W\d_]+|\d+", text)
    numbers = [int(word) for word in words if word.isdecimal()]
    if len(numbers) < 2:
        return None
    months = [number for word in words if (number := _MONTHS.get(plain_words(word)))]
    if len(months) != 1:
        return None
    day, year = numbers[0], numbers[1]
    return _day(year + 2000 if year < 100 else year, months[0], day)


def month_of(word: str) -> int | None:
    """Return the number of the month that a word, as `plain_words` leaves it, names."""
    return _MONTHS.get(word)


def _day(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        if 1970 <= year <= 2200:
            return date(year, month, day)
    return None
