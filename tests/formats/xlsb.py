"""A binary workbook written record by record, as the format says; no Python library writes one."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Cell = str | float | bool | None
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def write_xlsb(
    path: Path,
    name: str,
    rows: Sequence[Sequence[Cell]],
    hidden: int | None = None,
    *,
    short: bool = False,
    merged: Sequence[tuple[int, int, int, int]] = (),
) -> Path:
    """Write a workbook of one sheet; `hidden` is the index of a column to hide.

    Of each merged cell the first and last row, then the first and last column, as indices.

    With `short`, a cell beside the one before it leaves its column out, as some programs do.
    """
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _relations("officeDocument", "xl/workbook.bin"))
        archive.writestr("xl/workbook.bin", _workbook(name))
        archive.writestr(
            "xl/_rels/workbook.bin.rels", _relations("worksheet", "worksheets/sheet1.bin")
        )
        archive.writestr("xl/worksheets/sheet1.bin", sheet_part(rows, hidden, short, merged))
    return path


def _relations(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _workbook(name: str) -> bytes:
    sheet = struct.pack("<II", 0, 1) + _text("rId1") + _text(name)
    return b"".join([_record(131), _record(143), _record(156, sheet), _record(144), _record(132)])


def sheet_part(
    rows: Sequence[Sequence[Cell]],
    hidden: int | None,
    short: bool,
    merged: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """Return the records of a sheet."""
    width = max(map(len, rows))
    parts = [_record(129), _record(148, struct.pack("<4I", 0, len(rows) - 1, 0, width - 1))]
    if hidden is not None:
        column = struct.pack("<4IH", hidden, hidden, 2304, 0, 1)
        parts += [_record(390), _record(60, column), _record(391)]
    parts.append(_record(145))
    for number, row in enumerate(rows):
        parts.append(_record(0, struct.pack("<IIHHBI", number, 0, 300, 0, 0, 0)))
        before = -2
        for place, cell in enumerate(row):
            if cell is None:
                continue
            left_out = short and before == place - 1
            at = struct.pack("<I", 0) if left_out else struct.pack("<II", place, 0)
            kind, value = _content(cell)
            parts.append(_record(kind + (11 if left_out else 0), at + value))
            before = place
    spans = [_record(176, struct.pack("<4I", *one)) for one in merged]
    return b"".join([*parts, _record(146), *spans, _record(130)])


def _content(cell: str | float) -> tuple[int, bytes]:
    if isinstance(cell, str):
        return 6, _text(cell)
    if isinstance(cell, bool):
        return 4, struct.pack("<B", cell)
    if isinstance(cell, int):
        return 2, struct.pack("<i", cell << 2 | 2)
    return 5, struct.pack("<d", cell)


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
