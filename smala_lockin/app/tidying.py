"""Tidying the map up: a layout computed in a child process."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from smala_lockin.app.document import Document
from smala_lockin.app.jobs import Jobs
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.formats.guarded import Tell
from smala_lockin.layout import dot


def tidied(_tell: Tell, landscape: Landscape) -> Mapping[AssetId, Position]:
    """Return where every card stands, by Graphviz or by our own layout; a job for `Jobs`."""
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
        self._jobs = Jobs(self)
        self._is_busy = False

    def run(self) -> None:
        """Begin, unless a layout is on its way."""
        if not self._is_busy:
            self._is_busy = True
            self.working.emit(True)
            self._begin()

    def close(self) -> None:
        """Stop; a layout under way is dropped."""
        self._jobs.close()

    def _begin(self) -> None:
        now = self._document.landscape
        # What people wrote does not matter to the layout, and need not cross to the child.
        bare = Landscape(assets=now.assets, dependencies=now.dependencies, groups=now.groups)
        self._jobs.run(
            tidied, bare, done=lambda places: self._end(now, places), failed=self._give_up
        )

    def _end(self, landscape: Landscape, places: Mapping[AssetId, Position]) -> None:
        now = self._document.landscape
        if now.assets is not landscape.assets or now.dependencies is not landscape.dependencies:
            self._begin()
            return
        self._rest()
        self.ready.emit(places)

    def _give_up(self, _error: LockinError) -> None:
        """A layout that fails leaves the cards where they are."""
        self._rest()

    def _rest(self) -> None:
        self._is_busy = False
        self.working.emit(False)
