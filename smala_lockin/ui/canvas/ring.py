"""The ring around an asset with a risk: colour and line by its level, size by its blast radius."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from smala_lockin.analysis.risk_table import Level
from smala_lockin.ui.theme import Theme

THINNEST, THICKEST = 3.0, 12.0
MARGIN = THICKEST + 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """The highest level among the risks of an asset, and the largest share it stops (0..1)."""

    level: Level
    blast_radius: float


def paint_ring(painter: QPainter, outline: QPainterPath, ring: Ring, theme: Theme) -> None:
    """Paint the ring outside an outline; the card painted over it later hides the inner half.

    Read without colour: medium is dashed, high is whole, very high has a second line around it.
    """
    width = THINNEST + (THICKEST - THINNEST) * min(1.0, ring.blast_radius)
    colour = theme.levels[ring.level]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if ring.level is Level.VERY_HIGH:
        painter.strokePath(outline, _pen(colour, width + 4.5))
        painter.strokePath(outline, _pen(theme.canvas, width + 2.5))
    pen = _pen(colour, width)
    if ring.level is Level.MEDIUM:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([5.0 / width, 2.5 / width])
    painter.strokePath(outline, pen)


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, 2 * width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
