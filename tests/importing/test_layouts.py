"""Headers on two lines, and columns that are hidden."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import read_tables
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from tests.importing.lists import arrows, imported, one, table

BANDED = """
    Application;;Fournisseur;;Contrat;
    Nom;Type;Nom;Pays;Début;Fin
    ERP;Logiciel;Alpha;Belgique;01/01/2025;31/12/2027
    CRM;SaaS;Beta;France;01/01/2025;31/12/2026
    """
TURNED = """
    Fournisseur;;Application;
    Nom;Pays;Nom;Type
    Alpha;Belgique;ERP;Logiciel
    Beta;France;CRM;SaaS
    """
HALF = """
    Application;Criticité;Fournisseur;
    ;;Nom;Pays
    ERP;haute;Alpha;Belgique
    CRM;basse;Beta;France
    """


@pytest.mark.parametrize("text", [BANDED, TURNED, HALF])
def test_the_two_lines_of_a_header_are_read_as_one(text: str) -> None:
    landscape = imported(text, catalogue=False)
    assert arrows(landscape) == {"erp provided_by alpha", "crm provided_by beta"}
    assert one(landscape, "Beta").country == "FR"


def test_a_banded_contract_ends_when_its_band_says() -> None:
    assert str(one(imported(BANDED, catalogue=False), "ERP").contract_end) == "2027-12-31"


def test_a_title_with_a_date_beside_it_is_no_band() -> None:
    text = "Inventaire;;Mis à jour en 2026\nNom;Fournisseur;Pays\nERP;Alpha;Belgique"
    assert propose([table(text)]).sheets[0].mapping == {
        "Nom": "name",
        "Fournisseur": "supplier",
        "Pays": "country",
    }


def test_a_row_of_ordinary_words_below_the_header_is_data() -> None:
    landscape = imported("Application;Type;Remarque\nContrat;Service;\nERP;Logiciel;x")
    assert one(landscape, "Contrat")


def test_hidden_columns_are_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Parc <1> & 2"
    for row in (["Application", "Salaire", "Fournisseur"], ["ERP", 100, "Alpha"]):
        sheet.append(row)
    sheet.column_dimensions["B"].hidden = True
    book.save(path)
    proposal = propose(read_tables(path), catalogue=False)
    assert proposal.sheets[0].ignored == ("Salaire",)
    assert NoteKind.COLUMNS_HIDDEN in {note.kind for note in proposal.notes}
    assert not one(proposal.apply(Landscape()), "ERP").custom


def test_three_lines_of_a_header_and_remarks_below_the_total() -> None:
    text = """
    Cartographie;;;;;
    Application;;Fournisseur;Contrat;;
    ;;;Durée;;Coûts
    Nom;Type;Nom;Début;Fin;Annuel HTVA
    Saphir;Logiciel;Civadis;01/01/2024;31/12/2026;12.400,00
    Délib;SaaS;IMIO;01/01/2022;31/12/2027;5.200,00
    Totaux;;;;;17.600,00
    Légende : montants HTVA, mise à jour 10/2026;;;;;
    """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert arrows(made) == {"saphir provided_by civadis", "delib provided_by imio"}
    assert one(made, "Délib").annual_cost == 5200.0
    assert str(one(made, "Saphir").contract_end) == "2026-12-31"
    assert [row.why.value for row in proposal.sheets[0].rows_left_out] == [
        "above", "total", "footnote",
    ]  # fmt: skip


def test_questions_are_headers_and_those_asked_again_are_about_another() -> None:
    text = """
    Horodateur;Quel logiciel utilisez-vous ?;Qui est le fournisseur ?;Est-ce critique ?;\
Quel autre logiciel ?;Qui est le fournisseur ?
    2026/10/01;Sage BOB;Sage;Oui;Excel;Microsoft
    2026/10/02;eBlox;SD Worx;Non;Teams;Microsoft
    """
    made = imported(text.replace("\\\n", ""), catalogue=False)
    assert arrows(made) == {"sage-bob provided_by sage", "eblox provided_by sd-worx"}
    assert one(made, "Sage BOB").criticality == 4


def test_columns_without_values_are_told() -> None:
    text = "Application;Fournisseur;Coût annuel\nERP;Alpha;\nCRM;Beta;"
    notes = {note.kind: note for note in propose([table(text)]).notes}
    assert notes[NoteKind.COLUMNS_EMPTY].subject == "Coût annuel"


def test_a_serial_number_tells_machines_of_one_name_apart() -> None:
    text = "Nom;Numéro de série;Type\nPC-1;A1;Portable\nPC-1;B2;Portable"
    assert len(imported(text).assets) == 2


def test_each_page_of_a_printed_list_repeats_its_header() -> None:
    page = "Application;Fournisseur\nERP;Alpha\nCRM;Beta\nWeb;Beta\n"
    second = page.replace("ERP", "Paie").replace("CRM", "Stock").replace("Web", "Fax")
    assert len(imported(page + second, catalogue=False).assets) == 8


def test_the_parent_beside_a_supplier_is_that_suppliers() -> None:
    text = "Application;Éditeur;Maison mère\nWinBooks;WinBooks SA;Exact Group"
    assert "winbooks-sa controlled_by exact-group" in arrows(imported(text, catalogue=False))


def test_a_hidden_supplier_has_no_parent() -> None:
    text = """
        Application;Fournisseur;Maison mère
        Compta;Divers;Exact Group
        Exact Group;Winbooks SA;Exact Group
    """
    made = arrows(imported(text, catalogue=False, create_missing=True))
    parent = "winbooks-sa controlled_by exact-group-2"
    assert made == {"exact-group provided_by winbooks-sa", parent}


def test_a_second_line_of_headers_is_known_by_the_band_above_it() -> None:
    made = imported(
        """
        Logiciel;Éditeur;Contrat;;;Coût HTVA;;Remarques
        ;;Début;Échéance;Préavis;Mensuel;Annuel;
        Odoo;Odoo SA;01/01/2023;31/12/2026;3 mois;480;5760;garder
        BOB 50;Sage;;;;;1450;
        """,
        catalogue=False,
    )
    odoo = one(made, "Odoo")
    assert (odoo.annual_cost, odoo.notice_days) == (5760.0, 91)
    assert odoo.contract_end == date(2026, 12, 31)
    assert dict(odoo.custom)["Remarques"] == "garder"
    assert one(made, "BOB 50").annual_cost == 1450.0


def test_a_second_line_of_headers_is_known_by_filling_just_what_lies_under_bands() -> None:
    made = imported(
        """
        Leverancier;Dienst;Classificatie;;;Exit;
        ;;Kritisch;Toegang data;Vervangbaar;Plan;Getest op
        Cegeka;Datacenter hosting;Ja;Ja;Moeilijk;Ja;12/2025
        """,
        catalogue=False,
    )
    assert one(made, "Datacenter hosting").criticality == 4
    assert one(made, "Datacenter hosting").exit_plan == "draft"
