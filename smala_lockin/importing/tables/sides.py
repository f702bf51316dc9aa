"""Sheets of which several lists stand side by side, with an empty column between them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from smala_lockin.formats.tables import Cell, Row, Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.header_row import find_header, header_confidence, is_label
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.row_looks import cell_label, filled_width, is_blank
from smala_lockin.importing.values.plain import exact_form

_MOST_ROWS = 3000
_MOST_COLUMNS = 200
_LONGEST_NAME = 60
_SURE = 0.6
_NAMING = frozenset(
    {
        Meaning.NAME,
        Meaning.SUPPLIER,
        Meaning.MAKER,
        Meaning.SUBCONTRACTOR,
        Meaning.PROCESS,
        Meaning.RUNS_ON,
        Meaning.LOCATION,
        Meaning.ID,
        Meaning.SOURCE,
        Meaning.KIND,
        Meaning.PERSON,
        Meaning.MACHINE,
        Meaning.DEPENDS_ON,
    }
)
"""What the first column of a list may be: it says what the list is of."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A run of filled columns, from `start` to before `end`, headed in the row of an index."""

    start: int
    end: int
    header: int
    labels: tuple[str, ...]
    first: tuple[Cell, ...]
    title: str


def sides(table: Table) -> Iterator[Table]:
    """Return the lists that stand side by side in a table; the first keeps its name.

    Each has its own header, and something shows that it goes its own way: the same label heads
    columns of two of them, their headers or their ends stand in different rows, or each has a
    title. Else an empty column only makes room. The others are called by their titles, else by
    what heads their first column.
    """
    found = _found(table)
    if not found:
        yield table
        return
    names: Counter[str] = Counter()
    for place, side in enumerate(found):
        sheet = table.sheet
        if place:
            name = side.title or side.labels[0]
            names[name] += 1
            name = f"{name} ({names[name]})" if names[name] > 1 else name
            sheet = f"{sheet} · {name}" if sheet else name
        yield replace(
            table,
            sheet=sheet,
            rows=_cut(table.rows, side),
            first_column=table.first_column + side.start,
            hidden_columns=frozenset(
                index - side.start
                for index in table.hidden_columns
                if side.start <= index < side.end
            ),
        )


def _found(table: Table) -> list[_Side]:
    """The lists of a table; none where it is one list."""
    rows = table.rows
    if not 1 < len(rows) <= _MOST_ROWS or not 3 <= len(rows[0]) <= _MOST_COLUMNS:
        return []
    filled = [any(not is_blank(row[place]) for row in rows) for place in range(len(rows[0]))]
    if all(filled):
        return []
    runs = _runs(filled)
    found = [side for start, end in runs if (side := _side(rows, start, end))]
    apart = len(found) == len(runs) > 1 and sum(one.end - one.start > 1 for one in found) > 1
    return found if apart and _go_their_ways(found) else []


def _runs(filled: Sequence[bool]) -> list[tuple[int, int]]:
    """Where runs of filled columns begin, and before where they end."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for place, is_filled in enumerate([*filled, False]):
        if is_filled and start is None:
            start = place
        elif not is_filled and start is not None:
            found.append((start, place))
            start = None
    return found


def _side(rows: Sequence[Row], start: int, end: int) -> _Side | None:
    """The list in a run of columns; None where nothing says what it is of."""
    own = [row[start:end] for row in rows]
    header = find_header(own)
    if header is None:
        return None
    labels = tuple(cell_label(cell) for cell in own[header])
    if not labels[0] or not _names(labels[0]) or not all(map(is_label, filter(None, labels))):
        return None
    above = [row for row in own[:header] if filled_width(row)]
    title = cell_label(above[-1][0]) if above and filled_width(above[-1]) == 1 else ""
    first = tuple(row[0] for row in own[header + 1 :])
    return _Side(start, end, header, labels, first, title[:_LONGEST_NAME])


def _names(label: str) -> bool:
    return any(one.meaning in _NAMING and one.confidence >= _SURE for one in readings(label))


def _go_their_ways(found: Sequence[_Side]) -> bool:
    """Whether lists are shown to be independent of one another."""
    if len({one.header for one in found}) > 1 or all(one.title for one in found):
        return True
    seen: set[str] = set()
    for one in found:
        known = {exact_form(label) for label in one.labels if header_confidence(label)}
        if seen & known:
            return True
        seen |= known
    lengths = [_length(one.first) for one in found]
    return None not in lengths and len(set(lengths)) > 1 and all(map(_are_apart, found[1:]))


def _length(cells: Sequence[Cell]) -> int | None:
    """How many cells are filled from the top on; None where some are further down."""
    filled = [not is_blank(cell) for cell in cells]
    length = filled.index(False) if False in filled else len(filled)
    return None if any(filled[length:]) else length


def _are_apart(side: _Side) -> bool:
    told = [exact_form(str(cell)) for cell in side.first if not is_blank(cell)]
    return len(set(told)) == len(told)


def _cut(rows: Sequence[Row], side: _Side) -> list[Row]:
    """The rows of a list, as far as they are filled."""
    own = [row[side.start : side.end] for row in rows]
    while own and not filled_width(own[-1]):
        own.pop()
    return own
