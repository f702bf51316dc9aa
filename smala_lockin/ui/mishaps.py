"""Unexpected errors: to the log, and one calm dialog; never a traceback on screen."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from smala_lockin.app import log
from smala_lockin.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_HARMLESS = frozenset({QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg})


class Mishaps(QObject):
    """Catches what nobody expected, in every thread, from `begin` to `end`.

    `rescue` is called first: it writes the recovery copies.
    """

    _happened = Signal()

    def __init__(self, rescue: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rescue = rescue
        self._box: QMessageBox | None = None
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread
        sys.unraisablehook = self._catch_unraisable
        qInstallMessageHandler(_note_qt)

    def end(self) -> None:
        """Leave it to Python and Qt again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def _catch(
        self,
        kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(1)
            return
        log.note_error(error)
        self._happened.emit()

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._catch(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _catch_unraisable(self, caught: Any) -> None:
        """What happens while an object is thrown away is for the log alone."""
        if caught.exc_value is not None:
            log.note_error(caught.exc_value)

    def _tell(self) -> None:
        """Tell it once: a second mishap while the dialog is open says nothing new."""
        if self._box is not None and isValid(self._box) and self._box.isVisible():
            return
        self._rescue()
        from PySide6.QtWidgets import QMessageBox

        from smala_lockin.ui.targets import enlarge

        box = self._box = QMessageBox(_parent_window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Smala Lock-in"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(_("Something unexpected happened."))
        box.setInformativeText(
            _(
                "Your work is safe in a recovery copy. You can go on; if something looks wrong, "
                "save the map under another name and start the program again."
            )
        )
        show = box.addButton(_("Show &log"), QMessageBox.ButtonRole.HelpRole)
        box.setEscapeButton(box.addButton(_("&Go on"), QMessageBox.ButtonRole.AcceptRole))
        show.clicked.connect(_show_log)
        enlarge(box)
        box.open()


def _show_log() -> None:
    from smala_lockin.ui.dialogs import log_view

    log_view.shown(_parent_window())


def _parent_window() -> QWidget | None:
    """Return the window under all dialogs: it stays when they have gone."""
    window = QApplication.activeModalWidget() or QApplication.activeWindow()
    while window is not None and (parent := window.parentWidget()) is not None:
        window = parent.window()
    return window


def _note_qt(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    if kind not in _HARMLESS:
        log.note("Qt: %s", log.without_quotes(message or ""))
