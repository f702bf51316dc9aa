"""The diamond in which the arrows of a redundancy group join."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from smala_lockin.analysis.risk_table import Level
from smala_lockin.i18n import _
from smala_lockin.layout.measures import CARD_HEIGHT
from smala_lockin.ui.canvas.lettering import font
from smala_lockin.ui.canvas.routes import DIAMOND_DROP
from smala_lockin.ui.theme import Theme

_HALF_WIDTH, _HALF_HEIGHT = 38.0, 15.0
_CRACK = 28.0
_STEM = DIAMOND_DROP - CARD_HEIGHT / 2 - _HALF_HEIGHT

BOTTOM = QPointF(0, _HALF_HEIGHT)
"""Where the arrows to the members begin."""


class Diamond(QGraphicsItem):
    """Says how many of a group are needed; broken where the redundancy is false."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._needed = self._members = 1
        self._is_broken = self._is_selected = False
        self.setZValue(2)

    def show_group(self, needed: int, members: int) -> None:
        """Show how many of how many are needed."""
        self._needed, self._members = needed, members
        self.update()

    def show_broken(self, is_broken: bool) -> None:
        """Show whether one cause takes the whole group down."""
        if is_broken != self._is_broken:
            self._is_broken = is_broken
            self.update()

    def show_selected(self, is_selected: bool) -> None:
        """Show whether the group is selected."""
        if is_selected != self._is_selected:
            self._is_selected = is_selected
            self.update()

    def show_theme(self, theme: Theme) -> None:
        """Show the diamond in other colours."""
        self._theme = theme
        self.update()

    @property
    def is_broken(self) -> bool:
        """Whether the redundancy is shown as false."""
        return self._is_broken

    def boundingRect(self) -> QRectF:  # noqa: N802
        return QRectF(-_HALF_WIDTH, -_HALF_HEIGHT, 2 * _HALF_WIDTH, 2 * _HALF_HEIGHT).adjusted(
            -4, -4 - _STEM, 4, 4 + _STEM
        )

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(_CORNERS)
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        colour = self._theme.levels[Level.VERY_HIGH] if self._is_broken else self._theme.arrow
        width = 2.2 if self._is_broken else 1.6
        if self._is_selected:
            colour, width = self._theme.accent, 3.0
        painter.setPen(QPen(colour, width))
        painter.setBrush(self._theme.card)
        painter.drawLine(QLineF(0, -_HALF_HEIGHT - _STEM, 0, -_HALF_HEIGHT))
        painter.drawPolygon(_CORNERS)
        painter.setFont(font(11, is_bold=True))
        painter.setPen(self._theme.text)
        painter.drawText(self.boundingRect(), Qt.AlignmentFlag.AlignCenter, self._words())
        if self._is_broken:
            self._paint_crack(painter)

    def _words(self) -> str:
        return _("%(needed)d of %(members)d") % {"needed": self._needed, "members": self._members}

    def _paint_crack(self, painter: QPainter) -> None:
        """A gap at either end, between two strokes: broken, in grey as well."""
        colour = self._theme.levels[Level.VERY_HIGH]
        for x in (-_CRACK, _CRACK):
            painter.setPen(QPen(self._theme.canvas, 5))
            painter.drawLine(_slash(x))
            painter.setPen(QPen(colour, 2))
            for shift in (-3.0, 3.0):
                painter.drawLine(_slash(x + shift))


def _slash(x: float) -> QLineF:
    return QLineF(x - 3, 8, x + 3, -8)


_CORNERS = QPolygonF(
    [
        QPointF(0, -_HALF_HEIGHT),
        QPointF(_HALF_WIDTH, 0),
        QPointF(0, _HALF_HEIGHT),
        QPointF(-_HALF_WIDTH, 0),
    ]
)
