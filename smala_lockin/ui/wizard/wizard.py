"""The import wizard: files, sheets, columns, preview, and only then one edit."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app import import_job
from smala_lockin.app.background import Background
from smala_lockin.app.document import Document
from smala_lockin.app.import_job import Key, Reading, SheetLook
from smala_lockin.app.jobs import Jobs
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.text_form import TextForm
from smala_lockin.i18n import _, ngettext
from smala_lockin.importing.problems import Place, Problem
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.sheets import Choices, SheetChoice
from smala_lockin.ui import choosing, errors, theme
from smala_lockin.ui.fields import look as looks
from smala_lockin.ui.wizard import beside
from smala_lockin.ui.wizard.beside import ProfileOfOthers
from smala_lockin.ui.wizard.columns_step import ColumnsStep
from smala_lockin.ui.wizard.files_step import FilesStep
from smala_lockin.ui.wizard.offers import Answers, Offers, Rates
from smala_lockin.ui.wizard.preview_step import PreviewStep
from smala_lockin.ui.wizard.sheets_step import SheetsStep
from smala_lockin.ui.wizard.steps_bar import StepsBar

_BUSY_DELAY_MS = 300
"""Work shorter than this shows no progress: a flicker tells nothing."""

_MADE_AT_ONCE = 300
"""More new cards than this are made in the background."""

_ANSWER_DELAY_MS = 350
"""Ticks in a row are worked out together."""


_SHEET = """
QLabel#faint { color: %(faint)s; }
QLabel#fault { color: %(wrong)s; }
QListWidget, QTableView { border: 1px solid %(edge)s; padding: 1px; }
QListWidget:focus, QTableView:focus { border: 2px solid %(accent)s; padding: 0; }
"""


class Step(IntEnum):
    """The steps, in their order."""

    FILES = 0
    SHEETS = 1
    COLUMNS = 2
    PREVIEW = 3


class ImportWizard(QDialog):
    """Leads from files to one undoable edit. Nothing is changed before Import is pressed."""

    made = Signal(object)
    """Carries the `Proposal` that has just become part of the map."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._jobs, self._background = Jobs(self), Background(self)
        self._work: object = None
        self._is_stoppable = False
        self._files: list[Path] = []
        self._reading: Reading | None = None
        self._looks: dict[Key, SheetLook] = {}
        self._choices: dict[Key, SheetChoice] = {}
        self._corrections: dict[Place, dict[str, str]] = {}
        self._offers, self._rates = Offers(), Rates()
        self._proposal: Proposal | None = None
        self._landscape: Landscape = document.landscape
        self._theme = theme.of_palette(self.palette())
        self._back = QPushButton(_("&Back"))
        self.next = QPushButton(_("&Next"))
        self._cancel = QPushButton(_("&Cancel"))
        self.files_step = FilesStep()
        self.sheets_step = SheetsStep(self._theme)
        self.columns_step = ColumnsStep()
        self.preview_step = PreviewStep(self._theme)
        self._first_fields = (
            self.next,
            self.sheets_step.first_field,
            self.columns_step.first_field,
            self.preview_step.first_field,
        )
        self._bar = StepsBar(
            (_("Files"), _("Sheets"), _("Columns"), _("Preview")), self._theme, self
        )
        self._pages = QStackedWidget()
        self._busy, self._busy_words = QProgressBar(), QLabel()
        self._busy_timer = QTimer(self, interval=_BUSY_DELAY_MS, singleShot=True)
        self._answer_timer = QTimer(self, interval=_ANSWER_DELAY_MS, singleShot=True)
        self._build()
        self._connect()
        self._show_step(Step.FILES)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return Step(self._pages.currentIndex())

    @property
    def is_working(self) -> bool:
        """Whether something is being read or worked out."""
        return self._work is not None or self._answer_timer.isActive()

    @property
    def proposal(self) -> Proposal | None:
        """What importing would do, as it is shown; None until it is worked out."""
        return self._proposal

    def begin(self, files: Sequence[Path]) -> None:
        """Open with some files, and read them at once."""
        self.open()
        self.files_step.add(files)
        if self.files_step.files:
            self.go_on()

    def go_on(self) -> None:
        """Go to the next step, or import from the last one."""
        match self.step:
            case Step.FILES if self._reading is None or self._files != self.files_step.files:
                self._read()
            case Step.FILES:
                self._show_step(Step.SHEETS if self._looks else Step.PREVIEW)
            case Step.SHEETS:
                self.columns_step.show_sheets(list(self._looks.values()), self._choices)
                self._show_step(Step.COLUMNS)
            case Step.COLUMNS:
                self._propose(fresh=True)
            case Step.PREVIEW:
                self._import()

    def go_back(self) -> None:
        """Go to the step before."""
        at_files = self.step is Step.SHEETS or not self._looks
        self._stop()
        self._show_step(Step.FILES if at_files else Step(self.step - 1))

    def reject(self) -> None:
        """Stop what is being read; where nothing is, close without a change."""
        if self._work is not None and self._is_stoppable:
            self._stop()
        else:
            self._close()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self._close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_answer_timer"):
            found = theme.of_palette(self.palette())
            if found is not self._theme:
                self._theme = found
                self._bar.show_theme(found)
                self.sheets_step.show_theme(found)
                self.preview_step.show_theme(found)
                self._show_colours()

    def _build(self) -> None:
        self.setWindowTitle(_("Import"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(1040, 620)
        self.setMinimumSize(760, 480)
        self.setSizeGripEnabled(True)
        for page in (self.files_step, self.sheets_step, self.columns_step, self.preview_step):
            self._pages.addWidget(page)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(140)
        self._busy.setMaximumHeight(10)
        foot = QHBoxLayout()
        foot.addWidget(self._busy)
        foot.addWidget(self._busy_words, 1)
        for button in (self._cancel, self._back, self.next):
            button.setMinimumHeight(30)
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.insertStretch(2)
        self.next.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(self._bar)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self._show_colours()
        self._hide_busy()

    def _show_colours(self) -> None:
        colours = {
            "wrong": looks.wrong_colour(self._theme).name(),
            "faint": self._theme.faint_text.name(),
            "edge": self._theme.edge.name(),
            "accent": self._theme.accent.name(),
        }
        self.setStyleSheet(_SHEET % colours)

    def _connect(self) -> None:
        self.next.clicked.connect(self.go_on)
        self._back.clicked.connect(self.go_back)
        self._cancel.clicked.connect(self.reject)
        self.files_step.changed.connect(self._show_buttons)
        self.sheets_step.changed.connect(self._choose)
        self.sheets_step.written.connect(self._read_otherwise)
        self.columns_step.changed.connect(self._choose)
        self.preview_step.answered.connect(self._hear_answer)
        self.preview_step.corrected.connect(self._correct)
        self.preview_step.save_wanted.connect(self._choose_problem_file)
        self.columns_step.load_profile.clicked.connect(self._choose_profile)
        self.columns_step.save_profile.clicked.connect(self._choose_profile_file)
        self._busy_timer.timeout.connect(self._show_busy)
        self._answer_timer.timeout.connect(lambda: self._propose(fresh=False))
        self._jobs.told.connect(self._show_progress)

    def _show_step(self, step: Step) -> None:
        self._pages.setCurrentIndex(step)
        self._bar.show_step(step)
        self._show_buttons()
        if step is Step.PREVIEW and self._proposal is None:
            self._propose(fresh=True)
        self._first_fields[step].setFocus()

    def _show_buttons(self) -> None:
        is_last = self.step is Step.PREVIEW
        self.next.setText(_("&Import") if is_last else _("&Next"))
        ready = not self.is_working
        if self.step is Step.FILES:
            ready = ready and bool(self.files_step.files)
        if is_last:
            ready = ready and self._proposal is not None and not self._proposal.is_empty
        self.next.setEnabled(ready)
        self._back.setEnabled(self.step is not Step.FILES)
        self._cancel.setText(
            _("&Stop") if self._work is not None and self._is_stoppable else _("&Cancel")
        )

    def _read(self) -> None:
        files = self.files_step.files
        self.files_step.tell_fault("")
        words = ngettext("Reading the file…", "Reading the files…", len(files))

        def show(reading: Reading) -> None:
            self._files, self._reading = files, reading
            self._looks = {one.key: one for one in reading.sheets}
            self._choices, self._corrections = dict(reading.choices), {}
            self._offers, self._rates = Offers(), Rates()
            self._proposal = None
            others = list(reading.diagrams)
            if reading.invoices:
                count = {"count": reading.invoices}
                invoices = ngettext("%(count)d e-invoice", "%(count)d e-invoices", reading.invoices)
                others.append(invoices % count)
            self.sheets_step.show_sheets(reading.sheets, others, self._choices)
            self._show_step(Step.SHEETS if reading.sheets else Step.PREVIEW)

        remembered = self._remembered()
        self._do(words, import_job.read, files, remembered, done=show, failed=self._tell_unreadable)

    def _read_otherwise(self, file: str, form: TextForm) -> None:
        """Read a text file again, written as somebody says."""
        assert self._reading is not None
        self._proposal = None

        def show(reading: Reading) -> None:
            self._reading = reading
            self._choices.clear()
            self._choices.update(reading.choices)
            self._corrections = {
                place: cells for place, cells in self._corrections.items() if place.file != file
            }
            self._show_looks(reading.sheets)

        def failed(error: LockinError) -> None:
            self._show_looks(tuple(self._looks.values()))  # not as it was chosen
            errors.told(error, self)

        self._do(
            _("Reading the sheet…"),
            import_job.read_otherwise,
            self._reading.content,
            [path for path in self._files if path.name == file],
            form,
            dict(self._choices),
            self._remembered(),
            done=show,
            failed=failed,
            is_stoppable=False,
        )

    def _remembered(self) -> Mapping[str, object]:
        """How sheets were read in earlier imports into this map."""
        kept = self._document.landscape.sections.get("imports")
        return kept if isinstance(kept, Mapping) else {}

    def _show_looks(self, found: Sequence[SheetLook]) -> None:
        for one in found:
            self._looks[one.key] = one
            self.sheets_step.show_look(one)
            self.columns_step.show_look(one)

    def _tell_unreadable(self, error: LockinError) -> None:
        from smala_lockin.words.errors import sentence

        self.files_step.tell_fault(sentence(error))

    def _choose(self, key: Key, choice: SheetChoice) -> None:
        """Take a choice about a sheet, and show how the sheet is understood then."""
        self._choices[key] = choice
        self._look_again()

    def _look_again(self) -> None:
        """Show how the sheets with a choice are understood."""
        assert self._reading is not None
        self._proposal = None

        # All sheets with a choice: work that this one replaces may never have been shown.
        wanted = frozenset(self._choices)
        self._do(
            _("Reading the sheet…"),
            import_job.look,
            self._reading.content,
            dict(self._choices),
            wanted,
            done=self._show_looks,
            is_stoppable=False,
        )

    def _propose(self, *, fresh: bool) -> None:
        """Work out what importing would do; `fresh` where other rows or columns are read."""
        assert self._reading is not None
        if fresh:
            self._offers.forget()
        agreement = self._offers.agreement()
        self._landscape = self._document.landscape

        def show(proposal: Proposal) -> None:
            self._offers.add(proposal)
            self._rates.add(proposal)
            if self._offers.agreement() != agreement:
                self._propose(fresh=False)  # answers given before, to offers made again
                return
            self._proposal = proposal
            shown = Answers(offers=self._offers, rates=self._rates)
            self.preview_step.show_proposal(proposal, self._landscape, shown)
            if self.step is not Step.PREVIEW:
                self._show_step(Step.PREVIEW)
            self._show_buttons()

        self._do(
            _("Working out what would change…"),
            import_job.proposal,
            self._reading.content,
            self._landscape,
            dict(self._choices),
            agreement,
            dict(self._corrections),
            self._rates.known(),
            self._rates.amounts_in,
            _today(),
            done=show,
            is_stoppable=self.step is not Step.PREVIEW,
        )

    def _hear_answer(self) -> None:
        self._answer_timer.start()
        self._show_buttons()

    def _correct(self, problem: Problem, text: str) -> None:
        place = Place(file=problem.file, sheet=problem.sheet, row=problem.row)
        self._corrections.setdefault(place, {})[problem.column] = text
        self._hear_answer()

    def _import(self) -> None:
        if self._proposal is None:
            return
        if self._document.landscape is not self._landscape:
            self._propose(fresh=False)  # an edit has overtaken the proposal
            return
        proposal, landscape = self._proposal, self._landscape
        if len(proposal.added) <= _MADE_AT_ONCE:
            self._make(proposal, proposal.apply(landscape))
            return
        self._stop()
        self._work, self._is_stoppable = object(), False
        self._busy_words.setText(_("Importing…"))
        self._busy_timer.start()
        self._show_buttons()
        self._background.run(
            lambda: import_job.made(proposal, landscape), lambda made: self._make(proposal, made)
        )

    def _make(self, proposal: Proposal, made: Landscape) -> None:
        self._work = None
        self._hide_busy()
        if self._document.landscape is not self._landscape:
            self._propose(fresh=False)  # an edit has overtaken it
            return
        names = ", ".join(file.name for file in self._files)
        self._document.edit(_("Import %(files)s") % {"files": names}, lambda _it: made)
        self._close()
        self.accept()
        self.made.emit(proposal)

    def _choose_problem_file(self) -> None:
        first = self._files[0]
        proposed = first.with_name(_("%(name)s - problems.xlsx") % {"name": first.stem})
        choosing.problems_to_save(self, proposed, self.save_problems)

    def save_problems(self, path: Path) -> None:
        """Write the rows with a problem into a workbook, or a list of the problems as csv."""
        if self._proposal is None:
            return
        if path.suffix.lower() == ".csv":
            self._try(lambda: beside.write_list(self._proposal, path))
            return
        assert self._reading is not None
        self._do(
            _("Writing the rows to mend…"),
            import_job.write_repair,
            self._reading.content,
            self._proposal,
            path,
            done=lambda _nothing: None,
            is_stoppable=False,
        )

    def _choose_profile_file(self) -> None:
        proposed = self._files[0].with_name(
            _("%(name)s - profile.json") % {"name": self._files[0].stem}
        )
        choosing.profile_to_save(self, proposed, self.save_profile)

    def save_profile(self, path: Path) -> None:
        """Write how the sheets are read, for files of the same form elsewhere."""
        records = import_job.records(self._looks.values(), self._choices)
        self._try(lambda: beside.write_profile(records, path))

    def _choose_profile(self) -> None:
        choosing.profile_to_open(self, self._files[0].parent, self.load_profile)

    def load_profile(self, path: Path) -> None:
        """Read the sheets as a profile says, wherever their headers are those of the profile."""
        found: list[Mapping[str, object]] = []
        self._try(lambda: found.append(beside.read_profile(path)))
        if not found or self._reading is None:
            return

        def show(choices: Choices) -> None:
            if not choices:
                errors.told(ProfileOfOthers(path.name), self)
            for key, choice in choices.items():
                self._choices[key] = choice
            self._look_again()

        self._do(
            _("Reading the sheet…"),
            import_job.recall,
            self._reading.content,
            found[0],
            done=show,
            is_stoppable=False,
        )

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except LockinError as error:
            errors.told(error, self)

    def _do(
        self,
        words: str,
        job: Callable[..., Any],
        *values: object,
        done: Callable[[Any], None],
        failed: Callable[[LockinError], None] | None = None,
        is_stoppable: bool = True,
    ) -> None:
        """Do a job in the place of any other, and show that it is under way."""
        self._stop()
        self._work = work = object()
        self._is_stoppable = is_stoppable
        self._busy_words.setText(words)
        self._busy_timer.start()

        def over(then: Callable[[], None]) -> None:
            if self._work is work:  # else other work has taken its place
                self._work = None
                self._hide_busy()
                then()
                self._show_buttons()

        tell = failed or (lambda error: self._tell(error))
        self._jobs.run(
            job,
            *values,
            done=lambda result: over(lambda: done(result)),
            failed=lambda error: over(lambda: tell(error)),
            stopped=lambda: over(lambda: None),
        )
        self._show_buttons()

    def _tell(self, error: LockinError) -> None:
        errors.told(error, self)

    def _stop(self) -> None:
        self._answer_timer.stop()
        if self._work is not None:
            self._work = None
            self._jobs.stop()
            self._hide_busy()
        self._show_buttons()

    def _close(self) -> None:
        self._stop()
        self._jobs.close()
        self._background.close()

    def _show_busy(self) -> None:
        if self._work is not None:
            self._busy.show()
            self._busy_words.show()

    def _show_progress(self, done: int, of: int) -> None:
        self._busy.setRange(0, of if of > 2 else 0)
        self._busy.setValue(done)

    def _hide_busy(self) -> None:
        self._busy_timer.stop()
        self._busy.setRange(0, 0)
        self._busy.hide()
        self._busy_words.hide()


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
