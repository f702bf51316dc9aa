"""The map from far away, painted in a few strokes.

Thousands of parts that each paint themselves take a third of a second a frame; sorted by colour
into sheaves of lines and heaps of rectangles they take a few milliseconds.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from smala_lockin.ui.canvas import ring
from smala_lockin.ui.canvas.parts import Parts
from smala_lockin.ui.canvas.shapes import CARD
from smala_lockin.ui.theme import Theme

Heaps = dict[tuple[str, Qt.BrushStyle, float], list[QRectF]]

_SOLID = Qt.BrushStyle.SolidPattern

_THIN = 1.2
"""Qt draws lines a little broader than a pixel many times faster than those of one pixel."""


class Distance:
    """What is painted instead of the parts; of what has not changed it is kept."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._rings: Heaps | None = None
        self._cards: Heaps | None = None
        self._lines: tuple[list[QLineF], list[QLineF]] | None = None

    def forget(self) -> None:
        """Anything may have changed."""
        self._rings = self._cards = self._lines = None

    def forget_rings(self) -> None:
        """Rings may have changed, and nothing else."""
        self._rings = None

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint rings, arrows and cards, in this order."""
        # Smooth edges of lines this thin cost ten times what they show.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._rings is None:
            self._rings = _rings(self._parts, theme)
        if self._lines is None:
            self._lines = _lines(self._parts)
        if self._cards is None:
            self._cards = _cards(self._parts, theme)
        _paint_heaps(painter, self._rings)
        lit, others = self._lines
        faint = mixed(theme.faint_arrow, theme.canvas) if lit else theme.faint_arrow
        _paint_lines(painter, others, faint)
        _paint_lines(painter, lit, theme.accent)
        _paint_heaps(painter, self._cards)


def _cards(parts: Parts, theme: Theme) -> Heaps:
    return _heaps(
        (*look, card.opacity, CARD, card.at)
        for card, look in zip(parts.cards.values(), _looks(parts, theme), strict=True)
    )


def _looks(parts: Parts, theme: Theme) -> Iterator[tuple[str, Qt.BrushStyle]]:
    """Yield the colour and pattern of each card; there are few that differ."""
    known: dict[tuple[bool, object], tuple[str, Qt.BrushStyle]] = {}
    for key, card in parts.cards.items():
        shade = parts.shades.get(key)
        sort = (card.is_selected, card.kind if shade is None else shade.colour)
        if sort not in known:
            brush = card.brush(theme, shade)
            known[sort] = brush.color().name(), brush.style()
        yield known[sort]


def _rings(parts: Parts, theme: Theme) -> Heaps:
    colours = {level: colour.name() for level, colour in theme.levels.items()}
    shown = ((parts.cards[key], one) for key, one in parts.rings.items())
    return _heaps(
        (colours[one.level], _SOLID, card.opacity, ring.extent(one), card.at) for card, one in shown
    )


def _lines(parts: Parts) -> tuple[list[QLineF], list[QLineF]]:
    """Return those that are lit, and the others."""
    lit: list[QLineF] = []
    others: list[QLineF] = []
    for arrow in parts.shown_arrows():
        (lit if arrow.is_lit else others).append(arrow.line)
    return lit, others


def _heaps(
    parts: Iterable[tuple[str, Qt.BrushStyle, float, QRectF, QPointF]],
) -> Heaps:
    """Return rectangles around places, by colour, pattern and opacity."""
    found: Heaps = {}
    for colour, style, opacity, extent, at in parts:
        found.setdefault((colour, style, opacity), []).append(extent.translated(at))
    return found


def _paint_heaps(painter: QPainter, heaps: Heaps) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for (name, style, opacity), places in heaps.items():
        colour = QColor(name)
        colour.setAlphaF(opacity)
        painter.setBrush(QBrush(colour, style))
        painter.drawRects(places)


def _paint_lines(painter: QPainter, lines: list[QLineF], colour: QColor) -> None:
    painter.setPen(QPen(colour, _THIN / painter.worldTransform().m11()))
    painter.drawLines(lines)


def mixed(colour: QColor, ground: QColor, part: float = 0.75) -> QColor:
    """Return a colour that hardly stands out from the ground, of which it takes a part."""
    return QColor.fromRgbF(
        colour.redF() + (ground.redF() - colour.redF()) * part,
        colour.greenF() + (ground.greenF() - colour.greenF()) * part,
        colour.blueF() + (ground.blueF() - colour.blueF()) * part,
    )
