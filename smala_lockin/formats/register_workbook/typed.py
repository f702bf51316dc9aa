"""The cells of a register that people fill in: their headings, and their values both ways."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum

from smala_lockin.domain.records import RiskRecord, Status, Treatment
from smala_lockin.formats.register_workbook.sheet import Column, Value
from smala_lockin.i18n import _
from smala_lockin.register.risks import Risk
from smala_lockin.words import enums, taken_back

DATE_FORMAT = "dd/mm/yyyy"

_DATES = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y")
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


def _level_column(heading: str, width: float) -> Column:
    digits = [str(number) for number in _SCALE]
    return Column(heading=heading, width=width, centred=True, typed=True, choices=digits)


def _by_word(kinds: Iterable[StrEnum], word: Callable[..., str]) -> Mapping[str, StrEnum]:
    return {word(one): one for one in kinds}


def _chosen(text: str, choices: Mapping[str, StrEnum]) -> StrEnum:
    # A list of choices in a workbook knows no commas inside a choice.
    wanted = text.replace(";", ",").casefold()
    for word, value in choices.items():
        if word.replace(";", ",").casefold() == wanted:
            return value
    raise NotUnderstood(text)


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
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise NotUnderstood(text)
