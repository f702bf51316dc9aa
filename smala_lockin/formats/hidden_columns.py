"""Which columns of a workbook are hidden; the fast reader does not say."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from smala_lockin.formats.binary_records import BINARY_WORKBOOK, records, sheet_parts
from smala_lockin.formats.compound import workbook_stream
from smala_lockin.formats.workbook_parts import (
    MAX_OPEN_BYTES,
    OPEN_CONTENT,
    OPEN_TABLE,
    attributes,
    found_attributes,
    part_text,
    sheet_targets,
)

_HEAD_BYTES = 200_000
_MAX_COLUMNS = 16_384
_MAX_OLD_BYTES = 7_000_000
_BOUND_SHEET, _COLUMN_INFO, _ROW, _END_OF_PART = 0x85, 0x7D, 0x208, 0x0A
_WORKBOOK = "xl/workbook.xml"
_SHEET_DATA, _BINARY_COLUMN = 0x0191, 0x3C
_OPEN_COLUMN = re.compile(r"<table:table-column\b([^>]*)/?>")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)/?>")
_COLUMN = re.compile(r"<(?:\w+:)?col\b([^>]*)/?>")


def hidden_columns(path: Path | io.BytesIO) -> dict[str, frozenset[int]]:
    """Return for each sheet that hides columns their indices, 0 being A.

    Empty where the parts are not where they should be: the sheets are read all the same.
    """
    try:
        if isinstance(path, Path) and not zipfile.is_zipfile(path):
            return _of_old(path)
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if OPEN_CONTENT in names:
                return _of_open(part_text(archive, OPEN_CONTENT, MAX_OPEN_BYTES))
            if BINARY_WORKBOOK in names:
                return _of_binary(archive)
            targets = sheet_targets(archive, _WORKBOOK)
            return {
                one["name"]: hidden
                for one in found_attributes(_SHEET, part_text(archive, _WORKBOOK))
                if "name" in one and (hidden := _hidden(archive, targets.get(one.get("r:id", ""))))
            }
    except (OSError, KeyError, ValueError, IndexError, RuntimeError, struct.error):
        return {}
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return {}


def _of_open(content: str) -> dict[str, frozenset[int]]:
    """Those of an OpenDocument workbook: columns come before the rows of their table."""
    found: dict[str, frozenset[int]] = {}
    for table in OPEN_TABLE.finditer(content):
        name = attributes(table[1]).get("table:name", "")
        end = content.find("<table:table-row", table.end())
        index, hidden = 0, set[int]()
        for one in found_attributes(_OPEN_COLUMN, content[table.end() : end if end >= 0 else None]):
            count = min(int(one.get("table:number-columns-repeated", 1)), _MAX_COLUMNS)
            if one.get("table:visibility") in ("collapse", "filter"):
                hidden.update(range(index, index + count))
            index += count
        if hidden:
            found[name] = frozenset(hidden)
    return found


def _of_old(path: Path) -> dict[str, frozenset[int]]:
    """Those of an .xls workbook: a record lists its sheets, and each has records of columns."""
    with path.open("rb") as file:
        stream = workbook_stream(file.read(_MAX_OLD_BYTES))
    found: dict[str, frozenset[int]] = {}
    for kind, content in _old_records(stream, 0):
        if kind == _BOUND_SHEET:
            (start,) = struct.unpack_from("<I", content)
            wide = content[7] & 1
            raw = content[8 : 8 + content[6] * (2 if wide else 1)]
            name = raw.decode("utf-16-le" if wide else "latin-1", errors="replace")
            hidden: set[int] = set()
            for other, columns in _old_records(stream, start):
                if other == _ROW:
                    break
                if other == _COLUMN_INFO:
                    first, last, _width, _form, flags = struct.unpack_from("<5H", columns)
                    hidden.update(range(first, min(last, 255) + 1) if flags & 1 else ())
            if hidden:
                found[name] = frozenset(hidden)
    return found


def _old_records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _END_OF_PART:
            return
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _of_binary(archive: zipfile.ZipFile) -> dict[str, frozenset[int]]:
    """Those of an .xlsb workbook, which has records in the place of elements."""
    found: dict[str, frozenset[int]] = {}
    for name, part in sheet_parts(archive):
        hidden: set[int] = set()
        with archive.open(part) as file:
            head = file.read(_HEAD_BYTES)
        for one in records(head):
            if one.kind == _SHEET_DATA:
                break
            if one.kind == _BINARY_COLUMN:
                first, last = struct.unpack_from("<II", head, one.content)
                (flags,) = struct.unpack_from("<H", head, one.content + 16)
                hidden.update(range(first, min(last, _MAX_COLUMNS) + 1) if flags & 1 else ())
        if hidden:
            found[name] = frozenset(hidden)
    return found


def _hidden(archive: zipfile.ZipFile, part: str | None) -> frozenset[int]:
    if not part:
        return frozenset()
    head = part_text(archive, part, _HEAD_BYTES).partition("<sheetData")[0]
    found: set[int] = set()
    for one in found_attributes(_COLUMN, head):
        if one.get("hidden") in ("1", "true"):
            first, last = int(one.get("min", 0)), int(one.get("max", 0))
            found.update(range(first - 1, min(last, _MAX_COLUMNS)))
    return frozenset(found)
