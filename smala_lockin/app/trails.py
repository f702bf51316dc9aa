"""Which assets lie on the way: pure functions over who needs whom."""

from collections.abc import Iterable, Iterator, Mapping

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import Dependency
from smala_lockin.domain.landscape import Landscape


def around(landscape: Landscape, assets: Iterable[AssetId]) -> frozenset[AssetId]:
    """Return the assets, all they need and all that needs them, at any depth."""
    chosen = frozenset(assets)
    return _below(landscape, chosen) | _above(landscape, chosen)


def between(
    landscape: Landscape, tops: Iterable[AssetId], bottoms: Iterable[AssetId]
) -> frozenset[AssetId]:
    """Return tops, bottoms and every asset on a way from one of the tops down to a bottom."""
    upper, lower = frozenset(tops), frozenset(bottoms)
    return upper | lower | (_below(landscape, upper) & _above(landscape, lower))


def _below(landscape: Landscape, start: frozenset[AssetId]) -> frozenset[AssetId]:
    return frozenset(_walk(start, landscape.needs, "target"))


def _above(landscape: Landscape, start: frozenset[AssetId]) -> frozenset[AssetId]:
    return frozenset(_walk(start, landscape.needed_by, "source"))


def _walk(
    start: frozenset[AssetId], steps: Mapping[AssetId, tuple[Dependency, ...]], end: str
) -> Iterator[AssetId]:
    seen, waiting = set(start), list(start)
    while waiting:
        here = waiting.pop()
        yield here
        for dependency in steps[here]:
            there: AssetId = getattr(dependency, end)
            if there not in seen:
                seen.add(there)
                waiting.append(there)
