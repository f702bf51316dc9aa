"""Long lists as tables: texts are made when they are shown, boxes can be ticked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon

from smala_lockin.i18n import _

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
NO_INDEX = QModelIndex()


def _always(_line: object) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A table of texts: `texts` makes those of a line when they are wanted.

    `is_ticked` is given where lines can be ticked, `editable` where the texts of that column can
    be typed over, in those lines of which `may_edit` says so.
    """

    headers: tuple[str, ...]
    lines: Sequence[Any] = ()
    texts: Callable[[Any], tuple[str, ...]] = field(default=lambda line: (str(line),))
    is_ticked: Callable[[Any], bool] | None = None
    editable: int | None = None
    may_edit: Callable[[Any], bool] = _always


class RowsModel(QAbstractTableModel):
    """Shows a listing; what somebody ticks or types is told, and shown once it is so."""

    ticked = Signal(object, bool)
    typed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing = Listing(headers=())
        self._texts: dict[int, tuple[str, ...]] = {}
        self._edit_icon: QIcon | None = None

    def show_edit_icon(self, icon: QIcon) -> None:
        """Mark what can be typed over by an icon."""
        self._edit_icon = icon

    def show_listing(self, listing: Listing) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._listing = listing
        self._texts = {}
        self.endResetModel()

    @property
    def lines(self) -> Sequence[Any]:
        """The lines that are shown."""
        return self._listing.lines

    def tell_ticks(self) -> None:
        """Show ticks anew: some have changed."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [_Role.CheckStateRole])

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._listing.lines)

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._listing.headers)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        line = self._listing.lines[index.row()]
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole | _Role.EditRole:
                return self._texts_of(index.row())[index.column()]
            case _Role.DecorationRole if self._is_editable(index):
                return self._edit_icon
            case _Role.CheckStateRole if index.column() == 0 and self._listing.is_ticked:
                on = self._listing.is_ticked(line)
                return (Qt.CheckState.Checked if on else Qt.CheckState.Unchecked).value
            case _Role.AccessibleTextRole:
                texts = zip(self._listing.headers, self._texts_of(index.row()), strict=True)
                return "; ".join(f"{header}: {text}" for header, text in texts if text)
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: N802
        line = self._listing.lines[index.row()]
        if role == _Role.CheckStateRole:
            self.ticked.emit(line, Qt.CheckState(value) is Qt.CheckState.Checked)
            self.tell_ticks()
            return True
        if role == _Role.EditRole and str(value) != self._texts_of(index.row())[index.column()]:
            self.typed.emit(line, str(value))
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._listing.is_ticked and index.column() == 0:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        if self._is_editable(index):
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def _is_editable(self, index: Index) -> bool:
        shown = self._listing
        return index.column() == shown.editable and shown.may_edit(shown.lines[index.row()])

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if role != _Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._listing.headers[section]
        return section + 1

    def _texts_of(self, row: int) -> tuple[str, ...]:
        found = self._texts.get(row)
        if found is None:
            found = self._texts[row] = self._listing.texts(self._listing.lines[row])
        return found


def place_words(file: str, sheet: str | None, row: int, *, one_file: bool) -> str:
    """Return where a row stands, as briefly as it is clear."""
    parts = ["" if one_file else file, sheet.strip() if sheet else ""]
    if not row:  # a file that was read as a whole, such as an invoice
        return ", ".join(filter(None, parts)) or file
    return ", ".join([*filter(None, parts), _("row %(row)s") % {"row": row}])
