"""File > Catalogue: what the program knows, to look up, correct and extend."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app import own_catalogue
from smala_lockin.app.catalogue_age import age
from smala_lockin.app.catalogue_pages import own_words
from smala_lockin.app.catalogue_steps import Steps
from smala_lockin.app.catalogue_tables import Table
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.knowledge import in_force
from smala_lockin.ui import errors
from smala_lockin.ui.catalogue.sharing import Sharing
from smala_lockin.ui.catalogue.table_tab import TableTab
from smala_lockin.ui.catalogue.vendors_tab import VendorsTab
from smala_lockin.ui.tall_tabs import TallTabs
from smala_lockin.ui.targets import enlarge
from smala_lockin.words.overlay_errors import left_out

_SMALLEST, _LARGEST = QSize(1120, 640), QSize(1600, 900)


class CatalogueDialog(QDialog):
    """A tab for each table; below, how old all this is, and what of it is the user's."""

    changed = Signal()
    """What the user knows better is other than before, and in force."""

    def __init__(self, folder: Path, steps: Steps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = steps
        self.sharing = Sharing(folder, self.steps, self)
        self.setWindowTitle(_("Catalogue"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.vendors = VendorsTab(self.steps)
        self.tables = {table: TableTab(table, self.steps) for table in Table}
        self.tabs, self.about, self.fault = QTabWidget(), QLabel(), QLabel()
        self.tabs.setTabBar(TallTabs())
        self.aside = QPushButton(_("&Put the file aside"))
        self.undo, self.redo = QPushButton(_("&Undo")), QPushButton(_("&Redo"))
        self.receive, self.export = QPushButton(_("&Import…")), QPushButton(_("&Export…"))
        self._build()
        self._connect()
        self._show_state()

    def reveal(self, id: str) -> None:
        """Show an entry of suppliers and products."""
        self.tabs.setCurrentWidget(self.vendors)
        self.vendors.reveal(id)

    def step_back(self) -> None:
        """Let hold again what held before the last change."""
        self._step(self.steps.undo)

    def step_forward(self) -> None:
        """Make the change again that was undone last."""
        self._step(self.steps.redo)

    def _step(self, take: Callable[[], None]) -> None:
        try:
            take()
        except LockinError as error:
            errors.told(error, self)
        self._keep_up()

    def _keep_up(self) -> None:
        """Show what has changed, wherever it is shown."""
        self._show_state()
        self.vendors.show_anew()
        for tab in self.tables.values():
            tab.show_anew()
        self.changed.emit()

    def _show_state(self) -> None:
        """Say how old the catalogue is, what of it is the user's, and what is wrong with that."""
        fault = own_catalogue.fault()
        today = date.today()  # noqa: DTZ011 - the user's own day
        told = age(self._shown_table(), today)
        self.about.setText(told if fault else f"{told} {own_words()}")
        self.fault.setText(left_out(fault) if fault else "")
        for widget in (self.fault, self.aside):
            widget.setVisible(fault is not None)
        self.receive.setEnabled(fault is None)
        self.export.setEnabled(fault is None and bool(in_force.tables().overlay))
        self.undo.setEnabled(fault is None and self.steps.can_undo)
        self.redo.setEnabled(fault is None and self.steps.can_redo)

    def _tell_written(self, file: str) -> None:
        self.about.setText(_("Your entries are in %(file)s.") % {"file": file})

    def _shown_table(self) -> Table | None:
        """Return which of the smaller tables is in front."""
        front = self.tabs.currentWidget()
        return next((table for table, tab in self.tables.items() if tab is front), None)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_state)
        self.vendors.changed.connect(self._keep_up)
        for tab in self.tables.values():
            tab.changed.connect(self._keep_up)
        self.sharing.changed.connect(self._keep_up)
        self.sharing.written.connect(self._tell_written)
        self.aside.clicked.connect(self.sharing.set_aside)
        self.receive.clicked.connect(self.sharing.choose)
        self.export.clicked.connect(self.sharing.choose_where)
        self.undo.clicked.connect(self.step_back)
        self.redo.clicked.connect(self.step_forward)
        self.undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.redo.setShortcut(QKeySequence(QKeySequence.StandardKey.Redo))

    def _build(self) -> None:
        self.tabs.addTab(self.vendors, _("&Suppliers and products"))
        for table, name in (
            (Table.COUNTRIES, _("C&ountries")),
            (Table.LAWS, _("&Laws")),
            (Table.FRAMEWORK, _("Sovereignty &framework")),
            (Table.REFERENCES, _("References")),
            (Table.MODELS, _("AI models")),
            (Table.THREATS, _("Supplier t&hreats")),
        ):
            self.tabs.addTab(self.tables[table], name)
        for label in (self.about, self.fault):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        told = QHBoxLayout()
        told.addWidget(self.fault, 1)
        told.addWidget(self.aside)
        below = QHBoxLayout()
        for button in (self.undo, self.redo, self.receive, self.export):
            below.addWidget(button)
        below.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        below.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(told)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.about)
        layout.addLayout(below)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        enlarge(self)
        room = self.screen().availableSize() * 0.75
        self.resize(room.expandedTo(_SMALLEST).boundedTo(_LARGEST))


def shown(folder: Path, steps: Steps, parent: QWidget) -> CatalogueDialog:
    """Show the dialog and return it; it does not hold up the program."""
    own_catalogue.fresh()
    dialog = CatalogueDialog(folder, steps, parent)
    dialog.open()
    dialog.vendors.search.setFocus()
    return dialog
