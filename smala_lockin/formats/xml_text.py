"""Text as XML holds it: escaped, and without the signs that XML has no way to write."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ATTRIBUTE = {**_TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
_IN_TEXT = str.maketrans(_TEXT)
_IN_ATTRIBUTE = str.maketrans(_ATTRIBUTE)


def in_text(text: str) -> str:
    """Return text to stand between tags."""
    return _FORBIDDEN.sub("\ufffd", text).translate(_IN_TEXT)


def in_attribute(text: str) -> str:
    """Return text to stand between the quotes of an attribute."""
    return _FORBIDDEN.sub("\ufffd", text).translate(_IN_ATTRIBUTE)
