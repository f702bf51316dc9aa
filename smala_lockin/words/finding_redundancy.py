"""Findings about what stands in for something and does not, in words."""

from collections.abc import Sequence

from smala_lockin.analysis.failure.false_redundancy import CIRCULAR
from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.i18n import _
from smala_lockin.words import countries, nouns
from smala_lockin.words.finding_outage import failing_kind, stopping
from smala_lockin.words.quantities import duration


def false_redundancy(report: Report, finding: Finding) -> str:
    """Return which alternatives are so only in appearance, and why."""
    first, *others = finding.evidence.groups
    owner = report.landscape.groups[first].owner
    values = {
        "members": members(report, first),
        "owner": nouns.name(report.landscape, owner),
        "cause": _cause(report, finding.evidence.causes[0], first),
    }
    told = _("%(members)s are alternatives for %(owner)s in appearance only: %(cause)s.")
    more = [_also(report, owner, others)] if others else []
    return " ".join([told % values, *more])


def _also(report: Report, owner: AssetId, others: Sequence[GroupId]) -> str:
    """Return for whom other alternatives are so only in appearance, for the same reason."""
    owners = dict.fromkeys(report.landscape.groups[one].owner for one in others)
    if set(owners) == {owner}:
        return _("The same goes for its other alternatives.")
    owners.pop(owner, None)
    return _("The same goes for %(owners)s.") % {"owners": nouns.names(report.landscape, owners)}


def members(report: Report, group: GroupId) -> str:
    """Return the names of what stands in for each other."""
    return nouns.names(report.landscape, [one.target for one in report.landscape.members[group]])


def _cause(report: Report, cause: str, group: GroupId) -> str:
    if cause == CIRCULAR:
        return _("one needs the very thing it should replace")
    targets = [one.target for one in report.landscape.members[group]]
    kind, _colon, id = cause.partition(":")
    if kind in ("country", "hosting"):
        return _common_country(kind, id, len(targets))
    it = {"it": nouns.name(report.landscape, AssetId(id))}
    if id in targets:
        return _("what should replace %(it)s needs it") % it
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
            "%(members)s are alternatives for %(owner)s, but switching over takes "
            "%(hours)s: too long for %(late)s."
        )
        % values
    )


def _common_country(kind: str, country: str, members: int) -> str:
    it = {"of_country": countries.of(country), "in_country": countries.inside(country)}
    if kind == "country":
        if members == 2:
            return _("the government %(of_country)s can have both cut off") % it
        return _("the government %(of_country)s can have too many of them cut off") % it
    if members == 2:
        return _("both are hosted %(in_country)s") % it
    return _("too many of them are hosted %(in_country)s") % it


def then_stop(report: Report, finding: Finding) -> str:
    """Return what stops when the common cause fails."""
    if not finding.evidence.stops:
        return ""
    return stopping(report, finding, _event(report, finding))


def _event(report: Report, finding: Finding) -> str:
    """Return the words for the worst common cause, which the sentence before has named."""
    kind = finding.evidence.causes[0].partition(":")[0]
    if kind == "country":
        return _("If that happens")
    if kind == "hosting":
        return _("If all that is hosted there fails")
    if kind == "control":
        return _("If that group is lost")
    match failing_kind(report, finding):
        case AssetKind.PEOPLE:
            return _("Without that person")
        case AssetKind.SUPPLIER:
            return _("If that supplier is lost")
        case _:
            return _("If that fails")
