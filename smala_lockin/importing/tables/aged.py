"""Aged balances: what is owed to each supplier by how long it is due, bill by bill below it."""

import re

from smala_lockin.formats.tables import Table
from smala_lockin.importing.headings.common_words import SUPPLIERS
from smala_lockin.importing.tables.body import Body, left_out_row
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.pivots import amount_of, size_of
from smala_lockin.importing.tables.row_looks import cell_label, filled_width
from smala_lockin.importing.values.plain import has_word, plain_words, words_of

_AGE = re.compile(
    r"(?:[<>+]?\s*)?\d{1,3}(?:\s*[-–à]\s*\d{1,3}|\s*\+)?(?:\s*(?:j|d|jours|days|dagen))?"
)
_AGES = 3
_CENT = 0.005
_OWED = SUPPLIERS | words_of("payable payables crediteur crediteuren kreditoren")
CREDITOR_HEADER = "Fournisseur / Supplier"
"""How the column of those to whom money is owed is headed, where an export leaves it blank."""


def is_age(text: str) -> bool:
    """Whether a label says for how many days something is due: "31 - 60"."""
    return bool(_AGE.fullmatch(text.strip())) and not text.strip().isdecimal()


def with_creditors(
    table: Table, header: int, body: tuple[Body, ...], texts: list[str]
) -> tuple[tuple[Body, ...], list[str], tuple[LeftOut, ...]]:
    """Return the rows of an aged balance without the bills that add up to them, and its labels.

    All stays as it is where the table is none, or is one of what customers owe.
    """
    if sum(map(is_age, texts)) < _AGES or texts[0] or not _of_suppliers(table, header):
        return body, texts, ()
    amounts = [amount_of(row.cells) for row in body]
    dated = [texts.index(text) for text in texts if "date" in plain_words(text).split()]
    kept: list[Body] = []
    bills: list[LeftOut] = []
    place = 0
    while place < len(body):
        size = size_of(amounts, place)
        below = body[place + 1 : place + 1 + size]
        if dated and any(row.cells[dated[0]] is None for row in below):
            below = ()
        kept.append(body[place])
        bills += [left_out_row(table, row.number - table.first_row, Why.BILL) for row in below]
        place += 1 + len(below)
    if len(kept) > _AGES and amount_of(kept[-1].cells) is not None:
        owed = sum(amount_of(row.cells) or 0.0 for row in kept[:-1])
        if abs(owed - (amount_of(kept[-1].cells) or 0.0)) < _CENT:
            last = kept.pop()
            bills.append(left_out_row(table, last.number - table.first_row, Why.TOTAL))
    return tuple(kept), [CREDITOR_HEADER, *texts[1:]], tuple(bills)


def _of_suppliers(table: Table, header: int) -> bool:
    titles = [table.sheet or "", table.stem]
    titles += [cell_label(row[0]) for row in table.rows[:header] if filled_width(row) == 1]
    return any(has_word(title, _OWED) for title in titles)
