"""The second step: which sheets are read and how, where their headers are, what a row is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app.import_job import Key, SheetLook
from smala_lockin.formats.text_form import TextForm
from smala_lockin.i18n import _, pgettext
from smala_lockin.importing.understanding.sheets import NOTHING_CHOSEN, SheetChoice
from smala_lockin.importing.understanding.sorts import RowSort, Skip
from smala_lockin.ui.theme import Theme
from smala_lockin.ui.tick_boxes import outline
from smala_lockin.ui.wizard import words
from smala_lockin.ui.wizard.rows_table import RowsTable
from smala_lockin.ui.wizard.sheet_rows import SheetRows
from smala_lockin.ui.wizard.text_bar import TextBar

_NAME = Qt.ItemDataRole.UserRole
_WIDEST = 260
_LIST_WIDTH, _BOX_WIDTH, _AIR = 250, 58, 14

_FINAL = frozenset({Skip.EMPTY})
"""Sheets that no choice can make useful."""


class SheetsStep(QWidget):
    """On the left the sheets, each with a box to tick; on the right the rows of one."""

    changed = Signal(object, object)
    """Carries the key of a sheet and the `SheetChoice` for it."""

    written = Signal(str, object)
    """Carries the name of a text file and the `TextForm` in which it is to be read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looks: dict[Key, SheetLook] = {}
        self._choices: Mapping[Key, SheetChoice] = {}
        self._is_showing = False
        self._list = QListWidget()
        self._sort, self._header = QComboBox(), QSpinBox()
        self._turned = QCheckBox(_("One &item in each column"))
        self._outcome = QLabel()
        self.text_bar = TextBar()
        self._rows = SheetRows(theme, self)
        self._table = RowsTable(26)
        self._build()
        self._list.currentRowChanged.connect(lambda _row: self._show_sheet())
        self._list.itemChanged.connect(self._take_tick)
        self._sort.activated.connect(self._take_sort)
        self._header.valueChanged.connect(self._take_header)
        self._turned.clicked.connect(self._take_turned)
        self.text_bar.chosen.connect(self._take_form)
        self._table.clicked.connect(lambda index: self.choose_header(index.row()))
        self._table.meant.connect(lambda index: self.choose_header(index.row()))
        self._table.verticalHeader().sectionClicked.connect(self.choose_header)

    def show_sheets(
        self,
        looks: Sequence[SheetLook],
        diagrams: Sequence[str],
        choices: Mapping[Key, SheetChoice],
    ) -> None:
        """Show other sheets, the same one open where it is among them.

        `choices` has what was chosen, now and later.
        """
        kept = self._current.key if self._current else None
        self._looks = {one.key: one for one in looks}
        self._choices = choices
        one_file = len({one.file for one in looks}) + len(diagrams) < 2
        self._is_showing = True
        self._list.blockSignals(True)  # with no sheet shown, what has the keyboard would hide
        self._list.clear()
        for one in looks:
            item = QListWidgetItem()
            item.setData(_NAME, words.sheet_name(one.file, one.sheet, one_file=one_file))
            self._list.addItem(item)
        for name in diagrams:
            item = QListWidgetItem(_("%(file)s: read as a whole") % {"file": name})
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setForeground(self._theme.faint_text)
            item.setSizeHint(QSize(0, 30))
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._is_showing = False
        self._show_ticks()
        first = next((row for row, one in enumerate(looks) if one.sort), 0)
        keys = list(self._looks)
        self._list.setCurrentRow(keys.index(kept) if kept in keys else first)

    def show_look(self, look: SheetLook) -> None:
        """Show how a sheet is understood now."""
        self._looks[look.key] = look
        self._show_ticks()
        if self._current == look:
            self._show_sheet()

    def show_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self._rows.show_theme(theme)
        for row in range(len(self._looks), self._list.count()):
            self._list.item(row).setForeground(theme.faint_text)

    def choose_header(self, row: int) -> None:
        """Make a row of the table, counted from 0, the header."""
        if self._current is not None:
            self._header.setValue(self._rows.number(row))

    @property
    def _current(self) -> SheetLook | None:
        looks = list(self._looks.values())
        row = self._list.currentRow()
        return looks[row] if 0 <= row < len(looks) else None

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self._list

    def _build(self) -> None:
        self._list.setAccessibleName(_("Sheets"))
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setWordWrap(True)
        outline(self._list)
        self._table.setModel(self._rows)
        self._table.setAccessibleName(_("First rows of the sheet"))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._outcome.setWordWrap(True)
        self._outcome.setTextFormat(Qt.TextFormat.PlainText)
        for sort in RowSort:
            self._sort.addItem(words.row_is(sort), sort)
        self._header.setKeyboardTracking(False)
        self._header.setSpecialValueText(pgettext("header row", "none"))
        is_a, headers = QLabel(_("&One row is")), QLabel(_("&Headers in row"))
        is_a.setBuddy(self._sort)
        headers.setBuddy(self._header)
        line = QHBoxLayout()
        for widget in (is_a, self._sort, headers, self._header):
            line.addWidget(widget)
        line.insertSpacing(2, 16)
        line.addStretch(1)
        hint = QLabel(
            _("The coloured row holds the headers; click another row, or press Enter on it.")
        )
        hint.setObjectName("faint")
        hint.setWordWrap(True)
        right = QVBoxLayout()
        right.addWidget(self.text_bar)
        right.addLayout(line)
        said = QHBoxLayout()
        said.addWidget(self._outcome, 1)
        said.addWidget(self._turned)
        right.addLayout(said)
        right.addWidget(self._table, 1)
        right.addWidget(hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._list)
        layout.addLayout(right, 1)

    def _show_ticks(self) -> None:
        self._is_showing = True
        for row, look in enumerate(self._looks.values()):
            item = self._list.item(row)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if look.skip not in _FINAL:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags)
            on = look.sort is not None or self._choice(look.key).is_used is True
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            outcome = self._outcome_of(look)
            item.setText(f"{item.data(_NAME)}\n{outcome}")
            item.setSizeHint(QSize(0, self._height_of(item.text())))
            item.setToolTip(outcome)
        self._is_showing = False

    def _height_of(self, text: str) -> int:
        """How high a line of the list must be for its words to be seen whole."""
        room = QRect(0, 0, _LIST_WIDTH - _BOX_WIDTH, 1000)
        wrapped = self._list.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        return wrapped.height() + _AIR

    def _show_sheet(self) -> None:
        look = self._current
        self._is_showing = True
        if self._rows.show_look(look):
            self._fit_columns()
            if look is not None and look.header_row is not None:
                here = self._rows.index(look.header_row - look.first_row, 0)
                no_change = QItemSelectionModel.SelectionFlag.NoUpdate
                self._table.selectionModel().setCurrentIndex(here, no_change)
        self.text_bar.show_look(look)
        for widget in (self._sort, self._header):
            widget.setEnabled(look is not None and look.skip not in _FINAL)
        if look is not None:
            self._outcome.setText(self._outcome_of(look))
            sort = look.sort or self._choice(look.key).sort
            self._sort.setCurrentIndex(-1 if sort is None else self._sort.findData(sort))
            self._turned.setChecked(look.is_turned)
            self._turned.setVisible(look.may_turn)
            none = look.first_row - 1
            self._header.setRange(none, none + max(1, look.row_count))
            headless = look.header_row is None and look.sort is not None
            self._header.setValue(none if headless else look.header_row or look.first_row)
        self._is_showing = False

    def _fit_columns(self) -> None:
        """As wide as needed; what stands alone in its row, as titles do, goes over the others."""
        self._table.clearSpans()
        self._table.resizeColumnsToContents()
        for column in range(self._rows.columnCount()):
            self._table.setColumnWidth(column, min(_WIDEST, self._table.columnWidth(column) + 8))
        for row in range(self._rows.rowCount()):
            if self._rows.columnCount() > 1 and self._rows.is_alone(row):
                self._table.setSpan(row, 0, 1, self._rows.columnCount())

    def _take_tick(self, item: QListWidgetItem) -> None:
        row = self._list.row(item)
        if self._is_showing or row >= len(self._looks):
            return
        look = list(self._looks.values())[row]
        on = item.checkState() is Qt.CheckState.Checked
        self._choose(look.key, is_used=on)

    def _take_form(self, form: TextForm) -> None:
        if self._current is not None and form != self._current.form:
            self.written.emit(self._current.file, form)

    def _take_sort(self, place: int) -> None:
        if self._current is not None and not self._is_showing:
            self._choose(self._current.key, sort=RowSort(self._sort.itemData(place)), is_used=True)

    def _take_header(self, number: int) -> None:
        if self._current is not None and not self._is_showing:
            row = number if number >= self._current.first_row else 0
            self._choose(self._current.key, header_row=row, is_used=True, meanings={})

    def _take_turned(self, on: bool) -> None:
        if self._current is not None and not self._is_showing:
            key = self._current.key
            self._choose(key, is_turned=on, header_row=None, is_used=True, meanings={})

    def _choose(self, key: Key, **chosen: object) -> None:
        changed = replace(self._choice(key), **chosen)  # type: ignore[arg-type]
        if changed != self._choice(key):
            self.changed.emit(key, changed)

    def _choice(self, key: Key) -> SheetChoice:
        return self._choices.get(key, NOTHING_CHOSEN)

    def _outcome_of(self, look: SheetLook) -> str:
        if look.skip is Skip.NO_NAMES and self._choice(look.key).is_used:
            return _("No column holds names yet: say in the next step which one does.")
        return words.outcome(look)
