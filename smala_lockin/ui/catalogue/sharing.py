"""Handing the user's own entries of the catalogue to others, and taking theirs."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from smala_lockin.app import own_catalogue
from smala_lockin.app.catalogue_steps import Steps
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _, ngettext
from smala_lockin.knowledge.overlay import Overlay
from smala_lockin.ui import choosing, errors
from smala_lockin.ui.targets import enlarge


class Sharing(QObject):
    """Moves entries between the user's catalogue and files, asking where two contradict."""

    changed = Signal()
    """The user's own entries are others than before, and in force."""

    written = Signal(str)
    """The user's own entries are in a file; carries its name."""

    def __init__(self, folder: Path, steps: Steps, window: QWidget) -> None:
        super().__init__(window)
        self._folder, self._steps, self._window = folder, steps, window

    def choose(self) -> None:
        """Ask for somebody else's file and take it over."""
        choosing.own_catalogue_to_take_over(self._window, self._folder, self.take_over)

    def choose_where(self) -> None:
        """Ask for a file and write the user's own entries to it."""
        choosing.own_catalogue_to_write(self._window, self._folder, self.write)

    def take_over(self, path: Path) -> QMessageBox | None:
        """Add somebody else's entries; ask which hold where both speak of the same one."""
        try:
            theirs = own_catalogue.received(path)
        except LockinError as error:
            errors.told(error, self._window)
            return None
        disputed = own_catalogue.contradicted(theirs)
        if disputed:
            return self._ask(theirs, disputed)
        self._merge(theirs, mine_wins=False)
        return None

    def write(self, path: Path) -> None:
        """Write the user's own entries to a file."""
        try:
            own_catalogue.export(path)
        except LockinError as error:
            errors.told(error, self._window)
        else:
            self.written.emit(path.name)

    def set_aside(self) -> None:
        """Rename a file that makes no sense, so that a new one can begin."""
        try:
            own_catalogue.set_aside()
        except LockinError as error:
            errors.told(error, self._window)
        else:
            self.changed.emit()

    def _merge(self, theirs: Overlay, *, mine_wins: bool) -> None:
        mine = own_catalogue.fresh()
        try:
            self._steps.keep(theirs.merged(mine) if mine_wins else mine.merged(theirs))
        except LockinError as error:
            errors.told(error, self._window)
        else:
            self.changed.emit()

    def _ask(self, theirs: Overlay, disputed: list[str]) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Smala Lock-in"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        count = len(disputed)
        box.setText(
            ngettext(
                "The file says something else than you of %(count)d entry: %(names)s.",
                "The file says something else than you of %(count)d entries: %(names)s.",
                count,
            )
            % {"count": count, "names": ", ".join(disputed[:8]) + ("…" if count > 8 else "")}
        )
        box.setInformativeText(_("Everything else in it is added."))
        mine = box.addButton(_("Keep &mine"), QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(_("Take &theirs"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(mine)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answer() -> None:
            if box.clickedButton() in (mine, other):
                self._merge(theirs, mine_wins=box.clickedButton() is mine)

        box.finished.connect(answer)
        enlarge(box)
        box.open()
        return box
