"""A line of text that hands over what was typed when the user is done with it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from smala_lockin.ui.fields.look import Look, put_on


class Line(QLineEdit):
    """Hands over its text on Enter and when left, if it is another than was shown.

    Escape brings back what was shown. An empty line has a dotted edge: unknown.
    """

    entered = Signal(str)
    """The user is done; carries the text."""

    escaped = Signal()
    """The user gave up, and sees again what was shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.editingFinished.connect(self.finish)

    def show_text(self, text: str, hint: str = "") -> None:
        """Show a text; `hint` stands faintly in an empty line."""
        self._shown = text
        self.setText(text)  # also where it is the same: what was typed is no more to be undone
        self.setCursorPosition(0)
        self.setPlaceholderText(hint)
        self.show_wrong(is_wrong=False)

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Mark that what was typed cannot be."""
        unknown = not self._shown and not self.placeholderText()
        put_on(self, Look.WRONG if is_wrong else Look.UNKNOWN if unknown else Look.PLAIN)

    def finish(self) -> None:
        """Hand over the text, if it is another than was shown."""
        if self.text() != self._shown:
            self.entered.emit(self.text())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where nothing was typed."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redoes = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undoes or redoes:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.show_text(self._shown, self.placeholderText())
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class Paragraph(QPlainTextEdit):
    """A few lines of text, handed over when left; the tabulator key leaves it."""

    entered = Signal(str)
    escaped = Signal()

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 16)

    def show_text(self, text: str, hint: str = "") -> None:
        """Show a text; `hint` stands faintly where there is none."""
        self._shown = text
        self.setPlainText(text)
        self.setPlaceholderText(hint)
        self.show_wrong(is_wrong=False)

    def show_wrong(self, *, is_wrong: bool) -> None:
        """Mark that what was typed cannot be."""
        unknown = not self._shown and not self.placeholderText()
        put_on(self, Look.WRONG if is_wrong else Look.UNKNOWN if unknown else Look.PLAIN)

    def finish(self) -> None:
        """Hand over the text, if it is another than was shown."""
        if self.toPlainText() != self._shown:
            self.entered.emit(self.toPlainText())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.show_text(self._shown, self.placeholderText())
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
