"""The cells of an .xlsb workbook that do not say in which column they stand.

Some programs leave the column out where the cell before is the neighbour. Excel reads such cells,
the fast reader passes over them. Source: [MS-XLSB] 2.5.9 (cells).
"""

import io
import struct
import zipfile
import zlib
from pathlib import Path

from smala_lockin.formats.binary_records import BINARY_WORKBOOK, records

_SHEETS = "xl/worksheets/"
_ROW = 0
_CELLS = frozenset({*range(1, 12), 62})
_NEIGHBOURS = range(12, 19)
_TO_CELL = 11
"""The kind of a neighbour less that of the same cell with its column."""


def with_columns(path: Path) -> io.BytesIO | None:
    """Return an .xlsb workbook in which every cell has its column; None where that is so already.

    None as well for what is no such workbook or is damaged: that is for its reader to say.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if BINARY_WORKBOOK not in archive.namelist():
                return None
            sheets = {
                name: placed
                for name in archive.namelist()
                if name.startswith(_SHEETS) and name.endswith(".bin")
                if (placed := placed_cells(archive.read(name))) is not None
            }
            return _rewritten(archive, sheets) if sheets else None
    except (OSError, ValueError, IndexError, RuntimeError, struct.error, EOFError):
        return None
    except (zipfile.BadZipFile, zlib.error):
        return None


def placed_cells(sheet: bytes) -> bytes | None:
    """Return the records of a sheet with a column in each cell; None where all have one."""
    parts: list[bytes] = []
    column, kept = -1, 0
    for kind, start, content, end in records(sheet):
        if kind == _ROW:
            column = -1
        elif kind in _CELLS:
            (column,) = struct.unpack_from("<I", sheet, content)
        elif kind in _NEIGHBOURS:
            column += 1
            cell = struct.pack("<I", column) + sheet[content:end]
            parts += [sheet[kept:start], bytes([kind - _TO_CELL]), _size(len(cell)), cell]
            kept = end
    return b"".join([*parts, sheet[kept:]]) if parts else None


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
