"""One table on one worksheet: headings, rows, widths, filter, print setup."""

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

from smala_lockin.formats.register_workbook.text_height import INDENT, height_of, lines_of
from smala_lockin.i18n import _, day

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | None

FONT = "Calibri"
MOST_CHARACTERS = 32_767
"""What a cell of Excel holds."""

LONGEST_NAME = 60
"""Of how many characters a company's name may be on the foot of a page."""

_INK, _PAPER, _LINE, _FILLED = "FF1F2933", "FFFFFFFF", "FFD5DCE4", "FFFFF9E5"
_HEADING = "FF1F4E5F"
_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_HALF_ESCAPED = re.compile("_(x[0-9A-Fa-f]{0,4})?$")
_LOOKS_ESCAPED = re.compile("_(x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading and how its cells look; `choices` makes a drop-down, `typed` is for people."""

    heading: str
    width: float
    format: str | None = None
    centred: bool = False
    typed: bool = False
    choices: Sequence[str] = ()

    @property
    def is_indented(self) -> bool:
        """Whether its texts begin at the left, a little away from the column before."""
        return not self.centred and self.format is None


def fill(
    sheet: "Worksheet",
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    *,
    frozen_columns: int = 1,
    colours: Mapping[str, str] | None = None,
    printed: int = 0,
    seen: int = 0,
) -> int:
    """Write a table that begins in A1, ready to filter and to print; return the number of rows.

    `colours` maps texts to fills (ARGB) for whichever cell shows them, also after somebody
    changes it; `printed` is how many columns go on paper (0: all), and rows are as high as the
    texts of these want, or of the first `seen`. Nothing stands below the table.
    """
    _write_headings(sheet, columns)
    last = 1
    looks: dict[int, Any] = {}
    for last, row in enumerate(rows, start=2):
        for number, (column, value) in enumerate(zip(columns, row, strict=True), start=1):
            cell: Any = sheet.cell(row=last, column=number)
            if number not in looks:
                _style(cell, column)
                looks[number] = cell._style
            cell._style = copy(looks[number])  # styling each cell anew takes seconds
            put(cell, value)
        shown = zip(columns[: seen or printed or None], row, strict=False)
        lines = max(
            lines_of(value, one.width, indent=INDENT * one.is_indented) for one, value in shown
        )
        sheet.row_dimensions[last].height = height_of(lines)
    edge = f"{get_column_letter(len(columns))}{max(last, 2)}"
    sheet.auto_filter.ref = f"A1:{edge}"
    sheet.freeze_panes = f"{get_column_letter(frozen_columns + 1)}2"
    for text, colour in (colours or {}).items():
        shade = PatternFill(start_color=colour, end_color=colour, fill_type="solid")
        rule = Rule(
            type="cellIs",
            operator="equal",
            formula=[_quoted(text)],
            dxf=DifferentialStyle(fill=shade),
        )
        sheet.conditional_formatting.add(f"A2:{edge}", rule)
    _add_choices(sheet, columns, max(last, 2))
    print_as_pages(sheet)
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(printed or len(columns))}{max(last, 2)}"
    return last - 1


def print_as_pages(sheet: "Worksheet", *, upright: bool = False) -> None:
    """Print on A4, as wide as the page, with page numbers; tables lie across."""
    sheet.page_setup.orientation = "portrait" if upright else "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.75
    sheet.page_margins.footer = 0.35
    footer = HeaderFooterItem()
    footer.center.text = "&A"
    footer.right.text = _("Page %(page)s of %(pages)s") % {"page": "&P", "pages": "&N"}
    sheet.oddFooter = footer
    sheet.sheet_view.showGridLines = False


def sign(book: "Workbook", company: str | None, today: date) -> None:
    """Put on the foot of each page whose register it is, and of which day."""
    whose = company or "Smala Lock-in"
    if len(whose) > LONGEST_NAME:
        whose = f"{whose[: LONGEST_NAME - 1]}…"
    for sheet in book.worksheets:
        if sheet.oddFooter is not None:
            sheet.oddFooter.left.text = f"{whose} – {day(today)}".replace("&", "&&")


def put(cell: Cell | MergedCell, value: Value) -> None:
    """Write a value; a text as `put_text` does."""
    if isinstance(value, str):
        put_text(cell, value)
    elif value is not None:
        cell.value = value


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """Write a text so that Excel shows just that: never as a formula, cut only where it must."""
    escaped = _in_xml(text)
    if _utf16_length(escaped) > MOST_CHARACTERS:
        escaped = _HALF_ESCAPED.sub("", _cut(escaped, MOST_CHARACTERS - 1)) + "…"
    cell.value = escaped
    cell.data_type = "s"
    if text.startswith(_FORMULA_MARKS):
        cell.quotePrefix = True


def _in_xml(text: str) -> str:
    return _NOT_IN_XML.sub(_escaped, _LOOKS_ESCAPED.sub(r"_x005F_\1", text))


def _utf16_length(text: str) -> int:
    """Return the length of a text as Excel counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def _cut(text: str, most: int) -> str:
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")


def _escaped(match: "re.Match[str]") -> str:
    character = match[0]
    return "\ufffd" if character >= "\ud800" else f"_x{ord(character):04X}_"


def _write_headings(sheet: "Worksheet", columns: Sequence[Column]) -> None:
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(row=1, column=number)
        put_text(cell, column.heading)
        cell.font = Font(name=FONT, size=10, bold=True, color=_PAPER)
        cell.fill = PatternFill(start_color=_HEADING, end_color=_HEADING, fill_type="solid")
        cell.alignment = _alignment(column, vertical="center")
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    lines = max(
        lines_of(one.heading, 0.9 * one.width, indent=INDENT) for one in columns
    )  # bold letters are wide
    sheet.row_dimensions[1].height = max(44, height_of(lines))


def _style(cell: Cell | MergedCell, column: Column) -> None:
    cell.border = Border(bottom=Side(style="thin", color=_LINE))
    cell.font = Font(name=FONT, size=10, color=_INK)
    cell.alignment = _alignment(column, vertical="top")
    if column.typed:
        cell.fill = PatternFill(start_color=_FILLED, end_color=_FILLED, fill_type="solid")
    if column.format:
        cell.number_format = column.format


def _alignment(column: Column, *, vertical: str) -> Alignment:
    """Return where a text stands: away from its neighbour, unless figures end at the right."""
    side = "left" if column.is_indented else "center" if column.centred else None
    return Alignment(
        vertical=vertical, wrap_text=True, horizontal=side, indent=int(column.is_indented)
    )


def _add_choices(sheet: "Worksheet", columns: Sequence[Column], last: int) -> None:
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        if column.choices:
            listed = _quoted(",".join(one.replace(",", ";") for one in column.choices))
            wanted = DataValidation(type="list", formula1=listed, allow_blank=True)
            wanted.error = _("Choose one of the list.")
        elif column.typed and column.format:
            wanted = DataValidation(
                type="date", operator="greaterThan", formula1="36526", allow_blank=True
            )
            wanted.error = _("Type a date, such as 31/03/2027.")
        else:
            continue
        wanted.showErrorMessage = True
        sheet.add_data_validation(wanted)
        wanted.add(f"{letter}2:{letter}{last}")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
