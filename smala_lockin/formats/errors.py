"""What can be wrong with a file, and the sentence that says so and what to do.

Errors carry the file's name, never its folder.
"""

import errno
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _, alternatives


class Trouble(StrEnum):
    """Why a file could not be read or written, as far as the system tells."""

    MISSING = "missing"
    FOLDER = "folder"
    FORBIDDEN = "forbidden"
    FULL = "full"
    NO_FOLDER = "no_folder"
    OTHER = "other"


class FileTrouble(LockinError):
    """The system would not let us read or write a file."""

    def __init__(self, path: Path, error: OSError, *, writing: bool = False) -> None:
        super().__init__(path.name)
        self.file = path.name
        self.writing = writing
        self.trouble = _trouble(path, error, writing=writing)

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        name = {"file": self.file}
        match self.trouble:
            case Trouble.MISSING:
                return _("There is no file %(file)s. Check the name and the folder.") % name
            case Trouble.FOLDER:
                return _("%(file)s is a folder. Name a file in it.") % name
            case Trouble.NO_FOLDER:
                return _("The folder for %(file)s does not exist. Create it first.") % name
            case Trouble.FULL:
                return _("The disk is full. Nothing was written to %(file)s.") % name
            case Trouble.FORBIDDEN if self.writing:
                return (
                    _(
                        "%(file)s may not be written. "
                        "Is it open in another program, or write-protected?"
                    )
                    % name
                )
            case Trouble.FORBIDDEN:
                return _("%(file)s may not be read. Ask for the right to open it.") % name
            case Trouble.OTHER if self.writing:
                return _("%(file)s could not be written. The earlier file is untouched.") % name
            case Trouble.OTHER:
                return _("%(file)s could not be read. Is the disk or stick still there?") % name


class WrongEnding(LockinError):
    """A file was to be written under a name that ends otherwise than files of its kind do."""

    def __init__(self, path: Path, endings: Sequence[str]) -> None:
        super().__init__(path.name)
        self.file, self.endings = path.name, tuple(endings)
        stem = path.stem if path.suffix[1:].isalpha() else path.name  # "v1.2" has no ending
        self.better = stem + self.endings[0]

    def sentence(self) -> str:
        """Return what is wrong and what to do: the good name, or the endings to choose from."""
        values = {"file": self.file, "better": self.better}
        if len(self.endings) == 1:
            return _("%(file)s has the wrong extension. Name the file %(better)s.") % values
        return _("The extension of %(file)s does not say what to write. Use %(endings)s.") % {
            **values,
            "endings": alternatives(self.endings),
        }


def check_ending(path: Path, *endings: str) -> None:
    """Raise `WrongEnding` unless a file to be written ends as its content asks for.

    A folder passes: that it is one is told when it is written.
    """
    if not path.is_dir() and path.suffix.lower() not in endings:
        raise WrongEnding(path, endings)


def _trouble(path: Path, error: OSError, *, writing: bool) -> Trouble:
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return Trouble.FOLDER
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Trouble.NO_FOLDER if writing else Trouble.MISSING
    if isinstance(error, PermissionError):
        return Trouble.FORBIDDEN
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble.FULL
    return Trouble.OTHER
