"""How the impact of a risk comes about, in words."""

from collections.abc import Iterator

from smala_lockin.analysis.rating.curve_points import CurvePoint, best, curve_points, outage_of
from smala_lockin.analysis.rating.findings import OF_POINTS, Finding, Rule
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.rules import dates
from smala_lockin.analysis.scales.assumptions import max_outage_hours
from smala_lockin.analysis.scales.weighing import Reading, Weighed
from smala_lockin.domain.kinds import PersonalData
from smala_lockin.i18n import _, money, ngettext, number, percent, pgettext
from smala_lockin.words import enums, nouns
from smala_lockin.words.quantities import after, exactly, rounded
from smala_lockin.words.rule_texts import rule_text
from smala_lockin.words.why_parts import Chapter, Grid, Line, failing, stop_hours

NAMED = 6
"""How many late activities are told one by one."""

_OF_CURVE = OF_POINTS


def chapter(report: Report, finding: Finding) -> Chapter:
    """Return how badly it hurts, and why."""
    assert finding.impact is not None
    values = {"impact": finding.impact, "words": enums.impact(finding.impact)}
    total = Line(_("That makes the impact %(impact)d out of 5: %(words)s.") % values)
    lines = (*_late(report, finding), *_steps(report, finding), total)
    return Chapter(title=pgettext("finding", "How bad"), lines=lines)


def lengths(report: Report, finding: Finding) -> Chapter:
    """Return every length of outage that was looked at, the one that decides being marked."""
    title = _("All lengths that were looked at")
    points = _points(report, finding)
    if len(points) < 2:
        return Chapter(title=title, lines=())
    chosen = points.index(best(points))
    rows = tuple(
        (
            exactly(one.margin_hours),
            str(one.likelihood),
            str(one.impact),
            enums.level(one.level),
            nouns.in_a_cell(report.landscape, one.late, most=nouns.NAMED),
        )
        for one in points
    )
    columns = (_("Longer than"), _("Likelihood"), _("Impact"), _("Level"), _("Too late by then"))
    marked = frozenset((chosen, column) for column in range(len(columns)))
    words = _(
        "The highest level counts; if levels are equal, the greater impact, then the "
        "shorter outage."
    )
    return Chapter(
        title=title,
        lines=(Line(words),),
        grid=Grid(columns=columns, rows=rows, marked=marked),
    )


def _points(report: Report, finding: Finding) -> tuple[CurvePoint, ...]:
    asset, stops = failing(finding), stop_hours(report, finding)
    if finding.rule not in _OF_CURVE or asset is None or not stops:
        return ()
    outage = outage_of(report.landscape, asset, stops, report.today)
    return curve_points(outage, _weighed(report))


def _weighed(report: Report) -> Weighed:
    landscape = report.landscape
    processes = {key: landscape.assets[key] for key in report.processes}
    revenue = landscape.company.revenue
    return Weighed.of(processes, Reading.USUAL, revenue, landscape.settings)


def _late(report: Report, finding: Finding) -> Iterator[Line]:
    """Tell of each late process when it stops, how long it may, and so when it is too late."""
    landscape, stops = report.landscape, stop_hours(report, finding)
    late = finding.evidence.late
    for key in late[:NAMED]:
        asset = landscape.assets[key]
        allowed = max_outage_hours(asset, landscape.settings)
        values = {
            "name": nouns.name(landscape, key),
            "criticality": _criticality(asset.criticality),
            "allowed": exactly(allowed.usual) if allowed.known else _about(allowed.usual),
        }
        if key in stops:
            times = {"stop": _after(stops[key]), "margin": exactly(stops[key] + allowed.usual)}
            words = _(
                "%(name)s (criticality %(criticality)s) stops %(stop)s and may be down for "
                "%(allowed)s: too late after %(margin)s."
            )
            yield Line(words % {**values, **times}, (key,))
        else:
            words = _("%(name)s (criticality %(criticality)s) may be down for %(allowed)s.")
            yield Line(words % values, (key,))
    rest = len(late) - NAMED
    if rest > 0:
        words = ngettext(
            "It is too late for %(count)d more.", "It is too late for %(count)d more.", rest
        )
        yield Line(words % {"count": rest})


def _criticality(value: int | None) -> str:
    return str(value) if value is not None else _("3, assumed")


def _about(hours: float) -> str:
    return _("%(time)s (assumed)") % {"time": exactly(hours)}


def _after(hours: float) -> str:
    return after(hours) if hours < 1 else _("after %(duration)s") % {"duration": exactly(hours)}


def _steps(report: Report, finding: Finding) -> Iterator[Line]:
    match finding.rule:
        case _ if finding.evidence.usual is not None:
            yield from _of_curve(report, finding)
        case Rule.LOSS | Rule.CUT_OFF:
            yield from _of_gap(report, finding)
        case Rule.FALSE_REDUNDANCY:
            yield from _of_gap(report, finding)
            yield _at_least(report)
        case Rule.LEGAL_REACH | Rule.HOSTING_THIRD_COUNTRY | Rule.NO_DPA | Rule.AI_TRAINING:
            yield Line(_of_data(report, finding))
        case Rule.NOTICE_DEADLINE:
            yield Line(_of_renewal(finding))
        case Rule.END_OF_SUPPORT if finding.evidence.stops:
            yield Line(_("It weighs as much as an outage of it would."))
        case Rule.END_OF_SUPPORT:
            yield Line(_("It stops no activity all by itself: 2."))
        case Rule.LOCK_IN:
            yield from _of_lock_in(report, finding)
        case Rule.AI_SINGLE_MODEL:
            yield Line(_of_one_model(finding))
        case Rule.CONCENTRATION_SUPPLIER:
            yield Line(_of_crowd(report, finding))
        case _:
            text = rule_text(finding.rule, report.landscape.settings).impact
            yield Line(_("For risks of this kind: %(impact)s.") % {"impact": text})


