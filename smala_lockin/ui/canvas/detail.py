"""How much of the map is painted at which zoom."""

from enum import Enum

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
