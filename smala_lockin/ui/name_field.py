"""The field over a card in which its name is changed in place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from smala_lockin.i18n import _

Done = Callable[[str], None]

_LEAST_WIDTH, _HEIGHT = 190, 32


class NameField(QLineEdit):
    """Takes a name on Enter or when one goes elsewhere; Escape, or nothing typed, changes none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._done: Done | None = None
        self.setAccessibleName(_("Name"))
        self.installEventFilter(self)
        self.hide()

    def open(self, place: QRect, name: str, done: Done) -> None:
        """Open over a place of the parent."""
        self._done = done
        self.setText(name)
        self.selectAll()
        field = QRect(0, 0, max(_LEAST_WIDTH, place.width()), _HEIGHT)
        field.moveCenter(place.center())
        room = self._room.rect()
        field.moveLeft(max(0, min(field.left(), room.right() - field.width())))
        field.moveTop(max(0, min(field.top(), room.bottom() - field.height())))
        self.setGeometry(field)
        self.show()
        self.raise_()
        self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._done = None
                self._leave()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._finish()

    def _leave(self) -> None:
        self._finish()
        self._room.setFocus()

    def _finish(self) -> None:
        done, self._done = self._done, None
        self.hide()
        if done is not None and self.text().strip():
            done(" ".join(self.text().split()))
