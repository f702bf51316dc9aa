"""The tab of suppliers and products: a list to search and narrow, the entry chosen in it."""

from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app import catalogue_form, own_catalogue
from smala_lockin.app.catalogue_pages import Wanted, countries, listed
from smala_lockin.app.catalogue_steps import Steps
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _, ngettext, number
from smala_lockin.knowledge import catalogue, in_force
from smala_lockin.knowledge.vendors import CATEGORIES, VendorId
from smala_lockin.ui import errors
from smala_lockin.ui.catalogue.entry import EntryDialog
from smala_lockin.ui.catalogue.halves import halves, show_as_list
from smala_lockin.ui.catalogue.page import CataloguePage
from smala_lockin.ui.catalogue.rows import CatalogueRows
from smala_lockin.ui.catalogue.ways_out import WaysOutDialog
from smala_lockin.ui.fields.button_line import SearchLine
from smala_lockin.words import catalogue as words


class VendorsTab(QWidget):
    """A list on the left, the entry chosen in it on the right."""

    changed = Signal()
    """The user's own entries are others than before, and in force."""

    def __init__(self, steps: Steps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self.rows, self.page = CatalogueRows(self), CataloguePage()
        self.search, self.own_only = SearchLine(), QCheckBox(_("Only &mine"))
        self.category = _combo(_("Category"), _("All categories"), _categories())
        self.country = _combo(_("Country"), _("All countries"), countries())
        self.table, self.count = QTableView(), QLabel()
        self.correct = QPushButton(_("&Correct…"))
        self.ways_out = QPushButton(_("&Alternatives…"))
        self.revert = QPushButton()
        self.new = QPushButton(_("&New entry…"))
        self._build()
        self._connect()
        self.narrow()

    @property
    def chosen(self) -> VendorId | None:
        """The entry that is chosen in the list."""
        index = self.table.currentIndex()
        return self.rows.entry(index.row()).id if index.isValid() else None

    def narrow(self) -> None:
        """Show the entries that fit what is typed and chosen; keep the one chosen if it fits."""
        chosen = self.chosen
        found = listed(
            Wanted(
                text=self.search.text(),
                category=self.category.currentData() or "",
                country=self.country.currentData() or "",
                own_only=self.own_only.isChecked(),
            )
        )
        self.rows.show_rows(found)
        told = ngettext("%(count)s entry", "%(count)s entries", len(found))
        self.count.setText(told % {"count": number(len(found))})
        row = self.rows.row_of(chosen) if chosen else None
        self._choose(row if row is not None else 0)

    def reveal(self, id: str) -> None:
        """Show an entry, in the whole list where it does not fit what was looked for."""
        row = self.rows.row_of(VendorId(id))
        if row is None:
            self._forget_wishes()
            self.narrow()
            row = self.rows.row_of(VendorId(id))
        self._choose(row or 0)

    def edit(self) -> EntryDialog | None:
        """Open the form on the entry that is chosen."""
        vendor = catalogue.vendor(self.chosen) if self.chosen else None
        if vendor is None or not self.correct.isEnabled():
            return None
        return self._open(self._form(catalogue_form.draft_of(vendor)))

    def begin(self) -> EntryDialog:
        """Open the form on a new entry, named as was looked for in vain."""
        name = self.search.text().strip() if self.rows.rowCount() == 0 else ""
        draft = catalogue_form.new_draft(name, date.today())  # noqa: DTZ011 - the user's own day
        return self._open(self._form(draft))

    def take_back(self) -> None:
        """Let the program's entry hold again; an entry of the user's own goes."""
        if self.chosen is None:
            return
        try:
            self._steps.keep(own_catalogue.fresh().without_entry(self.chosen))
        except LockinError as error:
            errors.told(error, self)
        else:
            self.changed.emit()

    def _edit_ways_out(self) -> None:
        vendor = catalogue.vendor(self.chosen) if self.chosen else None
        if vendor is not None:
            WaysOutDialog(vendor, self._steps, self.changed.emit, self).open()

    def _open(self, dialog: EntryDialog) -> EntryDialog:
        dialog.open()
        return dialog

    def show_anew(self) -> None:
        """Show what has changed, the entry chosen staying so."""
        self.narrow()
        self._show_chosen()

    def _form(self, draft: catalogue_form.Draft) -> EntryDialog:
        form = catalogue_form.vendor_form(draft)
        return EntryDialog(form, draft, self._steps, self._kept, self)

    def _kept(self, id: str) -> None:
        self.changed.emit()
        self.reveal(id)

    def _choose(self, row: int) -> None:
        index = self.rows.index(row, 0) if row < self.rows.rowCount() else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)
        self._show_chosen()

    def _show_chosen(self) -> None:
        id, own = self.chosen, in_force.tables().overlay
        self.page.show_entry(id)
        may_change = id is not None and own_catalogue.fault() is None
        self.new.setEnabled(own_catalogue.fault() is None)
        self.correct.setEnabled(may_change)
        self.ways_out.setEnabled(may_change)
        changed = own.entries.keys() | {pair[0] for pair in own.alternatives}
        self.revert.setEnabled(may_change and id in changed)
        is_shipped = id in in_force.shipped()
        self.revert.setText(_("Back to the &delivered entry") if is_shipped else _("&Take it away"))

    def _forget_wishes(self) -> None:
        for widget in (self.search, self.category, self.country, self.own_only):
            widget.blockSignals(True)
        self.search.clear()
        self.category.setCurrentIndex(0)
        self.country.setCurrentIndex(0)
        self.own_only.setChecked(False)
        for widget in (self.search, self.category, self.country, self.own_only):
            widget.blockSignals(False)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.narrow)
        self.category.currentIndexChanged.connect(self.narrow)
        self.country.currentIndexChanged.connect(self.narrow)
        self.own_only.toggled.connect(self.narrow)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.table.activated.connect(self.edit)
        self.page.wanted.connect(self.reveal)
        self.correct.clicked.connect(self.edit)
        self.ways_out.clicked.connect(self._edit_ways_out)
        self.revert.clicked.connect(self.take_back)
        self.new.clicked.connect(self.begin)

    def _build(self) -> None:
        self.search.setPlaceholderText(_("Search by name"))
        self.search.setAccessibleName(_("Search by name"))
        self.search.setMinimumWidth(170)
        self._build_table()
        wishes = QHBoxLayout()
        wishes.addWidget(self.search, 2)
        wishes.addWidget(self.category)
        wishes.addWidget(self.country)
        wishes.addWidget(self.own_only)
        below, of_entry = QHBoxLayout(), QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(self.new)
        for button in (self.correct, self.ways_out, self.revert):
            of_entry.addWidget(button)
        of_entry.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        sides = halves([wishes, self.table, below], [self.page, of_entry], (720, 360))
        layout.addWidget(sides)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _build_table(self) -> None:
        self.table.setModel(self.rows)
        self.table.setAccessibleName(_("Entries of the catalogue"))
        show_as_list(self.table, (164, 114, 130, 84))


def _categories() -> list[tuple[str, str]]:
    named = [(id, words.category(id)) for id in CATEGORIES]
    return sorted(named, key=lambda pair: pair[1].casefold())


def _combo(name: str, everything: str, choices: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem(everything, "")
    for id, word in choices:
        box.addItem(word, id)
    box.setMinimumContentsLength(15)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
