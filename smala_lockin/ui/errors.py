"""The one place where the window tells what went wrong."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


def told(error: LockinError, parent: QWidget | None = None) -> "QMessageBox":
    """Tell an expected error in a sentence, in a box that does not hold up the program."""
    # All three cost more at the start than the window can spare for what seldom happens.
    from PySide6.QtWidgets import QMessageBox

    from smala_lockin.ui.targets import enlarge
    from smala_lockin.words.errors import sentence

    box = QMessageBox(
        QMessageBox.Icon.Warning,
        _("Smala Lock-in"),
        sentence(error),
        QMessageBox.StandardButton.Ok,
        parent,
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    enlarge(box)
    box.open()
    return box
