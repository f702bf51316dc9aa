"""The records of an .xlsb workbook, which stand in the place of elements.

Source: [MS-XLSB] 2.1.4 (records), 2.2.1 (parts).
"""

import struct
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from smala_lockin.formats.workbook_parts import MAX_PART_BYTES, sheet_targets

BINARY_WORKBOOK = "xl/workbook.bin"
_BUNDLE_SHEET = 0x019C


class Record(NamedTuple):
    """Where a record stands: its kind, its first byte, that of its content, and its end."""

    kind: int
    start: int
    content: int
    end: int


def records(data: bytes) -> Iterator[Record]:
    """Yield the records of a part, or of its beginning. Raises IndexError where one is cut off."""
    at = 0
    while at < len(data):
        start = at
        kind, at = _varied(data, at, 2)
        size, at = _varied(data, at, 4)
        yield Record(kind, start, at, at + size)
        at += size


def sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the sheets of a workbook: the name, and the part that holds the records."""
    targets = sheet_targets(archive, BINARY_WORKBOOK)
    with archive.open(BINARY_WORKBOOK) as file:
        workbook = file.read(MAX_PART_BYTES)
    for one in records(workbook):
        if one.kind == _BUNDLE_SHEET:
            relation, used = _wide_text(workbook, one.content + 8)
            name, _used = _wide_text(workbook, used)
            yield name, targets[relation]


def _wide_text(content: bytes, at: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", content, at)
    end = at + 4 + 2 * length
    return content[at + 4 : end].decode("utf-16-le", errors="replace"), end


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
