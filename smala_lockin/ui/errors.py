"""The one place where the window tells what went wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.words.errors import sentence


def told(error: LockinError, parent: QWidget | None = None) -> QMessageBox:
    """Tell an expected error in a sentence, in a box that does not hold up the program."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        _("Smala Lock-in"),
        sentence(error),
        QMessageBox.StandardButton.Ok,
        parent,
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
