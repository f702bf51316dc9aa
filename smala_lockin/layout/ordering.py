"""In which order cards stand within their layer: few crossings, cheaply."""

from collections.abc import Iterable, Sequence

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.layout.layers import Layers

SWEEPS = 8


def ordered(landscape: Landscape, layers: Layers) -> Layers:
    """Return the layers with each asset near the middle of its neighbours (barycentre).

    Sweeps down look at all neighbours above, sweeps up at all below, whatever their layer;
    places are shares of the layer's width, so that a short layer weighs as much as a long one.
    """
    level = {key: number for number, layer in enumerate(layers) for key in layer}
    above: dict[AssetId, list[AssetId]] = {key: [] for key in level}
    below: dict[AssetId, list[AssetId]] = {key: [] for key in level}
    for dependency in landscape.dependencies.values():
        upper, lower = sorted((dependency.source, dependency.target), key=level.__getitem__)
        if level[upper] != level[lower]:
            above[lower].append(upper)
            below[upper].append(lower)
    rows = [list(layer) for layer in layers]
    places = {key: place for row in rows for key, place in _places(row)}
    for sweep in range(SWEEPS):
        downwards = sweep % 2 == 0
        neighbours = above if downwards else below
        for number in range(len(rows)) if downwards else reversed(range(len(rows))):
            middles = {
                key: _mean([places[other] for other in neighbours[key]], places[key])
                for key in rows[number]
            }
            rows[number].sort(key=middles.__getitem__)
            places.update(_places(rows[number]))
    return rows


def _places(row: Sequence[AssetId]) -> Iterable[tuple[AssetId, float]]:
    return ((key, (index + 0.5) / len(row)) for index, key in enumerate(row))


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
