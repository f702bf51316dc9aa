"""Lists and forms of contracts: what they are about, with whom, and until when."""

from datetime import date

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, imported, one


def test_contracts_in_german_are_named_by_what_they_are_about() -> None:
    made = imported(
        """
        Vertragspartner;Gegenstand;Laufzeit bis;Kündigungsfrist
        Deutsche Telekom;Standleitung;31.03.2027;3 Monate
        DATEV eG;Buchhaltungssoftware;31.12.2026;6 Monate zum Jahresende
        """,
        catalogue=False,
    )
    assert one(made, "Standleitung").kind is AssetKind.INFRASTRUCTURE
    assert "standleitung provided_by deutsche-telekom" in arrows(made)


def test_forms_below_one_another_are_a_row_each() -> None:
    rows: list[Row] = [
        ("FICHE CONTRAT N° 1", None),
        ("Fournisseur", "Cegid"),
        ("Objet", "Logiciel de caisse"),
        ("Date de fin", "30/06/2027"),
        ("Préavis", "trois mois"),
        ("Montant annuel", "8.640 €"),
        ("Contact", "Julie (06 12 34 56 78)"),
        (None, None),
        ("FICHE CONTRAT N° 2", None),
        ("Fournisseur", "Worldline"),
        ("Objet", "Terminaux de paiement (7)"),
        ("Date de fin", "31/12/2026"),
        ("Préavis", "six mois"),
        ("Montant annuel", "3.150 €"),
        ("Contact", None),
    ]
    proposal = propose([Table(file="f.xlsx", sheet="Fiches", rows=rows)], catalogue=False)
    made = proposal.apply(Landscape())
    till = one(made, "Logiciel de caisse")
    assert (till.annual_cost, till.notice_days) == (8640.0, 91)
    assert "terminaux-de-paiement-7 provided_by worldline" in arrows(made)
    assert "Julie" not in repr(made)
    assert [row.row for row in proposal.sheets[0].rows_left_out] == [1, 9]


def test_what_is_leased_costs_its_rent_as_often_as_it_is_due() -> None:
    made = imported(
        """
        N° contrat;Bailleur;Objet financé;Loyer HTVA;Périodicité
        L-2024-118;Grenke;12 laptops Dell;412;mensuel
        L-2023-090;KBC Lease;Presse Heidelberg;18900;trimestriel
        """,
        catalogue=False,
    )
    assert one(made, "Presse Heidelberg").annual_cost == 75600.0
    assert one(made, "12 laptops Dell").kind is AssetKind.INFRASTRUCTURE
    assert "presse-heidelberg provided_by kbc-lease" in arrows(made)


def test_lines_of_a_contract_are_named_by_their_sort() -> None:
    made = imported(
        "Site;Type de ligne;Opérateur;Fin d'engagement\n"
        "Namur;Fibre 1G;Proximus;31/03/2027\nAns;VDSL;Edpnet;",
        catalogue=False,
    )
    assert one(made, "Fibre 1G").contract_end == date(2027, 3, 31)


def test_the_one_who_won_a_public_contract_supplies_it() -> None:
    text = "Intitulé du marché;Adjudicataire;N° BCE\nMaintenance taxes;CIVADIS SA;BE0861.023.666"
    made = imported(text, catalogue=False)
    assert arrows(made) == {"maintenance-taxes provided_by civadis-sa"}
    assert one(made, "CIVADIS SA").registration == "BE0861.023.666"


@pytest.mark.parametrize(
    ("header", "cell", "months"),
    [
        ("Renewal Term (months)", "12", 12),
        ("Reconduction (ans)", "2", 24),
        ("Auto-renew", "Yes, 12 months", 12),
    ],
)
def test_for_how_long_a_contract_goes_on(header: str, cell: str, months: int) -> None:
    text = f'Contract Name,Supplier,{header}\nOkta MSA,Okta Inc.,"{cell}"'
    assert one(imported(text, catalogue=False), "Okta MSA").renewal_months == months


def test_the_day_of_an_agreement_on_data_says_that_it_is_signed() -> None:
    made = imported(
        "Auftragsverarbeiter;Leistung;AVV abgeschlossen am\nDATEV;Lohn;01.04.2022\nZoom;Video;",
        catalogue=False,
    )
    assert one(made, "Lohn").dpa_signed is True
    assert one(made, "Video").dpa_signed is None


def test_a_notice_in_months_may_be_written_short() -> None:
    made = imported("Applicatie;Leverancier;Opzegtermijn (mnd)\nDjuma;Roxit;6", catalogue=False)
    assert one(made, "Djuma").notice_days == 182
