"""What is paid in each month or quarter side by side, and what that comes to in a year.

Twelve months or four quarters are wanted: fewer say nothing about a year.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from smala_lockin.importing.headings.common_words import TOTALS
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.amounts import currency_in, has_decimal_comma, read_amount
from smala_lockin.importing.values.moments import month_of
from smala_lockin.importing.values.plain import plain_words, words_of

COSTS = frozenset({Meaning.COST, Meaning.MONTHLY_COST, Meaning.UNIT_COST})
_MONTHS, _QUARTERS = 12, 4
_SOME = 3
_MOST = 0.8
_CENTS = 0.06
"""By how much twelve rounded amounts may miss their total."""

_FOUND = 0.9
_YEAR = r"(?:\s*(?:19|20)?\d\d)?"
_MONTH = re.compile(rf"(?P<word>[a-z]+){_YEAR}")
_QUARTER = re.compile(
    rf"(?:[qtk]|trim(?:estre)?|quarter|kwartaal|quartal)\s*(?P<number>[1-4]){_YEAR}"
    rf"|(?P<first>[1-4])(?:er|e|eme|st|nd|rd|th)?\s*(?:trim(?:estre)?|quarter|kwartaal|quartal|[qtk])"
    rf"{_YEAR}"
)
_TOTALS = TOTALS | words_of("jaartotaal jahressumme cumul")
_OF_MONEY = words_of(
    "eur euro euros htva htvac ht ttc tvac btw tva vat montant montants bedrag bedragen amount "
    "amounts betrag betrage cout couts cost costs kost kosten depense depenses uitgaven spend "
    "facture factures facturen factuur invoice invoices abonnement abonnements abonnementen "
    "subscriptions budget paiements betalingen payments"
)


def parts_of_year(columns: Iterable[Column]) -> list[Column]:
    """Return the columns of the twelve months, or else the four quarters; none if some lack."""
    free = [one for one in columns if one.meaning in (None, Meaning.PAYMENT)]
    for part, count in ((_month, _MONTHS), (_quarter, _QUARTERS)):
        told = [(one, number) for one in free if (number := part(one.header))]
        if len(told) == count == len({number for _one, number in told}):
            return [one for one, _number in told]
    return []


def is_paid_by_parts(layout: Layout, columns: tuple[Column, ...]) -> bool:
    """Whether what months or quarters hold is money: a list of suppliers, or one that says so."""
    if any(one.meaning in (Meaning.SUPPLIER, Meaning.MAKER) for one in columns):
        return True
    table = layout.table
    above = table.rows[: layout.top_row - table.first_row]
    said = [table.sheet or "", table.stem, *layout.headers]
    said += [cell for row in above for cell in row if isinstance(cell, str)]
    return any(currency_in(text) or not _words(text).isdisjoint(_OF_MONEY) for text in said)


def with_year_totals(
    layout: Layout, columns: tuple[Column, ...], chosen: Container[str]
) -> tuple[Column, ...]:
    """Take the column for the cost of a year that adds up months or quarters of money beside it.

    A total beside some months alone is none.
    """
    parts = parts_of_year(columns)
    if not parts and sum(_month(one.header) is not None for one in columns) >= _SOME:
        return tuple(_without_total(one, chosen) for one in columns)
    if not parts or any(one.meaning in COSTS and not _is_total(one) for one in columns):
        return columns
    if not is_paid_by_parts(layout, columns):
        return columns
    sums: list[float] | None = None
    for place, one in enumerate(columns):
        free = one.meaning is None or (one.meaning is Meaning.COST and one.confidence < _FOUND)
        if not (free and _is_total(one)) or one.header in chosen:
            continue
        sums = sums or _sums([layout.columns[part.index] for part in parts])
        if _agree(_amounts(layout.columns[one.index]), sums):
            total = replace(one, meaning=Meaning.COST, confidence=_FOUND)
            return (*columns[:place], total, *columns[place + 1 :])
    return columns


def _without_total(one: Column, chosen: Container[str]) -> Column:
    guessed = one.meaning is Meaning.COST and one.confidence < _FOUND and one.header not in chosen
    return replace(one, meaning=None, confidence=0.0) if guessed and _is_total(one) else one


def _is_total(column: Column) -> bool:
    return not _words(column.header).isdisjoint(_TOTALS)


def _words(text: str) -> set[str]:
    return set(plain_words(text).split())


def _month(header: str) -> int | None:
    found = _MONTH.fullmatch(plain_words(header))
    return month_of(found["word"]) if found else None


def _quarter(header: str) -> int | None:
    found = _QUARTER.fullmatch(plain_words(header))
    return int(found["number"] or found["first"]) if found else None


def _amounts(cells: Cells) -> list[float | None]:
    comma = has_decimal_comma(cells)
    read = [read_amount(cell, decimal_comma=comma) for cell in cells.values]
    return cells.spread([one.value if one else None for one in read])


def _sums(parts: Iterable[Cells]) -> list[float]:
    rows = zip(*map(_amounts, parts), strict=True)
    return [sum(filter(None, row)) for row in rows]


def _agree(totals: Iterable[float | None], sums: Iterable[float]) -> bool:
    """Whether most totals are the sums beside them."""
    told = [(one, sum) for one, sum in zip(totals, sums, strict=True) if one is not None]
    alike = sum(abs(one - added) <= max(_CENTS, abs(added) * 1e-3) for one, added in told)
    return bool(told) and alike >= _MOST * len(told)
