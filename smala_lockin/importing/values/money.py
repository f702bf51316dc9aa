"""What amounts of money in files are worth in the company's currency."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Money:
    """The company's currency, and what one unit of another is worth in it.

    `amounts_in` is what somebody said amounts are in that name no currency; None: nobody did.
    """

    currency: str
    rates: Mapping[str, float]
    amounts_in: str | None = None

    @property
    def unsaid(self) -> str:
        """The currency of amounts that name none."""
        return self.amounts_in or self.currency

    def rate(self, currency: str) -> float | None:
        """Return what a unit of a currency is worth; None where nobody said."""
        return 1.0 if currency == self.currency else self.rates.get(currency)
