"""Several windows, the start page, and what happens before a window closes."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.app import files, preferences
from smala_lockin.app.document import Document
from smala_lockin.app.preferences import Preferences
from smala_lockin.app.recovery import orphans
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.knowledge import in_force, overlay
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.pages.start import StartPage
from smala_lockin.ui.windows import Program
from smala_lockin.ui.wizard.wizard import ImportWizard
from tests.builders import asset, landscape_of

MAP = landscape_of("shop -> db")
_Button = QMessageBox.StandardButton


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
        one.start_page.deleteLater()
    i18n.use(language)
    one.speak_qt()
    one.deleteLater()


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "a.smala"
    project.save(MAP, path)
    return path


def with_crm(landscape: Landscape) -> Landscape:
    return edits.put_assets(landscape, [asset("crm")])


def opened(program: Program, path: Path) -> MainWindow:
    program.open(path)
    return program.windows[-1]


def changed(program: Program, path: Path) -> MainWindow:
    window = opened(program, path)
    window.document.edit("Add", with_crm)
    return window


def question(window: QWidget) -> QMessageBox:
    (box,) = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    return box


def answer(window: QWidget, button: QMessageBox.StandardButton) -> None:
    question(window).button(button).click()


def entering(content: QMimeData) -> QDragEnterEvent:
    """Return the event of content that is dragged into a widget."""
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # what Qt 6.12 wants, 6.8 lacks
        event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, content, buttons, keys)
    event.ignore()
    return event


def drop(widget: QWidget, *paths: Path) -> bool:
    """Drop files on a widget as the system does; tell whether they were welcome."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = entering(content)
    QApplication.sendEvent(widget, event)
    if event.isAccepted():
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        how = Qt.DropAction.CopyAction
        QApplication.sendEvent(widget, QDropEvent(QPoint(5, 5), how, content, buttons, keys))
    return event.isAccepted()


def test_each_map_has_a_window_of_its_own(program: Program, stored: Path) -> None:
    program.new()
    opened(program, stored)
    assert [len(window.document.landscape.assets) for window in program.windows] == [0, 2]


def test_a_map_that_is_open_is_not_opened_twice(program: Program, stored: Path) -> None:
    first = opened(program, stored)
    program.new()
    program.open(stored.parent / "." / stored.name)
    assert len(program.windows) == 2
    assert program.windows[0] is first


def test_the_title_says_the_name_and_what_is_unsaved(program: Program, stored: Path) -> None:
    window = opened(program, stored)
    assert window.windowTitle() == "a[*] – Smala Lock-in"
    assert not window.isWindowModified()
    window.document.edit("Add", with_crm)
    assert window.isWindowModified()
    window.document.history.undo()
    assert not window.isWindowModified()


def test_a_map_without_changes_closes_at_once(program: Program, stored: Path) -> None:
    opened(program, stored).close()
    assert program.windows == []


def test_unsaved_changes_are_asked_about_and_kept_on_cancel(program: Program, stored: Path) -> None:
    window = changed(program, stored)
    assert not window.close()
    assert not window.close()  # asked once, however often one tries
    answer(window, _Button.Cancel)
    assert program.windows == [window]
    assert AssetId("crm") in window.document.landscape.assets


def test_unsaved_changes_are_saved_before_closing(
    program: Program, stored: Path, qtbot: QtBot
) -> None:
    window = changed(program, stored)
    window.close()
    answer(window, _Button.Save)
    qtbot.waitUntil(lambda: program.windows == [])
    assert project.load(stored) == with_crm(MAP)
    assert orphans() == []


def test_discarded_changes_leave_the_file_and_no_recovery_copy(
    program: Program, stored: Path, qtbot: QtBot
) -> None:
    window = changed(program, stored)
    recovery = window.file.recovery
    recovery.write()
    qtbot.waitUntil(recovery.file.exists)
    copy = recovery.file
    window.close()
    answer(window, _Button.Discard)
    assert program.windows == []
    assert project.load(stored) == MAP
    assert not copy.exists()


def test_quitting_asks_each_window_in_turn_and_stops_on_cancel(
    program: Program, stored: Path, qtbot: QtBot
) -> None:
    first = changed(program, stored)
    program.new()
    program.quit()
    qtbot.waitUntil(lambda: len(program.windows) == 1)
    qtbot.waitUntil(lambda: bool(first.findChildren(QMessageBox)))
    answer(first, _Button.Cancel)
    assert program.windows == [first]


