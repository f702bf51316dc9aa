"""Where the arrow keys lead from a card: along its dependencies, or to the card beside it."""

from collections.abc import Mapping
from enum import Enum

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape, Position

_ASIDE = 3.0
"""A card beside counts as so many times farther away for being higher or lower."""


class Way(Enum):
    """Down to what an asset needs, up to what needs it, or across."""

    DOWN = "down"
    UP = "up"
    LEFT = "left"
    RIGHT = "right"


def next_asset(
    landscape: Landscape, places: Mapping[AssetId, Position], here: AssetId, way: Way
) -> AssetId:
    """Return the asset that is reached from another; the same one where the way ends.

    Of several it is the one that stands nearest.
    """
    x, y = places[here]

    def distance(other: AssetId) -> tuple[float, str]:
        across, down = abs(places[other][0] - x), abs(places[other][1] - y)
        return (across + down if way in (Way.DOWN, Way.UP) else across + _ASIDE * down), other

    match way:
        case Way.DOWN:
            reached = {link.target for link in landscape.needs[here]}
        case Way.UP:
            reached = {link.source for link in landscape.needed_by[here]}
        case Way.LEFT:
            reached = {key for key, place in places.items() if place[0] < x}
        case Way.RIGHT:
            reached = {key for key, place in places.items() if place[0] > x}
    return min(reached, key=distance, default=here)
