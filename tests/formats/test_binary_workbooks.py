"""Binary workbooks: every sort of cell that the format has, and files that other programs wrote."""

import struct
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from smala_lockin.formats.binary_styles import shows_time
from smala_lockin.formats.unreadable import Reason, Unreadable
from smala_lockin.formats.workbooks import read_workbook

DATA = Path(__file__).parent.parent / "data" / "xlsb"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_GENERAL, _DAY, _MOMENT, _CENTS = range(4)
"""Styles of cells by their place: no format, a built-in one of days, one's own, two decimals."""

# Numbers as the format packs them into thirty bits: whole or not, in hundredths or not.
_WHOLE, _HUNDREDTHS = 2, 1


def packed(value: float, *, hundredths: bool = False) -> bytes:
    shown = value * 100 if hundredths else value
    if float(shown).is_integer():
        return struct.pack("<i", int(shown) << 2 | _WHOLE | hundredths)
    high = struct.unpack("<Q", struct.pack("<d", shown))[0] >> 32 & ~3
    return struct.pack("<I", high | hundredths)


def text(value: str) -> bytes:
    units = value.encode("utf-16-le")
    return struct.pack("<I", len(units) // 2) + units


def record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    size, left = b"", len(content)
    while True:
        left, byte = left >> 7, left & 127
        size += bytes([byte | 128 if left else byte])
        if not left:
            return head + size + content


FORMULA = struct.pack("<HII", 0, 0, 0)
CELLS: list[tuple[int, int, bytes, object]] = [
    (7, _GENERAL, struct.pack("<I", 0), "Odoo SA"),  # a shared text
    (7, _GENERAL, struct.pack("<I", 1), "Béta 🦊"),  # a shared text with runs of fonts
    (6, _GENERAL, text("inline"), "inline"),
    (8, _GENERAL, text("ab") + FORMULA, "ab"),  # the text that a formula gave
    (2, _GENERAL, packed(300), 300),
    (2, _GENERAL, packed(-7), -7),
    (2, _GENERAL, packed(12.34, hundredths=True), 12.34),
    (2, _GENERAL, packed(0.5), 0.5),
    (2, _CENTS, packed(1234.5), 1234.5),
    (5, _GENERAL, struct.pack("<d", 1234567.89), 1234567.89),
    (9, _GENERAL, struct.pack("<d", 42.0) + FORMULA, 42),  # the number that a formula gave
    (4, _GENERAL, b"\x01", True),
    (10, _GENERAL, b"\x00" + FORMULA, False),
    (1, _GENERAL, b"", None),
    (2, _DAY, packed(46387), date(2026, 12, 31)),
    (5, _MOMENT, struct.pack("<d", 45351.5), datetime(2024, 2, 29, 12, 0)),  # noqa: DTZ001
]


def write(path: Path, *, from_1904: bool = False) -> Path:
    """Write a workbook of one row, a cell of each sort, by the records that the format names."""
    cells = b"".join(
        record(kind, struct.pack("<II", place, style) + content)
        for place, (kind, style, content, _value) in enumerate(CELLS)
    )
    width = len(CELLS)
    sheet = record(129) + record(148, struct.pack("<4I", 0, 0, 0, width - 1)) + record(145)
    sheet += record(0, struct.pack("<IIHHBI", 0, 0, 300, 0, 0, 0)) + cells
    sheet += record(146) + record(130)
    runs = struct.pack("<I", 1) + struct.pack("<HH", 2, 0)
    shared = record(159, struct.pack("<II", 2, 2)) + record(19, b"\x00" + text("Odoo SA"))
    shared += record(19, b"\x01" + text("Béta 🦊") + runs) + record(160)
    formats = (0, 14, 164, 2)
    styles = record(278) + record(615, struct.pack("<I", 1))
    styles += record(44, struct.pack("<H", 164) + text("dd/mm/yyyy hh:mm")) + record(616)
    styles += record(617, struct.pack("<I", len(formats)))
    styles += b"".join(record(47, struct.pack("<HH12x", 0, one)) for one in formats)
    styles += record(618) + record(279)
    book = record(131) + record(153, struct.pack("<II", from_1904, 0) + text("")) + record(143)
    book += record(156, struct.pack("<II", 0, 1) + text("rId1") + text("Parc"))
    book += record(144) + record(132)
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": relations(("officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": relations(
            ("worksheet", "worksheets/sheet1.bin"),
            ("sharedStrings", "sharedStrings.bin"),
            ("styles", "styles.bin"),
        ),
        "xl/worksheets/sheet1.bin": sheet,
        "xl/sharedStrings.bin": shared,
        "xl/styles.bin": styles,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def relations(*targets: tuple[str, str]) -> bytes:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{each}</Relationships>'.encode()


def test_each_sort_of_cell_is_read_for_what_it_is(tmp_path: Path) -> None:
    (sheet,) = read_workbook(write(tmp_path / "cells.xlsb"))
    assert sheet.rows == [[value for _kind, _style, _content, value in CELLS]]


def test_days_are_counted_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    (sheet,) = read_workbook(write(tmp_path / "cells.xlsb", from_1904=True))
    assert sheet.rows[0][-2:] == [date(2031, 1, 1), datetime(2028, 3, 1, 12, 0)]  # noqa: DTZ001


@pytest.mark.parametrize(
    ("name", "rows"),
    [("sheetjs_1904_shared", 10), ("sheetjs_1900_inline", 10), ("pyxlsbwriter", 5)],
)
def test_what_other_programs_wrote_is_read(name: str, rows: int) -> None:
    sheet, hidden = read_workbook(DATA / f"{name}.xlsb")
    assert (hidden.name, hidden.hidden, sheet.hidden) == ("Caché", True, False)
    assert len(sheet.rows) == rows
    assert sheet.rows[1][:5] == ["ERP", "Odoo SA", 1200.5, date(2026, 12, 31), True]
    assert sheet.rows[2][2:5] == [-300, date(1999, 1, 1), False]
    assert sheet.rows[3][2] == 1234567.89
    assert "\n" in str(sheet.rows[3][5])
    assert sheet.rows[4][3] == datetime(2024, 2, 29, 13, 45)  # noqa: DTZ001


def test_a_hidden_column_and_results_of_formulas_in_what_another_program_wrote() -> None:
    sheet = read_workbook(DATA / "sheetjs_1904_shared.xlsb")[0]
    assert sheet.hidden_columns == {5}
    assert sheet.rows[9] == ["Total", None, 42, None, True, "ab"]


@pytest.mark.parametrize(
    ("code", "is_time"),
    [
        ("dd/mm/yyyy", True),
        ("[h]:mm", True),
        ('0.00 "jours"', False),
        ("[Red]0;[Blue]-0", False),
        ("#,##0.00_);(#,##0.00)", False),
        ("General\\d", False),
        ("[$-80C]d mmmm yyyy", True),
    ],
)
def test_a_format_is_known_for_one_of_days_by_its_letters(code: str, is_time: bool) -> None:
    assert shows_time(code) == is_time


def test_records_that_are_cut_short_are_damage(tmp_path: Path) -> None:
    path = write(tmp_path / "short.xlsb")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/sharedStrings.bin"] = parts["xl/sharedStrings.bin"][:20]
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with pytest.raises(Unreadable) as caught:
        read_workbook(path)
    assert caught.value.reason is Reason.DAMAGED
