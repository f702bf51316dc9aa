"""The first step: which files are read together."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.i18n import _
from smala_lockin.ui import choosing
from smala_lockin.ui.drops import Drops

_PATH = Qt.ItemDataRole.UserRole


class FilesStep(QWidget):
    """A list of files and folders to add to, to drop on and to take from."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list, self._add = QListWidget(), QPushButton(_("&Add files…"))
        self._list.setAccessibleName(_("Files to import"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAlternatingRowColors(True)
        self._fault = QLabel()
        self._fault.setWordWrap(True)
        self._fault.setObjectName("fault")
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.hide()
        self._build()
        self._list.itemSelectionChanged.connect(self._follow_selection)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._list, self.remove_selected)
        Drops(self, self.add)
        self._follow_selection()

    @property
    def files(self) -> list[Path]:
        """The files and folders, in the order in which they were given."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return [Path(item.data(_PATH)) for item in items]

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self._list if self.files else self._add

    def add(self, files: Sequence[Path]) -> None:
        """Add files that are not on the list yet."""
        known = self.files
        for path in files:
            if path not in known:
                item = QListWidgetItem(f"{path.name}   –   {path.parent}", self._list)
                item.setData(_PATH, str(path))
                item.setToolTip(str(path))
                item.setSizeHint(QSize(0, 30))
        self.tell_fault("")
        if self.files != known:
            self._choose(len(known))
            self.changed.emit()

    def remove_selected(self) -> None:
        """Take the selected files off the list."""
        chosen = self._list.selectedItems()
        first = min((self._list.row(item) for item in chosen), default=0)
        for item in chosen:
            self._list.takeItem(self._list.row(item))
        if self.files:
            self._choose(min(first, len(self.files) - 1))
        self.tell_fault("")
        self.changed.emit()

    def tell_fault(self, sentence: str, file: str = "") -> None:
        """Say why the files could not be read; nothing where they can be.

        The one at fault is selected, so that it can be taken off at once.
        """
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        for row, path in enumerate(self.files):
            if sentence and path.name == file:
                self._choose(row)
        if sentence:
            self._list.setFocus()
            QAccessible.updateAccessibility(QAccessibleEvent(self._fault, QAccessible.Event.Alert))

    @property
    def fault(self) -> str:
        """Why the files could not be read."""
        return self._fault.text()

    def _build(self) -> None:
        intro = QLabel(
            _(
                "Add everything that belongs together: lists of software, suppliers, contracts "
                "or links, diagrams, or a folder of e-invoices. Lists that refer to each other by "
                "name or number are joined. Files can also be dropped here."
            )
        )
        intro.setWordWrap(True)
        folder = QPushButton(_("Add a &folder of invoices…"))
        self._remove = QPushButton(_("&Remove"))
        for button in (self._add, folder, self._remove):
            button.setAutoDefault(False)
        self._add.clicked.connect(self._choose_files)
        folder.clicked.connect(self._choose_folder)
        self._remove.clicked.connect(self.remove_selected)
        side = QVBoxLayout()
        for button in (self._add, folder, self._remove):
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self._list, 1)
        middle.addLayout(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(intro)
        layout.addLayout(middle, 1)
        layout.addWidget(self._fault)

    def _folder(self) -> Path:
        return self.files[-1].parent if self.files else Path.home()

    def _choose_files(self) -> None:
        choosing.tables_to_import(self, self._folder(), self.add)

    def _choose_folder(self) -> None:
        choosing.folder_to_import(self, self._folder(), lambda path: self.add([path]))

    def _choose(self, row: int) -> None:
        """Select a file and no other, whatever keys are held."""
        self._list.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _follow_selection(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))
