"""An edge around what has the keyboard, where nothing else would show it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

_WIDTH = 2

_BY_KEY = frozenset(
    {
        *(Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason),
        *(Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.MenuBarFocusReason),
    }
)


class FocusEdge(QWidget):
    """Lies over a large widget, seen only while the keyboard has come to it by keys."""

    def __init__(self, widget: QWidget, colour: QColor) -> None:
        super().__init__(widget)
        self._widget, self._colour = widget, colour
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        widget.installEventFilter(self)

    def show_colour(self, colour: QColor) -> None:
        """Be of this colour."""
        self._colour = colour
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._fit()
            self.setVisible(event.reason() in _BY_KEY)
            self.raise_()
        elif event.type() is QEvent.Type.FocusOut:
            self.hide()
        elif event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        painter.end()

    def _fit(self) -> None:
        """A mask leaves the inside out: what is painted beneath does not paint the edge anew."""
        place = QRect(QPoint(), self._widget.size())
        inside = place.adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        self.setGeometry(place)
        self.setMask(QRegion(place).subtracted(QRegion(inside)))
