"""Scrolling while something is dragged to the edge of the view."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

_RIM, _STEP, _PERIOD_MS = 28, 16, 25
"""How near the edge it begins, how far it goes at the edge itself in pixels, and how often."""


class EdgeScroll(QObject):
    """Pans on and on as long as the pointer is held near an edge, the faster the nearer."""

    def __init__(self, pan: Callable[[QPoint], None], parent: QObject) -> None:
        super().__init__(parent)
        self._pan, self._way, self.here = pan, QPoint(), QPoint()
        self._timer = QTimer(self, interval=_PERIOD_MS)
        self._timer.timeout.connect(self._go)

    def follow(self, here: QPoint, room: QRect) -> None:
        """The pointer is here, in a view of this size."""
        self.here = here
        across = _speed(here.x() - room.left(), room.right() - here.x())
        down = _speed(here.y() - room.top(), room.bottom() - here.y())
        self._way = QPoint(across, down)
        if self._way.isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The drag is over."""
        self._timer.stop()

    def _go(self) -> None:
        self._pan(self._way)


def _speed(before: int, behind: int) -> int:
    """Return a step back, on or none, for what is left to either edge."""
    if before < _RIM:
        return -_STEP * min(_RIM, _RIM - before) // _RIM
    if behind < _RIM:
        return _STEP * min(_RIM, _RIM - behind) // _RIM
    return 0
