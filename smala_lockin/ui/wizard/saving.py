"""Files that the wizard writes and reads beside the map: rows to mend, and profiles."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from smala_lockin.app import import_job
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.ui import choosing, errors
from smala_lockin.ui.wizard import beside
from smala_lockin.ui.wizard.beside import ProfileOfOthers
from smala_lockin.ui.wizard.understanding import Understanding
from smala_lockin.ui.wizard.work_bar import WorkBar


class Saving(QObject):
    """Asks for the place of such a file, and writes or reads it there."""

    def __init__(self, understood: Understanding, work: WorkBar, wizard: QWidget) -> None:
        super().__init__(wizard)
        self._understood, self._work, self._wizard = understood, work, wizard

    def choose_problem_file(self) -> None:
        """Ask where the rows with a problem go."""
        first = self._understood.files[0]
        proposed = first.with_name(_("%(name)s - problems.xlsx") % {"name": first.stem})
        choosing.problems_to_save(self._wizard, proposed, self.save_problems)

    def save_problems(self, path: Path) -> None:
        """Write the rows with a problem into a workbook, or a list of the problems as csv."""
        proposal = self._understood.proposal
        if proposal is None:
            return
        if path.suffix.lower() == ".csv":
            self._try(lambda: beside.write_list(proposal, path))
            return
        self._understood.stop()
        self._work.do(
            _("Writing the rows to mend…"),
            import_job.write_repair,
            self._understood.content,
            proposal,
            path,
            done=lambda _nothing: None,
            is_stoppable=False,
        )

    def choose_profile_file(self) -> None:
        """Ask where how the sheets are read goes."""
        first = self._understood.files[0]
        proposed = first.with_name(_("%(name)s - profile.json") % {"name": first.stem})
        choosing.profile_to_save(self._wizard, proposed, self.save_profile)

    def save_profile(self, path: Path) -> None:
        """Write how the sheets are read, for files of the same form elsewhere."""
        known = self._understood
        records = import_job.records(known.looks.values(), known.choices)
        self._try(lambda: beside.write_profile(records, path))

    def choose_profile(self) -> None:
        """Ask for a profile to read the sheets by."""
        choosing.profile_to_open(self._wizard, self._understood.files[0].parent, self.load_profile)

    def load_profile(self, path: Path) -> None:
        """Read the sheets as a profile says, wherever their headers are those of the profile."""
        found: list[Mapping[str, object]] = []
        self._try(lambda: found.append(beside.read_profile(path)))
        if found and self._understood.reading is not None:
            others = ProfileOfOthers(path.name)
            self._understood.read_by(found[0], lambda: errors.told(others, self._wizard))

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except LockinError as error:
            errors.told(error, self._wizard)
