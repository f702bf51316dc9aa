"""What is pressed or typed into is large enough to hit, on every screen."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from smala_lockin.app import files
from smala_lockin.app.catalogue_steps import Steps
from smala_lockin.app.document import Document
from smala_lockin.app.preferences import Preferences
from smala_lockin.app.recovery import Copy, Orphan
from smala_lockin.domain.errors import LockinError
from smala_lockin.ui import errors
from smala_lockin.ui.catalogue import dialog as catalogue
from smala_lockin.ui.catalogue.table_tab import TableTab
from smala_lockin.ui.catalogue.vendors_tab import VendorsTab
from smala_lockin.ui.dialogs import about, company, log_view, method, questions, settings
from smala_lockin.ui.dialogs.activities import ActivitiesDialog
from smala_lockin.ui.dialogs.recovered import RecoveryDialog
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.pages.start import StartPage
from smala_lockin.ui.wizard.wizard import ImportWizard, Step
from tests.ui.conftest import MakeWindow
from tests.ui.hands import each_selection

ANYTHING, FIELD, BUTTON = QSize(24, 24), QSize(24, 28), QSize(24, 28)


def small(root: QWidget) -> set[str]:
    """Return what is seen, takes the mouse, and is too small for it."""
    parts = (QAbstractItemView, QAbstractSpinBox, QComboBox, QTabBar)
    found = set()
    for one in (root, *root.findChildren(QWidget)):
        if not one.isVisible() or isinstance(one.parentWidget(), parts):
            continue
        wanted = _wanted(one)
        if wanted is not None and (one.width() < wanted.width() or one.height() < wanted.height()):
            told = one.accessibleName() or getattr(one, "text", str)()
            found.add(f"{type(one).__name__} {told}: {one.width()} x {one.height()}")
    return found


def _wanted(one: QWidget) -> QSize | None:
    match one:
        case QPushButton():
            return BUTTON
        case QComboBox() | QLineEdit() | QAbstractSpinBox():
            return FIELD
        case QCheckBox() | QAbstractButton():
            return ANYTHING
    return None


def dialogs_of(window: MainWindow) -> Iterable[Callable[[], object]]:
    """Return what opens each dialog."""
    landscape, document = window.document.landscape, window.document
    orphan = Orphan(copy=Copy.new(), path=None, company="", on=datetime.now(UTC))

    def do_nothing(*_given: object) -> None: ...

    yield lambda: about.shown(window)
    yield lambda: log_view.shown(window)
    yield lambda: company.shown(document, window)
    yield lambda: settings.shown(document, window)
    yield lambda: method.shown(landscape.settings, window)
    yield lambda: catalogue.shown(Path.home(), Steps(), window)
    yield lambda: ActivitiesDialog(landscape, window).open()
    yield lambda: errors.told(LockinError("x"), window)
    yield lambda: RecoveryDialog(
        [orphan], window, recover=do_nothing, discard=do_nothing, keep=do_nothing
    ).open()
    yield lambda: questions.about_unsaved(
        window, "x", save=do_nothing, discard=do_nothing, cancel=do_nothing
    )


@pytest.fixture
def window(window_on: MakeWindow) -> MainWindow:
    return window_on(files.open_document(files.example()).landscape)


def test_the_window_is_easy_to_hit_whatever_is_selected(window: MainWindow) -> None:
    for _selected in each_selection(window):
        assert small(window) == set()


def test_boxes_over_the_map_are_easy_to_hit(window: MainWindow) -> None:
    board = window.board
    for opened in (
        board.find_box.open,
        board.command_box.open,
        lambda: board.adding.add_at(board.view.middle),
    ):
        opened()
        QApplication.processEvents()
        assert small(window) == set()


def test_dialogs_are_easy_to_hit(window: MainWindow) -> None:
    seen = 0
    for opened in dialogs_of(window):
        opened()
        QApplication.processEvents()
        for dialog in _open(window):
            seen += 1
            assert small(dialog) == set()
            for pages in dialog.findChildren(QTabWidget):
                for page in range(pages.count()):
                    pages.setCurrentIndex(page)
                    QApplication.processEvents()
                    assert small(dialog) == set()
            dialog.close()
    assert seen >= 10


def test_dialogs_of_the_catalogue_are_easy_to_hit(window: MainWindow, tmp_path: Path) -> None:
    dialog = catalogue.shown(tmp_path, Steps(), window)
    tabs: list[VendorsTab | TableTab] = [dialog.vendors, *dialog.tables.values()]
    for tab in tabs:
        dialog.tabs.setCurrentWidget(tab)
        QApplication.processEvents()
        pressed = [tab.correct, *([tab.ways_out, tab.new] if isinstance(tab, VendorsTab) else [])]
        for button in pressed:
            assert button.isEnabled()
            button.click()
            QApplication.processEvents()
            (opened,) = [one for one in _open(window) if one is not dialog]
            assert small(opened) == set()
            opened.close()
    dialog.close()


def _open(window: MainWindow) -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]


def test_the_start_page_is_easy_to_hit(qtbot: QtBot) -> None:
    page = StartPage(Preferences(), Doors(open=lambda _path: None, speak=lambda _code: None))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert small(page) == set()


def test_the_wizard_is_easy_to_hit(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    wizard = ImportWizard(
        Document(files.open_document(files.example()).landscape, parent=parent), parent
    )
    with qtbot.waitExposed(wizard):
        wizard.open()
    for step in Step:
        wizard._pages.setCurrentIndex(step)
        QApplication.processEvents()
        assert small(wizard) == set()
    wizard.close()
