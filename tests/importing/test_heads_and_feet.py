"""Weights, averages, reserves and headings around the lines of a list are no things."""

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.understanding.sorts import Skip
from tests.importing.lists import imported, one, table


def _names(made: Landscape) -> set[str]:
    return {asset.name for asset in made.assets.values()}


@pytest.mark.parametrize("weights", ["Pondération", "Weging", "Weight", "Gewichtung"])
@pytest.mark.parametrize("average", ["Moyenne générale", "Average of all", "Gemiddelde score"])
def test_weights_above_marks_and_averages_below_are_no_suppliers(
    weights: str, average: str
) -> None:
    text = f"""
        Fournisseur;Pays;Qualité;Délais;Prix;Décision
        {weights};;30%;20%;50%;
        Alfa SA;FR;4;3;2;garder
        Beta NV;BE;5;4;3;garder
        Gamma BV;NL;2;2;2,5;stop
        {average};;3,7;3;2,5;
        """
    made = imported(text, catalogue=False)
    assert _names(made) == {"Alfa SA", "Beta NV", "Gamma BV"}
    assert [asset.annual_cost for asset in made.assets.values()] == [None] * 3


def test_a_word_in_the_place_of_an_enterprise_number_is_told_and_not_taken() -> None:
    text = """
        Fournisseur;N° TVA;Pays
        Alfa SA;BE0123.456.749;be
        Beta Oy;FI;FI
        Gamma BV;néant;no
        Delta NV;BE 0456 123 789;NL
        """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    alfa, beta, gamma = (one(made, name) for name in ("Alfa SA", "Beta Oy", "Gamma BV"))
    assert (alfa.registration, beta.registration, gamma.registration) == (
        *("BE0123.456.749", None, None),
    )
    assert (alfa.country, gamma.country) == ("BE", None)
    assert (3, Reason.NOT_A_REGISTRATION) in {(it.row, it.reason) for it in proposal.problems}


@pytest.mark.parametrize("total", ["Totaal licenties", "TOTAL postes fixes", "Total des sièges"])
def test_a_total_of_something_beside_numbers_alone_is_no_application(total: str) -> None:
    text = f"""
        Application;Supplier;Users;Remark
        Ledger Plus;Alfa SA;4;old
        Post Room;Beta NV;9;new
        {total};;13;+ 9 portables
        """
    assert total not in _names(imported(text, catalogue=False))


def test_a_program_whose_name_begins_like_a_total_stays_one() -> None:
    text = """
        Application;Supplier;Version;Remark
        Ledger Plus;Alfa SA;4;old
        Total Commander;;9.0;
        Average Joe;;2;
        """
    assert {"Total Commander", "Average Joe"} <= _names(imported(text, catalogue=False))


def test_numbered_headings_and_a_reserve_in_a_budget_are_no_lines_of_it() -> None:
    text = """
        Ligne;Poste;Fournisseur;Budget 2027;Remarques
        1;LOGICIELS;;;
        1.1;Ledger Plus;Alfa SA;1200;vital
        1.2;Post Room;Beta NV;800;
        ;Sous-total logiciels;;2000;
        2;SERVICES;;;
        2.1;Sauvegarde distante;Gamma BV;960;
        2.2;Imprévus 5%;;140;
        ;TOTAL GÉNÉRAL;;3100;
        """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert _names(made) == {
        *("Ledger Plus", "Post Room", "Sauvegarde distante", "Alfa SA", "Beta NV", "Gamma BV")
    }
    assert one(made, "Ledger Plus").tags == ("LOGICIELS",)
    assert one(made, "Sauvegarde distante").tags == ("SERVICES",)
    (sheet,) = proposal.sheets
    assert [(row.row, row.why) for row in sorted(sheet.rows_left_out, key=lambda one: one.row)] == [
        *((2, Why.HEADING), (5, Why.TOTAL), (6, Why.HEADING), (8, Why.WEIGHT), (9, Why.TOTAL))
    ]


def test_numbered_things_of_which_only_names_are_known_stay_things() -> None:
    text = "No;Application;Supplier\n1;Ledger Plus;\n2;Post Room;\n3;Stock Keeper;Alfa SA"
    names = _names(imported(text, catalogue=False))
    assert {"Ledger Plus", "Post Room", "Stock Keeper"} <= names


@pytest.mark.parametrize(
    "text",
    [
        "Date;Quoi;Durée;Cause\n3/2/2026;Ledger en panne;3h;Alfa\n5/2/2026;mail lent;2 j;Beta",
        "Datum;Incident;Oorzaak\n3/2/2026;Ledger plat;Alfa\n5/2/2026;mail traag;Beta",
    ],
)
def test_a_list_of_incidents_names_nothing_to_rely_on(text: str) -> None:
    proposal = propose([table(text)], catalogue=False)
    (sheet,) = proposal.sheets
    assert sheet.skipped is Skip.INCIDENTS
    assert not proposal.apply(Landscape()).assets


def test_a_remark_apart_from_the_list_is_none_of_its_rows() -> None:
    made = imported(
        """
        Logiciel;Éditeur;Licences achetées
        7-Zip;-;20
        WinRAR;RARLAB;50
        ;;
        Relevé effectué le 3 novembre : portail des éditeurs;;
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {"7-Zip", "WinRAR", "RARLAB"}


def test_a_total_in_two_languages_and_a_mean_are_no_records() -> None:
    text = "Naam / Nom;Leverancier;Prijs\nBillit;Billit;240\nTotaal / Total;;240\nMoyenne;;240"
    made = imported(text, catalogue=False)
    assert {one.name for one in made.assets.values()} == {"Billit"}


def test_rules_of_a_firewall_are_nothing_to_rely_on() -> None:
    text = "id,name,source,destination,service,action\n1,VPN,10.8.0.0/24,any,RDP,allow"
    assert propose([table(text)]).sheets[0].skipped is Skip.RULES
