"""Outlines that differ by kind, so that a map in grey can be read too."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH

CARD = QRectF(-CARD_WIDTH / 2, -CARD_HEIGHT / 2, CARD_WIDTH, CARD_HEIGHT)
"""The place of a card around its middle."""


@cache
def outline(kind: AssetKind) -> QPainterPath:
    """Return the outline of a card of this kind around its middle."""
    match kind:
        case AssetKind.PROCESS:
            return _arrow_shaped(13.0)
        case AssetKind.APPLICATION:
            return _rounded(7.0, 7.0)
        case AssetKind.CLOUD_SERVICE:
            return _rounded(CARD_HEIGHT / 2, CARD_HEIGHT / 2)
        case AssetKind.AI_SERVICE:
            return _cut(12.0, 12.0, 12.0, 12.0)
        case AssetKind.DATA:
            return _cut(0.0, 16.0, 0.0, 0.0)
        case AssetKind.INFRASTRUCTURE:
            return _rounded(0.5, 0.5)
        case AssetKind.PEOPLE:
            return _rounded(24.0, 4.0)
        case AssetKind.LOCATION:
            return _cut(0.0, 0.0, 14.0, 14.0)
        case AssetKind.SUPPLIER:
            return _rounded(3.0, 18.0)


@cache
def field(kind: AssetKind, width: float) -> QPainterPath:
    """Return the left part of that outline, so wide: filled far sooner than clipped."""
    part = QPainterPath()
    part.addRect(QRectF(CARD.left(), CARD.top(), width, CARD.height()))
    return outline(kind).intersected(part)


def _rounded(top: float, bottom: float) -> QPainterPath:
    """Return a rectangle with these radii at its upper and at its lower corners."""
    path = QPainterPath(QPointF(CARD.left() + top, CARD.top()))
    path.lineTo(CARD.right() - top, CARD.top())
    path.arcTo(CARD.right() - 2 * top, CARD.top(), 2 * top, 2 * top, 90, -90)
    path.lineTo(CARD.right(), CARD.bottom() - bottom)
    side = 2 * bottom
    path.arcTo(CARD.right() - side, CARD.bottom() - side, side, side, 0, -90)
    path.lineTo(CARD.left() + bottom, CARD.bottom())
    path.arcTo(CARD.left(), CARD.bottom() - side, side, side, 270, -90)
    path.lineTo(CARD.left(), CARD.top() + top)
    path.arcTo(CARD.left(), CARD.top(), 2 * top, 2 * top, 180, -90)
    path.closeSubpath()
    return path


def _cut(
    upper_left: float, upper_right: float, lower_right: float, lower_left: float
) -> QPainterPath:
    """Return a rectangle with its corners cut off by so much."""
    left, right, top, bottom = CARD.left(), CARD.right(), CARD.top(), CARD.bottom()
    return _polygon(
        (left + upper_left, top),
        (right - upper_right, top),
        (right, top + upper_right),
        (right, bottom - lower_right),
        (right - lower_right, bottom),
        (left + lower_left, bottom),
        (left, bottom - lower_left),
        (left, top + upper_left),
    )


def _arrow_shaped(tip: float) -> QPainterPath:
    left, right, top, bottom = CARD.left(), CARD.right(), CARD.top(), CARD.bottom()
    return _polygon(
        (left, top), (right - tip, top), (right, 0.0), (right - tip, bottom), (left, bottom)
    )


def _polygon(*corners: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    path.closeSubpath()
    return path
