"""Import files into a map: the wizard, then the question what it serves."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from smala_lockin import i18n
from smala_lockin.app.background import Background
from smala_lockin.app.document import Document
from smala_lockin.i18n import _, ngettext

if TYPE_CHECKING:
    from smala_lockin.app.serving import Served
    from smala_lockin.domain.assets import AssetId
    from smala_lockin.importing.proposal import Proposal
    from smala_lockin.ui.main_window import MainWindow
    from smala_lockin.ui.wizard.wizard import ImportWizard


_LAID_OUT_AT_ONCE = 600
"""More cards than this would hold the window too long."""


class TablesImport(QObject):
    """Leads through one import. The map changes by one step, and only after "Import"."""

    opened = Signal()
    """The wizard is on screen."""

    made = Signal(object)
    """Carries the `Proposal` that has just become part of the map."""

    ended = Signal()
    """It is over, made or not."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._background = Background(self)
        self.wizard: ImportWizard | None = None

    def begin(self, files: Sequence[Path]) -> None:
        """Open the wizard on some files."""
        # Loading all that knows spreadsheets takes longer than a window may stand still.
        self._background.run(_load, lambda _loaded: self._open(files))

    def _open(self, files: Sequence[Path]) -> None:
        from smala_lockin.ui.wizard.wizard import ImportWizard

        self._background.close()
        self.wizard = wizard = ImportWizard(self._document, self._window)
        wizard.made.connect(self.made)
        wizard.finished.connect(self._end)
        wizard.begin(files)
        self.opened.emit()

    def _end(self) -> None:
        if self.wizard is not None:
            self.wizard.deleteLater()
        self.ended.emit()


def _load() -> None:
    for name in ("ui.wizard.wizard", "words.nouns"):
        import_module(f"smala_lockin.{name}")
    i18n.number(1.5, decimals=1)


def outcome(proposal: "Proposal") -> str:
    """Return in a sentence what has just become part of the map."""
    added, updated = len(proposal.added), len(proposal.updated)
    counts = [
        (added, ngettext("%(n)s item added", "%(n)s items added", added)),
        (updated, ngettext("%(n)s item updated", "%(n)s items updated", updated)),
    ]
    told = [words % {"n": i18n.number(count)} for count, words in counts if count]
    if not told:
        return _("Imported. Undo takes it back as a whole.")
    return _("Imported: %(what)s. Undo takes it back as a whole.") % {"what": ", ".join(told)}


def ask_activities(document: Document, proposal: "Proposal", window: "MainWindow") -> None:
    """Ask which activities the imported items serve, where the import has to ask.

    On a small map that holds nothing else all cards are laid out anew then: activities come above
    what they use, and nobody has put a card anywhere yet.
    """
    from smala_lockin.app import serving
    from smala_lockin.importing.proposal import Question
    from smala_lockin.ui.dialogs.activities import ActivitiesDialog

    if Question.ACTIVITIES not in proposal.questions or not serving.unserving(document.landscape):
        return

    def serve(uses: "Mapping[Served, Collection[AssetId]]") -> None:
        language, count = i18n.current(), len(document.landscape.assets)
        is_new = len(proposal.added) == count <= _LAID_OUT_AT_ONCE
        document.edit(
            _("Say what serves which activity"),
            lambda landscape: serving.serve(
                landscape, uses, language=language, today=_today(), is_new=is_new
            ),
        )
        window.board.view.fit()

    dialog = ActivitiesDialog(document.landscape, window)
    dialog.accepted.connect(lambda: serve(dialog.uses()))
    dialog.open()


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
