"""Ledgers of which each supplier is a heading: "440012 - PROXIMUS", and below it its entries."""

import re
from collections.abc import Sequence

from smala_lockin.formats.tables import Table
from smala_lockin.importing.tables.body import Body, left_out_row
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.row_looks import is_blank

ACCOUNT = re.compile(
    r"(?:\d{3,10}|[A-Z]{1,3}\d{3,8}|\d{2,4}[A-Z][A-Z\d]{1,9})\s*[-–:.]?\s+(\D.*)", re.DOTALL
)
"""An account of the books, a number and a name: "440012 PROXIMUS", "440PROXI PROXIMUS SA"."""

ACCOUNT_HEADER = "Compte / Account"
"""How the column is headed into which the accounts that stand above entries are written."""

_PREFIX = re.compile(
    r"(?:compte|rekening|konto|account|fournisseur|leverancier|lieferant|supplier|kreditor)s?"
    r"\s*(?:n[°o.]*)?\s*:?\s*(?=\w*\d)",
    re.IGNORECASE,
)
_MOST = 0.6


def account_of(heading: str | None) -> str | None:
    """Return the account that a heading names; None where it names none."""
    text = _PREFIX.sub("", heading or "", count=1)
    return text if ACCOUNT.fullmatch(text) else None


def under_accounts(
    table: Table, body: tuple[Body, ...]
) -> tuple[tuple[Body, ...], tuple[LeftOut, ...]]:
    """Return the entries below accounts whose number and name stand alone in the first two cells.

    The rows as they are where entries have something in that first cell too.
    """
    if not body or _account_in(body[0]) is None:
        return body, ()
    named = [_account_in(row) for row in body]
    if 2 * sum(one is not None for one in named) > len(body):
        return body, ()
    entries = (row for row, name in zip(body, named, strict=True) if name is None)
    if any(not is_blank(row.cells[0]) for row in entries):
        return body, ()
    kept: list[Body] = []
    headings: list[LeftOut] = []
    account: str | None = None
    for row, name in zip(body, named, strict=True):
        if name is None:
            kept.append(row._replace(section=account))
            continue
        account = name
        headings.append(left_out_row(table, row.number - table.first_row, Why.HEADING))
    return tuple(kept), tuple(headings)


def _account_in(row: Body) -> str | None:
    """The account that a row names and tells nothing else of."""
    if len(row.cells) <= _PAIR or is_blank(row.cells[0]) or is_blank(row.cells[1]):
        return None
    if any(not is_blank(cell) for cell in row.cells[_PAIR:]):
        return None
    return account_of(f"{row.cells[0]} {row.cells[1]}")


_PAIR = 2


def with_accounts(body: tuple[Body, ...], texts: list[str]) -> tuple[tuple[Body, ...], list[str]]:
    """Return rows and labels with a column for the accounts above the rows, where most have one."""
    named = sum(account_of(heading) is not None for heading in _headings(body))
    if not named or named < _MOST * len(body):
        return body, texts
    rows = [one._replace(cells=[*one.cells, account_of(one.section)]) for one in body]
    return tuple(rows), [*texts, ACCOUNT_HEADER]


def _headings(body: Sequence[Body]) -> list[str]:
    return [one.section for one in body if one.section]
