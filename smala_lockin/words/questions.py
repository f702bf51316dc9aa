"""Questions: what to find out, in words (the sheet "To find out")."""

from smala_lockin.analysis.rating.findings import Finding, Rule, risk_key
from smala_lockin.analysis.report import Report
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.i18n import _, day, ngettext, number, percent, semicolons
from smala_lockin.words import countries, elision, facts, nouns
from smala_lockin.words.finding_redundancy import members
from smala_lockin.words.quantities import duration

TOGETHER = risk_key(Rule.CUT_OFF, (), "country")
"""The key of the question about suppliers that others stand in for."""


def question(report: Report, finding: Finding) -> str:
    """Return what to ask, and why it matters, in one or two sentences."""
    match finding.rule:
        case Rule.LEGAL_REACH if finding.assumed == ("personal_data",):
            return _ask_personal_data(report, finding)
        case Rule.LEGAL_REACH:
            return _ask_where(report, finding)
        case Rule.CUT_OFF if finding.key == TOGETHER:
            return _ask_countries_of_alternatives(report, finding)
        case Rule.CUT_OFF if finding.evidence.country is None:
            return _ask_country(report, finding)
        case Rule.CUT_OFF:
            return _ask_cut_off(report, finding)
        case Rule.LOSS:
            return _ask_replacement(report, finding)
        case Rule.HOSTING_THIRD_COUNTRY:
            return _ask_far_hosting(report, finding)
        case Rule.NO_DPA:
            return _ask_agreement(report, finding)
        case Rule.AI_TRAINING:
            return _ask_training(report, finding)
        case Rule.AI_SINGLE_MODEL:
            return _ask_model(report, finding)
        case Rule.UNTESTED_FALLBACK:
            return _ask_fallback(report, finding)
        case Rule.NOTICE_DEADLINE:
            return _ask_notice(report, finding)
        case Rule.LOCK_IN:
            return _ask_captive(report, finding)
        case Rule.CONCENTRATION_SUPPLIER:
            return _ask_costs(report, finding)
        case Rule.CONCENTRATION_COUNTRY:
            return _ask_countries(report, finding)
        case Rule.END_OF_SUPPORT:
            return _ask_until_when(report, finding)
        case Rule.MISSING_FACTS if finding.assumed:
            return ask_for(report, finding.assets[0], finding.assumed[0])
        case _:
            return _ask_activities(finding)


def ask_for(report: Report, asset: AssetId, fact: str) -> str:
    """Return the question for one fact of one asset."""
    name = nouns.name(report.landscape, asset)
    it = {"it": name, "of_it": elision.of(name), "fact": facts.label(fact)}
    match fact:
        case "recovery_hours":
            return _ask_recovery(report, asset)
        case "replacement_days":
            return _("How long would it take to replace %(it)s by something else?") % it
        case "criticality":
            return _("How critical is %(it)s for the company, from 1 to 5?") % it
        case "max_outage_hours":
            return _("How long can %(it)s be down before it really hurts?") % it
        case "data_export":
            return _("Can all your data be taken out %(of_it)s, in a form others can read?") % it
        case "substitutes":
            return _("What could take the place of %(it)s?") % it
        case "customisation":
            return _("How much was built or adapted around %(it)s to fit you?") % it
        case "skills":
            return _("Who knows how to run %(it)s: many firms, a few, or its supplier alone?") % it
        case _:
            return _("What should be noted for %(it)s: %(fact)s?") % it


def _ask_recovery(report: Report, asset: AssetId) -> str:
    it = {"it": nouns.name(report.landscape, asset)}
    match report.landscape.assets[asset].kind:
        case AssetKind.PEOPLE:
            return _("For how long could %(it)s be missing, and who would help out meanwhile?") % it
        case AssetKind.LOCATION:
            return _("How soon could %(it)s be used again after a fire or a flood?") % it
        case AssetKind.DATA:
            return _("How long does it take to restore %(it)s from a copy?") % it
        case _:
            return _("How long does it take until %(it)s is back when it breaks?") % it


def _ask_personal_data(report: Report, finding: Finding) -> str:
    return _("Does %(it)s hold personal data? The law %(of_countries)s can reach it.") % {
        "it": nouns.name(report.landscape, finding.assets[0]),
        "of_countries": countries.of_all(finding.evidence.causes[:3]),
    }


