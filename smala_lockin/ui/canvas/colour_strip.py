"""The legend of the colours: each of them selects the cards that have it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from smala_lockin.i18n import _
from smala_lockin.ui.canvas.legend import Entry, Strip
from smala_lockin.ui.theme import Theme

_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ColourStrip(Strip):
    """A legend whose entries can be pressed, by mouse and by keys."""

    pressed = Signal(int)
    """The entry of this number was pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._here = 0
        self.setMouseTracking(True)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Explain these samples."""
        super().show_entries(entries)
        self._here = 0
        stops = Qt.FocusPolicy.TabFocus if entries else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(stops)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _PRESSING:
            self.pressed.emit(self._here)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._here = max(0, min(len(self._entries) - 1, self._here + step))
            self._tell_here()
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self._tell_here()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        found = self._entry_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self.pressed.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._point_at(event.position().toPoint())

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self._point_at(event.position().toPoint())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            is_over = self._entry_at(event.pos()) is not None
            words = _("Select the cards of this colour") if is_over else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.hasFocus() and self._entries:
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.accent, 2))
            painter.drawRect(self._places()[self._here].adjusted(-3, 1, 3, -1))
            painter.end()

    def _places(self) -> list[QRectF]:
        return [self._place_of(*placed) for placed in self._placed()]

    def _entry_at(self, point: QPoint) -> int | None:
        found = (n for n, place in enumerate(self._places()) if place.contains(point))
        return next(found, None)

    def _point_at(self, point: QPoint) -> None:
        is_over = self._entry_at(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def _tell_here(self) -> None:
        """Say to those who do not see it where the keyboard is."""
        words = self._entries[self._here][0] if self._entries else ""
        self.setAccessibleName(_("Legend of the colours: %(entry)s") % {"entry": words})
