"""Import files into a map: the wizard, then the question what it serves."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smala_lockin import i18n
from smala_lockin.app import serving
from smala_lockin.app.document import Document
from smala_lockin.domain.assets import AssetId
from smala_lockin.i18n import _
from smala_lockin.importing.proposal import Proposal, Question
from smala_lockin.knowledge.activities import Activity
from smala_lockin.ui.dialogs.activities import ActivitiesDialog
from smala_lockin.ui.wizard.wizard import ImportWizard


class TablesImport(QObject):
    """Leads through one import. The map changes by one step, and only after "Import"."""

    made = Signal(object)
    """Carries the `Proposal` that has just become part of the map."""

    ended = Signal()
    """It is over, made or not."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window

    def begin(self, files: Sequence[Path]) -> None:
        """Open the wizard on some files."""
        self.wizard = ImportWizard(self._document, self._window)
        self.wizard.made.connect(self.made)
        self.wizard.finished.connect(self._end)
        self.wizard.begin(files)

    def _end(self) -> None:
        self.wizard.deleteLater()
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
