"""The ring around an asset with a risk: colour and line by its level, size by its blast radius.

Rings are behind the arrows, so that the heads of these are seen.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.ui.canvas.shapes import CARD, outline
from smala_lockin.ui.theme import Theme

THINNEST, THICKEST = 3.0, 11.0
_RIM, _SECOND, _BETWEEN = 1.8, 2.0, 2.5
MARGIN = 2 * THICKEST + THINNEST + 1.0
"""How far outside its card a ring may reach: far out it is broader than with a second line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """The highest level among the risks of an asset, and the largest share it stops (0..1)."""

    level: Level
    blast_radius: float

    @property
    def width(self) -> float:
        """How broad the ring is drawn."""
        return THINNEST + (THICKEST - THINNEST) * max(0.0, min(1.0, self.blast_radius))


def extent(ring: Ring) -> QRectF:
    """Return the rectangle that a ring fills far out, where it has to be broader to be seen."""
    width = 2 * ring.width + THINNEST
    return CARD.adjusted(-width, -width, width, width)


def paint(painter: QPainter, theme: Theme, ring: Ring, kind: AssetKind) -> None:
    """Paint a ring around a card of a kind, whose middle is the painter's origin.

    It can be read without colour: medium is hollow, high is filled, very high has a second line.
    """
    shape, colour, width = outline(kind), theme.levels[ring.level], ring.width
    around = QPainterPath()  # the odd-even rule leaves the inside of the card out
    around.addRect(CARD.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
    around.addPath(shape)
    painter.setClipPath(around, Qt.ClipOperation.IntersectClip)
    if ring.level is Level.VERY_HIGH:
        _paint_band(painter, shape, colour, width + _BETWEEN + _SECOND)
        _paint_band(painter, shape, theme.canvas, width + _BETWEEN)
    _paint_band(painter, shape, colour, width)
    if ring.level is Level.MEDIUM and width > 2 * _RIM:
        _paint_band(painter, shape, theme.canvas, width - _RIM)
        pale = QColor(colour)
        pale.setAlpha(90)
        _paint_band(painter, shape, pale, width - _RIM)


def _paint_band(painter: QPainter, shape: QPainterPath, colour: QColor, width: float) -> None:
    pen = QPen(colour, 2 * width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(shape, pen)
