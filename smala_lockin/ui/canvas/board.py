"""The board: the map, with its legend below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.ui.canvas.legend import Legend
from smala_lockin.ui.canvas.scene import MapScene
from smala_lockin.ui.canvas.view import MapView
from smala_lockin.ui.theme import Theme


class Board(QWidget):
    """Holds the scene, the view on it, and the legend."""

    def __init__(
        self, document: Document, selection: Selection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.scene = MapScene(document, selection, theme, self)
        self.view = MapView(self.scene, selection, self)
        self.legend = Legend(theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.legend)

    def show_legend(self, is_shown: bool) -> None:
        """Show or hide the legend."""
        self.legend.setVisible(is_shown)

    def show_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self.scene.show_theme(theme)
        self.legend.show_theme(theme)
