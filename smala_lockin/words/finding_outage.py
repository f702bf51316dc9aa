"""Findings about what stops: what is away, for how long, and what that means, in words."""

from collections.abc import Sequence

from smala_lockin.analysis.rating.findings import OF_POINTS, Finding, Rule
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.scales.assumptions import vitally_provided
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.i18n import _, money, ngettext, semicolons
from smala_lockin.words import countries, enums, nouns
from smala_lockin.words.quantities import after, duration, period, rounded


def stops(report: Report, finding: Finding) -> str:
    """Return "If it stops, 3 of your 6 activities stop, the first after 4 hours."."""
    return stopping(report, finding, _event(report, finding))


def stopping(report: Report, finding: Finding, event: str) -> str:
    """Return what stops, and when, behind the words for an event such as "If it stops"."""
    evidence = finding.evidence
    count = len(evidence.stops)
    values = {
        "event": event,
        "activities": _activities(report, evidence.stops),
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


def _activities(report: Report, stopped: Sequence[AssetId]) -> str:
    """Return "2 of your 6 activities (Invoicing; Payroll)": few are named, all need not be."""
    counted = nouns.of_activities(report, len(stopped))
    if len(stopped) > nouns.NAMED or len(stopped) == len(report.processes):
        return counted
    named = semicolons(nouns.name(report.landscape, one) for one in stopped)
    return f"{counted} ({named})"


def _event(report: Report, finding: Finding) -> str:
    asset = finding.assets[0]
    it = {"it": nouns.name(report.landscape, asset)}
    kind = report.landscape.assets[asset].kind
    match finding.rule:
        case Rule.CUT_OFF:
            return _("If the government %(of_country)s forbids your suppliers to serve you") % {
                "of_country": countries.of(finding.evidence.country or "")
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


def can_do_without(report: Report, finding: Finding) -> str:
    """Return "You can do without it for 28 hours.", or nothing where that is not known."""
    margin = finding.evidence.least_margin_hours
    if margin is None or finding.rule not in OF_POINTS:
        return ""
    if report.landscape.assets[finding.assets[0]].kind is AssetKind.PEOPLE:
        return _("You can cope for %(margin)s.") % {"margin": duration(margin)}
    if margin < 1:
        return _("You cannot do without it at all.")
    return _("You can do without it for %(margin)s.") % {"margin": duration(margin)}


def how_often(report: Report, finding: Finding) -> str:
    """Return how often it lasts too long, why so often, and for whom; nothing if not a curve's."""
    evidence = finding.evidence
    if evidence.usual is None or evidence.margin_hours is None or finding.likelihood is None:
        return ""
    values = {
        "often": enums.likelihood(finding.likelihood),
        "margin": duration(evidence.margin_hours),
        "late": nouns.names(report.landscape, evidence.late),
    }
    if failing_kind(report, finding) is AssetKind.PEOPLE:
        words = _(
            "An absence of more than %(margin)s is to be expected %(often)s; by then "
            "it is too late for %(late)s."
        )
    elif evidence.margin_hours < 1:
        words = _("That is to be expected %(often)s; it is then too late for %(late)s.")
    else:
        words = _(
            "An outage of more than %(margin)s is to be expected %(often)s; by then "
            "it is too late for %(late)s."
        )
    return f"{words % values} {_reason(report, finding)}"


def _reason(report: Report, finding: Finding) -> str:
    """Return whose usual frequency that is, and what makes it more or less likely here."""
    usual = finding.evidence.usual
    assert usual is not None
    kind = failing_kind(report, finding)
    parts = [_("Usual frequency for %(kind)s (assumed)") % {"kind": nouns.of_kind(kind)}]
    if usual.recovery > 0:
        parts.append(_("getting it back takes longer"))
    if usual.recovery < 0:
        parts.append(_("getting it back is quicker"))
    if usual.units:
        parts.append(_("there are several alike"))
    if usual.tested:
        days = report.landscape.settings.thresholds.tested_within_days
        parts.append(_("tested within the last %(time)s") % {"time": period(days)})
    return _("%(reasons)s.") % {"reasons": semicolons(parts)}


def failing_kind(report: Report, finding: Finding) -> AssetKind:
    """Return the kind of what fails: of the asset itself, or of the worst common cause."""
    assets = report.landscape.assets
    for cause in finding.evidence.causes[:1]:
        kind, _colon, id = cause.partition(":")
        if kind == "hosting":
            return AssetKind.LOCATION
        if kind == "asset":
            return assets[AssetId(id)].kind
    return assets[finding.assets[0]].kind


def how_long_gone(report: Report, finding: Finding) -> str:
    """Return how long moving to something else takes, and how much too long that is."""
    evidence = finding.evidence
    if not evidence.late or evidence.duration_hours is None or evidence.gap_hours is None:
        return ""
    values = {
        "duration": duration(evidence.duration_hours),
        "worst": nouns.name(report.landscape, evidence.late[0]),
        "gap": duration(evidence.gap_hours),
    }
    is_assumed = "replacement_days" in finding.assumed and not _is_known(report, finding)
    return _replacing(finding.rule, is_assumed=is_assumed) % values


def _replacing(rule: Rule, *, is_assumed: bool) -> str:
    match rule, is_assumed:
        case Rule.CUT_OFF, True:
            return _(
                "Replacing what they provide takes about %(duration)s (assumed): "
                "%(worst)s would be down %(gap)s too long."
            )
        case Rule.CUT_OFF, False:
            return _(
                "Replacing what they provide takes about %(duration)s: "
                "%(worst)s would be down %(gap)s too long."
            )
        case _, True:
            return _(
                "Replacing it takes about %(duration)s (assumed): "
                "%(worst)s would be down %(gap)s too long."
            )
        case _:
            return _(
                "Replacing it takes about %(duration)s: %(worst)s would be down %(gap)s too long."
            )


def _is_known(report: Report, finding: Finding) -> bool:
    """Whether of all that a lost supplier vitally provides it is known how long moving takes."""
    if finding.rule is not Rule.LOSS:
        return False
    provided = vitally_provided(report.landscape, finding.assets[0])
    assets = report.landscape.assets
    return bool(provided) and all(assets[one].replacement_days is not None for one in provided)


def what_it_costs(report: Report, finding: Finding) -> str:
    """Return what the standstill costs, where that is what makes it weigh so much."""
    if finding.evidence.cost is None:
        return ""
    cost = money(rounded(finding.evidence.cost), report.landscape.company.currency)
    return _("Meanwhile the standstill costs about %(cost)s.") % {"cost": cost}


def concerned(report: Report, finding: Finding) -> str:
    """Return which suppliers a country's word concerns, those first that stop most alone."""
    needed_by = report.landscape.needed_by
    providing = [
        one
        for one in finding.assets
        if any(link.role is Role.PROVIDED_BY for link in needed_by[one])
    ]
    blast = {one.asset: one.blast_radius for one in report.single_points}
    ranked = sorted(providing or finding.assets, key=lambda one: -blast.get(one, 0.0))
    suppliers = nouns.names(report.landscape, ranked)
    if finding.evidence.at_least:
        return _("Suppliers concerned, at least: %(suppliers)s.") % {"suppliers": suppliers}
    return _("Suppliers concerned: %(suppliers)s.") % {"suppliers": suppliers}


def no_fallback(finding: Finding) -> str:
    """Return what is special about an AI service with nothing beside it."""
    if Rule.AI_NO_FALLBACK not in (finding.rule, *finding.evidence.merged):
        return ""
    return _("It is an AI service: its provider can change or withdraw it at short notice.")
