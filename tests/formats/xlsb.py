"""A binary workbook written record by record, as the format says; no library writes one."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def write_xlsb(
    path: Path, name: str, rows: Sequence[Sequence[str | float | None]], hidden: int | None = None
) -> Path:
    """Write a workbook of one sheet; `hidden` is the index of a column to hide."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _relations("officeDocument", "xl/workbook.bin"))
        archive.writestr("xl/workbook.bin", _workbook(name))
        archive.writestr(
            "xl/_rels/workbook.bin.rels", _relations("worksheet", "worksheets/sheet1.bin")
        )
        archive.writestr("xl/worksheets/sheet1.bin", _sheet(rows, hidden))
    return path


def _relations(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _workbook(name: str) -> bytes:
    sheet = struct.pack("<II", 0, 1) + _text("rId1") + _text(name)
    return b"".join([_record(131), _record(143), _record(156, sheet), _record(144), _record(132)])


def _sheet(rows: Sequence[Sequence[str | float | None]], hidden: int | None) -> bytes:
    width = max(map(len, rows))
    parts = [_record(129), _record(148, struct.pack("<4I", 0, len(rows) - 1, 0, width - 1))]
    if hidden is not None:
        column = struct.pack("<4IH", hidden, hidden, 2304, 0, 1)
        parts += [_record(390), _record(60, column), _record(391)]
    parts.append(_record(145))
    for number, row in enumerate(rows):
        parts.append(_record(0, struct.pack("<IIHHBI", number, 0, 300, 0, 0, 0)))
        for place, cell in enumerate(row):
            at = struct.pack("<II", place, 0)
            if isinstance(cell, str):
                parts.append(_record(6, at + _text(cell)))
            elif cell is not None:
                parts.append(_record(5, at + struct.pack("<d", cell)))
    return b"".join([*parts, _record(146), _record(130)])


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    size, left = b"", len(content)
    while True:
        left, byte = left >> 7, left & 127
        size += bytes([byte | 128 if left else byte])
        if not left:
            return head + size + content
