"""The map from far away, painted in a few strokes.

Thousands of items that each paint themselves take a third of a second a frame; sorted by colour
into sheaves of lines and heaps of rectangles they take a few milliseconds.
"""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem

from smala_lockin.domain.assets import AssetId
from smala_lockin.ui.canvas.arrow import Arrow
from smala_lockin.ui.canvas.card import Card
from smala_lockin.ui.canvas.ring import RingItem
from smala_lockin.ui.canvas.shapes import CARD
from smala_lockin.ui.theme import Theme

Heaps = dict[tuple[str, float], list[QRectF]]


class Distance:
    """What is painted instead of the items, until one of them changes."""

    def __init__(
        self,
        theme: Theme,
        cards: Mapping[AssetId, Card],
        rings: Mapping[AssetId, RingItem],
        arrows: Collection[Arrow],
    ) -> None:
        self._theme = theme
        self._rings = _heaps((ring, ring.colour, ring.extent) for ring in rings.values())
        self._cards = _heaps((card, card.colour, CARD) for card in cards.values())
        self._lit = [arrow.line for arrow in arrows if arrow.is_lit]
        self._others = [arrow.line for arrow in arrows if not arrow.is_lit]

    def paint(self, painter: QPainter) -> None:
        """Paint rings, arrows and cards, in this order."""
        # Smooth edges of lines this thin cost ten times what they show.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        _paint_heaps(painter, self._rings)
        faint = QColor(self._theme.faint_arrow)
        if self._lit:
            faint = _mixed(faint, self._theme.canvas)
        self._paint_lines(painter, self._others, faint)
        self._paint_lines(painter, self._lit, self._theme.accent)
        _paint_heaps(painter, self._cards)

    def _paint_lines(self, painter: QPainter, lines: list[QLineF], colour: QColor) -> None:
        pen = QPen(colour, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(lines)


def _heaps(items: Iterable[tuple[QGraphicsItem, QColor, QRectF]]) -> Heaps:
    """Return the rectangles of items by colour and opacity."""
    found: Heaps = {}
    for item, colour, extent in items:
        place = extent.translated(item.pos())
        found.setdefault((colour.name(), item.opacity()), []).append(place)
    return found


def _paint_heaps(painter: QPainter, heaps: Heaps) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for (name, opacity), places in heaps.items():
        colour = QColor(name)
        colour.setAlphaF(opacity)
        painter.setBrush(colour)
        painter.drawRects(places)


def _mixed(colour: QColor, ground: QColor) -> QColor:
    """Return a colour that hardly stands out from the ground."""
    part = 0.75
    return QColor.fromRgbF(
        colour.redF() + (ground.redF() - colour.redF()) * part,
        colour.greenF() + (ground.greenF() - colour.greenF()) * part,
        colour.blueF() + (ground.blueF() - colour.blueF()) * part,
    )
