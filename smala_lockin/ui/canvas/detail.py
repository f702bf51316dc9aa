"""How much of the map is painted at which zoom."""

from enum import Enum

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

FAR, NEAR = 0.28, 0.68


class Detail(Enum):
    """Far out cards are dots and arrows thin lines, nearer cards have names, then all facts."""

    DOTS = "dots"
    NAMES = "names"
    FACTS = "facts"


def detail_at(zoom: float) -> Detail:
    """Return what can be read at a zoom, 1 being 100 %."""
    if zoom < FAR:
        return Detail.DOTS
    return Detail.NAMES if zoom < NEAR else Detail.FACTS


def detail_of(painter: QPainter) -> Detail:
    """Return what can be read where a painter paints."""
    return detail_at(QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform()))
