"""The view: where the map is looked at from."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QToolTip, QWidget

from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.i18n import _
from smala_lockin.ui.canvas.detail import detail_at
from smala_lockin.ui.canvas.scene import MapScene
from smala_lockin.ui.canvas.walking import Way

SMALLEST, LARGEST = 0.04, 3.0
STEP = 1.2
_BORDER = 36.0
_FREE = 60_000.0
"""How far one may look beyond the map: the point under the pointer can always stay there."""

_CLICK_PIXELS, _REVEAL_PIXELS = 4, 40


class MapView(QGraphicsView):
    """Zooms at the pointer, pans by drag, middle button or space.

    A click selects; arrow keys walk along dependencies, Escape lets go.
    """

    zoomed = Signal(float)
    """The zoom has become this, 1 being 100 %."""

    def __init__(
        self, scene: MapScene, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(scene, parent)
        self._scene, self._selection = scene, selection
        self._pan_from: QPoint | None = None
        self._press: QPoint | None = None
        self._is_space_down = False
        self._is_fitted = True
        self.setAccessibleName(_("Map"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)  # files dropped here are the window's
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setSceneRect(scene.extent().adjusted(-_FREE, -_FREE, _FREE, _FREE))

    @property
    def zoom(self) -> float:
        """How large things are, 1 being 100 %."""
        return self.transform().m11()

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom; what is at a point of the view (its middle if none is given) stays there."""
        point = self.viewport().rect().center() if at is None else at
        wanted = max(SMALLEST, min(LARGEST, self.zoom * factor))
        held = self.mapToScene(point)
        self._is_fitted = False
        self._set_zoom(wanted)
        self._pan(self.mapFromScene(held) - point)

    def zoom_in(self) -> None:
        """Show the map a step larger."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """Show the map a step smaller."""
        self.zoom_by(1 / STEP)

    def fit(self) -> None:
        """Show the whole map, no larger than 100 %."""
        self._show_rectangle(self._scene.extent())
        self._is_fitted = True

    def reveal(self, assets: Iterable[AssetId]) -> None:
        """Move the view if cards of these assets are out of sight."""
        rectangle = self._scene.extent(assets)
        visible = self.mapToScene(self.viewport().rect()).boundingRect()
        if not rectangle.isEmpty() and not visible.contains(rectangle):
            self._show_rectangle(rectangle)
            self._is_fitted = False

    @property
    def outlook(self) -> tuple[float, QPointF] | None:
        """The zoom and what is in the middle; None where the whole map is fitted to the view."""
        middle = self.mapToScene(self.viewport().rect().center())
        return None if self._is_fitted else (self.zoom, middle)

    def look(self, outlook: tuple[float, QPointF] | None) -> None:
        """Look from where an `outlook` was."""
        if outlook is not None:
            zoom, middle = outlook
            self._is_fitted = False
            self._set_zoom(zoom)
            self.centerOn(middle)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        turns = event.angleDelta().y() / 120
        if turns:
            self.zoom_by(STEP**turns, event.position().toPoint())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._press = event.position().toPoint()
        is_left = event.button() is Qt.MouseButton.LeftButton
        on_card = self._scene.asset_at(self.mapToScene(self._press)) is not None
        if event.button() is Qt.MouseButton.MiddleButton or (
            is_left and (self._is_space_down or not on_card)
        ):
            self._pan_from = self._press
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        here = event.position().toPoint()
        if self._pan_from is not None:
            self._pan(self._pan_from - here)
            self._pan_from = here
            self._is_fitted = False
        else:
            self._show_cursor(here)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        here = event.position().toPoint()
        press, self._press, self._pan_from = self._press, None, None
        self._show_cursor(here)
        is_click = press is not None and (here - press).manhattanLength() <= _CLICK_PIXELS
        if is_click and event.button() is Qt.MouseButton.LeftButton and not self._is_space_down:
            self._select_at(here, more=bool(event.modifiers() & _MORE))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space:
            self._is_space_down = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif event.key() == Qt.Key.Key_Escape:
            self._selection.clear()
        elif event.key() in _ARROW_KEYS:
            self._walk(_ARROW_KEYS[Qt.Key(event.key())])
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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._is_fitted:
            self.fit()

    def _select_at(self, point: QPoint, *, more: bool) -> None:
        asset = self._scene.asset_at(self.mapToScene(point))
        if asset is None:
            self._selection.clear()
        elif more:
            self._selection.toggle_asset(asset)
        else:
            self._selection.choose_assets([asset])

    def _walk(self, way: Way) -> None:
        """Go from the selected card to the next; without one begin in the middle of the view."""
        chosen = self._selection.assets
        if len(chosen) == 1:
            (here,) = chosen
            found: AssetId | None = self._scene.neighbour(here, way)
        else:
            middle = self.viewport().rect().center()
            found = self._scene.nearest(self.mapToScene(middle))
        if found is not None:
            self._selection.choose_assets([found])
            self.ensureVisible(self._scene.extent([found]), _REVEAL_PIXELS, _REVEAL_PIXELS)

    def _show_cursor(self, point: QPoint) -> None:
        on_card = self._scene.asset_at(self.mapToScene(point)) is not None
        if self._is_space_down:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif on_card:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def _show_rectangle(self, rectangle: QRectF) -> None:
        if rectangle.isEmpty():
            return
        room = rectangle.adjusted(-_BORDER, -_BORDER, _BORDER, _BORDER)
        place = self.viewport().rect()
        wanted = min(place.width() / room.width(), place.height() / room.height(), 1.0)
        self._set_zoom(max(SMALLEST, wanted))
        self.centerOn(room.center())

    def _set_zoom(self, zoom: float) -> None:
        self.resetTransform()
        self.scale(zoom, zoom)
        self._scene.show_detail(detail_at(zoom))
        self.zoomed.emit(zoom)

    def _pan(self, way: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + way.x())
        down.setValue(down.value() + way.y())


_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ARROW_KEYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
