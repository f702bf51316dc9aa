"""Help > Show log."""

from PySide6.QtWidgets import QDialog, QWidget

from smala_lockin.app import log
from smala_lockin.i18n import _
from smala_lockin.ui.dialogs import text


def shown(parent: QWidget | None) -> QDialog:
    """Show the log, its newest lines first in sight."""
    content = log.text() or _("Nothing has gone wrong so far: the log is empty.")
    title = _("Log (%(file)s)") % {"file": log.path().name}
    return text.shown(parent, title, content, from_end=True)
