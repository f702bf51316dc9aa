"""Cards on their way from one place to another, for a moment."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Position

DURATION_MS = 260
MOST_CARDS = 400
"""More would stutter instead of glide."""

Places = Mapping[AssetId, Position]


class Glide(QVariantAnimation):
    """Says where cards are on their way; at the end, where they were to go."""

    def __init__(self, parent: QObject, show: Callable[[Places], None]) -> None:
        super().__init__(parent)
        self._show = show
        self._before: Places = {}
        self._after: Places = {}
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(DURATION_MS)
        self.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self.valueChanged.connect(self._show_part)

    def go(self, before: Places, after: Places) -> None:
        """Lead cards from some places to others."""
        self.finish()
        self._before, self._after = before, after
        self.start()

    def finish(self) -> None:
        """Be there at once."""
        if self.state() is QVariantAnimation.State.Running:
            self.stop()
            self._show(self._after)

    def _show_part(self, part: float) -> None:
        self._show({key: _between(self._before[key], at, part) for key, at in self._after.items()})


def _between(start: Position, end: Position, part: float) -> Position:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
