"""Import profiles as files: how sheets were read, for files of the same form elsewhere."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from smala_lockin.domain.errors import LockinError
from smala_lockin.formats.atomic import write_whole
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.i18n import _

FORMAT = "smala-lockin-profile"
VERSION = 1

MAX_BYTES = 10_000_000


class NoProfile(LockinError):
    """A file given as an import profile is none."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return _("%(file)s is no import profile. Make one with --save-profile.") % {
            "file": self.file
        }


def load_profile(path: Path) -> Mapping[str, object]:
    """Return the records of a profile by header signature; raises `FileTrouble`, `NoProfile`."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileTrouble(path, error) from error
    try:
        value = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError):
        raise NoProfile(path.name) from None
    known = isinstance(value, dict) and value.get("format") == FORMAT
    sheets = value.get("sheets") if known and value.get("version") == VERSION else None
    if not isinstance(sheets, dict) or not all(isinstance(one, dict) for one in sheets.values()):
        raise NoProfile(path.name)
    return sheets


def save_profile(sheets: Mapping[str, object], path: Path) -> None:
    """Write the records of a profile, whole or not at all; raises `FileTrouble`."""
    record = {"format": FORMAT, "version": VERSION, "sheets": dict(sheets)}
    data = msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"
    write_whole(path, lambda file: file.write(data))
