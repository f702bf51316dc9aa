"""A table read as one header and the rows below it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.tables.accounts import under_accounts, with_accounts
from smala_lockin.importing.tables.aged import with_creditors
from smala_lockin.importing.tables.answer_rows import with_answers_joined
from smala_lockin.importing.tables.body import Body, left_out_row, rows_below
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.tables.dittos import with_dittos_filled
from smala_lockin.importing.tables.header_lines import is_continued, labels_of
from smala_lockin.importing.tables.header_row import find_header
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.no_header import first_record
from smala_lockin.importing.tables.pivots import unfolded
from smala_lockin.importing.tables.row_looks import filled_width, row_key

REPAIR_MARK = "Lock-in:"
"""How the headers of columns begin that a file for repair has besides those of the rows."""

HEADER_ROWS_LISTED = 1000
"""How many rows above a header are told one by one."""

_LINES_BELOW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table read as one header and the rows below it.

    The header fills the rows from `top_row` to `header_row`. `headers` has a text for each
    column, empty where there is none; repeated ones are numbered. `columns` are the cells of
    `body` from left to right.
    `left_out` are rows that are no data: headings, totals, data types; `above` those that stand
    higher than the header. `repeated` says that the same header stood higher up too, above an
    example. Without header (`has_header`) `header_row` is the one above the first record, and
    `headers` are empty. `dittos` are the cells that only said "the same as above".
    """

    table: Table
    top_row: int
    header_row: int
    headers: tuple[str, ...]
    body: tuple[Body, ...]
    columns: tuple[Cells, ...]
    left_out: tuple[LeftOut, ...] = ()
    above: tuple[LeftOut, ...] = ()
    repeated: bool = False
    dittos: int = 0
    has_header: bool = True

    @property
    def header_shown(self) -> int | None:
        """The number of the header row; None where there is none."""
        return self.header_row if self.has_header else None

    @property
    def head(self) -> Row:
        """The cells of the header row; none where there is none."""
        return self.table.rows[self.header_row - self.table.first_row] if self.has_header else ()


def lay_out(table: Table, header_row: int | None = None) -> Layout | None:
    """Return the layout of a table; None where no row looks like a header.

    `header_row` is the number of the row that somebody chose as the header, 0 for none.
    """
    if header_row == 0:
        return _headless(table, _first_filled(table))
    index = find_header(table.rows) if header_row is None else header_row - table.first_row
    if header_row is None and (first := first_record(table.rows, index)) is not None:
        return _headless(table, first)
    if index is None or not 0 <= index < len(table.rows):
        return None
    top = index
    while index - top < _LINES_BELOW and is_continued(table.rows, index):
        index += 1
    texts, bands = labels_of(table.rows, index)
    key = row_key(table.rows[index])
    above = any(row_key(row) == key for row in table.rows[:index])
    body, left_out = rows_below(table, index, texts)
    body, groups = unfolded(body, texts)
    body, texts, bills = with_creditors(table, index, body, texts)
    body, headed = under_accounts(table, body)
    body, texts = with_accounts(body, texts)
    body, texts, answers = with_answers_joined(body, texts)
    body, columns, dittos = with_dittos_filled(body, len(texts))
    return Layout(
        table=table,
        top_row=table.first_row + index - bands,
        header_row=table.first_row + index,
        headers=_numbered(texts),
        body=body,
        columns=columns,
        left_out=(*left_out, *groups, *bills, *headed, *answers),
        above=_above(table, index - bands),
        repeated=above,
        dittos=dittos,
    )


def _headless(table: Table, first: int) -> Layout:
    """The layout of a table without header of which the first record has an index."""
    texts = [""] * len(table.rows[0])
    body, left_out = rows_below(table, first - 1, texts)
    body, columns, dittos = with_dittos_filled(body, len(texts))
    return Layout(
        table=table,
        top_row=table.first_row + first,
        header_row=table.first_row + first - 1,
        headers=tuple(texts),
        body=body,
        columns=columns,
        left_out=left_out,
        above=_above(table, first),
        dittos=dittos,
        has_header=False,
    )


def _first_filled(table: Table) -> int:
    return next((place for place, row in enumerate(table.rows) if filled_width(row)), 0)


def _above(table: Table, top: int) -> tuple[LeftOut, ...]:
    """The filled rows that stand higher than the row of an index."""
    return tuple(
        left_out_row(table, place, Why.ABOVE)
        for place in range(top)
        if place < HEADER_ROWS_LISTED and filled_width(table.rows[place])
    )


def _numbered(texts: Sequence[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    found: list[str] = []
    for text in texts:
        seen[text] += 1
        found.append(f"{text} ({seen[text]})" if text and seen[text] > 1 else text)
    return tuple(found)
