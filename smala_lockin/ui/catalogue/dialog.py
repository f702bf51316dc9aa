"""Tools > Catalogue: what the program knows of vendors, to look up, correct and extend."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app import catalogue_form, own_catalogue
from smala_lockin.app.catalogue_pages import Wanted, age, countries, listed, own_words
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _, ngettext, number
from smala_lockin.knowledge import catalogue, in_force
from smala_lockin.knowledge.vendors import CATEGORIES, VendorId
from smala_lockin.ui import errors
from smala_lockin.ui.catalogue.entry import EntryDialog
from smala_lockin.ui.catalogue.page import CataloguePage
from smala_lockin.ui.catalogue.rows import CatalogueRows
from smala_lockin.ui.catalogue.sharing import Sharing
from smala_lockin.ui.catalogue.ways_out import WaysOutDialog
from smala_lockin.words import catalogue as words
from smala_lockin.words.overlay_errors import left_out


class CatalogueDialog(QDialog):
    """A list to search and narrow on the left, the entry chosen in it on the right."""

    changed = Signal()
    """The user's own entries are others than before, and in force."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sharing = Sharing(folder, self)
        self.setWindowTitle(_("Catalogue of suppliers and products"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows, self.page = CatalogueRows(self), CataloguePage()
        self.search, self.own_only = QLineEdit(), QCheckBox(_("Only &mine"))
        self.category = _combo(_("Category"), _("All categories"), _categories())
        self.country = _combo(_("Country"), _("All countries"), countries())
        self.table, self.count, self.about = QTableView(), QLabel(), QLabel()
        self.fault, self.aside = QLabel(), QPushButton(_("Put the file &aside"))
        self.correct = QPushButton(_("&Correct…"))
        self.ways_out = QPushButton(_("&Alternatives…"))
        self.revert = QPushButton()
        self.new = QPushButton(_("&New entry…"))
        self.receive, self.export = QPushButton(_("&Import…")), QPushButton(_("&Export…"))
        self._build()
        self._connect()
        self._show_state()
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
        return self._open(EntryDialog(catalogue_form.draft_of(vendor), self._keep_up, self))

    def begin(self) -> EntryDialog:
        """Open the form on a new entry, named as was looked for in vain."""
        name = self.search.text().strip() if self.rows.rowCount() == 0 else ""
        draft = catalogue_form.new_draft(name, date.today())  # noqa: DTZ011 - the user's own day
        return self._open(EntryDialog(draft, self._keep_up, self))

    def take_back(self) -> None:
        """Let the program's entry hold again; an entry of the user's own goes."""
        if self.chosen is None:
            return
        try:
            own_catalogue.save(own_catalogue.fresh().without_entry(self.chosen))
        except LockinError as error:
            errors.told(error, self)
        else:
            self._keep_up(self.chosen)

    def _edit_ways_out(self) -> None:
        vendor = catalogue.vendor(self.chosen) if self.chosen else None
        if vendor is not None:
            WaysOutDialog(vendor, lambda: self._keep_up(vendor.id), self).open()

    def _open(self, dialog: EntryDialog) -> EntryDialog:
        dialog.open()
        return dialog

    def _keep_up(self, id: VendorId | None) -> None:
        """Show what has changed, wherever it is shown."""
        self._show_state()
        self.narrow()
        if id is not None and catalogue.vendor(id) is not None:
            self.reveal(id)
        self.changed.emit()

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
        self.correct.setEnabled(may_change)
        self.ways_out.setEnabled(may_change)
        changed = own.entries.keys() | {pair[0] for pair in own.alternatives}
        self.revert.setEnabled(may_change and id in changed)
        is_shipped = id in in_force.shipped()
        self.revert.setText(_("Back to the &delivered entry") if is_shipped else _("&Take it away"))

    def _show_state(self) -> None:
        """Say how old the catalogue is, what of it is the user's, and what is wrong with that."""
        fault = own_catalogue.fault()
        today = date.today()  # noqa: DTZ011 - the user's own day
        self.about.setText(age(today) if fault else f"{age(today)} {own_words()}")
        self.fault.setText(left_out(fault) if fault else "")
        for widget in (self.fault, self.aside):
            widget.setVisible(fault is not None)
        self.new.setEnabled(fault is None)
        self.receive.setEnabled(fault is None)
        self.export.setEnabled(fault is None and bool(in_force.tables().overlay))

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
        self.sharing.changed.connect(lambda: self._keep_up(self.chosen))
        self.aside.clicked.connect(self.sharing.set_aside)
        self.receive.clicked.connect(self.sharing.choose)
        self.export.clicked.connect(self.sharing.choose_where)

    def _build(self) -> None:
        self.search.setPlaceholderText(_("Search by name"))
        self.search.setAccessibleName(_("Search by name"))
        self.search.setClearButtonEnabled(True)
        self._build_table()
        wishes = QHBoxLayout()
        wishes.addWidget(self.search, 2)
        wishes.addWidget(self.category)
        wishes.addWidget(self.country)
        wishes.addWidget(self.own_only)
        left, right = QWidget(), QWidget()
        list_column, page_column = QVBoxLayout(left), QVBoxLayout(right)
        for column in (list_column, page_column):
            column.setContentsMargins(0, 0, 0, 0)
        list_column.addLayout(wishes)
        list_column.addWidget(self.table, 1)
        list_column.addWidget(self.count)
        page_column.addWidget(self.page, 1)
        of_entry = QHBoxLayout()
        for button in (self.correct, self.ways_out, self.revert):
            of_entry.addWidget(button)
        of_entry.addStretch(1)
        page_column.addLayout(of_entry)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([660, 420])
        self._build_around(splitter)

    def _build_table(self) -> None:
        self.table.setModel(self.rows)
        self.table.setAccessibleName(_("Entries of the catalogue"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(28)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for column, width in ((1, 150), (2, 100), (3, 130), (4, 84)):
            self.table.setColumnWidth(column, width)

    def _build_around(self, middle: QWidget) -> None:
        for label in (self.about, self.fault):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        told = QHBoxLayout()
        told.addWidget(self.fault, 1)
        told.addWidget(self.aside)
        below = QHBoxLayout()
        for button in (self.new, self.receive, self.export):
            below.addWidget(button)
        below.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        below.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(told)
        layout.addWidget(middle, 1)
        layout.addWidget(self.about)
        layout.addLayout(below)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.resize(1120, 640)


def shown(folder: Path, parent: QWidget) -> CatalogueDialog:
    """Show the dialog and return it; it does not hold up the program."""
    own_catalogue.fresh()
    dialog = CatalogueDialog(folder, parent)
    dialog.open()
    dialog.search.setFocus()
    return dialog


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
