"""The first step to take about a risk: one small thing that can be done this month."""

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import SERVICES, AssetKind, OperatedBy, Role
from smala_lockin.i18n import _
from smala_lockin.words import countries, elision, nouns
from smala_lockin.words.finding_redundancy import members


def first_step(report: Report, finding: Finding) -> str:
    """Return what to do first about a risk; nothing for questions and notes."""
    if finding.sort is not Sort.RISK:
        return ""
    name = nouns.name(report.landscape, finding.assets[0]) if finding.assets else ""
    it = {"it": name, "of_it": elision.of(name)}
    match finding.rule:
        case Rule.SPOF | Rule.KEY_PERSON | Rule.AI_NO_FALLBACK:
            return _about_outage(report, finding)
        case Rule.LOSS:
            return _about_loss(report, finding)
        case Rule.CUT_OFF:
            return _(
                "For %(worst)s, find a supplier beyond the reach %(of_country)s, and keep a copy "
                "of your data there."
            ) % {
                "worst": nouns.name(report.landscape, _first_hurt(finding)),
                "of_country": countries.of(finding.evidence.country or ""),
            }
        case Rule.FALSE_REDUNDANCY:
            return _about_false_redundancy(report, finding)
        case Rule.UNTESTED_FALLBACK:
            return _(
                "On a quiet day, switch over between %(members)s, time it, and write down what "
                "held you up."
            ) % {"members": members(report, finding.evidence.groups[0])}
        case Rule.AI_TRAINING:
            return (
                _(
                    "Turn training off in the settings %(of_it)s, and tell everybody what must "
                    "not go in."
                )
                % it
            )
        case Rule.NO_DPA:
            return _("Ask for the data processing agreement %(of_it)s, sign it and file it.") % it
        case Rule.HOSTING_THIRD_COUNTRY:
            return _("Ask whether %(it)s can be hosted in Europe; if not, get the guarantees.") % it
        case Rule.LEGAL_REACH:
            return _("List which data that is, and move or encrypt what must stay out of reach.")
        case Rule.AI_SINGLE_MODEL:
            return _("Try one of these tools with another provider’s model.")
        case Rule.LOCK_IN:
            return (
                _(
                    "Ask the supplier %(of_it)s for all your data, and see whether another "
                    "product can read it."
                )
                % it
            )
        case Rule.CONCENTRATION_SUPPLIER:
            return _("Before the next contract with %(it)s, ask for an offer elsewhere too.") % it
        case Rule.CONCENTRATION_COUNTRY:
            return _(
                "Before the next contract with a company of that country, ask for an offer "
                "elsewhere too."
            )
        case Rule.NOTICE_DEADLINE:
            return (
                _("Decide whether to keep %(it)s; if in doubt, give notice in time and negotiate.")
                % it
            )
        case Rule.END_OF_SUPPORT:
            return _("Ask what replacing or renewing %(it)s would cost, and set a date.") % it
        case _:
            return ""


def _about_loss(report: Report, finding: Finding) -> str:
    """Return the way out of a supplier: with the data where it holds any, else to somebody else."""
    landscape, supplier = report.landscape, finding.assets[0]
    it = {"it": nouns.name(landscape, supplier)}
    provided = (
        landscape.assets[one.source].kind
        for one in landscape.needed_by[supplier]
        if one.role is Role.PROVIDED_BY
    )
    if any(kind in SERVICES for kind in provided):
        return (
            _(
                "Take your data out of %(it)s once, time it, and name who could replace this "
                "supplier."
            )
            % it
        )
    return _("Ask another company how soon, and for how much, it could step in for %(it)s.") % it


def _first_hurt(finding: Finding) -> AssetId:
    """Return the process that suffers first or most; the asset itself where none is named."""
    hurt = (*finding.evidence.late, *finding.evidence.stops, *finding.assets)
    return hurt[0]


def _about_outage(report: Report, finding: Finding) -> str:
    asset = report.landscape.assets[finding.assets[0]]
    name = nouns.name(report.landscape, asset.id)
    first = nouns.name(report.landscape, _first_hurt(finding))
    return _words_about_outage(report, asset) % {
        "it": name,
        "of_it": elision.of(name),
        "first": first,
        "supplier": _supplier(report, asset.id),
    }


def _words_about_outage(report: Report, asset: Asset) -> str:
    match asset.kind:
        case AssetKind.PEOPLE:
            return _(
                "Have somebody else do this work once while %(it)s watches, and note what is "
                "missing."
            )
        case AssetKind.AI_SERVICE:
            return _(
                "Do %(first)s for a day without %(it)s, or with another AI, and write down how."
            )
        case AssetKind.DATA:
            return _("Restore a copy %(of_it)s on another machine once, and time it.")
        case AssetKind.INFRASTRUCTURE if asset.operated_by is OperatedBy.SUPPLIER:
            if _supplier(report, asset.id):
                return _(
                    "Ask %(supplier)s in writing how soon %(it)s is back after a failure, and "
                    "what a fallback would cost."
                )
            return _(
                "Ask the supplier %(of_it)s in writing how soon it is back after a failure, and "
                "what a fallback would cost."
            )
        case AssetKind.INFRASTRUCTURE:
            return _(
                "Ask what a spare or a fallback for %(it)s would cost, and how soon it would be "
                "ready."
            )
        case AssetKind.LOCATION:
            return _("Decide where %(first)s could go on, and what must be ready there.")
        case _:
            return _("Write down how to run %(first)s for a day without %(it)s, and try it once.")


def _supplier(report: Report, asset: AssetId) -> str:
    """Return the name of the one supplier that something has; empty where it has none or more."""
    landscape = report.landscape
    own = {one.target for one in landscape.needs[asset] if one.role is Role.PROVIDED_BY}
    return nouns.name(landscape, own.pop()) if len(own) == 1 else ""


def _about_false_redundancy(report: Report, finding: Finding) -> str:
    kind, _colon, id = finding.evidence.causes[0].partition(":")
    if kind != "asset" or AssetId(id) not in report.landscape.assets:
        return _("Replace one of them by something that does not fail with the other.")
    cause = report.landscape.assets[AssetId(id)]
    it = {"it": nouns.name(report.landscape, cause.id)}
    if cause.kind is AssetKind.PEOPLE:
        return _("Train a second person for what %(it)s does.") % it
    return _("Replace one of them by something that works without %(it)s.") % it
