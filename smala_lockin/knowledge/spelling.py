"""Names as they compare: without case, accents, punctuation and blanks."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import compress

_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss"}
)
_LIGATURE = re.compile(f"[{''.join(map(chr, _LIGATURES))}]")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}|\b(?:[a-z]/)+[a-z]\b")
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_DIGITS = re.compile(r"[0-9]+")
_ASCII_DIGITS = {sign: None for sign in range(128) if chr(sign) not in "0123456789\n"}
_NO_DIGITS = re.compile(r"[^0-9\n]+")
_WORD = re.compile(r"[a-z0-9+]+")
_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[^a-z0-9+]+")

_BEHIND = (
    "ab ag as asbl bv bvba co corp corporation cv cvba eurl gmbh inc incorporated kg limited llc "
    "lp ltd nv oy oyj plc sa sarl sas sca scrl se sl spa sprl srl vof vzw"
)
_LEGAL_FORMS_BEHIND = frozenset(_BEHIND.split())
_IN_FRONT = "asbl bv bvba cvba eurl nv sa sarl sas scrl sprl srl vzw"
_LEGAL_FORMS_IN_FRONT = frozenset(_IN_FRONT.split())


def folded(text: str) -> str:
    """Return text in lower case without accents; punctuation and blanks stay."""
    lower = text.lower()
    if lower.isascii():
        return lower
    if _LIGATURE.search(lower):
        lower = lower.translate(_LIGATURES)
    apart = _ACCENTS.sub("", unicodedata.normalize("NFKD", lower))
    if apart.isascii():
        return apart
    signs = {ord(sign): None for sign in set(apart) if unicodedata.combining(sign)}
    return apart.translate(signs) if signs else apart


def key(text: str) -> str:
    """Return what two spellings of one name share; `+` counts, as in "C++" or "Disney+".

    Empty where a text has no Latin letter or digit.
    """
    return _NEITHER_LETTER_NOR_DIGIT.sub("", folded(text))


def digits(text: str) -> str:
    """Return the digits of a text one behind the other: "3652024" for "Office 365 (2024)"."""
    return "".join(_DIGITS.findall(_with_plain_digits(text)))


def digits_of(texts: Iterable[str]) -> list[str]:
    """Return the `digits` of each of many texts."""
    texts = list(texts)
    usual = ["\n" not in text for text in texts]
    whole = _with_plain_digits("\n".join(compress(texts, usual)))
    bare = whole.translate(_ASCII_DIGITS) if whole.isascii() else _NO_DIGITS.sub("", whole)
    lines = iter(bare.split("\n"))
    told = zip(texts, usual, strict=True)
    return [next(lines) if is_usual else digits(text) for text, is_usual in told]


def _with_plain_digits(text: str) -> str:
    """A text with 2 for ², as `folded` has it; its letters are of no interest."""
    return text if text.isascii() else unicodedata.normalize("NFKD", text)


def words(text: str) -> list[str]:
    """Return the words of a text as keys; initials such as "S.A." are one word."""
    return _WORD.findall(_without_dots(folded(text)))


def keys(text: str) -> Iterator[str]:
    """Yield the key of a name, then its keys less one legal form after the other.

    "odoosa" and "odoo" for "Odoo S.A."; the fullest comes first, for "Java SE" is a name too.
    """
    lower = text.lower()
    bare = "".join(lower.split())
    if bare.isascii() and bare.isalnum():  # as most names are: nothing to fold or to leave out
        yield bare
        parts = lower.split()
    else:
        yield key(text)
        parts = words(text)
    while len(parts) > 1 and parts[-1] in _LEGAL_FORMS_BEHIND:
        parts.pop()
        yield "".join(parts)
    if len(parts) > 1 and parts[0] in _LEGAL_FORMS_IN_FRONT:
        yield "".join(parts[1:])


def _without_dots(text: str) -> str:
    return _INITIALS.sub(lambda found: re.sub(r"[./]", "", found[0]) + " ", text)
