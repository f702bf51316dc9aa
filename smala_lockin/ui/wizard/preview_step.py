"""The last step: what importing would do, number by number, and what can be agreed to."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.tables.problems import Problem
from smala_lockin.ui import icons
from smala_lockin.ui.theme import Theme, text_on
from smala_lockin.ui.tick_boxes import outline
from smala_lockin.ui.wizard.offers import Answers, Offer
from smala_lockin.ui.wizard.rows import Index, RowsModel
from smala_lockin.ui.wizard.rows_table import RowsTable
from smala_lockin.ui.wizard.topic import Subject, Topic
from smala_lockin.ui.wizard.topics import summary, topics

_WIDEST = {Subject.NEW: 2}
"""Which column takes the room that others leave; else it is the last."""

_PLACES = {Subject.NEW: 3, Subject.PROBLEMS: 0, Subject.MERGED: 0, Subject.LEFT_OUT: 0}
"""Which column names a file, a sheet and a row: of these the row is wanted first."""

_SENTENCES = frozenset(
    {Subject.PROBLEMS, Subject.SHEETS, Subject.REMARKS, Subject.MERGED, Subject.LEFT_OUT}
)
_TICKED_TOGETHER = frozenset({Subject.PAYEES, Subject.SERVICES, Subject.KNOWN})
"""Lists of which each line may be ticked whatever the others say."""

_MOST_MEASURED = 100
_ROW, _AIR = 28, 10
"""The height of a line, and what is left above and below a sentence, in pixels."""


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
        self._places = _Places(self)
        self._pressed: Qt.CheckState | None = None
        self._summary, self._hint = QLabel(), QLabel()
        self._list, self._table = QListWidget(), RowsTable(_ROW)
        self._save = QPushButton(_("Save the &problems…"))
        self._all, self._none = QPushButton(_("Tick &all")), QPushButton(_("&Untick all"))
        self.model = RowsModel(self)
        self._build()
        self.show_theme(theme)
        self._list.currentRowChanged.connect(lambda _row: self._show_topic())
        self.model.ticked.connect(self._take)
        self.model.typed.connect(self._type)
        self._table.pressed.connect(self._press)
        self._table.clicked.connect(self._click)
        self._table.meant.connect(self._act_on)
        self._table.shared.connect(self._fit_rows)
        self._save.clicked.connect(self.save_wanted)
        self._all.clicked.connect(lambda: self._take_all(is_taken=True))
        self._none.clicked.connect(lambda: self._take_all(is_taken=False))

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
        self._show_topic()
        if kept in subjects and here.isValid():
            self._table.setCurrentIndex(self.model.index(here.row(), here.column()))
            self._table.verticalScrollBar().setValue(scrolled)

    def show_theme(self, theme: Theme) -> None:
        """Use other colours."""
        chosen = text_on(theme.accent).name()
        self.model.show_edit_icon(icons.marking("edit", theme.faint_text.name(), chosen))

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
        table.be_plain()
        table.setItemDelegate(self._places)
        outline(table)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        for button in (self._all, self._none, self._save):
            button.setAutoDefault(False)
            button.hide()  # until there are lines it is about
            foot.addWidget(button)
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

    def _show_topic(self) -> None:
        topic = self._topic
        if topic is None:
            return
        self._places.column = _PLACES.get(topic.subject)
        self.model.show_listing(topic.listing)
        self._hint.setText(topic.hint)
        self._save.setVisible(topic.subject is Subject.PROBLEMS)
        for button in (self._all, self._none):
            button.setVisible(topic.subject in _TICKED_TOGETHER and len(topic.listing.lines) > 1)
        last = len(topic.listing.headers) - 1
        self._table.share_width(_WIDEST.get(topic.subject, last))
        self._table.setCurrentIndex(self.model.index(0, topic.listing.editable or 0))

    @property
    def _topic(self) -> Topic | None:
        row = self._list.currentRow()
        return self._topics[row] if 0 <= row < len(self._topics) else None

    def _fit_rows(self) -> None:
        """Sentences are shown whole, as long as measuring them all is a matter of moments."""
        topic = self._topic
        if topic is None:
            return
        wraps = topic.subject in _SENTENCES and len(topic.listing.lines) <= _MOST_MEASURED
        self._table.setWordWrap(wraps)
        header = self._table.verticalHeader()
        # A header keeps the heights of lines that are gone; only these can have had others.
        for row in range(min(len(topic.listing.lines), _MOST_MEASURED)):
            height = self._table.sizeHintForRow(row) + _AIR if wraps else _ROW
            header.resizeSection(row, max(_ROW, height))

    def _take(self, offer: Offer, is_taken: bool) -> None:
        self._answers.offers.take(offer, is_taken=is_taken)
        self.answered.emit()

    def _take_all(self, *, is_taken: bool) -> None:
        topic = self._topic
        if topic is not None:
            self._answers.offers.take_all(topic.listing.lines, is_taken=is_taken)
            self.model.tell_ticks()
            self.answered.emit()

    def _type(self, line: Problem | str, text: str) -> None:
        if isinstance(line, Problem):
            self.corrected.emit(line, text)
        else:
            self._answers.rates.say(line, text)
            self.answered.emit()

    def _press(self, index: Index) -> None:
        self._pressed = self._state(index)

    def _click(self, index: Index) -> None:
        """A click anywhere on a line is for its box, which takes one on itself already."""
        if self._state(index) == self._pressed:
            self._act_on(index)

    def _act_on(self, index: Index) -> None:
        """Tick the line, or type over what can be typed over in it."""
        now = self._state(index)
        if now is not None:
            on = now is not Qt.CheckState.Checked
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            first = self.model.index(index.row(), 0)
            self.model.setData(first, state.value, Qt.ItemDataRole.CheckStateRole)
        elif self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self._table.edit(self.model.index(index.row(), index.column()))

    def _state(self, index: Index) -> Qt.CheckState | None:
        """Whether a line is ticked; None where it cannot be."""
        first = self.model.index(index.row(), 0)
        found = self.model.data(first, Qt.ItemDataRole.CheckStateRole)
        return None if found is None else Qt.CheckState(found)


class _Places(QStyledItemDelegate):
    """Leaves out the middle of what is too long for one column, and the end for the others."""

    column: int | None = None

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        if index.column() == self.column:
            option.textElideMode = Qt.TextElideMode.ElideMiddle
