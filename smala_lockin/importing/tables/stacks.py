"""Sheets that hold several lists, one below or beside the other, each under its own header."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.tables.blocks import joined_blocks
from smala_lockin.importing.tables.header_row import FEWEST_LABELS, find_header, heads_columns
from smala_lockin.importing.tables.row_looks import cell_label, filled_width, is_blank, row_key
from smala_lockin.importing.tables.sides import sides

_MOST_ROWS = 3000
_LONGEST_NAME = 60


def parts(table: Table) -> Iterator[Table]:
    """Return the lists of a table, those that stand side by side and those below one another."""
    for side in sides(table):
        yield from stacked(joined_blocks(side))


def stacked(table: Table) -> Iterator[Table]:
    """Return the lists that stand one below the other in a table; the first keeps its name.

    Another one begins below a blank row, and maybe a title, with a row of words that head
    columns. The others are called by their titles, else by the numbers of their first rows.
    """
    starts = _starts(table) if len(table.rows) <= _MOST_ROWS else []
    if not starts:
        yield table
        return
    ends = [*starts, len(table.rows)]
    yield replace(table, rows=table.rows[: ends[0]])
    for start, end in zip(starts, ends[1:], strict=True):
        rows, number = table.rows[start:end], table.first_row + start
        name = _title(rows[0]) or str(number)
        whole = f"{table.sheet} · {name}" if table.sheet else name
        yield replace(table, sheet=whole, rows=rows, first_row=number)


def _starts(table: Table) -> list[int]:
    """The indices of the rows with which further lists begin."""
    header = find_header(table.rows)
    if header is None:
        return []
    header = _first_header(table.rows, header)
    known = {row_key(table.rows[header])}
    found: list[int] = []
    for index in range(header + 2, len(table.rows) - 1):
        row = table.rows[index]
        is_titled = filled_width(table.rows[index - 1]) == 1
        if not heads_columns(row, is_titled=is_titled) or row_key(row) in known:
            continue
        start = index - is_titled
        if start > header + 1 and not filled_width(table.rows[start - 1]):
            known.add(row_key(row))
            found.append(start)
    return found


def _first_header(rows: Sequence[Row], header: int) -> int:
    """The header of the first list, where another one than the likeliest stands above that.

    It heads rows directly below it, and a blank row ends them; else it is a decoy or a form.
    """
    for index in range(header - _ROWS_OF_A_LIST):
        if not heads_columns(rows[index]) or row_key(rows[index]) == row_key(rows[header]):
            continue
        ends = next((i for i in range(index + 1, header) if not filled_width(rows[i])), None)
        below = rows[index + 1 : ends]
        records = [row for row in below if filled_width(row) >= FEWEST_LABELS]
        if ends is not None and records and len(records) == len(below):
            return index
    return header


_ROWS_OF_A_LIST = 2


def _title(row: Row) -> str:
    filled = [cell_label(cell) for cell in row if not is_blank(cell)]
    return filled[0][:_LONGEST_NAME] if len(filled) == 1 else ""
