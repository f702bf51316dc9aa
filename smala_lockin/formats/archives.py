"""A look at a workbook's container before anybody unpacks it."""

import mmap
import zipfile
import zlib
from enum import Enum
from pathlib import Path

from smala_lockin.formats.unreadable import Reason, Unreadable

MAX_UNPACKED_BYTES = 500_000_000
MAX_RATIO = 200

SMALL_BYTES = 1_000_000
"""Below it no ratio does harm."""

_MAX_ROWS_BYTES = 2_000_000_000
_ZIP = b"PK\x03\x04"
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_ENTITY = b"<!ENTITY"
_HEAD_BYTES = 4096
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Container(Enum):
    """What a file is by its first bytes."""

    ZIP = "zip"
    COMPOUND = "compound"
    PDF = "pdf"
    OTHER = "other"


def container(head: bytes) -> Container:
    """Return what the first bytes of a file say it is."""
    if head.startswith((_ZIP, b"PK\x05\x06")):
        return Container.ZIP
    if head.startswith(_COMPOUND):
        return Container.COMPOUND
    return Container.PDF if head.startswith(b"%PDF") else Container.OTHER


def check_zip(path: Path) -> None:
    """Raise `Unreadable` where a zip is no workbook, is protected, or would unpack to too much."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            _check_size(path.name, entries)
            if any(entry.flag_bits & 1 for entry in entries) or _locked(archive, names):
                raise Unreadable(path.name, Reason.PROTECTED)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise Unreadable(path.name, Reason.DAMAGED) from error
    if not (any(name.startswith("xl/") for name in names) or "content.xml" in names):
        raise Unreadable(path.name, Reason.NOT_A_WORKBOOK)


def declares_entities(path: Path) -> bool:
    """Whether a part of a workbook declares XML entities, as no program that writes them does."""
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    with archive.open(name) as part:
                        if _ENTITY in part.read(_HEAD_BYTES):
                            return True
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, OSError, zlib.error):
        return False
    return False


def check_compound(path: Path) -> None:
    """Raise `Unreadable` where an old container holds an encrypted workbook."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if data.find(_ENCRYPTED) >= 0:
            raise Unreadable(path.name, Reason.PROTECTED)


def _check_size(file: str, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what unpacks to far more than it should.

    The rows of OpenDocument may, for a merged column makes a million empty ones: their reader
    holds no more of them than is allowed here.
    """
    rows = sum(entry.file_size for entry in entries if entry.filename == "content.xml")
    if rows > _MAX_ROWS_BYTES:
        raise Unreadable(file, Reason.TOO_LARGE)
    entries = [entry for entry in entries if entry.filename != "content.xml"]
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    bloated = unpacked > SMALL_BYTES and unpacked > MAX_RATIO * max(packed, 1)
    if unpacked > MAX_UNPACKED_BYTES or bloated:
        raise Unreadable(file, Reason.TOO_LARGE)


def _locked(archive: zipfile.ZipFile, names: set[str]) -> bool:
    """Whether an OpenDocument manifest says that its parts are encrypted."""
    manifest = "META-INF/manifest.xml"
    if manifest not in names:
        return False
    with archive.open(manifest) as stream:
        return b"encryption-data" in stream.read(1_000_000)
