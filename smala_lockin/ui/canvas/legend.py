"""The legend: what lines and rings mean, in a strip below the map."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import Dependency, DependencyId
from smala_lockin.domain.kinds import Need, Role
from smala_lockin.i18n import _
from smala_lockin.ui.canvas import routes
from smala_lockin.ui.canvas.arrow import pen_of
from smala_lockin.ui.canvas.lettering import font
from smala_lockin.ui.theme import Theme
from smala_lockin.words import enums

_PIXELS, _LINE, _PAD, _SAMPLE, _GAP = 12, 22, 5, 26, 6
_BETWEEN = (15, 9)
"""Between entries, in pixels: closer together where that saves a line."""

Draw = Callable[[QPainter, Theme, QRectF], None]
Entry = tuple[str, Draw | None]
"""Words, and how to draw the sample in front of them, if there is one."""


class Strip(QWidget):
    """Says what samples mean, in as many lines as its width takes."""

    def __init__(
        self, theme: Theme, entries: Sequence[Entry] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: Sequence[Entry] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_LINE + 2 * _PAD)
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Explain these samples."""
        self._entries = entries
        self.setAccessibleDescription(", ".join(words for words, _draw in entries))
        self.fit()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Show the legend in other colours."""
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, _LINE + 2 * _PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.card)
        painter.setFont(font(_PIXELS))
        for words, draw, x, line in self._placed():
            top = _PAD + line * _LINE
            if draw is not None:
                draw(painter, self._theme, QRectF(x, top, _SAMPLE, _LINE))
                x += _SAMPLE + _GAP
            painter.setPen(self._theme.text)
            place = QRectF(x, top, self.width(), _LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def fit(self) -> None:
        """Take the height that the width asks for."""
        lines = 1 + max((line for _words, _draw, _x, line in self._placed()), default=0)
        self.setFixedHeight(lines * _LINE + 2 * _PAD)

    def _placed(self) -> Iterator[tuple[str, Draw | None, float, int]]:
        """Yield each entry with where it begins and on which line."""
        tries = [[*self._with_gap(gap)] for gap in _BETWEEN]
        yield from min(tries, key=lambda one: one[-1][3] if one else 0)

    def _with_gap(self, gap: float) -> Iterator[tuple[str, Draw | None, float, int]]:
        x, line = float(2 * _PAD), 0
        for words, draw in self._entries:
            width = _width(words, draw)
            if x + width > self.width() and x > 2 * _PAD:
                x, line = float(2 * _PAD), line + 1
            yield words, draw, x, line
            x += width + gap

    def _place_of(self, words: str, draw: Draw | None, x: float, line: int) -> QRectF:
        return QRectF(x, _PAD + line * _LINE, _width(words, draw), _LINE)


def _width(words: str, draw: Draw | None) -> float:
    advance = QFontMetricsF(font(_PIXELS)).horizontalAdvance(words)
    return advance + (_SAMPLE + _GAP if draw else 0)


class Legend(Strip):
    """Says what lines and rings mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, [*_lines(), *_rings()], parent)
        self.setAccessibleName(_("Legend"))


def _lines() -> list[Entry]:
    return [
        (_("stops without it"), _line(Role.USES, Need.VITAL)),
        (_("works badly without it"), _line(Role.USES, Need.DEGRADING)),
        (_("convenience"), _line(Role.USES, Need.CONVENIENCE)),
        (_("belongs to"), _line(Role.CONTROLLED_BY, Need.CONVENIENCE)),
    ]


def _rings() -> list[Entry]:
    return [
        (_("Risk:"), None),
        *(
            (enums.level(level), _ring(level))
            for level in (Level.MEDIUM, Level.HIGH, Level.VERY_HIGH)
        ),
    ]


def _line(role: Role, need: Need) -> Draw:
    sample = Dependency(
        id=DependencyId("sample"),
        source=AssetId("source"),
        target=AssetId("target"),
        role=role,
        need=need,
        buffer_hours=0,
    )

    def draw(painter: QPainter, theme: Theme, place: QRectF) -> None:
        pen = pen_of(sample, theme)
        painter.setPen(pen)
        y = place.center().y()
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right() - 8, y))
        painter.setPen(QPen(pen.color(), 1.2))
        painter.setBrush(theme.card if role is Role.CONTROLLED_BY else pen.color())
        painter.drawPolygon(routes.head_at(QPointF(place.right(), y), 0.0))

    return draw


def _ring(level: Level) -> Draw:
    def draw(painter: QPainter, theme: Theme, place: QRectF) -> None:
        sample = QRectF(0, 0, 22, 9)
        sample.moveCenter(place.center())
        pen = QPen(theme.levels[level], 3)
        if level is Level.MEDIUM:
            pen.setDashPattern([2.2, 0.8])
        painter.setBrush(theme.card)
        painter.setPen(pen)
        painter.drawRoundedRect(sample, 2, 2)
        if level is Level.VERY_HIGH:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(pen.color(), 1.2))
            painter.drawRoundedRect(sample.adjusted(-3.5, -3.5, 3.5, 3.5), 4, 4)

    return draw
