"""A tab for one of the smaller tables: a list, and the row chosen in it."""

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app import own_catalogue
from smala_lockin.app.catalogue_opening import Opening, beginning, correction, new_words
from smala_lockin.app.catalogue_steps import Steps
from smala_lockin.app.catalogue_tables import Row, Table, headings, is_shipped, listed, title
from smala_lockin.app.catalogue_told import described
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.knowledge.overlay import Section
from smala_lockin.ui import errors
from smala_lockin.ui.catalogue.entry import EntryDialog
from smala_lockin.ui.catalogue.halves import halves, show_as_list
from smala_lockin.ui.catalogue.page import line, page_sheet
from smala_lockin.ui.catalogue.weights import WeightsDialog
from smala_lockin.ui.fields.button_line import SearchLine
from smala_lockin.ui.following import Following
from smala_lockin.ui.theme import Theme

_WIDTHS = {
    Table.COUNTRIES: (260, 48, 84),
    Table.LAWS: (104, 160, 84, 84),
    Table.FRAMEWORK: (70, 110, 110, 84),
    Table.REFERENCES: (170, 84),
    Table.MODELS: (150, 130, 84),
    Table.THREATS: (110, 80, 84),
}
"""Of the columns behind the first, which takes what is left."""


class TableTab(QWidget):
    """A list on the left, the row chosen in it on the right; rows of the user's are marked."""

    changed = Signal()
    """What the user knows better is other than before, and in force."""

    def __init__(self, table: Table, steps: Steps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._steps = table, steps
        self._rows: list[Row] = []
        self.search, self.own_only = SearchLine(), QCheckBox(_("Only &mine"))
        self.list, self.page = QTableWidget(), QTextBrowser()
        self.correct = QPushButton(_("&Correct…"))
        self.revert, self.new = QPushButton(), QPushButton(new_words(table))
        self._build()
        self._connect()
        self.show_anew()
        Following(self, self._show_theme)

    @property
    def chosen(self) -> Row | None:
        """The row that is chosen in the list."""
        number = self.list.currentRow()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def show_anew(self) -> None:
        """Show the rows that fit, the one chosen staying so if it does."""
        chosen = self.chosen
        kept = (chosen.section, chosen.key) if chosen else None
        self._rows = listed(self._table, self.search.text(), own_only=self.own_only.isChecked())
        self.list.blockSignals(True)
        self.list.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            for column, text in enumerate(row.cells):
                self.list.setItem(number, column, _item(row, column, text))
        self.list.blockSignals(False)
        keys = [(row.section, row.key) for row in self._rows]
        self.list.setCurrentCell(keys.index(kept) if kept in keys else 0, 0)
        self._show_chosen()

    def reveal(self, section: Section, key: str) -> None:
        """Choose a row, in the whole list where it does not fit what was looked for."""
        keys = [(row.section, row.key) for row in self._rows]
        if (section, key) not in keys:
            self.search.clear()
            self.own_only.setChecked(False)
            self.show_anew()
            keys = [(row.section, row.key) for row in self._rows]
        self.list.setCurrentCell(keys.index((section, key)), 0)

    def edit(self) -> EntryDialog | WeightsDialog | None:
        """Open the form on the row that is chosen."""
        row = self.chosen
        if row is None or not self.correct.isEnabled():
            return None
        opening = correction(row.section, row.key, _today())
        if opening is not None:
            return self._open(opening, row.section)
        dialog = WeightsDialog(self._steps, self.changed.emit, self)
        dialog.open()
        return dialog

    def begin(self) -> EntryDialog | None:
        """Open the form on a new row, where one can be added."""
        begun = beginning(self._table, _today())
        return self._open(begun[1], begun[0]) if begun else None

    def take_back(self) -> None:
        """Let the program's row hold again; a row of the user's own goes."""
        row = self.chosen
        if row is None:
            return
        own = own_catalogue.fresh()
        keys = own.small[row.section] if row.section is Section.OBJECTIVES else (row.key,)
        for key in [*keys]:  # weights add up to a hundred: all go back together
            own = own.with_row(row.section, key, {})
        try:
            self._steps.keep(own)
        except LockinError as error:
            errors.told(error, self)
        else:
            self.changed.emit()

    def _open(self, opening: Opening, section: Section) -> EntryDialog:
        def kept(key: str) -> None:
            self.changed.emit()
            self.reveal(section, key)

        dialog = EntryDialog(*opening, self._steps, kept, self)
        dialog.open()
        return dialog

    def _show_chosen(self) -> None:
        row, is_sound = self.chosen, own_catalogue.fault() is None
        nothing = escape(_("Choose a row."))
        self.page.setHtml(_page(row) if row else f"<p>{nothing}</p>")
        self.correct.setEnabled(is_sound and row is not None)
        self.new.setEnabled(is_sound)
        self.revert.setEnabled(is_sound and row is not None and row.is_own)
        is_theirs = row is None or is_shipped(row)
        self.revert.setText(_("Back to the &delivered row") if is_theirs else _("&Take it away"))

    def _show_theme(self, theme: Theme) -> None:
        self.page.document().setDefaultStyleSheet(page_sheet(theme))
        self._show_chosen()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.show_anew)
        self.own_only.toggled.connect(self.show_anew)
        self.list.currentCellChanged.connect(self._show_chosen)
        self.list.cellActivated.connect(self.edit)
        self.correct.clicked.connect(self.edit)
        self.revert.clicked.connect(self.take_back)
        self.new.clicked.connect(self.begin)

    def _build(self) -> None:
        self.search.setPlaceholderText(_("Search"))
        self.search.setAccessibleName(_("Search"))
        self.page.setAccessibleName(_("What is known of the row"))
        self._build_list(headings(self._table))
        self.new.setVisible(bool(new_words(self._table)))
        wishes, of_row = QHBoxLayout(), QHBoxLayout()
        wishes.addWidget(self.search, 1)
        wishes.addWidget(self.own_only)
        for button in (self.correct, self.revert, self.new):
            button.setAutoDefault(False)
            of_row.addWidget(button)
        of_row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        note = QLabel(_note(self._table))
        note.setWordWrap(True)
        layout.addWidget(note)
        sides = halves([wishes, self.list], [self.page, of_row], (680, 400))
        layout.addWidget(sides, 1)

    def _build_list(self, names: Sequence[str]) -> None:
        self.list.setColumnCount(len(names))
        self.list.setHorizontalHeaderLabels([*names])
        self.list.setAccessibleName(_("Rows of the catalogue"))
        self.list.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        show_as_list(self.list, _WIDTHS[self._table])


