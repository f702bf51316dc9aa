"""The first rows of a sheet, with the header row and the rows above it told apart."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QBrush, QFont

from smala_lockin.app.import_job import SheetLook
from smala_lockin.i18n import _
from smala_lockin.ui.theme import Theme, text_on
from smala_lockin.ui.wizard.rows import NO_INDEX, Index

_Role = Qt.ItemDataRole


class SheetRows(QAbstractTableModel):
    """Rows named as Excel does; the header stands out, what is above it is faint.

    Those of a sheet on its side are columns of the file, and have their letters.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look: SheetLook | None = None
        self._theme = theme

    def show_look(self, look: SheetLook | None) -> bool:
        """Show a sheet; return whether it is another one, rather than one read otherwise."""
        if look is not None and self._look is not None and look.rows == self._look.rows:
            self._look = look
            if self.rowCount():
                last = self.index(self.rowCount() - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self._look = look
        self.endResetModel()
        return True

    def show_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802
        return 0 if parent.isValid() or self._look is None else len(self._look.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802
        if parent.isValid() or self._look is None:
            return 0
        return max(map(len, self._look.rows), default=0)

    def is_alone(self, row: int) -> bool:
        """Whether the first cell of a row is its only one that holds anything."""
        assert self._look is not None
        first, *others = self._look.rows[row] or ("",)
        return bool(first) and not any(others)

    def number(self, row: int) -> int:
        """Return the number of a row as Excel shows it."""
        assert self._look is not None
        return self._look.first_row + row

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        assert self._look is not None
        number, header = self.number(index.row()), self._look.header_row
        match role:
            case _Role.DisplayRole | _Role.ToolTipRole:
                cells = self._look.rows[index.row()]
                return cells[index.column()] if index.column() < len(cells) else ""
            case _Role.BackgroundRole if number == header:
                return QBrush(self._theme.accent)
            case _Role.ForegroundRole if number == header:
                return QBrush(text_on(self._theme.accent))
            case _Role.ForegroundRole if header is not None and number < header:
                return QBrush(self._theme.faint_text)
            case _Role.FontRole if number == header:
                font = QFont()
                font.setBold(True)
                return font
            case _Role.FontRole if header is not None and number < header:
                font = QFont()
                font.setItalic(True)
                return font
            case _Role.AccessibleTextRole:
                text = self.data(index)
                return _("Header: %(text)s") % {"text": text} if number == header else text
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if role != _Role.DisplayRole:
            return None
        if self._look is None:
            return None
        turned, vertical = self._look.is_turned, orientation is Qt.Orientation.Vertical
        place = section + (self._look.first_row - 1 if vertical else self._look.first_column)
        return _letters(place) if turned is vertical else place + 1


def _letters(section: int) -> str:
    letters = ""
    section += 1
    while section:
        section, rest = divmod(section - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
