"""The rows with a problem, whole, so that they can be mended and imported again.

Secrets are not copied: what stands in their place says so, and is passed over by an import.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from smala_lockin.formats.tables import Cell, Row, Table
from smala_lockin.i18n import _
from smala_lockin.importing.proposal import Proposal, SheetReport
from smala_lockin.importing.tables.layout import REPAIR_MARK
from smala_lockin.importing.tables.problems import Problem
from smala_lockin.importing.tables.row_looks import is_blank
from smala_lockin.importing.tables.stacks import parts
from smala_lockin.importing.tables.turning import upright
from smala_lockin.importing.understanding.columns import letters
from smala_lockin.importing.values.secrets import is_secret


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairSheet:
    """Rows of one sheet below its own header, and why each of them is here.

    The two last columns say the row's number in the file and its problems; they are passed over
    when the file is imported.
    """

    title: str
    rows: tuple[Row, ...]


def to_repair(tables: Iterable[Table], proposal: Proposal) -> list[RepairSheet]:
    """Return the sheets of which rows have a problem, in the order of the files."""
    by_sheet = {(one.file, one.sheet): one for one in proposal.sheets}
    troubled: dict[tuple[str, str | None], dict[int, list[Problem]]] = {}
    for one in proposal.problems:
        rows = troubled.setdefault((one.file, one.sheet), {})
        rows.setdefault(one.row, []).append(one)
    return [
        _sheet(upright(table, is_turned=by_sheet[key].is_turned), by_sheet[key], troubled[key])
        for whole in tables
        for table in parts(whole)
        if (key := (table.file, table.sheet)) in troubled and key in by_sheet
    ]


def _sheet(table: Table, report: SheetReport, troubled: dict[int, list[Problem]]) -> RepairSheet:
    titles = (REPAIR_MARK + " " + _("row number"), REPAIR_MARK + " " + _("to mend"))
    last = max(report.header_rows, default=0)
    rows: list[list[Cell]] = []
    if not report.header_rows:
        rows.append([*_labels(table, report), *titles])
    for number in sorted(report.header_rows):
        cells = table.rows[number - table.first_row]
        rows.append([*cells, *(titles if number == last else (None, None))])
    for number, problems in sorted(troubled.items()):
        reasons = dict.fromkeys(_reason(one) for one in problems)
        rows.append([*_cells(table, number, report), number, "\n".join(reasons)])
    return RepairSheet(title=table.title, rows=tuple(rows))


def _labels(table: Table, report: SheetReport) -> list[str]:
    """Headers for a list that has none: what its columns mean, or their letters."""
    shown = [f"[{letters(table.first_column + place)}]" for place in range(len(table.rows[0]))]
    return [report.mapping.get(header, header).replace("_", " ") for header in shown]


def _cells(table: Table, number: int, report: SheetReport) -> Iterator[Cell]:
    """The cells of a row, without the secrets among them."""
    for place, cell in enumerate(table.rows[number - table.first_row]):
        hidden = place in report.secret_columns or (number, place) in report.secret_cells
        if not is_blank(cell) and (hidden or _is_secret(cell)):
            yield "[" + _("left out: a secret") + "]"
        else:
            yield cell


def _is_secret(cell: Cell) -> bool:
    return isinstance(cell, str) and is_secret(cell, keys=False)


def _reason(one: Problem) -> str:
    if not one.column:
        return one.message
    return _("%(place)s: %(words)s") % {"place": one.column, "words": one.message}
