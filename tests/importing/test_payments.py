"""Payments and bill lines are added up, and no yearly cost is made of a month."""

from datetime import date

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.understanding.sheets import Choices, SheetChoice
from smala_lockin.importing.understanding.sorts import RowSort
from tests.importing.lists import arrows, imported, one, table

MONTH = """
    Date de paiement;Fournisseur;Montant;Nature
    05/01/2026;Proximus;100,50;Télécom
    12/01/2026;PROXIMUS ;-20,50;Télécom
    20/01/2026;Divers;9,00;Frais
    21/01/2026;Divers;3,00;Frais
    25/01/2026;Odoo;1.000,00;Logiciel
    28/01/2026;Odoo;500,00;Conseil
    """
YEARS = """
    Date de paiement;Fournisseur;Montant (EUR)
    05/01/2024;Odoo;5000
    05/01/2025;Odoo;100
    05/06/2025;Odoo;200
    05/12/2025;Odoo;300
    03/03/2024;Ancien SA;70
    """
BILL = """
    ServiceName,ProviderName,BilledCost,BillingCurrency,RegionName,ChargePeriodStart
    Object storage,Nuage,0.25,EUR,Belgium,2026-01-01 00:00:00
    Object storage,Nuage,0.50,EUR,France,2026-01-02 00:00:00
    Mail,Nuage,10,EUR,NULL,2026-01-01 00:00:00
    Mail,Nuage,10,EUR,NULL,2026-01-02 00:00:00
    Mail,Nuage,10,EUR,NULL,2026-01-03 00:00:00
    """


def test_payments_are_added_up_by_supplier() -> None:
    landscape = imported(MONTH)
    paid = one(landscape, "Proximus")
    assert paid.custom["Payments"] == "2"
    assert paid.custom["Sum"] == "80.00 EUR"
    assert (paid.custom["First payment"], paid.custom["Last payment"]) == (
        "2026-01-05",
        "2026-01-12",
    )
    assert one(landscape, "Odoo").custom["Nature"] == "Logiciel\nConseil"
    assert {asset.kind for asset in landscape.assets.values()} == {"supplier"}


def test_a_month_of_payments_says_nothing_about_a_year() -> None:
    proposal = propose([table(MONTH)], catalogue=False)
    assert all(asset.annual_cost is None for asset in proposal.added)
    assert NoteKind.SHORT_PERIOD in {note.kind for note in proposal.notes}


def test_names_that_hide_a_supplier_are_said_once_and_every_row_is_accounted_for() -> None:
    proposal = propose([table(MONTH)])
    (problem,) = proposal.problems
    assert (problem.row, problem.reason) == (4, Reason.SET_ASIDE)
    (report,) = proposal.sheets
    assert report.sort is RowSort.PAYMENT
    assert (report.rows_read, report.rows_used, report.left_out) == (6, 4, 1)


def test_the_last_year_of_a_longer_period_is_the_yearly_cost() -> None:
    landscape = imported(YEARS)
    assert one(landscape, "Odoo").annual_cost == 600.0
    assert one(landscape, "Odoo").custom["Sum"] == "5600.00 EUR"
    assert one(landscape, "Ancien SA").annual_cost is None


def test_another_currency_needs_a_rate() -> None:
    dollars = YEARS.replace("EUR", "USD")
    assert one(imported(dollars), "Odoo").annual_cost is None
    assert one(imported(dollars, rates={"USD": 0.5}), "Odoo").annual_cost == 300.0


def test_bill_lines_are_added_up_by_service() -> None:
    landscape = imported(BILL, catalogue=False)
    storage = one(landscape, "Object storage")
    assert storage.kind == "cloud_service"
    assert (storage.custom["Bill lines"], storage.custom["Sum"]) == ("2", "0.750000 EUR")
    assert storage.hosting_countries == ("BE", "FR")
    assert arrows(landscape) == {
        "object-storage provided_by nuage",
        "mail provided_by nuage",
    }


def test_the_same_payments_again_say_nothing_new() -> None:
    made = imported(MONTH)
    assert propose([table(MONTH)], made, today=date(2026, 2, 1)).is_empty


@pytest.mark.parametrize("sort", [RowSort.PAYMENT, RowSort.SUPPLIER])
def test_what_a_row_is_can_be_chosen(sort: RowSort) -> None:
    listed = "Fournisseur;Montant\nOdoo;5\nProximus;6"
    choices: Choices = {("liste.csv", None): SheetChoice(sort=sort)}
    made = propose([table(listed)], choices=choices).apply(Landscape())
    assert ("Sum" in one(made, "Odoo").custom) == (sort is RowSort.PAYMENT)
    assert (one(made, "Odoo").annual_cost == 5.0) == (sort is RowSort.SUPPLIER)


def test_a_supplier_whose_name_begins_with_multiple_is_a_supplier() -> None:
    landscape = imported("Fournisseur;Pays\nMultiple Choice;BE\nMultiple suppliers;BE")
    assert [asset.name for asset in landscape.assets.values()] == ["Multiple Choice"]
