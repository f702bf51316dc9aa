"""The commands of the File menu for one window, and what is asked before it closes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from smala_lockin.app.exporting import plain_name
from smala_lockin.app.files import MAP_SUFFIX, MapFile, with_suffix
from smala_lockin.domain.change import Change
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.ui import choosing, errors
from smala_lockin.ui.doors import Doors

Then = Callable[[], object]


class FileCommands(QObject):
    """Saves the map of a window, keeps its title, and asks before unsaved changes are lost."""

    stayed = Signal()
    """The window was asked to close and does not."""

    def __init__(self, window: QMainWindow, file: MapFile, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._file, self._doors = window, file, doors
        self._document = file.document
        self._then: Then | None = None
        self._is_asking = self._is_given_up = False
        file.saved.connect(self._go_on)
        file.failed.connect(self._tell_failed)
        self._document.history.cleanChanged.connect(self._show_state)
        self._document.changed.connect(self._show_change)
        self._show_state()

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each action of the File menu does, by its id."""
        return {
            "new": self._doors.new,
            "open": self._choose_map,
            "save": lambda: self.save(),
            "save_as": lambda: self.save_as(),
            "close": self._window.close,
            "quit": self._doors.quit,
        }

    @property
    def folder(self) -> Path:
        """Where file dialogs begin."""
        return self._document.path.parent if self._document.path else Path.home()

    @property
    def name(self) -> str:
        """What the map is called on screen."""
        if self._document.path is not None:
            return self._document.path.stem
        return self._document.landscape.company.name or _("New map")

    def save(self, then: Then | None = None) -> None:
        """Save the map to its file; ask for one where it has none. `then` follows once saved."""
        path = self._document.path
        if path is None:
            self.save_as(then)
        elif self._file.is_overtaken():
            self._ask_overtaken(path, then)
        else:
            self.write(path, then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask for a file and save the map to it."""
        proposed = self._document.path or Path.home() / (plain_name(self.name) + MAP_SUFFIX)
        dialog = choosing.map_to_save(
            self._window, proposed, lambda path: self._write_elsewhere(path, then)
        )
        dialog.rejected.connect(self.stayed)

    def write(self, path: Path, then: Then | None = None) -> None:
        """Save the map to a file, in the background."""
        self._then = then
        self._file.save(path)

    def may_close(self) -> bool:
        """Tell whether the window may close now; if not, it closes itself once it may."""
        if self._is_given_up or (self._document.is_saved and not self._file.is_saving):
            return True
        if self._file.is_saving:
            self._then = self._window.close
        elif not self._is_asking:
            self._ask_unsaved()
        return False

    def _ask_unsaved(self) -> None:
        from smala_lockin.ui.dialogs import questions

        self._is_asking = True
        questions.about_unsaved(
            self._window,
            self.name,
            save=self._save_and_close,
            discard=self._give_up,
            cancel=self._stay,
        )

    def _ask_overtaken(self, path: Path, then: Then | None) -> None:
        from smala_lockin.ui.dialogs import questions

        questions.about_overtaken(
            self._window,
            path.name,
            overwrite=lambda: self.write(path, then),
            elsewhere=lambda: self.save_as(then),
            cancel=self._stay,
        )

    def _save_and_close(self) -> None:
        self._is_asking = False
        self.save(self._window.close)

    def _give_up(self) -> None:
        self._is_asking, self._is_given_up = False, True
        self._window.close()

    def _stay(self) -> None:
        self._is_asking = False
        self.stayed.emit()

    def _write_elsewhere(self, path: Path, then: Then | None) -> None:
        chosen = with_suffix(path)
        if chosen != self._document.path and self._doors.is_open(chosen):
            errors.told(_AlreadyOpen(chosen.name), self._window)
            self.stayed.emit()
        else:
            self.write(chosen, then)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        self._show_state()
        self._window.statusBar().showMessage(
            _("Saved in %(file)s") % {"file": self._file_name}, 4000
        )
        if then is not None:
            then()

    @property
    def _file_name(self) -> str:
        return self._document.path.name if self._document.path else ""

    def _tell_failed(self, error: LockinError) -> None:
        self._then = None
        errors.told(error, self._window)
        self.stayed.emit()

    def _choose_map(self) -> None:
        choosing.map_to_open(self._window, self.folder, self._doors.open)

    def _show_change(self, change: Change) -> None:
        if change.company:
            self._show_state()

    def _show_state(self) -> None:
        name = self.name.replace("[*]", "[*][*]")
        self._window.setWindowTitle(_("%(map)s[*] – Smala Lock-in") % {"map": name})
        self._window.setWindowModified(not self._document.is_saved)


class _AlreadyOpen(LockinError):
    """A map would be saved over one that another window shows."""

    def sentence(self) -> str:
        """Return what to do instead."""
        return _(
            "%(file)s is open in another window. Close that one first, or choose another name."
        ) % {"file": str(self)}
