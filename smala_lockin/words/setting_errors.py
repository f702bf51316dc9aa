"""What is wrong with a setting, as a sentence."""

from smala_lockin.domain.setting_tables import InvalidSetting, Table
from smala_lockin.i18n import _, number


def sentence(error: InvalidSetting) -> str:
    """Return what a setting takes instead."""
    match error.flaw:
        case "rising":
            return _("each number must be at least as high as the one before it.")
        case "falling":
            return _(
                "something cannot be away longer more often than it is away shorter: "
                "no number may be higher than the one before it."
            )
        case "likelier":
            return _("what is more likely must not get a lower level than what is rarer.")
        case "no_weight":
            return _("at least one weight must be above zero.")
        case "names":
            return _("a list of names of rules is expected here.")
        case "sovereignty":
            return _("“2025-10” or “2026-06” is expected here.")
        case "mapping":
            return _("a set of names with their values is expected here.")
        case _:
            return _of_table(error)


def _of_table(error: InvalidSetting) -> str:
    table = error.table
    if table is None:
        return _("another kind of value is expected here.")
    if table.is_open and error.value is None:
        return _("a country code of two letters such as BE is expected here.")
    if error.flaw == "width":
        return _many(table)
    return _one(table)


def _one(table: Table) -> str:
    bounds = {"low": number(table.low), "high": number(table.high)}
    if table.is_whole:
        return _("a whole number from %(low)s to %(high)s is expected here.") % bounds
    return _("a number from %(low)s to %(high)s is expected here.") % bounds


def _many(table: Table) -> str:
    if table.width == 1:
        return _one(table)
    bounds = {
        "count": number(table.width),
        "low": number(table.low),
        "high": number(table.high),
    }
    return _("a list of %(count)s numbers from %(low)s to %(high)s is expected here.") % bounds
