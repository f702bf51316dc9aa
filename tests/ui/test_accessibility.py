"""Whoever cannot see the screen is told what every control is, and reaches it by the keyboard."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.app import files
from smala_lockin.app.preferences import Preferences
from smala_lockin.ui.dialogs import about, company, log_view
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.pages.start import StartPage
from smala_lockin.ui.theme import DARK, LIGHT, Theme, contrast
from tests.ui.conftest import MakeWindow
from tests.ui.hands import each_selection
from tests.ui.test_actions import clashes
from tests.ui.test_targets import dialogs_of

_HOLDERS = (QScrollArea, QTabWidget)
"""Take the keyboard only to hand it on, or to scroll."""


def nameless(root: QWidget) -> set[str]:
    """Return what can have the keyboard, is seen, and does not say what it is."""
    return {
        f"{type(one).__name__} {one.objectName()}"
        for one in (root, *root.findChildren(QWidget))
        if one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not isinstance(one, _HOLDERS)
        and not _name(one)
    }


def reached(first: QWidget) -> set[QWidget]:
    """Return what the tabulator key comes by."""
    found = set[QWidget]()
    here: QWidget | None = first
    while here is not None and here not in found:
        found.add(here)
        here = here.nextInFocusChain()
    return found


def unseen(root: QWidget) -> set[str]:
    """Return what looks the same with the keyboard as without, for those who came by keys."""
    found = set[str]()
    root.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as the tabulator does
    for one in root.findChildren(QWidget):
        can_have = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
        if not (can_have and one.isVisible() and one.focusProxy() is None):
            continue
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_keyboard = one.grab().toImage()
        one.clearFocus()
        QApplication.processEvents()
        if one.grab().toImage() == with_keyboard:
            found.add(f"{type(one).__name__} {_name(one)}")
    return found


def _name(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) if told is not None else ""


@pytest.fixture
def window(window_on: MakeWindow) -> MainWindow:
    return window_on(files.open_document(files.example()).landscape)


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    QLineEdit(place).setObjectName("bare")
    with qtbot.waitExposed(place):
        place.show()
    assert nameless(place) == {"QLineEdit bare"}


def test_the_start_page_names_its_controls(qtbot: QtBot) -> None:
    page = StartPage(Preferences(), Doors(open=lambda _path: None, speak=lambda _code: None))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert nameless(page) == set()


def test_the_window_names_its_controls_whatever_is_selected(window: MainWindow) -> None:
    for _selected in each_selection(window):
        assert nameless(window) == set()


def test_the_boxes_over_the_map_name_their_controls(window: MainWindow) -> None:
    board = window.board
    for opened in (
        board.find_box.open,
        board.command_box.open,
        lambda: board.adding.add_at(board.view.middle),
    ):
        opened()
        assert nameless(window) == set()


@pytest.mark.parametrize("open_dialog", [about.shown, log_view.shown])
def test_dialogs_name_their_controls(window: MainWindow, open_dialog: object) -> None:
    assert callable(open_dialog)
    open_dialog(window)
    company.shown(window.document, window)
    shown = [one for one in _dialogs() if one is not window]
    assert shown
    for dialog in shown:
        assert nameless(dialog) == set()
        dialog.close()


def test_the_tabulator_key_comes_by_map_and_facts(window: MainWindow) -> None:
    window.selection.choose_assets([next(iter(window.document.landscape.assets))])
    QApplication.processEvents()
    stops = reached(window)
    wanted: Iterable[QWidget] = (
        window.board.view,
        window.side.facts.asset_form.fields["name"].editor,
        window.side.facts.asset_form.fields["criticality"].editor,
    )
    assert all(one in stops for one in wanted)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_by_four_and_a_half_to_one(theme: Theme) -> None:
    for ground in (theme.card, theme.canvas):
        for ink in (theme.text, theme.faint_text):
            assert contrast(ink, ground) >= 4.5
    assert contrast(theme.accent, theme.card) >= 4.5


def test_words_of_widgets_stand_out_from_their_ground(window: MainWindow) -> None:
    colours, roles = window.palette(), QPalette.ColorRole
    pairs = ((roles.WindowText, roles.Window), (roles.Text, roles.Base))
    for ink, ground in (*pairs, (roles.ButtonText, roles.Button)):
        assert contrast(colours.color(ink), colours.color(ground)) >= 4.5


def _dialogs() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_what_has_the_keyboard_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    with qtbot.waitSignal(window.analyst.report_ready, timeout=20_000):
        window.begin()
    assert unseen(window) == set()
    key = next(iter(window.document.landscape.assets))
    window.selection.choose_assets([key])
    QApplication.processEvents()
    assert unseen(window.side) == set()


def test_the_keyboard_on_the_start_page_is_seen(qtbot: QtBot) -> None:
    doors = Doors(open=lambda _path: None, speak=lambda _code: None)
    page = StartPage(Preferences(), doors)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    assert unseen(page) == set()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_letter_means_one_thing_in_a_dialog_and_all_of_it_has_a_name(
    language: str, window_on: MakeWindow
) -> None:
    with i18n.language(language):
        window = window_on(files.open_document(files.example()).landscape)
        for opened in dialogs_of(window):
            before = set(_dialogs())
            opened()
            QApplication.processEvents()
            for dialog in set(_dialogs()) - before:
                assert nameless(dialog) == set()
                assert clashes(letters_of(dialog)) == set(), dialog.windowTitle()
                dialog.close()


def letters_of(dialog: QWidget) -> Iterable[str]:
    """Return what is seen and may have a letter underlined."""
    for one in dialog.findChildren(QAbstractButton):
        if one.isVisible():
            yield one.text()
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.buddy() is not None:
            yield label.text()
    for bar in dialog.findChildren(QTabBar):
        yield from (bar.tabText(number) for number in range(bar.count()))
