"""Matrices of who uses what, with doubts, counts and headings over them."""

from smala_lockin.domain.kinds import AssetKind, Need
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.tables.problems import Reason
from tests.importing.lists import arrows, imported, one, table

_MATRIX = """
    Qui se sert de quoi ?;;;;;
    ;;Dessin;;Bureau;
    Activité;Pilote;Plano;Rendo;Tablo;Total
    Esquisse;Luc;X;(x);;2
    Métré;Anne;;x;?;1
    Facturation;Anne;;;X;1
    Nombre de croix;;1;2;1;4
"""


def test_programs_across_activities_are_needed_where_they_are_crossed() -> None:
    made = imported(_MATRIX, catalogue=False)
    assert arrows(made) == {
        "esquisse uses plano",
        "esquisse uses rendo",
        "metre uses rendo",
        "facturation uses tablo",
    }
    assert one(made, "Plano").kind is AssetKind.APPLICATION
    assert one(made, "Métré").owner == "Anne"


def test_a_cross_in_brackets_is_a_need_of_convenience() -> None:
    made = imported(_MATRIX, catalogue=False)
    needs = {(str(one.source), str(one.target)): one.need for one in made.dependencies.values()}
    assert needs["esquisse", "rendo"] is Need.CONVENIENCE
    assert needs["metre", "rendo"] is not Need.CONVENIENCE


def test_a_cross_without_brackets_in_another_list_counts_more() -> None:
    plain = "Activité;Applications\nEsquisse;Rendo\nPlans;Rendo, Plano"
    for texts in ((_MATRIX, plain), (plain, _MATRIX)):
        made = imported(*texts, catalogue=False)
        needs = {(str(one.source), str(one.target)): one.need for one in made.dependencies.values()}
        assert needs["esquisse", "rendo"] is needs["plans", "rendo"]


def test_a_question_mark_in_a_matrix_is_told_and_a_row_of_counts_is_left_out() -> None:
    proposal = propose([table(_MATRIX)], catalogue=False)
    assert [(one.row, one.column, one.reason) for one in proposal.problems] == [
        (5, "Tablo", Reason.NOT_YES_OR_NO)
    ]
    left = {one.row: one.why for one in proposal.sheets[0].rows_left_out}
    assert left[7] is Why.TOTAL
    names = {one.name for one in proposal.apply(Landscape()).assets.values()}
    assert names == {"Esquisse", "Métré", "Facturation", "Plano", "Rendo", "Tablo"}


def test_a_total_of_one_on_every_row_is_no_column_of_crosses() -> None:
    text = "Service;Odoo;Salesforce;SolidWorks;Total\nVentes;;X;;1\nAchats;X;;;1\nStock;;;X;1"
    made = imported(text, catalogue=False)
    assert "Total" not in {one.name for one in made.assets.values()}
    assert len(made.dependencies) == 3


def test_a_form_above_a_matrix_is_no_band_of_headers() -> None:
    made = imported(
        """
        CHECK-LIST;;;;
        Nom :;;;Date d'entrée :;
        Accès à donner;Comptable;Commercial;Direction;Demander à
        Isabel 6;x;;x;Direction
        Odoo ventes;;x;x;Anne
        """,
        catalogue=False,
    )
    assert {"commercial uses odoo-ventes", "comptable uses isabel-6"} <= arrows(made)


def test_crosses_of_departments_may_be_answers_beside_unknown_words() -> None:
    made = imported(
        """
        Toegang / materiaal;Administratie;Verkoop;Magazijn
        Exact Online;ja;nee;nee
        CRM Teamleader;nee;ja;nee
        Scanner Zebra;nee;nee;ja
        """,
        catalogue=False,
    )
    assert {"verkoop uses crm-teamleader", "magazijn uses scanner-zebra"} <= arrows(made)


def test_letters_in_a_matrix_beside_activities_say_what_these_need() -> None:
    made = imported(
        """
        Proces;Max. uitval;ERP (Navision);Kassa;Microsoft 365
        Productie;4 uur;K;;
        Verkoop winkels;2 uur;B;K;
        Boekhouding;1 week;K;;B
        K = kritiek, B = belangrijk;;;;
        """,
        catalogue=False,
    )
    assert {"productie uses erp-navision", "boekhouding uses microsoft-365"} <= arrows(made)
    assert "productie uses kassa" not in arrows(made)
    assert not any("kritiek" in asset.name for asset in made.assets.values())
