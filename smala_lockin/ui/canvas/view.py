"""The view: the map as hands work on it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.i18n import _
from smala_lockin.ui.canvas.camera import Camera
from smala_lockin.ui.canvas.edge import EdgeScroll
from smala_lockin.ui.canvas.gestures import Connect, Frame, Gesture, Move, Pan
from smala_lockin.ui.canvas.handle import GRASP, OUTSIDE
from smala_lockin.ui.canvas.scene import MapScene
from smala_lockin.ui.canvas.walking import Way

_CLICK_PIXELS, _REVEAL_PIXELS = 4, 40


class MapView(Camera):
    """Takes what hands do: the middle button, or space and a drag, pan.

    A click selects, a drag moves cards, or draws from a handle, or a frame on empty space; arrow
    keys walk along dependencies, with Shift they select more, with Control they move what is
    selected; Escape lets go. What needs a box or a menu it asks for.
    """

    add_wanted = Signal(QPointF)
    """Something new is wanted at this point of the scene."""

    add_beside_wanted = Signal(str, QPointF)
    """Something new is wanted there that this asset needs."""

    connect_wanted = Signal(str, str)
    """The first asset is to need the second."""

    rename_wanted = Signal()
    """The selected asset is to be called otherwise."""

    menu_wanted = Signal(QPoint, QPointF)
    """A menu is wanted, there on the screen, for what stands there in the scene."""

    def __init__(
        self,
        document: Document,
        scene: MapScene,
        selection: Selection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(scene, parent)
        self._document, self._selection = document, selection
        self._press: QPoint | None = None
        self._ready: Callable[[], Gesture] | None = None
        self._gesture: Gesture | None = None
        self._pan_gesture: Pan | None = None
        self._hovered: AssetId | None = None
        self._edge = EdgeScroll(self._drag_on, self)
        self._is_space_down = False
        self._last: AssetId | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(_("Map"))
        self.setAcceptDrops(False)  # files dropped here are the window's
        selection.changed.connect(self._offer_handles)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        here = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()
        if self._gesture is not None or self._pan_gesture is not None:
            return
        is_left = event.button() is Qt.MouseButton.LeftButton
        if event.button() is Qt.MouseButton.MiddleButton or (is_left and self._is_space_down):
            self._pan_gesture = Pan(self._pan, here)
            self._is_fitted = False
            self.viewport().setCursor(Pan.cursor)
        elif is_left:
            self._press = here
            self._ready = self._gesture_from(here, more=bool(event.modifiers() & _MORE))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        here = event.position().toPoint()
        event.accept()
        if self._pan_gesture is not None:
            self._pan_gesture.follow(here)
        elif self._gesture is not None:
            self._edge.follow(here, self.viewport().rect())
            self._gesture.follow(self.mapToScene(here))
        elif self._ready is not None and self._press is not None and self._is_far(here):
            self._gesture, self._ready = self._ready(), None
            self.viewport().setCursor(self._gesture.cursor)
            self._gesture.follow(self.mapToScene(here))
        else:
            self._hover(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        here = event.position().toPoint()
        event.accept()
        if self._pan_gesture is not None:
            self._pan_gesture.finish(here)
            self._pan_gesture = None
        elif event.button() is not Qt.MouseButton.LeftButton:
            return
        elif self._gesture is not None:
            gesture, self._gesture = self._gesture, None
            self._edge.stop()
            gesture.finish(self.mapToScene(here))
        elif self._ready is not None:
            self._select_at(here, more=bool(event.modifiers() & _MORE))
        self._ready = self._press = None
        self._hover(here)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        here = event.position().toPoint()
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton or self._is_space_down:
            return
        if event.modifiers() & _MORE:
            self.mousePressEvent(event)  # two quick clicks that select one more each
            return
        point = self.mapToScene(here)
        asset = self._scene.asset_at(point)
        if asset is not None:
            self.rename_wanted.emit()
        elif self._handle_at(here) is None and self._scene.group_at(point) is None:
            self.add_wanted.emit(point)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._hovered = None
        self._offer_handles()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._is_space_down = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """The menu of what is under the pointer, or of what is selected."""
        if self._gesture is None and self._pan_gesture is None:
            is_pointed = event.reason() is QContextMenuEvent.Reason.Mouse
            if is_pointed and not self._is_selected_at(event.pos()):
                self._select_at(event.pos(), more=False)
            self.menu_wanted.emit(event.globalPos(), self.mapToScene(event.pos()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space:
            self._is_space_down = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif event.key() == Qt.Key.Key_Escape:
            self._let_go()
        elif event.key() in _ARROW_KEYS:
            way = _ARROW_KEYS[Qt.Key(event.key())]
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._nudge(way)
            else:
                more = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._walk(way, more=bool(more))
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = False
            self.viewport().unsetCursor()
        else:
            super().keyReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._scene.hint_at(self.mapToScene(event.pos()))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def _gesture_from(self, here: QPoint, *, more: bool) -> Callable[[], Gesture]:
        """Return what a drag that begins here does, once it is a drag."""
        start = self.mapToScene(here)
        source, held = self._handle_at(here), self._scene.asset_at(start)
        if source is not None:
            connect, ask = self.connect_wanted.emit, self.add_beside_wanted.emit
            return lambda: Connect(self._scene, source, connect, ask)
        if held is not None:
            return lambda: Move(self._document, self._scene, self._selection, start, held)
        return lambda: Frame(self._scene, self._selection, start, more=more)

    def _drag_on(self, way: QPoint) -> None:
        """Pan under what is dragged; it stays under the pointer."""
        if self._gesture is None:
            self._edge.stop()
            return
        self._is_fitted = False
        self._pan(way)
        self._gesture.follow(self.mapToScene(self._edge.here))

    def _is_far(self, here: QPoint) -> bool:
        assert self._press is not None
        return (here - self._press).manhattanLength() > _CLICK_PIXELS

    def _let_go(self) -> None:
        """End what is under way and leave no trace of it; else select nothing."""
        if self._gesture is not None:
            self._gesture.cancel()
            self._gesture = self._ready = None
            self.viewport().unsetCursor()
        else:
            self._selection.clear()

    def _select_at(self, here: QPoint, *, more: bool) -> None:
        point, chosen = self.mapToScene(here), self._selection
        asset, group = self._scene.asset_at(point), self._scene.group_at(point)
        link = self._scene.dependency_at(point, self.zoom)
        if asset is not None:
            chosen.toggle_asset(asset) if more else chosen.choose_assets([asset])
        elif group is not None:
            chosen.choose_group(group)
        elif link is not None:
            chosen.toggle_dependency(link) if more else chosen.choose_dependencies([link])
        elif not more:
            chosen.clear()

    def _is_selected_at(self, here: QPoint) -> bool:
        point, chosen = self.mapToScene(here), self._selection
        asset = self._scene.asset_at(point)
        if asset is not None:
            return asset in chosen.assets
        group = self._scene.group_at(point)
        if group is not None:
            return group == chosen.group
        return self._scene.dependency_at(point, self.zoom) in chosen.dependencies

    def _handle_at(self, here: QPoint) -> AssetId | None:
        for key, place in self._scene.handles.items():
            away = self.mapFromScene(place) + QPoint(int(OUTSIDE), 0) - here
            if away.x() ** 2 + away.y() ** 2 <= GRASP**2:
                return key
        return None

    def _hover(self, here: QPoint) -> None:
        """Offer the handle of the card under the pointer; it stays while the handle is meant."""
        handle = self._handle_at(here)
        asset = handle or self._scene.asset_at(self.mapToScene(here))
        if asset != self._hovered:
            self._hovered = asset
            self._offer_handles()
        if self._is_space_down:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif handle is not None:
            self.viewport().setCursor(Connect.cursor)
        elif asset is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def _offer_handles(self) -> None:
        chosen = self._selection.assets
        selected = chosen if len(chosen) == 1 else frozenset()
        self._scene.show_handles(selected | ({self._hovered} if self._hovered else frozenset()))

    def _walk(self, way: Way, *, more: bool) -> None:
        """Go from the selected card to the next; without one begin in the middle of the view.

        `more` keeps what is selected; of several the one that was come to last leads on.
        """
        chosen = self._selection.assets & self._scene.cards.keys()
        here = next(iter(chosen)) if len(chosen) == 1 else self._last
        if here is not None and here in chosen:
            found: AssetId | None = self._scene.neighbour(here, way)
        else:
            middle = self.viewport().rect().center()
            found = self._scene.nearest(self.mapToScene(middle))
        if found is not None:
            self._last = found
            self._selection.choose_assets(chosen | {found} if more else [found])
            self.ensureVisible(self._scene.extent([found]), _REVEAL_PIXELS, _REVEAL_PIXELS)

    def _nudge(self, way: Way) -> None:
        """Move the selected cards a little."""
        held = next(iter(self._selection.assets & self._scene.cards.keys()), None)
        if held is not None and self._gesture is None:
            move = Move(self._document, self._scene, self._selection, QPointF(), held)
            move.finish(_NUDGES[way])


_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ARROW_KEYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}

_NUDGE = 20.0
_NUDGES = {
    Way.LEFT: QPointF(-_NUDGE, 0),
    Way.RIGHT: QPointF(_NUDGE, 0),
    Way.UP: QPointF(0, -_NUDGE),
    Way.DOWN: QPointF(0, _NUDGE),
}
