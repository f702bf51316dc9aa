"""The program with a screen: the window, its language, and where it opens maps from."""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from smala_lockin import i18n
from smala_lockin.app import files, preferences
from smala_lockin.app.document import Document
from smala_lockin.app.preferences import Preferences
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.ui import errors, icons
from smala_lockin.ui.main_window import Doors, MainWindow

NO_SCREEN = 2
_HEAD_START_MS = 60
"""The window is painted first; the analysis then takes its share of the processor."""
_NEEDS_NO_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def run(path: Path | None, language: str | None) -> int:
    """Show a map (the example where none is given) until the user leaves; return the exit code.

    Raises the errors of `formats.project.load` before there is a window.
    """
    chosen = preferences.load()
    i18n.use(language or chosen.language or i18n.of_system() or i18n.LANGUAGES[0])
    if not has_screen(os.environ, sys.platform):
        sys.stderr.write(
            _("There is no screen to show the window on. Start it from a desktop.") + "\n"
        )
        return NO_SCREEN
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    qt.setApplicationName("Smala Lock-in")
    qt.setDesktopFileName("smala-lockin")
    qt.setWindowIcon(icons.of_program())
    program = Program(qt)
    program.show(files.open_document(path or files.example()))
    return qt.exec()


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether Qt will find a screen: it ends the process where it finds none."""
    if not platform.startswith(("linux", "freebsd")):
        return True
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in _NEEDS_NO_SCREEN:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


class Program(QObject):
    """Holds the window, and makes it anew for another map or another language."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__(qt)
        self._qt = qt
        self._translator: QTranslator | None = None
        self.window: MainWindow | None = None
        self.speak_qt()

    def show(self, document: Document) -> MainWindow:
        """Show a document in a new window, which takes the place of the one before."""
        doors = Doors(open=self.open, speak=self.speak)
        before = self.window
        if before is not None:
            before.remember()
        self.window = MainWindow(document, self._noted(document), doors)
        self.window.show()
        QTimer.singleShot(_HEAD_START_MS, self.window, self.window.begin)
        if before is not None:
            before.close()
            before.deleteLater()
        return self.window

    def _noted(self, document: Document) -> Preferences:
        """Return the preferences with the map among the recent ones."""
        known = preferences.load()
        if document.path is None:
            return known
        noted = known.after_opening(document.path)
        preferences.save(noted)
        return noted

    def open(self, path: Path) -> None:
        """Show the map of a file in place of this one, or tell what is wrong with it."""
        try:
            document = files.open_document(path)
        except LockinError as error:
            errors.told(error, self.window)
        else:
            self.show(document)

    def speak(self, code: str) -> None:
        """Put another language in force: every word on screen is made anew."""
        if self.window is None or code == i18n.current():
            return
        i18n.use(code)
        self.speak_qt()
        preferences.save(replace(preferences.load(), language=code))
        self.show(self.window.document)

    def speak_qt(self) -> None:
        """Let Qt's own words (buttons, file dialogs) and numbers follow the language."""
        QLocale.setDefault(QLocale(i18n.current()))
        if self._translator is not None:
            self._qt.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{i18n.current()}", folder):
            self._qt.installTranslator(self._translator)
