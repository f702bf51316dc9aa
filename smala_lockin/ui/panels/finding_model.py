"""The findings as Qt's lists want them."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from smala_lockin.ui.panels.finding_rows import Row, Rows, RowSort

_AT_ONCE = 20
"""A list measures each row it holds; it is given so many at a time as it is scrolled."""

_ROOT = QModelIndex()


class FindingModel(QAbstractListModel):
    """The first rows, and more as they are asked for; `Row` itself under the user role."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = Rows()
        self._count = 0

    def show_rows(self, rows: Rows, *, at_least: int = 0) -> None:
        """Show these rows instead, of a long list at least so many at once.

        Where there are as many as before, only those that differ are drawn again.
        """
        count = min(len(rows), max(_AT_ONCE, at_least))
        if count != self._count:
            self.beginResetModel()
            self._rows, self._count = rows, count
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for number in range(count):
            if not rows[number].is_like(before[number]):
                self.dataChanged.emit(self.index(number), self.index(number))

    def row(self, number: int) -> Row:
        """Return a row that is shown."""
        return self._rows[number]

    def index_of(self, key: str) -> QModelIndex:
        """Return the first row of a key, or no index."""
        number = self._rows.number_of(key)
        if number is None:
            return QModelIndex()
        if number >= self._count:
            self._show_more(number + _AT_ONCE)
        return self.index(number)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else self._count

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802
        return not parent.isValid() and self._count < len(self._rows)

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        if not parent.isValid():
            self._show_more(self._count + _AT_ONCE)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].sort is RowSort.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _show_more(self, wanted: int) -> None:
        count = min(len(self._rows), wanted)
        self.beginInsertRows(QModelIndex(), self._count, count - 1)
        self._count = count
        self.endInsertRows()
