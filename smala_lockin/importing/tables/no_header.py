"""Lists without a header: their first row is a record like those below it."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from smala_lockin.formats.tables import Cell, Row
from smala_lockin.importing.tables.cell_sorts import (
    CellSort,
    are_mostly,
    holds_nothing,
    is_answer,
    is_of,
)
from smala_lockin.importing.tables.header_row import HEADER_ROWS_SEARCHED, header_confidence
from smala_lockin.importing.tables.row_looks import cell_label, filled_width, is_blank
from smala_lockin.importing.values.plain import exact_form
from smala_lockin.knowledge import catalogue

_SAMPLED = 60
_WIDE = 0.6
_FEW_KNOWN = 0.3
_LONGEST = 60


def first_record(rows: Sequence[Row], header: int | None) -> int | None:
    """Return the index of the first record of a table without header; None where it has one.

    `header` is the row that looks most like one. It is none where most of its words are unknown
    as headers and it holds what stands below it: amounts, days, answers, mail addresses, texts
    that come back, or names that the catalogue knows.
    """
    if header is not None and _heads(rows[header]):
        return None
    searched = rows[:HEADER_ROWS_SEARCHED]
    widths = [width for row in rows[:_SAMPLED] if (width := filled_width(row))]
    if len(widths) < 2:
        return None
    usual = Counter(widths).most_common(1)[0][0]
    first = next(
        (index for index, row in enumerate(searched) if filled_width(row) >= _WIDE * usual), None
    )
    if first is None or _heads(rows[first]) or (header is not None and header < first):
        return None
    below = [row for row in rows[first + 1 : first + _SAMPLED] if filled_width(row)]
    return first if below and _is_like(rows[first], below) else None


def _heads(row: Row) -> bool:
    """Whether several of the labels in a row, or half of them, are known to head columns."""
    known = _known_headers(row)
    return known > 1 or 0 < filled_width(row) <= 2 * known


def _known_headers(row: Row) -> int:
    """How many cells of a row are known to head columns; several count as two."""
    labels = (cell_label(cell) for cell in row if not is_blank(cell))
    known = (label for label in labels if header_confidence(label) > 0 and not _is_known(label))
    return len(list(islice(known, 2)))


def _is_like(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row holds values of the sorts that stand below it."""
    names = 0
    returning = 0
    headers = 0
    filled = 0
    for place, cell in enumerate(row):
        others = [one[place] for one in below if not holds_nothing(one[place])]
        if holds_nothing(cell) or not others:
            continue
        filled += 1
        if any(is_of(sort, cell) and are_mostly(sort, others) for sort in CellSort):
            return True
        form = exact_form(str(cell))
        if any(exact_form(str(other)) == form for other in others):
            returning += 1  # "Critique" heads columns and fills them
        else:
            headers += header_confidence(cell_label(cell)) > 0
        answered = any(map(is_answer, others))  # names head columns of answers too
        names += not answered and _is_known(cell) and any(map(_is_known, others))
    if filled == 1:
        texts = [cell for one in below for cell in one if not is_blank(cell)]
        named = all(len(str(cell)) <= _LONGEST for cell in texts)
        return bool(names) and named and sum(map(_is_known, texts)) >= _FEW_KNOWN * len(texts)
    return bool(names) or (bool(returning) and not headers)


def _is_known(cell: Cell) -> bool:
    """Whether a cell is a name of the catalogue, for certain."""
    return isinstance(cell, str) and len(cell) <= _LONGEST and catalogue.knows(cell)
