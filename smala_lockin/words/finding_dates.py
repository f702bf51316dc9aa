"""Findings about what falls due, in words."""

from smala_lockin.analysis.rating.findings import Finding, Rule
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import ONLINE_SERVICES
from smala_lockin.i18n import _, day, money
from smala_lockin.words import elision, nouns


def notice(report: Report, finding: Finding) -> str:
    """Return until when notice can or could be given, and what happens else."""
    due = finding.evidence.day or report.today
    values = {
        "it": nouns.name(report.landscape, finding.assets[0]),
        "day": day(due),
        "end": day(finding.evidence.on_day or report.today),
    }
    if due < report.today:
        return (
            _(
                "%(it)s: notice could be given until %(day)s; the contract now runs on until "
                "%(end)s."
            )
            % values
        )
    return _("%(it)s: the contract renews on %(end)s unless notice is given by %(day)s.") % values


def due(report: Report, finding: Finding) -> str:
    """Return what is due and when, in few words: for a list of dates."""
    on = finding.evidence.day or report.today
    name = nouns.name(report.landscape, finding.assets[0])
    values = {"it": name, "of_it": elision.of(name), "day": day(on)}
    if finding.rule is Rule.END_OF_SUPPORT and on < report.today:
        return _("%(it)s without support since %(day)s") % values
    if finding.rule is Rule.END_OF_SUPPORT:
        return _("%(day)s, end of support %(of_it)s") % values
    if on < report.today:
        return _("%(day)s, last day of notice for %(it)s (missed)") % values
    return _("%(day)s, last day of notice for %(it)s") % values


def why_notice(report: Report, finding: Finding) -> str:
    """Return what else counts for leaving: how hard it would be, and what European law grants."""
    asset = report.landscape.assets[finding.assets[0]]
    parts = (
        [_bound(report, asset)] if (finding.evidence.day or report.today) >= report.today else []
    )
    index = report.figures.lock_in.of_service.get(asset.id)
    if index and index.assumed >= report.landscape.settings.thresholds.lock_in[0]:
        parts.append(_("It would be hard to leave: negotiate before it renews."))
    if asset.kind in ONLINE_SERVICES:
        parts.append(
            _(
                "European law (the Data Act) lets you leave an online service with two "
                "months’ notice at most; a penalty may still be due."
            )
        )
    return " ".join(parts)


def _bound(report: Report, asset: Asset) -> str:
    if not asset.annual_cost or asset.annual_cost <= 0:
        return _("After that day you are bound for another period.")
    cost = money(asset.annual_cost, report.landscape.company.currency)
    return _("After that day you are bound for another period, at %(cost)s a year.") % {
        "cost": cost
    }


def end_of_support(report: Report, finding: Finding) -> str:
    """Return when support ends or ended."""
    due = finding.evidence.day or report.today
    values = {"it": nouns.name(report.landscape, finding.assets[0]), "day": day(due)}
    if due <= report.today:
        return _("Support for %(it)s ended on %(day)s.") % values
    return _("Support for %(it)s ends on %(day)s.") % values


def why_support() -> str:
    """Return why the end of support matters."""
    return _("Flaws found after that stay open, and nobody helps if it breaks down.")
