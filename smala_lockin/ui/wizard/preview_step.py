"""The last step: what importing would do, number by number, and what can be agreed to."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.tables.problems import Problem
from smala_lockin.ui import icons
from smala_lockin.ui.theme import Theme
from smala_lockin.ui.wizard.offers import Answers, Offer
from smala_lockin.ui.wizard.rows import RowsModel
from smala_lockin.ui.wizard.topic import Subject, Topic
from smala_lockin.ui.wizard.topics import summary, topics

_WIDTHS = {
    Subject.NEW: (220, 120, 250),
    Subject.CHANGED: (250, 130),
    Subject.LINKS: (270, 150),
    Subject.PROBLEMS: (150, 150, 180),
    Subject.ALIKE: (270, 270),
    Subject.KNOWN: (270, 270),
    Subject.MISSING: (230, 250),
    Subject.RATES: (270,),
    Subject.SERVICES: (230, 270),
    Subject.MERGED: (150, 230),
    Subject.LEFT_OUT: (150, 230),
    Subject.COLUMNS: (270, 270),
    Subject.SHEETS: (250,),
}

_SENTENCES = frozenset(
    {Subject.PROBLEMS, Subject.SHEETS, Subject.REMARKS, Subject.MERGED, Subject.LEFT_OUT}
)
_MOST_MEASURED = 100


class PreviewStep(QWidget):
    """On the left the numbers, on the right the lines behind one of them."""

    answered = Signal()
    """Somebody ticked an offer or unticked one, or gave a rate."""

    corrected = Signal(object, str)
    """Carries a `Problem` and what somebody typed in the place of its value."""

    save_wanted = Signal()
    """The problems are wanted as a file."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = Answers()
        self._topics: list[Topic] = []
        self._summary, self._hint = QLabel(), QLabel()
        self._list, self._table = QListWidget(), QTableView()
        self._save = QPushButton(_("Save the &problems…"))
        self.model = RowsModel(self)
        self._build()
        self.show_theme(theme)
        self._list.currentRowChanged.connect(self._show_topic)
        self.model.ticked.connect(self._take)
        self.model.typed.connect(self._type)
        self._table.clicked.connect(self._toggle)
        self._save.clicked.connect(self.save_wanted)

    @property
    def summary(self) -> str:
        """What the step says in one sentence of numbers."""
        return self._summary.text()

    @property
    def topics(self) -> list[Topic]:
        """The numbers that are shown."""
        return self._topics

    def show_proposal(self, proposal: Proposal, landscape: Landscape, answers: Answers) -> None:
        """Show what a proposal would do; the same number stays open."""
        self._answers = answers
        row = self._list.currentRow()
        kept = self._topics[row].subject if 0 <= row < len(self._topics) else None
        here = self._table.currentIndex()
        scrolled = self._table.verticalScrollBar().value()
        self._topics = topics(proposal, landscape, answers)
        self._summary.setText(summary(proposal, landscape))
        self._list.blockSignals(True)
        self._list.clear()
        for topic in self._topics:
            item = QListWidgetItem(topic.title, self._list)
            item.setSizeHint(QSize(0, 32))
        subjects = [one.subject for one in self._topics]
        self._list.setCurrentRow(subjects.index(kept) if kept in subjects else 0)
        self._list.blockSignals(False)
        self._show_topic(self._list.currentRow())
        if kept in subjects and here.isValid():
            self._table.setCurrentIndex(self.model.index(here.row(), here.column()))
            self._table.verticalScrollBar().setValue(scrolled)

    def show_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self.model.show_edit_icon(icons.small_icon("edit", theme.faint_text.name()))

    def open_topic(self, subject: Subject) -> None:
        """Show the lines behind a number."""
        self._list.setCurrentRow([one.subject for one in self._topics].index(subject))

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self._list

    def _build(self) -> None:
        font = self._summary.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self._summary.setFont(font)
        for label in (self._summary, self._hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setObjectName("faint")
        self._list.setFixedWidth(230)
        self._list.setAccessibleName(_("What importing would do"))
        table = self._table
        table.setModel(self.model)
        table.setAccessibleName(_("Lines behind the number"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._save.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._save)
        right = QVBoxLayout()
        right.addWidget(table, 1)
        right.addLayout(foot)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._list)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._summary)
        layout.addLayout(middle, 1)

    def _show_topic(self, row: int) -> None:
        if not 0 <= row < len(self._topics):
            return
        topic = self._topics[row]
        self.model.show_listing(topic.listing)
        self._hint.setText(topic.hint)
        self._save.setVisible(topic.subject is Subject.PROBLEMS)
        for section, width in enumerate(_WIDTHS.get(topic.subject, ())):
            self._table.setColumnWidth(section, width)
        self._fit_rows(topic)
        self._table.setCurrentIndex(self.model.index(0, topic.listing.editable or 0))

    def _fit_rows(self, topic: Topic) -> None:
        """Sentences are shown whole, as long as measuring them all is a matter of moments."""
        wraps = topic.subject in _SENTENCES and len(topic.listing.lines) <= _MOST_MEASURED
        self._table.setWordWrap(wraps)
        header = self._table.verticalHeader()
        if wraps:
            self._table.resizeRowsToContents()
        else:
            # A header keeps the heights of lines that are gone; only these can have had others.
            for row in range(min(len(topic.listing.lines), _MOST_MEASURED)):
                header.resizeSection(row, header.defaultSectionSize())

    def _take(self, offer: Offer, is_taken: bool) -> None:
        self._answers.offers.take(offer, is_taken=is_taken)
        self.answered.emit()

    def _type(self, line: Problem | str, text: str) -> None:
        if isinstance(line, Problem):
            self.corrected.emit(line, text)
        else:
            self._answers.rates.say(line, text)
            self.answered.emit()

    def _toggle(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """A click anywhere on a line ticks it, not only one on the small box."""
        if index.column() == 0:
            return
        if self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self._table.edit(self.model.index(index.row(), index.column()))
            return
        first = self.model.index(index.row(), 0)
        now = self.model.data(first, Qt.ItemDataRole.CheckStateRole)
        if now is not None:
            on = Qt.CheckState(now) is Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            self.model.setData(first, state.value, Qt.ItemDataRole.CheckStateRole)
