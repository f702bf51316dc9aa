"""The program's windows: the start page, and one window for each map that is open."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSize, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from smala_lockin import i18n
from smala_lockin.app import collector, files, log, preferences
from smala_lockin.app.background import Background
from smala_lockin.app.document import Document
from smala_lockin.app.files import MapFile
from smala_lockin.app.opening import Opening, is_large
from smala_lockin.app.preferences import Preferences
from smala_lockin.app.recovery import Orphan, Recovery, orphans
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import Company
from smala_lockin.i18n import _
from smala_lockin.ui import errors
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.pages.start import StartPage

if TYPE_CHECKING:
    from smala_lockin.app.catalogue_steps import Steps
    from smala_lockin.ui.main_window import MainWindow

_TITLE_BAR = QSize(8, 40)
"""What the frame of a window needs beside the window itself, about."""

_SWEEP_DELAY_MS = 1000
_HEAD_START_MS = 60
"""The window is painted first; the analysis then takes its share of the processor."""


class Program(QObject):
    """Holds the windows, and makes them anew for another language."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self._qt = qt
        self._translator: QTranslator | None = None
        self._is_leaving = False
        self.windows: list[MainWindow] = []
        self.start_page: StartPage | None = None
        self._opening: dict[Path, Opening] = {}
        self._loading = Background(self)
        self._doors = Doors(
            open=self.open,
            speak=self.speak,
            new=self.new,
            take=self.take,
            bring_in=self.bring_in,
            quit=self.quit,
            is_open=lambda path: self._window_of(path) is not None,
            catalogue_steps=lambda: self._catalogue_steps,
        )
        self.speak_qt()

    @cached_property
    def _catalogue_steps(self) -> "Steps":
        from smala_lockin.app.catalogue_steps import Steps  # not needed for the first window

        return Steps()

    def begin(self) -> StartPage:
        """Show the start page."""
        before, self.start_page = self.start_page, StartPage(preferences.load(), self._doors)
        if before is not None:
            self.start_page.setGeometry(before.geometry())
        self.start_page.show()
        if before is not None:
            before.close()
            before.deleteLater()
        QTimer.singleShot(_HEAD_START_MS, self, self._load_window)
        return self.start_page

    def show(self, document: Document, file: MapFile | None = None) -> "MainWindow":
        """Show a document in a window of its own."""
        for newest in self.windows[-1:]:
            newest.remember()
        window = self._made(document, file or MapFile(document, parent=self))
        window.show()
        self._leave_start_page()
        return window

    def new(self) -> None:
        """Show an empty map."""
        self.show(Document(_empty()))

    def open(self, path: Path) -> None:
        """Show the map of a file, in the window that has it if one does; tell what is wrong."""
        there = self._window_of(path)
        if there is not None:
            _raise(there)
            return
        front = self._front()
        if front is not None and is_large(path):
            self._open_large(path, front)
            return
        try:
            document = files.open_document(path)
        except LockinError as error:
            self._tell_unreadable(error, path)
        else:
            self.show(document)

    def take(self, dropped: Sequence[Path]) -> None:
        """Open the maps among these files, and import the others together."""
        for path in dropped:
            if path.suffix.lower() == files.MAP_SUFFIX:
                self.open(path)
        tables = [path for path in dropped if path.suffix.lower() != files.MAP_SUFFIX]
        if tables:
            front = self._front()
            window = next((one for one in self.windows if one is front), None)
            if window is not None:
                window.import_tables(tables)
            else:
                self.bring_in(tables)

    def bring_in(self, tables: Sequence[Path]) -> None:
        """Make a new map of spreadsheets; there is a window for it once it is made."""
        from smala_lockin.importing.proposal import Proposal
        from smala_lockin.ui.importing import TablesImport, ask_activities, outcome

        parent = self._front()
        if parent is None:
            parent = self.begin()
        document = Document(_empty())
        importing = TablesImport(document, parent)
        document.setParent(importing)

        def show(proposal: Proposal) -> None:
            document.setParent(None)
            window = self.show(document)
            window.tell(outcome(proposal))
            ask_activities(document, proposal, window)

        importing.made.connect(show)
        importing.ended.connect(importing.deleteLater)
        importing.begin(tables)

    def speak(self, code: str) -> None:
        """Put another language in force: every word on screen is made anew."""
        if code == i18n.current():
            return
        i18n.use(code)
        self.speak_qt()
        preferences.save(replace(preferences.load(), language=code))
        for before in list(self.windows):
            before.remember()
            after = self._made(before.document, before.file)
            after.show()
            after.look_as(before)
            self.windows.remove(before)
            before.retire()
        if self.start_page is not None:
            self.begin()

    def quit(self) -> None:
        """Close every window, one after the other; one that stays keeps the rest."""
        self._is_leaving = True
        if self.start_page is not None:
            self.start_page.close()
        if self.windows:
            last = self.windows[-1]
            _raise(last)
            last.close()

    def write_recovery_copies(self) -> None:
        """Write a copy of every map that is not saved, now."""
        for window in self.windows:
            if not window.document.is_saved:
                window.file.recovery.write()

    def offer_recovery(self) -> None:
        """Offer what programs that died left unsaved."""
        found = orphans()
        if not found:
            return
        log.note("recovery copies found: %d", len(found))
        from smala_lockin.ui.dialogs.recovered import RecoveryDialog

        dialog = RecoveryDialog(
            found,
            self._front(),
            recover=self.recover,
            discard=lambda orphan: orphan.copy.discard(),
            keep=lambda orphan: orphan.copy.release(),
        )
        dialog.open()

    def check_own_catalogue(self) -> None:
        """Tell where the user's own entries of the catalogue had to be left out."""
        from smala_lockin.app import own_catalogue  # not needed for the first window

        try:
            own_catalogue.check()
        except LockinError as error:
            errors.told(error, self._front())

    def recover(self, orphan: Orphan) -> None:
        """Show the map of a recovery copy, with its changes still unsaved."""
        try:
            document = orphan.document()
        except LockinError as error:
            orphan.copy.release()
            errors.told(error, self._front())
            return
        recovery = Recovery(document, copy=orphan.copy)
        file = MapFile(document, recovery=recovery, parent=self)
        recovery.setParent(file)
        self.show(document, file)

    def speak_qt(self) -> None:
        """Let Qt's own words (buttons, file dialogs), dates and numbers follow the language."""
        QLocale.setDefault(QLocale(i18n.locale()))
        if self._translator is not None:
            self._qt.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{i18n.current()}", folder):
            self._qt.installTranslator(self._translator)

    def _open_large(self, path: Path, front: QWidget) -> None:
        """Read in the background; who opens the file again meanwhile need not wait twice."""
        if path in self._opening:
            return
        from smala_lockin.ui.dialogs.progress import ProgressDialog

        opening = self._opening[path] = Opening(self)
        ProgressDialog(opening, _("Opening %(file)s…") % {"file": path.name}, front)
        opening.working.connect(lambda is_working: is_working or self._opening.pop(path, None))

        def show(landscape: Landscape) -> None:
            self.show(files.document_of(landscape, path))

        def tell(error: LockinError) -> None:
            self._tell_unreadable(error, path)

        opening.run(path, show, tell)

    def _tell_unreadable(self, error: LockinError, path: Path) -> None:
        """Tell why a map cannot be read; offer the version before where there is one."""
        box = errors.told(error, self._front())
        backup = files.backup_of(path)
        if backup is not None:
            from smala_lockin.ui.targets import enlarge

            before = box.addButton(_("Open the &version before"), box.ButtonRole.ActionRole)
            enlarge(box)
            before.clicked.connect(lambda: self._open_backup(backup))

    def _open_backup(self, backup: Path) -> None:
        try:
            document = files.open_backup(backup)
        except LockinError as error:
            errors.told(error, self._front())
        else:
            self.show(document)

    def _made(self, document: Document, file: MapFile) -> "MainWindow":
        from smala_lockin.ui.main_window import MainWindow  # more than the start page needs

        window = MainWindow(document, self._noted(document), self._doors, file)
        room = window.screen().availableSize() - _TITLE_BAR
        window.resize(window.size().boundedTo(room))
        self.windows.append(window)
        window.closed.connect(lambda: self._forget(window))
        window.file_commands.stayed.connect(self._stay)
        file.saved.connect(lambda: self._noted(document))
        QTimer.singleShot(_HEAD_START_MS, window, window.begin)
        return window

    def _load_window(self) -> None:
        """The first map should not wait until all that shows maps is loaded."""
        self._loading.run(
            lambda: import_module("smala_lockin.ui.main_window"), lambda _module: None
        )

    def _noted(self, document: Document) -> Preferences:
        """Return the preferences with the map among the recent ones."""
        known = preferences.load()
        if document.path is None:
            return known
        noted = known.after_opening(document.path)
        preferences.save(noted)
        return noted

    def _forget(self, window: "MainWindow") -> None:
        if window in self.windows:
            self.windows.remove(window)
        window.deleteLater()
        window.file.deleteLater()
        QTimer.singleShot(_SWEEP_DELAY_MS, collector.sweep)
        if self._is_leaving:
            QTimer.singleShot(0, self, self.quit)

    def _stay(self) -> None:
        self._is_leaving = False

    def _leave_start_page(self) -> None:
        if self.start_page is not None:
            page, self.start_page = self.start_page, None
            page.close()
            page.deleteLater()

    def _window_of(self, path: Path) -> "MainWindow | None":
        wanted = path.resolve()
        for window in self.windows:
            known = window.document.path
            if known is not None and known.resolve() == wanted:
                return window
        return None

    def _front(self) -> QWidget | None:
        """Return the window in which the user is, or the newest."""
        active = self._qt.activeWindow()
        known: list[QWidget] = [*self.windows]
        if self.start_page is not None:
            known.append(self.start_page)
        if active in known:
            return active
        return known[-1] if known else None


def _empty() -> Landscape:
    return Landscape(company=Company(language=i18n.current()))


def _raise(window: QWidget) -> None:
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.raise_()
    window.activateWindow()
