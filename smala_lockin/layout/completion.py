"""Places for the cards that have none yet, beside those that were put somewhere."""

from collections.abc import Mapping
from dataclasses import replace

from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout.layered import positions
from smala_lockin.layout.measures import LAYER


def complete(landscape: Landscape) -> Mapping[AssetId, Position]:
    """Return a place for every asset: the map's own, and computed ones for the rest.

    What has no place is laid out by itself below the lowest card; nothing that has one moves.
    """
    known = landscape.positions
    placed = known.keys()
    if len(placed) == len(landscape.assets):
        return known
    rest = positions(replace(edits.remove_assets(landscape, placed), positions={}))
    if not known:
        return rest
    left = min(x for x, _y in known.values()) - min(x for x, _y in rest.values())
    top = max(y for _x, y in known.values()) + LAYER
    return {**known, **{key: (x + left, y + top) for key, (x, y) in rest.items()}}
