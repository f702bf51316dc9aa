"""Tables drawn with bars in chats, tickets and notes: what stands in them without its markup."""

import re

_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\((?:https?:|mailto:|/|#|\.)[^)\s]*\)")
_WRAPPED = re.compile(r"(\*\*|__|~~|``?|(?<![\w*])\*(?=\S))(.+?)\1(?!\w)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def is_drawn(text: str) -> bool:
    """Whether a text holds a table of bars with a rule below its header."""
    return bool(_RULE.search(text))


def without_markup(cell: str) -> str:
    """Return a cell without stars, links and the like: "**OVHcloud**" is OVHcloud."""
    bare = _LINK.sub(r"\1", _BREAK.sub("; ", cell))
    while (plain := _WRAPPED.sub(r"\2", bare)) != bare:
        bare = plain
    return bare.replace("\\|", "|").strip()
