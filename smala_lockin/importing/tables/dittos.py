"""Cells that say no more than "the same as above": "idem", "dito", a ditto mark."""

from collections.abc import Sequence
from itertools import product

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import Cells, columns_of
from smala_lockin.importing.values.plain import phrases_of

_WORDS = phrases_of(
    "idem|id.|dito|ditto|idem dito|ibidem|idem ci-dessus|idem que ci-dessus|idem supra|"
    "comme ci-dessus|voir ci-dessus|même chose|as above|same as above|see above|zie boven|"
    "zie hierboven|zoals hierboven|siehe oben|wie oben|desgl.|dsgl."
)
_SIGNS = ('"', "''", "\N{DITTO MARK}", "\N{DOUBLE PRIME}", "\N{RIGHT DOUBLE QUOTATION MARK}")
_SPOKEN = frozenset(
    f"{said}{end}"
    for word, end in product(_WORDS, ("", ".", " "))
    for said in (word, word.capitalize(), word.upper())
)
_FRAMED = frozenset(f"{left}{sign}{left}" for left, sign in product(("-", "- "), _SIGNS))
_MARKS = _SPOKEN | _FRAMED | frozenset(_SIGNS)
_NAMES = frozenset({"Ditto"})
"""What is also the name of a program; a mark where it comes more than once, or beside another."""


def with_dittos_filled(
    body: tuple[Body, ...], width: int
) -> tuple[tuple[Body, ...], tuple[Cells, ...], int]:
    """Return records and their columns with what ditto marks stand for, and how many there were.

    A mark means what stands above it in its column; under nothing it says nothing.
    """
    columns = columns_of([row.cells for row in body], width)
    marked = [place for place, one in enumerate(columns) if not _MARKS.isdisjoint(one.values)]
    if not marked:
        return body, columns, 0
    marks = [(row, place) for place in marked for row in _marks_in(columns[place])]
    beside = {row for row, place in marks if columns[place][row] not in _NAMES}
    named = [one for one in marks if one[0] not in beside]
    meant = {*marks} if len(named) > 1 else {*marks} - {*named}
    filled = list(columns)
    for place in marked:
        rows = {row for row, other in meant if other == place}
        filled[place] = Cells(_filled(columns[place], rows))
    told = dict.fromkeys(sorted(row for row, _place in meant))
    rows_told = list(body)
    for row in told:
        rows_told[row] = body[row]._replace(cells=tuple(one[row] for one in filled))
    return tuple(rows_told), tuple(filled), len(meant)


def _marks_in(column: Cells) -> list[int]:
    return [row for row, cell in enumerate(column) if isinstance(cell, str) and cell in _MARKS]


def _filled(column: Sequence[Cell], marks: set[int]) -> list[Cell]:
    """A column with what stands above each mark; nothing where there is nothing above."""
    above: Cell = None
    filled: list[Cell] = []
    for row, cell in enumerate(column):
        if row in marks:
            filled.append(above)
            continue
        if cell is not None and not (isinstance(cell, str) and not cell.strip()):
            above = cell
        filled.append(cell)
    return filled
