"""The ring around an asset with a risk: colour and line by its level, size by its blast radius."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from smala_lockin.analysis.risk_table import Level
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.ui.canvas.shapes import CARD, outline
from smala_lockin.ui.theme import Theme

THINNEST, THICKEST = 3.0, 11.0
_RIM, _SECOND, _BETWEEN = 1.8, 2.0, 2.5
_MARGIN = THICKEST + _SECOND + _BETWEEN + 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """The highest level among the risks of an asset, and the largest share it stops (0..1)."""

    level: Level
    blast_radius: float

    @property
    def width(self) -> float:
        """How broad the ring is drawn."""
        return THINNEST + (THICKEST - THINNEST) * max(0.0, min(1.0, self.blast_radius))


class RingItem(QGraphicsItem):
    """A ring around the place of a card, behind the arrows, so that their heads are seen.

    It can be read without colour: medium is hollow, high is filled, very high has a second line.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ring = Ring(level=Level.MEDIUM, blast_radius=0.0)
        self._outline = QPainterPath()
        self.setZValue(-2)

    def show_ring(self, ring: Ring, kind: AssetKind) -> None:
        """Show a ring around a card of this kind."""
        self._ring, self._outline = ring, outline(kind)
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Show the ring in other colours."""
        self._theme = theme
        self.update()

    @property
    def ring(self) -> Ring:
        """What is shown."""
        return self._ring

    @property
    def colour(self) -> QColor:
        """The colour of the level."""
        return self._theme.levels[self._ring.level]

    @property
    def extent(self) -> QRectF:
        """The rectangle that the ring fills far out, where it has to be broader to be seen."""
        width = 2 * self._ring.width + THINNEST
        return CARD.adjusted(-width, -width, width, width)

    def boundingRect(self) -> QRectF:  # noqa: N802
        return CARD.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        colour, width = self.colour, self._ring.width
        around = QPainterPath()  # the odd-even rule leaves the inside of the card out
        around.addRect(self.boundingRect())
        around.addPath(self._outline)
        painter.setClipPath(around, Qt.ClipOperation.IntersectClip)
        if self._ring.level is Level.VERY_HIGH:
            self._paint_band(painter, colour, width + _BETWEEN + _SECOND)
            self._paint_band(painter, self._theme.canvas, width + _BETWEEN)
        self._paint_band(painter, colour, width)
        if self._ring.level is Level.MEDIUM and width > 2 * _RIM:
            self._paint_band(painter, self._theme.canvas, width - _RIM)
            pale = QColor(colour)
            pale.setAlpha(90)
            self._paint_band(painter, pale, width - _RIM)

    def _paint_band(self, painter: QPainter, colour: QColor, width: float) -> None:
        pen = QPen(colour, 2 * width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(self._outline, pen)
