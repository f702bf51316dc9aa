"""Which columns of a workbook are hidden; the fast reader does not say."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath

from smala_lockin.formats.compound import workbook_stream

_HEAD_BYTES = 200_000
_MAX_PART_BYTES = 5_000_000
_MAX_COLUMNS = 16_384
_MAX_OPEN_BYTES = 60_000_000
_MAX_OLD_BYTES = 7_000_000
_OPEN = "content.xml"
_BINARY = "xl/workbook.bin"
_BOUND_SHEET, _COLUMN_INFO, _ROW, _END_OF_PART = 0x85, 0x7D, 0x208, 0x0A
_BUNDLE_SHEET, _SHEET_DATA, _BINARY_COLUMN = 0x019C, 0x0191, 0x3C
_TABLE = re.compile(r"<table:table(?=[\s>])([^>]*)>")
_OPEN_COLUMN = re.compile(r"<table:table-column\b([^>]*)/?>")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)/?>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)/?>")
_COLUMN = re.compile(r"<(?:\w+:)?col\b([^>]*)/?>")
_VALUE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def hidden_columns(path: Path) -> dict[str, frozenset[int]]:
    """Return for each sheet that hides columns their indices, 0 being A.

    Empty where the parts are not where they should be: the sheets are read all the same.
    """
    try:
        if not zipfile.is_zipfile(path):
            return _of_old(path)
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if _OPEN in names:
                return _of_open(_text(archive, _OPEN, _MAX_OPEN_BYTES))
            if _BINARY in names:
                return _of_binary(archive)
            targets = {
                one.get("Id", ""): one.get("Target", "")
                for one in _found(_RELATION, _text(archive, "xl/_rels/workbook.xml.rels"))
            }
            return {
                one["name"]: hidden
                for one in _found(_SHEET, _text(archive, "xl/workbook.xml"))
                if "name" in one and (hidden := _hidden(archive, targets.get(one.get("r:id", ""))))
            }
    except (OSError, KeyError, ValueError, IndexError, RuntimeError, struct.error):
        return {}
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return {}


def _of_open(content: str) -> dict[str, frozenset[int]]:
    """Those of an OpenDocument workbook: columns come before the rows of their table."""
    found: dict[str, frozenset[int]] = {}
    for table in _TABLE.finditer(content):
        name = _found(_TABLE, table[0])[0].get("table:name", "")
        end = content.find("<table:table-row", table.end())
        index, hidden = 0, set[int]()
        for one in _found(_OPEN_COLUMN, content[table.end() : end if end >= 0 else None]):
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
    targets = {
        one.get("Id", ""): one.get("Target", "")
        for one in _found(_RELATION, _text(archive, "xl/_rels/workbook.bin.rels"))
    }
    found: dict[str, frozenset[int]] = {}
    with archive.open(_BINARY) as file:
        sheets = list(_binary_records(file.read(_MAX_PART_BYTES)))
    for kind, content in sheets:
        if kind != _BUNDLE_SHEET:
            continue
        relation, used = _wide_text(content, 8)
        name, _used = _wide_text(content, used)
        target = targets.get(relation, "").lstrip("/").removeprefix("xl/")
        hidden: set[int] = set()
        with archive.open(f"xl/{target}") as file:
            head = file.read(_HEAD_BYTES)
        for other, columns in _binary_records(head):
            if other == _SHEET_DATA:
                break
            if other == _BINARY_COLUMN:
                first, last = struct.unpack_from("<II", columns)
                (flags,) = struct.unpack_from("<H", columns, 16)
                hidden.update(range(first, min(last, _MAX_COLUMNS) + 1) if flags & 1 else ())
        if hidden:
            found[name] = frozenset(hidden)
    return found


def _binary_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        kind, at = _varied(data, at, 2)
        size, at = _varied(data, at, 4)
        yield kind, data[at : at + size]
        at += size


def _varied(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of up to `most` bytes, of which each but the last has its top bit set."""
    value = 0
    for place in range(most):
        byte = data[at + place]
        # The number of a record keeps that bit, the size of one does not.
        value |= byte << 8 * place if most == 2 else (byte & 127) << 7 * place
        if not byte & 128:
            return value, at + place + 1
    return value, at + most


def _wide_text(content: bytes, at: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", content, at)
    end = at + 4 + 2 * length
    return content[at + 4 : end].decode("utf-16-le", errors="replace"), end


def _hidden(archive: zipfile.ZipFile, target: str | None) -> frozenset[int]:
    if not target:
        return frozenset()
    name = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
    head = _text(archive, name, _HEAD_BYTES).partition("<sheetData")[0]
    found: set[int] = set()
    for one in _found(_COLUMN, head):
        if one.get("hidden") in ("1", "true"):
            first, last = int(one.get("min", 0)), int(one.get("max", 0))
            found.update(range(first - 1, min(last, _MAX_COLUMNS)))
    return frozenset(found)


def _text(archive: zipfile.ZipFile, name: str, size: int = _MAX_PART_BYTES) -> str:
    with archive.open(name) as file:
        return file.read(size).decode("utf-8", errors="replace")


def _found(pattern: re.Pattern[str], text: str) -> list[dict[str, str]]:
    return [
        {key: unescape(double or single) for key, double, single in _VALUE.findall(one[1])}
        for one in pattern.finditer(text)
    ]
