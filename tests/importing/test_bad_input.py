"""What files can do to an import: never a crash, never silence, never half an import."""

from pathlib import Path

import openpyxl
import pytest

from smala_lockin.__main__ import main
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table, read_tables
from smala_lockin.formats.unreadable import Reason as Unread
from smala_lockin.formats.unreadable import Unreadable
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.problems import Reason
from tests.formats.test_tables_hostile import cell, workbook
from tests.importing.lists import arrows, imported, one, table

MOST_COLUMNS = 16_384
MEGABYTE = 1_000_000


def test_a_sheet_as_wide_as_excel_allows_is_read(tmp_path: Path) -> None:
    headers = ["Application", "Fournisseur", *(f"Note {n}" for n in range(MOST_COLUMNS - 2))]
    path = tmp_path / "wide.csv"
    path.write_text(";".join(headers) + "\nERP;Alpha" + ";x" * (MOST_COLUMNS - 2) + "\n")
    proposal = propose(read_tables(path), catalogue=False)
    assert arrows(proposal.apply(Landscape())) == {"erp provided_by alpha"}


def test_a_cell_of_a_megabyte_is_a_value_like_any_other() -> None:
    proposal = propose([table("Application;Remarque\nERP;" + "x" * MEGABYTE + "\nCRM;")])
    assert len(one(proposal.apply(Landscape()), "ERP").custom["Remarque"]) == MEGABYTE
    assert proposal.sheets[0].rows_used == 2


def test_a_workbook_of_charts_alone_is_refused_in_a_sentence(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("Graphique")
    book.remove(book.worksheets[0])
    path = tmp_path / "charts.xlsx"
    book.save(path)
    with pytest.raises(Unreadable) as caught:
        read_tables(path)
    assert caught.value.reason in (Unread.NO_SHEETS, Unread.DAMAGED)
    assert caught.value.sentence().startswith("charts.xlsx")


def test_formulas_that_were_never_worked_out_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Application", "Fournisseur", "Coût annuel"], ["ERP", "Alpha", "=12*100"]):
        book.worksheets[0].append(row)
    path = tmp_path / "formulas.xlsx"
    book.save(path)
    proposal = propose(read_tables(path), catalogue=False)
    told = {note.kind: note.subject for note in proposal.notes}
    assert told[NoteKind.COLUMNS_EMPTY] == "Coût annuel"
    assert one(proposal.apply(Landscape()), "ERP").annual_cost is None


def test_a_list_of_formulas_alone_says_that_there_are_no_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Application", "Fournisseur"], ["=A9", "=B9"]):
        book.worksheets[0].append(row)
    path = tmp_path / "formulas.xlsx"
    book.save(path)
    (report,) = propose(read_tables(path)).sheets
    assert report.explanation


def test_an_external_entity_in_a_sheet_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    before = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    rows = f'<row r="1">{cell("A1", "Application")}</row><row r="2">{cell("A2", "&x;ERP")}</row>'
    path = workbook(tmp_path / "entity.xlsx", f"<sheetData>{rows}</sheetData>", before=before)
    try:
        found = str(read_tables(path))
    except Unreadable as error:
        found = error.sentence()
    assert "secret" not in found.replace("secret.txt", "")


def test_links_to_oneself_are_told_and_circles_are_kept() -> None:
    text = "Application;Dépend de\nA1;B1\nB1;A1\nC1;C1"
    proposal = propose([table(text)], catalogue=False)
    assert arrows(proposal.apply(Landscape())) == {"a1 uses b1", "b1 uses a1"}
    assert [(one.row, one.reason) for one in proposal.problems] == [(4, Reason.DEPENDS_ON_ITSELF)]


def test_one_file_that_cannot_be_read_leaves_the_map_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad, target = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "map.smala"
    good.write_text("Application;Fournisseur\nERP;Alpha\n")
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    assert main(["import", str(good), "-o", str(target)]) == 0
    before = target.read_bytes()
    capsys.readouterr()
    assert main(["import", str(good), str(bad), "--into", str(target)]) == 2
    assert target.read_bytes() == before
    said = capsys.readouterr().err.strip()
    assert said.count("\n") == 0
    assert "b.csv" in said


def test_names_of_another_world_are_kept() -> None:
    made = imported("Application;Fournisseur\n日本語;Ω Ltd\n🦊;Ω ltd")
    assert {one.name for one in made.assets.values()} == {"日本語", "🦊", "Ω Ltd"}


def test_a_table_of_a_million_blank_rows_costs_one_look() -> None:
    blank: list[None] = [None, None]
    rows: list[Row] = [
        ["Application", "Fournisseur"],
        ["ERP", "Alpha"],
        *[blank] * 200_000,
        ["CRM", "Beta"],
    ]
    proposal = propose([Table(file="f.xlsx", sheet="S", rows=rows)], catalogue=False)
    assert proposal.sheets[0].rows_used == 2
