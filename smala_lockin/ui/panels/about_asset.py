"""The findings about one asset, as a short list in its form."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from smala_lockin.i18n import _
from smala_lockin.ui.focus_edge import FocusEdge
from smala_lockin.ui.panels.finding_delegate import FindingDelegate
from smala_lockin.ui.panels.finding_model import FindingModel
from smala_lockin.ui.panels.finding_rows import Row, Rows
from smala_lockin.ui.theme import Theme


class AboutAsset(QListView):
    """As high as its rows; a click, or Enter, selects the finding."""

    chosen = Signal(object)
    """A finding was chosen; carries its `Row`."""

    asked = Signal(object)
    """It was asked why; carries the `Row`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = FindingModel(self)
        self.setModel(self._rows)
        self._edge = FocusEdge(self, theme.accent)
        self._delegate = FindingDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Findings about it"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._has_asked = False
        self.clicked.connect(self._click)
        self._delegate.asked.connect(self._ask)

    def show_rows(self, rows: Rows) -> None:
        """List these findings."""
        self._rows.show_rows(rows, at_least=len(rows))
        self.setVisible(len(rows) > 0)
        self._fit()

    def show_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._delegate.show_theme(theme)
        self._edge.show_colour(theme.accent)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _ask(self, row: Row) -> None:
        self._has_asked = True
        self.asked.emit(row)

    def _click(self, index: QModelIndex) -> None:
        """Qt tells of a click on "Why?" too, which is not meant to leave the facts."""
        has_asked, self._has_asked = self._has_asked, False
        if not has_asked:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(Qt.ItemDataRole.UserRole))

    def _fit(self) -> None:
        heights = (
            self.sizeHintForIndex(self._rows.index(number)).height()
            for number in range(self._rows.rowCount())
        )
        wanted = sum(heights)
        if wanted != self.height():
            self.setFixedHeight(wanted)
