"""The register workbook: its sheets, in order. The language is the one in force."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from openpyxl import Workbook

from smala_lockin.analysis.rating.findings import Sort
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.records import RiskKey, RiskRecord
from smala_lockin.formats.atomic import write_whole
from smala_lockin.formats.register_workbook import (
    figures,
    inventory,
    memory,
    method,
    points,
    questions,
    readme,
    risk_rows,
)
from smala_lockin.formats.register_workbook.sheet import sign
from smala_lockin.register.risks import Risk, risks

Progress = Callable[[int, int], None]
"""Told how many of how many sheets are written."""


def write_register(
    report: Report,
    path: Path,
    *,
    least: Level = Level.MEDIUM,
    progress: Progress = lambda done, of: None,
) -> int:
    """Write the register of a report, whole or not at all; return how many risks it holds.

    Risks below the level `least` are left out unless a person wrote about them. Raises
    `FileTrouble`.
    """
    kept = risks(report, least=least)
    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    steps: list[Callable[[], object]] = [
        lambda: readme.add_to(book, report, kept),
        lambda: risk_rows.add_to(book, report, kept),
        lambda: points.add_to(book, report),
        lambda: questions.add_to(book, report),
        *(partial(add, book, report) for add in figures.SHEETS),
        lambda: inventory.add_assets(book, report.landscape),
        lambda: inventory.add_dependencies(book, report.landscape),
        lambda: method.add_to(book, report),
        lambda: memory.add_to(book, _entries(report, kept)),
    ]
    for number, step in enumerate(steps):
        progress(number, len(steps) + 1)
        step()
    sign(book, report.landscape.company.name, report.today)
    book.properties.title = report.landscape.company.name or "Smala Lock-in"
    book.properties.creator = "Smala Lock-in"
    progress(len(steps), len(steps) + 1)
    write_whole(path, book.save)
    progress(len(steps) + 1, len(steps) + 1)
    return len(kept)


def _entries(
    report: Report, kept: Sequence[Risk]
) -> Iterator[tuple[RiskKey, RiskRecord, Mapping[str, int]]]:
    for risk in kept:
        shown = {"likelihood": risk.likelihood, "impact": risk.impact}
        yield risk.finding.key, risk.record, shown
    for question in report.of_sort(Sort.QUESTION):
        yield question.key, report.landscape.risks.get(question.key, RiskRecord()), {}