def _of_curve(report: Report, finding: Finding) -> Iterator[Line]:
    settings = report.landscape.settings
    criticality = {key: report.landscape.assets[key].criticality or 3 for key in report.processes}
    late = [key for key in finding.evidence.late if key in criticality]
    if not late:
        return
    worst = max(late, key=lambda key: settings.impact[criticality[key]][0])
    base = int(settings.impact[criticality[worst]][0])
    values = {"criticality": criticality[worst], "impact": base}
    words = _(
        "The most critical activity that is too late has criticality "
        "%(criticality)d: impact %(impact)d."
    )
    yield Line(words % values, (worst,))
    if 2 * sum(criticality[key] for key in late) >= sum(criticality.values()):
        yield Line(_("By weight, they are at least half of all activities: one more, 5 at most."))
    yield from _of_cost(report, finding)
    if finding.rule is Rule.FALSE_REDUNDANCY:
        yield _at_least(report)


def _of_cost(report: Report, finding: Finding) -> Iterator[Line]:
    cost, company = finding.evidence.cost, report.landscape.company
    if cost is None or not company.revenue:
        return
    values = {
        "cost": money(rounded(cost), company.currency),
        "share": percent(cost / company.revenue),
    }
    words = _(
        "The standstill costs about %(cost)s, or %(share)s of a year’s revenue: this decides."
    )
    yield Line(words % values)


def _of_gap(report: Report, finding: Finding) -> Iterator[Line]:
    settings, evidence = report.landscape.settings, finding.evidence
    if not evidence.late or evidence.gap_hours is None:
        return
    worst = evidence.late[0]
    criticality = report.landscape.assets[worst].criticality or 3
    base = int(settings.impact[criticality][1])
    values = {
        "worst": nouns.name(report.landscape, worst),
        "criticality": criticality,
        "back": exactly(evidence.duration_hours or 0.0),
        "gap": exactly(evidence.gap_hours),
        "impact": base,
    }
    words = _(
        "%(worst)s fares worst: it is back after %(back)s, %(gap)s too late. For criticality "
        "%(criticality)d that is impact %(impact)d."
    )
    yield Line(words % values, (worst,))
    over = [days for days in settings.thresholds.gap_days if evidence.gap_hours > days * 24]
    if over:
        words = ngettext(
            "That is over %(days)s too long: %(count)d more.",
            "That is over %(days)s too long: %(count)d more.",
            len(over),
        )
        yield Line(words % {"days": exactly(over[-1] * 24), "count": len(over)})
    if finding.rule is Rule.CUT_OFF and 2 * len(evidence.late) > len(report.processes):
        yield Line(_("It is too late for over half of all activities: one more."))
    yield from _of_cost(report, finding)


def _at_least(report: Report) -> Line:
    least = int(report.landscape.settings.thresholds.false_redundancy_impact)
    words = _(
        "A company that counts on an alternative is not prepared to do without: at "
        "least %(impact)d."
    )
    return Line(words % {"impact": least})


def _of_data(report: Report, finding: Finding) -> str:
    held = finding.evidence.personal_data
    if finding.rule is Rule.LEGAL_REACH:
        every = {report.landscape.assets[one].personal_data for one in finding.assets}
        held = PersonalData.SENSITIVE if PersonalData.SENSITIVE in every else PersonalData.ORDINARY
    match held:
        case PersonalData.NONE:
            return _("It holds no personal data: 2.")
        case PersonalData.SENSITIVE:
            return _("The personal data is sensitive: 4.")
        case PersonalData.ORDINARY:
            return _("The personal data is ordinary: 3.")
        case None:
            return _("What data it holds is not known; ordinary personal data counts 3.")


def _of_renewal(finding: Finding) -> str:
    if finding.impact == dates.RENEWED_AND_CAPTIVE:
        return _("The contract renews unasked, and it would be hard to leave: %(impact)d.") % {
            "impact": dates.RENEWED_AND_CAPTIVE
        }
    return _("The contract renews unasked: %(impact)d.") % {"impact": dates.RENEWED}


def _of_one_model(finding: Finding) -> str:
    values = {"impact": finding.impact}
    if finding.impact == 3:
        return _("No important activity needs two of them: %(impact)d.") % values
    return _("An important activity needs two of them: %(impact)d.") % values


def _of_crowd(report: Report, finding: Finding) -> str:
    much = report.landscape.settings.thresholds.supplier_share[1]
    values = {"impact": finding.impact, "much": percent(much)}
    share = finding.evidence.share
    if share is None:
        words = _("So much in one hand counts %(impact)d; its share of spending is not known.")
        return words % values
    words = _("Its share of known spending is %(share)s: %(impact)d (4 from %(much)s on).")
    return words % {**values, "share": percent(share)}


def _of_lock_in(report: Report, finding: Finding) -> Iterator[Line]:
    assert finding.impact is not None
    much = report.landscape.settings.thresholds.lock_in[1]
    is_much = (finding.evidence.lock_in or 0.0) >= much
    yield Line(_("Being hard to leave counts 2."))
    if finding.impact - 2 - is_much > 0:
        yield Line(_("An important activity cannot do without it: one more."))
    if is_much:
        values = {"index": number(much)}
        yield Line(_("The lock-in index is %(index)s or more: one more.") % values)
