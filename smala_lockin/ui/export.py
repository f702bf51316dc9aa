"""Export register, picture and calendar: ask where, write, say when it is there."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from smala_lockin.app import exporting
from smala_lockin.app.jobs import Jobs
from smala_lockin.app.shades import Lens
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.ui import errors

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report


class RegisterExport(QObject):
    """Writes registers for one window, one after the other."""

    working = Signal(bool)
    """Whether a register is being written."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = Jobs(self)
        self._jobs.working.connect(self.working)

    def ask(self, report: "Report", beside: Path | None) -> None:
        """Ask for a file, then write the register to it; proposes a name beside the map."""
        from smala_lockin.ui import choosing

        folder = beside.parent if beside is not None else Path.home()
        company = report.landscape.company.name or (beside.stem if beside else "")
        name = exporting.file_name(_("Risk register %(company)s") % {"company": company})
        choosing.register_to_save(
            self._window,
            folder / name,
            lambda path: self.write(report, exporting.with_suffix(path)),
        )

    def write(self, report: "Report", path: Path) -> None:
        """Write the register in the background, with progress, then tell."""
        from smala_lockin.ui.dialogs.progress import ProgressDialog

        ProgressDialog(self._jobs, _("Writing the register…"), self._window)
        self._jobs.run(
            exporting.write_register,
            report,
            path,
            done=lambda _nothing: self._tell_done(
                path, _("Export register"), _("The risk register is in %(file)s.")
            ),
            failed=self._tell_failed,
            tidy=lambda: exporting.sweep(path),
        )

    def ask_picture(
        self, report: "Report", folder: Path, name: str, *, lens: Lens, country: str
    ) -> None:
        """Ask for a file, then draw the map on it, coloured as on screen."""
        from smala_lockin.ui import choosing

        proposed = folder / exporting.plain_name(name)
        choosing.picture_to_save(
            self._window, proposed, lambda path: self.draw(report, path, lens, country)
        )

    def draw(self, report: "Report", path: Path, lens: Lens = Lens.KIND, country: str = "") -> None:
        """Draw the map in the background, with progress, then tell."""
        from smala_lockin.ui import picture_job
        from smala_lockin.ui.dialogs.progress import ProgressDialog

        ProgressDialog(self._jobs, _("Drawing the map…"), self._window)
        self._jobs.run(
            picture_job.draw,
            report,
            path,
            lens,
            country,
            done=lambda _nothing: self._tell_done(
                path, _("Save as picture"), _("The picture of the map is in %(file)s.")
            ),
            failed=self._tell_failed,
            tidy=lambda: exporting.sweep(path),
        )

    def ask_calendar(self, report: "Report", folder: Path, name: str) -> None:
        """Ask for a file, then write the last days of notice to it as a calendar."""
        from smala_lockin.ui import choosing
        from smala_lockin.words import elision

        words = _("Contracts %(of_company)s") % {"of_company": elision.of(name)}
        proposed = folder / f"{exporting.plain_name(words)}.ics"
        choosing.calendar_to_save(
            self._window, proposed, lambda path: self.write_calendar(report, path)
        )

    def write_calendar(self, report: "Report", path: Path) -> None:
        """Write the calendar in the company's language, then tell."""
        from smala_lockin import i18n
        from smala_lockin.formats import exit_calendar

        try:
            with i18n.language(exporting.register_language(report)):
                exit_calendar.export(report.landscape, path, today=report.today)
        except LockinError as error:
            self._tell_failed(error)
        else:
            self._tell_done(path, _("Save as calendar"), _("The dates are in %(file)s."))

    def close(self) -> None:
        """Stop; of a register that is being written nothing is left."""
        self._jobs.close()

    def _tell_done(self, path: Path, title: str, words: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        from smala_lockin.ui.targets import enlarge

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words % {"file": path.name})
        show = box.addButton(_("Open it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Close)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        enlarge(box)
        box.open()

    def _tell_failed(self, error: LockinError) -> None:
        errors.told(error, self._window)
