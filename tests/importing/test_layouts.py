"""Headers on two lines, and columns that are hidden."""

from pathlib import Path

import openpyxl
import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import read_tables
from smala_lockin.importing.proposal import NoteKind
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
