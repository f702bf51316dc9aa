"""Lists without any header: columns told by what they hold, and no row lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.repair import to_repair
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.understanding.sheets import SheetChoice
from smala_lockin.importing.understanding.sorts import RowSort
from tests.importing.lists import arrows, imported, one, table

FULL = """
    Odoo Online;Odoo SA;oui;9 600,00;31/12/2026;haute
    Microsoft 365;Microsoft;oui;4 200,00;30/06/2026;critique
    Winbooks;Winbooks SA;non;1 200,00;31/12/2025;moyenne
    AutoCAD;Autodesk;non;3 400,00;15/03/2026;haute
    """


def test_names_suppliers_amounts_days_and_levels_are_known_by_what_they_are() -> None:
    proposal = propose([table(FULL)], catalogue=False)
    made = proposal.apply(Landscape())
    odoo = one(made, "Odoo Online")
    assert (odoo.annual_cost, odoo.contract_end, odoo.criticality) == (
        9600.0,
        date(2026, 12, 31),
        4,
    )
    assert odoo.custom == {"[C]": "oui"}
    assert "odoo-online provided_by odoo-sa" in arrows(made)
    (sheet,) = proposal.sheets
    assert (sheet.header_row, sheet.rows_used, sheet.rows_read) == (None, 4, 4)
    assert sheet.used == {1, 2, 3, 4}
    assert NoteKind.NO_HEADER in {note.kind for note in proposal.notes}


@pytest.mark.parametrize(
    "text",
    [
        "Odoo,Odoo SA\nMicrosoft 365,Microsoft\nMailchimp,Intuit\nSlack,Salesforce",
        "Odoo\tOdoo SA\thaute\nMicrosoft 365\tMicrosoft\tmoyenne\nSlack\tSalesforce\tbasse",
        "Odoo;Odoo SA;hoog\nMicrosoft 365;Microsoft;gemiddeld\nSlack;Salesforce;laag",
        "Odoo;Odoo SA;hoch\nMicrosoft 365;Microsoft;mittel\nSlack;Salesforce;niedrig",
        "Odoo;Odoo SA;high\nMicrosoft 365;Microsoft;medium\nSlack;Salesforce;low",
        "Logiciel;Odoo;Odoo SA\nSaaS;Microsoft 365;Microsoft\nLogiciel;Slack;Salesforce",
        "Odoo;Odoo SA;31.12.2026\nMicrosoft 365;Microsoft;30.06.2026\nSlack;Salesforce;01.02.2027",
        "Nos logiciels;;\n;;\nOdoo;Odoo SA;12,50 €\nMicrosoft 365;Microsoft;9,00 €\n"
        "Slack;Salesforce;3,00 €",
    ],
)
def test_a_list_of_things_beside_who_sells_them(text: str) -> None:
    proposal = propose([table(text)], catalogue=False)
    found = arrows(proposal.apply(Landscape()))
    assert {"odoo provided_by odoo-sa", "slack provided_by salesforce"} <= found


def test_days_are_read_as_their_whole_column_writes_them() -> None:
    text = """
        Odoo;Odoo SA;01/12/2026;06/15/2026
        Microsoft 365;Microsoft;04/25/2026;07/20/2026
        Slack;Salesforce;04/26/2026;08/30/2026
        """
    made = propose([table(text)], catalogue=False).apply(Landscape())
    assert one(made, "Odoo").contract_end == date(2026, 6, 15)


def test_suppliers_with_numbers_and_mail_addresses() -> None:
    text = """
        Proximus;0202.239.951;help@proximus.be;12 000 €
        OVH;FR22424761419;support@ovh.com;950 €
        Combell;BE0541977701;info@combell.com;420 €
        """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert proposal.sheets[0].people == ("[C]",)
    assert one(made, "Proximus").registration == "0202.239.951"
    assert one(made, "Proximus").annual_cost == 12000.0
    assert {found.kind for found in made.assets.values()} == {AssetKind.SUPPLIER}


def test_payments_are_added_up() -> None:
    text = """
        2024-01-05;PROXIMUS;-120,50;EUR
        2024-01-09;OVH SAS;-45,00;EUR
        2024-12-05;PROXIMUS;-120,50;EUR
        2025-01-02;OVH SAS;-45,00;EUR
        """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert proposal.sheets[0].sort is RowSort.PAYMENT
    assert one(made, "PROXIMUS").annual_cost == 241.0


def test_periods_beside_amounts_are_those_of_payments() -> None:
    text = "01/2025;Proximus;120,50\n01/2025;OVH;45,00\n02/2025;Proximus;120,50"
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert proposal.sheets[0].sort is RowSort.PAYMENT
    assert one(made, "Proximus").annual_cost is None
    assert one(made, "Proximus").custom["Sum"] == "241.00 EUR"


def test_names_that_look_like_those_of_people_are_names_where_nothing_else_is_named() -> None:
    text = "CRM Pro;Dupont SRL;12,50\nGestion Stock;LogiPlus SA;30,00\nPaie Facile;Social NV;45,90"
    assert one(imported(text, catalogue=False), "Gestion Stock").annual_cost == 30


def test_what_is_sold_is_named_rather_than_a_supplier() -> None:
    made = imported("Marie;Odoo;oui\nJean;Slack;non\nLuc;Teams;oui", catalogue=False)
    assert {found.name for found in made.assets.values()} == {"Odoo", "Slack", "Teams"}


def test_devices_are_known_by_their_addresses() -> None:
    text = "SRV01;Windows Server;Dell;10.0.0.1\nSRV02;Windows Server;HP;10.0.0.2"
    made = imported(text, catalogue=False)
    assert one(made, "SRV01").kind is AssetKind.INFRASTRUCTURE


def test_a_word_that_heads_columns_elsewhere_may_be_a_level() -> None:
    text = "Serveur de fichiers;Critique;Interne\nMessagerie;Critique;Microsoft\nSite;Haute;Combell"
    proposal = propose([table(text)], catalogue=False)
    assert proposal.sheets[0].used == {1, 2, 3}
    assert one(proposal.apply(Landscape()), "Serveur de fichiers").criticality == 5


def test_names_beside_counts() -> None:
    made = imported("Office 365\t3\nAdobe CC\t5\nZoom\t1", catalogue=False)
    assert {found.name for found in made.assets.values()} == {"Office 365", "Adobe CC", "Zoom"}


def test_a_bare_list_of_names() -> None:
    made = imported("Odoo\nMicrosoft 365\nMailchimp\nMonOutil", catalogue=False)
    assert {found.name for found in made.assets.values()} == {
        "Odoo",
        "Microsoft 365",
        "Mailchimp",
        "MonOutil",
    }


def test_what_stands_above_the_first_record_is_told() -> None:
    proposal = propose([table("Nos logiciels 2026;;\n" + FULL.strip())], catalogue=False)
    (sheet,) = proposal.sheets
    assert [(row.row, row.why) for row in sheet.rows_left_out] == [(1, Why.ABOVE)]
    assert sheet.rows_used == 4


def test_names_of_people_stay_out() -> None:
    text = "Odoo;Odoo SA;Marie Dupont\nSlack;Salesforce;Jean Martin\nOVH;OVH SAS;Luc Peeters"
    proposal = propose([table(text)], catalogue=False)
    assert proposal.sheets[0].people == ("[C]",)
    assert "Dupont" not in str(proposal.apply(Landscape()))


@pytest.mark.parametrize(
    "text",
    [
        "Application;Fournisseur;2025;2026\nOdoo;Odoo SA;100;120\nSlack;Salesforce;10;12",
        "Machin;Truc;Bidule\nAlpha;un;deux\nBeta;trois;quatre",
        "Outil préféré\nOdoo est bien.\nJ'aime Slack, qui est plus long que tout le reste.",
        "Dear all,\nplease find the notes of the meeting.\nKind regards",
    ],
)
def test_a_header_or_prose_is_no_record(text: str) -> None:
    assert NoteKind.NO_HEADER not in {note.kind for note in propose([table(text)]).notes}


def test_somebody_can_say_that_there_is_no_header() -> None:
    text = "Application;Odoo SA\nSlack;Salesforce\nTeams;Microsoft"
    choice = SheetChoice(header_row=0)
    proposal = propose([table(text)], choices={("liste.csv", None): choice}, catalogue=False)
    assert proposal.sheets[0].used == {1, 2, 3}


def test_rows_to_mend_of_a_list_without_header_get_one_that_is_understood() -> None:
    whole = table(FULL + "    Slack;Salesforce;oui;beaucoup;31/12/2026;haute\n")
    proposal = propose([whole], catalogue=False)
    (sheet,) = to_repair([whole], proposal)
    assert sheet.rows[0][:5] == ["name", "supplier", "[C]", "annual cost", "contract end"]
    assert sheet.rows[1][0] == "Slack"


_LINES = ("Odoo;Odoo SA;12,50 €;haute", "Slack;Salesforce;;basse", ";;;", "Zorg;Zorg NV;9,00 €;")


@given(st.lists(st.sampled_from(_LINES), min_size=3, max_size=8))
def test_every_row_is_accounted_for(lines: list[str]) -> None:
    filled = {number for number, line in enumerate(lines, start=1) if line != ";;;"}
    proposal = propose([table("\n".join(lines))], catalogue=False)
    (sheet,) = proposal.sheets
    if sheet.sort is None:
        assert sheet.explanation
        return
    told = {row.row for row in sheet.rows_left_out} | {row.row for row in sheet.rows_merged}
    told |= sheet.used | sheet.header_rows | {problem.row for problem in proposal.problems}
    assert filled <= told
