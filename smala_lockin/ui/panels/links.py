"""What an asset needs and what needs it, as rows that lead there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import Dependency, DependencyId
from smala_lockin.domain.kinds import Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, ngettext, number
from smala_lockin.ui import icons
from smala_lockin.ui.panels.section import Section
from smala_lockin.words import enums
from smala_lockin.words.quantities import duration

SHOWN_AT_ONCE = 8
_MUCH_TEXT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """A dependency as seen from one of its ends: the other end, and how it is needed."""

    dependency: DependencyId
    end: AssetId
    name: str
    detail: str


def row(landscape: Landscape, link: Dependency, end: AssetId) -> LinkRow:
    """Return the row of a dependency that names one of its ends."""
    return LinkRow(
        dependency=link.id,
        end=end,
        name=" ".join(landscape.assets[end].name.split())[:_MUCH_TEXT],
        detail=detail(landscape, link),
    )


def detail(landscape: Landscape, link: Dependency) -> str:
    """Return how a dependency is needed: "uses · vital · 4 hours · 1 of 2"."""
    if link.role is Role.CONTROLLED_BY:
        return enums.control(link.control)
    parts = [enums.role(link.role), enums.need(link.need)]
    if link.buffer_hours:
        parts.append(duration(link.buffer_hours))
    if link.group is not None:
        count = {
            "needed": landscape.groups[link.group].needed,
            "count": len(landscape.members[link.group]),
        }
        parts.append(_("%(needed)d of %(count)d") % count)
    return " · ".join(parts)


class Links(Section):
    """Rows of dependencies: the name leads to the other end, the pencil to the dependency."""

    asset_chosen = Signal(str)
    dependency_chosen = Signal(str)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(is_open=True, parent=parent)
        self._words = words
        self._showing: tuple[LinkRow, ...] = ()

    def show_rows(self, rows: Sequence[LinkRow]) -> None:
        """Show these rows; a long list shows its beginning, the rest on demand."""
        self.setVisible(bool(rows))
        if tuple(rows) != self._showing:
            self._showing = tuple(rows)
            self.show_heading(self._words, number(len(rows)))
            self._fill(SHOWN_AT_ONCE)

    def _fill(self, count: int) -> None:
        self.clear()
        for one in self._showing[:count]:
            self.rows.addWidget(self._widget(one))
        rest = len(self._showing) - count
        if rest > 0:
            words = ngettext("Show %(count)d more", "Show %(count)d more", rest)
            more = QPushButton(words % {"count": rest}, self.body)
            more.setObjectName("link")
            more.clicked.connect(self._show_all)
            self.rows.addWidget(more)
        self.order_stops()

    def _show_all(self) -> None:
        self._fill(len(self._showing))

    def _widget(self, one: LinkRow) -> QWidget:
        place = QWidget(self.body)
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(0, 1)
        name = ElidedLink(one.name, place)
        name.clicked.connect(lambda: self.asset_chosen.emit(one.end))
        note = QLabel(one.detail, place)
        note.setObjectName("note")
        note.setIndent(7)
        note.setWordWrap(True)
        grid.addWidget(name, 0, 0)
        grid.addWidget(note, 1, 0)
        grid.addWidget(self._pencil(one, place), 0, 1, 2, 1)
        return place

    def _pencil(self, one: LinkRow, place: QWidget) -> QToolButton:
        pencil = QToolButton(place)
        pencil.setObjectName("edit")
        pencil.setIcon(self._icon())
        pencil.setIconSize(QSize(16, 16))
        words = _("Change the dependency: %(name)s, %(detail)s")
        pencil.setAccessibleName(words % {"name": one.name, "detail": one.detail})
        pencil.setToolTip(_("Change this dependency"))
        pencil.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pencil.clicked.connect(lambda: self.dependency_chosen.emit(one.dependency))
        return pencil

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for pencil in self.findChildren(QToolButton, "edit"):
                pencil.setIcon(self._icon())

    def _icon(self) -> QIcon:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        return icons.small_icon("edit", colour.name())


class ElidedLink(QPushButton):
    """A flat button whose words are cut at its width, whole in the tool tip."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 16
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))
        self.setToolTip(self._words if cut != self._words else "")
