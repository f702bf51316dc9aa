"""Where long words may be broken: paths, addresses, and names that are one word."""

import re

LONGEST_WORD = 24
_BREAK = "\u200b"


def breakable(text: str) -> str:
    """Return a text whose words can be broken so that it fits a narrow panel."""
    return _LONG.sub(lambda found: _BREAK.join(_pieces(found[0])), text)


def _pieces(word: str) -> list[str]:
    return [word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD)]


_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
