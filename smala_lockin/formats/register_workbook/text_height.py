"""How high a row must be for its texts: a file has to say so, no program asks for it on opening.

The width of a column is counted in digits of the workbook's own font, at 11 points. Letters differ:
the classes below are those of common fonts for print, in digits.
"""

from functools import cache

USUAL_SIZE = 11
"""The size of the font, in points, by whose digits the widths of columns are counted."""

TABLE_SIZE = 10
"""The size of the font in the cells of tables, in points."""

INDENT = 1.3
"""How many digits a cell's text keeps away from its left edge, where it is indented."""

_EDGES = 0.7
"""How many digits a cell keeps free at both its edges."""

_LETTERS = {
    0.5: "ijlIJ.,;:'’|!()[]",
    0.6: " \N{NO-BREAK SPACE}ft-r/",
    0.8: "szcJ",
    1.65: "mwMW%@—…",
}
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_CAPITAL, _OTHER = 1.3, 1.03


def lines_of(value: object, width: float, *, size: float = TABLE_SIZE, indent: float = 0) -> int:
    """Return how many lines a value takes in a column so many digits wide."""
    if not isinstance(value, str):
        return 1
    room = max((width - _EDGES - indent) * USUAL_SIZE / size, 3)
    return sum(_wrapped(part, room) for part in value.split("\n"))


def height_of(lines: int, *, size: float = TABLE_SIZE) -> float:
    """Return the height of a row with so many lines, in points; Excel allows 409."""
    return min(5 + 1.32 * size * lines, 409)


def _wrapped(text: str, room: float) -> int:
    """Return how many lines a text takes whose words do not break unless they are too long."""
    lines, used = 1, 0.0
    blank = _width(" ")
    for word in text.split(" "):
        length = _width(word)
        if used and used + blank + length > room:
            lines, used = lines + 1, 0.0
        elif used:
            used += blank
        used += length
        while used > room:  # one word, wider than the column: it breaks anywhere
            lines, used = lines + 1, used - room
    return lines


@cache
def _width(text: str) -> float:
    return sum(_WIDTHS.get(one, _CAPITAL if one.isupper() else _OTHER) for one in text)
