"""Places for the cards that have none yet, beside those that were put somewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout.coordinates import apart
from smala_lockin.layout.layered import positions
from smala_lockin.layout.measures import COLUMN, LAYER, ROW

Places = Mapping[AssetId, Position]

_FEWEST = 6
"""How many cards stand side by side above a map, however narrow it is."""


def complete(landscape: Landscape) -> Places:
    """Return a place for every asset: the map's own, and computed ones for the rest.

    Of what has no place, processes stand above the highest card, unless they need nothing but
    cards without a place; all else is laid out by itself below the lowest. Nothing that has a
    place moves.
    """
    known = landscape.positions
    placed = known.keys()
    if len(placed) == len(landscape.assets):
        return known
    if not known:
        return positions(landscape)
    above = _for_the_top(landscape)
    rest = positions(
        replace(edits.remove_assets(landscape, placed | frozenset(above)), positions={})
    )
    left = min(x for x, _y in known.values()) - min((x for x, _y in rest.values()), default=0.0)
    top = max(y for _x, y in known.values()) + LAYER
    below = {key: (x + left, y + top) for key, (x, y) in rest.items()}
    return {**known, **_on_top(landscape, above), **below}


def _for_the_top(landscape: Landscape) -> list[AssetId]:
    """The processes without a place that need something that has one, or nothing at all."""
    found: list[AssetId] = []
    for key, one in landscape.assets.items():
        if one.kind is AssetKind.PROCESS and key not in landscape.positions:
            others = _others(landscape, key)
            if not others or any(other in landscape.positions for other in others):
                found.append(key)
    return found


def _on_top(landscape: Landscape, keys: Sequence[AssetId]) -> dict[AssetId, Position]:
    """Places above the highest card, in rows no wider than the map, each above what it needs."""
    known = landscape.positions
    xs = [x for x, _y in known.values()]
    middle, width = (min(xs) + max(xs)) / 2, max(xs) - min(xs)
    wishes: dict[AssetId, float] = {}
    for key in keys:
        below = [known[other][0] for other in _others(landscape, key) if other in known]
        wishes[key] = sum(below) / len(below) if below else middle
    count = ceil(len(keys) / max(_FEWEST, int(width // COLUMN)))
    ordered = sorted(keys, key=wishes.__getitem__)
    lowest = min(y for _x, y in known.values()) - LAYER
    found: dict[AssetId, Position] = {}
    for number in range(count):
        row = ordered[number::count]
        places = apart([wishes[key] for key in row], COLUMN)
        found.update(
            (key, (round(x, 1), lowest - number * ROW)) for key, x in zip(row, places, strict=True)
        )
    return found


def _others(landscape: Landscape, key: AssetId) -> list[AssetId]:
    needed = [one.target for one in landscape.needs[key]]
    return [*needed, *(one.source for one in landscape.needed_by[key])]
