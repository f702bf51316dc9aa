"""What is being drawn while the mouse is down: a line to come, or a frame."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from smala_lockin.ui.canvas import routes
from smala_lockin.ui.theme import Theme

_MARGIN = 14.0


class Sketch(QGraphicsItem):
    """Shows a line, the outline of the card it would reach, or a frame; nothing of the map."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._path = QPainterPath()
        self._head = QPolygonF()
        self._goal = QPainterPath()
        self._frame = QRectF()
        self.setZValue(6)

    def show_theme(self, theme: Theme) -> None:
        """Sketch in other colours."""
        self._theme = theme
        self.update()

    def show_line(self, way: routes.Way, goal: QPainterPath | None) -> None:
        """Show a line to a point, and the outline of what it would connect to."""
        self.prepareGeometryChange()
        self._path = routes.curve(way)
        self._head = routes.head(routes.pieces(way)[-1])
        self._goal = goal or QPainterPath()

    def show_frame(self, frame: QRectF) -> None:
        """Show a frame around what is to be selected."""
        self.prepareGeometryChange()
        self._frame = frame

    def clear(self) -> None:
        """Show nothing."""
        self.prepareGeometryChange()
        self._path, self._head, self._goal = QPainterPath(), QPolygonF(), QPainterPath()
        self._frame = QRectF()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is being drawn."""
        return self._path.isEmpty() and self._frame.isNull()

    def boundingRect(self) -> QRectF:  # noqa: N802
        whole = self._path.controlPointRect().united(self._goal.boundingRect()).united(self._frame)
        return whole.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        accent = self._theme.accent
        if not self._path.isEmpty():
            pen = QPen(accent, 2.4)
            painter.setPen(pen)
            painter.drawPath(self._path)
            painter.setBrush(accent)
            painter.drawPolygon(self._head)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 4))
            painter.drawPath(self._goal)
        if not self._frame.isNull():
            pen = QPen(accent, 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            inside = QColor(accent)
            inside.setAlphaF(0.12)
            painter.setBrush(inside)
            painter.drawRect(self._frame)
