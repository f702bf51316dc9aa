"""The sheet "Exit dates": until when notice can be given, and when one can be gone."""

from collections.abc import Iterator
from datetime import date

from openpyxl import Workbook

from smala_lockin.analysis.figures.exits import ExitClock
from smala_lockin.analysis.report import Report
from smala_lockin.formats.register_workbook.sheet import Column, Value, fill
from smala_lockin.i18n import _, pgettext
from smala_lockin.words import exits, nouns

_DATE = "dd/mm/yyyy"


def add_to(book: Workbook, report: Report) -> None:
    """Add the sheet to a workbook whose map has something that can be left."""
    clocks = [one for one in report.figures.exits if one.leaving is not None]
    if not clocks:
        return
    columns = [
        Column(heading=_("Service"), width=32),
        Column(heading=_("Last day of notice"), width=14, format=_DATE, centred=True),
        Column(heading=_("Contract ends"), width=14, format=_DATE, centred=True),
        Column(heading=_("Gone by the contract"), width=14, format=_DATE, centred=True),
        Column(heading=_("Gone by the Data Act"), width=14, format=_DATE, centred=True),
        Column(heading=_("Your data can be fetched until"), width=14, format=_DATE, centred=True),
        Column(heading=_("Gone by, at the earliest"), width=14, format=_DATE, centred=True),
        Column(heading=_("How"), width=18),
        Column(heading=_("What that rests on"), width=52),
    ]
    sheet = book.create_sheet(pgettext("sheet", "Exit dates"))
    fill(sheet, columns, _rows(report, clocks))


def _rows(report: Report, clocks: list[ExitClock]) -> Iterator[list[Value]]:
    for one in sorted(clocks, key=lambda each: (each.notice_by or date.max, each.asset)):
        yield [
            nouns.name(report.landscape, one.asset),
            one.notice_by,
            one.contract_end,
            one.by_contract,
            one.by_data_act,
            one.data_until,
            one.leaving,
            exits.route(one.route) if one.route else "",
            exits.assumed(one),
        ]
