"""The settings of a map in their dialog, and the method that follows them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from smala_lockin import i18n
from smala_lockin.app.document import Document
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.settings import DEFAULT, LockInFactor, SovereigntyWeights
from smala_lockin.ui.dialogs import method, settings
from smala_lockin.ui.dialogs.settings import SettingsDialog
from smala_lockin.ui.fields.line import Line
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.words.settings import Topic
from tests.builders import landscape_of
from tests.ui.conftest import MakeWindow


@pytest.fixture
def window(window_on: MakeWindow) -> MainWindow:
    return window_on(landscape_of("shop -> erp"))


@pytest.fixture
def document(window: MainWindow) -> Document:
    return window.document


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    return settings.shown(window.document, window)


def _field(dialog: SettingsDialog, topic: Topic, table: str, row: str, place: int = 0) -> Line:
    dialog.show_topic(topic)
    forms = dialog.forms[topic]
    fields = next(form.fields[table, row] for form in forms if (table, row) in form.fields)
    return fields[place]


def _type(field: Line, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def test_what_is_typed_is_one_step_that_can_be_undone(
    dialog: SettingsDialog, document: Document
) -> None:
    _type(_field(dialog, Topic.LOCK_IN, "weights", "skills"), "12")
    _type(_field(dialog, Topic.DATES, "thresholds", "notice_days"), "60")
    dialog.accept()
    assert document.landscape.settings.weights[LockInFactor.SKILLS] == (12,)
    assert document.landscape.settings.thresholds.notice_days == 60
    assert document.history.count() == 1
    document.history.undo()
    assert document.landscape.settings == DEFAULT


def test_nothing_typed_is_no_step(dialog: SettingsDialog, document: Document) -> None:
    for topic in Topic:
        dialog.show_topic(topic)
    dialog.accept()
    assert document.history.count() == 0


def test_shares_are_typed_as_per_cent(dialog: SettingsDialog, document: Document) -> None:
    field = _field(dialog, Topic.LEVELS, "thresholds", "revenue_shares")
    assert field.text() == "0.1"
    with i18n.language("fr"):
        _type(field, "0,25 %")
        dialog.accept()
    assert document.landscape.settings.thresholds.revenue_shares[0] == 0.0025


def test_what_makes_no_sense_stays_in_the_dialog_with_a_sentence(
    dialog: SettingsDialog, document: Document
) -> None:
    field = _field(dialog, Topic.LEVELS, "matrix", "5", place=4)
    _type(field, "9")
    dialog.show_topic(Topic.RULES)
    dialog.accept()
    assert dialog.isVisible()
    assert document.history.count() == 0
    assert dialog.pages.currentIndex() == 0
    faults = [form.fault.text() for form in dialog.forms[Topic.LEVELS] if form.fault.isVisible()]
    assert faults == ["A whole number from 0 to 4 is expected here."]
    _type(field, "4")
    dialog.accept()
    assert not dialog.isVisible()


def test_a_row_may_be_out_of_order_while_it_is_being_typed(
    dialog: SettingsDialog, document: Document
) -> None:
    for place, text in enumerate(("200", "300", "400")):
        _type(_field(dialog, Topic.ASSUMED, "recovery_hours", "data", place), text)
    dialog.accept()
    assert document.landscape.settings.recovery_hours[AssetKind.DATA] == (200, 300, 400)


def test_a_fault_of_the_whole_table_is_told_beneath_it(dialog: SettingsDialog) -> None:
    dialog.show_topic(Topic.LOCK_IN)
    for field in dialog.forms[Topic.LOCK_IN][0].fields.values():
        _type(field[0], "0")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.forms[Topic.LOCK_IN][0].fault.text() == "At least one weight must be above zero."


def test_a_country_comes_on_the_list_and_another_leaves_it(
    dialog: SettingsDialog, document: Document
) -> None:
    dialog.show_topic(Topic.LIKELIHOOD)
    form = next(one for one in dialog.forms[Topic.LIKELIHOOD] if one.grid.name == "cut_off")
    form.added.emit("IN")
    form = next(one for one in dialog.forms[Topic.LIKELIHOOD] if one.grid.name == "cut_off")
    form.removed.emit("HK")
    dialog.accept()
    listed = document.landscape.settings.cut_off
    assert "IN" in listed
    assert "HK" not in listed
    assert listed["RU"] == (5,)


def test_rules_and_weights_are_chosen(dialog: SettingsDialog, document: Document) -> None:
    dialog.show_topic(Topic.RULES)
    dialog.rules["orphan"].setChecked(False)
    dialog.show_topic(Topic.SHARES)
    assert dialog.weights is not None
    dialog.weights.setCurrentIndex(1)
    dialog.accept()
    assert document.landscape.settings.rules_off == {"orphan"}
    assert document.landscape.settings.sovereignty is SovereigntyWeights.JUNE_2026


def test_defaults_come_back_as_a_step(
    dialog: SettingsDialog, document: Document, window: MainWindow
) -> None:
    _type(_field(dialog, Topic.LOCK_IN, "weights", "skills"), "12")
    dialog.accept()
    again = settings.shown(document, window)
    again.show_topic(Topic.LOCK_IN)
    again.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert _field(again, Topic.LOCK_IN, "weights", "skills").text() == "5"
    again.accept()
    assert document.landscape.sections == {}


def test_the_method_is_that_of_the_map(window: MainWindow) -> None:
    page = method.shown(window.document.landscape.settings, window)
    assert "All tables and thresholds are those the program comes with." in page.page.toPlainText()
    assert page.chapters.count() == len(page.parts)


def test_of_a_row_out_of_order_the_number_that_falls_is_marked(dialog: SettingsDialog) -> None:
    places = [_field(dialog, Topic.LEVELS, "matrix", "2", place) for place in range(5)]
    _type(places[2], "3")
    assert [one.property("look") == "wrong" for one in places] == [False] * 3 + [True, False]


def test_of_levels_out_of_order_the_likelier_lower_one_is_marked(dialog: SettingsDialog) -> None:
    for place in (2, 3, 4):
        _type(_field(dialog, Topic.LEVELS, "matrix", "2", place), "3")
    dialog.accept()
    assert dialog.isVisible()
    row = [_field(dialog, Topic.LEVELS, "matrix", "3", place) for place in range(5)]
    assert [one.property("look") == "wrong" for one in row] == [False, False, True, False, False]
