"""Enterprise and VAT numbers: one form for each, and whether their check digits are right."""

import re
from dataclasses import dataclass

_SIGNS = re.compile(r"[^0-9A-Za-z]")
_VAT = re.compile(r"[A-Z]{2}[0-9A-Z]{2,13}")
_BELGIAN = re.compile(r"(?:BE)?0?([01]?\d{9})")

BELGIAN_SCHEMES = frozenset({"0208", "9925", "BE:EN", "BE:VAT", "BE:CBE"})
"""Schemes of Peppol in which a number is that of a Belgian enterprise."""


@dataclass(frozen=True, slots=True)
class Registration:
    """A number in its usual form, such as "BE0123456749"; `sound` if its check digits are right.

    Only Belgian numbers are tested; others count as sound.
    """

    text: str
    sound: bool = True


def registration(text: str, *, scheme: str = "", country: str = "") -> Registration | None:
    """Return the number that a text on an invoice is; None where it is none.

    "BE 0123.456.749", "0208:0123456749" and "123456749" of a Belgian company are the same.
    """
    bare = text.strip()
    if ":" in bare and not scheme:
        scheme, _colon, bare = bare.partition(":")
    plain = _SIGNS.sub("", bare).upper()
    belgian = scheme.upper() in BELGIAN_SCHEMES or plain.startswith("BE")
    if belgian or (country == "BE" and plain.isdigit() and len(plain) in (9, 10)):
        return _belgian(plain)
    if _VAT.fullmatch(plain) and any(sign.isdigit() for sign in plain):
        return Registration(plain)
    return None


def _belgian(plain: str) -> Registration | None:
    found = _BELGIAN.fullmatch(plain)
    if found is None:
        return None
    digits = found[1].zfill(10)
    return Registration(f"BE{digits}", sound=97 - int(digits[:8]) % 97 == int(digits[8:]))
