"""Where names stand beside their dots, so that none covers a dot or another name.

placed({(3, 12): "Acme", (9, 12): "Corp"}, edge=17) -> {(3, 12): Side.RIGHT, ...}
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

Place = tuple[float, float]


class Side(Enum):
    """On which side of its dot a name stands: how far across and up, and what is aligned there."""

    RIGHT = (1, 0, "left", "center")
    LEFT = (-1, 0, "right", "center")
    ABOVE = (0, 1, "center", "bottom")
    BELOW = (0, -1, "center", "top")
    ABOVE_RIGHT = (0, 1, "left", "bottom")
    BELOW_RIGHT = (0, -1, "left", "top")


class _Box(NamedTuple):
    left: float
    low: float
    right: float
    high: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.low < other.high
            and other.low < self.high
        )


_LETTER, _LINE, _DOT = 0.3, 0.75, 0.35
"""About how wide a letter, how high a line and half a dot are on an axis from 0 to 17."""


def placed(
    names: Mapping[Place, str], *, edge: float, first: Iterable[Place] = ()
) -> dict[Place, Side]:
    """Return a side for each name, of lines below each other; where none is free the right one.

    Names at the places in `first` stand above their dots where they can. Nothing stands beyond
    the edges, 0 and `edge`.
    """
    dots = {
        place: _Box(*(place[0] - _DOT, place[1] - _DOT, place[0] + _DOT, place[1] + _DOT))
        for place in names
    }
    apart, taken, found = set(first), list[_Box](), dict[Place, Side]()
    for place, name in names.items():
        others = [box for other, box in dots.items() if other != place]
        sides = [Side.ABOVE, *Side] if place in apart else list(Side)
        boxes = {side: _box(place, name, side) for side in sides}
        free = (
            side
            for side, box in boxes.items()
            if box.left >= 0
            and box.right <= edge
            and box.low >= 0
            and box.high <= edge
            and not any(map(box.meets, (*others, *taken)))
        )
        found[place] = next(free, Side.RIGHT)
        taken.append(boxes[found[place]])
    return found


def _box(place: Place, name: str, side: Side) -> _Box:
    lines = name.split("\n")
    width, height = _LETTER * max(map(len, lines)), _LINE * len(lines)
    across, up, horizontal, _vertical = side.value
    left = place[0] + across * _DOT - {"left": 0, "center": width / 2, "right": width}[horizontal]
    low = place[1] + up * (_DOT + height / 2) - height / 2
    return _Box(left, low, left + width, low + height)
