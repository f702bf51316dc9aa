"""Findings about what falls due, in words."""

from smala_lockin.analysis.findings import Finding
from smala_lockin.analysis.report import Report
from smala_lockin.i18n import _, day
from smala_lockin.words import nouns


def end_of_support(report: Report, finding: Finding) -> str:
    """Return when support ends or ended."""
    due = finding.evidence.day or report.today
    values = {"it": nouns.name(report.landscape, finding.assets[0]), "day": day(due)}
    if due <= report.today:
        return _("Support for %(it)s ended on %(day)s.") % values
    return _("Support for %(it)s ends on %(day)s.") % values


def why_support() -> str:
    """Return why the end of support matters."""
    return _("Flaws found after that stay open, and nobody helps when it breaks.")
