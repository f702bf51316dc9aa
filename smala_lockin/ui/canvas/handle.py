"""The handle of a card, from which a dependency is drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from smala_lockin.ui.canvas.shapes import CARD
from smala_lockin.ui.theme import Theme, text_on

RADIUS = 11.0
"""In pixels of the screen whatever the zoom."""

OUTSIDE = 7.0
"""How far its middle is from the edge of the card, in pixels: names end at the edge."""

GRASP = 14.0
"""How far from its middle, in pixels, it can be taken hold of: a target of 28 across."""

PLACE = QPointF(CARD.right(), 0.0)
"""Where it stands on its card: arrows and diamonds leave this side free."""


class Handle(QGraphicsItem):
    """Shows that something can be drawn from here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(5)

    def show_theme(self, theme: Theme) -> None:
        """Show the handle in other colours."""
        self._theme = theme
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802
        side = RADIUS + 1
        return QRectF(OUTSIDE - side, -side, 2 * side, 2 * side)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.translate(OUTSIDE, 0)
        painter.setPen(QPen(self._theme.card, 1.5))
        painter.setBrush(self._theme.accent)
        painter.drawEllipse(QPointF(), RADIUS - 1, RADIUS - 1)
        pen = QPen(text_on(self._theme.accent), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline([QPointF(-4.5, 0), QPointF(4, 0)])
        painter.drawPolyline([QPointF(0.5, -3.5), QPointF(4, 0), QPointF(0.5, 3.5)])
