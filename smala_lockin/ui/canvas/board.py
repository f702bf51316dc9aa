"""The board: the map, with its legend in a corner."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.ui.canvas.legend import Legend
from smala_lockin.ui.canvas.scene import MapScene
from smala_lockin.ui.canvas.view import MapView
from smala_lockin.ui.theme import Theme

_CORNER = 12


class Board(QWidget):
    """Holds the scene, the view on it, and the legend."""

    def __init__(
        self, document: Document, selection: Selection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.scene = MapScene(document, selection, theme, self)
        self.view = MapView(self.scene, selection, self)
        self.legend = Legend(theme, self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.view.installEventFilter(self)

    def show_legend(self, is_shown: bool) -> None:
        """Show or hide the legend."""
        self.legend.setVisible(is_shown)

    def show_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self.scene.show_theme(theme)
        self.legend.show_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.view and event.type() == QEvent.Type.Resize:
            self.legend.move(_CORNER, self.view.height() - self.legend.height() - _CORNER)
        return super().eventFilter(watched, event)
