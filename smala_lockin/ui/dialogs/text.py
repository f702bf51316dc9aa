"""A text to read: the log, or a licence."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from smala_lockin.ui.targets import enlarge


def shown(parent: QWidget | None, title: str, text: str, *, from_end: bool = False) -> QDialog:
    """Show a text and return its dialog; it does not hold up the program."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(760, 520)
    field = QPlainTextEdit(text)
    field.setReadOnly(True)
    field.setAccessibleName(title)
    field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    field.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    if from_end:
        field.moveCursor(QTextCursor.MoveOperation.End)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(field)
    layout.addWidget(buttons)
    enlarge(dialog)
    dialog.open()
    return dialog
