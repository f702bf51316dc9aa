"""The diamond in which the arrows of a redundancy group join."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.i18n import _
from smala_lockin.layout.measures import CARD_HEIGHT
from smala_lockin.ui.canvas.lettering import font
from smala_lockin.ui.canvas.part import Part
from smala_lockin.ui.canvas.routes import DIAMOND_DROP
from smala_lockin.ui.theme import Theme

_HALF_WIDTH, _HALF_HEIGHT = 38.0, 15.0
_CRACK = 28.0
_STEM = DIAMOND_DROP - CARD_HEIGHT / 2 - _HALF_HEIGHT

BOTTOM = QPointF(0, _HALF_HEIGHT)
"""Where the arrows to the members begin."""


class Diamond(Part):
    """Says how many of a group are needed; broken where the redundancy is false."""

    __slots__ = ("is_broken", "is_selected", "members", "needed")

    def __init__(self) -> None:
        super().__init__()
        self.needed = self.members = 1
        self.is_broken = self.is_selected = False

    def show_group(self, needed: int, members: int) -> None:
        """Show how many of how many are needed."""
        self.needed, self.members = needed, members

    @property
    def frame(self) -> QRectF:
        """A rectangle around it and its stem."""
        return _FRAME.translated(self.at)

    def contains(self, point: QPointF) -> bool:
        """Whether a point is on the diamond."""
        return _CORNERS.containsPoint(point - self.at, Qt.FillRule.OddEvenFill)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint around the painter's origin."""
        colour = theme.levels[Level.VERY_HIGH] if self.is_broken else theme.arrow
        width = 2.2 if self.is_broken else 1.6
        if self.is_selected:
            colour, width = theme.accent, 3.0
        painter.setPen(QPen(colour, width))
        painter.setBrush(theme.card)
        painter.drawLine(QLineF(0, -_HALF_HEIGHT - _STEM, 0, -_HALF_HEIGHT))
        painter.drawPolygon(_CORNERS)
        painter.setFont(font(11, is_bold=True))
        painter.setPen(theme.text)
        painter.drawText(_FRAME, Qt.AlignmentFlag.AlignCenter, self._words())
        if self.is_broken:
            _paint_crack(painter, theme)

    def _words(self) -> str:
        return _("%(needed)d of %(members)d") % {"needed": self.needed, "members": self.members}


def _paint_crack(painter: QPainter, theme: Theme) -> None:
    """A gap at either end, between two strokes: broken, in grey as well."""
    colour = theme.levels[Level.VERY_HIGH]
    for x in (-_CRACK, _CRACK):
        painter.setPen(QPen(theme.canvas, 5))
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

_FRAME = QRectF(-_HALF_WIDTH, -_HALF_HEIGHT, 2 * _HALF_WIDTH, 2 * _HALF_HEIGHT).adjusted(
    -4, -4 - _STEM, 4, 4 + _STEM
)
