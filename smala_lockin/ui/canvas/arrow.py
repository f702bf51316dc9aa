"""The arrow of one dependency: it points to what is needed."""

from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from smala_lockin.domain.dependencies import Dependency
from smala_lockin.domain.kinds import Need, Role
from smala_lockin.domain.landscape import Position
from smala_lockin.ui.canvas import routes
from smala_lockin.ui.theme import Theme

Ends = tuple[Position, Position]


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


class Arrow:
    """Shows who needs whom; the need is in the stroke.

    Its way is worked out when it is first painted or pointed at: most arrows of a large map are
    out of sight. `bottom`, `left`, `right` and `top` bound it.
    """

    __slots__ = (
        *("_diamond", "_ends", "_is_bounded", "_line", "_lines", "_path", "_way"),
        *("bottom", "dependency", "is_lit", "is_selected", "left", "opacity", "right", "top"),
    )

    def __init__(self, dependency: Dependency) -> None:
        self.dependency = dependency
        self.is_lit = self.is_selected = False
        self.opacity = 1.0
        self._ends: Ends = ((0.0, 0.0), (0.0, 0.0))
        self._is_bounded = False
        self.left = self.right = self.top = self.bottom = 0.0

    def show_ends(self, cards: Ends, diamond: QPointF | None = None) -> None:
        """Run from one card to another, the places of which are given; or from a diamond."""
        self._ends, self._diamond = cards, diamond
        self._way: routes.Way | None = None
        self._path: QPainterPath | None = None
        self._lines: list[QLineF] | None = None
        self._line: QLineF | None = None
        self._is_bounded = False

    def bound(self) -> None:
        """Know `bottom`, `left`, `right` and `top`."""
        if self._is_bounded:
            return
        self._is_bounded = True
        (x, y), (there_x, there_y) = self._ends
        if x > there_x:
            x, there_x = there_x, x
        if y > there_y:
            y, there_y = there_y, y
        self.left, self.right = x - _ASIDE, there_x + _ASIDE
        self.top, self.bottom = y - _ABOVE, there_y + _ABOVE

    @property
    def is_control(self) -> bool:
        """Whether it says who controls a supplier."""
        return self.dependency.role is Role.CONTROLLED_BY

    @property
    def frame(self) -> QRectF:
        """A rectangle around it."""
        self.bound()
        return QRectF(self.left, self.top, self.right - self.left, self.bottom - self.top)

    @property
    def line(self) -> QLineF:
        """The straight way between the middles of what it connects: enough from far away."""
        if self._line is None:
            (x, y), (there_x, there_y) = self._ends
            if self._diamond is not None:
                x, y = self._diamond.x(), self._diamond.y()
            self._line = QLineF(x, y, there_x, there_y)
        return self._line

    @property
    def ends(self) -> tuple[QPointF, QPointF]:
        """Where the way begins and where it ends."""
        way = self.way
        return way.start, way.end

    @property
    def middle(self) -> QPointF:
        """The point half way."""
        return self.path.pointAtPercent(0.5)

    @property
    def way(self) -> routes.Way:
        """Where it leaves and arrives."""
        if self._way is None:
            here, there = QPointF(*self._ends[0]), QPointF(*self._ends[1])
            if self._diamond is None:
                self._way = routes.way(here, there)
            else:
                self._way = routes.Way(self._diamond, routes.arriving(self._diamond, there))
        return self._way

    @property
    def path(self) -> QPainterPath:
        """Its curve."""
        if self._path is None:
            self._path = routes.curve(self.way)
        return self._path

    @property
    def lines(self) -> list[QLineF]:
        """Its curve in straight pieces, which are painted many times faster."""
        if self._lines is None:
            self._lines = routes.pieces(self.way)
        return self._lines

    def distance(self, point: QPointF) -> float:
        """Return how far a point is from the curve."""
        return min(_distance(piece, point) for piece in self.lines)

    def pen(self, theme: Theme) -> QPen:
        """Return its line as it is to be drawn now."""
        pen = pen_of(self.dependency, theme)
        if self.is_lit:
            pen.setColor(theme.accent)
        if self.is_selected:
            pen.setWidthF(pen.widthF() + 1.6)
        return pen

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the curve and its head."""
        pen = self.pen(theme)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path)
        self.paint_head(painter, theme, pen.color())

    def paint_head(self, painter: QPainter, theme: Theme, colour: QColor) -> None:
        """Paint the head: filled, or hollow where it says who controls."""
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(theme.canvas if self.is_control else colour)
        painter.drawPolygon(routes.head(self.lines[-1]))


_ASIDE, _ABOVE = routes.REACH
"""How much further than the middles of its cards an arrow may reach, across and up or down."""


def _distance(piece: QLineF, point: QPointF) -> float:
    across, down = piece.dx(), piece.dy()
    x, y = point.x() - piece.x1(), point.y() - piece.y1()
    square = across * across + down * down
    part = max(0.0, min(1.0, (x * across + y * down) / square)) if square else 0.0
    return hypot(x - part * across, y - part * down)
