"""The tables in `resources/catalogue/`: comma-separated, one header line, lists split by `|`."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from smala_lockin.domain.errors import LockinError

Choice = TypeVar("Choice", bound=StrEnum)


class CatalogueFault(LockinError):
    """A row of our own catalogue makes no sense; `line` is that of the file, from 1.

    `entry` is what stands in the first cell, mostly an id.
    """

    def __init__(self, table: str, line: int, column: str, value: str, *, entry: str = "") -> None:
        super().__init__(f"{table}, line {line}, {column}: {value!r}")
        self.table, self.line, self.column, self.value = table, line, column, value
        self.entry = entry


class Row:
    """One line of a table; each reading raises `CatalogueFault` where the cell makes no sense."""

    __slots__ = ("_cells", "_line", "_table")

    def __init__(self, table: str, line: int, cells: dict[str, str]) -> None:
        self._table, self._line, self._cells = table, line, cells

    def corrected(self, cells: Mapping[str, str]) -> "Row":
        """Return this line with other values in some of its columns."""
        return Row(self._table, self._line, {**self._cells, **cells})

    def text(self, column: str) -> str:
        """Return a cell, possibly empty."""
        return self._cells[column]

    def needed(self, column: str) -> str:
        """Return a cell that must hold something."""
        return self._cells[column] or self._refuse(column)

    def items(self, column: str) -> tuple[str, ...]:
        """Return what a cell lists; nothing where it is empty."""
        cell = self._cells[column]
        return tuple(cell.split("|")) if cell else ()

    def flag(self, column: str) -> bool:
        """Return whether a cell says yes; empty means no."""
        cell = self.text(column)
        return cell == "yes" if cell in ("yes", "no", "") else bool(self._refuse(column))

    def whole(self, column: str, *, low: int, high: int) -> int:
        """Return the whole number in a cell, both bounds included."""
        cell = self._cells[column]
        if not (cell.isdecimal() and low <= int(cell) <= high):
            raise self.refuse(column)
        return int(cell)

    def decimal(self, column: str) -> float:
        """Return the number above zero in a cell, written with a point."""
        cell = self._cells[column]
        if not (cell.replace(".", "", 1).isdecimal() and float(cell) > 0):
            raise self.refuse(column)
        return float(cell)

    def choice(self, column: str, words: dict[str, Choice]) -> Choice:
        """Return the member that a cell names."""
        return words.get(self._cells[column]) or words[self._refuse(column)]

    def choice_or_none(self, column: str, words: dict[str, Choice]) -> Choice | None:
        """Return the member that a cell names, None where it is empty or says unknown."""
        return None if self._cells[column] in ("", "unknown") else self.choice(column, words)

    def day(self, column: str) -> date:
        """Return the date in a cell, written year-month-day."""
        try:
            return _day(self._cells[column])
        except ValueError:
            raise self.refuse(column) from None

    def day_or_none(self, column: str) -> date | None:
        """Return the date in a cell, None where it is empty."""
        return self.day(column) if self.text(column) else None

    def refuse(self, column: str) -> CatalogueFault:
        """Return the fault of a cell, for the caller to raise."""
        entry = next(iter(self._cells.values()))
        return CatalogueFault(self._table, self._line, column, self.text(column), entry=entry)

    def _refuse(self, column: str) -> str:
        raise self.refuse(column)


def rows(path: Path, header: str) -> Iterator[Row]:
    """Yield the rows of a table, whose columns are those of `header`."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        names = next(reader, [])
        if names != header.split():
            raise CatalogueFault(path.name, 1, "header", " ".join(names))
        table, wide = path.name, len(names)
        for cells in reader:
            if len(cells) != wide:
                raise CatalogueFault(table, reader.line_num, "row", "|".join(cells))
            yield Row(table, reader.line_num, dict(zip(names, cells, strict=True)))


def corrected(
    lines: Iterator[Row],
    key: str,
    corrections: Mapping[str, Mapping[str, str]],
    *,
    blank: Mapping[str, str] | None = None,
) -> Iterator[Row]:
    """Yield rows with corrections by the cell of the column `key`, then further ones.

    Further rows begin as `blank`; without it a correction of what is not there is a fault.
    """
    left = dict(corrections)
    for row in lines:
        cells = left.pop(row.text(key), None)
        yield row.corrected(cells) if cells else row
    for name, cells in left.items():
        if blank is None:
            raise CatalogueFault(OWN, 0, key, name, entry=name)
        yield Row(OWN, 0, {**blank, **cells, key: name})


OWN = "catalogue.json"
"""The file with what the user knows better."""
_day = lru_cache(maxsize=256)(date.fromisoformat)
"""Tables repeat a few days over and over."""


def words(choices: type[Choice]) -> dict[str, Choice]:
    """Return the members of an enum by the word that stands for them."""
    return {member.value: member for member in choices}
