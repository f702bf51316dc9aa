"""How the likelihood of a risk comes about, in words."""

from collections.abc import Iterator

from smala_lockin.analysis.rating.findings import Finding, Rule
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.rules import dates
from smala_lockin.analysis.rules.country import adequacy
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.settings import BOUNDS_HOURS
from smala_lockin.i18n import _, ngettext, pgettext
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.words import countries, enums, nouns
from smala_lockin.words.finding_outage import failing_kind
from smala_lockin.words.quantities import exactly, period
from smala_lockin.words.settings import longer_than
from smala_lockin.words.why_parts import Chapter, Grid, Line, failing


def chapter(report: Report, finding: Finding) -> Chapter:
    """Return how likely it is, and why."""
    assert finding.likelihood is not None
    is_curve = finding.evidence.usual is not None
    lines = _of_curve(report, finding) if is_curve else _of_rule(report, finding)
    values = {"likelihood": finding.likelihood, "words": enums.likelihood(finding.likelihood)}
    total = _("That makes the likelihood %(likelihood)d out of 5: %(words)s.")
    if finding.rule is Rule.NOTICE_DEADLINE:
        total = _("That makes the likelihood %(likelihood)d out of 5.")
    return Chapter(
        title=pgettext("finding", "How likely"),
        lines=(*(Line(one) for one in lines), Line(total % values)),
        grid=_row(report, finding) if is_curve else None,
    )


def _row(report: Report, finding: Finding) -> Grid:
    """Return the row of the table of likelihoods that counts, its column marked."""
    usual = finding.evidence.usual
    assert usual is not None
    kind = failing_kind(report, finding)
    row = report.landscape.settings.likelihood[kind]
    return Grid(
        columns=(_("Away"), _("at all"), *map(longer_than, BOUNDS_HOURS[1:])),
        rows=((enums.kind(kind), *(f"{value:g}" for value in row)),),
        marked=frozenset({(0, 1 + BOUNDS_HOURS.index(usual.bound_hours))}),
    )


def _of_curve(report: Report, finding: Finding) -> Iterator[str]:
    usual, margin = finding.evidence.usual, finding.evidence.margin_hours
    assert usual is not None
    time = exactly(margin or 0.0)
    values = {"kind": nouns.of_kind(failing_kind(report, finding)), "likelihood": usual.table}
    if (margin or 0.0) < 1:
        yield _(
            "For %(kind)s, the table of this map gives %(likelihood)d for being away at all."
        ) % (values)
    else:
        yield _(
            "What counts is being away for more than %(time)s. For %(kind)s, the table "
            "of this map gives %(likelihood)d."
        ) % {**values, "time": time}
    if usual.recovery > 0:
        yield _("Getting it back is known to take longer than that: one more.")
    if usual.recovery < 0:
        yield _("Getting it back is known to be quicker than that: one less.")
    if usual.units:
        yield ngettext(
            "There are several alike: %(count)d less.",
            "There are several alike: %(count)d less.",
            -usual.units,
        ) % {"count": -usual.units}
    if usual.tested:
        days = report.landscape.settings.thresholds.tested_within_days
        yield _("Its alternative or exit plan was tested within the last %(time)s: one less.") % {
            "time": period(days)
        }
    raw = usual.table + usual.recovery + usual.units + usual.tested
    if raw != finding.likelihood:
        yield _("The scale runs from 1 to 5.")


def _of_rule(report: Report, finding: Finding) -> Iterator[str]:
    match finding.rule:
        case Rule.LOSS:
            yield from _of_loss(report, finding, failing(finding) or finding.assets[0])
        case Rule.CUT_OFF:
            yield _of_cut_off(report, finding.evidence.country or "")
        case Rule.FALSE_REDUNDANCY:
            yield from _of_cause(report, finding)
        case Rule.LEGAL_REACH:
            yield _of_adequacy(finding.evidence.country or "")
        case Rule.HOSTING_THIRD_COUNTRY:
            yield _of_hosting(finding.evidence.country or "")
        case Rule.NOTICE_DEADLINE:
            yield _("The date is in the calendar: nothing is more certain.")
        case Rule.END_OF_SUPPORT:
            yield _of_support(finding)
        case _:
            yield _of_habit(finding.rule)


