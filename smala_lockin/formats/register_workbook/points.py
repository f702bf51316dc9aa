"""The sheet "Single points of failure"."""

from collections.abc import Iterator

from openpyxl import Workbook

from smala_lockin.analysis.failure.single_point import Bounds, Severity
from smala_lockin.analysis.report import Report
from smala_lockin.formats.register_workbook.sheet import Column, Value, fill
from smala_lockin.i18n import _, pgettext
from smala_lockin.words import enums, nouns
from smala_lockin.words.quantities import after, duration


def add_to(book: Workbook, report: Report) -> None:
    """Add the sheet to a workbook."""
    columns = [
        Column(heading=_("Asset"), width=32),
        Column(heading=_("Kind"), width=16),
        Column(heading=_("Activities that stop"), width=44),
        Column(heading=_("How many"), width=10, centred=True),
        Column(heading=_("Share, weighted"), width=11, format="0%", centred=True),
        Column(heading=_("The first stops"), width=18),
        Column(heading=_("You can do without it for"), width=18),
        Column(heading=_("If it breaks"), width=18),
        Column(heading=_("If it is gone for good"), width=18),
    ]
    name = pgettext("sheet", "Single points of failure")
    fill(book.create_sheet(name), columns, _rows(report))


def _rows(report: Report) -> Iterator[list[Value]]:
    landscape = report.landscape
    for point in report.single_points:
        first = min(point.stop_times.values())
        yield [
            nouns.name(landscape, point.asset),
            enums.kind(landscape.assets[point.asset].kind),
            nouns.in_a_cell(landscape, point.stops, most=20),
            len(point.stops),
            point.blast_radius,
            after(first),
            duration(point.margin_hours),
            _severity(point.severity),
            _severity(point.severity_if_lost),
        ]


def _severity(bounds: Bounds) -> str:
    best, worst = _word(bounds.best), _word(bounds.worst)
    if best == worst:
        return best
    return _("%(best)s to %(worst)s") % {"best": best, "worst": worst}


def _word(severity: Severity) -> str:
    match severity:
        case Severity.MINOR:
            return pgettext("severity", "minor")
        case Severity.MAJOR:
            return pgettext("severity", "major")
        case Severity.CRITICAL:
            return pgettext("severity", "critical")
