"""The sheet "Legal reach": whose law gets to the activities from outside the EEA, and how."""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook

from smala_lockin.analysis.figures.reach import ReachPath
from smala_lockin.analysis.report import Report
from smala_lockin.formats.register_workbook.sheet import Column, Value, fill
from smala_lockin.i18n import _, pgettext, semicolons
from smala_lockin.knowledge.laws import laws_of
from smala_lockin.words import catalogue, nouns, reaches


def add_to(book: Workbook, report: Report) -> None:
    """Add the sheet to a workbook whose map has an activity that such a law reaches."""
    paths = reaches.from_outside(report)
    if not paths:
        return
    columns = [
        Column(heading=_("Activity"), width=34),
        Column(heading=_("Country"), width=20),
        Column(heading=_("By which path"), width=60),
        Column(heading=_("Laws on access to data"), width=64),
    ]
    fill(book.create_sheet(pgettext("sheet", "Legal reach")), columns, _rows(report, paths))


def _rows(report: Report, paths: Sequence[ReachPath]) -> Iterator[list[Value]]:
    for one in paths:
        yield [
            nouns.name(report.landscape, one.asset),
            nouns.country(one.country),
            reaches.way(report, one),
            semicolons(catalogue.law(law) for law in laws_of(one.country)),
        ]