def test_a_file_changed_by_somebody_else_is_asked_about(
    program: Program, stored: Path, qtbot: QtBot
) -> None:
    window = changed(program, stored)
    theirs = edits.put_assets(MAP, [asset("theirs")])
    project.save(theirs, stored)
    window.actions_by_id["save"].trigger()
    answer(window, _Button.Cancel)
    assert project.load(stored) == theirs
    qtbot.waitUntil(lambda: not window.findChildren(QMessageBox))
    window.actions_by_id["save"].trigger()
    box = question(window)
    (over,) = [one for one in box.buttons() if "Overwrite" in one.text()]
    with qtbot.waitSignal(window.file.saved):
        over.click()
    assert project.load(stored) == with_crm(MAP)


def test_a_save_that_fails_is_told_and_the_window_stays(
    program: Program, stored: Path, qtbot: QtBot
) -> None:
    window = changed(program, stored)
    with qtbot.waitSignal(window.file.failed):
        window.file_commands.write(stored.parent / "missing" / "a.smala", window.close)
    assert question(window).text().endswith(".")
    assert program.windows == [window]


def test_an_example_is_a_copy_without_a_file(program: Program) -> None:
    window = opened(program, files.example())
    assert window.document.path is None
    assert preferences.load().recent == ()


def test_a_language_change_keeps_map_history_selection_and_zoom(
    program: Program, stored: Path, qtbot: QtBot
) -> None:
    before = changed(program, stored)
    before.selection.choose_assets([AssetId("db")])
    before.board.view.zoom_by(0.5)
    zoom = before.board.view.zoom
    program.speak("fr")
    (after,) = program.windows
    assert after is not before
    assert after.document is before.document
    assert after.document.history.canUndo()
    assert after.selection.assets == {AssetId("db")}
    assert after.board.view.zoom == pytest.approx(zoom)
    qtbot.wait(10)
    assert not after.findChildren(QMessageBox)


def test_the_start_page_has_its_doors_and_goes_when_a_map_comes(program: Program) -> None:
    page = program.begin()
    assert list(page.doors) == ["new", "import", "example", "open"]
    page.doors["example"].click()
    menu = page.doors["example"].findChild(QMenu)
    assert menu is not None
    assert len(menu.actions()) == len(files.examples())
    menu.actions()[0].trigger()
    assert program.start_page is None
    (window,) = program.windows
    assert window.document.landscape.company.name == "Cabinet Trois-Tilleuls SRL"


def test_the_start_page_is_made_anew_in_another_language(program: Program) -> None:
    before = program.begin()
    program.speak("fr")
    assert program.start_page is not before
    assert program.start_page is not None
    assert program.start_page.languages.currentData() == "fr"


def test_recent_maps_that_are_gone_cannot_be_opened(program: Program, stored: Path) -> None:
    preferences.save(Preferences(recent=(str(stored), str(stored.with_name("gone.smala")))))
    page = program.begin()
    assert [button.isEnabled() for button in page.recent.buttons] == [True, False]
    page.recent.buttons[0].click()
    assert program.windows[0].document.path == stored


@pytest.mark.parametrize("first", ["start page", "window"])
def test_a_map_dropped_is_opened(first: str, program: Program, stored: Path) -> None:
    target: QWidget = program.begin()
    if first == "window":
        program.new()
        target = program.windows[0]
    assert drop(target, stored)
    assert program.windows[-1].document.path == stored


def test_what_is_no_file_is_not_welcome(program: Program) -> None:
    content = QMimeData()
    content.setUrls([QUrl("https://example.org/a.smala")])
    event = entering(content)
    QApplication.sendEvent(program.begin(), event)
    assert not event.isAccepted()


def wizard_in(parent: QWidget, qtbot: QtBot) -> ImportWizard:
    """Return the wizard that opens over a window, once it has read the files."""
    qtbot.waitUntil(lambda: bool(parent.findChildren(ImportWizard)), timeout=30_000)
    (wizard,) = parent.findChildren(ImportWizard)
    qtbot.waitUntil(lambda: not wizard.is_working, timeout=30_000)
    return wizard


