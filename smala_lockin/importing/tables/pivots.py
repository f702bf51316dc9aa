"""Pivot tables as spreadsheets lay them out: groups and what is in them in one column.

A group is told by its amount, which is the sum of those below it.
"""

from collections.abc import Sequence

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.row_looks import row_text
from smala_lockin.importing.values.plain import phrases_of, plain_words

_LABELS = phrases_of("etiquettes de lignes|row labels|rijlabels|zeilenbeschriftungen")
_CENT = 0.005
_FEWEST = 3


def unfolded(
    body: tuple[Body, ...], texts: Sequence[str]
) -> tuple[tuple[Body, ...], tuple[LeftOut, ...]]:
    """Return the innermost rows of a pivot table, each under its group, and the groups.

    The rows as they are where the table is none, or where its amounts do not add up.
    """
    if not body or not any(plain_words(text) in _LABELS for text in texts):
        return body, ()
    amounts = [amount_of(row.cells) for row in body]
    kept: list[Body] = []
    groups: list[LeftOut] = []
    place = 0
    while place < len(body):
        size = size_of(amounts, place)
        if not size:
            return body, ()
        group = body[place]
        text = next(str(cell) for cell in group.cells if cell is not None)
        groups.append(LeftOut(row=group.number, text=row_text(group.cells), why=Why.HEADING))
        kept += [one._replace(section=text) for one in body[place + 1 : place + 1 + size]]
        place += 1 + size
    return (tuple(kept), tuple(groups)) if len(body) >= _FEWEST else (body, ())


def amount_of(cells: Sequence[Cell]) -> float | None:
    """Return the last number of a row: what it comes to in all."""
    numbers = [cell for cell in cells if isinstance(cell, int | float)]
    return float(numbers[-1]) if numbers else None


def size_of(amounts: Sequence[float | None], place: int) -> int:
    """Return how many rows below one add up to its amount; 0 where none do."""
    wanted, sum_so_far = amounts[place], 0.0
    for size, amount in enumerate(amounts[place + 1 :], start=1):
        if wanted is None or amount is None:
            return 0
        sum_so_far += amount
        if abs(sum_so_far - wanted) < _CENT:
            return size
    return 0
