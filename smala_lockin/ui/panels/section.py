"""A part of a form that opens and closes under its heading."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """A heading, and beneath it a body that can be folded away."""

    opened = Signal(bool)
    """The user opened or closed it."""

    def __init__(self, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QToolButton(self)
        self.heading.setObjectName("heading")
        self.heading.setCheckable(True)
        self.heading.setChecked(is_open)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIconSize(QSize(12, 12))
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body = QWidget(self)
        self.rows = QVBoxLayout(self.body)
        self.rows.setContentsMargins(0, 2, 0, 8)
        self.rows.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self.body)
        self.heading.toggled.connect(self._open)
        self._show_open(is_open)

    @property
    def is_open(self) -> bool:
        """Whether the body is seen."""
        return self.heading.isChecked()

    def show_heading(self, words: str, count: str = "") -> None:
        """Call the part so; `count` says how much of it is known, or how many there are."""
        self.heading.setText(f"{words}  ·  {count}" if count else words)
        self.heading.setAccessibleName(f"{words}, {count}" if count else words)

    def clear(self) -> None:
        """Take everything out of the body."""
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def order_stops(self) -> None:
        """Let the tabulator key walk from the heading down the rows, whenever they were made."""
        before: QWidget = self.heading
        for number in range(self.rows.count()):
            item = self.rows.itemAt(number)
            row = item.widget() if item is not None else None
            for stop in _stops(row) if row is not None else ():
                QWidget.setTabOrder(before, stop)
                before = stop

    def _open(self, is_open: bool) -> None:
        self._show_open(is_open)
        self.opened.emit(is_open)

    def _show_open(self, is_open: bool) -> None:
        self.heading.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.body.setVisible(is_open)


def _stops(row: QWidget) -> list[QWidget]:
    """Return what of a row takes the keyboard, in the order of the row's making."""
    by_tab, window = Qt.FocusPolicy.TabFocus, row.window()  # a list that opens is a window
    return [
        one
        for one in (row, *row.findChildren(QWidget))
        if one.focusPolicy() & by_tab and one.focusProxy() is None and one.window() is window
    ]
