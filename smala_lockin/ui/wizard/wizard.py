"""The import wizard: files, sheets, columns, preview, and only then one edit."""

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app import import_job
from smala_lockin.app.document import Document
from smala_lockin.app.import_job import Key, Reading, SheetLook
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, ngettext
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.tables.problems import Problem
from smala_lockin.importing.understanding.sheets import SheetChoice
from smala_lockin.ui import theme
from smala_lockin.ui.fields import look as looks
from smala_lockin.ui.targets import enlarge
from smala_lockin.ui.wizard.columns_step import ColumnsStep
from smala_lockin.ui.wizard.files_step import FilesStep
from smala_lockin.ui.wizard.preview_step import PreviewStep
from smala_lockin.ui.wizard.saving import Saving
from smala_lockin.ui.wizard.sheets_step import SheetsStep
from smala_lockin.ui.wizard.steps_bar import StepsBar
from smala_lockin.ui.wizard.understanding import Understanding
from smala_lockin.ui.wizard.work_bar import WorkBar

_MADE_AT_ONCE = 300
"""More new cards than this are made in the background."""

_LARGEST, _SHARE = QSize(1240, 780), 0.86
"""How large it opens at most, and how much of the screen it takes at most."""

_SHEET = """
QLabel#faint { color: %(faint)s; }
QLabel#fault { color: %(wrong)s; }
QListWidget, QTableView {
    border: 1px solid %(edge)s; padding: 1px;
    selection-background-color: %(accent)s; selection-color: %(chosen)s;
}
QListWidget:focus, QTableView:focus { border: 2px solid %(accent)s; padding: 0; }
QComboBox { combobox-popup: 0; }
QPushButton {
    border: 1px solid %(line)s; border-radius: 4px; padding: 4px 14px; min-height: 20px;
    background: palette(base);
}
QPushButton:disabled { border-color: %(edge)s; }
QPushButton:hover:enabled { background: palette(alternate-base); }
QPushButton:focus { border: 2px solid %(accent)s; padding: 3px 13px; }
QPushButton:default:enabled {
    background: %(accent)s; border-color: %(accent)s; color: %(chosen)s;
}
QPushButton:default:focus { border-color: palette(text); }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }
QComboBox QAbstractItemView::item:selected { background: %(accent)s; color: %(chosen)s; }
QCheckBox::indicator:unchecked, QListWidget::indicator:unchecked, QTableView::indicator:unchecked {
    width: 12px; height: 12px; border: 1px solid %(faint)s; background: palette(base);
}
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
        self._work = WorkBar()
        self.understood = Understanding(document, self._work, self)
        self.saving = Saving(self.understood, self._work, self)
        self._theme = theme.of_palette(self.palette())
        self._back = QPushButton(_("&Back"))
        self.next = QPushButton(_("&Next"))
        self._cancel = QPushButton(_("&Cancel"))
        self.files_step = FilesStep()
        self.sheets_step = SheetsStep(self._theme)
        self.columns_step = ColumnsStep()
        self.preview_step = PreviewStep(self._theme)
        self._bar = StepsBar(
            (_("Files"), _("Sheets"), _("Columns"), _("Preview")), self._theme, self
        )
        self._pages = QStackedWidget()
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
        return self.understood.is_working

    @property
    def proposal(self) -> Proposal | None:
        """What importing would do, as it is shown; None until it is worked out."""
        return self.understood.proposal

    def begin(self, files: Sequence[Path]) -> None:
        """Open with some files, and read them at once."""
        self.open()
        self.files_step.add(files)
        if self.files_step.files:
            self.go_on()

    def go_on(self) -> None:
        """Go to the next step, or import from the last one."""
        known, files = self.understood, self.files_step.files
        match self.step:
            case Step.FILES if known.reading is None or known.files != files:
                self.files_step.tell_fault("")
                known.read(files)
            case Step.FILES:
                self._show_step(Step.SHEETS if known.looks else Step.PREVIEW)
            case Step.SHEETS:
                self.columns_step.show_sheets(list(known.looks.values()), known.choices)
                self._show_step(Step.COLUMNS)
            case Step.COLUMNS:
                known.propose(fresh=True, is_stoppable=True)
            case Step.PREVIEW:
                self._import()

    def go_back(self) -> None:
        """Go to the step before."""
        at_files = self.step is Step.SHEETS or not self.understood.looks
        self.understood.stop()
        self._show_step(Step.FILES if at_files else Step(self.step - 1))

    def reject(self) -> None:
        """Stop what is being read; where nothing is, close without a change."""
        if self._work.is_stoppable:
            self.understood.stop()
        else:
            self._close()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self._close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pages"):
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
        room = self.screen().availableSize()
        self.resize(
            min(_LARGEST.width(), round(room.width() * _SHARE)),
            min(_LARGEST.height(), round(room.height() * _SHARE)),
        )
        self.setMinimumSize(760, 480)
        self.setSizeGripEnabled(True)
        for page in (self.files_step, self.sheets_step, self.columns_step, self.preview_step):
            self._pages.addWidget(page)
        foot = QHBoxLayout()
        foot.addWidget(self._work, 1)
        for button in (self._cancel, self._back, self.next):
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.next.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(self._bar)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        enlarge(self)
        for box in self.findChildren(QComboBox):
            box.setItemDelegate(QStyledItemDelegate(box))  # one that heeds the style's heights
        self._show_colours()

    def _show_colours(self) -> None:
        colours = {
            "wrong": looks.wrong_colour(self._theme).name(),
            "faint": self._theme.faint_text.name(),
            "edge": self._theme.edge.name(),
            "line": self._theme.arrow.name(),
            "accent": self._theme.accent.name(),
            "chosen": theme.text_on(self._theme.accent).name(),
        }
        self.setStyleSheet(_SHEET % colours)

    def _connect(self) -> None:
        self.next.clicked.connect(self.go_on)
        # In tables Enter is for their lines.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.next.click)
        self._back.clicked.connect(self.go_back)
        self._cancel.clicked.connect(self.reject)
        self.files_step.changed.connect(self._show_buttons)
        self.sheets_step.changed.connect(self._choose)
        self.sheets_step.written.connect(self.understood.read_otherwise)
        self.columns_step.changed.connect(self._choose)
        self.preview_step.answered.connect(self._hear_answer)
        self.preview_step.corrected.connect(self._correct)
        self.preview_step.save_wanted.connect(self.saving.choose_problem_file)
        self.columns_step.load_profile.clicked.connect(self.saving.choose_profile)
        self.columns_step.save_profile.clicked.connect(self.saving.choose_profile_file)
        self.understood.was_read.connect(self._show_reading)
        self.understood.reread.connect(self._show_sheets)
        self.understood.unreadable.connect(self._tell_unreadable)
        self.understood.looked.connect(self._show_looks)
        self.understood.proposed.connect(self._show_proposal)
        self._work.changed.connect(self._show_buttons)

    def _show_step(self, step: Step) -> None:
        self._pages.setCurrentIndex(step)
        self._bar.show_step(step)
        self._show_buttons()
        if step is Step.PREVIEW and self.proposal is None:
            self.understood.propose(fresh=True)
        pages = (self.files_step, self.sheets_step, self.columns_step, self.preview_step)
        pages[step].first_field.setFocus()

    def _show_buttons(self) -> None:
        is_last = self.step is Step.PREVIEW
        self.next.setText(_("&Import") if is_last else _("&Next"))
        ready = not self.is_working
        if self.step is Step.FILES:
            ready = ready and bool(self.files_step.files)
        if is_last:
            ready = ready and self.proposal is not None and not self.proposal.is_empty
        self.next.setEnabled(ready)
        self._back.setEnabled(self.step is not Step.FILES)
        self._cancel.setText(_("&Stop") if self._work.is_stoppable else _("&Cancel"))

    def _show_reading(self, reading: Reading) -> None:
        self._show_sheets(reading)
        self._show_step(Step.SHEETS if reading.sheets else Step.PREVIEW)

    def _show_sheets(self, reading: Reading) -> None:
        others = list(reading.diagrams)
        if reading.invoices:
            count = {"count": reading.invoices}
            invoices = ngettext("%(count)d e-invoice", "%(count)d e-invoices", reading.invoices)
            others.append(invoices % count)
        known = self.understood
        self.sheets_step.show_sheets(reading.sheets, others, known.choices)
        self.columns_step.show_sheets(reading.sheets, known.choices)

    def _show_looks(self, found: Sequence[SheetLook]) -> None:
        for one in found:
            self.sheets_step.show_look(one)
            self.columns_step.show_look(one)

    def _show_proposal(self) -> None:
        known = self.understood
        assert known.proposal is not None
        self.preview_step.show_proposal(known.proposal, known.landscape, known.answers)
        if self.step is not Step.PREVIEW:
            self._show_step(Step.PREVIEW)
        self._show_buttons()

    def _tell_unreadable(self, error: LockinError) -> None:
        from smala_lockin.words.errors import sentence

        self.files_step.tell_fault(sentence(error), getattr(error, "file", ""))

    def _choose(self, key: Key, choice: SheetChoice) -> None:
        self.understood.choose({key: choice})

    def _hear_answer(self) -> None:
        self.understood.answer()
        self._show_buttons()

    def _correct(self, problem: Problem, text: str) -> None:
        self.understood.correct(problem, text)
        self._show_buttons()

    def _import(self) -> None:
        proposal, landscape = self.proposal, self.understood.landscape
        if proposal is None:
            return
        if self.understood.is_overtaken:
            self.understood.propose(fresh=False)
            return
        if len(proposal.added) <= _MADE_AT_ONCE:
            self._make(proposal, proposal.apply(landscape))
            return
        self.understood.stop()
        self._work.do_in_thread(
            _("Importing…"),
            lambda: import_job.made(proposal, landscape),
            lambda made: self._make(proposal, made),
        )

    def _make(self, proposal: Proposal, made: Landscape) -> None:
        if self.understood.is_overtaken:
            self.understood.propose(fresh=False)
            return
        names = ", ".join(file.name for file in self.understood.files)
        self._document.edit(_("Import %(files)s") % {"files": names}, lambda _it: made)
        self._close()
        self.accept()
        self.made.emit(proposal)

    def _close(self) -> None:
        self.understood.stop()
        self._work.close_down()
