"""How hard services are to leave, as far as rules and questions look."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from smala_lockin.analysis.failure.single_point import SinglePoint
from smala_lockin.analysis.figures.lock_in import LockIn, LockInIndices
from smala_lockin.analysis.figures.lock_in_factors import Range
from smala_lockin.domain.assets import Asset, AssetId


class Hold(NamedTuple):
    """How hard a service is to leave, as far as the rule looks.

    `matters` says whether a process that matters much stops without it, `may_matter` whether one
    does of which nobody said how much it matters, `worst` is the criticality of the worst one.
    `offered` counts the ways out that the catalogue knows beside the company's own substitutes.
    """

    asset: Asset
    lock_in: LockIn
    ranges: tuple[Range, ...]
    matters: bool
    may_matter: bool
    worst: int
    offered: int


def holds_of(
    indices: LockInIndices,
    points: Mapping[AssetId, SinglePoint],
    criticality: Mapping[AssetId, int],
    important: frozenset[AssetId],
    unsaid: frozenset[AssetId],
) -> dict[AssetId, Hold]:
    """Return how hard each service is to leave, by id.

    `criticality` is that of the processes; `important` are those known to matter much, `unsaid`
    those of which nobody said how much they do.
    """
    ranges, assets = indices.ranges, indices.landscape.assets
    found = {}
    for index in indices.services:
        id = index.asset
        matters = may = False
        worst = criticality.get(id, 1)  # where it stands in for a process
        if id in points:
            stops = points[id].stop_times
            worst = max(worst, max(map(criticality.__getitem__, stops)))
            matters, may = not important.isdisjoint(stops), not unsaid.isdisjoint(stops)
        offered = indices.offered(id) if assets[id].catalogue_id is not None else 0
        found[id] = _hold((assets[id], index, ranges[id], matters, may, worst, offered))
    return found


_hold = partial(tuple.__new__, Hold)  # of every service, and twice as fast
