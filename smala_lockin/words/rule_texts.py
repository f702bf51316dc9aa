"""When each rule fires and what it weighs, in a line; with the thresholds in force."""

from dataclasses import dataclass

from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.analysis.rules import ai, concentration, data, dates, lock_in
from smala_lockin.domain.kinds import PersonalData
from smala_lockin.domain.settings import Settings
from smala_lockin.i18n import _, number, percent


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """When a rule fires, how likely it takes the harm to be, and how bad; empty for notes."""

    fires: str
    likelihood: str = ""
    impact: str = ""


def rule_text(rule: Rule, settings: Settings) -> RuleText:
    """Return what a rule does, in the language in force."""
    return {**_outages(settings), **_laws(settings), **_data(), **_holds(settings), **_notes()}[
        rule
    ]


def _outages(settings: Settings) -> dict[Rule, RuleText]:
    curve = _("from the table of lengths")
    loss = _("1 to 3, by what it provides")
    gap = _("by how much too long it lasts")
    steps = settings.thresholds
    least = {"impact": number(steps.false_redundancy_impact)}
    return {
        Rule.SPOF: RuleText(
            fires=_("Something stops an activity on its own"), likelihood=curve, impact=curve
        ),
        Rule.KEY_PERSON: RuleText(
            fires=_("A person or team stops an activity on their own"),
            likelihood=curve,
            impact=curve,
        ),
        Rule.AI_NO_FALLBACK: RuleText(
            fires=_("An AI service is vital and has no alternative"),
            likelihood=curve,
            impact=curve,
        ),
        Rule.LOSS: RuleText(
            fires=_("A supplier’s loss lasts longer than an activity may be down"),
            likelihood=loss,
            impact=gap,
        ),
        Rule.FALSE_REDUNDANCY: RuleText(
            fires=_("One event takes down alternatives that should protect against it"),
            likelihood=_("of the worst common cause"),
            impact=_("the same, at least %(impact)s") % least,
        ),
        Rule.UNTESTED_FALLBACK: RuleText(
            fires=_("Switching over takes longer than there is time, or was never tried"),
            likelihood=_("of the worst member"),
            impact=_("of the worst member"),
        ),
        Rule.END_OF_SUPPORT: RuleText(
            fires=_("Support has ended, or ends within %(days)s days")
            % {"days": number(steps.end_of_support_days)},
            likelihood=_("%(ended)d once it has ended, else %(ending)d")
            % {"ended": dates.ENDED, "ending": dates.ENDING},
            impact=_("of its outage, else %(impact)d") % {"impact": dates.STOPS_NOTHING},
        ),
    }


def _laws(settings: Settings) -> dict[Rule, RuleText]:
    matters = {"criticality": number(settings.thresholds.cut_off_criticality)}
    people = _by_people()
    return {
        Rule.CUT_OFF: RuleText(
            fires=_(
                "A country outside the EEA could stop an activity of criticality %(criticality)s "
                "or more for too long"
            )
            % matters,
            likelihood=_("1 with adequate data protection, otherwise 2, or as listed"),
            impact=_("by how much too long it lasts"),
        ),
        Rule.LEGAL_REACH: RuleText(
            fires=_("A law that reaches abroad reaches personal data"),
            likelihood=_("1 with adequate data protection, otherwise 2"),
            impact=people,
        ),
        Rule.HOSTING_THIRD_COUNTRY: RuleText(
            fires=_("Personal data is hosted outside the EEA without full adequacy"),
            likelihood=_("2 with partial adequacy, otherwise 3"),
            impact=people,
        ),
    }


def _data() -> dict[Rule, RuleText]:
    people = _by_people()
    return {
        Rule.NO_DPA: RuleText(
            fires=_("Somebody processes personal data for you without an agreement"),
            likelihood=number(data.NO_AGREEMENT),
            impact=people,
        ),
        Rule.AI_TRAINING: RuleText(
            fires=_("An AI provider learns from your data"),
            likelihood=number(data.LEARNS),
            impact=_("%(people)s, %(none)d for none")
            % {"people": people, "none": data.IMPACT[PersonalData.NONE]},
        ),
        Rule.AI_SINGLE_MODEL: RuleText(
            fires=_("Two or more AI services ultimately come from one provider"),
            likelihood=number(ai.CHANGES),
            impact=_("3; 4 if an important activity needs two"),
        ),
    }


def _by_people() -> str:
    return _("%(ordinary)d for ordinary personal data, %(sensitive)d for sensitive") % {
        "ordinary": data.IMPACT[PersonalData.ORDINARY],
        "sensitive": data.IMPACT[PersonalData.SENSITIVE],
    }


def _holds(settings: Settings) -> dict[Rule, RuleText]:
    steps = settings.thresholds
    held = number(lock_in.HELD)
    crowded = number(concentration.CROWDED)
    share, more = (percent(one) for one in steps.supplier_share)
    return {
        Rule.LOCK_IN: RuleText(
            fires=_("The lock-in index is %(index)s or more, and known well enough")
            % {"index": number(steps.lock_in[0])},
            likelihood=held,
            impact=_("2; one more if vital for an important activity; one more from %(index)s on")
            % {"index": number(steps.lock_in[1])},
        ),
        Rule.CONCENTRATION_SUPPLIER: RuleText(
            fires=_(
                "%(share)s of spending or more go to one group, or two of its services stop "
                "%(stops)s or more"
            )
            % {"share": share, "stops": percent(steps.supplier_blast)},
            likelihood=crowded,
            impact=_("3; 4 from %(share)s on") % {"share": more},
        ),
        Rule.CONCENTRATION_COUNTRY: RuleText(
            fires=_("%(share)s of spending or more go to one country outside the EEA")
            % {"share": percent(steps.country_share)},
            likelihood=crowded,
            impact="3",
        ),
        Rule.NOTICE_DEADLINE: RuleText(
            fires=_("The last day of notice is within %(days)s days, or just missed")
            % {"days": number(steps.notice_days)},
            likelihood=number(dates.DATED),
            impact=_("%(usual)d; %(captive)d if hard to leave")
            % {"usual": dates.RENEWED, "captive": dates.RENEWED_AND_CAPTIVE},
        ),
    }


def _notes() -> dict[Rule, RuleText]:
    return {
        Rule.LOOP: RuleText(fires=_("Things need each other, and stand or fall together")),
        Rule.ORPHAN: RuleText(fires=_("A card is not connected to anything")),
        Rule.UNSERVED: RuleText(fires=_("No activity needs a card")),
        Rule.MISSING_FACTS: RuleText(fires=_("Much is unknown and taken at its usual value")),
        Rule.STAND_INS: RuleText(fires=_("The map has no activity yet")),
    }
