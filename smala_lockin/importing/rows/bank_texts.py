"""Movements of a bank account that name whom was paid in their texts alone.

What a text says is only proposed: "PAIEMENT CARTE ADOBE *CREATIVE CLOUD" is Adobe most likely.
"""

import re
from collections.abc import Sequence

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.payment_columns import PaymentColumns
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.sorts import holds_texts
from smala_lockin.importing.values.plain import display_name, is_company
from smala_lockin.importing.values.secrets import is_account_number
from smala_lockin.knowledge import catalogue, ownership

_READ = (None, Meaning.DESCRIPTION, Meaning.PAYMENT, Meaning.NAME, Meaning.KIND, Meaning.SECRET)
_BETWEEN = frozenset({"payment", "banking"})
"""The categories of the catalogue that stand between who pays and who is paid: cards, banks."""

_LABELLED = re.compile(
    r"\b(?:vers|naar|to|an|cr[ée]ancier|schuldeiser|creditor|gl[äa]ubiger|b[ée]n[ée]ficiaire|"
    r"begunstigde|beneficiary|empf[äa]nger|en faveur de|ten gunste van)\s*:\s*"
    r"(?P<name>[^:;|\n]{2,60}?)\s*(?:$|[;|\n]|\s-\s|\s(?=[A-Z]{2}\d{2}[ \d])|\s\w+\s*:)",
    re.IGNORECASE,
)


class BankTexts:
    """Reads who was paid out of the texts of movements; each different one is read once."""

    def __init__(self, sheet: Sheet, columns: PaymentColumns, *, known_vendors: bool) -> None:
        """Without `known_vendors` only names that stand behind "to:" or "creditor:" are read."""
        texts = [one for one in sheet.columns if _may_tell(one)]
        self._texts: Sequence[list[str]] = [columns.texts(one) for one in texts]
        self._known_vendors = known_vendors
        self._found: dict[str, str | None] = {}

    def payee(self, index: int) -> str | None:
        """Return whom the texts of a row, the `index`th, say was paid; None where they do not."""
        text = "\n".join(filter(None, (texts[index] for texts in self._texts)))
        if text not in self._found:
            self._found[text] = _labelled(text) or (self._vendor(text) if text else None)
        return self._found[text]

    def _vendor(self, text: str) -> str | None:
        """The company that sells what a text names, rather than a bank or a card beside it."""
        if not self._known_vendors:
            return None
        named = [one for one in catalogue.find_within(text) if one.category not in _BETWEEN]
        sellers = (ownership.seller_of(one) for one in named)
        return next((one.name for one in sellers if one is not None), None)


def _may_tell(one: Column) -> bool:
    return one.meaning in _READ and holds_texts(one.header)


def _labelled(text: str) -> str | None:
    """The name behind a word that says whom the money goes to."""
    found = _LABELLED.search(text)
    name = display_name(found["name"]) if found else ""
    return name if is_company(name) and not is_account_number(name) else None