def _of_support(finding: Finding) -> str:
    values = {"likelihood": finding.likelihood}
    if finding.likelihood == dates.ENDED:
        return _("Support has ended: %(likelihood)d.") % values
    return _("Support has not ended yet: %(likelihood)d.") % values


def _of_habit(rule: Rule) -> str:
    """Return what a likelihood that is the same for every company is about."""
    match rule:
        case Rule.LOCK_IN | Rule.CONCENTRATION_SUPPLIER:
            return _(
                "How often a supplier uses such a hold (prices, terms) is assumed, and the "
                "same for every company."
            )
        case Rule.CONCENTRATION_COUNTRY:
            return _(
                "How often a change of law, policy or currency there hurts is assumed, and the "
                "same for every company."
            )
        case Rule.AI_SINGLE_MODEL:
            return _(
                "How often an AI provider changes its prices, its terms or its model is assumed, "
                "and the same for every company."
            )
        case Rule.NO_DPA:
            return _(
                "How often the agreement is missed, after a leak or during an inspection, is "
                "assumed, and the same for every company."
            )
        case Rule.AI_TRAINING:
            return _(
                "How often what an AI has learnt turns up elsewhere is assumed, and the same for "
                "every company."
            )
        case _:
            return _("This kind of risk is assumed to be equally likely for every company.")


def _of_cause(report: Report, finding: Finding) -> Iterator[str]:
    """A common cause that is gone for good is as likely as that event is by itself."""
    kind, _colon, id = finding.evidence.causes[0].partition(":")
    if kind == "country":
        yield _of_cut_off(report, id)
    elif kind in ("asset", "control") and id in report.landscape.assets:
        yield from _of_loss(report, finding, AssetId(id))
    else:
        yield _("It never comes too late for any activity because of it: the lowest likelihood.")


def _of_loss(report: Report, finding: Finding, supplier: AssetId) -> Iterator[str]:
    landscape, usual = report.landscape, 2
    provided = {
        landscape.assets[one.source].kind
        for one in landscape.needed_by[supplier]
        if one.role is Role.PROVIDED_BY
    }
    if provided == {AssetKind.AI_SERVICE}:
        usual = 3
        yield _(
            "The loss of a supplier is assumed once in 5 to 20 years (2); one that "
            "provides nothing but AI is lost more often (3)."
        )
    elif provided == {AssetKind.INFRASTRUCTURE}:
        usual = 1
        yield _(
            "The loss of a supplier is assumed once in 5 to 20 years (2); one that "
            "provides nothing but infrastructure is lost more rarely (1)."
        )
    else:
        yield _("The loss of a supplier is assumed once in 5 to 20 years (2).")
    if (finding.likelihood or usual) < usual:
        yield _("A way out of all it provides has been tested: one less.")


def _of_cut_off(report: Report, country: str) -> str:
    listed = report.landscape.settings.cut_off.get(country)
    values: dict[str, object] = {"country": countries.named(country)}
    if listed is not None:
        values["likelihood"] = int(listed[0])
        return _("In the settings of this map, %(country)s is listed with %(likelihood)d.") % values
    where = {"in_country": countries.inside(country)}
    if adequacy(country) is Adequacy.FULL:
        return (
            _(
                "How close a country is to the European Union is read from what the Union says "
                "of data protection %(in_country)s: it is adequate, so 1."
            )
            % where
        )
    return (
        _(
            "How close a country is to the European Union is read from what the Union says of "
            "data protection %(in_country)s: it is not fully adequate, so 2."
        )
        % where
    )


def _of_adequacy(country: str) -> str:
    where = {"in_country": countries.inside(country)}
    if adequacy(country) is Adequacy.FULL:
        return _("The European Union finds data protection %(in_country)s adequate: 1.") % where
    return (
        _("The European Union does not find data protection %(in_country)s fully adequate: 2.")
        % where
    )


def _of_hosting(country: str) -> str:
    where = {"in_country": countries.inside(country)}
    if adequacy(country) is Adequacy.PARTIAL:
        return (
            _("The European Union finds data protection %(in_country)s adequate in part: 2.")
            % where
        )
    return _("The European Union has not found data protection %(in_country)s adequate: 3.") % where
