"""The legend: what lines and rings mean. Always there unless it is switched off."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from smala_lockin.analysis.risk_table import Level
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import Dependency, DependencyId
from smala_lockin.domain.kinds import Need, Role
from smala_lockin.i18n import _
from smala_lockin.ui.canvas import routes
from smala_lockin.ui.canvas.arrow import pen_of
from smala_lockin.ui.canvas.lettering import font
from smala_lockin.ui.theme import Theme
from smala_lockin.words import enums

_PIXELS, _LINE, _PAD, _SAMPLE, _GAP = 12, 19, 10, 34, 9

Draw = Callable[[QPainter, QRectF], None]


class Legend(QWidget):
    """A small board over a corner of the map. The mouse passes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = [*self._line_rows(), *self._ring_rows()]
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_("Legend"))
        self.setAccessibleDescription(", ".join(words for words, _draw in self._rows))
        self.resize(self.sizeHint())

    def show_theme(self, theme: Theme) -> None:
        """Show the legend in other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetricsF(font(_PIXELS))
        longest = max(metrics.horizontalAdvance(words) for words, _draw in self._rows)
        width = 2 * _PAD + _SAMPLE + _GAP + longest + 2
        return QSize(round(width), 2 * _PAD + _LINE * len(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self._theme.card)
        ground.setAlpha(235)
        painter.setPen(QPen(self._theme.edge, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(font(_PIXELS))
        for number, (words, draw) in enumerate(self._rows):
            top = _PAD + _LINE * number
            draw(painter, QRectF(_PAD, top, _SAMPLE, _LINE))
            painter.setPen(self._theme.text)
            place = QRectF(_PAD + _SAMPLE + _GAP, top, self.width(), _LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _line_rows(self) -> list[tuple[str, Draw]]:
        return [
            (_("stops without it"), self._line(Role.USES, Need.VITAL)),
            (_("works badly without it"), self._line(Role.USES, Need.DEGRADING)),
            (_("convenience"), self._line(Role.USES, Need.CONVENIENCE)),
            (_("belongs to"), self._line(Role.CONTROLLED_BY, Need.CONVENIENCE)),
        ]

    def _ring_rows(self) -> list[tuple[str, Draw]]:
        return [
            (_("risk: %(level)s") % {"level": enums.level(level)}, self._ring(level))
            for level in (Level.MEDIUM, Level.HIGH, Level.VERY_HIGH)
        ]

    def _line(self, role: Role, need: Need) -> Draw:
        sample = Dependency(
            id=DependencyId("sample"),
            source=AssetId("source"),
            target=AssetId("target"),
            role=role,
            need=need,
            buffer_hours=0,
        )

        def draw(painter: QPainter, place: QRectF) -> None:
            pen = pen_of(sample, self._theme)
            painter.setPen(pen)
            y = place.center().y()
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right() - 8, y))
            painter.setPen(QPen(pen.color(), 1.2))
            is_control = role is Role.CONTROLLED_BY
            painter.setBrush(self._theme.card if is_control else pen.color())
            end = QPointF(place.right(), y)
            painter.drawPolygon(routes.head_at(end, 0.0))

        return draw

    def _ring(self, level: Level) -> Draw:
        def draw(painter: QPainter, place: QRectF) -> None:
            sample = QRectF(0, 0, 22, 10)
            sample.moveCenter(place.center())
            pen = QPen(self._theme.levels[level], 3)
            if level is Level.MEDIUM:
                pen.setDashPattern([1.7, 0.9])
            painter.setBrush(self._theme.card)
            painter.setPen(pen)
            painter.drawRoundedRect(sample, 2, 2)
            if level is Level.VERY_HIGH:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(pen.color(), 1.2))
                painter.drawRoundedRect(sample.adjusted(-3.5, -3.5, 3.5, 3.5), 4, 4)

        return draw
