"""The sheet "To find out": what would settle a doubt, by who could know."""

from openpyxl import Workbook

from smala_lockin.analysis.report import Report
from smala_lockin.formats.register_workbook import typed
from smala_lockin.formats.register_workbook.sheet import Column, fill
from smala_lockin.i18n import _, pgettext
from smala_lockin.register.risks import questions_by_supplier
from smala_lockin.words import findings, nouns


def add_to(book: Workbook, report: Report) -> None:
    """Add the sheet to a workbook."""
    columns = [
        Column(heading=_("Whom to ask"), width=28),
        Column(heading=_("Question"), width=80),
        Column(heading=_("About"), width=32),
        typed.answer(),
        typed.key(width=24),
    ]
    answers = report.landscape.risks
    rows = [
        [
            nouns.name(report.landscape, supplier) if supplier else _("In the company"),
            findings.message(report, question),
            nouns.in_a_cell(report.landscape, question.assets, most=6),
            answers[question.key].comment or "" if question.key in answers else "",
            question.key,
        ]
        for supplier, asked in questions_by_supplier(report)
        for question in asked
    ]
    fill(book.create_sheet(pgettext("sheet", "To find out")), columns, rows, printed=4)
