"""What the tabs of the catalogue share: a list on the left, what is chosen in it on the right."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSplitter, QTableView, QVBoxLayout, QWidget

Part = QWidget | QHBoxLayout


def halves(left: Iterable[Part], right: Iterable[Part], widths: tuple[int, int]) -> QSplitter:
    """Return two columns, each of its parts one below the other, that share the room."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    for parts in (left, right):
        splitter.addWidget(_column(parts))
    splitter.setSizes([*widths])
    return splitter


def show_as_list(table: QTableView, widths: Iterable[int]) -> None:
    """Let a table look like a list of rows; `widths` are those of the columns after the first."""
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(28)
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    for column, width in enumerate(widths, start=1):
        label = header.sectionSizeFromContents(column).width() + 8
        table.setColumnWidth(column, max(width, label))


def _column(parts: Iterable[Part]) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part, 1)
        else:
            column.addLayout(part)
    return side
