"""The arrow of one dependency: it points to what is needed."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from smala_lockin.domain.dependencies import Dependency
from smala_lockin.domain.kinds import Need, Role
from smala_lockin.ui.canvas import routes
from smala_lockin.ui.theme import Theme


def pen_of(dependency: Dependency, theme: Theme) -> QPen:
    """Return the line of a dependency: strong for vital, thin, dotted; dashed for control."""
    if dependency.role is Role.CONTROLLED_BY:
        pen = QPen(theme.faint_arrow, 1.6)
        pen.setDashPattern([6, 4])
        return pen
    match dependency.need:
        case Need.VITAL:
            return QPen(theme.arrow, 1.8)
        case Need.DEGRADING:
            return QPen(theme.faint_arrow, 1.1)
        case Need.CONVENIENCE:
            pen = QPen(theme.faint_arrow, 1.4)
            pen.setDashPattern([1, 3])
            return pen


class Arrow(QGraphicsItem):
    """Shows who needs whom; the need is in the stroke. `line` is the straight way between ends."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._dependency: Dependency | None = None
        self._path = QPainterPath()
        self.line = QLineF()
        self._head = QPolygonF()
        self._is_lit = self._is_selected = False
        self.setZValue(-1)

    def show_dependency(self, dependency: Dependency) -> None:
        """Show how the dependency is."""
        self._dependency = dependency
        self.update()

    def show_way(self, way: routes.Way) -> None:
        """Run from one point to another."""
        self.prepareGeometryChange()
        self.line = QLineF(way.start, way.end)
        self._path = routes.curve(way.start, way.end, is_across=way.is_across)
        self._head = routes.head(self._path)

    def show_lit(self, is_lit: bool) -> None:
        """Show whether the arrow is part of what is looked at."""
        if is_lit != self._is_lit:
            self._is_lit = is_lit
            self.setZValue(0 if is_lit else -1)
            self.update()

    def show_selected(self, is_selected: bool) -> None:
        """Show whether the dependency is selected."""
        if is_selected != self._is_selected:
            self._is_selected = is_selected
            self.update()

    def show_theme(self, theme: Theme) -> None:
        """Show the arrow in other colours."""
        self._theme = theme
        self.update()

    @property
    def is_lit(self) -> bool:
        """Whether the arrow is part of what is looked at."""
        return self._is_lit

    @property
    def ends(self) -> tuple[QPointF, QPointF]:
        """Where the way begins and where it ends."""
        return self.line.p1(), self.line.p2()

    @property
    def middle(self) -> QPointF:
        """The point half way."""
        return self._path.pointAtPercent(0.5)

    def boundingRect(self) -> QRectF:  # noqa: N802
        return self._path.controlPointRect().adjusted(-6, -6, 6, 6)

    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(8)
        return stroker.createStroke(self._path)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._dependency is None:
            return
        pen = pen_of(self._dependency, self._theme)
        if self._is_lit:
            pen.setColor(self._theme.accent)
        if self._is_selected:
            pen.setWidthF(pen.widthF() + 1.6)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        self._paint_head(painter, pen.color())

    def _paint_head(self, painter: QPainter, colour: QColor) -> None:
        assert self._dependency is not None
        is_control = self._dependency.role is Role.CONTROLLED_BY
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(self._theme.canvas if is_control else colour)
        painter.drawPolygon(self._head)
