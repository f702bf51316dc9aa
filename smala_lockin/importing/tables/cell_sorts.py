"""The sorts of values that a cell may hold, told by their form alone."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.tables.row_looks import is_blank
from smala_lockin.importing.values.enterprise import registration
from smala_lockin.importing.values.moments import read_date
from smala_lockin.importing.values.plain import is_placeholder
from smala_lockin.importing.values.scales import is_flag

_MOST = 0.6
_AMOUNT = re.compile(r"[-+(]?\s*(?:€|\$|£|EUR|USD)?\s*[-+]?\d[\d\s.,'’]*\s*(?:€|\$|£|EUR|USD)?\)?")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.\w{2,}")
_SITE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_YEARS = range(1990, 2101)


class CellSort(StrEnum):
    """What a cell holds, where it is no mere text."""

    AMOUNT = "amount"
    DAY = "day"
    ANSWER = "answer"
    ADDRESS = "address"
    REGISTRATION = "registration"


def is_of(sort: CellSort, cell: Cell) -> bool:
    """Whether a cell holds a value of a sort."""
    return _TESTS[sort](cell)


def are_mostly(sort: CellSort, cells: Sequence[Cell]) -> bool:
    """Whether most of some cells hold values of a sort."""
    return sum(map(_TESTS[sort], cells)) >= _MOST * len(cells)


def holds_nothing(cell: Cell) -> bool:
    """Whether a cell is blank, or says that nothing is known."""
    return is_blank(cell) or (isinstance(cell, str) and is_placeholder(cell))


def is_answer(cell: Cell) -> bool:
    """Whether a cell holds a yes or a no."""
    if isinstance(cell, bool):
        return True
    return isinstance(cell, str) and len(cell.strip()) > 1 and is_flag(cell.strip())


def _is_amount(cell: Cell) -> bool:
    if isinstance(cell, str):
        text = cell.strip()
        return bool(_AMOUNT.fullmatch(text)) and not (text.isdigit() and int(text) in _YEARS)
    return isinstance(cell, int | float) and not isinstance(cell, bool) and cell not in _YEARS


def _is_day(cell: Cell) -> bool:
    return isinstance(cell, date) or (isinstance(cell, str) and read_date(cell) is not None)


def _reaches(cell: Cell) -> bool:
    text = str(cell).strip()
    return bool(_MAIL.fullmatch(text) or _SITE.fullmatch(text))


def _is_registration(cell: Cell) -> bool:
    found = registration(cell, country="BE") if isinstance(cell, str) else None
    digits = sum(map(str.isdigit, found.text)) if found else 0
    return found is not None and found.sound and digits >= _DIGITS


_DIGITS = 6
"""The fewest digits of the number of an enterprise."""


_TESTS: dict[CellSort, Callable[[Cell], bool]] = {
    CellSort.AMOUNT: _is_amount,
    CellSort.DAY: _is_day,
    CellSort.ANSWER: is_answer,
    CellSort.ADDRESS: _reaches,
    CellSort.REGISTRATION: _is_registration,
}
