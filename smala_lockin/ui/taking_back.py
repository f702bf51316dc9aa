"""Take back a register: read it in a child process, show what would change, then change it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smala_lockin.app import taking_back
from smala_lockin.app.document import Document
from smala_lockin.app.jobs import Jobs
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _, ngettext, number
from smala_lockin.ui import choosing, errors

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report
    from smala_lockin.formats.register_workbook.reading import Edited
    from smala_lockin.ui.dialogs.taken_back import TakenBackDialog


class RegisterReturn(QObject):
    """Takes registers back into the map of one window."""

    done = Signal(str)
    """A register was taken back; carries a sentence that says how much of it."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._jobs = Jobs(self)
        self.dialog: TakenBackDialog | None = None

    def ask(self, report: "Report | None", folder: Path) -> None:
        """Ask for a workbook, then read it and show what it would change."""
        choosing.register_to_take_back(self._window, folder, lambda path: self.read(report, path))

    def read(self, report: "Report | None", path: Path) -> None:
        """Read a register in the background, then show what it would change."""
        from smala_lockin.ui.dialogs.progress import ProgressDialog

        ProgressDialog(self._jobs, _("Reading the register…"), self._window)
        self._jobs.run(
            taking_back.read,
            path,
            done=lambda edited: self._show(report, edited),
            failed=self._tell_failed,
        )

    def close(self) -> None:
        """Stop reading."""
        self._jobs.close()

    def _show(self, report: "Report | None", edited: "Edited") -> None:
        from smala_lockin.ui.dialogs.taken_back import TakenBackDialog

        self.dialog = TakenBackDialog(self._document, report, edited, self._window)
        self.dialog.taken.connect(self._tell_done)
        self.dialog.open()

    def _tell_done(self, count: int) -> None:
        words = ngettext(
            "%(count)s entry was taken back. It will be in the next register.",
            "%(count)s entries were taken back. They will be in the next register.",
            count,
        )
        self.done.emit(words % {"count": number(count)})

    def _tell_failed(self, error: LockinError) -> None:
        errors.told(error, self._window)
