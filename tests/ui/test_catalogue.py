"""The dialog about the catalogue: look up, correct, extend, share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.app import catalogue_pages, drawing, own_catalogue
from smala_lockin.app.offers import offers
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge import catalogue, in_force, overlay
from smala_lockin.knowledge.alternatives import alternatives_of
from smala_lockin.knowledge.overlay import Overlay
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.ui.catalogue.dialog import CatalogueDialog
from smala_lockin.ui.catalogue.entry import EntryDialog
from smala_lockin.ui.catalogue.ways_out import WaysOutDialog
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.line import Line
from smala_lockin.ui.main_window import MainWindow
from tests.builders import landscape_of
from tests.ui.conftest import MakeWindow


@pytest.fixture(autouse=True)
def _read_again() -> Iterator[None]:
    in_force.forget()
    yield
    in_force.forget()


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> CatalogueDialog:
    made = CatalogueDialog(tmp_path)
    qtbot.addWidget(made)
    return made


def enter(form: EntryDialog, column: str, text: str) -> None:
    editor = form.fields[column].editor
    assert isinstance(editor, Line)
    editor.setText(text)
    editor.finish()


def choose(form: EntryDialog, column: str, word: str) -> None:
    editor = form.fields[column].editor
    assert isinstance(editor, Choice)
    number = editor.findText(word)
    editor.setCurrentIndex(number)
    editor.activated.emit(number)


def corrected(dialog: CatalogueDialog, id: str) -> EntryDialog:
    dialog.reveal(id)
    form = dialog.edit()
    assert form is not None
    return form


def names(dialog: CatalogueDialog) -> list[str]:
    return [dialog.rows.entry(row).name for row in range(dialog.rows.rowCount())]


def test_the_list_is_narrowed_by_what_is_typed_and_chosen(dialog: CatalogueDialog) -> None:
    assert dialog.rows.rowCount() == len(in_force.all_vendors())
    dialog.search.setText("exact")
    assert names(dialog)[0] == "Exact"
    assert "Exact Online" in names(dialog)
    dialog.country.setCurrentIndex(dialog.country.findData("BE"))
    assert all(dialog.rows.entry(row).country == "Belgium" for row in range(len(names(dialog))))
    dialog.search.clear()
    dialog.category.setCurrentIndex(dialog.category.findData("payroll_hr"))
    assert "SD Worx" in names(dialog)
    assert "Odoo" not in names(dialog)


def test_an_entry_tells_owners_source_day_confidence_and_ways_out(dialog: CatalogueDialog) -> None:
    dialog.reveal("microsoft-365")
    text = dialog.page.toPlainText()
    for told in ("Microsoft (United States)", "fairly sure", "1 January 2026", "office suites"):
        assert told.replace("fairly ", "") in text
    assert "general knowledge, to be checked" in text
    assert "United States (Clarifying Lawful Overseas Use of Data Act" in text
    ways = alternatives_of("microsoft-365")
    assert ways
    for one in ways:
        assert in_force.all_vendors()[one.alternative].name in text


def test_a_link_to_an_alternative_shows_its_entry(dialog: CatalogueDialog) -> None:
    dialog.search.setText("Microsoft 365")
    other = alternatives_of("microsoft-365")[0].alternative
    dialog.page.wanted.emit(other)
    assert dialog.chosen == other


def test_an_unsure_owner_is_told_as_unsure(dialog: CatalogueDialog) -> None:
    dialog.search.setText("winbooks")
    assert dialog.rows.entry(0).owner.endswith("?")
    assert "(to be confirmed)" in dialog.page.toPlainText()


def test_the_catalogue_claims_no_sovereignty_level_of_anybody() -> None:
    claims = ("SEAL", "SOV-", "sovereignty level", "niveau de souverain")
    for language in ("en", "fr"):
        with i18n.language(language):
            for vendor in in_force.all_vendors().values():
                told = " ".join(
                    text for pair in catalogue_pages.description(vendor) for text in pair
                )
                assert not any(claim in told for claim in claims), vendor.id
                assert "sovereignty" not in catalogue.facts_of(vendor)


def test_a_correction_is_kept_dated_and_in_force_at_once(dialog: CatalogueDialog) -> None:
    form = corrected(dialog, "sap")
    enter(form, "hq_country", "France")
    form.accept()
    own = overlay.read(overlay.place()).entries[VendorId("sap")]
    assert own["hq_country"] == "FR"
    assert own["source"] == "entered by hand"
    assert own.keys() == {"hq_country", "source", "as_of"}
    offered = next(one for one in offers(Landscape(), "SAP") if one.name == "SAP")
    assert offered.country == "FR"
    assert "You changed this entry." in dialog.page.toPlainText()
    dialog.search.setText("SAP Business One")
    assert dialog.rows.entry(0).country == "France"


def test_a_correction_can_be_taken_back(dialog: CatalogueDialog) -> None:
    own_catalogue.save(Overlay(entries={VendorId("sap"): {"hq_country": "FR"}}))
    dialog.reveal("sap")
    assert dialog.revert.isEnabled()
    dialog.take_back()
    assert overlay.read(overlay.place()) == overlay.NOTHING
    assert not dialog.revert.isEnabled()


def test_a_new_entry_is_named_as_was_looked_for_and_offered(dialog: CatalogueDialog) -> None:
    dialog.search.setText("Scierie Gillet")
    form = dialog.begin()
    choose(form, "category", "industry and construction")
    enter(form, "hq_country", "Belgique" if i18n.current() == "fr" else "Belgium")
    form.accept()
    assert dialog.chosen == "scierie-gillet"
    assert [one.name for one in offers(Landscape(), "scierie g")] == ["Scierie Gillet"]
    dialog.own_only.setChecked(True)
    assert names(dialog) == ["Scierie Gillet"]


def test_a_form_that_lacks_something_says_what_and_keeps_nothing(dialog: CatalogueDialog) -> None:
    form = dialog.begin()
    form.accept()
    assert form.fields["name"].is_refused
    enter(form, "name", "Gillet")
    enter(form, "parent_id", "No such company")
    assert form.fields["parent_id"].is_refused
    form.accept()
    assert not overlay.place().exists()
    enter(form, "parent_id", "SAP")
    choose(form, "category", "logistics")
    form.accept()
    assert overlay.read(overlay.place()).entries[VendorId("gillet")]["parent_id"] == "sap"


def test_an_entry_that_cannot_be_is_told_in_the_form(dialog: CatalogueDialog) -> None:
    form = corrected(dialog, "hg-capital")
    enter(form, "parent_id", "Teamleader")  # which Hg owns
    form.accept()
    assert "does not own itself" in form.fault.text()
    assert not overlay.place().exists()


def test_alternatives_are_added_struck_out_and_brought_back(
    dialog: CatalogueDialog, qtbot: QtBot
) -> None:
    vendor = catalogue.vendor("acer")
    assert vendor is not None
    shipped = alternatives_of("acer")
    form = WaysOutDialog(vendor, lambda: None, dialog)
    qtbot.addWidget(form)
    form.name.setText("Lenovo")
    form.put()
    assert VendorId("lenovo") in {one.alternative for one in alternatives_of("acer")}
    form.list.setCurrentRow(0)
    form.strike_out()
    assert shipped[0].alternative not in {one.alternative for one in alternatives_of("acer")}
    form.list.setCurrentRow(form.list.count() - 1)
    form.strike_out()
    assert {one.alternative for one in shipped} < {
        one.alternative for one in alternatives_of("acer")
    }
    form.name.setText("No such thing")
    form.put()
    assert "no entry called" in form.fault.text()


def test_a_file_that_cannot_be_read_is_told_and_can_be_put_aside(
    qtbot: QtBot, tmp_path: Path
) -> None:
    overlay.place().parent.mkdir(parents=True)
    overlay.place().write_text("{", encoding="utf-8")
    made = CatalogueDialog(tmp_path)
    qtbot.addWidget(made)
    assert "damaged" in made.fault.text()
    assert not made.correct.isEnabled()
    assert not made.new.isEnabled()
    made.aside.click()
    assert made.fault.text() == ""
    assert made.new.isEnabled()


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
    assert made.chosen == "odoo"
    made.reject()
