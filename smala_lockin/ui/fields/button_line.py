"""Lines of text with buttons inside them, large enough to hit."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from smala_lockin.ui import icons
from smala_lockin.ui.fields.line import Line

_BUTTON = QSize(24, 24)


class ButtonLine(Line):
    """A line that something else than typing can fill too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[QAction, str] = {}

    def add_button(self, icon: str, words: str) -> QAction:
        """Return a new button inside the line, at its end."""
        button = QAction(words, self)
        self._buttons[button] = icon
        self.addAction(button, QLineEdit.ActionPosition.TrailingPosition)
        self._paint_buttons()
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        _enlarge_buttons(self)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_buttons()

    def _paint_buttons(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.Text).name()
        for button, icon in self._buttons.items():
            button.setIcon(icons.small_icon(icon, colour))


class SearchLine(QLineEdit):
    """A line that a button empties."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        _enlarge_buttons(self)


def _enlarge_buttons(line: QLineEdit) -> None:
    """Qt makes them 22 pixels wide and 18 high at each change of the line's size."""
    for button in line.findChildren(QToolButton):
        place = button.geometry()
        place.setSize(_BUTTON)
        place.moveCenter(button.geometry().center())
        button.setGeometry(place)
