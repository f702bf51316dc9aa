"""Cells that hold several names."""

import re
from functools import lru_cache

_ALWAYS = re.compile(r"\s*(?:[;|\n\r]|\s/\s|•|\s\+\s)\s*")
_COMMA = re.compile(r"\s*,\s*")
_BULLET = re.compile(r"^\s*[-*•]\s+")


@lru_cache(maxsize=100_000)
def split_names(text: str, *, commas: bool) -> tuple[str, ...]:
    """Return the names in a cell, apart by semicolon, bar, line break or ` / `.

    By comma too where asked for: company names hold commas themselves. Each name once.
    """
    if text.isalnum():
        return (text,)
    parts = _ALWAYS.split(text)
    if commas:
        parts = [name for part in parts for name in _COMMA.split(part)]
    cleaned = (" ".join(_BULLET.sub("", part).split()) for part in parts)
    return tuple(dict.fromkeys(part for part in cleaned if part))
