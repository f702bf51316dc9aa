"""The map from far away, painted in a few strokes.

Thousands of parts that each paint themselves take a third of a second a frame; sorted by colour
into sheaves of lines and heaps of rectangles they take a few milliseconds.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId
from smala_lockin.ui.canvas import ring
from smala_lockin.ui.canvas.card import Card
from smala_lockin.ui.canvas.heaps import Heaps
from smala_lockin.ui.canvas.names import Names
from smala_lockin.ui.canvas.parts import Parts
from smala_lockin.ui.canvas.shapes import CARD
from smala_lockin.ui.theme import Theme

K = TypeVar("K")

Look = tuple[str, Qt.BrushStyle, float]
"""Colour, pattern and opacity."""

_STEP = 400
"""So many parts at a time are got ready of a large map."""

_THIN = 1.2
"""Qt draws lines a little broader than a pixel many times faster than those of one pixel."""


class Distance:
    """What is painted instead of the parts; of what has not changed it is kept."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.names = Names(parts)
        self._rings: Heaps[AssetId, Look, QRectF] = Heaps()
        self._cards: Heaps[AssetId, Look, QRectF] = Heaps()
        self._lines: Heaps[DependencyId, bool, QLineF] = Heaps()
        self._stale_cards: set[AssetId] = set()
        self._stale_links: set[DependencyId] = set()
        self._is_forgotten = True

    def forget(self) -> None:
        """Anything may have changed."""
        self._is_forgotten = True
        self.names.forget()

    def follow(self, cards: Iterable[AssetId], links: Iterable[DependencyId] = ()) -> None:
        """These cards or their rings, and these arrows came, went or changed."""
        self.names.forget()
        if not self._is_forgotten:
            self._stale_cards.update(cards)
            self._stale_links.update(links)

    def fill(self, theme: Theme) -> Iterator[None]:
        """Get ready to paint a large map, in small steps."""
        self._forget_all()
        keys: Iterator[AssetId] = iter([*self._parts.cards])
        while batch := [*islice(keys, _STEP)]:
            self._put_cards(batch, theme)
            yield
        links: Iterator[DependencyId] = iter([*self._parts.arrows])
        while some := [*islice(links, _STEP)]:
            self._put_lines(some)
            yield

    def catch_up(self, theme: Theme) -> Iterator[None]:
        """Take what `follow` was told, in small steps; what is left is taken when painting."""
        while batch := _taken(self._stale_cards):
            self._put_cards(batch, theme)
            yield
        while some := _taken(self._stale_links):
            self._put_lines(some)
            yield

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint rings, arrows, cards and names, in this order."""
        self._refresh(theme)
        # Smooth edges of lines this thin cost ten times what they show.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        _paint_heaps(painter, self._rings)
        lit, others = self._lines.of(True), self._lines.of(False)
        faint = mixed(theme.faint_arrow, theme.canvas) if lit else theme.faint_arrow
        _paint_lines(painter, others, faint)
        _paint_lines(painter, lit, theme.accent)
        _paint_heaps(painter, self._cards)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self.names.paint(painter, theme)

    def _refresh(self, theme: Theme) -> None:
        if self._is_forgotten:
            self._forget_all()
            self._put_cards(self._parts.cards, theme)
            self._put_lines(self._parts.arrows)
        else:
            self._put_cards(self._stale_cards, theme)
            self._put_lines(self._stale_links)
        self._stale_cards.clear()
        self._stale_links.clear()

    def _forget_all(self) -> None:
        for heaps in (self._rings, self._cards, self._lines):
            heaps.clear()
        self._is_forgotten = False

    def _put_cards(self, keys: Iterable[AssetId], theme: Theme) -> None:
        parts, cards, rings, dots = self._parts, self._parts.cards, self._rings, self._cards
        colours = {level: colour.name() for level, colour in theme.levels.items()}
        looks: dict[tuple[bool, object, float], Look] = {}
        for key in keys:
            card, one = cards.get(key), parts.rings.get(key)
            if card is None:
                dots.remove(key)
            else:
                shade = parts.shades.get(key)
                sort = card.is_selected, card.kind if shade is None else shade.colour, card.opacity
                look = looks.get(sort)
                if look is None:
                    look = looks[sort] = _look(card, card.brush(theme, shade))
                dots.put(key, look, CARD.translated(card.at))
            if card is None or one is None:
                rings.remove(key)
            else:
                look = colours[one.level], Qt.BrushStyle.SolidPattern, card.opacity
                rings.put(key, look, ring.extent(one).translated(card.at))

    def _put_lines(self, keys: Iterable[DependencyId]) -> None:
        arrows, shows_control, lines = self._parts.arrows, self._parts.shows_control, self._lines
        for key in keys:
            arrow = arrows.get(key)
            if arrow is None or (arrow.is_control and not shows_control):
                lines.remove(key)
            else:
                lines.put(key, arrow.is_lit, arrow.line)


def _taken(stale: set[K]) -> list[K]:
    return [stale.pop() for _number in range(min(_STEP, len(stale)))]


def _look(card: Card, brush: QBrush) -> Look:
    return brush.color().name(), brush.style(), card.opacity


def _paint_heaps(painter: QPainter, heaps: Heaps[AssetId, Look, QRectF]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for (name, style, opacity), places in heaps:
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
