"""The sheet "Register": one row per risk."""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook

from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.formats.register_workbook import typed
from smala_lockin.formats.register_workbook.sheet import Column, Value, fill
from smala_lockin.i18n import _, pgettext, semicolons
from smala_lockin.register.risks import Risk
from smala_lockin.words import citations, enums, findings, headlines, nouns

LEVEL_COLOURS = {
    Level.VERY_LOW: "FFDCEFE3",
    Level.LOW: "FFE9F3D5",
    Level.MEDIUM: "FFFFEDB8",
    Level.HIGH: "FFFFD0A6",
    Level.VERY_HIGH: "FFF7B5B0",
}
"""Fills behind the words of a level; dark ink on each is readable, in grey too."""


_TYPED = ("owner", "treatment", "actions", "due", "status", "comment")
_RESIDUAL = ("residual_likelihood", "residual_impact")


def add_to(book: Workbook, report: Report, risks: Sequence[Risk]) -> None:
    """Add the sheet to a workbook."""
    sheet = book.create_sheet(pgettext("sheet", "Register"))
    colours = {enums.level(level): colour for level, colour in LEVEL_COLOURS.items()}
    fill(sheet, _columns(), _rows(report, risks), frozen_columns=2, colours=colours, printed=11)


def _columns() -> list[Column]:
    return [
        Column(heading=_("Level"), width=9, centred=True),
        Column(heading=_("Risk"), width=38),
        Column(heading=_("Why"), width=46),
        Column(heading=_("First step"), width=30),
        typed.column("likelihood"),
        typed.column("impact"),
        *(typed.column(fact) for fact in _TYPED),
        Column(heading=_("Level without precautions"), width=12, centred=True),
        *(typed.column(fact) for fact in _RESIDUAL),
        Column(heading=_("Level after treatment"), width=12, centred=True),
        Column(heading=_("Sort"), width=22),
        Column(heading=_("Story"), width=26),
        Column(heading=_("Assets"), width=28),
        Column(heading=_("Activities that stop"), width=36),
        Column(heading=_("References"), width=34),
        typed.key(width=28),
    ]


def _rows(report: Report, risks: Sequence[Risk]) -> Iterator[list[Value]]:
    stories = {
        finding.key: headlines.name(report, headline)
        for headline in report.headlines
        for finding in headline.findings
    }
    for risk in risks:
        finding = risk.finding
        yield [
            enums.level(risk.level),
            findings.title(report, finding),
            findings.explanation(report, finding),
            findings.first_step(report, finding),
            typed.shown(risk, "likelihood"),
            typed.shown(risk, "impact"),
            *(typed.shown(risk, fact) for fact in _TYPED),
            enums.level(risk.inherent),
            *(typed.shown(risk, fact) for fact in _RESIDUAL),
            "" if risk.residual is None else enums.level(risk.residual),
            _sort(finding),
            stories.get(finding.key, ""),
            nouns.in_a_cell(report.landscape, finding.assets, most=10),
            nouns.in_a_cell(report.landscape, finding.evidence.stops, most=20),
            semicolons(citations.labels(report, finding)),
            finding.key,
        ]


def _sort(finding: Finding) -> str:
    """Return what the rule looks for, and the rules that say the same of the same asset."""
    return semicolons(findings.rule(one) for one in (finding.rule, *finding.evidence.merged))
