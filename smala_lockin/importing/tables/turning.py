"""Lists that lie on their side: one item in each column, what is said of it in the rows."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.header_row import header_confidence, is_label
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.questionnaires import is_questionnaire, with_names_of_answers
from smala_lockin.importing.tables.raci import lists_people
from smala_lockin.importing.tables.row_looks import cell_label, filled_width, is_blank
from smala_lockin.importing.values.plain import exact_form

_MOST_ROWS = 120
_MOST_COLUMNS = 400
_LABEL_COLUMNS = 2
_LABELS = 3
_FEW = 2
_SURE = 0.6
_SURELY = 0.85
_NAMES = (Meaning.NAME, Meaning.PROCESS)


def upright(table: Table, *, is_turned: bool | None = None) -> Table:
    """Return a table with one item in each row; `is_turned` is what somebody said of it.

    Rows of a table that was turned are numbered as its columns were: row 3 is column C.
    """
    if table.is_turned or is_turned is False:
        return table
    if is_questionnaire(table):
        return with_names_of_answers(_turned(table))
    if is_turned or (may_turn(table) and lists_people(table.rows)) or lies_on_its_side(table):
        return _turned(table)
    return table


def may_turn(table: Table) -> bool:
    """Whether a table is small enough to be looked at on its side."""
    rows = table.rows
    return 0 < len(rows) <= _MOST_ROWS and 1 < len(rows[0]) <= _MOST_COLUMNS


def lies_on_its_side(table: Table) -> bool:
    """Whether one of the first columns holds what heads columns elsewhere, and no row does.

    Questions beside answers of companies do so as well.
    """
    if is_questionnaire(table):
        return True
    if not may_turn(table):
        return False
    rows = [row for row in table.rows if filled_width(row)]
    return any(_heads_rows(rows, place) for place in range(min(_LABEL_COLUMNS, len(rows[0]) - 1)))


def _heads_rows(rows: Sequence[Row], place: int) -> bool:
    """Whether a column holds labels, known ones mostly, and something else stands beside them."""
    listed = [row for row in rows if not is_blank(row[place]) and filled_width(row[place + 1 :])]
    if place and 2 * sum(not is_blank(row[0]) for row in listed) > len(listed):
        return False  # what stands before the labels are headings of some of them
    labels = [cell_label(row[place]) for row in listed]
    found = [readings(label, typos=False) for label in labels if is_label(label)]
    sure = [told[0] for told in found if told and told[0].confidence >= _SURE]
    named = any(one.meaning in _NAMES and one.confidence >= _SURELY for one in sure)
    form = named and max(filled_width(row) for row in rows) <= place + 2
    fewest = 3 * len(sure) >= len(labels) if form else 2 * len(sure) > len(labels)
    if len({one.meaning for one in sure}) < _LABELS or not fewest:
        return False
    if any(len(known) > _FEW for row in rows if (known := _known_in(row[place + 1 :]))):
        return False
    if len(set(map(exact_form, labels))) < len(labels):
        return False
    several = max(filled_width(row[place + 1 :]) for row in listed) > 1
    return several or any(one.meaning in _NAMES and one.confidence == 1 for one in sure)


def _known_in(row: Row) -> set[str]:
    """The different words of a row that head columns elsewhere."""
    return {cell for cell in row if isinstance(cell, str) and header_confidence(cell_label(cell))}


def _turned(table: Table) -> Table:
    rows = list(zip_longest(*table.rows))
    return replace(
        table,
        rows=rows,
        first_row=table.first_column + 1,
        first_column=table.first_row - 1,
        bands=frozenset(),
        hidden_columns=frozenset(),
        is_turned=True,
    )
