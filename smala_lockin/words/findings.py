"""Findings as sentences a manager understands."""

from smala_lockin.analysis.false_redundancy import CIRCULAR
from smala_lockin.analysis.findings import Finding, Rule, Sort
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.i18n import _, money, ngettext, semicolons
from smala_lockin.knowledge.laws import laws_of
from smala_lockin.words import enums, nouns, questions
from smala_lockin.words.quantities import after, duration, rounded

NAMED_LAWS = 3
"""How many laws a sentence lists."""


def rule(value: Rule) -> str:
    """Return what a rule looks for, as a heading."""
    match value:
        case Rule.SPOF:
            return _("Single point of failure")
        case Rule.KEY_PERSON:
            return _("Key person")
        case Rule.LOSS:
            return _("Loss of a supplier")
        case Rule.CUT_OFF:
            return _("Cut off by a country")
        case Rule.FALSE_REDUNDANCY:
            return _("False redundancy")
        case Rule.LEGAL_REACH:
            return _("Reach of foreign law")
        case Rule.LOOP:
            return _("Stand or fall together")
        case Rule.ORPHAN:
            return _("Not connected")
        case Rule.UNSERVED:
            return _("Serves no activity")
        case Rule.STAND_INS:
            return _("Activities not named yet")


def title(report: Report, finding: Finding) -> str:
    """Return the finding in one sentence, the first of its message."""
    return _parts(report, finding)[0]


def message(report: Report, finding: Finding) -> str:
    """Return the finding with its figures and the reason for its level."""
    return " ".join(part for part in _parts(report, finding) if part)


def explanation(report: Report, finding: Finding) -> str:
    """Return what `message` says behind its first sentence: figures and reasons."""
    return " ".join(part for part in _parts(report, finding)[1:] if part)


def stops(report: Report, finding: Finding) -> str:
    """Return "If it stops, 3 of your 6 activities stop, the first after 4 hours."."""
    return _stops(report, finding)


def can_do_without(report: Report, finding: Finding) -> str:
    """Return "You can do without it for 28 hours.", or nothing where that is not known."""
    return _margin(report, finding)


def _parts(report: Report, finding: Finding) -> list[str]:
    match finding.sort, finding.rule:
        case Sort.QUESTION, _:
            return [questions.question(report, finding)]
        case Sort.NOTE, _:
            return [_note(report, finding)]
        case _, Rule.SPOF | Rule.KEY_PERSON:
            return [
                _stops(report, finding),
                _margin(report, finding),
                _curve(report, finding),
                _cost(report, finding),
            ]
        case _, Rule.LOSS:
            return [_stops(report, finding), _gap(report, finding), _cost(report, finding)]
        case _, Rule.CUT_OFF:
            return [
                _stops(report, finding),
                _concerned(report, finding),
                _gap(report, finding),
                _cost(report, finding),
            ]
        case _, Rule.FALSE_REDUNDANCY:
            return [
                _false_redundancy(report, finding),
                _then_stop(report, finding),
                _curve(report, finding),
            ]
        case _:
            return [_exposure(report, finding), _way(report, finding), _laws(finding)]


def _stops(report: Report, finding: Finding) -> str:
    return _stopping(report, finding, _event(report, finding))


def _stopping(report: Report, finding: Finding, event: str) -> str:
    evidence = finding.evidence
    count = len(evidence.stops)
    values = {
        "event": event,
        "activities": nouns.of_activities(report, count),
        "first": after(evidence.first_stop_hours or 0.0),
    }
    if not evidence.first_stop_hours:
        return (
            ngettext(
                "%(event)s, %(activities)s stops at once.",
                "%(event)s, %(activities)s stop, the first at once.",
                count,
            )
            % values
        )
    return (
        ngettext(
            "%(event)s, %(activities)s stops %(first)s.",
            "%(event)s, %(activities)s stop, the first %(first)s.",
            count,
        )
        % values
    )


