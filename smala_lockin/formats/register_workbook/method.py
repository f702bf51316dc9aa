"""The sheet "Method": what each number of the register means, as the window says it too."""

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.pagebreak import Break

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

_WIDTHS = (38, 31, 21, 21, 14, 12)
_PAGE = 960
"""How many points of rows surely go on a page as wide as these columns."""
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
    page.divide()
    print_as_pages(sheet, upright=True)


class _Page:
    """A sheet that is written from its top down."""

    def __init__(self, sheet: "Worksheet") -> None:
        self._sheet, self._row = sheet, 0
        self._blocks = [1]

    def divide(self) -> None:
        """Begin a new page where a block of rows would be cut in two; a block begins with a gap."""
        used = 0.0
        ends = [*(one - 1 for one in self._blocks[1:]), self._row]
        for first, last in zip(self._blocks, ends, strict=True):
            height = sum(self._sheet.row_dimensions[row].height for row in range(first, last + 1))
            if used and used + height > _PAGE:
                self._sheet.row_breaks.append(Break(id=first))  # the gap stays behind
                used = 0.0
            used = (used + height) % _PAGE

    def part(self, part: Part) -> None:
        """Write a chapter."""
        self._begin_block()
        self.text(part.title, size=13, bold=True)
        for paragraph in part.paragraphs:
            self.text(paragraph)
        for place, table in enumerate(part.tables):
            if place:
                self._begin_block()
            else:  # the first stays with the words above it
                self.text("")
            self._table(table)

    def _begin_block(self) -> None:
        self.text("")
        self._blocks.append(self._row)

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
