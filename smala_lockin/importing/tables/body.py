"""The rows below a header: records, each under the heading of its section."""

from collections.abc import Callable, Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.tables.cells import runs_of
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.no_data import (
    Subtotals,
    heads_outline,
    is_legend,
    is_remark,
    surely_data,
    why_no_data,
)
from smala_lockin.importing.tables.row_looks import filled_width, is_blank, row_key, row_text

_SECTIONED_WIDTH = 3
_SECTIONS_SOUGHT = 500
_LONGEST_LABEL = 60
_MOST_SECTIONS = 0.4
"""The share of rows that may head sections, with 1.5 records under each."""

_WORDS_OF_NOTES = 4


class Body(NamedTuple):
    """A row of data: its number as Excel shows it, and the heading it stands under, if any."""

    number: int
    cells: Row
    section: str | None = None


def rows_below(
    table: Table, header: int, texts: Sequence[str]
) -> tuple[tuple[Body, ...], tuple[LeftOut, ...]]:
    """Return the records below a header of some labels, and the rows that are none."""
    body: list[Body] = []
    section: str | None = None
    left_out: list[LeftOut] = []
    heads = _heading_test(table, header)
    subtotals = Subtotals(table.rows, header)
    below = table.rows[header + 1 :]
    numbers = range(table.first_row + header + 1, table.first_row + len(table.rows))
    for is_record, run in runs_of(surely_data(below, texts)):
        if is_record:
            some = slice(run.start, run.stop)
            fields = zip(numbers[some], below[some], repeat(section))
            body += map(tuple.__new__, repeat(Body), fields)
            continue
        for place in run:
            row, index = below[place], header + 1 + place
            filled = [str(cell).strip() for cell in row if not is_blank(cell)]
            if not filled:
                continue
            banded = numbers[place] in table.bands or _stands_above_header(table, header, index)
            heading = _heading(filled, heads, banded=banded)
            if heads_outline(filled, _filled_below(table, index)):
                heading = filled[1]
            if heading:
                section = heading
                left_out.append(left_out_row(table, index, Why.HEADING))
            elif why := why_no_data(filled, texts) or subtotals.why(filled[0], index):
                left_out.append(left_out_row(table, index, why))
            else:
                body.append(Body(numbers[place], row, section))
    notes = _footnotes(table, body, left_out)
    kept = tuple(body[: len(body) - len(notes)])
    return kept, (*left_out, *notes)


def _filled_below(table: Table, index: int) -> list[str]:
    """What stands in the next row, from left to right."""
    below = table.rows[index + 1] if index + 1 < len(table.rows) else ()
    return [str(cell).strip() for cell in below if not is_blank(cell)]


def left_out_row(table: Table, index: int, why: Why) -> LeftOut:
    """Return what is told of a row that is left out."""
    return LeftOut(row=table.first_row + index, text=row_text(table.rows[index]), why=why)


def _footnotes(
    table: Table, body: Sequence[Body], left_out: Sequence[LeftOut]
) -> tuple[LeftOut, ...]:
    """The rows of one cell at the foot of a list: below its total, or said like a remark.

    So are legends of codes, of several cells, and those that an empty row keeps apart from it,
    where one of them is.
    """
    if not body or filled_width(body[0].cells) < _SECTIONED_WIDTH:
        return ()
    ended = max((one.row for one in left_out if one.why is Why.TOTAL), default=None)
    ended = ended or _set_apart(body)
    notes: list[LeftOut] = []
    for one in reversed(body[1:]):
        texts = _texts(one)
        below = ended is not None and one.number > ended
        below = below or _stands_apart(table, one.number, texts[0] if texts else "")
        if not is_legend(texts) and (len(texts) != 1 or not (below or is_remark(texts[0]))):
            break
        notes.append(LeftOut(row=one.number, text=row_text(one.cells), why=Why.FOOTNOTE))
    return tuple(reversed(notes))


def _texts(one: Body) -> list[str]:
    return [str(cell).strip() for cell in one.cells if not is_blank(cell)]


def _stands_apart(table: Table, number: int, text: str) -> bool:
    """Whether a blank row parts a row from the list above it, and it is said in many words."""
    index = number - table.first_row
    gap = index > 0 and not filled_width(table.rows[index - 1])
    return gap and (len(text) > _LONGEST_LABEL or any(sign in text for sign in _EXPLAINING))


_EXPLAINING = (": ", " :", " = ")


def _set_apart(body: Sequence[Body]) -> int | None:
    """The last row of a list that remarks follow below an empty row; None where none do."""
    place = len(body)
    while place > 1 and (
        filled_width(body[place - 1].cells) == 1 or is_legend(_texts(body[place - 1]))
    ):
        place -= 1
    if place == len(body) or body[place].number == body[place - 1].number + 1:
        return None
    texts = (row_text(one.cells) for one in body[place:])
    said = any(is_remark(text) or len(text.split()) > _WORDS_OF_NOTES for text in texts)
    return body[place - 1].number if said else None


def _heading_test(table: Table, header: int) -> Callable[[str], bool]:
    """How a row of one cell is known for a heading in a list that does not say so by merging.

    The list has to begin with such a row; elsewhere "ERP" alone is a name. Where such rows are
    few and never stand together they are headings; else those that are said loudly.
    """
    below = table.rows[header + 1 : header + _SECTIONS_SOUGHT]
    widths = [width for row in below if (width := filled_width(row))]
    if not widths or widths[0] != 1:
        return _is_nothing
    first = next(place for place, row in enumerate(below) if filled_width(row))
    is_banded = table.first_row + header + 1 + first in table.bands
    if sorted(widths)[len(widths) // 2] < _SECTIONED_WIDTH - is_banded:
        return _is_nothing
    alone = [width == 1 for width in widths]
    apart = not any(one and other for one, other in pairwise(alone))
    if apart and not alone[-1] and sum(alone) <= _MOST_SECTIONS * len(alone):
        return bool
    loud = _is_loud(next(str(cell).strip() for cell in below[first] if not is_blank(cell)))
    return _is_loud if loud else _is_nothing


def _stands_above_header(table: Table, header: int, index: int) -> bool:
    """Whether the next row repeats the header: each group of a board has its title above one."""
    below = table.rows[index + 1] if index + 1 < len(table.rows) else ()
    return header >= 0 and bool(below) and row_key(below) == row_key(table.rows[header])


def _is_nothing(_text: str) -> bool:
    return False


def _is_loud(text: str) -> bool:
    return text.endswith(":") or (text.isupper() and len(text) > _SECTIONED_WIDTH)


def _heading(filled: list[str], heads: Callable[[str], bool], *, banded: bool) -> str | None:
    """The text of a row that heads the rows below it."""
    if len(filled) != 1 or not (banded or heads(filled[0])):
        return None
    return " ".join(filled[0].rstrip(":").split())
