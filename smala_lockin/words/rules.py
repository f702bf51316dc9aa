"""What each rule looks for, as a heading."""

from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.i18n import _


def rule(value: Rule) -> str:
    """Return what a rule looks for, as a heading."""
    match value:
        case Rule.SPOF:
            return _("Single point of failure")
        case Rule.KEY_PERSON:
            return _("Key person")
        case Rule.AI_NO_FALLBACK:
            return _("AI without an alternative")
        case Rule.LOSS:
            return _("Loss of a supplier")
        case Rule.CUT_OFF:
            return _("Cut off by a country")
        case Rule.FALSE_REDUNDANCY:
            return _("False redundancy")
        case Rule.UNTESTED_FALLBACK:
            return _("Alternative not ready")
        case Rule.LEGAL_REACH:
            return _("Reach of foreign law")
        case Rule.HOSTING_THIRD_COUNTRY:
            return _("Personal data outside the European Union")
        case Rule.NO_DPA:
            return _("No data processing agreement")
        case Rule.AI_TRAINING:
            return _("AI learns from your data")
        case Rule.AI_SINGLE_MODEL:
            return _("One AI behind several tools")
        case Rule.LOCK_IN:
            return _("Hard to leave")
        case Rule.CONCENTRATION_SUPPLIER:
            return _("Much in one supplier’s hands")
        case Rule.CONCENTRATION_COUNTRY:
            return _("Much in one country’s hands")
        case Rule.NOTICE_DEADLINE:
            return _("Notice due")
        case Rule.END_OF_SUPPORT:
            return _("End of support")
        case Rule.LOOP:
            return _("Stand or fall together")
        case Rule.ORPHAN:
            return _("Not connected")
        case Rule.UNSERVED:
            return _("Serves no activity")
        case Rule.MISSING_FACTS:
            return _("Still to fill in")
        case Rule.STAND_INS:
            return _("Activities still to name")
