"""The dialog about the catalogue: look up, correct, extend, share."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.analysis.figures.ecosystem import Zone
from smala_lockin.app import catalogue_age, catalogue_pages, drawing, own_catalogue
from smala_lockin.app.catalogue_steps import ChangedMeanwhile, Steps
from smala_lockin.app.catalogue_tables import Table
from smala_lockin.app.document import Document
from smala_lockin.app.offers import offers
from smala_lockin.app.preferences import Preferences
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge import catalogue, frameworks, in_force, overlay
from smala_lockin.knowledge.ai_chain import model_supplies_of
from smala_lockin.knowledge.alternative_rows import Effort
from smala_lockin.knowledge.alternatives import alternatives_of
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.knowledge.jurisdictions import jurisdictions
from smala_lockin.knowledge.laws import laws_of
from smala_lockin.knowledge.overlay import Overlay, Section
from smala_lockin.knowledge.sovereignty_rows import WeightSet
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.ui.catalogue.dialog import CatalogueDialog
from smala_lockin.ui.catalogue.entry import EntryDialog
from smala_lockin.ui.catalogue.vendor_line import name_of
from smala_lockin.ui.catalogue.ways_out import WaysOutDialog
from smala_lockin.ui.catalogue.weights import WeightsDialog
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.line import Line, Paragraph
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.windows import Program
from smala_lockin.words import degrees, parts
from tests.builders import landscape_of
from tests.ui.conftest import MakeWindow


@pytest.fixture(autouse=True)
def _read_again() -> Iterator[None]:
    in_force.forget()
    yield
    in_force.forget()


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> CatalogueDialog:
    made = CatalogueDialog(tmp_path, Steps())
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
    form = dialog.vendors.edit()
    assert form is not None
    return form


def names(dialog: CatalogueDialog) -> list[str]:
    return [dialog.vendors.rows.entry(row).name for row in range(dialog.vendors.rows.rowCount())]


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


def letters(text: str) -> str:
    """Return the letter by which something is pressed, none if there is none."""
    _, mark, after = text.partition("&")
    return after[0].casefold() if mark else ""


def test_the_list_is_narrowed_by_what_is_typed_and_chosen(dialog: CatalogueDialog) -> None:
    assert dialog.vendors.rows.rowCount() == len(in_force.all_vendors())
    dialog.vendors.search.setText("exact")
    assert names(dialog)[0] == "Exact"
    assert "Exact Online" in names(dialog)
    dialog.vendors.country.setCurrentIndex(dialog.vendors.country.findData("BE"))
    assert all(
        dialog.vendors.rows.entry(row).country == "Belgium" for row in range(len(names(dialog)))
    )
    dialog.vendors.search.clear()
    dialog.vendors.category.setCurrentIndex(dialog.vendors.category.findData("payroll_hr"))
    assert "SD Worx" in names(dialog)
    assert "Odoo" not in names(dialog)


def test_an_entry_tells_owners_source_day_confidence_and_ways_out(dialog: CatalogueDialog) -> None:
    dialog.reveal("microsoft-365")
    text = dialog.vendors.page.toPlainText()
    for told in ("Microsoft (United States)", "fairly sure", "1 January 2026", "office suites"):
        assert told.replace("fairly ", "") in text
    assert "general knowledge, to be checked" in text
    assert "United States (CLOUD Act (Clarifying Lawful Overseas Use of Data Act)" in text
    ways = alternatives_of("microsoft-365")
    assert ways
    for one in ways:
        assert in_force.all_vendors()[one.alternative].name in text


def test_a_link_to_an_alternative_shows_its_entry(dialog: CatalogueDialog) -> None:
    dialog.vendors.search.setText("Microsoft 365")
    other = alternatives_of("microsoft-365")[0].alternative
    dialog.vendors.page.wanted.emit(other)
    assert dialog.vendors.chosen == other


def test_an_unsure_owner_is_told_as_unsure(dialog: CatalogueDialog) -> None:
    dialog.vendors.search.setText("winbooks")
    assert dialog.vendors.rows.entry(0).owner.endswith("?")
    assert "(to be confirmed)" in dialog.vendors.page.toPlainText()


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
    assert "You changed this entry." in dialog.vendors.page.toPlainText()
    dialog.vendors.search.setText("SAP Business One")
    assert dialog.vendors.rows.entry(0).country == "France"


def test_what_a_service_runs_on_and_who_only_invests_can_be_said(dialog: CatalogueDialog) -> None:
    form = corrected(dialog, "plausible")
    enter(form, "runs_on", "Hetzner, OVHcloud")
    form.accept()
    assert in_force.all_vendors()[VendorId("plausible")].runs_on == ("hetzner", "ovhcloud")
    assert "OVHcloud" in dialog.vendors.page.toPlainText()
    again = corrected(dialog, "plausible")
    assert again.draft.value("runs_on") == ("hetzner", "ovhcloud")
    again.reject()
    fund = corrected(dialog, "sap")
    choose(fund, "investor", "yes")
    fund.accept()
    assert in_force.all_vendors()[VendorId("sap")].investor
    own = overlay.read(overlay.place()).entries[VendorId("sap")]
    assert own.keys() == {"investor", "source", "as_of"}


def test_what_it_runs_on_must_be_in_the_catalogue(dialog: CatalogueDialog) -> None:
    form = corrected(dialog, "sap")
    enter(form, "runs_on", "Hetzner, Nowhere at all")
    assert form.fields["runs_on"].is_refused
    form.accept()
    assert not in_force.all_vendors()[VendorId("sap")].runs_on


def test_a_correction_can_be_taken_back(dialog: CatalogueDialog) -> None:
    own_catalogue.save(Overlay(entries={VendorId("sap"): {"hq_country": "FR"}}))
    dialog.reveal("sap")
    assert dialog.vendors.revert.isEnabled()
    dialog.vendors.take_back()
    assert overlay.read(overlay.place()) == overlay.NOTHING
    assert not dialog.vendors.revert.isEnabled()


def test_a_new_entry_is_named_as_was_looked_for_and_offered(dialog: CatalogueDialog) -> None:
    dialog.vendors.search.setText("Scierie Gillet")
    form = dialog.vendors.begin()
    choose(form, "category", "industry and construction")
    enter(form, "hq_country", "Belgique" if i18n.current() == "fr" else "Belgium")
    form.accept()
    assert dialog.vendors.chosen == "scierie-gillet"
    assert [one.name for one in offers(Landscape(), "scierie g")] == ["Scierie Gillet"]
    dialog.vendors.own_only.setChecked(True)
    assert names(dialog) == ["Scierie Gillet"]


def test_a_form_that_lacks_something_says_what_and_keeps_nothing(dialog: CatalogueDialog) -> None:
    form = dialog.vendors.begin()
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
    assert "owned by what it owns" in form.fault.text()
    assert "parent_id" not in form.fault.text()
    assert not overlay.place().exists()


def test_alternatives_are_added_struck_out_and_brought_back(
    dialog: CatalogueDialog, qtbot: QtBot
) -> None:
    vendor = catalogue.vendor("acer")
    assert vendor is not None
    shipped = alternatives_of("acer")
    form = WaysOutDialog(vendor, dialog.steps, lambda: None, dialog)
    qtbot.addWidget(form)
    form.name.setText("Lenovo")
    form.put()
    assert VendorId("lenovo") in {one.alternative for one in alternatives_of("acer")}
    (named,) = form.list.findItems(name_of(shipped[0].alternative), Qt.MatchFlag.MatchStartsWith)
    form.list.setCurrentItem(named)
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


def test_a_country_is_corrected_marked_as_mine_and_undone(dialog: CatalogueDialog) -> None:
    tab = dialog.tables[Table.COUNTRIES]
    tab.reveal(Section.COUNTRIES, "US")
    form = tab.edit()
    assert isinstance(form, EntryDialog)
    choose(form, "gdpr_adequacy", "with safeguards: no decision")
    form.accept()
    own = overlay.read(overlay.place()).small[Section.COUNTRIES]["US"]
    assert own["gdpr_adequacy"] == "no"
    assert own["source"] == "entered by hand"
    assert jurisdictions()["US"].adequacy is Adequacy.NONE
    assert tab.chosen is not None
    assert tab.chosen.is_own
    assert "Delivered: in part: to some organisations" in tab.page.toPlainText()
    assert "1 row is yours" in dialog.about.text()
    dialog.undo.click()
    assert jurisdictions()["US"].adequacy is Adequacy.PARTIAL
    assert not tab.revert.isEnabled()
    dialog.redo.click()
    assert jurisdictions()["US"].adequacy is Adequacy.NONE
    tab.take_back()
    assert overlay.read(overlay.place()) == overlay.NOTHING
    dialog.undo.click()
    assert jurisdictions()["US"].adequacy is Adequacy.NONE


def test_a_country_that_cannot_be_so_is_told_in_a_sentence(dialog: CatalogueDialog) -> None:
    tab = dialog.tables[Table.COUNTRIES]
    tab.reveal(Section.COUNTRIES, "BR" if not jurisdictions()["BR"].adequacy_date else "IN")
    form = tab.edit()
    assert isinstance(form, EntryDialog)
    choose(form, "gdpr_adequacy", "freely: the EU holds it adequate")
    form.accept()
    assert "has a date" in form.fault.text()
    choose(form, "in_eu", "yes")
    enter(form, "adequacy_date", "1 March 2026")
    form.accept()
    assert "European Economic Area" in form.fault.text()
    assert not overlay.place().exists()


def test_a_law_is_added_counts_and_is_taken_away(dialog: CatalogueDialog) -> None:
    tab = dialog.tables[Table.LAWS]
    form = tab.begin()
    assert form is not None
    for column, text in (
        ("name", "Data Seizure Act"),
        ("country", "Japan"),
        ("reference", "Act 1"),
        ("since", "1 January 2026"),
    ):
        enter(form, column, text)
    allows = form.fields["allows"].editor
    assert isinstance(allows, Paragraph)
    allows.setPlainText("Lets the state read everything.")
    allows.finish()
    form.accept()
    assert [law.name for law in laws_of("JP")] == ["Data Seizure Act"]
    assert tab.chosen is not None
    assert tab.chosen.key == "data-seizure-act"
    tab.own_only.setChecked(True)
    assert tab.list.rowCount() == 1
    tab.take_back()
    assert laws_of("JP") == ()


def test_a_law_of_nowhere_is_refused_at_the_field(dialog: CatalogueDialog) -> None:
    form = dialog.tables[Table.LAWS].begin()
    assert form is not None
    enter(form, "country", "Atlantis")
    assert form.fields["country"].is_refused


def test_weights_are_corrected_together_and_go_back_together(dialog: CatalogueDialog) -> None:
    tab = dialog.tables[Table.FRAMEWORK]
    tab.reveal(Section.OBJECTIVES, "SOV-1")
    form = tab.edit()
    assert isinstance(form, WeightsDialog)
    ok = form.buttons.button(form.buttons.StandardButton.Ok)
    form.boxes["SOV-1", WeightSet.JUNE_2026].setValue(25)
    assert not ok.isEnabled()
    assert "100" in form.fault.text()
    form.boxes["SOV-2", WeightSet.JUNE_2026].setValue(5)
    assert ok.isEnabled()
    form.accept()
    assert frameworks.weights(WeightSet.JUNE_2026)["SOV-1"] == 25
    tab.reveal(Section.OBJECTIVES, "SOV-2")
    tab.take_back()
    assert overlay.read(overlay.place()) == overlay.NOTHING


def test_a_level_is_told_in_ones_own_words(dialog: CatalogueDialog) -> None:
    tab = dialog.tables[Table.FRAMEWORK]
    tab.reveal(Section.LEVELS, "2")
    form = tab.edit()
    assert isinstance(form, EntryDialog)
    enter(form, "name_en", "Data in our hands")
    form.accept()
    assert frameworks.sovereignty_levels()[2].name("en") == "Data in our hands"
    assert frameworks.sovereignty_levels()[2].name("fr") == "Souveraineté des données"


def test_the_judgement_of_an_alternative_is_corrected_and_goes_back(
    dialog: CatalogueDialog, qtbot: QtBot
) -> None:
    vendor = catalogue.vendor("winbooks")
    assert vendor is not None
    before = alternatives_of("winbooks")
    ways = WaysOutDialog(vendor, dialog.steps, lambda: None, dialog)
    qtbot.addWidget(ways)
    ways.list.setCurrentRow(0)
    form = ways.edit()
    assert form is not None
    choose(form, "effort", "hard move")
    form.accept()
    changed = {one.alternative: one for one in alternatives_of("winbooks")}[before[0].alternative]
    assert changed.effort is Effort.HIGH
    assert changed.provenance.source == "entered by hand"
    rows = [ways.list.item(row).text() for row in range(ways.list.count())]
    ways.list.setCurrentRow(next(row for row, text in enumerate(rows) if "(yours)" in text))
    ways.take_back()
    assert alternatives_of("winbooks") == before


def test_a_step_that_would_lose_the_work_of_another_window_is_not_taken(
    dialog: CatalogueDialog,
) -> None:
    dialog.steps.keep(overlay.NOTHING.with_entry(VendorId("sap"), {"hq_country": "FR"}))
    own_catalogue.save(overlay.NOTHING.with_entry(VendorId("sap"), {"hq_country": "BE"}))
    with pytest.raises(ChangedMeanwhile):
        dialog.steps.undo()
    assert overlay.read(overlay.place()).entries[VendorId("sap")] == {"hq_country": "BE"}


def opened(dialog: CatalogueDialog, table: Table, section: Section, key: str) -> EntryDialog:
    tab = dialog.tables[table]
    tab.reveal(section, key)
    form = tab.edit()
    assert isinstance(form, EntryDialog)
    return form


def begun(dialog: CatalogueDialog, table: Table) -> EntryDialog:
    form = dialog.tables[table].begin()
    assert form is not None
    return form


def told(dialog: CatalogueDialog, table: Table) -> str:
    return dialog.tables[table].page.toPlainText()


def write(form: EntryDialog, column: str, text: str) -> None:
    editor = form.fields[column].editor
    assert isinstance(editor, Paragraph)
    editor.setPlainText(text)
    editor.finish()


def test_names_and_codes_of_a_country_are_corrected_and_go_back(dialog: CatalogueDialog) -> None:
    form = opened(dialog, Table.COUNTRIES, Section.COUNTRIES, "TR")
    enter(form, "name_en", "Turkey")
    enter(form, "alpha3", "tky")
    form.accept()
    own = overlay.read(overlay.place()).small[Section.COUNTRIES]["TR"]
    assert own.keys() == {"name_en", "alpha3", "source", "as_of"}
    assert jurisdictions()["TR"].name("en") == "Turkey"
    assert jurisdictions()["TR"].alpha3 == "TKY"
    assert "Delivered: Türkiye" in told(dialog, Table.COUNTRIES)
    dialog.tables[Table.COUNTRIES].take_back()
    assert overlay.read(overlay.place()) == overlay.NOTHING


def test_a_name_that_another_country_has_is_refused_in_a_sentence(dialog: CatalogueDialog) -> None:
    form = opened(dialog, Table.COUNTRIES, Section.COUNTRIES, "TR")
    enter(form, "name_nl", "België")
    form.accept()
    assert form.fault.text() == (
        "“Name in Dutch” cannot hold this: a name that no other country has is expected."
    )
    enter(form, "name_nl", "Turkije")
    enter(form, "alpha3", "BEL")
    form.accept()
    assert "three capital letters that no other country has" in form.fault.text()
    assert not overlay.place().exists()


def test_a_country_that_is_missing_is_added_once_and_taken_away(dialog: CatalogueDialog) -> None:
    for code, fault in (("Kosovo", "two letters"), ("be", "BE already")):
        form = begun(dialog, Table.COUNTRIES)
        enter(form, "code", code)
        enter(form, "alpha3", "XKX")
        form.accept()
        assert "needs a name" in form.fault.text()
        enter(form, "name_fr", "Kosovo")
        form.accept()
        assert fault in form.fault.text()
        form.reject()
    form = begun(dialog, Table.COUNTRIES)
    enter(form, "code", "xk")
    enter(form, "alpha3", "XKX")
    enter(form, "name_fr", "Kosovo")
    form.accept()
    assert jurisdictions()["XK"].name("en") == "Kosovo"
    entry = corrected(dialog, "sap")
    enter(entry, "hq_country", "Kosovo")
    entry.accept()
    assert in_force.all_vendors()[VendorId("sap")].country == "XK"
    dialog.undo.click()
    dialog.tables[Table.COUNTRIES].take_back()
    assert "XK" not in jurisdictions()


def test_a_country_that_an_entry_sits_in_is_not_taken_away(
    dialog: CatalogueDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    monkeypatch.setattr("smala_lockin.ui.errors.told", lambda error, _parent: said.append(error))
    kosovo = {
        **dict.fromkeys(("name_en", "name_fr", "name_nl", "name_de"), "Kosovo"),
        "alpha3": "XKX",
        "gdpr_adequacy": "no",
        "confidence": "high",
        "source": "us",
        "as_of": "2026-11-25",
    }
    own = overlay.NOTHING.with_row(Section.COUNTRIES, "XK", kosovo)
    own_catalogue.save(own.with_entry(VendorId("sap"), {"hq_country": "XK"}))
    dialog.tables[Table.COUNTRIES].show_anew()
    dialog.tables[Table.COUNTRIES].reveal(Section.COUNTRIES, "XK")
    dialog.tables[Table.COUNTRIES].take_back()
    assert len(said) == 1
    assert "XK" in jurisdictions()


def test_a_reference_is_corrected_with_its_earlier_code_only_where_it_has_one(
    dialog: CatalogueDialog,
) -> None:
    form = opened(dialog, Table.REFERENCES, Section.REFERENCES, "cyfun-dependencies")
    enter(form, "code", "GV.OC-99")
    enter(form, "earlier_code", "ID.BE-9")
    write(form, "says_en", "Know what we hang on")
    form.accept()
    assert "CyFun GV.OC-99" in told(dialog, Table.REFERENCES)
    assert "Single point of failure" in told(dialog, Table.REFERENCES)
    changed = in_force.tables().references["cyfun-dependencies"]
    assert (changed.says_en, changed.earlier_code) == ("Know what we hang on", "ID.BE-9")
    assert changed.says_fr == in_force.delivered().references["cyfun-dependencies"].says_fr
    other = opened(dialog, Table.REFERENCES, Section.REFERENCES, "gdpr-processor")
    assert "earlier_code" not in other.fields
    enter(other, "code", "")
    other.accept()
    assert other.fields["code"].is_refused


def test_an_ai_model_is_corrected_and_its_tools_are_told(dialog: CatalogueDialog) -> None:
    form = opened(dialog, Table.MODELS, Section.MODELS, "openai-models")
    enter(form, "supplier_id", "Microsoft")
    choose(form, "open_weights", "yes")
    form.accept()
    model = in_force.tables().models[VendorId("openai-models")]
    assert (model.supplier, model.open_weights) == ("microsoft", True)
    assert "ChatGPT" in told(dialog, Table.MODELS)
    assert "Delivered: OpenAI" in told(dialog, Table.MODELS)
    again = opened(dialog, Table.MODELS, Section.MODELS, "openai-models")
    enter(again, "supplier_id", "Nobody at all")
    assert again.fields["supplier_id"].is_refused


def test_a_family_of_ai_models_is_added_to_an_entry_once(dialog: CatalogueDialog) -> None:
    form = begun(dialog, Table.MODELS)
    enter(form, "model_id", "ChatGPT")
    enter(form, "supplier_id", "Mistral")
    enter(form, "family", "Ours")
    form.accept()
    assert [one.model.family for one in model_supplies_of("chatgpt")] == ["Ours"]
    dialog.reveal("chatgpt")
    assert "Ours (Mistral AI)" in dialog.vendors.page.toPlainText()
    again = begun(dialog, Table.MODELS)
    enter(again, "model_id", "ChatGPT")
    enter(again, "supplier_id", "Mistral")
    enter(again, "family", "Other")
    again.accept()
    assert "in the list already" in again.fault.text()
    dialog.tables[Table.MODELS].take_back()
    assert overlay.read(overlay.place()) == overlay.NOTHING


def test_values_and_zones_of_threats_are_corrected(dialog: CatalogueDialog) -> None:
    form = opened(dialog, Table.THREATS, Section.MARKS, "trust-1")
    write(form, "means_en", "We do not know them")
    form.accept()
    assert parts.scale("trust")[0] == "1  We do not know them"
    zone = opened(dialog, Table.THREATS, Section.ZONES, "danger")
    enter(zone, "from_threat", "0.5")
    zone.accept()
    assert "the higher the worse the zone" in zone.fault.text()
    enter(zone, "from_threat", "3.25")
    enter(zone, "name_en", "red")
    zone.accept()
    assert in_force.tables().zones["danger"].from_threat == 3.25
    assert degrees.zone(Zone.DANGER) == "red"


def test_objectives_are_called_as_one_says_in_the_language_in_force(
    dialog: CatalogueDialog,
) -> None:
    tab = dialog.tables[Table.FRAMEWORK]
    tab.reveal(Section.OBJECTIVES, "SOV-2")
    form = tab.edit()
    assert isinstance(form, WeightsDialog)
    ok = form.buttons.button(form.buttons.StandardButton.Ok)
    form.names["SOV-2"].setText(" ")
    assert not ok.isEnabled()
    assert "name" in form.fault.text()
    form.names["SOV-2"].setText("Whose law")
    form.accept()
    own = overlay.read(overlay.place()).small[Section.OBJECTIVES]
    assert own.keys() == {"SOV-2"}
    assert own["SOV-2"].keys() == {"name_en", "source", "as_of"}
    assert frameworks.objectives()["SOV-2"].name("fr") == "Souveraineté juridique"
    assert "Delivered: Legal and" in told(dialog, Table.FRAMEWORK)
    tab.take_back()
    assert overlay.read(overlay.place()) == overlay.NOTHING


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
