"""Vendors and ways out: look up, correct, extend."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.app import catalogue_pages, own_catalogue
from smala_lockin.app.offers import offers
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge import catalogue, in_force, overlay
from smala_lockin.knowledge.alternative_rows import Effort
from smala_lockin.knowledge.alternatives import alternatives_of
from smala_lockin.knowledge.overlay import Overlay
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.ui.catalogue.dialog import CatalogueDialog
from smala_lockin.ui.catalogue.vendor_line import name_of
from smala_lockin.ui.catalogue.ways_out import WaysOutDialog
from tests.ui.catalogue.hands import choose, corrected, enter, names


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
