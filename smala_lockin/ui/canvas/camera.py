"""The camera: where the map is looked at from."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from smala_lockin.domain.assets import AssetId
from smala_lockin.ui.canvas.detail import detail_at
from smala_lockin.ui.canvas.scene import MapScene

SMALLEST, LARGEST = 0.04, 3.0
STEP = 1.2
_BORDER = 36.0
_FREE = 60_000.0
"""How far one may look beyond the map: the point under the pointer can always stay there."""

_BRING_PIXELS = 6


class Camera(QGraphicsView):
    """Zooms at the pointer by the wheel, fits the map to the view, brings cards into sight."""

    zoomed = Signal(float)
    """The zoom has become this, 1 being 100 %."""

    def __init__(self, scene: MapScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._scene = scene
        self._is_fitted = True
        # Of one's own, Python knows what it is; of Qt's it looks through all kinds of widgets.
        self.setViewport(QWidget(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setSceneRect(scene.extent().adjusted(-_FREE, -_FREE, _FREE, _FREE))
        scene.filled.connect(self._look_at_all)

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

    def _look_at_all(self) -> None:
        self.setSceneRect(self._scene.extent().adjusted(-_FREE, -_FREE, _FREE, _FREE))
        if self._is_fitted:
            self.fit()

    @property
    def middle(self) -> QPointF:
        """The point of the scene in the middle of the view."""
        return self.mapToScene(self.viewport().rect().center())

    def bring(self, assets: Iterable[AssetId]) -> None:
        """Move the view no more than it takes to see these cards."""
        self.ensureVisible(self._scene.extent(assets), _BRING_PIXELS, _BRING_PIXELS)
        self._is_fitted = False

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
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pan(QPoint(-(turn.x() or turn.y()), 0))
            self._is_fitted = False
        elif turn.y():
            self.zoom_by(STEP ** (turn.y() / 120), event.position().toPoint())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._is_fitted:
            self.fit()

    def _show_rectangle(self, rectangle: QRectF) -> None:
        if rectangle.isEmpty():
            return
        room = rectangle.adjusted(-_BORDER, -_BORDER, _BORDER, _BORDER)
        place = self.viewport().rect()
        wanted = min(place.width() / room.width(), place.height() / room.height(), 1.0)
        self.setSceneRect(self._scene.extent().adjusted(-_FREE, -_FREE, _FREE, _FREE))
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
