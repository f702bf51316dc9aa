"""The dialog as a whole: its letters, its steps, its file, and how it is opened."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.app import catalogue_age, drawing, own_catalogue
from smala_lockin.app.catalogue_steps import ChangedMeanwhile, Steps
from smala_lockin.app.catalogue_tables import Table
from smala_lockin.app.document import Document
from smala_lockin.app.preferences import Preferences
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge import overlay
from smala_lockin.knowledge.overlay import Overlay, Section
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.ui.catalogue.dialog import CatalogueDialog
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.windows import Program
from tests.builders import landscape_of
from tests.ui.catalogue.hands import corrected, enter, letters
from tests.ui.conftest import MakeWindow


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_things_answer_to_the_same_letter(
    qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    i18n.use(language)
    made = CatalogueDialog(tmp_path, Steps())
    qtbot.addWidget(made)
    made.show()
    bar = made.tabs.tabBar()
    tabs = [bar.tabText(number) for number in range(bar.count())]
    for number in range(bar.count()):
        made.tabs.setCurrentIndex(number)
        pressed = [one.text() for one in made.findChildren(QAbstractButton) if one.isVisible()]
        keys = [letters(text) for text in (*tabs, *pressed)]
        assert len(set("".join(keys))) == len("".join(keys)), (tabs[number], keys)


def test_a_file_that_cannot_be_read_is_told_and_can_be_put_aside(
    qtbot: QtBot, tmp_path: Path
) -> None:
    overlay.place().parent.mkdir(parents=True)
    overlay.place().write_text("{", encoding="utf-8")
    made = CatalogueDialog(tmp_path, Steps())
    qtbot.addWidget(made)
    assert "damaged" in made.fault.text()
    assert not made.vendors.correct.isEnabled()
    assert not made.vendors.new.isEnabled()
    made.aside.click()
    assert made.fault.text() == ""
    assert made.vendors.new.isEnabled()


@pytest.mark.parametrize(("button", "country"), [("Keep &mine", "BE"), ("Take &theirs", "FR")])
def test_a_file_that_contradicts_asks_whose_word_holds(
    dialog: CatalogueDialog, tmp_path: Path, button: str, country: str
) -> None:
    theirs = Overlay(entries={VendorId("sap"): {"hq_country": "FR"}})
    (tmp_path / "theirs.json").write_bytes(overlay.content(theirs))
    own_catalogue.save(Overlay(entries={VendorId("sap"): {"hq_country": "BE"}}))
    box = dialog.sharing.take_over(tmp_path / "theirs.json")
    assert isinstance(box, QMessageBox)
    assert "SAP" in box.text()
    next(one for one in box.buttons() if one.text() == button).click()
    assert overlay.read(overlay.place()).entries[VendorId("sap")]["hq_country"] == country


def test_the_menu_opens_it_and_a_change_is_analysed_anew(
    window_on: MakeWindow, qtbot: QtBot
) -> None:
    window: MainWindow = window_on(landscape_of("shop -> erp"))
    window.begin()
    qtbot.waitUntil(lambda: window.analyst.report is not None)
    window.actions_by_id["catalogue"].trigger()
    (made,) = window.findChildren(CatalogueDialog)
    with qtbot.waitSignal(window.analyst.report_ready):
        form = corrected(made, "sap")
        enter(form, "hq_country", "France")
        form.accept()
    made.reject()


def test_it_opens_on_the_card_that_is_selected(window_on: MakeWindow) -> None:
    landscape = drawing.add_vendor(Landscape(), VendorId("odoo"), (0.0, 0.0)).landscape
    window = window_on(landscape)
    window.selection.choose_assets([AssetId("odoo")])
    window.actions_by_id["catalogue"].trigger()
    (made,) = window.findChildren(CatalogueDialog)
    assert made.vendors.chosen == "odoo"
    made.reject()


def test_a_step_that_would_lose_the_work_of_another_window_is_not_taken(
    dialog: CatalogueDialog,
) -> None:
    dialog.steps.keep(overlay.NOTHING.with_entry(VendorId("sap"), {"hq_country": "FR"}))
    own_catalogue.save(overlay.NOTHING.with_entry(VendorId("sap"), {"hq_country": "BE"}))
    with pytest.raises(ChangedMeanwhile):
        dialog.steps.undo()
    assert overlay.read(overlay.place()).entries[VendorId("sap")] == {"hq_country": "BE"}


def test_what_is_corrected_in_every_table_goes_out_and_comes_back(
    dialog: CatalogueDialog, tmp_path: Path
) -> None:
    own = overlay.NOTHING
    for section, key, cells in (
        (Section.COUNTRIES, "TR", {"name_fr": "Turquie bis"}),
        (Section.REFERENCES, "sov-1", {"says_fr": "Qui dirige"}),
        (Section.MODELS, "llama", {"family": "Llama bis"}),
        (Section.MARKS, "trust-1", {"means_fr": "Inconnu"}),
        (Section.ZONES, "watch", {"name_fr": "à suivre"}),
    ):
        own = own.with_row(section, key, cells)
    own_catalogue.save(own)
    dialog.sharing.write(tmp_path / "ours.json")
    own_catalogue.save(own.with_row(Section.MODELS, "llama", {"family": "Other"}))
    box = dialog.sharing.take_over(tmp_path / "ours.json")
    assert isinstance(box, QMessageBox)
    assert "Other" in box.text()
    next(one for one in box.buttons() if one.text() == "Take &theirs").click()
    assert overlay.read(overlay.place()) == own


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (None, "suppliers and products"),
        (Table.COUNTRIES, "249 countries"),
        (Table.LAWS, "laws"),
        (Table.FRAMEWORK, "13 objectives and levels"),
        (Table.REFERENCES, "references"),
        (Table.MODELS, "families of AI models"),
        (Table.THREATS, "19 values and zones"),
    ],
)
def test_the_age_told_is_that_of_what_is_in_front(
    dialog: CatalogueDialog, table: Table | None, words: str
) -> None:
    dialog.tabs.setCurrentWidget(dialog.vendors if table is None else dialog.tables[table])
    assert words in dialog.about.text()
    assert "That is old" in catalogue_age.age(table, date(2030, 1, 1))
    assert "That is old" not in catalogue_age.age(Table.COUNTRIES, date(2026, 11, 26))


def test_steps_outlive_the_dialog_and_serve_every_window(
    qtbot: QtBot, tmp_path: Path, window_on: MakeWindow
) -> None:
    steps = Steps()
    doors = Doors(open=print, speak=print, catalogue_steps=lambda: steps)
    window = MainWindow(Document(Landscape()), Preferences(), doors)
    qtbot.addWidget(window)
    window.actions_by_id["catalogue"].trigger()
    (first,) = window.findChildren(CatalogueDialog)
    form = corrected(first, "sap")
    enter(form, "hq_country", "France")
    form.accept()
    first.reject()
    other = CatalogueDialog(tmp_path, steps)
    qtbot.addWidget(other)
    assert other.undo.isEnabled()
    other.undo.click()
    assert overlay.read(overlay.place()) == overlay.NOTHING
    assert other.redo.isEnabled()


def test_the_program_keeps_one_list_of_steps(qapp: QApplication) -> None:
    program = Program(qapp)
    assert program._doors.catalogue_steps() is program._doors.catalogue_steps()


def test_after_a_change_elsewhere_nothing_is_offered_that_cannot_be_undone(
    dialog: CatalogueDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    monkeypatch.setattr("smala_lockin.ui.errors.told", lambda error, _parent: said.append(error))
    dialog.steps.keep(overlay.NOTHING.with_entry(VendorId("sap"), {"hq_country": "FR"}))
    own_catalogue.save(overlay.NOTHING.with_entry(VendorId("sap"), {"hq_country": "BE"}))
    dialog.step_back()
    assert [type(one) for one in said] == [ChangedMeanwhile]
    assert not dialog.undo.isEnabled()
    assert overlay.read(overlay.place()).entries[VendorId("sap")] == {"hq_country": "BE"}
