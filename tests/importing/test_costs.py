"""What amounts of a list come to in a year, and which of them are no yearly cost."""

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.propose import propose
from tests.importing.lists import imported, one


def test_the_budget_of_a_project_is_no_yearly_cost_and_thousands_count() -> None:
    budget = "{};Fournisseur;Budget 2026 (k€)\nOdoo;Odoo SA;180\nSlack;Salesforce;12"
    project = "Projet;Solution;Partenaire;Budget 2026 (k€)\nNouvel ERP;Odoo;Odoo SA;180"
    assert one(imported(budget.format("Logiciel"), catalogue=False), "Odoo").annual_cost == 180e3
    assert one(imported(project, catalogue=False), "Odoo").annual_cost is None


def test_a_mark_for_a_price_is_no_price() -> None:
    made = imported(
        """
        Fournisseur;Prestation;Qualité /10;Prix /10;CA 2025 (€)
        Easi;logiciel Adfinity;8;6;12480
        Dufour;transport;5;8;91000
        """,
        catalogue=False,
    )
    assert one(made, "logiciel Adfinity").annual_cost == 12480.0
    assert "transport" not in {asset.name for asset in made.assets.values()}


@pytest.mark.parametrize(
    ("header", "frequency", "yearly"),
    [
        ("Montant", "Mensuel", 120.0),
        ("Montant", "par trimestre", 40.0),
        ("Amount", "Yearly", 10.0),
        ("Amount", "", 10.0),
        ("Annual cost", "Monthly", 10.0),
        ("Loyer trimestriel", "", 40.0),
        ("Prix/mois HTVA", "", 120.0),
        ("Last 12 months cost", "", 10.0),
    ],
)
def test_what_an_amount_comes_to_in_a_year(header: str, frequency: str, yearly: float) -> None:
    text = f"Logiciel;Fournisseur;{header};Périodicité\nFigma;Figma Inc;10;{frequency}"
    assert one(imported(text, catalogue=False), "Figma").annual_cost == yearly


def test_what_was_paid_on_the_day_of_purchase_is_no_yearly_cost() -> None:
    made = imported("Nom;Type;Coût;Date d'achat\nsrv1;Serveur;4800;01/02/2023", catalogue=False)
    assert one(made, "srv1").annual_cost is None
    assert dict(one(made, "srv1").custom)["Coût"] == "4800"


def test_totals_of_several_years_are_no_yearly_cost() -> None:
    made = imported(
        "fournisseur;montant_total;premier_contrat;dernier_contrat\nAdlib;31171;2012-02-07;2015-01-05",
        catalogue=False,
    )
    assert one(made, "Adlib").annual_cost is None


def test_a_price_for_each_licence_may_be_told_by_a_sign() -> None:
    text = "Outil;Éditeur;Nbre licences;€ / licence / mois\nSilverfin;Silverfin nv;12;45"
    assert one(imported(text, catalogue=False), "Silverfin").annual_cost == 6480.0


def test_marks_for_prices_are_no_costs() -> None:
    text = "Fournisseur;Prestation;Qualité;Délais;Prix\nCanon;Copieurs;3;4;2\nNiboo;Odoo;5;4;3"
    assert one(imported(text, catalogue=False), "Copieurs").annual_cost is None


@pytest.mark.parametrize(
    ("places", "units", "cost"),
    [("Namur;Liège;Mons", 18, None), ("janv;févr;mars", None, None)],
)
def test_counts_by_place_add_up_to_units_and_those_of_three_months_to_nothing(
    places: str, units: int | None, cost: float | None
) -> None:
    rows: list[Row] = [
        ["Équipement", "Fournisseur", *places.split(";"), "Total"],
        ["Caméra", "Hikvision", 6, 8, 4, 18],
        ["Terminal", "Worldline", 2, 4, 2, 8],
    ]
    made = propose([Table(file="parc.xlsx", sheet="Parc", rows=rows)], catalogue=False).apply(
        Landscape()
    )
    camera = one(made, "Caméra")
    assert (camera.units, camera.annual_cost) == (units, cost)
