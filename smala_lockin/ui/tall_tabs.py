"""Tabs with room for the accents of capitals."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar

_AIR = 6


class TallTabs(QTabBar):
    """A little higher than the style makes them: else the accent of an É is cut off."""

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        found = super().tabSizeHint(index)
        return QSize(found.width(), found.height() + _AIR)
