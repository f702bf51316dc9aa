"""Reading a large map off the window's thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from smala_lockin.app import derived
from smala_lockin.app.background import Background
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project

LARGE_BYTES = 200_000
"""A map of about 300 assets; one this size is read before anybody has looked up."""


def is_large(path: Path) -> bool:
    """Tell whether reading a map takes long enough to be done in the background."""
    try:
        return path.stat().st_size > LARGE_BYTES
    except OSError:
        return False


class Opening(QObject):
    """Reads one map; what was stopped hands nothing over."""

    working = Signal(bool)
    """Whether the map is being read."""

    told = Signal(int, int)
    """Never emitted: a map is read in one go."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)

    def run(
        self,
        path: Path,
        done: Callable[[Landscape], None],
        failed: Callable[[LockinError], None],
    ) -> None:
        """Read the map, then call one of the two."""

        def end(landscape: Landscape) -> None:
            self.working.emit(False)
            done(landscape)

        def fail(error: Exception) -> None:
            self.working.emit(False)
            if isinstance(error, LockinError):
                failed(error)

        self.working.emit(True)
        self._background.run(lambda: _read(path), end, fail)

    def stop(self) -> None:
        """Give it up."""
        self._background.close()
        self.working.emit(False)


def _read(path: Path) -> Landscape:
    landscape = project.load(path)
    derived.work_out(landscape)
    return landscape
