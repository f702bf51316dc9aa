"""What the columns of a list without header mean, by what they hold alone.

Only what values show is said: names, companies, amounts, days, numbers of enterprises, words of
criticality. Columns of answers, counts and other words are kept as they stand.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.kind_words import is_online, kind_of_type
from smala_lockin.importing.headings.meanings import MANY, Meaning
from smala_lockin.importing.tables.cell_sorts import CellSort, is_of
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.contents import is_name, reaches_people
from smala_lockin.importing.understanding.crosses import is_department
from smala_lockin.importing.values.amounts import currency_of, has_decimal_comma, read_amount
from smala_lockin.importing.values.moments import month_comes_first, read_date
from smala_lockin.importing.values.plain import has_legal_form, is_placeholder
from smala_lockin.importing.values.scales import Scale, find_scale, is_flag
from smala_lockin.knowledge import catalogue
from smala_lockin.knowledge.jurisdictions import country_code
from smala_lockin.knowledge.vendors import VendorKind

GUESSED = 0.6
"""The confidence in what values alone say."""

_SAMPLED = 60
_MOST = 0.8
_SOME = 0.3
_LONGEST_NAME, _LONG_TEXT = 60, 40
_MONEY = re.compile(r"€|\$|£|\b(?:EUR|USD|GBP|CHF)\b|\d[.,]\d{2}\b")
_NETWORK = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2})?|(?:[\da-fA-F]{2}[:-]){5}[\da-fA-F]{2}")
_PATH = re.compile(r"[^\s/]*(?:/[^\s/]+)+")
"""Where something lies, "tool/tool": it says no more than its last part."""

_PERIOD = re.compile(r"(?:0?[1-9]|1[0-2])[-/.]20\d\d|20\d\d[-/.](?:0[1-9]|1[0-2])")
_PERSON = re.compile(r"[A-ZÀ-Ý][\w'’-]+(?: (?:de|van|der|den|von|le|la))* [A-ZÀ-Ý][\w'’-]+")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A column and its first different values; `rows` is how many cells are filled."""

    column: Column
    values: Sequence[Cell]
    texts: Sequence[str]
    rows: int

    def most(self, holds: Callable[[Cell], object]) -> bool:
        return bool(self.values) and self.share(holds) >= _MOST

    def share(self, holds: Callable[[Cell], object]) -> float:
        answers = [holds(value) for value in self.values]
        told = sum(answer is not None and answer is not False for answer in answers)
        return told / len(answers) if answers else 0.0


def meanings_by_values(layout: Layout, columns: Sequence[Column]) -> Mapping[str, Meaning]:
    """Return what columns mean, by their headers; those that no value tells of are left out."""
    seen = [_seen(one, layout.columns[one.index]) for one in columns if one.meaning is None]
    found: dict[str, Meaning] = {}
    texts: list[_Seen] = []
    for one in seen:
        if one.most(_is_answer):
            continue  # nobody knows to what
        if (meaning := _typed(one)) is None:
            texts.append(one)
        elif meaning in MANY or meaning not in found.values():
            found[one.column.header] = meaning
    money = [one for one in texts if _is_money(one)]
    days = [one for one in texts if _is_of_days(one) or one.most(_is_period)]
    worded = [
        one
        for one in texts
        if one not in money
        and one not in days
        and one.most(is_name)
        and not one.most(lambda cell: _PATH.fullmatch(str(cell).strip()))
    ]
    names = _named(found, worded)
    if money:
        found[money[0].column.header] = Meaning.COST
    if days:
        _date(found, days, pays=bool(money) and _pays(money[0], names))
    if Meaning.SUPPLIER in found.values():
        _place(found, texts)
    return found


def _seen(column: Column, cells: Cells) -> _Seen:
    told = [
        value
        for value in cells.values
        if value is not None and not (isinstance(value, str) and is_placeholder(value))
    ][:_SAMPLED]
    filled = sum(cell is not None for cell in cells)
    return _Seen(column, told, [str(value).strip() for value in told], filled)


def _typed(one: _Seen) -> Meaning | None:
    """What a column of one sort of value means; None where it has to be weighed with others."""
    if reaches_people(one.values):
        return Meaning.PERSON
    if one.most(lambda cell: bool(_NETWORK.fullmatch(str(cell).strip()))):
        return Meaning.HARDWARE
    if one.most(partial(is_of, CellSort.REGISTRATION)):
        return Meaning.REGISTRATION
    if one.most(lambda cell: isinstance(cell, str) and len(cell) <= 3 and currency_of(cell)):
        return Meaning.CURRENCY
    if find_scale("", one.values) in (Scale.WORDS, Scale.LIGHTS):
        return Meaning.CRITICALITY
    repeated = len(one.values) <= max(1, one.rows / 2)
    if repeated and one.most(lambda cell: isinstance(cell, str) and kind_of_type(cell)):
        return Meaning.KIND
    if repeated and one.most(lambda cell: isinstance(cell, str) and is_online(cell) is not None):
        return Meaning.HOSTING
    if one.most(lambda cell: isinstance(cell, str) and is_department(cell)):
        return Meaning.OWNER
    return None


