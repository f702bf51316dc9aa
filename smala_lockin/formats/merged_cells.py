"""Which cells of a workbook are merged, for the kinds of which the fast reader does not say."""

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path

from smala_lockin.formats.binary_records import BINARY_WORKBOOK, records, sheet_parts
from smala_lockin.formats.workbook_parts import (
    MAX_OPEN_BYTES,
    OPEN_CONTENT,
    OPEN_TABLE,
    attributes,
    part_text,
)

Merged = tuple[tuple[int, int], tuple[int, int]]
"""First row and column, and last ones: indices, 0 being row 1 and column A."""

_MERGED_RECORD = 0x01B0
_SPAN = re.compile(r'table:number-(?:rows|columns)-spanned="(?!1")')
_TAG = re.compile(r"<table:(table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")


def merged_cells(path: Path | io.BytesIO) -> dict[str, list[Merged]]:
    """Return the merged cells of each sheet of an OpenDocument or .xlsb workbook that has some.

    Empty for other kinds, and where the parts are not where they should be: the sheets are read
    all the same.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if OPEN_CONTENT in names:
                return _of_open(part_text(archive, OPEN_CONTENT, MAX_OPEN_BYTES))
            if BINARY_WORKBOOK in names:
                return _of_binary(archive)
    except (OSError, KeyError, ValueError, IndexError, RuntimeError, struct.error):
        return {}
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return {}
    return {}


def _of_open(content: str) -> dict[str, list[Merged]]:
    tables = list(OPEN_TABLE.finditer(content))
    ends = [one.start() for one in tables[1:]] + [len(content)]
    return {
        attributes(table[1]).get("table:name", ""): merged
        for table, end in zip(tables, ends, strict=True)
        if _SPAN.search(content, table.end(), end)
        and (merged := _of_table(content, table.end(), end))
    }


def _of_table(content: str, start: int, end: int) -> list[Merged]:
    found: list[Merged] = []
    row, rows, column = 0, 0, 0
    for tag in _TAG.finditer(content, start, end):
        told = attributes(tag[2]) if " table:number-" in tag[2] else {}
        if tag[1] == "table-row":
            row, column = row + rows, 0
            rows = int(told.get("table:number-rows-repeated", 1))
            continue
        down = int(told.get("table:number-rows-spanned", 1))
        across = int(told.get("table:number-columns-spanned", 1))
        if down > 1 or across > 1:
            found.append(((row, column), (row + down - 1, column + across - 1)))
        column += int(told.get("table:number-columns-repeated", 1))
    return found


def _of_binary(archive: zipfile.ZipFile) -> dict[str, list[Merged]]:
    found: dict[str, list[Merged]] = {}
    for name, part in sheet_parts(archive):
        sheet = archive.read(part)
        for one in records(sheet):
            if one.kind == _MERGED_RECORD:
                top, bottom, left, right = struct.unpack_from("<4I", sheet, one.content)
                found.setdefault(name, []).append(((top, left), (bottom, right)))
    return found
