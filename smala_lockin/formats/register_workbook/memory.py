"""A hidden sheet that says what people had typed when the workbook was written.

Without it nobody could tell, when the workbook comes back, whether a person changed a cell there
or somebody changed the map meanwhile. One row per key; columns are named by fact, in no language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl import Workbook

from smala_lockin.domain.records import RiskKey, RiskRecord
from smala_lockin.formats.register_workbook import typed
from smala_lockin.formats.register_workbook.sheet import put
from smala_lockin.formats.tables import REGISTER_SHEET, Table
from smala_lockin.register.taking_back import TYPED

SHEET = REGISTER_SHEET
_SHOWN = ("likelihood", "impact")
_HEADINGS = ("key", *TYPED, *(f"shown_{fact}" for fact in _SHOWN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What the record of a key held, and which likelihood and impact were shown."""

    written: Mapping[str, object]
    shown: Mapping[str, object]


def add_to(
    book: Workbook, entries: Iterable[tuple[RiskKey, RiskRecord, Mapping[str, int]]]
) -> None:
    """Add the sheet: of each key the record and the likelihood and impact that are shown."""
    sheet = book.create_sheet(SHEET)
    sheet.sheet_state = "veryHidden"
    rows = (
        [
            key,
            *(typed.plain(record, fact) for fact in TYPED),
            *(shown.get(fact) for fact in _SHOWN),
        ]
        for key, record, shown in entries
    )
    for number, row in enumerate([_HEADINGS, *rows], start=1):
        for column, value in enumerate(row, start=1):
            put(sheet.cell(row=number, column=column), value)


def read(tables: Iterable[Table]) -> Mapping[RiskKey, Remembered] | None:
    """Return what the hidden sheet holds, or None where there is none that makes sense."""
    for table in tables:
        if table.sheet == SHEET and table.rows:
            headings = [str(one) for one in table.rows[0]]
            rows = (dict(zip(headings, row, strict=False)) for row in table.rows[1:])
            try:
                return {RiskKey(str(row["key"])): _remembered(row) for row in rows}
            except (KeyError, typed.NotUnderstood):
                return None
    return None


def _remembered(row: Mapping[str, object]) -> Remembered:
    return Remembered(
        written={fact: typed.from_plain(fact, row.get(fact)) for fact in TYPED},
        shown={fact: row.get(f"shown_{fact}") for fact in _SHOWN},
    )
