"""Ledgers of which each supplier is a heading: "440012 - PROXIMUS", and below it its entries."""

import re
from collections.abc import Sequence

from smala_lockin.importing.tables.body import Body

ACCOUNT = re.compile(r"(?:\d{3,10}|[A-Z]{1,3}\d{3,8})\s*[-–:.]?\s+(\D.*)", re.DOTALL)
"""An account of the books, a number and a name: "440012 PROXIMUS"."""

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


def with_accounts(body: tuple[Body, ...], texts: list[str]) -> tuple[tuple[Body, ...], list[str]]:
    """Return rows and labels with a column for the accounts above the rows, where most have one."""
    named = sum(account_of(heading) is not None for heading in _headings(body))
    if not named or named < _MOST * len(body):
        return body, texts
    rows = [one._replace(cells=[*one.cells, account_of(one.section)]) for one in body]
    return tuple(rows), [*texts, ACCOUNT_HEADER]


def _headings(body: Sequence[Body]) -> list[str]:
    return [one.section for one in body if one.section]
