"""Import spreadsheets into a map: read, show what it would do, do it, ask what it serves."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smala_lockin import i18n
from smala_lockin.app import import_job, serving
from smala_lockin.app.document import Document
from smala_lockin.app.jobs import Jobs
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, ngettext
from smala_lockin.importing.proposal import Proposal, Question
from smala_lockin.knowledge.activities import Activity
from smala_lockin.ui import errors
from smala_lockin.ui.dialogs.activities import ActivitiesDialog
from smala_lockin.ui.dialogs.import_preview import ImportPreview
from smala_lockin.ui.dialogs.progress import ProgressDialog


class TablesImport(QObject):
    """Leads through one import. The map changes by one step, and only after "Import"."""

    made = Signal(object)
    """Carries the `Proposal` that has just become part of the map."""

    ended = Signal()
    """It is over, made or not."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._jobs = Jobs(self)
        self.ended.connect(self._jobs.close)

    def begin(self, files: Sequence[Path]) -> None:
        """Read files, then show what importing them would do."""
        landscape = self._document.landscape
        words = ngettext("Reading the file…", "Reading the files…", len(files))
        ProgressDialog(self._jobs, words, self._window)
        self._jobs.run(
            import_job.proposal,
            list(files),
            landscape,
            _today(),
            done=lambda proposal: self._show(proposal, landscape, files),
            failed=self._tell_failed,
            stopped=self.ended.emit,
        )

    def _show(self, proposal: Proposal, landscape: Landscape, files: Sequence[Path]) -> None:
        if self._document.landscape is not landscape:
            self.begin(files)  # an edit has overtaken the proposal
            return
        preview = ImportPreview(proposal, landscape, self._window)
        preview.accepted.connect(lambda: self._make(proposal, files))
        preview.rejected.connect(self.ended)
        preview.open()

    def _make(self, proposal: Proposal, files: Sequence[Path]) -> None:
        label = _("Import %(files)s") % {"files": ", ".join(file.name for file in files)}
        self._document.edit(label, proposal.apply)
        self.made.emit(proposal)
        self.ended.emit()

    def _tell_failed(self, error: LockinError) -> None:
        errors.told(error, self._window)
        self.ended.emit()


def ask_activities(document: Document, proposal: Proposal, window: QWidget) -> None:
    """Ask which activities the imported items serve, where the import has to ask."""
    if Question.ACTIVITIES not in proposal.questions or not serving.unserving(document.landscape):
        return

    def serve(uses: Mapping[Activity, Collection[AssetId]]) -> None:
        language = i18n.current()
        document.edit(
            _("Say what serves which activity"),
            lambda landscape: serving.serve(landscape, uses, language=language, today=_today()),
        )

    dialog = ActivitiesDialog(document.landscape, window)
    dialog.accepted.connect(lambda: serve(dialog.uses()))
    dialog.open()


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
