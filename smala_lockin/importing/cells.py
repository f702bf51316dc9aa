"""The cells of a sheet column by column: a large list holds few different ones.

What a column says is worked out once for each value, however many rows hold it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from smala_lockin.formats.tables import Cell, Row

_ROWS_AT_ONCE = 512  # such a block stays in the processor's cache while it is turned
_TEXTS = frozenset({str, type(None)})

T = TypeVar("T")


def columns_of(rows: Sequence[Row], width: int) -> tuple[list[Cell], ...]:
    """Return the columns of rows that are all of one width."""
    columns: tuple[list[Cell], ...] = tuple([] for _place in range(width))
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        block = zip(*rows[start : start + _ROWS_AT_ONCE], strict=True)
        for column, cells in zip(columns, block, strict=True):
            column.extend(cells)
    return columns


def by_value(work: Callable[[Cell], T], cells: Sequence[Cell]) -> list[T]:
    """Return what `work` makes of each cell, worked out once for each value.

    1, 1.0 and True are values of their own.
    """
    if _TEXTS.issuperset(map(type, cells)):
        known = {cell: work(cell) for cell in dict.fromkeys(cells)}
        return [known[cell] for cell in cells]
    return by_values(lambda cell, _type: work(cell), cells, map(type, cells))


def by_values(work: Callable[..., T], *columns: Iterable[object]) -> list[T]:
    """Return what `work` makes of each row of some columns, once for each set of values."""
    rows = list(zip(*columns, strict=True))
    known = {row: work(*row) for row in dict.fromkeys(rows)}
    return [known[row] for row in rows]
