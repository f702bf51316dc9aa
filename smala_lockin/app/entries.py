"""Facts as people type them into a field: shown for editing, and read back.

What is shown and read back unchanged is the value again. The language is the one in force.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from smala_lockin import i18n
from smala_lockin.domain.errors import Fault, InvalidFact
from smala_lockin.domain.facts import FactRule, Holds, check_value
from smala_lockin.i18n import _
from smala_lockin.importing.values.amounts import currency_of
from smala_lockin.importing.values.moments import read_date
from smala_lockin.importing.values.spans import read_hours
from smala_lockin.knowledge import catalogue
from smala_lockin.knowledge.jurisdictions import country_code, country_name, region_code
from smala_lockin.words import errors, facts

_ENTRY = "catalogue_id"
_UNIT_HOURS = {"_hours": 1.0, "_days": 24.0, "_months": 730.0}
_NUMERIC_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_QUANTITY = re.compile(r"([-−+]?[\d\s.,'’]*\d)\s*([^\d\s.]*)\.?")
_LEVEL = re.compile(r"(\S+)\s+(\d+)")


def shown(rule: FactRule, value: object) -> str:
    """Return a value as its field shows it; unknown is empty."""
    match value:
        case None:
            return ""
        case bool() | StrEnum():
            return facts.value(value)
        case str() if rule.holds is Holds.COUNTRY:
            return country_name(value, i18n.current())
        case str():
            return _name_of_entry(value) if rule.name == _ENTRY else value
        case int() | float():
            return shown_number(value)
        case date():
            return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
        case Mapping():
            return ", ".join(f"{key} {level}" for key, level in sorted(value.items()))
        case tuple():
            return _shown_items(rule, value)
        case _:
            return str(value)


def parse(rule: FactRule, text: str, *, currency: str = "") -> object:
    """Return the value that somebody typed; None, unknown, for nothing.

    Spans of time may name their unit ("2 days", "3 j"), amounts the company's `currency`.
    Raises `InvalidFact` where the text is no such value, or one out of range.
    """
    typed = text.strip()
    if not typed and rule.is_needed:
        raise InvalidFact(rule.name, Fault.EMPTY)
    if not typed:
        return None
    value = _read(rule, typed, currency)
    if value is None:
        raise InvalidFact(rule.name, Fault.WRONG_TYPE, value=typed)
    check_value(rule, value)
    return value


def refusal(rule: FactRule, error: InvalidFact) -> str:
    """Return what to tell beneath the field."""
    given = error.value if isinstance(error.value, str) else ""
    if given and rule.holds is Holds.COUNTRY:
        return _("No country is called “%(given)s”.") % {"given": given}
    if given and rule.holds in (Holds.COUNTRIES, Holds.REGIONS):
        return _("Not all of these are countries: “%(given)s”.") % {"given": given}
    if given and rule.holds is Holds.DATE:
        return _("“%(given)s” is no date. Write it like 31/03/2027, or 31 March 2027.") % {
            "given": given
        }
    words = errors.sentence(error)
    return words[:1].upper() + words[1:]


def tip(rule: FactRule) -> str:
    """Return what else a field takes than one would think, or nothing."""
    if _unit_hours(rule) is not None:
        return _("You may write the unit: “4 h”, “2 days”, “3 weeks”, “6 months”.")
    if rule.holds is Holds.DATE:
        return _("For instance 31/03/2027, or 31 March 2027.")
    if rule.holds is Holds.TEXTS:
        return _("Several are separated by commas.")
    return ""


def shown_number(value: float) -> str:
    """Return a number with all its digits, in the signs of the language in force."""
    plain = format(Decimal(repr(value)), ",f")
    whole, point, rest = plain.partition(".")
    rest = rest.rstrip("0")
    grouping, decimal = i18n.number(1000)[1:-3], i18n.number(0.5, decimals=1)[1]
    return whole.replace(",", grouping) + (decimal + rest if point and rest else "")


def read_number(text: str) -> float | None:
    """Return a number written with the signs of the language in force, or of the other habit.

    A single separator with three digits behind it is read as the language has it: "1.234" is
    one thousand and some in French, a little over one in English.
    """
    digits = re.sub(r"[\s'’]", "", text).replace("−", "-")
    decimal = i18n.number(0.5, decimals=1)[1]
    grouping = "." if decimal == "," else ","
    if decimal in digits and grouping in digits:
        if digits.rfind(grouping) > digits.rfind(decimal):
            decimal, grouping = grouping, decimal
        digits = digits.replace(grouping, "")
    elif digits.count(decimal) > 1 or _is_grouped(digits, grouping):
        sign = decimal if decimal in digits else grouping
        if not _is_grouped(digits, sign):
            return None
        digits = digits.replace(sign, "")
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return None


def _name_of_entry(id: str) -> str:
    """Return the name of an entry of the catalogue, where it leads back to that entry."""
    vendor = catalogue.vendor(id)
    return vendor.name if vendor and _entry(vendor.name) == id else id


def _entry(typed: str) -> str:
    """Return the id of the entry of this name; what the catalogue does not know is kept."""
    match = None if catalogue.vendor(typed) else catalogue.find(typed)
    return match.vendor.id if match else typed


def _read(rule: FactRule, typed: str, currency: str) -> object:
    if rule.name == _ENTRY:
        return _entry(typed)
    if rule.holds is not Holds.AMOUNT or _unit_hours(rule) is not None or not currency:
        return _READERS[rule.holds](rule, typed)
    found = _QUANTITY.fullmatch(typed)
    if found and found[2] and currency_of(found[2]) == currency:
        return read_number(found[1])
    return _quantity(rule, typed)


def _is_grouped(digits: str, sign: str) -> bool:
    return bool(re.fullmatch(rf"[-+]?[1-9]\d{{0,2}}({re.escape(sign)}\d{{3}})+", digits))


def _shown_items(rule: FactRule, items: tuple[str, ...]) -> str:
    if rule.holds is not Holds.TEXTS:
        return ", ".join(country_name(one, i18n.current()) for one in items)
    if not any("," in one for one in items):
        return ", ".join(items)
    return "; ".join(items) + (";" if len(items) == 1 else "")


def _unit_hours(rule: FactRule) -> float | None:
    return next((hours for end, hours in _UNIT_HOURS.items() if rule.name.endswith(end)), None)


def _quantity(rule: FactRule, typed: str) -> float | None:
    """A bare number counts the fact's own unit; another unit of time is converted.

    Larger ones than a day come to whole days.
    """
    found, own = _QUANTITY.fullmatch(typed), _unit_hours(rule)
    if not found:
        return None if own is None else _at_once(typed)
    value = read_number(found[1])
    if value is None or not found[2]:
        return value
    hours = read_hours(f"1 {found[2]}") if own is not None else None
    if own is None or hours is None:
        return None
    if hours == own:
        return value
    # Nobody who writes "3 months" means 91 days and a quarter.
    return round(value * hours / own, 0 if hours > own > 1 else 4)


def _at_once(typed: str) -> float | None:
    return 0.0 if read_hours(typed) == 0.0 else None


def _whole(rule: FactRule, typed: str) -> int | None:
    value = _quantity(rule, typed)
    if value is None:
        return None
    has_unit = typed.rstrip(".")[-1:].isalpha()
    if has_unit:
        return round(value)
    return int(value) if value.is_integer() else None


def _day(_rule: FactRule, typed: str) -> date | None:
    found = _NUMERIC_DAY.fullmatch(typed)
    if not found:
        return read_date(typed)
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _choice(rule: FactRule, typed: str) -> StrEnum | None:
    assert rule.choices is not None
    wanted = typed.casefold()
    by_word = {facts.choice(one).casefold(): one for one in rule.choices}
    by_value = {one.value.casefold(): one for one in rule.choices}
    return by_word.get(wanted) or by_value.get(wanted)


def _flag(_rule: FactRule, typed: str) -> bool | None:
    return {facts.value(one).casefold(): one for one in (True, False)}.get(typed.casefold())


def _texts(_rule: FactRule, typed: str) -> tuple[str, ...]:
    return tuple(_items(typed))


def _country(_rule: FactRule, typed: str) -> str | None:
    return country_code(typed) or (country_code(typed.upper()) if len(typed) == 2 else None)


def _countries(rule: FactRule, typed: str) -> tuple[str, ...] | None:
    return _known(_country(rule, one) for one in _items(typed))


def _regions(rule: FactRule, typed: str) -> tuple[str, ...] | None:
    return _known(region_code(one) or _country(rule, one) for one in _items(typed))


def _known(codes: Iterable[str | None]) -> tuple[str, ...] | None:
    found: list[str] = []
    for code in codes:
        if code is None:
            return None
        if code not in found:
            found.append(code)
    return tuple(found)


def _items(typed: str) -> list[str]:
    sign = ";" if ";" in typed else ","
    return [one.strip() for one in typed.split(sign) if one.strip()]


def _levels(_rule: FactRule, typed: str) -> dict[str, int] | None:
    found = [_LEVEL.fullmatch(one) for one in _items(typed)]
    return {one[1]: int(one[2]) for one in found if one} if all(found) else None


_READERS: Mapping[Holds, Callable[[FactRule, str], object]] = {
    Holds.TEXT: lambda _rule, typed: typed,
    Holds.TEXTS: _texts,
    Holds.COUNTRY: _country,
    Holds.COUNTRIES: _countries,
    Holds.REGIONS: _regions,
    Holds.WHOLE: _whole,
    Holds.AMOUNT: _quantity,
    Holds.FLAG: _flag,
    Holds.DATE: _day,
    Holds.CHOICE: _choice,
    Holds.LEVELS: _levels,
}
