"""Lists with a dash before each item, as mails and chats hold them, taken apart into columns.

"- Horus : comptabilité (Horus Software), 129 €/mois" says a name, what it is for, whose it is
and its price.
"""

import re

HEADERS = ("Nom", "Description", "Fournisseur", "Prix")
"""How the columns are headed into which the items are taken apart."""

_BULLET = re.compile(r"\s*(?:[-*•–—·▪‣]|\d{1,2}[.)])\s+(?=\S)")
_ANY = re.compile(r"^\s*(?:[-*•–—·▪‣]|\d{1,2}[.)])\s", re.MULTILINE)
_SPLIT = re.compile(r"\s*:\s+|\s+[-–—=→]+>?\s+")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_PRICE = re.compile(
    r"(?:€\s*\d[\d.,'\s]*|\d[\d.,'\s]*\s*(?:€|EUR\b|euros?\b))"
    r"(?:\s*(?:/|par|per|pro)\s*(?:mois|an|année|month|year|maand|jaar|monat|jahr)\b)?",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"[A-ZÀ-Ý][^\d?!]{1,40}")
_FEWEST = 3
_LONGEST_NAME = 50
_MOST_WORDS = 5
_MOST_LINES = 500
_LONGEST = 60_000


def bulleted(text: str) -> list[list[str | None]] | None:
    """Return the rows of a list with bullets below a header; None where a text is none.

    Lines around the list stand above the header, each alone.
    """
    if len(text) > _LONGEST or not _ANY.search(text):
        return None
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    items = [line for line in lines if _BULLET.match(line)]
    if not _FEWEST <= len(items) <= _MOST_LINES or 3 * len(items) < len(lines):
        return None
    if any("\t" in one or "|" in one for one in items) or _are_fields(items):
        return None
    parts = [_taken_apart(_BULLET.sub("", one, count=1)) for one in items]
    named = [one for one in parts if one[0] and len(one[0]) <= _LONGEST_NAME]
    told = sum(any(one[1:]) for one in parts)
    if len(named) < len(parts) or 2 * told < len(parts):
        return None
    others = [line for line in lines if not _BULLET.match(line)]
    blank: list[str | None] = [None] * (len(HEADERS) - 1)
    return [*([line, *blank] for line in others), list(HEADERS), *parts]


def _are_fields(items: list[str]) -> bool:
    return 2 * sum(";" in one for one in items) >= len(items)


def _taken_apart(item: str) -> list[str | None]:
    """The name, the description, the supplier and the price of an item."""
    name, *rest = _SPLIT.split(item, maxsplit=1)
    text = rest[0] if rest else ""
    if not rest and (price := _PRICE.search(name)):
        name, text = name[: price.start()], name[price.start() :]
    supplier = None
    for whole in (text, name):
        for found in _BRACKETS.finditer(whole):
            inside = found[1].strip()
            if _is_company(inside):
                supplier = inside
    if supplier is None and len(told := _SPLIT.split(text)) > 1 and _is_company(told[-1]):
        text, supplier = text[: text.rindex(told[-1])], told[-1].strip()
    elif supplier:
        text, name = (_without(one, supplier) for one in (text, name))
    price = _PRICE.search(text)
    if price:
        text = text[: price.start()] + text[price.end() :]
    said = re.sub(r"\s+(?=[,;.])", "", " ".join(text.split())).strip(" ,;.-–")
    return [
        name.strip(" ,;.-–") or None,
        said or None,
        supplier,
        " ".join(price[0].split()) if price else None,
    ]


def _is_company(text: str) -> bool:
    return bool(_COMPANY.fullmatch(text.strip())) and len(text.split()) <= _MOST_WORDS


def _without(text: str, inside: str) -> str:
    return text.replace(f"({inside})", " ")
