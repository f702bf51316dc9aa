"""Where one is among the steps."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from smala_lockin.i18n import _
from smala_lockin.ui.theme import Theme, text_on

_DOT, _GAP, _HEIGHT = 24, 8, 36


class StepsBar(QWidget):
    """Numbers and names of the steps; the present one stands out, earlier ones are filled."""

    def __init__(self, names: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._theme, self._here = tuple(names), theme, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, here: int) -> None:
        """Stand at another step."""
        self._here = here
        words = {"number": here + 1, "count": len(self._names), "name": self._names[here]}
        self.setAccessibleName(_("Step %(number)d of %(count)d: %(name)s") % words)
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(480, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._names)
        for place, name in enumerate(self._names):
            self._paint_step(painter, place, name, QRectF(place * width, 0, width, _HEIGHT))

    def _paint_step(self, painter: QPainter, place: int, name: str, room: QRectF) -> None:
        theme, is_here, is_past = self._theme, place == self._here, place < self._here
        top = room.center().y() - _DOT / 2
        dot = QRectF(room.left() + 1, top, _DOT, _DOT)
        painter.setPen(QPen(theme.accent if is_here or is_past else theme.arrow, 1.5))
        painter.setBrush(theme.accent if is_here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        font = self.font()
        font.setBold(is_here)
        painter.setFont(font)
        painter.setPen(
            text_on(theme.accent) if is_here else theme.text if is_past else theme.faint_text
        )
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, "✓" if is_past else str(place + 1))
        painter.setPen(theme.text if is_here or is_past else theme.faint_text)
        words = room.adjusted(_DOT + _GAP, 0, -_GAP, 0)
        shown = painter.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
