"""Rows with a problem can be taken out whole and mended; amounts may be in any currency."""

from pathlib import Path

import openpyxl

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import repair_workbook
from smala_lockin.formats.tables import read_tables
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.repair import to_repair
from smala_lockin.importing.tables.problems import Reason
from tests.importing.lists import one, table

LIST = """
    Parc 2026;;
    Application;Fin de contrat;Coût annuel
    ERP;bientôt;100
    CRM;31/12/2027;50
    ;31/12/2027;=1+1
    """


def test_rows_with_a_problem_can_be_mended_and_imported_again(tmp_path: Path) -> None:
    first = table(LIST)
    proposal = propose([first], catalogue=False)
    landscape = proposal.apply(Landscape())
    path = tmp_path / "repair.xlsx"
    repair_workbook.write(path, to_repair([first], proposal))
    book = openpyxl.load_workbook(path)
    sheet = book["liste"]
    assert [cell.value for cell in sheet[1]][:3] == ["Application", "Fin de contrat", "Coût annuel"]
    assert [(row[0].value, row[3].value) for row in sheet.iter_rows(min_row=2)] == [
        ("ERP", 3), (None, 5),
    ]  # fmt: skip
    assert "bientôt" in str(sheet["E2"].value)
    assert sheet["C3"].data_type == "s"
    sheet["B2"] = "30/06/2028"
    sheet["A3"] = "Paie"
    sheet["C3"] = 70
    book.save(path)
    again = propose(read_tables(path), landscape, catalogue=False)
    mended = again.apply(landscape)
    assert str(one(mended, "ERP").contract_end) == "2028-06-30"
    assert one(mended, "Paie").annual_cost == 70.0
    assert len(mended.assets) == 3
    assert not any(
        "Lock-in" in header for asset in mended.assets.values() for header in asset.custom
    )


def test_amounts_without_a_currency_are_told_and_may_be_said_to_be_in_another() -> None:
    text = "Application;Coût annuel\nERP;100"
    proposal = propose([table(text)])
    notes = {note.kind: note.detail for note in proposal.notes}
    assert notes[NoteKind.CURRENCY_ASSUMED] == "EUR"
    pounds = propose([table(text)], amounts_in="GBP")
    assert [found.reason for found in pounds.problems] == [Reason.OTHER_CURRENCY]
    rated = propose([table(text)], amounts_in="GBP", rates={"GBP": 1.2})
    assert one(rated.apply(Landscape()), "ERP").annual_cost == 120.0
    assert NoteKind.CURRENCY_ASSUMED not in {note.kind for note in rated.notes}


def test_amounts_that_say_their_currency_are_not_asked_about() -> None:
    proposal = propose([table("Application;Coût annuel (€)\nERP;100")])
    assert NoteKind.CURRENCY_ASSUMED not in {note.kind for note in proposal.notes}


def test_payments_without_a_currency_are_told_too() -> None:
    text = "Supplier;Date paid;Amount\nAlpha;01/01/2026;5\nAlpha;02/01/2026;5\nBeta;02/01/2026;5"
    assert NoteKind.CURRENCY_ASSUMED in {note.kind for note in propose([table(text)]).notes}


def test_a_file_for_repair_holds_no_secrets_and_may_be_imported_again(tmp_path: Path) -> None:
    text = """
        Application;Mot de passe;Remarque;Coût annuel
        ERP;azerty;bureau 12;beaucoup
        CRM;qwerty;mdp: toto;50
        Paie;uiop;bureau 13;60
        Stock;jklm;bureau 12;70
        """
    first = table(text)
    proposal = propose([first], catalogue=False)
    landscape = proposal.apply(Landscape())
    path = tmp_path / "repair.xlsx"
    repair_workbook.write(path, to_repair([first], proposal))
    book = openpyxl.load_workbook(path)
    cells = [[cell.value for cell in row] for row in book["liste"].iter_rows()]
    assert cells[1][:4] == ["ERP", "[left out: a secret]", "bureau 12", "beaucoup"]
    assert cells[2][:3] == ["CRM", "[left out: a secret]", "[left out: a secret]"]
    book["liste"]["D2"] = 100
    book.save(path)
    again = propose(read_tables(path), landscape, catalogue=False)
    assert not again.problems
    assert one(again.apply(landscape), "ERP").annual_cost == 100.0
    assert "Mot de passe" not in one(again.apply(landscape), "ERP").custom
