"""The program around the window: its language, its files, its screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.app import files, preferences
from smala_lockin.app.document import Document
from smala_lockin.formats import project
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.i18n import _
from smala_lockin.ui import application, choosing
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.windows import Program
from tests.builders import landscape_of


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    language = i18n.current()
    one = Program(qapp)
    yield one
    for window in one.windows:
        window.retire()
        window.file.close()
    if one.start_page is not None:
        one.start_page.close()
    i18n.use(language)
    one.speak_qt()
    one.deleteLater()


def shown(program: Program) -> MainWindow:
    return program.windows[-1]


def menu_titles(window: MainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions()]


def test_a_language_change_makes_every_word_anew(program: Program) -> None:
    document = Document(landscape_of("shop -> db"))
    before = program.show(document)
    program.speak("fr")
    assert shown(program) is not before
    assert shown(program).document is document
    assert preferences.load().language == "fr"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"
    if _("&File") == "&File":
        pytest.skip("the French catalogue is not compiled yet")
    assert menu_titles(shown(program))[0] == "&Fichier"


def test_the_size_of_a_window_is_kept_for_the_next(program: Program) -> None:
    first = program.show(Document(landscape_of("shop -> db")))
    first.resize(780, 640)
    second = program.show(Document(landscape_of("shop -> mail")))
    assert (second.width(), second.height()) == (780, 640)


def test_a_map_that_was_opened_is_among_the_recent_ones(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.smala"
    project.save(landscape_of("shop -> db"), path)
    program.open(path)
    assert shown(program).document.path == path
    assert preferences.load().recent == (str(path.resolve()),)


def test_an_example_is_opened_without_a_path() -> None:
    assert files.open_document(files.example()).path is None


def test_an_unreadable_file_is_told_in_a_sentence(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "broken.smala"
    path.write_bytes(b'{"format": "smala-lockin", "version": 1, "assets": [')
    window = program.show(Document(landscape_of("shop -> db")))
    program.open(path)
    (box,) = window.findChildren(QMessageBox)
    assert box.isVisible()
    assert "broken.smala" in box.text()
    assert "Traceback" not in box.text()
    assert shown(program) is window
    box.close()


def test_a_map_that_cannot_be_opened_at_the_start_leaves_no_window(
    qapp: QApplication, tmp_path: Path
) -> None:
    with pytest.raises(FileTrouble):
        application.run(tmp_path / "missing.smala", "en")


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen:size=800x600"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_looked_for_before_qt_needs_it(
    environment: dict[str, str], platform: str, expected: bool
) -> None:
    assert application.has_screen(environment, platform) is expected


def test_without_a_screen_a_sentence_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert application.run(None, "en") == 2
    assert capsys.readouterr().err.strip().endswith(".")


def test_closing_while_the_map_is_analysed_is_fine(program: Program, qtbot: QtBot) -> None:
    window = program.show(files.open_document(files.example()))
    window.begin()
    window.close()
    qtbot.wait(50)
    assert program.windows == []


def test_qt_s_own_file_dialog_speaks_the_language_throughout(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = program.show(Document(landscape_of("shop -> db")))
    with i18n.language("fr"):
        dialog = choosing.map_to_open(window, tmp_path, lambda _path: None)
    dialog.setOption(dialog.Option.DontUseNativeDialog)
    for label in (dialog.DialogLabel.LookIn, dialog.DialogLabel.FileType):
        assert dialog.labelText(label) in ("Dans :", "Sorte de fichier :")
    dialog.reject()