def make_import(wizard: ImportWizard, qtbot: QtBot) -> None:
    """Press Next until it says Import, and then that."""
    while wizard.proposal is None:
        wizard.go_on()
        qtbot.waitUntil(lambda: not wizard.is_working, timeout=30_000)
    wizard.go_on()


def test_a_spreadsheet_dropped_on_the_start_page_becomes_a_map(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "apps.csv"
    table.write_text("Application;Fournisseur\nERP;Odoo SA\nCRM;Acme\n", encoding="utf-8")
    page: StartPage = program.begin()
    assert drop(page, table)
    make_import(wizard_in(page, qtbot), qtbot)
    (window,) = program.windows
    names = {one.name for one in window.document.landscape.assets.values()}
    assert {"ERP", "CRM"} <= names
    assert not window.document.is_saved
    assert window.document.history.count() == 1
    assert window.statusBar().currentMessage().startswith("Imported: 4 items added")
    assert program.start_page is None


def test_of_a_map_that_is_damaged_the_version_before_is_offered(
    program: Program, stored: Path
) -> None:
    project.save(with_crm(MAP), stored)
    stored.write_bytes(stored.read_bytes()[:40])
    page = program.begin()
    program.open(stored)
    (before,) = [one for one in question(page).buttons() if "before" in one.text()]
    before.click()
    (window,) = program.windows
    assert window.document.landscape == MAP
    assert window.document.path is None


def test_what_was_imported_into_an_empty_map_is_in_sight(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "apps.csv"
    rows = "".join(f"Tool {number};Maker {number}\n" for number in range(20))
    table.write_text(f"Application;Fournisseur\n{rows}", encoding="utf-8")
    program.new()
    (window,) = program.windows
    window.import_tables([table])
    make_import(wizard_in(window, qtbot), qtbot)
    view = window.board.view
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert len(window.board.scene.cards) == 40
    assert seen.contains(window.board.scene.extent())


def test_an_import_that_is_cancelled_changes_nothing(
    program: Program, qtbot: QtBot, tmp_path: Path, stored: Path
) -> None:
    table = tmp_path / "apps.csv"
    table.write_text("Application;Fournisseur\nERP;Odoo SA\n", encoding="utf-8")
    window = opened(program, stored)
    window.import_tables([table])
    wizard_in(window, qtbot).reject()
    assert window.document.landscape == MAP
    assert window.document.history.count() == 0


def test_a_file_that_cannot_be_read_is_told(
    program: Program, qtbot: QtBot, tmp_path: Path, stored: Path
) -> None:
    window = opened(program, stored)
    window.import_tables([tmp_path / "missing.xlsx"])
    wizard = wizard_in(window, qtbot)
    assert "missing.xlsx" in wizard.files_step.fault
    wizard.reject()


def test_what_a_crash_left_is_recovered_unsaved(
    program: Program, qtbot: QtBot, stored: Path
) -> None:
    window = changed(program, stored)
    window.file.recovery.write()
    qtbot.waitUntil(window.file.recovery.file.exists)
    copy = window.file.recovery._copy
    copy.release()  # as the end of a process does
    (orphan,) = orphans()
    program.recover(orphan)
    again = program.windows[-1]
    assert again.document.landscape == with_crm(MAP)
    assert not again.document.is_saved
    assert again.document.path == stored.resolve()


def test_a_document_on_no_file_is_saved_under_the_name_given(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = program.show(Document(MAP))
    with qtbot.waitSignal(window.file.saved):
        window.file_commands.write(tmp_path / "b.smala")
    assert window.windowTitle().startswith("b[*]")
    assert preferences.load().recent == (str((tmp_path / "b.smala").resolve()),)


def test_own_entries_of_the_catalogue_that_make_no_sense_are_told(program: Program) -> None:
    overlay.place().parent.mkdir(parents=True, exist_ok=True)
    overlay.place().write_text("[]", encoding="utf-8")
    in_force.forget()
    program.begin()
    program.check_own_catalogue()
    assert program.start_page is not None
    (box,) = program.start_page.findChildren(QMessageBox)
    assert "(catalogue.json) are left out" in box.text()
    overlay.place().unlink()
    in_force.forget()
    box.close()
    program.check_own_catalogue()
