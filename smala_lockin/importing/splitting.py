"""Cells that hold several names."""

import re

_ALWAYS = re.compile(r"\s*(?:[;|\n\r]|\s/\s|•|\s\+\s)\s*")
_COMMA = re.compile(r"\s*,\s*")
_BULLET = re.compile(r"^\s*[-*•]\s+")


def split_names(text: str, *, commas: bool) -> list[str]:
    """Return the names in a cell, apart by semicolon, bar, line break or ` / `.

    By comma too where asked for: company names hold commas themselves. Each name once.
    """
    parts = _ALWAYS.split(text)
    if commas:
        parts = [name for part in parts for name in _COMMA.split(part)]
    cleaned = (" ".join(_BULLET.sub("", part).split()) for part in parts)
    return list(dict.fromkeys(part for part in cleaned if part))
