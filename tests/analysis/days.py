"""The day on which the tests of this floor stand, and reports made on it."""

from datetime import date, timedelta

from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.domain.landscape import Landscape

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    """Return the day so many days before that."""
    return TODAY - timedelta(days=days)


def reported(landscape: Landscape) -> Report:
    """Return the report of a landscape on that day."""
    return build_report(landscape, today=TODAY)


def found(landscape: Landscape) -> dict[str, Finding]:
    """Return all findings of a landscape by key."""
    return {one.key: one for one in reported(landscape).findings}
