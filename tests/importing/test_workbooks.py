"""Workbooks as people keep them: titles, merged headings, real dates, legends, hidden lists."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from smala_lockin import paths
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import read_tables
from smala_lockin.importing.propose import propose
from smala_lockin.importing.understanding.sorts import Skip
from tests.importing.lists import one

INVENTORY = paths.resource("examples/menuiserie_inventaire.xlsx")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Applications "
    for row in (
        ["Inventaire des applications"],
        [],
        ["Nom *", "Fournisseur\n(éditeur)", "Coût annuel", "Fin de contrat", "RGPD"],
        ["Gestion"],
        ["ERP", "Alpha", 1200.5, date(2027, 3, 31), True],
        ["Paie", "Beta", "à définir", None, "non"],
        ["Réseau"],
        ["Fibre", "[fournisseur]", "[montant]", "[jj/mm/aa]", None],
        [],
        ["Total", None, 1200.5],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A4:E4")
    sheet.merge_cells("A7:E7")
    legend = book.create_sheet("Légende")
    legend.append(["Criticité", "Signification"])
    legend.append(["Haute", "arrêt de l'entreprise"])
    legend.append(["Basse", "gêne"])
    book.create_sheet("Listes").append(["Oui", "Non"])
    book["Listes"].sheet_state = "hidden"
    book.create_chartsheet("Graphique")
    path = tmp_path / "inventaire.xlsx"
    book.save(path)
    return path


def test_a_workbook_with_titles_headings_and_a_total_is_read(workbook: Path) -> None:
    proposal = propose(read_tables(workbook), catalogue=False)
    made = proposal.apply(Landscape())
    assert set(made.assets) == {"erp", "paie", "fibre", "alpha", "beta"}
    erp = one(made, "ERP")
    assert (erp.annual_cost, erp.contract_end, erp.personal_data) == (
        1200.5, date(2027, 3, 31), "ordinary",
    )  # fmt: skip
    assert (erp.tags, one(made, "Fibre").tags) == (("Gestion",), ("Réseau",))
    assert erp.origin["annual_cost"].row == 5
    assert proposal.problems == ()


def test_each_sheet_says_what_became_of_it(workbook: Path) -> None:
    sheets = propose(read_tables(workbook)).sheets
    assert [(found.sheet, found.skipped) for found in sheets] == [
        ("Applications ", None),
        ("Légende", Skip.HELP),
        ("Listes", Skip.HIDDEN),
    ]
    assert (sheets[0].header_row, sheets[0].rows_read, sheets[0].rows_used) == (3, 6, 3)


def test_the_inventory_of_the_example_company_imports_whole() -> None:
    proposal = propose(read_tables(INVENTORY))
    assert proposal.assets[AssetKind.PROCESS] >= 6
    assert proposal.assets[AssetKind.SUPPLIER] >= 10
    assert proposal.missing == ()
    assert proposal.look_alikes == ()
    assert {found.column for found in proposal.problems} <= {"Coût annuel"}
    read = proposal.sheets[0]
    assert read.rows_used + read.left_out == read.rows_read
