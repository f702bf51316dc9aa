"""Long work of the window's thread in slices, between which the event loop turns."""

from collections.abc import Callable, Iterator
from time import thread_time

from PySide6.QtCore import QObject, QTimer

SLICE_S = 0.012


class Slices(QObject):
    """Does one piece of work at a time; beginning another gives up the one under way."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._done: Callable[[], None] = _nothing
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def run(self, steps: Iterator[None], done: Callable[[], None]) -> None:
        """Take steps, each well below a slice, until there are no more; then call `done`."""
        self._steps, self._done = steps, done
        self._timer.start()

    def _go_on(self) -> None:
        end = thread_time() + SLICE_S
        for _step in self._steps:
            if thread_time() > end:
                self._timer.start()
                return
        self._done()


def _nothing() -> None: ...
