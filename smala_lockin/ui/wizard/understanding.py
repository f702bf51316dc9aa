"""What the wizard knows: what was read, what was chosen about it, what importing would do."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from smala_lockin.app import import_job
from smala_lockin.app.document import Document
from smala_lockin.app.import_job import Key, Reading, SheetLook
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.text_form import AS_FOUND, TextForm
from smala_lockin.i18n import _, ngettext
from smala_lockin.importing.profiles import Records
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.tables.problems import Place, Problem
from smala_lockin.importing.understanding.sheets import Choices, SheetChoice
from smala_lockin.ui import errors
from smala_lockin.ui.wizard.offers import Answers
from smala_lockin.ui.wizard.work_bar import WorkBar

_ANSWER_DELAY_MS = 350
"""Ticks in a row are worked out together."""


class Understanding(QObject):
    """Holds what is known of the files, and has it worked out again after each choice."""

    was_read = Signal(object)
    """Carries the `Reading` of other files."""

    reread = Signal(object)
    """Carries the `Reading` of the same files, of which some are read otherwise now."""

    unreadable = Signal(object)
    """Carries the `LockinError` that kept files from being read."""

    looked = Signal(object)
    """Carries each `SheetLook` that may be another one now."""

    proposed = Signal()
    """There is another proposal."""

    def __init__(self, document: Document, work: WorkBar, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._work = document, work
        self.files: list[Path] = []
        self.reading: Reading | None = None
        self.looks: dict[Key, SheetLook] = {}
        self.choices: dict[Key, SheetChoice] = {}
        self.answers = Answers()
        self.proposal: Proposal | None = None
        self.landscape: Landscape = document.landscape
        self._corrections: dict[Place, dict[str, str]] = {}
        self._answer_timer = QTimer(self, interval=_ANSWER_DELAY_MS, singleShot=True)
        self._answer_timer.timeout.connect(lambda: self.propose(fresh=False))

    @property
    def is_working(self) -> bool:
        """Whether something is being read or worked out, or soon will be."""
        return self._work.is_busy or self._answer_timer.isActive()

    @property
    def content(self) -> bytes:
        """What was read, for the next job."""
        assert self.reading is not None
        return self.reading.content

    @property
    def is_overtaken(self) -> bool:
        """Whether an edit of the map came after what was worked out."""
        return self._document.landscape is not self.landscape

    def stop(self) -> None:
        """Work nothing out any more."""
        self._answer_timer.stop()
        self._work.stop()

    def read(self, files: list[Path]) -> None:
        """Read files; nothing that was chosen before is kept."""

        def take(reading: Reading) -> None:
            self.files, self.reading = files, reading
            self.looks = {one.key: one for one in reading.sheets}
            self.choices, self._corrections = dict(reading.choices), {}
            self.answers = Answers()
            self.proposal = None
            self.was_read.emit(reading)

        self._answer_timer.stop()
        self._work.do(
            ngettext("Reading the file…", "Reading the files…", len(files)),
            import_job.read,
            files,
            self._remembered(),
            done=take,
            failed=self.unreadable.emit,
        )

    def read_otherwise(self, file: str, form: TextForm) -> None:
        """Read a text file again, written as somebody says."""
        self.proposal = None
        self._answer_timer.stop()
        self._work.do(
            _("Reading the sheet…"),
            import_job.read_otherwise,
            self.content,
            [path for path in self.files if path.name == file],
            form,
            dict(self.choices),
            self._remembered(),
            done=self._take_again,
            failed=self._tell_kept,
            is_stoppable=False,
        )

    def read_by(self, profile: Records, unknown: Callable[[], object]) -> None:
        """Read the sheets as a profile says; `unknown` is called where it knows none of them."""

        def take(reading: Reading | None) -> None:
            if reading is None:
                unknown()
            else:
                self.proposal = None
                self._take_again(reading)

        self._answer_timer.stop()
        self._work.do(
            _("Reading the sheet…"),
            import_job.recall,
            self.content,
            self.files,
            profile,
            dict(self.choices),
            done=take,
            failed=self._tell_kept,
            is_stoppable=False,
        )

    def choose(self, choices: Choices) -> None:
        """Take choices about sheets, and look how those are understood then."""
        self.choices.update(choices)
        self.proposal = None
        self._answer_timer.stop()
        # All sheets with a choice: work that this one replaces may never have been shown.
        self._work.do(
            _("Reading the sheet…"),
            import_job.look,
            self.content,
            dict(self.choices),
            frozenset(self.choices),
            done=self._take_looks,
            is_stoppable=False,
        )

    def answer(self) -> None:
        """Work the proposal out again soon, with the answers that were given."""
        self._answer_timer.start()

    def correct(self, problem: Problem, text: str) -> None:
        """Read a text in the place of a cell that made a problem."""
        place = Place(file=problem.file, sheet=problem.sheet, row=problem.row)
        self._corrections.setdefault(place, {})[problem.column] = text
        self.answer()

    def propose(self, *, fresh: bool, is_stoppable: bool = False) -> None:
        """Work out what importing would do; `fresh` where other rows or columns are read."""
        offers, rates = self.answers.offers, self.answers.rates
        if fresh:
            offers.forget()
        agreement = offers.agreement()
        self.landscape = self._document.landscape

        def take(proposal: Proposal) -> None:
            offers.add(proposal)
            rates.add(proposal)
            if offers.agreement() != agreement:  # answers given before, to offers made again
                self.propose(fresh=False, is_stoppable=is_stoppable)
                return
            self.proposal = proposal
            self.proposed.emit()

        self._answer_timer.stop()
        self._work.do(
            _("Working out what would change…"),
            import_job.proposal,
            self.content,
            self.landscape,
            dict(self.choices),
            agreement,
            dict(self._corrections),
            rates.known(),
            rates.amounts_in,
            _today(),
            done=take,
            is_stoppable=is_stoppable,
        )

    def _take_again(self, reading: Reading) -> None:
        """Take what texts hold that are read otherwise; what was typed into them is void."""
        before, self.reading = self.looks, reading
        self.choices.clear()
        self.choices.update(reading.choices)
        written = {one.file for one in reading.sheets if _form(before.get(one.key)) != one.form}
        self._corrections = {
            place: cells for place, cells in self._corrections.items() if place.file not in written
        }
        self.looks = {one.key: one for one in reading.sheets}
        self.reread.emit(reading)

    def _tell_kept(self, error: LockinError) -> None:
        """Tell why nothing was read again; all stays as it was read, not as it was chosen."""
        self._take_looks(tuple(self.looks.values()))
        errors.told(error, self._work.window())

    def _take_looks(self, found: Sequence[SheetLook]) -> None:
        self.looks.update({one.key: one for one in found})
        self.looked.emit(found)

    def _remembered(self) -> Mapping[str, object]:
        """How sheets were read in earlier imports into this map."""
        kept = self._document.landscape.sections.get("imports")
        return kept if isinstance(kept, Mapping) else {}


def _form(look: SheetLook | None) -> TextForm:
    return look.form if look else AS_FOUND


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
