"""Exit clocks in words: until when notice can be given, and how to be gone when."""

from smala_lockin.analysis.figures.exits import NOTICE_DAYS, RENEWAL_MONTHS, ExitClock, Route
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, day, ngettext
from smala_lockin.words import facts


def route(value: Route) -> str:
    """Return by what right a service is left."""
    match value:
        case Route.CONTRACT:
            return _("by the contract")
        case Route.DATA_ACT:
            return _("by the Data Act")


def summary(landscape: Landscape, clock: ExitClock) -> list[str]:
    """Return in sentences what the days of a clock are, and what they rest on."""
    asset = landscape.assets[clock.asset]
    return [
        *_by_contract(asset, clock),
        *_by_data_act(clock),
        *([assumption] if (assumption := assumed(clock)) else []),
    ]


def assumed(clock: ExitClock) -> str:
    """Return on what assumptions the days rest; nothing where all is known."""
    if not clock.assumed:
        return ""
    return _("Assumed, for want of an answer: %(facts)s.") % {
        "facts": ", ".join(_assumption(fact) for fact in clock.assumed)
    }


def _by_contract(asset: Asset, clock: ExitClock) -> list[str]:
    if clock.contract_end is None or clock.notice_by is None:
        return []
    said = _("Notice must be given by %(notice)s; the contract then ends on %(end)s.") % {
        "notice": day(clock.notice_by),
        "end": day(clock.contract_end),
    }
    told = [said, _renewed(asset)]
    if clock.missed is not None:
        told.append(_("The previous notice was due by %(day)s.") % {"day": day(clock.missed)})
    if clock.by_contract is not None and clock.by_contract > clock.contract_end:
        told.append(
            _("A replacement would only be ready on %(day)s.") % {"day": day(clock.by_contract)}
        )
    return told


def _renewed(asset: Asset) -> str:
    months = asset.renewal_months
    if months is None:
        return _("Otherwise it may renew itself; for how long is not known.")
    return ngettext(
        "Otherwise it renews itself for %(months)d month.",
        "Otherwise it renews itself for %(months)d months.",
        months,
    ) % {"months": months}


def _by_data_act(clock: ExitClock) -> list[str]:
    if clock.by_data_act is None or clock.data_until is None:
        return []
    said = _(
        "Under the Data Act you could be gone by %(day)s if you decide today, and fetch your data "
        "until %(until)s."
    ) % {"day": day(clock.by_data_act), "until": day(clock.data_until)}
    if clock.free_of_charge:
        return [said, _("The provider may charge nothing for that switch.")]
    return [said, _("The provider may charge no more than the cost of that switch.")]


def _assumption(fact: str) -> str:
    match fact:
        case "notice_days":
            return _("%(days)d days of notice") % {"days": NOTICE_DAYS}
        case "renewal_months":
            return _("renewals of %(months)d months") % {"months": RENEWAL_MONTHS}
        case "replacement_days":
            return _("the time to replace it")
        case _:
            return facts.label(fact)
