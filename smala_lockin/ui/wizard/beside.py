"""What the import writes and reads beside the map: lists of problems, and profiles."""

from collections.abc import Mapping
from pathlib import Path

from smala_lockin.domain.errors import LockinError
from smala_lockin.formats import problem_list, profiles
from smala_lockin.i18n import _
from smala_lockin.importing.proposal import Proposal


class ProfileOfOthers(LockinError):
    """A profile says nothing about any of the sheets at hand."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return _(
            "%(file)s was made for sheets with other headers; nothing was changed. Choose the "
            "columns here and save a profile of your own."
        ) % {"file": self.file}


def write_list(proposal: Proposal | None, path: Path) -> None:
    """Write the problems into a csv file; raises `FileTrouble`."""
    headers = (_("File"), _("Sheet"), _("Row"), _("Column"), _("Value"), _("Reason"))
    rows = [
        (one.file, one.sheet or "", str(one.row), one.column, one.value, one.message)
        for one in (proposal.problems if proposal else ())
    ]
    problem_list.write(path, headers, rows)


def read_profile(path: Path) -> Mapping[str, object]:
    """Return the records of a profile; raises `FileTrouble` and `NoProfile`."""
    return profiles.load_profile(path)


def write_profile(records: Mapping[str, object], path: Path) -> None:
    """Write a profile; raises `FileTrouble`."""
    profiles.save_profile(records, path)
