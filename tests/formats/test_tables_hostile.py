"""Files that are broken, hostile, or not what they are named: one clear sentence each."""

import contextlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from smala_lockin.formats import guarded
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.formats.tables import read_tables
from smala_lockin.formats.unreadable import Reason, Unreadable

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)

WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://'
    'schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" '
    'sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
PACKAGE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
)


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def workbook(path: Path, sheet: str, *, before: str = "") -> Path:
    """Write a workbook whose one sheet is this XML."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", PACKAGE)
        archive.writestr("xl/workbook.xml", WORKBOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        archive.writestr("xl/worksheets/sheet1.xml", before + SHEET.format(sheet))
    return path


def reason_of(path: Path) -> Reason:
    with pytest.raises(Unreadable) as caught:
        read_tables(path)
    assert caught.value.sentence().startswith((path.name, "Reading " + path.name))
    assert str(path.parent) not in caught.value.sentence()
    return caught.value.reason


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.csv", b"", Reason.EMPTY, id="empty"),
        pytest.param("a.csv", b"\n \n", Reason.EMPTY, id="blank"),
        pytest.param("a.csv", PNG, Reason.NOT_TEXT, id="a picture named csv"),
        pytest.param("a.csv", b"name,x\na\0b,c\n", Reason.NOT_TEXT, id="NUL bytes"),
        pytest.param("a.xlsx", b"name,supplier\na,b\n", Reason.NOT_A_WORKBOOK, id="text as xlsx"),
        pytest.param("a.json", b'{"a": 1}', Reason.UNSUPPORTED, id="json"),
        pytest.param("a.csv", b"%PDF-1.7 ...", Reason.PDF, id="pdf"),
        pytest.param("a.csv", b"<html><table></table></html>", Reason.WEB_PAGE, id="web page"),
        pytest.param("a.xlsx", b"PK\x03\x04 rubbish", Reason.DAMAGED, id="no zip after all"),
        pytest.param(
            "a.xlsx",
            OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(400),
            Reason.PROTECTED,
            id="encrypted",
        ),
        pytest.param("a.xls", OLE + bytes(2000), Reason.DAMAGED, id="broken old workbook"),
    ],
)
def test_what_is_no_table_is_told_so(
    tmp_path: Path, name: str, data: bytes, reason: Reason
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert reason_of(path) is reason


def test_half_a_workbook_is_damaged(tmp_path: Path) -> None:
    whole = tmp_path / "whole.xlsx"
    openpyxl.Workbook().save(whole)
    half = tmp_path / "half.xlsx"
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert reason_of(half) is Reason.DAMAGED


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/workbook.xml", WORKBOOK)
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 5_000_000)
    assert reason_of(path) is Reason.TOO_LARGE


def test_a_document_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert reason_of(path) is Reason.NOT_A_WORKBOOK


def test_an_encrypted_open_document_is_protected(tmp_path: Path) -> None:
    path = tmp_path / "locked.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", b"\x01\x02")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert reason_of(path) is Reason.PROTECTED


def test_a_cell_in_the_last_corner_ends_the_child_not_the_program(tmp_path: Path) -> None:
    corner = f'<row r="1048576">{cell("XFD1048576", " ")}</row>'
    first = f'<row r="1">{cell("A1", "name")}</row>'
    path = workbook(tmp_path / "corner.xlsx", f"<sheetData>{first}{corner}</sheetData>")
    assert reason_of(path) is Reason.READER_DIED


def test_a_million_declared_rows_cost_nothing(tmp_path: Path) -> None:
    rows = f'<row r="1">{cell("A1", "name")}</row><row r="2">{cell("A2", "Odoo")}</row>'
    sheet = f'<dimension ref="A1:J1048576"/><sheetData>{rows}</sheetData>'
    (table,) = read_tables(workbook(tmp_path / "tall.xlsx", sheet))
    assert [list(row) for row in table.rows] == [["name"], ["Odoo"]]


def test_a_stray_cell_at_the_foot_costs_little(tmp_path: Path) -> None:
    head = f'<row r="1">{cell("A1", "name")}{cell("B1", "supplier")}</row>'
    foot = f'<row r="1048576">{cell("B1048576", "end")}</row>'
    path = workbook(tmp_path / "tall.xlsx", f"<sheetData>{head}{foot}</sheetData>")
    (table,) = read_tables(path)
    assert len(table.rows) == 1_048_576
    assert len({id(row) for row in table.rows}) == 3


def test_an_xml_bomb_does_not_swell(tmp_path: Path) -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {one} "{("&" + before + ";") * 10}">'
        for before, one in zip("abcdefgh", "bcdefghi", strict=True)
    )
    sheet = f'<sheetData><row r="1">{cell("A1", "&i;")}</row></sheetData>'
    path = workbook(tmp_path / "xml.xlsx", sheet, before=entities + "]>")
    with contextlib.suppress(Unreadable):  # as good as an answer without the bomb
        assert len(str(read_tables(path)[0].rows)) < 1000


def test_rows_keep_the_numbers_that_excel_shows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["C7"] = "name"
    sheet["C9"] = 3
    sheet.merge_cells("C8:E8")
    book.create_sheet("Listes").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    shown, hidden = read_tables(tmp_path / "a.xlsx")
    assert (shown.first_row, [row[0] for row in shown.rows]) == (7, ["name", None, 3])
    assert (shown.first_column, shown.bands) == (2, frozenset({8}))
    assert (shown.hidden, hidden.hidden) == (False, True)


def test_a_workbook_is_known_by_what_it_holds(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "a.xlsx").rename(tmp_path / "a.csv")
    assert len(read_tables(tmp_path / "a.csv")) == 1


def _missing(folder: Path) -> Path:
    return folder / "none.csv"


def _folder(folder: Path) -> Path:
    (folder / "sub.csv").mkdir()
    return folder / "sub.csv"


@pytest.mark.parametrize("place", [_missing, _folder])
def test_what_the_system_does_not_give_is_told_so(
    tmp_path: Path, place: Callable[[Path], Path]
) -> None:
    with pytest.raises(FileTrouble):
        read_tables(place(tmp_path))


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the system lets root read everything"
)
def test_a_file_that_may_not_be_read_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("name\n")
    path.chmod(0)
    with pytest.raises(FileTrouble):
        read_tables(path)


def test_every_reason_has_a_sentence_that_names_the_file() -> None:
    assert all("a.xlsx" in Unreadable("a.xlsx", reason).sentence() for reason in Reason)


def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(guarded.ChildTooSlow):
        guarded.run(_sleep, 60.0, seconds=1.0, memory_bytes=1 << 30)


def test_a_child_that_dies_is_noticed() -> None:
    with pytest.raises(guarded.ChildDied):
        guarded.run(os._exit, 3, seconds=30.0, memory_bytes=1 << 30)


def _sleep(seconds: float) -> None:
    import time

    time.sleep(seconds)
