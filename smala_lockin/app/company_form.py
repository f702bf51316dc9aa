"""What can be said of the company whose map it is, without a widget."""

from functools import cache

from smala_lockin import i18n
from smala_lockin.domain.facts import FactRule, Group, Holds
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.i18n import _


def _rule(name: str, holds: Holds, *, high: float = 1e12, is_needed: bool = False) -> FactRule:
    return FactRule(
        name=name,
        holds=holds,
        kinds=frozenset(AssetKind),
        group=Group.IDENTITY,
        high=high,
        is_needed=is_needed,
    )


NAME = _rule("name", Holds.TEXT)
COUNTRY = _rule("country", Holds.COUNTRY)
CURRENCY = _rule("currency", Holds.TEXT, is_needed=True)
LANGUAGE = _rule("language", Holds.TEXT)
REVENUE = _rule("revenue", Holds.AMOUNT, high=1e15)
COMPANY_RULES = (NAME, COUNTRY, CURRENCY, LANGUAGE, REVENUE)


def label(rule: FactRule) -> str:
    """Return what stands before a field."""
    labels = {
        NAME: _("Name of the company"),
        COUNTRY: _("Country"),
        CURRENCY: _("Currency"),
        LANGUAGE: _("Language of registers"),
        REVENUE: _("Yearly revenue"),
    }
    return labels[rule]


def currency_words(code: str) -> str:
    """Return "EUR – euro", in the language in force."""
    from babel.numbers import get_currency_name

    name = get_currency_name(code, locale=i18n.current())
    return code if name == code else f"{code} – {name}"


def currencies() -> list[str]:
    """Return the codes (ISO 4217) of the currencies in use, those of Europe first."""
    return [*_FIRST, *(code for code in _in_use() if code not in _FIRST)]


_FIRST = ("EUR", "CHF", "GBP", "USD")


@cache
def _in_use() -> tuple[str, ...]:
    from babel.core import get_global
    from babel.numbers import get_territory_currencies

    places = get_global("territory_currencies")
    return tuple(sorted({code for one in places for code in get_territory_currencies(one)}))
