"""What the cells of a column of costs come to in a year, in the company's currency."""

from collections.abc import Iterable, Sequence
from typing import Any

from smala_lockin.domain.errors import InvalidFact
from smala_lockin.domain.reads import Read, amounts_read
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.answers import Answer
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.amounts import (
    currency_in,
    currency_of,
    has_decimal_comma,
    in_thousands,
    read_amount,
)
from smala_lockin.importing.values.money import Money
from smala_lockin.importing.values.periods import times_a_year

_MONTHS = 12
_THOUSAND = 1000

WITH_CURRENCY = frozenset({Meaning.COST, Meaning.MONTHLY_COST, Meaning.UNIT_COST})
"""What columns hold that amounts of money stand in."""


class Costs:
    """Reads one column of costs: of a year, a quarter, a month, or for each user or licence.

    `is_currency_assumed`: an amount named no currency, and nobody said which one it is in.
    """

    def __init__(self, column: Column, cells: Iterable[Cell], money: Money) -> None:
        """`cells` are those of the column, `money` says what other currencies are worth."""
        self.is_currency_assumed = False
        self._money = money
        self._comma = has_decimal_comma(cells)
        self._in_header = currency_in(column.header)
        self._times = times_a_year(column.header)
        self._each = _THOUSAND if in_thousands(column.header) else 1
        if column.meaning is Meaning.MONTHLY_COST:
            self._times = _MONTHS

    def read(
        self, cell: Cell, text: str, beside: Cell = None, billed: Cell = None
    ) -> Read | tuple[Reason, str]:
        """Return what a cell says; `beside` stands in the column of currencies.

        `billed` says how often the amount is due, where the header does not.
        """
        amount = read_amount(cell, decimal_comma=self._comma)
        if amount is None:
            return Reason.NOT_AN_AMOUNT, ""
        currency = amount.currency
        if currency is None and beside:
            currency = currency_of(str(beside))
        currency = currency or self._in_header
        if currency is None:
            currency = self._money.unsaid
            if amount.value and self._money.amounts_in is None:
                self.is_currency_assumed = True
        rate = self._money.rate(currency)
        if rate is None:
            return Reason.OTHER_CURRENCY, currency
        due = self._times or (times_a_year(str(billed)) if billed else None)
        times = _MONTHS if amount.monthly else due or 1
        return yearly(amount.value * rate * times * self._each, text)

    def read_all(self, cells: Sequence[Cell], told: Sequence[str | None]) -> list[Answer]:
        """Return what `read` does for each cell that tells something; None for the others."""
        plain = [type(cell) is str and cell.isdecimal() for cell in cells]  # as most are
        digits = self._digits(
            [cell for cell, is_plain in zip(cells, plain, strict=True) if is_plain]
        )
        if digits is None:
            told_cells = zip(cells, told, strict=True)
            return [self.read(cell, text) if text else None for cell, text in told_cells]
        reads = iter(digits)
        return [
            next(reads) if is_plain else self.read(cell, text) if text else None
            for cell, text, is_plain in zip(cells, told, plain, strict=True)
        ]

    def _digits(self, texts: Sequence[Any]) -> Sequence[Read] | None:
        """What whole sums say that name no currency; None where one of them says nothing."""
        rate = self._money.rate(self._in_header or self._money.unsaid)
        if rate is None:
            return None
        times = (self._times or 1) * self._each
        values = [float(text) * rate * times for text in texts]
        if not rate.is_integer():
            values = [round(value, 2) for value in values]
        try:
            reads = amounts_read("annual_cost", values, texts)
        except InvalidFact:
            return None
        if self._in_header is None and self._money.amounts_in is None and any(values):
            self.is_currency_assumed = True
        return reads

    def read_each(
        self, cell: Cell, text: str, units: int | None, beside: Cell, billed: Cell = None
    ) -> Answer:
        """Return what a price for one comes to where there are so many."""
        amount = self.read(cell, text, beside, billed)
        if not isinstance(amount, Read) or units is None:
            return amount if not isinstance(amount, Read) else None
        assert isinstance(amount.value, float)
        return yearly(amount.value * units, f"{amount.text} × {units}")


def yearly(value: float, text: str) -> Read | tuple[Reason, str]:
    """Return the yearly cost that a text says, unless it is too large to be one."""
    try:
        return Read("annual_cost", round(value, 2), text)
    except InvalidFact:
        return Reason.OUT_OF_RANGE, ""
