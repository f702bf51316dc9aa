"""The sheet "Threats": the suppliers of which the threat was rated, and where they stand."""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook

from smala_lockin.analysis.figures.ecosystem import Threat
from smala_lockin.analysis.report import Report
from smala_lockin.domain.facts import THREAT_FACTORS
from smala_lockin.formats.register_workbook.figures import threats_chart
from smala_lockin.formats.register_workbook.sheet import Column, Value, fill
from smala_lockin.i18n import _, listing, pgettext
from smala_lockin.words import degrees, nouns
from smala_lockin.words.parts import factor


def add_to(book: Workbook, report: Report) -> None:
    """Add the sheet, and its chart beside the table, where somebody rated a supplier."""
    found = report.figures.threats
    if not found:
        return
    columns = [
        Column(heading=_("Supplier"), width=30),
        *(Column(heading=_heading(one), width=12, centred=True) for one in THREAT_FACTORS),
        Column(heading=_("Exposure, at worst (of 16)"), width=13, centred=True),
        Column(heading=_("Reliability, at worst (of 16)"), width=13, centred=True),
        Column(heading=_("Threat level, at best"), width=13, format="0.00", centred=True),
        Column(heading=_("Threat level, at worst"), width=13, format="0.00", centred=True),
        Column(heading=_("Zone, at worst"), width=16),
        Column(heading=_("Not rated yet"), width=20),
    ]
    sheet = book.create_sheet(pgettext("sheet", "Threats"))
    fill(sheet, columns, _rows(report, found))
    threats_chart.add_to(
        sheet,
        found,
        [nouns.name(report.landscape, one.supplier) for one in found],
        steps=report.landscape.settings.thresholds.ecosystem,
        across=len(THREAT_FACTORS) + 3,
        up=len(THREAT_FACTORS) + 2,
        beside=len(columns) + 2,
    )
    threats_chart.print_apart(sheet, beside=len(columns) + 2)


def _heading(id: str) -> str:
    name = factor(id)
    return f"{name[:1].upper()}{name[1:]}"


def _rows(report: Report, found: Sequence[Threat]) -> Iterator[list[Value]]:
    for one in found:
        yield [
            nouns.name(report.landscape, one.supplier),
            *(one.factors.get(each) for each in THREAT_FACTORS),
            one.exposure[1],
            one.reliability[0],
            one.level[0],
            one.level[1],
            degrees.zone(one.zones[1]),
            listing([factor(each) for each in one.missing]),
        ]
