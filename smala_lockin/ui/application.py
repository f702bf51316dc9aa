"""The program with a screen: from the command line to its first window."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from smala_lockin import i18n
from smala_lockin.app import files, log, preferences
from smala_lockin.formats.tables import SUFFIXES as IMPORTED
from smala_lockin.i18n import _
from smala_lockin.ui import icons
from smala_lockin.ui.mishaps import Mishaps
from smala_lockin.ui.windows import Program

NO_SCREEN = 2
_OFFER_DELAY_MS = 200
"""The first window is painted before anything is offered in it."""
_CHECK_DELAY_MS = 1_000
"""Nobody has looked anything up before."""
_NEEDS_NO_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def run(path: Path | None, language: str | None) -> int:
    """Show a map (the start page where none is given) until the user leaves; return the exit code.

    A file of another sort is imported. Raises the errors of `formats.project.load` before there
    is a window.
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
    log.begin()
    program = Program(qt)
    mishaps = Mishaps(program.write_recovery_copies, program)
    _show(program, path)
    mishaps.begin()
    QTimer.singleShot(_OFFER_DELAY_MS, program, program.offer_recovery)
    QTimer.singleShot(_CHECK_DELAY_MS, program, program.check_own_catalogue)
    code = qt.exec()
    mishaps.end()
    return code


def _show(program: Program, path: Path | None) -> None:
    if path is None:
        program.begin()
    elif path.suffix.lower() in IMPORTED:
        program.bring_in([path])
    else:
        program.show(files.open_document(path))


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether Qt will find a screen: it ends the process where it finds none."""
    if not platform.startswith(("linux", "freebsd")):
        return True
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in _NEEDS_NO_SCREEN:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
