"""What can be wrong with a map file, as a sentence."""

from enum import StrEnum

from smala_lockin.domain.errors import InvalidFact, InvalidLandscape, LockinError
from smala_lockin.i18n import _


class Flaw(StrEnum):
    """Why a file cannot be a map of this program."""

    EMPTY = "empty"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    CUT_SHORT = "cut_short"
    NESTED = "nested"
    OTHER_FORMAT = "other_format"
    NEWER = "newer"
    TOO_LARGE = "too_large"


class NotAMap(LockinError):
    """The file is no map, or none that this version can read."""

    def __init__(self, file: str, flaw: Flaw) -> None:
        super().__init__(f"{file}: {flaw}")
        self.file, self.flaw = file, flaw

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        name = {"file": self.file}
        match self.flaw:
            case Flaw.EMPTY:
                return _("%(file)s is empty. Open its copy ending in .bak, if there is one.") % name
            case Flaw.CUT_SHORT:
                return (
                    _("%(file)s ends in the middle. Open its copy ending in .bak, if there is one.")
                    % name
                )
            case Flaw.NEWER:
                return (
                    _(
                        "%(file)s was saved by a newer version of Smala Lock-in. "
                        "Update the program to open it."
                    )
                    % name
                )
            case Flaw.TOO_LARGE:
                return _("%(file)s is too large to be a map.") % name
            case Flaw.NOT_UTF8 | Flaw.NOT_JSON | Flaw.NESTED | Flaw.OTHER_FORMAT:
                return (
                    _("%(file)s is not a map of Smala Lock-in. To use a spreadsheet, import it.")
                    % name
                )


class InvalidMapFile(LockinError):
    """A map file holds something wrong; `where` is the path of the fault in the file."""

    def __init__(self, file: str, where: str, cause: InvalidFact | InvalidLandscape) -> None:
        super().__init__(f"{file}: {where}: {cause.fault}")
        self.file, self.where, self.cause = file, where, cause

    def sentence(self) -> str:
        """Return where the fault is and what is wrong."""
        from smala_lockin.words import errors as words  # loads the analysis: not at every start

        return _("%(file)s was not opened. %(where)s: %(reason)s") % {
            "file": self.file,
            "where": self.where,
            "reason": words.sentence(self.cause),
        }
