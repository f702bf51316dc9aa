"""What each table, threshold and rule of the settings is called, and what it says."""

from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.i18n import _
from smala_lockin.words import findings


def rule(name: str) -> str:
    """Return what a rule looks for; a newer version's own name where this one knows it not."""
    return findings.rule(Rule(name)) if name in tuple(Rule) else name


def rules() -> tuple[str, ...]:
    """Return the names of the rules that may be switched off, in the order they are told in."""
    return tuple(one.value for one in Rule if one is not Rule.STAND_INS)


def table(name: str) -> tuple[str, str]:
    """Return the title of a table and what it says, in a sentence or two."""
    return _tables()[name]


def threshold(name: str) -> str:
    """Return what happens from a threshold on."""
    return _thresholds()[name]


def _tables() -> dict[str, tuple[str, str]]:
    return {
        "matrix": (
            _("From likelihood and impact to a level"),
            _(
                "0 very low, 1 low, 2 medium, 3 high, 4 very high. A table rather than a product: "
                "a product would hide what is rare and fatal."
            ),
        ),
        "impact": (
            _("Impact by criticality"),
            _(
                "How badly it hurts when the most critical of the activities that come too late "
                "is of this criticality. One more where they are half of all activities "
                "by weight (of a cut-off: over half of them by number), or where a loss outlasts "
                "what is tolerated by long."
            ),
        ),
        "likelihood": (
            _("How often things are missing for so long"),
            _(
                "5 several times a year, 4 about once a year, 3 once in 1 to 5 years, 2 once in 5 "
                "to 20 years, 1 rarer. This is judgement, not statistics: put in what you see in "
                "your company."
            ),
        ),
        "cut_off": (
            _("Countries more likely to cut you off"),
            _(
                "For these countries, sanctions or export rules make it more likely that a "
                "supplier may no longer serve you. Elsewhere: 1 where the European Union "
                "finds data protection adequate, otherwise 2."
            ),
        ),
        "weights": (
            _("What makes it hard to leave"),
            _("How much each factor counts in the lock-in index of a service, 0 to 100."),
        ),
        "recovery_hours": (
            _("Hours until the same thing is back"),
            _("Assumed where nothing was entered, and marked as assumed wherever it is shown."),
        ),
        "replacement_days": (
            _("Days until something else takes its place"),
            _(
                "Assumed where nothing was entered. A supplier takes as long as the longest "
                "of what it vitally provides."
            ),
        ),
        "max_outage_hours": (
            _("Hours an activity may be down"),
            _(
                "Assumed from its criticality where nothing was entered, between a quarter "
                "and four times that. Where the criticality is not known either, anywhere on "
                "this scale."
            ),
        ),
    }


def _thresholds() -> dict[str, str]:
    return {
        "lock_in": _("Lock-in index that is a risk; that weighs one more"),
        "lock_in_coverage": _("Share of the index that must be known for it to be a risk"),
        "supplier_share": _("Share of spending on one group that is a risk; that weighs one more"),
        "supplier_coverage": _("Share of the costs that must be known for that"),
        "supplier_blast": _("Share of the activities that two services of one group may stop"),
        "country_share": _("Share of spending in one country outside the EEA that is a risk"),
        "hhi": _("Concentration index: moderate from; high above"),
        "notice_days": _("Days before the last day of notice from which it is reported"),
        "missed_notice_days": _("Days for which a missed notice is still reported"),
        "end_of_support_days": _("Days before the end of support from which it is reported"),
        "tested_within_days": _("Days for which the test of an alternative or an exit plan counts"),
        "gap_days": _("Days by which a loss is too long: impact one more; two more"),
        "cut_off_criticality": _("Criticality from which a cut-off by a country is a risk"),
        "important_criticality": _("Criticality from which an activity counts as important"),
        "false_redundancy_impact": _("Least impact of a false redundancy"),
        "revenue_shares": _("Share of a year’s revenue that makes a cost an impact of 2; 3; 4; 5"),
        "foundation_blast": _("Share of the activities that makes a thing a foundation"),
        "folded_blast": _("Share of the activities below which small stories are grouped"),
        "hidden_share": _("Share of hidden effects that moves a story to the front"),
        "ecosystem": _("Threat level of a supplier: to watch; to control; dangerous"),
    }