def _event(report: Report, finding: Finding) -> str:
    asset = finding.assets[0]
    it = {"it": nouns.name(report.landscape, asset)}
    kind = report.landscape.assets[asset].kind
    match finding.rule:
        case Rule.CUT_OFF:
            country = nouns.country(finding.evidence.country or "")
            return _("If your suppliers of one country (%(country)s) may no longer serve you") % {
                "country": country
            }
        case Rule.LOSS:
            return _("If %(it)s disappears") % it
        case _ if kind is AssetKind.PEOPLE:
            return _("Without %(it)s") % it
        case _ if kind is AssetKind.DATA:
            return _("If %(it)s is lost or out of reach") % it
        case _ if kind is AssetKind.LOCATION:
            return _("If %(it)s cannot be used") % it
        case _:
            return _("If %(it)s stops") % it


def _margin(report: Report, finding: Finding) -> str:
    margin = finding.evidence.least_margin_hours
    if margin is None or finding.rule not in (Rule.SPOF, Rule.KEY_PERSON):
        return ""
    if report.landscape.assets[finding.assets[0]].kind is AssetKind.PEOPLE:
        return _("You can cope for %(margin)s.") % {"margin": duration(margin)}
    if margin < 1:
        return _("You cannot do without it at all.")
    return _("You can do without it for %(margin)s.") % {"margin": duration(margin)}


def _curve(report: Report, finding: Finding) -> str:
    evidence = finding.evidence
    if evidence.usual is None or evidence.margin_hours is None or finding.likelihood is None:
        return ""
    values = {
        "often": enums.likelihood(finding.likelihood),
        "margin": duration(evidence.margin_hours),
        "reason": _reason(report, finding),
        "late": nouns.names(report.landscape, evidence.late),
    }
    if evidence.margin_hours < 1:
        return (
            ngettext(
                "That happens %(often)s (%(reason)s); then %(late)s is too late.",
                "That happens %(often)s (%(reason)s); then %(late)s are too late.",
                len(evidence.late),
            )
            % values
        )
    return (
        ngettext(
            "It lasts longer than %(margin)s %(often)s (%(reason)s); then %(late)s is too late.",
            "It lasts longer than %(margin)s %(often)s (%(reason)s); then %(late)s are too late.",
            len(evidence.late),
        )
        % values
    )


def _reason(report: Report, finding: Finding) -> str:
    usual = finding.evidence.usual
    assert usual is not None
    kind = _failing(report, finding)
    parts = [_("usual for %(kind)s, assumed") % {"kind": nouns.of_kind(kind)}]
    if usual.recovery > 0:
        parts.append(_("its recovery takes longer"))
    if usual.recovery < 0:
        parts.append(_("its recovery is quicker"))
    if usual.units:
        parts.append(_("there are several alike"))
    if usual.tested:
        parts.append(_("tested within the last year"))
    return semicolons(parts)


def _failing(report: Report, finding: Finding) -> AssetKind:
    """Return the kind of what fails: of the asset itself, or of the worst common cause."""
    assets = report.landscape.assets
    for cause in finding.evidence.causes[:1]:
        kind, _colon, id = cause.partition(":")
        if kind == "hosting":
            return AssetKind.LOCATION
        if kind == "asset":
            return assets[AssetId(id)].kind
    return assets[finding.assets[0]].kind


def _gap(report: Report, finding: Finding) -> str:
    evidence = finding.evidence
    if not evidence.late or evidence.duration_hours is None or evidence.gap_hours is None:
        return ""
    values = {
        "duration": duration(evidence.duration_hours),
        "worst": nouns.name(report.landscape, evidence.late[0]),
        "gap": duration(evidence.gap_hours),
    }
    if "replacement_days" in finding.assumed:
        return (
            _(
                "Moving to something else takes about %(duration)s (assumed): "
                "%(worst)s would stand still %(gap)s too long."
            )
            % values
        )
    return (
        _(
            "Moving to something else takes about %(duration)s: "
            "%(worst)s would stand still %(gap)s too long."
        )
        % values
    )


