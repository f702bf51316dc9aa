"""The small box that finds cards by name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from smala_lockin.domain.assets import AssetId
from smala_lockin.i18n import _
from smala_lockin.ui.fields.button_line import SearchLine

_WIDTH, _MARGIN = 320, 10

Look = Callable[[str], Sequence[AssetId]]


class FindBox(QFrame):
    """Shows the first card that is called so while one types; Enter goes to the next."""

    found = Signal(str)
    """The card of this asset is to be shown."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._look = look
        self._matches: Sequence[AssetId] = ()
        self._current = 0
        self.line = SearchLine(self)
        self.line.setPlaceholderText(_("Find on the map"))
        self.line.setAccessibleName(_("Find on the map"))
        self.line.setMinimumHeight(30)
        self.count = QLabel(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.count)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFixedWidth(_WIDTH)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Open in a corner of the parent, ready to type over what was looked for before."""
        self.adjustSize()
        self.move(self._room.width() - self.width() - _MARGIN, _MARGIN)
        self.show()
        self.raise_()
        self.line.setFocus()
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                self._room.setFocus()
                return True
            if event.key() in _ONWARDS:
                is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._go(-1 if is_back or event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        self._matches, self._current = self._look(text), 0
        self._show_current()

    def _go(self, step: int) -> None:
        if self._matches:
            self._current = (self._current + step) % len(self._matches)
            self._show_current()

    def _show_current(self) -> None:
        if self._matches:
            places = {"n": self._current + 1, "all": len(self._matches)}
            self.count.setText(_("%(n)d of %(all)d") % places)
            self.found.emit(self._matches[self._current])
        else:
            self.count.setText(_("not found") if self.line.text().strip() else "")


_ONWARDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up)