def _ask_country(report: Report, finding: Finding) -> str:
    count = len(finding.evidence.stops)
    return ngettext(
        "In which country is %(it)s based? Without it, %(activities)s stops.",
        "In which country is %(it)s based? Without it, %(activities)s stop.",
        count,
    ) % {
        "it": nouns.name(report.landscape, finding.assets[0]),
        "activities": nouns.of_activities(report, count),
    }


def _ask_countries_of_alternatives(report: Report, finding: Finding) -> str:
    return ngettext(
        "In which country is %(its)s based? What stands in for it may be ruled from the same one: "
        "a single government could then stop %(activities)s.",
        "In which countries are %(its)s based? What stands in for them may be ruled from the same "
        "one: a single government could then stop %(activities)s.",
        len(finding.assets),
    ) % {
        "its": nouns.names(report.landscape, finding.assets, most=6),
        "activities": nouns.of_activities(report, len(finding.evidence.stops)),
    }


def _ask_where(report: Report, finding: Finding) -> str:
    it = {"it": nouns.name(report.landscape, finding.assets[0])}
    if report.landscape.assets[finding.assets[0]].kind is AssetKind.SUPPLIER:
        return _("In which country is %(it)s based? It can reach personal data.") % it
    return _("In which countries is %(it)s hosted? It holds personal data.") % it


def _ask_tolerance(report: Report, finding: Finding) -> str:
    """Ask of processes: how long it takes to replace what they need is known."""
    return _(
        "How long may %(late)s stand still before it really hurts? To be without %(its)s would "
        "last %(duration)s."
    ) % {
        "its": nouns.names(report.landscape, finding.assets),
        "duration": duration(finding.evidence.duration_hours or 0.0),
        "late": nouns.names(report.landscape, finding.evidence.late),
    }


def _ask_cut_off(report: Report, finding: Finding) -> str:
    if "replacement_days" not in finding.assumed:
        return _ask_tolerance(report, finding)
    evidence = finding.evidence
    return _(
        "How long would it take to do without your suppliers controlled from "
        "%(country)s? If it took %(duration)s, it would be too late for %(late)s."
    ) % {
        "country": countries.named(evidence.country or ""),
        "duration": duration(evidence.duration_hours or 0.0),
        "late": nouns.names(report.landscape, evidence.late),
    }


def _ask_replacement(report: Report, finding: Finding) -> str:
    if "replacement_days" not in finding.assumed:
        return _ask_tolerance(report, finding)
    return _(
        "How long would it take to replace %(it)s? If it took %(duration)s, it would "
        "be too late for %(late)s."
    ) % {
        "it": nouns.name(report.landscape, finding.assets[0]),
        "duration": duration(finding.evidence.duration_hours or 0.0),
        "late": nouns.names(report.landscape, finding.evidence.late),
    }


def _ask_far_hosting(report: Report, finding: Finding) -> str:
    return _(
        "Does %(it)s hold personal data? It is hosted %(in_countries)s, outside the European Union."
    ) % {
        "it": nouns.name(report.landscape, finding.assets[0]),
        "in_countries": countries.inside_all(finding.evidence.causes[:3]),
    }


def _ask_agreement(report: Report, finding: Finding) -> str:
    its = {"its": nouns.names(report.landscape, finding.assets, most=6)}
    if finding.assumed == ("operated_by",):
        return (
            _(
                "Who runs %(its)s: you, or a supplier? A supplier would need a signed agreement "
                "on the data in it."
            )
            % its
        )
    if "personal_data" in finding.assumed:
        return (
            ngettext(
                "Is a data processing agreement signed for %(its)s? It may hold personal data.",
                "Are data processing agreements signed for %(its)s? "
                "They hold personal data, or may.",
                len(finding.assets),
            )
            % its
        )
    return (
        ngettext(
            "Is a data processing agreement signed for %(its)s? It holds personal data.",
            "Are data processing agreements signed for %(its)s? They hold personal data.",
            len(finding.assets),
        )
        % its
    )


def _ask_training(report: Report, finding: Finding) -> str:
    if finding.key == risk_key(Rule.AI_TRAINING):
        return _("Is what your AI tools pass on used to train %(its)s?") % {
            "its": nouns.names(report.landscape, finding.assets, most=6)
        }
    its = {"of_it": elision.of(nouns.name(report.landscape, finding.assets[0]))}
    return _("Does the supplier %(of_it)s train its AI on what you give it?") % its


