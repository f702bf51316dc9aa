"""Tidying the map up: a layout computed off the window's thread."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from smala_lockin.app.background import Background
from smala_lockin.app.document import Document
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape, Position


def computed(landscape: Landscape) -> Mapping[AssetId, Position]:
    """Return where every card stands, by Graphviz in a child process or by our own layout."""
    from smala_lockin.layout import dot  # not needed at the start

    return dot.positions(landscape)


class Tidying(QObject):
    """Computes a layout of the map as it is; begins anew where an edit has overtaken it."""

    ready = Signal(object)
    """Carries the positions, by asset."""

    working = Signal(bool)
    """Whether a layout is on its way."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._background = Background(self)
        self._is_busy = False

    def run(self) -> None:
        """Begin, unless a layout is on its way."""
        if not self._is_busy:
            self._is_busy = True
            self.working.emit(True)
            self._begin()

    def close(self) -> None:
        """Stop; a layout under way is dropped."""
        self._background.close()

    def _begin(self) -> None:
        landscape = self._document.landscape
        self._background.run(
            lambda: computed(landscape),
            lambda places: self._end(landscape, places),
            lambda _error: self._rest(),
        )

    def _end(self, landscape: Landscape, places: Mapping[AssetId, Position]) -> None:
        now = self._document.landscape
        if now.assets is not landscape.assets or now.dependencies is not landscape.dependencies:
            self._begin()
            return
        self._rest()
        self.ready.emit(places)

    def _rest(self) -> None:
        self._is_busy = False
        self.working.emit(False)
