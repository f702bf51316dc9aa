"""Merged cells mean the same whatever kind of workbook holds them."""

import zipfile
from pathlib import Path

import pytest

from smala_lockin.formats.merged_cells import merged_cells
from smala_lockin.formats.workbooks import Sheet, read_workbook
from tests.formats.xlsb import Cell, write_xlsb

LISTS = Path(__file__).parents[1] / "data" / "lists"
ROWS: list[list[Cell]] = [
    ["Inventaire"],
    [None],
    ["Application", "Fournisseur", "Coût annuel"],
    ["Bureau"],
    ["Messagerie", "Alpha SA", 100],
    ["Agenda", None, 200],
    ["Stockage", None, 300],
    ["Atelier"],
    ["Pilotage", "Béta SRL", 50],
    ["Pilotage secours", None, 60],
]
MERGED = [(0, 0, 0, 2), (3, 3, 0, 2), (7, 7, 0, 2), (4, 6, 1, 1), (8, 9, 1, 1)]


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls", "xlsb"])
def test_merged_cells_are_bands_and_fill_the_rows_they_go_over(kind: str, tmp_path: Path) -> None:
    path = LISTS / f"fusion.{kind}"
    if kind == "xlsb":
        path = write_xlsb(tmp_path / "fusion.xlsb", "Parc", ROWS, merged=MERGED)
    (sheet,) = read_workbook(path)
    assert sheet.bands == {1, 4, 8}
    assert suppliers(sheet) == ["Alpha SA"] * 3 + ["Béta SRL"] * 2


def suppliers(sheet: Sheet) -> list[object]:
    return [row[1] for row in sheet.rows[3:] if row[2] is not None]


def test_rows_and_cells_that_stand_for_several_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "liste.ods"
    table = (
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="4">'
        "<table:table-cell/></table:table-row><table:table-row>"
        '<table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell table:number-rows-spanned="3" table:number-columns-spanned="1"/>'
        "</table:table-row></table:table>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", table + table.replace('"A"', '"B &amp; C"'))
    assert merged_cells(path) == {"A": [((4, 2), (6, 2))], "B & C": [((4, 2), (6, 2))]}


@pytest.mark.parametrize("kind", ["ods", "xlsb"])
def test_half_a_workbook_merges_nothing_and_ends_well(kind: str, tmp_path: Path) -> None:
    path = write_xlsb(tmp_path / "fusion.xlsb", "Parc", ROWS, merged=MERGED)
    data = (path if kind == "xlsb" else LISTS / "fusion.ods").read_bytes()
    half = tmp_path / f"half.{kind}"
    for part in range(1, 8):
        half.write_bytes(data[: len(data) * part // 8])
        assert merged_cells(half) == {}
