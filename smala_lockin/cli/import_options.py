"""What `import` is told on the command line, and what is wrong with it."""

import codecs

from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _


class NoOutput(LockinError):
    """Neither a map to write nor a dry run was asked for."""

    def sentence(self) -> str:
        """Return what to add."""
        return _("Name the map to write with -o NAME.smala, or ask for a --dry-run.")


class BadCurrency(LockinError):
    """A currency is not written as GBP."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def sentence(self) -> str:
        """Return how a currency is written."""
        return _("“%(text)s” is not a currency. Write its three letters, such as GBP.") % {
            "text": self.text
        }


class BadEncoding(LockinError):
    """Nobody knows a way of writing letters by this name."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def sentence(self) -> str:
        """Return what can be written."""
        return _("“%(text)s” is not an encoding. Write utf-8, cp1252 or mac_roman.") % {
            "text": self.text
        }


class BadDelimiter(LockinError):
    """A text is no sign that can stand between two columns."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def sentence(self) -> str:
        """Return what can be written."""
        return _("“%(text)s” cannot separate columns. Write one sign, such as “;”, or tab.") % {
            "text": self.text
        }


class BadRate(LockinError):
    """A rate is not written as USD=0.92."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def sentence(self) -> str:
        """Return how a rate is written."""
        return _("“%(text)s” is not an exchange rate. For one dollar, write --rate USD=0.92.") % {
            "text": self.text
        }


def rate_of(text: str) -> tuple[str, float]:
    """Return the currency and the rate of USD=0.92; raises `BadRate`."""
    currency, _equals, value = text.partition("=")
    try:
        rate = float(value.replace(",", "."))
    except ValueError:
        rate = 0.0
    if len(currency) != 3 or not currency.isalpha() or not 0 < rate < 1e6:
        raise BadRate(text)
    return currency.upper(), rate


def currency_of(text: str) -> str:
    """Return a currency's three letters; raises `BadCurrency`."""
    if len(text) != 3 or not text.isalpha():
        raise BadCurrency(text)
    return text.upper()


def encoding_of(text: str) -> str:
    """Return an encoding as Python calls it; raises `BadEncoding`."""
    try:
        return codecs.lookup(text).name
    except LookupError:
        raise BadEncoding(text) from None


def delimiter_of(text: str) -> str:
    """Return the sign that parts columns; raises `BadDelimiter`."""
    sign = "\t" if text.lower() in ("tab", "\\t") else text
    if len(sign) != 1 or sign.isalnum() or sign in '"\r\n\0':
        raise BadDelimiter(text)
    return sign
