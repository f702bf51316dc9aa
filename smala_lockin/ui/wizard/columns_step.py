"""The third step: what each column holds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app.import_job import Key, SheetLook
from smala_lockin.i18n import _
from smala_lockin.importing.headings.meanings import MANY, Meaning
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.sheets import NOTHING_CHOSEN, SheetChoice
from smala_lockin.ui.wizard import words
from smala_lockin.ui.wizard.drop_down import ROW_HEIGHT, DropDown
from smala_lockin.ui.wizard.rows import Index, Listing, RowsModel
from smala_lockin.ui.wizard.rows_table import RowsTable

_MEANING = 1
"""The column of the drop-downs."""

_ARROW = 44
"""What a drop-down takes beside its words."""


class ColumnsStep(QWidget):
    """A row for each column of a sheet: header, meaning to choose, why, first values."""

    changed = Signal(object, object)
    """Carries the key of a sheet and the `SheetChoice` for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks: dict[Key, SheetLook] = {}
        self._choices: Mapping[Key, SheetChoice] = {}
        self._sheets, self._table = QComboBox(), RowsTable(ROW_HEIGHT)
        self._sheets_label, self._row_is = QLabel(_("&Sheet")), QLabel()
        self._nothing, self._hint = QLabel(), QLabel()
        self._every: tuple[SheetLook, ...] = ()
        self.load_profile = QPushButton(_("&Open a profile…"))
        self.save_profile = QPushButton(_("Sa&ve as profile…"))
        for button in (self.load_profile, self.save_profile):
            button.setToolTip(_("A profile remembers how columns are read, for files elsewhere."))
        self.model = RowsModel(self)
        self._build()
        self._sheets.currentIndexChanged.connect(lambda _row: self._show_columns())
        self.model.typed.connect(self._take)
        self._table.clicked.connect(self._open)
        self._table.meant.connect(self._open_row)

    def show_sheets(self, looks: Sequence[SheetLook], choices: Mapping[Key, SheetChoice]) -> None:
        """Show the columns of the sheets that are read."""
        self._choices = choices
        self._every = tuple(looks)
        kept = self._sheets.currentData()
        self._looks = {
            one.key: one
            for one in looks
            if one.columns and (one.sort or self._choice(one.key).is_used)
        }
        one_file = len({key[0] for key in self._looks}) < 2
        self._sheets.blockSignals(True)
        self._sheets.clear()
        for key in self._looks:
            self._sheets.addItem(words.sheet_name(*key, one_file=one_file), key)
        place = list(self._looks).index(kept) if kept in self._looks else 0
        self._sheets.setCurrentIndex(place)
        self._sheets.blockSignals(False)
        for widget in (self._sheets, self._sheets_label):
            widget.setVisible(len(self._looks) > 1)
        self._show_columns()
        self._table.setCurrentIndex(self.model.index(0, _MEANING))

    def show_look(self, look: SheetLook) -> None:
        """Show how a sheet is understood now."""
        if look.key in self._looks:
            self._looks[look.key] = look
            here = self._table.currentIndex()
            self._show_columns()
            self._table.setCurrentIndex(self.model.index(here.row(), _MEANING))

    def choose(self, column: Column, meaning: Meaning | None, *, is_ignored: bool = False) -> None:
        """Say what a column of the sheet shown holds."""
        look = self._current
        if look is None:
            return
        choice = self._choice(look.key)
        meanings = {
            header: other
            for header, other in choice.meanings.items()
            if header != column.header and (other is None or other in MANY or other != meaning)
        }
        ignored = choice.ignored - {column.header}
        if is_ignored:
            ignored |= {column.header}
        else:
            meanings[column.header] = meaning
        self.changed.emit(look.key, replace(choice, meanings=meanings, ignored=ignored))

    @property
    def _current(self) -> SheetLook | None:
        return self._looks.get(self._sheets.currentData())

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self._table

    def _build(self) -> None:
        self._sheets_label.setBuddy(self._sheets)
        line = QHBoxLayout()
        for widget in (self._sheets_label, self._sheets, self._row_is):
            line.addWidget(widget)
        line.addStretch(1)
        table = self._table
        table.setModel(self.model)
        table.setItemDelegateForColumn(_MEANING, DropDown(self._offered, table))
        table.setAccessibleName(_("Columns of the sheet"))
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        table.be_plain()
        hint = self._hint
        hint.setText(
            _(
                "Columns kept as a note are shown with each item and not analysed. Choose with "
                "a click, or with Enter on the line."
            )
        )
        hint.setObjectName("faint")
        hint.setWordWrap(True)
        self._nothing.setWordWrap(True)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.hide()
        foot = QHBoxLayout()
        foot.addWidget(hint, 100)
        foot.addStretch(1)
        for button in (self.load_profile, self.save_profile):
            button.setAutoDefault(False)
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(line)
        layout.addWidget(table, 1)
        layout.addWidget(self._nothing, 1)
        layout.addLayout(foot)

    def _show_columns(self) -> None:
        look = self._current
        columns = look.columns if look else ()
        self.model.show_listing(
            Listing(
                headers=(_("Column"), _("What it holds"), _("Why"), _("First values")),
                lines=columns,
                texts=self._texts,
                editable=_MEANING,
            )
        )
        self._table.share_width(widest=3, least={_MEANING: self._widest_name() + _ARROW}, rest=0.2)
        sort = look.sort if look else None
        said = _("One row is: %(what)s.") % {"what": words.row_is(sort)} if sort else ""
        self._row_is.setText(self._which() + (said or (words.outcome(look) if look else "")))
        self._table.setVisible(bool(columns))
        for widget in (self._hint, self.save_profile):
            widget.setVisible(bool(columns))
        self._nothing.setVisible(not columns)
        self._nothing.setText(self._why_nothing())

    def _which(self) -> str:
        """Say that there are other sheets to look at, and how many."""
        if len(self._looks) < 2:
            return ""
        numbers = {"number": self._sheets.currentIndex() + 1, "count": len(self._looks)}
        return _("Sheet %(number)d of %(count)d.") % numbers + " "

    def _why_nothing(self) -> str:
        """Why there is no column to choose for, and what can be done."""
        reasons = [
            f"• {words.sheet_name(*look.key, one_file=False)} – {words.outcome(look)}"
            for look in self._every
        ]
        return "\n".join(
            [
                _("No sheet can be read as a list, so there are no columns to choose for:"),
                *reasons,
                _(
                    "Go back to choose another header row or to read a sheet all the same, or go "
                    "on to see what else the files hold."
                ),
            ]
        )

    def _texts(self, column: Column) -> tuple[str, ...]:
        look = self._current
        is_ignored = look is not None and column.header in look.ignored
        said = words.ignored_name() if is_ignored else self._name_of(column.meaning)
        is_secret = column.meaning is Meaning.SECRET
        shown = ["•••" if is_secret else " ".join(one.split()) for one in column.samples]
        samples = "  ·  ".join(shown)
        held = {one.meaning for one in look.columns} if look else set()
        return column.header, said, words.why(column, held, is_ignored=is_ignored), samples

    def _offered(self, _index: Index) -> list[tuple[str, object]]:
        found: list[tuple[str, object]] = [
            (words.ignored_name(), None),
            (words.meaning_name(None), None),
        ]
        return found + [(self._name_of(one), one) for one in words.OFFERED]

    def _name_of(self, meaning: Meaning | None) -> str:
        return words.meaning_name(meaning, self._current.sort if self._current else None)

    def _take(self, column: Column, text: str) -> None:
        if text == words.ignored_name():
            self.choose(column, None, is_ignored=True)
            return
        by_name = {self._name_of(one): one for one in (None, *words.OFFERED)}
        if text in by_name:
            self.choose(column, by_name[text])

    def _open(self, index: Index) -> None:
        if index.column() == _MEANING and index.model() is not None:
            self._table.edit(self.model.index(index.row(), _MEANING))

    def _open_row(self, index: Index) -> None:
        self._table.edit(self.model.index(index.row(), _MEANING))

    def _widest_name(self) -> int:
        names = [self._name_of(one) for one in (None, *words.OFFERED)]
        return max(map(self.fontMetrics().horizontalAdvance, names))

    def _choice(self, key: Key) -> SheetChoice:
        return self._choices.get(key, NOTHING_CHOSEN)
