"""Findings about what stands in for something and does not, in words."""

from smala_lockin.analysis.failure.false_redundancy import CIRCULAR
from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.i18n import _, ngettext
from smala_lockin.words import countries, nouns
from smala_lockin.words.finding_outage import stopping
from smala_lockin.words.quantities import duration


def false_redundancy(report: Report, finding: Finding) -> str:
    """Return which alternatives are so only in appearance, and why."""
    groups = finding.evidence.groups
    values = {
        "members": members(report, groups[0]),
        "owner": nouns.name(report.landscape, report.landscape.groups[groups[0]].owner),
        "cause": _cause(report, finding.evidence.causes[0], groups[0]),
        "more": len(groups) - 1,
    }
    if len(groups) == 1:
        return (
            _("%(members)s stand in for each other for %(owner)s only in appearance: %(cause)s.")
            % values
        )
    return (
        ngettext(
            "%(members)s stand in for each other for %(owner)s only in appearance: %(cause)s. "
            "The same goes for %(more)d other group.",
            "%(members)s stand in for each other for %(owner)s only in appearance: %(cause)s. "
            "The same goes for %(more)d other groups.",
            len(groups) - 1,
        )
        % values
    )


def members(report: Report, group: GroupId) -> str:
    """Return the names of what stands in for each other."""
    return nouns.names(report.landscape, [one.target for one in report.landscape.members[group]])


def _cause(report: Report, cause: str, group: GroupId) -> str:
    if cause == CIRCULAR:
        return _("one needs what it stands in for")
    targets = [one.target for one in report.landscape.members[group]]
    kind, _colon, id = cause.partition(":")
    if kind in ("country", "hosting"):
        return _common_country(kind, id, len(targets))
    it = {"it": nouns.name(report.landscape, AssetId(id))}
    if id in targets:
        return _("what should stand in for %(it)s needs it") % it
    if kind == "control":
        if len(targets) == 2:
            return _("both belong to %(it)s") % it
        return _("too many of them belong to %(it)s") % it
    if len(targets) == 2:
        return _("both need %(it)s") % it
    return _("too many of them need %(it)s") % it


def too_slow(report: Report, finding: Finding) -> str:
    """Return how long switching over takes, and who is too late by then."""
    evidence = finding.evidence
    (group,) = evidence.groups[:1]
    values = {
        "members": members(report, group),
        "owner": nouns.name(report.landscape, report.landscape.groups[group].owner),
        "hours": duration(evidence.switch_hours or 0.0),
        "late": nouns.names(report.landscape, evidence.stops),
    }
    return (
        _(
            "%(members)s stand in for each other for %(owner)s, but switching over takes "
            "%(hours)s: too long for %(late)s."
        )
        % values
    )


def _common_country(kind: str, country: str, members: int) -> str:
    it = {"of_country": countries.of(country), "in_country": countries.inside(country)}
    if kind == "country":
        if members == 2:
            return _("the government %(of_country)s can cut off both") % it
        return _("the government %(of_country)s can cut off too many of them") % it
    if members == 2:
        return _("both are hosted %(in_country)s") % it
    return _("too many of them are hosted %(in_country)s") % it


def then_stop(report: Report, finding: Finding) -> str:
    """Return what stops when the common cause fails."""
    return stopping(report, finding, _("If that fails")) if finding.evidence.stops else ""
