"""Where exactly cards stand, once their layers and their order are known."""

from collections.abc import Mapping, Sequence
from math import ceil

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout.layers import Layers
from smala_lockin.layout.measures import COLUMN, LAYER, ROW

ASPECT = 1.5
"""Width to height of the map that is aimed at: a laptop's screen beside the panel."""

_FEWEST = 6
_WIDEST = 1.3


def placed(
    landscape: Landscape, layers: Layers, loose: Sequence[AssetId]
) -> dict[AssetId, Position]:
    """Return a position for every asset; `loose` ones have no arrows and stand at the very end.

    A layer too long for the map's width takes several rows, each shifted by half a card so that
    arrows to the next find a gap. Cards of short layers stand near the middle of their neighbours.
    """
    lengths = [*map(len, layers), len(loose)]
    limit = _cards_per_row(lengths)
    column = _column(lengths, limit)
    wrapped = [_wrapped(layer, limit, column) for layer in layers]
    xs = {key: x for rows in wrapped for row in rows for key, x in row.items()}
    _align(landscape, [rows[0] for rows in wrapped if len(rows) == 1], xs, column)
    rest = [loose[start : start + limit] for start in range(0, len(loose), limit)]
    y, found = 0.0, {}
    for rows in [*wrapped, [_spread(row, 0.0, column) for row in rest]]:
        for row in rows:
            found.update({key: (round(xs.get(key, x), 1), y) for key, x in row.items()})
            y += ROW
        y += LAYER - ROW
    return found


def _cards_per_row(lengths: Sequence[int]) -> int:
    """Return at how many cards a row ends so that the whole map is shown as large as can be."""

    def smallness(limit: int) -> float:
        width, height = _size(lengths, limit)
        return max(width, ASPECT * height)

    return min(range(_FEWEST, max(_FEWEST, *lengths) + 1), key=smallness)


def _column(lengths: Sequence[int], limit: int) -> float:
    """Return the distance of columns: wider where the map is high, so that arrows find gaps."""
    width, height = _size(lengths, limit)
    return COLUMN * max(1.0, min(_WIDEST, ASPECT * height / max(width, COLUMN)))


def _size(lengths: Sequence[int], limit: int) -> tuple[float, float]:
    rows = [ceil(length / limit) for length in lengths if length]
    height = LAYER * len(rows) + ROW * (sum(rows) - len(rows))
    return COLUMN * min(limit, max(lengths)), height


def _wrapped(layer: Sequence[AssetId], limit: int, column: float) -> list[dict[AssetId, float]]:
    """Return the rows of a layer: every n-th card, so that neighbours stay close together."""
    count = max(1, ceil(len(layer) / limit))
    return [
        _spread(layer[first::count], first % 2 / 2 if count > 1 else 0, column)
        for first in range(count)
    ]


def _spread(row: Sequence[AssetId], shift: float, column: float) -> dict[AssetId, float]:
    left = shift - (len(row) - 1) / 2
    return {key: (left + index) * column for index, key in enumerate(row)}


def _align(
    landscape: Landscape,
    rows: Sequence[Mapping[AssetId, float]],
    xs: dict[AssetId, float],
    column: float,
) -> None:
    neighbours: dict[AssetId, list[AssetId]] = {key: [] for key in xs}
    for dependency in landscape.dependencies.values():
        neighbours[dependency.source].append(dependency.target)
        neighbours[dependency.target].append(dependency.source)
    for sequence in (rows, rows[::-1], rows):
        for row in sequence:
            keys = list(row)
            wishes = [_mean([xs[other] for other in neighbours[key]], xs[key]) for key in keys]
            xs.update(zip(keys, apart(wishes, column), strict=True))


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
