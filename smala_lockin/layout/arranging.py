"""Cards put in line, or at equal distances, by somebody who has chosen them."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Position
from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH

Places = Mapping[AssetId, Position]
"""Where the middles of cards are, by asset."""

GAP = 16.0
"""What is left between two cards that would lie on each other."""

_X, _Y = 0, 1
_SIZES = CARD_WIDTH, CARD_HEIGHT


class Arrangement(StrEnum):
    """Left, centre and right make a column; top, middle and bottom make a row."""

    LEFT = "align_left"
    CENTRE = "align_centre"
    RIGHT = "align_right"
    TOP = "align_top"
    MIDDLE = "align_middle"
    BOTTOM = "align_bottom"
    ACROSS = "distribute_across"
    DOWN = "distribute_down"

    @property
    def fewest(self) -> int:
        """How many cards it takes for this to change anything."""
        return 3 if self in (Arrangement.ACROSS, Arrangement.DOWN) else 2


def arranged(places: Places, arrangement: Arrangement) -> dict[AssetId, Position]:
    """Return where cards go. None comes to lie on another of them that did not before."""
    if len(places) < arrangement.fewest:
        return dict(places)
    match arrangement:
        case Arrangement.LEFT:
            return _in_line(places, _X, min(_all(places, _X)))
        case Arrangement.CENTRE:
            return _in_line(places, _X, _middle(_all(places, _X)))
        case Arrangement.RIGHT:
            return _in_line(places, _X, max(_all(places, _X)))
        case Arrangement.TOP:
            return _in_line(places, _Y, min(_all(places, _Y)))
        case Arrangement.MIDDLE:
            return _in_line(places, _Y, _middle(_all(places, _Y)))
        case Arrangement.BOTTOM:
            return _in_line(places, _Y, max(_all(places, _Y)))
        case Arrangement.ACROSS:
            return _at_equal_distances(places, _X)
        case Arrangement.DOWN:
            return _at_equal_distances(places, _Y)


def _in_line(places: Places, axis: int, at: float) -> dict[AssetId, Position]:
    """Cards with one coordinate alike; along the line each keeps its place or gives way."""
    other = 1 - axis
    least = _SIZES[other] + GAP
    found: dict[AssetId, Position] = {}
    before: float | None = None
    for key in _sorted(places, other):
        along = places[key][other]
        if before is not None and along - before < _SIZES[other]:
            along = before + least
        found[key] = _position(axis, at, along)
        before = along
    return found


def _at_equal_distances(places: Places, axis: int) -> dict[AssetId, Position]:
    """Cards as far from each other as on average, and farther where they would touch."""
    keys = _sorted(places, axis)
    values = [places[key][axis] for key in keys]
    step = (values[-1] - values[0]) / (len(keys) - 1)
    if step < _SIZES[axis] and _would_touch([places[key] for key in keys], axis, step):
        step = _SIZES[axis] + GAP
    first = _middle(values) - step * (len(keys) - 1) / 2
    return {
        key: _position(axis, first + step * number, places[key][1 - axis])
        for number, key in enumerate(keys)
    }


def _would_touch(places: Sequence[Position], axis: int, step: float) -> bool:
    """Whether two cards that are `step` apart for each between them would lie on each other."""
    other = 1 - axis
    return any(
        step * (far - near) < _SIZES[axis] and abs(one[other] - two[other]) < _SIZES[other]
        for near, one in enumerate(places)
        for far, two in enumerate(places[near + 1 :], start=near + 1)
    )


def _sorted(places: Places, axis: int) -> list[AssetId]:
    """Cards in their order along an axis; those at one place in the order of the other axis."""
    return sorted(places, key=lambda key: (places[key][axis], places[key][1 - axis], key))


def _all(places: Places, axis: int) -> list[float]:
    return [at[axis] for at in places.values()]


def _middle(values: Iterable[float]) -> float:
    values = list(values)
    return (min(values) + max(values)) / 2


def _position(axis: int, value: float, other: float) -> Position:
    return (value, other) if axis == _X else (other, value)
