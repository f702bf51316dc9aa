"""Workbooks of every usual kind, read by calamine in a child process.

One blank in the last cell of a sheet makes calamine abort its process, hence the child, which
imports this module and nothing heavy.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin.formats import guarded
from smala_lockin.formats.archives import declares_entities
from smala_lockin.formats.binary_cells import with_columns
from smala_lockin.formats.hidden_columns import hidden_columns
from smala_lockin.formats.merged_cells import Merged, merged_cells
from smala_lockin.formats.repeated_rows import TooLarge, written_once
from smala_lockin.formats.uncollected import uncollected
from smala_lockin.formats.unreadable import Reason, Unreadable

if TYPE_CHECKING:  # slow to load
    import python_calamine as calamine

SECONDS = 60.0
MEMORY_BYTES = 3 << 30

_Cell = str | float | int | bool | date | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The filled part of a sheet; row numbers as Excel shows them.

    `first_column` is an index, 0 being A. `bands` are the rows of which several cells are merged
    into one, `hidden_columns` indices.
    """

    name: str
    hidden: bool
    first_row: int
    first_column: int
    bands: frozenset[int]
    hidden_columns: frozenset[int]
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
    if found is Reason.DAMAGED and declares_entities(path):
        found = Reason.ENTITIES
    if isinstance(found, Reason):
        raise Unreadable(path.name, found)
    return found


@uncollected()
def _read(path: str) -> list[Sheet] | Reason:
    import python_calamine as calamine

    try:
        short = written_once(Path(path))
    except TooLarge:
        return Reason.TOO_LARGE
    source = short or Path(path)
    hidden, merged = hidden_columns(source), merged_cells(source)
    if short:
        short.seek(0)
    try:
        with calamine.load_workbook(short or with_columns(Path(path)) or path) as workbook:
            sheets = [
                _sheet(
                    workbook,
                    index,
                    found,
                    hidden.get(found.name, frozenset()),
                    merged.get(found.name, ()),
                )
                for index, found in enumerate(workbook.sheets_metadata)
                if found.typ == calamine.SheetTypeEnum.WorkSheet
            ]
    except calamine.PasswordError:
        return Reason.PROTECTED
    except (calamine.CalamineError, OSError):  # records that are cut short are the latter
        return Reason.DAMAGED
    return sheets or Reason.NO_SHEETS


def _sheet(
    workbook: "calamine.CalamineWorkbook",
    index: int,
    told: "calamine.SheetMetadata",
    hidden: frozenset[int],
    merged: Sequence[Merged],
) -> Sheet:
    import python_calamine as calamine

    sheet = workbook.get_sheet_by_index(index)
    first, rows = _filled_part(sheet.iter_rows())
    merged, left = sheet.merged_cell_ranges or merged, (sheet.start or (0, 0))[1]
    _fill_down(rows, merged, first, left)
    return Sheet(
        name=told.name,
        hidden=told.visible != calamine.SheetVisibleEnum.Visible,
        first_row=first + 1,
        first_column=left,
        bands=frozenset(
            top + 1 for (top, start), (bottom, end) in merged if top == bottom and end > start
        ),
        # The reader's rows begin at the first column that holds something.
        hidden_columns=frozenset(one - left for one in hidden),
        rows=rows,
    )


def _fill_down(
    rows: list[list[_Cell]],
    merged: Iterable[Merged],
    first: int,
    left: int,
) -> None:
    """Write what stands in a cell that goes over several rows into each of those that hold more.

    It is said of all of them: the supplier beside three services.
    """
    for (top, start), (bottom, end) in merged:
        row, column = top - first, start - left
        if start != end or not 0 <= row < len(rows) or not 0 <= column < len(rows[row]):
            continue
        value = rows[row][column]
        for other in rows[row + 1 : min(bottom - first + 1, len(rows))] if value else ():
            if other[column] is None and any(one is not None for one in other):
                other[column] = value


def _filled_part(cells: Iterable[Sequence[object]]) -> tuple[int, list[list[_Cell]]]:
    """Return the rows from the first to the last that hold something, and the first's index.

    Blank rows between them are one and the same list: one stray cell at the foot of a sheet
    makes a million of them.
    """
    first, last = 0, 0
    blank: list[_Cell] = []
    rows: list[list[_Cell]] = []
    for index, raw in enumerate(cells):
        row = [_cell(value) for value in raw]
        if any(value is not None for value in row):
            first = first if rows else index
            rows.append(row)
            last = len(rows)
        elif rows:
            blank = blank or row
            rows.append(blank)
    del rows[last:]
    return first, rows


def _cell(value: object) -> _Cell:
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if value is None or isinstance(value, bool | int | date):
        return value
    return str(value)
