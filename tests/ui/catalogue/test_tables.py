"""Countries, laws, references, models and scales: look up, correct, extend."""

import pytest

from smala_lockin.analysis.figures.ecosystem import Zone
from smala_lockin.app import own_catalogue
from smala_lockin.app.catalogue_tables import Table
from smala_lockin.knowledge import frameworks, in_force, overlay
from smala_lockin.knowledge.ai_chain import model_supplies_of
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.knowledge.jurisdictions import jurisdictions
from smala_lockin.knowledge.laws import laws_of
from smala_lockin.knowledge.overlay import Section
from smala_lockin.knowledge.sovereignty_rows import WeightSet
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.ui.catalogue.dialog import CatalogueDialog
from smala_lockin.ui.catalogue.entry import EntryDialog
from smala_lockin.ui.catalogue.weights import WeightsDialog
from smala_lockin.ui.fields.line import Paragraph
from smala_lockin.words import degrees, parts
from tests.ui.catalogue.hands import begun, choose, corrected, enter, opened, told, write


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
