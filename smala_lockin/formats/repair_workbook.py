"""Rows to be mended, as a workbook with a sheet for each sheet they come from."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from smala_lockin.formats.atomic import write_whole

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST_TITLE = 31
_LONGEST_TEXT = 32_000
_WIDTH = 22


class Rows(Protocol):
    """A sheet to be: its title, and its rows."""

    @property
    def title(self) -> str: ...

    @property
    def rows(self) -> Sequence[Sequence[str | float | int | bool | date | None]]: ...


def write(path: Path, sheets: Iterable[Rows]) -> None:
    """Write a workbook, whole or not at all; raises `FileTrouble`. Texts are never formulas."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    for one in sheets:
        sheet = book.create_sheet(_title(one.title, book.sheetnames))
        for number, row in enumerate(one.rows, 1):
            for place, value in enumerate(row, 1):
                if value is None:
                    continue
                cell = sheet.cell(number, place)
                if isinstance(value, str):
                    cell.value = _CONTROL.sub("", value)[:_LONGEST_TEXT]
                    cell.data_type = "s"
                else:
                    cell.value = value
        for place in range(1, sheet.max_column + 1):
            sheet.column_dimensions[get_column_letter(place)].width = _WIDTH
    if not book.worksheets:
        book.create_sheet()
    write_whole(path, book.save)


def _title(text: str, taken: Sequence[str]) -> str:
    plain = " ".join(_FORBIDDEN.sub(" ", text).split()).strip("'")[:_LONGEST_TITLE] or "1"
    known = {one.casefold() for one in taken}
    title, number = plain, 1
    while title.casefold() in known:
        number += 1
        title = f"{plain[: _LONGEST_TITLE - 4]} {number}"
    return title
