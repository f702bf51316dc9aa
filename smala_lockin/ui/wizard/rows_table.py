"""The tables of the wizard: they keep Enter to themselves, and share their width sensibly."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from smala_lockin.ui.wizard.rows import Index

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROOM = 14
_MEASURED = 40
"""So many lines are measured beside those that are seen: all of them would hold the window."""

_NOTHING: Mapping[int, int] = MappingProxyType({})
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsTable(QTableView):
    """A table of rows that are read, ticked or typed over, by mouse or by keys.

    Enter would press the dialog's own button as well, and so import what somebody meant to edit.
    """

    meant = Signal(object)
    """Carries the index on which somebody pressed Enter or Space."""

    shared = Signal()
    """The columns have other widths than before."""

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[int, Mapping[int, int], float] | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setDefaultSectionSize(row_height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setResizeContentsPrecision(_MEASURED)

    def be_plain(self) -> None:
        """Show rows without lines and numbers, each second one shaded."""
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(_LEFT)

    def share_width(
        self, widest: int, least: Mapping[int, int] = _NOTHING, *, rest: float = 0.38
    ) -> None:
        """Make each column as wide as what is seen of it, and at least as wide as said.

        One of them takes what is left, at least the share `rest` of the width. It stays so when
        the table becomes wider or narrower.
        """
        self._shares = widest, least, rest
        header, columns = self.horizontalHeader(), range(self.model().columnCount())
        mode = QHeaderView.ResizeMode
        for column in columns:
            header.setSectionResizeMode(
                column, mode.Stretch if column == widest else mode.Interactive
            )
        wanted = {
            column: max(self.sizeHintForColumn(column), header.sectionSizeHint(column)) + _ROOM
            for column in columns
            if column != widest
        }
        most = _cut(wanted.values(), int(self.viewport().width() * (1 - rest)))
        for column, width in wanted.items():
            self.setColumnWidth(column, max(least.get(column, 0), min(width, most)))
        self.shared.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._shares is not None and event.size().width() != event.oldSize().width():
            widest, least, rest = self._shares
            self.share_width(widest, least, rest=rest)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        here: Index = self.currentIndex()
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (*_ENTER, Qt.Key.Key_Space) and not is_editing:
            if here.isValid():
                self.meant.emit(here)
            event.accept()
            return
        super().keyPressEvent(event)


def _cut(widths: Iterable[int], room: int) -> int:
    """Return the width to which the widest have to be cut for all to find room."""
    left = room
    ascending = sorted(widths)
    for number, width in enumerate(ascending):
        share = left // (len(ascending) - number)
        if width > share:
            return share
        left -= width
    return room
