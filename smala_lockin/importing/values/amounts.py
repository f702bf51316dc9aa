"""Amounts of money as people write them, and the currency they are in."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.values.plain import words_of

_SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "us$": "USD", "¥": "JPY", "euro": "EUR"}
_CODES = words_of(
    """
    EUR USD GBP CHF CAD AUD JPY SEK NOK DKK PLN CZK HUF RON BGN CNY INR MAD TND XOF
    """
)
_FREE = words_of("gratuit gratuite free gratis kostenlos kostenfrei")
_WORD = re.compile(r"[a-z]+|[€$£¥]", re.IGNORECASE)
_DIGITS = re.compile(r"[-+(]?\s*\d[\d\s.,'’]*")
_PLAIN = re.compile(r"-?\d+(?:[.,]\d{1,2})?")
_DECIMAL_COMMA = re.compile(r"\d,(\d{1,2}|\d{4,})(?!\d)|\d\.\d{3},")
_DECIMAL_POINT = re.compile(r"\d\.(\d{1,2}|\d{4,})(?!\d)|\d,\d{3}\.")
_BY_COMMA = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d.,])")
_BY_POINT = re.compile(r"\d\.\d{3}(?!\d)|(?<!\d)0,\d")
_ABOUT = re.compile(
    r"\b(?:environ|env|ca|circa|about|approx|approximately|ongeveer|rund|etwa)\b\.?|[±≈]",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?:/|\bpar|\bper|\bpro)\s*(?:user|utilisateur|licen[cs]e|poste|gebruiker|nutzer|benutzer)s?\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"[x×*]\s*(\d{1,5})\s*$"
    r"|[(,;]\s*(\d{1,5})\s*(?:users?|utilisateurs?|licen[cs]es?|postes?|gebruikers?|nutzer)\s*\)?$",
    re.IGNORECASE,
)
_MONTHLY = re.compile(
    r"/\s*(mois|month|maand|monat|m\b|mo\b)|par mois|per month|per maand|pro monat|mensuel|monthly",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"/\s*(an\b|ans\b|année|year|yr|y\b|jaar|jahr)|par an|per year|per jaar|pro jahr|annuel|yearly"
    r"|p\.?a\.?$|htva|hors tva|tvac|excl\.?|incl\.?|ht$|ttc$|[,.][-–—]+$|\bbtw\b|\bper annum\b"
    r"|\bvat\b|\bmwst\.?|\bnetto\b|\bbrutto\b",
    re.IGNORECASE,
)


_THOUSANDS = re.compile(
    r"\bk\s?€|\bk\s?eur\b|\b(?:en|in) (?:milliers|duizenden|thousands|tausend)\b|€\s?k\b|\b000\s?€",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """A sum; `currency` is an ISO 4217 code, None where the cell does not say."""

    value: float
    currency: str | None
    monthly: bool = False


def has_decimal_comma(cells: Iterable[Cell]) -> bool:
    """Whether a column writes 1.234,50 rather than 1,234.50; undecided counts as a comma.

    Commas that nothing but three digits follows part thousands: nobody counts tenths of a cent.
    """
    commas = points = 0
    by_thousands = others = 0
    for cell, count in Counter(cells).items():
        if not isinstance(cell, str) or not ("," in cell or "." in cell):
            continue
        if _PLAIN.fullmatch(cell):
            commas += count * ("," in cell)
            points += count * ("." in cell)
        else:
            commas += count * bool(_DECIMAL_COMMA.search(cell))
            points += count * bool(_DECIMAL_POINT.search(cell))
            by_thousands += count * bool(_BY_COMMA.search(cell))
            others += count * bool(_BY_POINT.search(cell))
    if commas == points and by_thousands > others:
        return False
    return commas >= points


def read_amount(cell: Cell, *, decimal_comma: bool) -> Amount | None:
    """Return the sum a cell holds; None where it is none, or two of them."""
    if not isinstance(cell, str):
        if isinstance(cell, bool) or not isinstance(cell, int | float):
            return None
        return Amount(float(cell), None)
    if cell.isdecimal():  # as most are
        return Amount(float(cell), None)
    if _PLAIN.fullmatch(cell):
        return Amount(float(cell.replace(",", ".")), None)
    if cell.strip().casefold() in _FREE:
        return Amount(0.0, None)
    times = _TIMES.search(cell)
    if times is None and _EACH.search(cell):
        return None  # nobody says for how many
    if times is not None:
        alone = _EACH.sub("", cell[: times.start()])
        each = read_amount(alone, decimal_comma=decimal_comma)
        return each and each._replace(value=each.value * int(times[1] or times[2]))
    monthly = bool(_MONTHLY.search(cell))
    text = _ABOUT.sub(" ", _YEARLY.sub(" ", _MONTHLY.sub(" ", cell))).strip()
    found = _DIGITS.findall(text)
    if len(found) != 1:
        return None
    value = _number(found[0], decimal_comma=decimal_comma)
    rest_of = text.replace(found[0], " ", 1)
    rest = _WORD.findall(rest_of)
    thousands = any(word.casefold() == "k" or word.casefold() == "keur" for word in rest)
    words = [word for word in rest if word.casefold() != "k"]
    currencies = [code for word in words if (code := currency_of(word))]
    doubtful = "?" in rest_of or "~" in rest_of or len(words) != len(currencies)
    if value is None or doubtful or len(set(currencies)) > 1:
        return None
    return Amount(
        value * 1000 if thousands else value, currencies[0] if currencies else None, monthly
    )


def some_are_for_one(texts: Iterable[str]) -> bool:
    """Whether one of many texts is a price for one user or licence."""
    whole = "\n".join(texts)
    has_words = whole.lower() != whole.upper()  # as most columns of amounts have none
    return has_words and bool(_EACH.search(whole))


def price_of_one(cell: Cell) -> str | None:
    """Return the amount in "€ 5 / user / month" without "user"; None where it is for no one."""
    if not isinstance(cell, str) or _TIMES.search(cell):
        return None
    alone = _EACH.sub("", cell)
    return alone if alone != cell else None


def plain_amounts(cells: Iterable[Cell]) -> list[Amount | None]:
    """Return what `read_amount` does for each cell of bare digits; None for all others.

    They mean the same wherever decimals have a comma or a point.
    """
    is_plain = _PLAIN.fullmatch
    return [
        tuple.__new__(Amount, (float(cell.replace(",", ".")), None, False))
        if isinstance(cell, str) and is_plain(cell)
        else None
        for cell in cells
    ]


def in_thousands(header: str) -> bool:
    """Whether a header says that amounts are in thousands: "Budget (k€)"."""
    return bool(_THOUSANDS.search(header))


def currency_of(text: str) -> str | None:
    """Return the ISO 4217 code of a currency's sign, code or name."""
    word = text.strip().casefold()
    if word == "keur":
        return "EUR"
    if word.rstrip("s") in _SYMBOLS:
        return _SYMBOLS[word.rstrip("s")]
    return word.upper() if word.upper() in _CODES else None


@lru_cache(maxsize=1024)
def currency_in(header: str) -> str | None:
    """Return the one currency a header names, such as "Amount (USD)"."""
    found = {code for word in _WORD.findall(header) if (code := currency_of(word))}
    return found.pop() if len(found) == 1 else None


def _number(text: str, *, decimal_comma: bool) -> float | None:
    negative = text.startswith(("-", "("))
    digits = re.sub(r"[\s'’(+-]", "", text).rstrip(".,")
    if _DECIMAL_COMMA.search(digits) and not _DECIMAL_POINT.search(digits):
        decimal_comma = True
    elif _DECIMAL_POINT.search(digits) and not _DECIMAL_COMMA.search(digits):
        decimal_comma = False
    digits = digits.replace(".", "").replace(",", ".") if decimal_comma else digits.replace(",", "")
    try:
        return -float(digits) if negative else float(digits)
    except ValueError:
        return None
