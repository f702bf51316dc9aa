"""The one stream of an old compound file that holds its workbook."""

import struct
from collections.abc import Iterator

_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_END = 0xFFFFFFFA  # from here on sector numbers mean something else
_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_HEADER_SECTORS = 109
_SHORT_BYTES = 4096
_SHORT_SECTOR = 64
_MAX_SECTORS = 1_000_000
_NAMES = ("Workbook", "Book")


def workbook_stream(data: bytes) -> bytes:
    """Return the stream of the workbook of an .xls file; empty where it cannot be found.

    Only the sectors that the header itself lists are followed: files of up to seven megabytes.
    Raises `struct.error`, `IndexError` or `ValueError` for a damaged one.
    """
    if not data.startswith(_MAGIC) or len(data) < _HEADER_BYTES:
        return b""
    (power,) = struct.unpack_from("<H", data, 30)
    size = 1 << power if power in (9, 12) else 512
    listed = struct.unpack_from(f"<{_HEADER_SECTORS}I", data, 76)
    table: list[int] = []
    for sector in listed:
        if sector < _END:
            table += struct.unpack_from(f"<{size // 4}I", data, _offset(sector, size))
    (directory,) = struct.unpack_from("<I", data, 48)
    entries = b"".join(_sectors(data, table, directory, size))
    root_start, _root_bytes = struct.unpack_from("<II", entries, 116)
    for at in range(0, len(entries) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        entry = entries[at : at + _ENTRY_BYTES]
        (length,) = struct.unpack_from("<H", entry, 64)
        name = entry[: max(length - 2, 0)].decode("utf-16-le", errors="replace")
        start, stream_bytes = struct.unpack_from("<II", entry, 116)
        if name not in _NAMES:
            continue
        if stream_bytes >= _SHORT_BYTES:
            return b"".join(_sectors(data, table, start, size))[:stream_bytes]
        (short_table,) = struct.unpack_from("<I", data, 60)
        raw = b"".join(_sectors(data, table, short_table, size))
        short = list(struct.unpack(f"<{len(raw) // 4}I", raw))
        pieces = b"".join(_sectors(data, table, root_start, size))
        return b"".join(_sectors(pieces, short, start, _SHORT_SECTOR, 0))[:stream_bytes]
    return b""


def _sectors(
    data: bytes, table: list[int], first: int, size: int, header: int = 1
) -> Iterator[bytes]:
    sector = first
    for _count in range(_MAX_SECTORS):
        if sector >= _END:
            return
        at = (sector + header) * size
        yield data[at : at + size]
        sector = table[sector]


def _offset(sector: int, size: int) -> int:
    return (sector + 1) * size