def _cost(report: Report, finding: Finding) -> str:
    if finding.evidence.cost is None:
        return ""
    cost = money(rounded(finding.evidence.cost), report.landscape.company.currency)
    return _("What stands still meanwhile costs about %(cost)s.") % {"cost": cost}


def _concerned(report: Report, finding: Finding) -> str:
    needed_by = report.landscape.needed_by
    providing = [
        one
        for one in finding.assets
        if any(link.role is Role.PROVIDED_BY for link in needed_by[one])
    ]
    suppliers = nouns.names(report.landscape, providing or finding.assets)
    if finding.evidence.at_least:
        return _("That concerns at least %(suppliers)s.") % {"suppliers": suppliers}
    return _("That concerns %(suppliers)s.") % {"suppliers": suppliers}


def _false_redundancy(report: Report, finding: Finding) -> str:
    groups = finding.evidence.groups
    values = {
        "members": _members(report, groups[0]),
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


def _members(report: Report, group: GroupId) -> str:
    return nouns.names(report.landscape, [one.target for one in report.landscape.members[group]])


def _cause(report: Report, cause: str, group: GroupId) -> str:
    if cause == CIRCULAR:
        return _("one needs what it stands in for")
    members = [one.target for one in report.landscape.members[group]]
    kind, _colon, id = cause.partition(":")
    if kind in ("country", "hosting"):
        return _common_country(kind, nouns.country(id), len(members))
    it = {"it": nouns.name(report.landscape, AssetId(id))}
    if id in members:
        return _("what should stand in for %(it)s needs it") % it
    if kind == "control":
        if len(members) == 2:
            return _("both belong to %(it)s") % it
        return _("too many of them belong to %(it)s") % it
    if len(members) == 2:
        return _("both need %(it)s") % it
    return _("too many of them need %(it)s") % it


def _common_country(kind: str, country: str, members: int) -> str:
    it = {"country": country}
    if kind == "country":
        if members == 2:
            return _("both can be cut off together (%(country)s)") % it
        return _("too many of them can be cut off together (%(country)s)") % it
    if members == 2:
        return _("both are hosted in one country (%(country)s)") % it
    return _("too many of them are hosted in one country (%(country)s)") % it


def _then_stop(report: Report, finding: Finding) -> str:
    return _stopping(report, finding, _("If that fails")) if finding.evidence.stops else ""


def _exposure(report: Report, finding: Finding) -> str:
    values = {
        "country": nouns.country(finding.evidence.country or ""),
        "assets": nouns.names(report.landscape, finding.assets),
    }
    if finding.evidence.by_investor:
        return (
            _(
                "Foreign law (%(country)s) may reach data about people in %(assets)s, "
                "through an investor."
            )
            % values
        )
    return _("Foreign law (%(country)s) can reach data about people in %(assets)s.") % values


def _way(report: Report, finding: Finding) -> str:
    path = finding.evidence.path
    if len(path) < 2:
        return ""
    return _("The way there: %(path)s.") % {
        "path": " → ".join(nouns.name(report.landscape, one) for one in path)
    }


def _laws(finding: Finding) -> str:
    laws = [law.name for law in laws_of(finding.evidence.country or "")]
    return _("Laws: %(laws)s.") % {"laws": semicolons(laws[:NAMED_LAWS])} if laws else ""


def _note(report: Report, finding: Finding) -> str:
    count = len(finding.assets)
    values = {"assets": nouns.names(report.landscape, finding.assets), "count": count}
    match finding.rule:
        case Rule.LOOP:
            return _("%(assets)s stand or fall together.") % values
        case Rule.ORPHAN:
            return (
                ngettext(
                    "%(count)d entry is not connected to anything: %(assets)s.",
                    "%(count)d entries are not connected to anything: %(assets)s.",
                    count,
                )
                % values
            )
        case _:
            return (
                ngettext(
                    "No activity needs this %(count)d entry: %(assets)s.",
                    "No activity needs these %(count)d entries: %(assets)s.",
                    count,
                )
                % values
            )
