"""Names as they compare: without case, accents, punctuation and blanks."""

import re
import unicodedata

_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss"}
)
_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[^a-z0-9+]+")


def folded(text: str) -> str:
    """Return text in lower case without accents; punctuation and blanks stay."""
    lower = text.lower()
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFKD", lower.translate(_LIGATURES))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def key(text: str) -> str:
    """Return what two spellings of one name share; `+` counts, as in "C++" or "Disney+".

    Empty where a text has no Latin letter or digit.
    """
    return _NEITHER_LETTER_NOR_DIGIT.sub("", folded(text))
