"""The cells of an .xlsb workbook that the fast reader does not read as Excel does.

Some programs leave the column out where the cell before is the neighbour: such cells are passed
over. And whole numbers that are packed into four bytes stay numbers where their style shows them
as days, as Excel writes most days. Source: [MS-XLSB] 2.5.9 (cells), 2.5.122 (packed numbers).
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Container
from pathlib import Path

from smala_lockin.formats.binary_records import BINARY_WORKBOOK, records
from smala_lockin.formats.binary_styles import day_styles

_SHEETS = "xl/worksheets/"
_ROW = 0
_CELLS = frozenset({*range(1, 12), 62})
_NEIGHBOURS = range(12, 19)
_PACKED, _UNPACKED = 2, bytes([5])
_WHOLE = 2
_STYLE_BITS = 0xFFFFFF
_TO_CELL = 11
"""The kind of a neighbour less that of the same cell with its column."""


def with_columns(path: Path) -> io.BytesIO | None:
    """Return an .xlsb workbook of which the reader reads every cell; None where it does already.

    None as well for what is no such workbook or is damaged: that is for its reader to say.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if BINARY_WORKBOOK not in archive.namelist():
                return None
            days = day_styles(archive)
            sheets = {
                name: placed
                for name in archive.namelist()
                if name.startswith(_SHEETS) and name.endswith(".bin")
                if (placed := placed_cells(archive.read(name), days)) is not None
            }
            return _rewritten(archive, sheets) if sheets else None
    except (OSError, ValueError, IndexError, RuntimeError, struct.error, EOFError):
        return None
    except (zipfile.BadZipFile, zlib.error):
        return None


def placed_cells(sheet: bytes, days: Container[int] = ()) -> bytes | None:
    """Return the records of a sheet with a column in each cell; None where all have one.

    Whole numbers in the styles of `days` are unpacked.
    """
    parts: list[bytes] = []
    column, kept = -1, 0
    for kind, start, content, end in records(sheet):
        if kind == _ROW:
            column = -1
        elif kind in _CELLS:
            (column,) = struct.unpack_from("<I", sheet, content)
            if kind == _PACKED and (cell := _unpacked(sheet[content:end], days)):
                parts += [sheet[kept:start], _UNPACKED, _size(len(cell)), cell]
                kept = end
        elif kind in _NEIGHBOURS:
            column += 1
            cell = struct.pack("<I", column) + sheet[content:end]
            record = bytes([kind - _TO_CELL])
            if kind - _TO_CELL == _PACKED and (whole := _unpacked(cell, days)):
                record, cell = _UNPACKED, whole
            parts += [sheet[kept:start], record, _size(len(cell)), cell]
            kept = end
    return b"".join([*parts, sheet[kept:]]) if parts else None


def _unpacked(cell: bytes, days: Container[int]) -> bytes | None:
    """A cell with a whole number in a style of days as one with a real number; None of others."""
    place, style, number = struct.unpack_from("<IIi", cell)
    if number & 3 != _WHOLE or style & _STYLE_BITS not in days:
        return None
    return struct.pack("<IId", place, style, float(number >> 2))


def _rewritten(archive: zipfile.ZipFile, parts: dict[str, bytes]) -> io.BytesIO:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, parts[name] if name in parts else archive.read(name))
    written.seek(0)
    return written


def _size(size: int) -> bytes:
    written = bytearray()
    while size > 127:
        written.append(size & 127 | 128)
        size >>= 7
    return bytes([*written, size])