def _item(row: Row, column: int, text: str) -> QTableWidgetItem:
    shown = _("%(name)s (yours)") % {"name": text} if row.is_own and column == 0 else text
    item = QTableWidgetItem(shown)
    item.setToolTip(shown)
    if row.is_own:
        font = QFont()
        font.setBold(True)
        item.setFont(font)
    return item


def _page(row: Row) -> str:
    mark = f'<p class="faint">{escape(_own_words(row))}</p>' if row.is_own else ""
    lines = "".join(line(one.label, one.text, one.before or one.text) for one in described(row))
    return f"<h2>{escape(title(row))}</h2>{mark}<table>{lines}</table>"


def _own_words(row: Row) -> str:
    if is_shipped(row):
        return _("You changed this row.")
    return _("You added this row.")


def _note(table: Table) -> str:
    match table:
        case Table.COUNTRIES:
            return _("Where personal data may go, and whose laws reach it. No legal advice.")
        case Table.LAWS:
            return _("A law that is not listed may still exist. No legal advice.")
        case Table.FRAMEWORK:
            return _(
                "Weights and levels of the EU Cloud Sovereignty Framework. Levels are stated for "
                "your own use of a service, never for a supplier."
            )
        case Table.REFERENCES:
            return _("What findings cite, by number, in our own words. No legal advice.")
        case Table.MODELS:
            return _(
                "Who makes the models behind AI tools. Which of them a tool uses, its own entry "
                "says under “Known to rely on”."
            )
        case Table.THREATS:
            return _(
                "What the values of a supplier’s threat mean (EBIOS Risk Manager, workshop 3). "
                "The zones are those of its example; where they begin on a map is among its "
                "settings."
            )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own day
