"""The board: the map with its legend below, and the boxes that open over it."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from smala_lockin.app import offers
from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.i18n import _
from smala_lockin.ui.canvas.adding import Adding
from smala_lockin.ui.canvas.legend import Legend
from smala_lockin.ui.canvas.lens_bar import LensBar
from smala_lockin.ui.canvas.scene import MapScene
from smala_lockin.ui.canvas.view import MapView
from smala_lockin.ui.command_box import CommandBox
from smala_lockin.ui.find_box import FindBox
from smala_lockin.ui.focus_edge import FocusEdge
from smala_lockin.ui.name_field import NameField
from smala_lockin.ui.theme import Theme

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report
    from smala_lockin.ui.add_box import AddBox


class Board(QWidget):
    """Holds the scene, the view on it, the legend, and the boxes; its keyboard is the view's."""

    def __init__(
        self, document: Document, selection: Selection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._theme = document, theme
        self.scene = MapScene(document, selection, theme, self)
        self.view = MapView(document, self.scene, selection, self)
        self._edge = FocusEdge(self.view, theme.accent)
        self.legend = Legend(theme, self)
        self.lens_bar = LensBar(theme, self)
        self.lens_bar.shaded.connect(self.scene.show_shades)
        self.lens_bar.wanted.connect(selection.choose_assets)
        self.find_box = FindBox(self._find, self)
        self.command_box = CommandBox(self)
        self.name_field = NameField(self)
        self.adding = Adding(document, selection, self.scene, self.view, lambda: self.add_box)
        self._invitation = QLabel(
            _(
                "Double-click anywhere, or press A, to add the first card.\n"
                "Or import a list that you have: Ctrl+I."
            ),
            self,
        )
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._invitation.setWordWrap(True)
        self._invitation.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addSpacing(1)
        layout.addWidget(self.legend)
        layout.addWidget(self.lens_bar)
        self._invite()
        document.changed.connect(self._invite)

    @cached_property
    def add_box(self) -> "AddBox":
        """The box that asks what is to be added, made when that is first asked."""
        from smala_lockin.ui.add_box import AddBox

        box = AddBox(self._theme, self)
        box.opened.connect(self._invitation.hide)
        box.closed.connect(self._invite)
        return box

    def show_legend(self, is_shown: bool) -> None:
        """Show or hide the legend."""
        self.legend.setVisible(is_shown)

    def show_report(self, report: "Report") -> None:
        """Mark and colour what a report says."""
        self.scene.show_report(report)
        self.lens_bar.show_report(report)

    def show_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self._theme = theme
        self.scene.show_theme(theme)
        self._edge.show_colour(theme.accent)
        self.legend.show_theme(theme)
        self.lens_bar.show_theme(theme)
        if "add_box" in self.__dict__:
            self.add_box.show_theme(theme)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._place_invitation()  # the legend takes more room or less, and so does the map
        return done

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Only the line between map and legend is not covered."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.edge)
        painter.end()

    def _find(self, text: str) -> Sequence[AssetId]:
        return offers.found(self._document.landscape, text)

    def _invite(self) -> None:
        """Say on an empty map how to begin."""
        self._invitation.setVisible(not self._document.landscape.assets)
        self._place_invitation()

    def _place_invitation(self) -> None:
        height = 60
        middle = self.view.geometry().center().y()
        self._invitation.setGeometry(0, middle - height // 2, self.width(), height)
