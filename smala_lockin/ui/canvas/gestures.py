"""What a hand does with the mouse button down: pan, frame, move, connect.

Each gesture follows the mouse until the button is up, or until Escape. Those that change the map
edit the document; the items follow.
"""

from collections.abc import Callable
from itertools import count
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from smala_lockin.app import drawing
from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.i18n import _, ngettext
from smala_lockin.ui.canvas import routes
from smala_lockin.ui.canvas.handle import PLACE
from smala_lockin.ui.canvas.scene import MapScene
from smala_lockin.words import nouns

_numbers = count(1)


class Gesture(Protocol):
    """Something under way; points are those of the scene, except for panning."""

    @property
    def cursor(self) -> Qt.CursorShape:
        """How the pointer looks meanwhile."""

    def follow(self, here: QPointF) -> None:
        """The mouse has come here."""

    def finish(self, here: QPointF) -> None:
        """The button is up."""

    def cancel(self) -> None:
        """Leave everything as it was before."""


class Frame:
    """Selects the cards that a frame touches, beside those selected before if asked to."""

    cursor = Qt.CursorShape.ArrowCursor

    def __init__(
        self, scene: MapScene, selection: Selection, start: QPointF, *, more: bool
    ) -> None:
        self._scene, self._selection, self._start = scene, selection, start
        self._kept = selection.assets if more else frozenset()

    def follow(self, here: QPointF) -> None:
        self._scene.sketch.show_frame(QRectF(self._start, here).normalized())

    def finish(self, here: QPointF) -> None:
        self._scene.sketch.clear()
        found = self._scene.assets_in(QRectF(self._start, here).normalized())
        self._selection.choose_assets(self._kept | found)

    def cancel(self) -> None:
        self._scene.sketch.clear()


class Move:
    """Moves the selected cards, or the one that is held if it is not among them."""

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(
        self,
        document: Document,
        scene: MapScene,
        selection: Selection,
        start: QPointF,
        held: AssetId,
    ) -> None:
        if held not in selection.assets:
            selection.choose_assets([held])
        self._document, self._start = document, start
        self._before, self._places = document.landscape, scene.places
        self._assets = [key for key in selection.assets if key in scene.places]
        self._gesture = f"drag {next(_numbers)}"

    def follow(self, here: QPointF) -> None:
        way = here - self._start
        targets = {
            key: (self._places[key][0] + way.x(), self._places[key][1] + way.y())
            for key in self._assets
        }
        shown = self._places
        self._document.edit(
            self._label(),
            lambda it: drawing.moved(drawing.pinned(it, shown), targets),
            gesture=self._gesture,
        )

    def finish(self, here: QPointF) -> None:
        self.follow(here)

    def cancel(self) -> None:
        positions = self._before.positions
        self._document.edit(
            self._label(), lambda it: it.with_positions(positions), gesture=self._gesture
        )

    def _label(self) -> str:
        if len(self._assets) == 1:
            return _("Move %(name)s") % {"name": nouns.name(self._before, self._assets[0])}
        number = len(self._assets)
        return ngettext("Move %(n)d card", "Move %(n)d cards", number) % {"n": number}


class Connect:
    """Draws a dependency from a card to another, or to empty space for a card to come."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        scene: MapScene,
        source: AssetId,
        connect: Callable[[AssetId, AssetId], None],
        ask: Callable[[AssetId, QPointF], None],
    ) -> None:
        """`connect` gets both ends, `ask` the source and where the new card is wanted."""
        self._scene, self._source, self._connect, self._ask = scene, source, connect, ask

    def follow(self, here: QPointF) -> None:
        self._scene.show_drawing(True)
        goal, start = self._goal(here), self._scene.cards[self._source].at
        if goal is None:
            self._scene.sketch.show_line(routes.Way(start + PLACE, here, is_across=True), None)
        else:
            way = routes.way(start, self._scene.cards[goal].at)
            self._scene.sketch.show_line(way, self._scene.outline_of(goal))

    def finish(self, here: QPointF) -> None:
        goal = self._goal(here)
        if goal is None and self._scene.asset_at(here) is None:
            self._ask(self._source, here)  # the line stays while the box asks what is there
            return
        self.cancel()
        if goal is not None:
            self._connect(self._source, goal)

    def cancel(self) -> None:
        self._scene.sketch.clear()
        self._scene.show_drawing(False)

    def _goal(self, here: QPointF) -> AssetId | None:
        found = self._scene.asset_at(here)
        return found if found != self._source else None


class Pan:
    """Moves the view under the hand; points are those of the view."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, pan: Callable[[QPoint], None], start: QPoint) -> None:
        self._pan, self._from = pan, start

    def follow(self, here: QPoint) -> None:
        """The mouse has come here."""
        self._pan(self._from - here)
        self._from = here

    def finish(self, here: QPoint) -> None:
        """The button is up."""
        self.follow(here)
