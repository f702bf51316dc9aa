"""OpenDocument workbooks that write an empty row again a million times, as they merge a column.

LibreOffice writes each row that a merged cell covers; the format can say in one row how often it
is repeated.
"""

import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import IO

from smala_lockin.formats.archives import MAX_RATIO, MAX_UNPACKED_BYTES, SMALL_BYTES
from smala_lockin.formats.workbook_parts import OPEN_CONTENT

_FROM_BYTES, _FROM_RATIO = 5_000_000, 20
_CHUNK = 4_000_000
_AT_ONCE = 1024
_END = b"</table:table-row>"
_EMPTY = re.compile(
    rb"<table:table-row(?P<told>[^>]*)>(?:<table:(?:covered-)?table-cell[^<>]*/>)*"
    + re.escape(_END)
)
_REPEATED = re.compile(rb' table:number-rows-repeated="(\d+)"')


class TooLarge(ValueError):
    """A part stays far too large however its rows are written."""


def written_once(path: Path) -> io.BytesIO | None:
    """Return a workbook with each run of equal empty rows written once; None where that is moot.

    Never holds more than what is left. Raises `TooLarge` where that is too much.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if OPEN_CONTENT not in archive.namelist():
                return None
            told = archive.getinfo(OPEN_CONTENT)
            if told.file_size < max(_FROM_BYTES, _FROM_RATIO * told.compress_size):
                return None
            with archive.open(told) as content:
                short = shortened(content, most=_most(told.compress_size))
            return _rewritten(archive, short)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError):
        return None  # for the reader to say


def shortened(content: IO[bytes], *, most: int = MAX_UNPACKED_BYTES) -> bytes:
    """Return the XML of sheets with each run of equal empty rows written as one.

    Raises `TooLarge` once there are more than `most` bytes.
    """
    parts: list[bytes] = []
    size, rest = 0, b""
    row, count = b"", 0
    while chunk := content.read(_CHUNK):
        text = rest + chunk
        end = text.rfind(_END) + len(_END) if _END in text else 0
        whole, rest = text[:end], text[end:]
        here = 0
        while here < len(whole):
            if row and whole.startswith(row, here):
                times, here = _run(whole, row, here)
                count += times
                continue
            if row:
                parts.append(_once(row, count))
                size += len(parts[-1])
                row = b""
            found = _EMPTY.search(whole, here)
            stop = found.start() if found else len(whole)
            parts.append(whole[here:stop])
            size, here = size + stop - here, stop
            if found:
                row, count = found[0], 0
        if size + len(rest) > most:
            raise TooLarge
    return b"".join([*parts, _once(row, count) if row else b"", rest])


def _run(text: bytes, row: bytes, here: int) -> tuple[int, int]:
    """How often a row stands from a place on, and where another begins."""
    many, times = row * _AT_ONCE, 0
    while text.startswith(many, here):
        here, times = here + len(many), times + _AT_ONCE
    while text.startswith(row, here):
        here, times = here + len(row), times + 1
    return times, here


def _once(row: bytes, count: int) -> bytes:
    """A row that says how often it is repeated."""
    if count < 2:
        return row
    told = _REPEATED.search(row)
    if told:
        count *= int(told[1])
        row = row[: told.start()] + row[told.end() :]
    start = len(b"<table:table-row")
    return b'%b table:number-rows-repeated="%d"%b' % (row[:start], count, row[start:])


def _most(packed: int) -> int:
    return min(MAX_UNPACKED_BYTES, max(SMALL_BYTES, MAX_RATIO * packed))


def _rewritten(archive: zipfile.ZipFile, content: bytes) -> io.BytesIO:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_STORED) as copy:
        for one in archive.infolist():
            copy.writestr(
                one.filename, content if one.filename == OPEN_CONTENT else archive.read(one)
            )
    return found
