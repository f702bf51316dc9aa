"""The cells of a register that people fill in: their headings, and their values both ways."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from smala_lockin.domain.records import RiskRecord, Status, Treatment
from smala_lockin.formats.register_workbook.sheet import Column, Value
from smala_lockin.i18n import _, alternatives, locale
from smala_lockin.register.risks import Risk
from smala_lockin.words import enums, taken_back

DATE_FORMAT = "dd/mm/yyyy"

_DATES = ("%d/%m/%Y", "%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y")
_DATE_IN_WORDS = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)? ([^\W\d]+)\.? (\d{4})")
_FIRST_DAY, _DAY_NUMBERS = date(1899, 12, 30), range(20_000, 100_000)
"""Days as workbooks count them, should somebody take the form of a date from a cell."""
_SCALE = range(1, 6)


class NotUnderstood(ValueError):
    """A cell holds something else than its column wants."""


def column(fact: str) -> Column:
    """Return the column of the sheet "Register" in which a fact is typed."""
    match fact:
        case "likelihood":
            return _level_column(taken_back.fact(fact), 12)
        case "impact":
            return _level_column(taken_back.fact(fact), 8)
        case "residual_likelihood" | "residual_impact":
            return _level_column(taken_back.fact(fact), 12)
        case "owner":
            return Column(heading=taken_back.fact(fact), width=14, typed=True)
        case "treatment":
            words = [enums.treatment(one) for one in Treatment]
            return Column(heading=taken_back.fact(fact), width=13, typed=True, choices=words)
        case "actions":
            return Column(heading=taken_back.fact(fact), width=24, typed=True)
        case "due":
            return Column(heading=taken_back.fact(fact), width=11, typed=True, format=DATE_FORMAT)
        case "status":
            words = [enums.status(one) for one in Status]
            return Column(heading=taken_back.fact(fact), width=11, typed=True, choices=words)
        case "comment":
            return Column(heading=taken_back.fact(fact), width=30, typed=True)
    raise KeyError(fact)


def answer() -> Column:
    """Return the column of the sheet "To find out" in which the comment is typed."""
    return Column(heading=_("Answer"), width=40, typed=True)


def key(width: float) -> Column:
    """Return the column by which a row is known again."""
    return Column(heading=_("Key"), width=width)


def shown(risk: Risk, fact: str) -> Value:
    """Return what a register shows of a fact, the proposal where a person typed nothing."""
    match fact:
        case "likelihood":
            return risk.likelihood
        case "impact":
            return risk.impact
        case "treatment":
            return enums.treatment(risk.record.treatment) if risk.record.treatment else ""
        case "status":
            return enums.status(risk.status)
        case "due":
            return risk.record.due
    return getattr(risk.record, fact) or ""


def plain(record: RiskRecord, fact: str) -> Value:
    """Return what a record holds of a fact, in no language."""
    value = getattr(record, fact)
    return value.value if isinstance(value, StrEnum) else value


def from_plain(fact: str, value: object) -> object:
    """Return the value of a fact that `plain` wrote; raises `NotUnderstood`."""
    if value is None or value == "":
        return None
    match fact:
        case "treatment":
            return _chosen(str(value), {one.value: one for one in Treatment})
        case "status":
            return _chosen(str(value), {one.value: one for one in Status})
        case _:
            return from_cell(fact, value)


def from_cell(fact: str, value: object) -> object:
    """Return the value of a fact that a person typed, in the language in force.

    An empty cell is None. Raises `NotUnderstood`.
    """
    text = str(value).strip() if value is not None else ""
    if not text:
        return None
    match fact:
        case "likelihood" | "impact" | "residual_likelihood" | "residual_impact":
            return _level(text)
        case "treatment":
            return _chosen(text, _by_word(Treatment, enums.treatment))
        case "status":
            return _chosen(text, _by_word(Status, enums.status))
        case "due":
            return _day(value, text)
    return str(value) if isinstance(value, str) else text


def wanted(fact: str) -> str:
    """Return what a cell of a fact takes, in the language in force; nothing for any text."""
    if fact == "due":
        return _("a date, such as 31/03/2027")
    return alternatives(column(fact).choices)


def _level_column(heading: str, width: float) -> Column:
    digits = [str(number) for number in _SCALE]
    return Column(heading=heading, width=width, centred=True, typed=True, choices=digits)


def _by_word(kinds: Iterable[StrEnum], word: Callable[..., str]) -> Mapping[str, StrEnum]:
    return {word(one): one for one in kinds}


def _chosen(text: str, choices: Mapping[str, StrEnum]) -> StrEnum:
    # A list of choices in a workbook knows no commas inside a choice.
    for word, value in choices.items():
        if _plain(word) == _plain(text):
            return value
    raise NotUnderstood(text)


def _plain(text: str) -> str:
    """Return a text without its accents, and all in small letters."""
    apart = unicodedata.normalize("NFKD", text.replace(";", ",").casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def _level(text: str) -> int:
    for number in _SCALE:
        if text in (str(number), f"{number}.0"):
            return number
    raise NotUnderstood(text)


def _day(value: object, text: str) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and int(value) in _DAY_NUMBERS:
        return _FIRST_DAY + timedelta(days=int(value))
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    if found := _DATE_IN_WORDS.fullmatch(" ".join(text.split())):
        number, month, year = found.groups()
        try:
            return date(int(year), _months()[_plain(month)], int(number))
        except (KeyError, ValueError):
            pass
    raise NotUnderstood(text)


def _months() -> Mapping[str, int]:
    """Return the number of each month by its name and its short name in the language in force."""
    from babel.dates import get_month_names

    return {
        _plain(name).rstrip("."): number
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale()).items()
    }