def _named(found: dict[str, Meaning], worded: Sequence[_Seen]) -> list[_Seen]:
    """Note which columns of words name suppliers, things, people, or describe; return the names."""
    short = [one for one in worded if max(map(len, one.texts)) <= _LONGEST_NAME]
    short = [one for one in short if not one.most(lambda cell: country_code(str(cell)))]
    companies = {id(one): one.share(_is_company) for one in short}
    sold = [one for one in short if one.most(_is_sold) and one.share(_is_product)]
    makers = [one for one in short if one not in sold[:1] or one.share(_has_form)]
    supplier = max(
        makers, key=lambda one: companies[id(one)] - one.share(_is_product), default=None
    )
    alone = len([one for one in short if not _names_people(one)]) == 1
    registered = Meaning.REGISTRATION in found.values()
    if supplier is not None and companies[id(supplier)] < _SOME and not (alone and registered):
        supplier = None
    if supplier is not None and alone and not registered and not supplier.most(_is_company):
        supplier = None
    if supplier is not None:
        found[supplier.column.header] = Meaning.SUPPLIER
    others = [one for one in short if one is not supplier]
    apart = [one for one in others if _are_apart(one)]
    thing = next((one for one in apart if one in sold), next(iter(apart), None))
    if thing is not None:
        found[thing.column.header] = Meaning.NAME
    for one in others:
        if one is not thing and _names_people(one):
            found[one.column.header] = Meaning.PERSON
    long = next((one for one in worded if one not in short and _is_long(one)), None)
    if long is not None:
        found[long.column.header] = Meaning.DESCRIPTION
    return [one for one in (supplier, thing) if one is not None]


def _date(found: dict[str, Meaning], days: Sequence[_Seen], *, pays: bool) -> None:
    """Note the days of payments, or the later one of two for the end of contracts."""
    if pays:
        found.update((one.column.header, Meaning.PAYMENT) for one in days)
        return
    days = [one for one in days if _is_of_days(one)]
    if not days:
        return
    latest = max(days, key=lambda one: max(_days_in(one), default=date.min))
    found[latest.column.header] = Meaning.CONTRACT_END


def _place(found: dict[str, Meaning], texts: Sequence[_Seen]) -> None:
    """Note in which countries suppliers are."""
    for one in texts:
        if one.column.header not in found and one.most(lambda cell: country_code(str(cell))):
            found[one.column.header] = Meaning.COUNTRY
            return


def _pays(money: _Seen, names: Sequence[_Seen]) -> bool:
    """Whether rows are payments: amounts are below zero, or the one who is named comes back."""
    comma = has_decimal_comma(money.values)
    amounts = [read_amount(value, decimal_comma=comma) for value in money.values]
    if any(amount is not None and amount.value < 0 for amount in amounts):
        return True
    return len(names) == 1 and len(names[0].values) < names[0].rows


def _is_money(one: _Seen) -> bool:
    comma = has_decimal_comma(one.values)
    if one.share(lambda cell: read_amount(cell, decimal_comma=comma)) < _MOST:
        return False
    return one.share(lambda cell: isinstance(cell, float) or _MONEY.search(str(cell))) >= _SOME


def _is_of_days(one: _Seen) -> bool:
    return bool(one.values) and len(_days_in(one)) >= _MOST * len(one.values)


def _days_in(one: _Seen) -> list[date]:
    first = month_comes_first(one.values)
    return [day for cell in one.values if (day := read_date(cell, month_first=first))]


def _is_answer(cell: Cell) -> bool:
    return isinstance(cell, bool | str) and is_flag(cell)


def _is_company(cell: Cell) -> bool:
    text = str(cell)
    if has_legal_form(text):
        return True
    match = catalogue.find(text)
    return match is not None and match.vendor.kind is VendorKind.COMPANY


def _has_form(cell: Cell) -> bool:
    return has_legal_form(str(cell))


def _is_sold(cell: Cell) -> bool:
    """Whether a cell names what is sold, which may be called as its company is."""
    match = catalogue.find(str(cell))
    return match is not None and match.vendor.deployment is not None and not _has_form(cell)


def _is_period(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_PERIOD.fullmatch(cell.strip()))


def _is_product(cell: Cell) -> bool:
    match = catalogue.find(str(cell))
    return match is not None and match.vendor.kind is VendorKind.SERVICE


def _are_apart(one: _Seen) -> bool:
    return len(one.values) >= _MOST * min(one.rows, _SAMPLED)


def _names_people(one: _Seen) -> bool:
    return one.most(
        lambda cell: (
            bool(_PERSON.fullmatch(str(cell).strip()))
            and not _is_company(cell)
            and not _is_product(cell)
        )
    )


def _is_long(one: _Seen) -> bool:
    return sum(map(len, one.texts)) > _LONG_TEXT * len(one.texts)
