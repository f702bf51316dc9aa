"""The sheet "Read me": whose register this is, what matters most, and how to use it."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from smala_lockin.analysis.rating.findings import Sort
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.stories.headlines import SHOWN
from smala_lockin.formats.register_workbook.risk_rows import LEVEL_COLOURS
from smala_lockin.formats.register_workbook.sheet import (
    FONT,
    print_as_pages,
    put,
)
from smala_lockin.formats.register_workbook.text_height import height_of, lines_of
from smala_lockin.i18n import _, day, ngettext, number, pgettext
from smala_lockin.register.risks import Risk
from smala_lockin.words import enums, findings, headlines

READING_WIDTH = 110
"""How many characters a line of text holds."""


def add_to(book: Workbook, report: Report, risks: Sequence[Risk]) -> None:
    """Add the sheet to a workbook."""
    sheet = book.create_sheet(pgettext("sheet", "Read me"))
    sheet.column_dimensions["A"].width = 13
    sheet.column_dimensions["B"].width = READING_WIDTH
    row = 0

    def line(
        text: str, *, size: int = 11, bold: bool = False, mark: str = "", fill: str = ""
    ) -> None:
        nonlocal row
        row += 1
        lines = lines_of(text, READING_WIDTH, size=size)
        sheet.row_dimensions[row].height = height_of(lines, size=size)
        for column, value in ((1, mark), (2, text)):
            cell = sheet.cell(row=row, column=column)
            put(cell, value)
            cell.font = Font(name=FONT, size=size, bold=bold)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        if fill:
            shade = PatternFill(start_color=fill, end_color=fill, fill_type="solid")
            sheet.cell(row=row, column=1).fill = shade

    company = report.landscape.company.name
    line(company or _("Risk register"), size=18, bold=True)
    if company:
        line(_("Risk register"), size=13)
    line(_("As of %(day)s") % {"day": day(report.today)})
    line(_counted(report, len(risks)))
    line("")
    line(_("What matters most"), size=13, bold=True)
    if not report.headlines:
        line(headlines.none())
    for one in report.headlines[:SHOWN]:
        told = headlines.sentence(report, one)
        line(told, mark=enums.level(one.level), fill=LEVEL_COLOURS[one.level])
    if report.next_questions:
        line("")
        line(_("Ask first"), size=13, bold=True)
    for question in report.next_questions:
        line(findings.message(report, question.finding))
    line("")
    line(_("How to use this workbook"), size=13, bold=True)
    for text in _manual():
        line(text)
    print_as_pages(sheet, upright=True)


def _counted(report: Report, risks: int) -> str:
    questions = len(report.of_sort(Sort.QUESTION))
    return " ".join(
        [
            ngettext("%(count)s asset,", "%(count)s assets,", len(report.landscape.assets))
            % {"count": number(len(report.landscape.assets))},
            ngettext("%(count)s dependency;", "%(count)s dependencies;", _dependencies(report))
            % {"count": number(_dependencies(report))},
            ngettext("%(count)s risk in the register,", "%(count)s risks in the register,", risks)
            % {"count": number(risks)},
            ngettext(
                "%(count)s question to find out.", "%(count)s questions to find out.", questions
            )
            % {"count": number(questions)},
        ]
    )


def _dependencies(report: Report) -> int:
    return len(report.landscape.dependencies)


def _manual() -> list[str]:
    return [
        _(
            "The columns with a pale yellow ground are yours: owner, treatment, actions, due date, "
            "status, comment, and the answers to questions. Likelihood and impact are proposals: "
            "type your own reading over them. The other columns are computed from the map."
        ),
        _(
            "Sort, filter and fill in as you like, save, then take the workbook back into the map: "
            "what you typed is kept there, and the next register has it. Leave the column “Key” as "
            "it is, for rows are known again by it."
        ),
        _(
            "The level follows from likelihood and impact, each from 1 to 5. How often things are "
            "away for how long is a usual value for their kind, an assumption unless the map says "
            "otherwise."
        ),
        _(
            "“Level without precautions” is what a risk would be if nothing stood in for anything "
            "and no exit plan existed. Once a treatment is decided, type the likelihood and the "
            "impact that will remain; the next register shows the level after treatment."
        ),
        _(
            "What is unknown is never counted as safe. The sheet “To find out” lists the questions "
            "whose answers would change the picture, and whom to ask."
        ),
        _(
            "The column “References” names where a framework or a law speaks of the matter. It "
            "does not say that it binds you."
        ),
        _("Impact: 1 noticed, 2 annoying, 3 serious, 4 severe, 5 the company is at risk."),
        _(
            "Likelihood: 1 less than once in 20 years, 2 once in 5 to 20 years, 3 once in 1 to 5 "
            "years, 4 about once a year, 5 several times a year."
        ),
        _("This workbook was made on this computer; nothing was sent anywhere."),
    ]
