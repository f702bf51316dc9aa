"""The findings list beside the map: click a sentence, see its path."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from smala_lockin.app.selection import Selection
from smala_lockin.i18n import _
from smala_lockin.ui.fields.button_line import SearchLine
from smala_lockin.ui.fields.look import FIELD_HEIGHT
from smala_lockin.ui.focus_edge import FocusEdge
from smala_lockin.ui.panels.finding_model import FindingModel
from smala_lockin.ui.panels.finding_rows import Row, rows_of
from smala_lockin.ui.theme import Theme

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report
    from smala_lockin.ui.panels.finding_delegate import FindingDelegate


_MANY = 25
"""From so many findings on they can be filtered: fewer are looked through as soon."""


class FindingsPanel(QWidget):
    """Lists what the report says; what is chosen here is the selection of the whole window."""

    chosen = Signal(object)
    """A row was chosen; carries the assets on its path."""

    asked = Signal(object)
    """It was asked why; carries the `Row`."""

    def __init__(self, selection: Selection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self._rows = FindingModel(self)
        self.list = _List(self)
        self.list.setModel(self._rows)
        self._edge = FocusEdge(self.list, theme.accent)
        self._theme = theme
        self.list.setAccessibleName(_("Findings"))
        self._report: Report | None = None
        self.filter = SearchLine(self)
        self.filter.setPlaceholderText(_("Only findings with these words"))
        self.filter.setAccessibleName(_("Only findings with these words"))
        self.filter.setMinimumHeight(FIELD_HEIGHT)
        self.filter.textChanged.connect(self._show_fitting)
        self.filter.hide()
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setMargin(14)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(12, 8, 12, 0)
        above.addWidget(self.filter)
        layout.addLayout(above)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        self.setTabOrder(self.filter, self.list)
        self.list.selectionModel().selectionChanged.connect(self._choose)
        self.list.escaped.connect(selection.clear)
        self.list.entered_key.connect(self._ask)
        selection.changed.connect(self._follow)
        self._tell(_("The map is being analysed…"))
        self.show_theme(theme)

    @cached_property
    def _delegate(self) -> "FindingDelegate":
        """What paints the rows, made when the first are to be seen."""
        from smala_lockin.ui.panels.finding_delegate import FindingDelegate

        delegate = FindingDelegate(self._theme, self.list)
        delegate.asked.connect(self.asked)
        self.list.setItemDelegate(delegate)
        return delegate

    def show_report(self, report: "Report") -> None:
        """List what this report says; a finding that is still there stays selected."""
        self._report = report
        self._delegate.show_theme(self._theme)
        self.filter.setVisible(bool(self.filter.text()) or len(report.findings) >= _MANY)
        rows, selected = rows_of(report, self.filter.text()), self._selection.finding
        self.list.show_anew(lambda seen: self._rows.show_rows(rows, at_least=seen))
        if selected is not None and rows.number_of(selected) is None:
            self._selection.clear()
        self._tell("" if len(rows) else self._silence(report))
        self._follow()
        self._choose_anew()

    def show_theme(self, theme: Theme) -> None:
        """Show the list in other colours."""
        self._theme = theme
        self._edge.show_colour(theme.accent)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, theme.card)
        colours.setColor(QPalette.ColorRole.WindowText, theme.text)
        self.setPalette(colours)
        if self._rows.rowCount():
            self._delegate.show_theme(theme)
            self.list.viewport().update()

    def _show_fitting(self) -> None:
        if self._report is not None:
            self.list.scrollToTop()
            self.show_report(self._report)

    def _silence(self, report: "Report") -> str:
        wanted = self.filter.text().strip()
        if wanted and report.findings:
            return _("No finding has the words “%(words)s”.") % {"words": wanted}
        return _silence(report)

    def _tell(self, words: str) -> None:
        self._empty.setText(words)
        self._empty.setVisible(bool(words))
        self.list.setVisible(not words)

    def _choose(self, selected: QItemSelection) -> None:
        for index in selected.indexes():
            row: Row = index.data(Qt.ItemDataRole.UserRole)
            self._selection.choose_finding(row.key, row.about, row.path)
            self.chosen.emit(row.about | row.path)

    def _choose_anew(self) -> None:
        """The finding that is selected may have another path now."""
        index = self.list.currentIndex()
        if self._selection.finding is not None and index.isValid():
            row: Row = index.data(Qt.ItemDataRole.UserRole)
            self._selection.choose_finding(row.key, row.about, row.path)

    def _ask(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.asked.emit(index.data(Qt.ItemDataRole.UserRole))

    def _follow(self) -> None:
        key = self._selection.finding
        model = self.list.selectionModel()
        if key is None:
            model.clear()
            return
        current = self.list.currentIndex()
        row = current.data(Qt.ItemDataRole.UserRole) if current.isValid() else None
        if row is None or row.key != key:
            self.list.setCurrentIndex(self._rows.index_of(key))


class _List(QListView):
    """A list whose rows wrap to its width."""

    escaped = Signal()
    entered_key = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_anew(self, show: Callable[[int], None]) -> None:
        """Show other rows, at least as many as it takes to stay where it was scrolled to."""
        scrolled = self.verticalScrollBar().value()
        last = self.indexAt(self.viewport().rect().bottomLeft()) if scrolled else QModelIndex()
        show(last.row() + 1)
        if scrolled:
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_key.emit()
        else:
            super().keyPressEvent(event)


def _silence(report: "Report") -> str:
    """Return what to say where there is no finding; an empty map is not called safe."""
    if not report.landscape.assets:
        return _("What the map shows will appear here as you draw.")
    return _("So far the map shows no risk. What is not drawn yet is not known to be safe.")
