"""The cells of a sheet column by column: a large list holds few different ones.

What a column says is worked out once for each value, however many rows hold it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from itertools import count
from typing import Any, TypeVar, overload

from smala_lockin.formats.tables import Cell, Row
from smala_lockin.importing.values.plain import told_of
from smala_lockin.importing.values.secrets import secrets_among

_ROWS_AT_ONCE = 512  # such a block stays in the processor's cache while it is turned
_TEXTS = frozenset({str, type(None)})

T = TypeVar("T")


class Cells(Sequence[Cell]):
    """The cells of a column from top to bottom, and the different ones among them."""

    def __init__(self, cells: list[Cell]) -> None:
        """The list is not to change any more."""
        self._cells = cells
        self._secrets: dict[bool, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self._cells)

    def __iter__(self) -> Iterator[Cell]:
        return iter(self._cells)

    @overload
    def __getitem__(self, place: int) -> Cell: ...

    @overload
    def __getitem__(self, place: slice) -> list[Cell]: ...

    def __getitem__(self, place: int | slice) -> Cell | list[Cell]:
        return self._cells[place]

    @cached_property
    def values(self) -> Sequence[Cell]:
        """The different cells in the order of the rows; 1, 1.0 and True are values of their own."""
        if self._is_text:
            return list(self._different)
        return [cell for cell, _type in self._different]

    @cached_property
    def texts(self) -> Sequence[str]:
        """The text of each of the `values`."""
        if self._is_text and not self.has_gaps:
            return list(map(str.strip, self._different))
        return list(map(cell_text, self.values))

    @cached_property
    def told(self) -> list[str | None]:
        """The text of each of the `values`, None where it only holds a place."""
        return told_of(self.texts)

    def secrets(self, *, keys: bool) -> frozenset[str]:
        """The texts that hold secrets, `keys` among them or not; looked for once."""
        if keys not in self._secrets:
            self._secrets[keys] = secrets_among(self.texts, keys=keys)
        return self._secrets[keys]

    @property
    def has_gaps(self) -> bool:
        """Whether a cell is empty."""
        return (None if self._is_text else (None, type(None))) in self._different

    def each(self, work: Callable[[Cell], T]) -> list[T]:
        """Return what `work` makes of each cell, worked out once for each value."""
        return self.spread([work(value) for value in self.values])

    def spread(self, answers: list[T]) -> list[T]:
        """Return for each cell the answer for its value; there is one for each of `values`."""
        if len(answers) == len(self._cells):
            return answers
        return list(map(answers.__getitem__, self._places))

    @cached_property
    def _places(self) -> Sequence[int]:
        """For each cell the place of its value among the different ones."""
        known = dict(zip(self._different, count()))
        return list(map(known.__getitem__, self._keys()))

    @cached_property
    def _different(self) -> dict[Any, None]:
        return self._unlike if self._is_text else dict.fromkeys(self._keys())

    @cached_property
    def _is_text(self) -> bool:
        """Whether all cells are text or empty: what is no text is like none."""
        return _TEXTS.issuperset(map(type, self._unlike))

    @cached_property
    def _unlike(self) -> dict[Cell, None]:
        """The cells that are not equal; of 1, 1.0 and True it has the first."""
        return dict.fromkeys(self._cells)

    def _keys(self) -> Iterable[object]:
        """The cells as they are told apart."""
        cells = self._cells
        return cells if self._is_text else zip(cells, map(type, cells), strict=True)


def cell_text(cell: Cell) -> str:
    """Return a cell as text on one or more lines; a day without time as an ISO date."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        midnight = not (cell.hour or cell.minute or cell.second)
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()


def columns_of(rows: Sequence[Row], width: int) -> tuple[Cells, ...]:
    """Return the columns of rows that are all of one width."""
    columns: tuple[list[Cell], ...] = tuple([] for _place in range(width))
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        block = zip(*rows[start : start + _ROWS_AT_ONCE], strict=True)
        for column, cells in zip(columns, block, strict=True):
            column.extend(cells)
    return tuple(map(Cells, columns))


def runs_of(answers: Sequence[bool]) -> Iterator[tuple[bool, range]]:
    """Yield the places of answers that stand together and are the same, with what they are."""
    start = 0
    while start < len(answers):
        answer = answers[start]
        try:
            stop = answers.index(not answer, start)
        except ValueError:
            stop = len(answers)
        yield answer, range(start, stop)
        start = stop


def by_values(work: Callable[..., T], *columns: Iterable[object]) -> list[T]:
    """Return what `work` makes of each row of some columns, once for each set of values."""
    rows = list(zip(*columns, strict=True))
    known = {row: work(*row) for row in dict.fromkeys(rows)}
    return [known[row] for row in rows]
