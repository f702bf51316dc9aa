"""Workbooks of every usual kind, read by calamine in a child process.

One blank in the last cell of a sheet makes calamine abort its process, hence the child, which
imports this module and nothing heavy.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from smala_lockin.formats import guarded
from smala_lockin.formats.unreadable import Reason, Unreadable

SECONDS = 60.0
MEMORY_BYTES = 3 << 30

_Cell = str | float | int | bool | date | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The filled part of a sheet; row numbers as Excel shows them.

    `bands` are the rows of which several cells are merged into one.
    """

    name: str
    hidden: bool
    first_row: int
    bands: frozenset[int]
    rows: list[list[_Cell]]


def read_workbook(path: Path) -> list[Sheet]:
    """Return the sheets that can hold cells, in the order of the workbook.

    Raises `Unreadable` for what is no workbook, protected, damaged, or kills or holds up the
    reader.
    """
    try:
        found = guarded.run(_read, str(path), seconds=SECONDS, memory_bytes=MEMORY_BYTES)
    except guarded.ChildDied:
        raise Unreadable(path.name, Reason.READER_DIED) from None
    except guarded.ChildTooSlow:
        raise Unreadable(path.name, Reason.TOO_SLOW) from None
    if isinstance(found, Reason):
        raise Unreadable(path.name, found)
    return found


def _read(path: str) -> list[Sheet] | Reason:
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_path(path) as workbook:
            sheets = [
                _sheet(workbook, index, found.name, found.visible)
                for index, found in enumerate(workbook.sheets_metadata)
                if found.typ == calamine.SheetTypeEnum.WorkSheet
            ]
    except calamine.PasswordError:
        return Reason.PROTECTED
    except calamine.CalamineError:
        return Reason.DAMAGED
    return sheets or Reason.NO_SHEETS


def _sheet(workbook: object, index: int, name: str, visible: object) -> Sheet:
    import python_calamine as calamine

    assert isinstance(workbook, calamine.CalamineWorkbook)
    sheet = workbook.get_sheet_by_index(index)
    rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=True)]
    while rows and not any(value is not None for value in rows[-1]):
        rows.pop()
    return Sheet(
        name=name,
        hidden=visible != calamine.SheetVisibleEnum.Visible,
        first_row=(sheet.start or (0, 0))[0] + 1,
        bands=frozenset(
            top + 1
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
            if top == bottom and right > left
        ),
        rows=rows,
    )


def _cell(value: object) -> _Cell:
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if value is None or isinstance(value, bool | int | date):
        return value
    return str(value)