def _ask_model(report: Report, finding: Finding) -> str:
    it = {"it": nouns.name(report.landscape, finding.assets[0])}
    return _("Which AI model answers behind %(it)s? Other tools of yours may use the same.") % it


def _ask_fallback(report: Report, finding: Finding) -> str:
    (group,) = finding.evidence.groups[:1]
    values = {
        "members": members(report, group),
        "owner": nouns.name(report.landscape, report.landscape.groups[group].owner),
    }
    if finding.assumed == ("max_outage_hours",):
        values["its"] = nouns.names(report.landscape, finding.assets)
        values["duration"] = duration(finding.evidence.switch_hours or 0.0)
        return (
            _(
                "How long may %(its)s stand still before it really hurts? Switching over between "
                "%(members)s takes %(duration)s."
            )
            % values
        )
    if "tested_on" not in finding.assumed:
        return (
            _(
                "How long does it take to switch over between %(members)s? "
                "%(owner)s can hardly wait."
            )
            % values
        )
    if "switch_hours" not in finding.assumed:
        return (
            _("Has anybody ever tried, for %(owner)s, to do without one of these: %(members)s?")
            % values
        )
    return (
        _(
            "Has anybody ever tried, for %(owner)s, to do without one of these, and how long did "
            "switching over take: %(members)s?"
        )
        % values
    )


def _ask_notice(report: Report, finding: Finding) -> str:
    if finding.assumed == ("contract_end",):
        return _ask_end(report, finding)
    asset = report.landscape.assets[finding.assets[0]]
    ended = asset.contract_end or finding.evidence.on_day or report.today
    if len(finding.assets) > 1:
        its = {"its": nouns.names(report.landscape, finding.assets, most=6)}
        if finding.assumed == ("renewal_months",):
            return (
                _(
                    "Until when do these contracts run now, and how much notice must be given: "
                    "%(its)s?"
                )
                % its
            )
        return (
            _("How much notice must be given for these contracts, which end soon: %(its)s?") % its
        )
    values = {"it": nouns.name(report.landscape, asset.id), "day": day(ended)}
    if ended < report.today:
        return (
            _("Until when does the contract for %(it)s run now, and how much notice must be given?")
            % values
        )
    return _("How much notice must be given for %(it)s? The contract runs until %(day)s.") % values


def _ask_end(report: Report, finding: Finding) -> str:
    return ngettext(
        "When does the contract for %(its)s end? Notice must be given before, or it goes on.",
        "When do these contracts end: %(its)s? Notice must be given before, or they go on.",
        len(finding.assets),
    ) % {"its": nouns.names(report.landscape, finding.assets, most=6)}


def _ask_captive(report: Report, finding: Finding) -> str:
    return _("How hard would it be to leave %(it)s? To fill in first: %(facts)s.") % {
        "it": nouns.names(report.landscape, finding.assets, most=6),
        "facts": semicolons(facts.label(fact) for fact in finding.assumed[:3]),
    }


def _ask_costs(report: Report, finding: Finding) -> str:
    return _("What do you pay in a year for %(its)s? Much may lie with one supplier.") % {
        "its": nouns.names(report.landscape, finding.assets, most=6)
    }


def _ask_countries(report: Report, finding: Finding) -> str:
    return ngettext(
        "In which country is %(its)s based? %(share)s of your spending on IT goes there, "
        "and perhaps too much to one country.",
        "In which countries are %(its)s based? %(share)s of your spending on IT goes to them, "
        "and perhaps too much to one country.",
        len(finding.assets),
    ) % {
        "its": nouns.names(report.landscape, finding.assets, most=6),
        "share": percent(finding.evidence.share or 0.0),
    }


def _ask_until_when(report: Report, finding: Finding) -> str:
    return ngettext(
        "Until when does the maker still provide fixes and support for %(its)s? "
        "Activities depend on it.",
        "Until when do the makers still provide fixes and support for %(its)s? "
        "Activities depend on them.",
        len(finding.assets),
    ) % {"its": nouns.names(report.landscape, finding.assets, most=6)}


def _ask_activities(finding: Finding) -> str:
    count = len(finding.assets)
    return ngettext(
        "Which activity does this %(count)s entry serve? Until that is said, it counts as one.",
        "Which activities do these %(count)s entries serve? "
        "Until that is said, each of them counts as one.",
        count,
    ) % {"count": number(count)}
