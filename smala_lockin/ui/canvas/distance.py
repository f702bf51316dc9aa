"""The map from far away, painted in a few strokes.

Thousands of parts that each paint themselves take a third of a second a frame; sorted by colour
into sheaves of lines and heaps of rectangles they take a few milliseconds.
"""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from smala_lockin.ui.canvas import ring
from smala_lockin.ui.canvas.parts import Parts
from smala_lockin.ui.canvas.shapes import CARD
from smala_lockin.ui.theme import Theme

Heaps = dict[tuple[str, float], list[QRectF]]
Sheaves = dict[bool, list[QLineF]]


class Distance:
    """What is painted instead of the parts, until one of them changes."""

    def __init__(self, parts: Parts, theme: Theme) -> None:
        self._theme = theme
        colours = {level: colour.name() for level, colour in theme.levels.items()}
        cards = parts.cards
        self._rings = _heaps(
            (colours[one.level], cards[key].opacity, ring.extent(one), cards[key].at)
            for key, one in parts.rings.items()
        )
        self._cards = _heaps(
            (one.colour(theme).name(), one.opacity, CARD, one.at) for one in cards.values()
        )
        self._lines: Sheaves = {True: [], False: []}
        for arrow in parts.shown_arrows():
            self._lines[arrow.is_lit].append(arrow.line)

    def paint(self, painter: QPainter) -> None:
        """Paint rings, arrows and cards, in this order."""
        # Smooth edges of lines this thin cost ten times what they show.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        _paint_heaps(painter, self._rings)
        faint = QColor(self._theme.faint_arrow)
        if self._lines[True]:
            faint = _mixed(faint, self._theme.canvas)
        _paint_lines(painter, self._lines[False], faint)
        _paint_lines(painter, self._lines[True], self._theme.accent)
        _paint_heaps(painter, self._cards)


def _heaps(parts: Iterable[tuple[str, float, QRectF, QPointF]]) -> Heaps:
    """Return rectangles around places, by colour and opacity."""
    found: Heaps = {}
    for colour, opacity, extent, at in parts:
        found.setdefault((colour, opacity), []).append(extent.translated(at))
    return found


def _paint_heaps(painter: QPainter, heaps: Heaps) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for (name, opacity), places in heaps.items():
        colour = QColor(name)
        colour.setAlphaF(opacity)
        painter.setBrush(colour)
        painter.drawRects(places)


def _paint_lines(painter: QPainter, lines: list[QLineF], colour: QColor) -> None:
    pen = QPen(colour, 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawLines(lines)


def _mixed(colour: QColor, ground: QColor) -> QColor:
    """Return a colour that hardly stands out from the ground."""
    part = 0.75
    return QColor.fromRgbF(
        colour.redF() + (ground.redF() - colour.redF()) * part,
        colour.greenF() + (ground.greenF() - colour.greenF()) * part,
        colour.blueF() + (ground.blueF() - colour.blueF()) * part,
    )
