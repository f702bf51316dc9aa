"""The entries of the catalogue as rows of a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from smala_lockin.app.catalogue_pages import Listed
from smala_lockin.i18n import _
from smala_lockin.knowledge.vendors import VendorId

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class CatalogueRows(QAbstractTableModel):
    """One row for each entry that fits; entries of the user's are bold and marked in words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Listed] = []

    def show_rows(self, rows: list[Listed]) -> None:
        """Show these entries."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def entry(self, row: int) -> Listed:
        """Return the entry of a row."""
        return self._rows[row]

    def row_of(self, id: VendorId) -> int | None:
        """Return the row of an entry, None where it is not shown."""
        return next((row for row, one in enumerate(self._rows) if one.id == id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        one = self._rows[index.row()]
        if role == _Role.DisplayRole:
            return _cells(one)[index.column()]
        if role == _Role.ToolTipRole:
            return _("Changed or added by you") if one.is_own else _cells(one)[index.column()]
        if role == _Role.AccessibleTextRole and index.column() == 0:
            mark = _("changed or added by you")
            return f"{one.name}, {mark}" if one.is_own else one.name
        if role == _Role.FontRole and one.is_own:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if role != _Role.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (
            _("Name"),
            _("What it is"),
            _("Country"),
            _("Sold or owned by"),
            _("As of"),
        )[section]


def _cells(one: Listed) -> tuple[str, ...]:
    name = _("%(name)s (yours)") % {"name": one.name} if one.is_own else one.name
    return name, one.category, one.country, one.owner, f"{one.as_of:%d/%m/%Y}"
