"""The sheets of the workbook that hold the computed figures, each one table."""

from collections.abc import Callable

from openpyxl import Workbook

from smala_lockin.analysis.report import Report
from smala_lockin.formats.register_workbook.figures import (
    ai_chains,
    concentration,
    exit_dates,
    legal_reach,
    lock_in,
    sovereignty,
    threats,
)

SHEETS: tuple[Callable[[Workbook, Report], None], ...] = (
    concentration.add_to,
    lock_in.add_to,
    exit_dates.add_to,
    legal_reach.add_to,
    sovereignty.add_to,
    ai_chains.add_to,
    threats.add_to,
)
"""What adds each of them, where there is something to tell; else a sheet is left out."""
