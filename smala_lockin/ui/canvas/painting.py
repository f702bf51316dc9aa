"""Painting the map near enough to read it; for the rest see `Distance`."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from smala_lockin.app.ownership import owner_country
from smala_lockin.domain.assets import AssetId
from smala_lockin.ui.canvas import ring, routes
from smala_lockin.ui.canvas.arrow import Arrow
from smala_lockin.ui.canvas.card import SURROUNDINGS
from smala_lockin.ui.canvas.detail import Detail
from smala_lockin.ui.canvas.distance import mixed
from smala_lockin.ui.canvas.parts import Parts
from smala_lockin.ui.theme import Theme

CROWD = 150
"""More arrows than this in sight are painted together, in straight pieces."""

MULTITUDE = 1200
"""More than this are straight lines without heads, as from far away."""

_FAINT = 0.55
"""How much of their colour lines of a multitude have from the ground."""

_DASHED = 300
"""More dashed ones than this are painted without dashes."""

_THIN = 1.2
"""Qt draws lines a little broader than a pixel many times faster than those of one pixel."""

Sheaves = dict[tuple[str, float, float], list[QLineF]]
"""Lines by colour, width and opacity."""


def paint(painter: QPainter, parts: Parts, frame: QRectF, theme: Theme, detail: Detail) -> None:
    """Paint what a frame touches: rings, arrows, those that are lit, cards, diamonds."""
    wide = frame.marginsAdded(SURROUNDINGS)
    cards = parts.cards_in(wide)
    arrows = parts.arrows_in(frame)
    if len(arrows) > MULTITUDE:
        _paint_multitude(painter, arrows, theme)  # below the rings, which it would cover
        _paint_rings(painter, parts, cards, theme)
    else:
        _paint_rings(painter, parts, cards, theme)
        _paint_arrows(painter, arrows, frame, theme, detail)
    _paint_cards(painter, parts, cards, theme, detail)
    for diamond in parts.diamonds.values():
        if diamond.frame.intersects(frame):
            _begin(painter, diamond.at.x(), diamond.at.y(), diamond.opacity)
            diamond.paint(painter, theme)
            painter.restore()


def _paint_arrows(
    painter: QPainter, arrows: list[Arrow], frame: QRectF, theme: Theme, detail: Detail
) -> None:
    is_crowd = len(arrows) > CROWD
    for is_lit in (False, True):
        some = [one for one in arrows if one.is_lit is is_lit]
        if is_crowd:
            _paint_crowd(painter, some, frame, theme, detail)
        else:
            _paint_each(painter, some, theme)


def _paint_rings(painter: QPainter, parts: Parts, cards: Iterable[AssetId], theme: Theme) -> None:
    for key in cards:
        if (one := parts.rings.get(key)) is not None:
            card = parts.cards[key]
            _begin(painter, card.at.x(), card.at.y(), card.opacity)
            ring.paint(painter, theme, one, card.kind)
            painter.restore()


def _paint_cards(
    painter: QPainter, parts: Parts, cards: Iterable[AssetId], theme: Theme, detail: Detail
) -> None:
    landscape, wanted = parts.landscape, set(cards)
    # Who came later is on top.
    in_order = (key for key in parts.cards if key in wanted) if len(wanted) > 1 else iter(wanted)
    for key in in_order:
        card = parts.cards[key]
        country = owner_country(landscape, key) if detail is Detail.FACTS else None
        _begin(painter, card.at.x(), card.at.y(), card.opacity)
        card.paint(painter, theme, detail, country, parts.shades.get(key))
        painter.restore()


def _paint_each(painter: QPainter, arrows: Iterable[Arrow], theme: Theme) -> None:
    for arrow in arrows:
        painter.setOpacity(arrow.opacity)
        arrow.paint(painter, theme)
    painter.setOpacity(1.0)


def _paint_crowd(
    painter: QPainter, arrows: list[Arrow], frame: QRectF, theme: Theme, detail: Detail
) -> None:
    sheaves: Sheaves = {}
    heads: list[tuple[Arrow, QColor]] = []
    dashed: list[Arrow] = []
    for arrow in arrows:
        pen = arrow.pen(theme)
        if pen.style() is Qt.PenStyle.CustomDashLine and len(dashed) < _DASHED:
            dashed.append(arrow)
            continue
        lines = sheaves.setdefault((pen.color().name(), pen.widthF(), arrow.opacity), [])
        lines += arrow.lines
        if frame.contains(arrow.way.end):
            if detail is Detail.NAMES:
                lines += routes.strokes(arrow.lines[-1])
            else:
                heads.append((arrow, pen.color()))
    _paint_sheaves(painter, sheaves)
    _paint_each(painter, dashed, theme)
    for arrow, colour in heads:
        painter.setOpacity(arrow.opacity)
        arrow.paint_head(painter, theme, colour)
    painter.setOpacity(1.0)


def _paint_multitude(painter: QPainter, arrows: list[Arrow], theme: Theme) -> None:
    sheaves: Sheaves = {}
    names = {
        True: theme.accent.name(),
        False: mixed(theme.faint_arrow, theme.canvas, _FAINT).name(),
    }
    for arrow in sorted(arrows, key=lambda one: one.is_lit):
        sheaf = names[arrow.is_lit], 1.1, arrow.opacity
        sheaves.setdefault(sheaf, []).append(arrow.line)
    # Smooth edges cost five times as much, and nobody sees them among so many.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_sheaves(painter, sheaves)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _paint_sheaves(painter: QPainter, sheaves: Sheaves) -> None:
    least = _THIN / painter.worldTransform().m11()
    for (name, width, opacity), lines in sheaves.items():
        painter.setOpacity(opacity)
        painter.setPen(QPen(QColor(name), max(width, least)))
        painter.drawLines(lines)
    painter.setOpacity(1.0)


def _begin(painter: QPainter, x: float, y: float, opacity: float) -> None:
    painter.save()
    painter.translate(x, y)
    painter.setOpacity(opacity)
