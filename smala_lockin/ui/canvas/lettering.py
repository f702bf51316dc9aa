"""Text that fits its place: whole lines, and an ellipsis where something is left out."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

LONGEST = 240
"""No card shows more characters; measuring a pasted novel would hold up the window."""


@cache
def font(pixels: int, *, is_bold: bool = False) -> QFont:
    """Return the system's font at a size in points of the map."""
    found = QFont()
    found.setPixelSize(pixels)
    found.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    return found


def fitted(text: str, font: QFont, width: float, lines: int) -> tuple[str, ...]:
    """Return a text broken into at most so many lines of a width, the last one elided."""
    rest = " ".join(text.split())[:LONGEST]
    found: list[str] = []
    while rest and len(found) < lines - 1:
        first = _first_line(rest, font, width)
        found.append(first.strip())
        rest = rest[len(first) :].strip()
    if rest:
        found.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return tuple(found)


def is_whole(text: str, lines: tuple[str, ...]) -> bool:
    """Whether lines hold all of a text, and no word is broken."""
    return " ".join(lines) == " ".join(text.split())


def _first_line(text: str, font: QFont, width: float) -> str:
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return text[: max(1, line.textLength())]
