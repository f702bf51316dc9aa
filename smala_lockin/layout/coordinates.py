"""Where exactly cards stand, once their layers and their order are known."""

from collections.abc import Mapping, Sequence
from math import ceil, sqrt

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout.layers import Layers
from smala_lockin.layout.measures import COLUMN, LAYER, ROW

ASPECT = 1.6
"""Width to height of the map that is aimed at: a laptop's screen beside the panel."""

Row = tuple[AssetId, ...]


def placed(
    landscape: Landscape, layers: Layers, loose: Sequence[AssetId]
) -> dict[AssetId, Position]:
    """Return a position for every asset; `loose` ones have no arrows and stand at the very end.

    A layer too long for the map's width takes several rows, each shifted by half a card so that
    arrows to the next find a gap. Cards of short layers stand near the middle of their neighbours.
    """
    limit = _cards_per_row(sum(map(len, layers)) + len(loose), len(layers))
    wrapped = [_wrapped(layer, limit) for layer in layers]
    xs = {key: x for rows in wrapped for row in rows for key, x in row.items()}
    _align(landscape, [rows[0] for rows in wrapped if len(rows) == 1], xs)
    rest = [loose[start : start + limit] for start in range(0, len(loose), limit)]
    y, found = 0.0, {}
    for rows in [*wrapped, [_spread(row, 0.0) for row in rest]]:
        for row in rows:
            found.update({key: (round(xs.get(key, x), 1), y) for key, x in row.items()})
            y += ROW
        y += LAYER - ROW
    return found


def _cards_per_row(cards: int, layers: int) -> int:
    height = LAYER if layers > 1 else ROW
    return max(6, ceil(sqrt(cards * ASPECT * height / COLUMN)))


def _wrapped(layer: Sequence[AssetId], limit: int) -> list[dict[AssetId, float]]:
    """Return the rows of a layer: every n-th card, so that neighbours stay close together."""
    count = max(1, ceil(len(layer) / limit))
    return [
        _spread(layer[first::count], first % 2 / 2 if count > 1 else 0) for first in range(count)
    ]


def _spread(row: Sequence[AssetId], shift: float) -> dict[AssetId, float]:
    left = shift - (len(row) - 1) / 2
    return {key: (left + index) * COLUMN for index, key in enumerate(row)}


def _align(
    landscape: Landscape, rows: Sequence[Mapping[AssetId, float]], xs: dict[AssetId, float]
) -> None:
    neighbours: dict[AssetId, list[AssetId]] = {key: [] for key in xs}
    for dependency in landscape.dependencies.values():
        neighbours[dependency.source].append(dependency.target)
        neighbours[dependency.target].append(dependency.source)
    for sequence in (rows, rows[::-1], rows):
        for row in sequence:
            keys = list(row)
            wishes = [_mean([xs[other] for other in neighbours[key]], xs[key]) for key in keys]
            xs.update(zip(keys, apart(wishes, COLUMN), strict=True))


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def apart(wishes: Sequence[float], distance: float) -> list[float]:
    """Return places in the same order, at least `distance` apart, closest to the wishes.

    Closest in the sum of squares (pool adjacent violators: Ayer et al. 1955).
    """
    blocks: list[tuple[float, int]] = []  # mean of the shifted wishes, how many
    for index, wish in enumerate(wishes):
        mean, count = wish - index * distance, 1
        while blocks and blocks[-1][0] > mean:
            before, size = blocks.pop()
            mean, count = (before * size + mean * count) / (size + count), size + count
        blocks.append((mean, count))
    shifted = [mean for mean, count in blocks for _ in range(count)]
    return [place + index * distance for index, place in enumerate(shifted)]
