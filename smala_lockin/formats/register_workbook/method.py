"""The sheet "Method": what each number of the register means, as the window says it too."""

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from smala_lockin.analysis.report import Report
from smala_lockin.formats.register_workbook.sheet import (
    FONT,
    print_as_pages,
    put,
)
from smala_lockin.formats.register_workbook.text_height import INDENT, height_of, lines_of
from smala_lockin.i18n import _, pgettext
from smala_lockin.words.method import Part, Table, method

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (46, 34, 24, 24, 17, 17)
_READING_WIDTH = sum(_WIDTHS)
_GROUND, _LINE = "FFE8EDF2", "FFD5DCE4"


def add_to(book: Workbook, report: Report) -> None:
    """Add the sheet to a workbook."""
    sheet = book.create_sheet(pgettext("sheet", "Method"))
    for letter, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    page = _Page(sheet)
    page.text(_("Method"), size=18, bold=True)
    for part in method(report.landscape.settings):
        page.part(part)
    print_as_pages(sheet)


class _Page:
    """A sheet that is written from its top down."""

    def __init__(self, sheet: "Worksheet") -> None:
        self._sheet, self._row = sheet, 0

    def part(self, part: Part) -> None:
        """Write a chapter."""
        self.text("")
        self.text(part.title, size=13, bold=True)
        for paragraph in part.paragraphs:
            self.text(paragraph)
        for table in part.tables:
            self._table(table)

    def text(self, text: str, *, size: int = 11, bold: bool = False) -> None:
        """Write a paragraph over the whole width."""
        self._row += 1
        self._sheet.merge_cells(
            start_row=self._row, end_row=self._row, start_column=1, end_column=len(_WIDTHS)
        )
        lines = lines_of(text, _READING_WIDTH, size=size)
        self._sheet.row_dimensions[self._row].height = height_of(lines, size=size)
        cell = self._sheet.cell(row=self._row, column=1)
        put(cell, text)
        cell.font = Font(name=FONT, size=size, bold=bold)
        cell.alignment = Alignment(vertical="top", wrap_text=True)

    def _table(self, table: Table) -> None:
        self.text("")
        self.text(table.title, bold=True)
        if table.about:
            self.text(table.about)
        self._line(table, table.columns, bold=True, is_heading=True)
        for place, row in enumerate(table.rows):
            self._line(table, row, bold=place in table.changed)
        if table.changed:
            self.text(_("In bold: changed for this map."), size=10)

    def _line(
        self, table: Table, texts: tuple[str, ...], *, bold: bool, is_heading: bool = False
    ) -> None:
        self._row += 1
        lines = [
            lines_of(text, width, indent=INDENT)
            for text, width in zip(texts, _WIDTHS, strict=False)
        ]
        self._sheet.row_dimensions[self._row].height = height_of(max(lines))
        for column, text in enumerate(texts, start=1):
            cell = self._sheet.cell(row=self._row, column=column)
            put(cell, int(text) if text.isdecimal() else text)
            cell.font = Font(name=FONT, size=10, bold=bold)
            cell.border = Border(bottom=Side(style="thin", color=_LINE))
            is_text = table.is_text(column - 1)
            cell.alignment = Alignment(
                vertical="top",
                wrap_text=True,
                horizontal="left" if is_text else "center",
                indent=int(is_text and column > 1),
            )
            if is_heading:
                ground = PatternFill(start_color=_GROUND, end_color=_GROUND, fill_type="solid")
                cell.fill = ground
