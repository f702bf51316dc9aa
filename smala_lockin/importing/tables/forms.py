"""Forms below one another: each a block of labels and what is filled in beside them."""

from collections.abc import Sequence
from typing import NamedTuple

from smala_lockin.formats.tables import Cell, Row, Table
from smala_lockin.importing.tables.body import Body, left_out_row
from smala_lockin.importing.tables.cells import columns_of
from smala_lockin.importing.tables.header_row import is_label
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.row_looks import cell_label, filled_width, is_blank
from smala_lockin.importing.values.plain import exact_form

_MOST_ROWS = 5000
_WIDEST = 2
_FEWEST_FORMS = 2
_FEWEST_LABELS = 3
_ALIKE = 0.6
_SURE = 0.6


class _Form(NamedTuple):
    """What stands in one form, by the normal form of each label, and its first row's index."""

    top: int
    cells: dict[str, Cell]


def stacked_forms(table: Table) -> Layout | None:
    """Return a sheet of like forms as a list with one row for each; None where it holds none."""
    rows = table.rows
    if not 1 < len(rows) <= _MOST_ROWS or max(map(filled_width, rows)) > _WIDEST:
        return None
    place = _label_place(rows)
    if place is None:
        return None
    labels: dict[str, str] = {}
    forms: list[_Form] = []
    left_out: list[LeftOut] = []
    is_open = False
    for index, row in enumerate(rows):
        label = cell_label(row[place])
        key = exact_form(label.rstrip(" :"))
        if is_blank(row[place]) or (is_blank(row[place + 1]) and key not in labels):
            is_open = False
            if filled_width(row):
                left_out.append(left_out_row(table, index, Why.HEADING))
            continue
        if not is_open or key in forms[-1].cells:
            forms.append(_Form(index, {}))
        is_open = True
        labels.setdefault(key, label.rstrip(" :"))
        forms[-1].cells[key] = row[place + 1]
    if not _are_alike(forms, labels):
        return None
    body = [
        Body(table.first_row + form.top, [form.cells.get(key) for key in labels]) for form in forms
    ]
    first = table.first_row + forms[0].top
    return Layout(
        table=table,
        top_row=first,
        header_row=first,
        headers=tuple(labels.values()),
        body=tuple(body),
        columns=columns_of([row.cells for row in body], len(labels)),
        left_out=tuple(left_out),
    )


def _label_place(rows: Sequence[Row]) -> int | None:
    """The column of the labels: the first that is filled, with another one to its right."""
    first = next((row for row in rows if filled_width(row) == _WIDEST), None)
    if first is None:
        return None
    place = next(at for at, cell in enumerate(first) if not is_blank(cell))
    beside = place + 1 < len(first) and not is_blank(first[place + 1])
    return place if beside else None


def _are_alike(forms: Sequence[_Form], labels: dict[str, str]) -> bool:
    """Whether there are several forms of mostly the same labels, some of which are known."""
    if len(forms) < _FEWEST_FORMS or not all(map(is_label, labels.values())):
        return False
    if min(len(form.cells) for form in forms) < _FEWEST_LABELS:
        return False
    filled = sum(len(form.cells) for form in forms)
    if filled < _ALIKE * len(forms) * len(labels):
        return False
    found = (readings(label, typos=False) for label in labels.values())
    known = {told[0].meaning for told in found if told and told[0].confidence >= _SURE}
    return len(known) >= _FEWEST_LABELS
