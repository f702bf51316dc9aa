"""Payments of which a column says what each is for, and another how often it comes round.

Such a list is one of subscriptions: each service stands once, with what it costs each time.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import fsum

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.common_words import SUPPLIERS
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.spending import is_no_technology, pays_wages
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import cell_text, columns_of
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.row_looks import row_text
from smala_lockin.importing.values.amounts import has_decimal_comma, read_amount
from smala_lockin.importing.values.moments import month_comes_first, read_date
from smala_lockin.importing.values.periods import times_a_year
from smala_lockin.importing.values.plain import (
    exact_form,
    is_nobody,
    phrases_of,
    plain_words,
    words_of,
)

_SAYS_WHAT = phrases_of(
    "what|what is it|what is this|what for|what it is|wat|wat is het|wat is dit|waarvoor|quoi|"
    "c est quoi|de quoi s agit il|qu est ce que c est|pour quoi|was ist das|was ist es|wofur|"
    "omschrijving|description|objet|service|abonnement|subscription|product|produit|dienst"
)
_OFTEN = phrases_of(
    "every|how often|elke|hoe vaak|tous les|chaque|tous les combien|wie oft|jede|jeden|alle"
)
_PARTIES = SUPPLIERS | words_of(
    "counterparty payee beneficiary contrepartie beneficiaire tegenpartij begunstigde empfanger "
    "zahlungsempfanger"
)
_MOST = 0.5
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the columns stand."""

    what: int
    often: int
    party: int
    cost: int
    day: int


def as_subscriptions(
    layout: Layout, chosen: Mapping[str, Meaning | None]
) -> tuple[Layout, dict[str, Meaning | None]]:
    """Return payments as a list of services, and what its columns mean; others as they are."""
    places = _places(layout) if layout.has_header else None
    if places is None:
        return layout, {}
    headers = layout.headers
    meant: dict[str, Meaning | None] = {
        headers[places.what]: Meaning.NAME,
        headers[places.often]: Meaning.BILLED,
        headers[places.party]: Meaning.SUPPLIER,
        headers[places.cost]: Meaning.COST,
        headers[places.day]: None,
    }
    if any(chosen.get(header, meaning) is not meaning for header, meaning in meant.items()):
        return layout, {}
    body, left_out = _services(layout, places)
    if not body:
        return layout, {}
    columns = columns_of([row.cells for row in body], len(headers))
    told = replace(
        layout, body=tuple(body), columns=columns, left_out=(*layout.left_out, *left_out)
    )
    return told, meant


def _places(layout: Layout) -> _Places | None:
    """The columns of a list of payments that says what each is and how often; else None."""
    words = [plain_words(header) for header in layout.headers]
    first = [next((one.meaning for one in readings(text)), None) for text in layout.headers]

    def place(holds: list[bool]) -> int | None:
        return next((index for index, is_one in enumerate(holds) if is_one), None)

    often = place(
        [
            (text in _OFTEN or meaning is Meaning.BILLED) and _says_often(layout, index)
            for index, (text, meaning) in enumerate(zip(words, first, strict=True))
        ]
    )
    party = place([not _PARTIES.isdisjoint(text.split()) for text in words])
    cost = place([meaning is Meaning.COST for meaning in first])
    if often is None or party is None or cost is None:
        return None
    day = place([_holds_days(layout, index) for index in range(len(words))])
    what = place(
        [
            text in _SAYS_WHAT and index not in (often, party, cost, day) and _names(layout, index)
            for index, text in enumerate(words)
        ]
    )
    if day is None or what is None:
        return None
    return _Places(what, often, party, cost, day)


def _says_often(layout: Layout, index: int) -> bool:
    said = [text for text in layout.columns[index].texts if text and not is_nobody(text)]
    return bool(said) and sum(times_a_year(text) is not None for text in said) > _MOST * len(said)


def _holds_days(layout: Layout, index: int) -> bool:
    cells = layout.columns[index]
    first = month_comes_first(cells)
    days = cells.each(lambda cell: read_date(cell, month_first=first) is not None)
    return sum(days) > _MOST * len(days)


def _names(layout: Layout, index: int) -> bool:
    """Whether a column mostly holds short names, and not the texts that a bank writes."""
    cells = layout.columns[index]
    named = cells.each(lambda cell: _is_plain(cell_text(cell)))
    return sum(named) > _MOST * len(named)


def _is_plain(text: str) -> bool:
    digits = sum(sign.isdigit() for sign in text)
    return bool(text) and "*" not in text and digits < _MANY_DIGITS and len(text) <= _LONGEST


_MANY_DIGITS = 5
_LONGEST = 60


def _services(layout: Layout, places: _Places) -> tuple[list[Body], list[LeftOut]]:
    """One row for each service, with what it costs each time, and the rows that are none."""
    costs = layout.columns[places.cost]
    comma = has_decimal_comma(costs)
    amounts = costs.each(lambda cell: _value(cell, comma))
    below = sum(one is not None and one < 0 for one in amounts)
    paid = -1.0 if below * 2 > sum(one is not None for one in amounts) else 1.0
    first = month_comes_first(layout.columns[places.day])
    days = layout.columns[places.day].each(lambda cell: read_date(cell, month_first=first))
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    left_out: list[LeftOut] = []

    def leave(row: Body, why: Why) -> None:
        left_out.append(LeftOut(row=row.number, text=row_text(row.cells), why=why))

    for index, row in enumerate(layout.body):
        amount = amounts[index]
        what = cell_text(row.cells[places.what])
        if amount is not None and amount * paid < 0:
            leave(row, Why.RECEIPT)
        elif is_no_technology(what) or any(map(pays_wages, _texts(row))):
            leave(row, Why.NO_TECHNOLOGY)
        else:
            party = exact_form(cell_text(row.cells[places.party]))
            named = exact_form(what) or str(row.number)  # what names nothing stays as it is
            groups[named, party].append(index)
    body: list[Body] = []
    for indices in groups.values():
        often = times_a_year(cell_text(layout.body[indices[-1]].cells[places.often]))
        same = _latest([days[index] for index in indices], often)
        values = [amounts[indices[one]] for one in same]
        row = layout.body[indices[0]]
        known = [value for value in values if value is not None]
        cost = abs(fsum(known)) if known and often else None
        cells = (*row.cells[: places.cost], cost, *row.cells[places.cost + 1 :])
        body.append(row._replace(cells=cells))
        for index in indices[1:]:
            leave(layout.body[index], Why.PAID_AGAIN)
    return body, left_out


def _texts(row: Body) -> list[str]:
    return [cell for cell in row.cells if isinstance(cell, str)]


def _value(cell: Cell, comma: bool) -> float | None:
    amount = read_amount(cell, decimal_comma=comma)
    return amount.value if amount else None


def _latest(days: list[date | None], often: int | None) -> list[int]:
    """The places of payments for one span, the latest of those for which most was paid at once."""
    slots: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, day in enumerate(days):
        months = _MONTHS // often if often and often <= _MONTHS else 1
        slots[(day.year, (day.month - 1) // months) if day else (0, 0)].append(place)
    return slots[max(slots, key=lambda slot: (len(slots[slot]), slot))]
