"""Which cards stand on which level: processes on top, suppliers at the bottom."""

from collections.abc import Iterable, Mapping

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape

Layers = list[list[AssetId]]
Links = dict[AssetId, list[AssetId]]


def layers(landscape: Landscape) -> Layers:
    """Return connected assets and all processes in layers; every arrow points to a lower one.

    A layer is as high as what needs its assets allows (longest path). Arrows that close a cycle
    do not count. Nothing but a process stands on the top layer where there are processes, what
    nothing needs stands just above what it needs, and suppliers stand below all else unless they
    need something else themselves.
    """
    below = without_cycles(landscape)
    order = _topological(below)
    suppliers = _suppliers_at_the_bottom(landscape, order, below)
    levels = _longest_paths(landscape, order, below, suppliers)
    _sink_loose_ends(landscape, levels, below, suppliers)
    found = _by_level(levels, order)
    alone = [key for key in _alone(landscape) if _is_process(landscape, key)]
    if alone and found and all(_is_process(landscape, key) for key in found[0]):
        return [[*found[0], *alone], *found[1:]]
    return [alone, *found] if alone else found


def unconnected(landscape: Landscape) -> list[AssetId]:
    """Return the assets but processes without any dependency, in the order of the map."""
    return [key for key in _alone(landscape) if not _is_process(landscape, key)]


def _alone(landscape: Landscape) -> list[AssetId]:
    return [
        key for key in landscape.assets if not landscape.needs[key] and not landscape.needed_by[key]
    ]


def _is_process(landscape: Landscape, key: AssetId) -> bool:
    return landscape.assets[key].kind is AssetKind.PROCESS


def without_cycles(landscape: Landscape) -> Links:
    """Return what each connected asset needs, less the arrows that lead back up a cycle.

    Walks begin at processes, then at what nothing needs, so that these keep their place on top.
    """
    kept: dict[AssetId, list[AssetId]] = {}
    finished: set[AssetId] = set()
    for start in _starts(landscape):
        if start in kept:
            continue
        kept[start] = []
        path, on_path = [(start, iter(_targets(landscape, start)))], {start}
        while path:
            here, targets = path[-1]
            target = next(targets, None)
            if target is None:
                path.pop()
                on_path.discard(here)
                finished.add(here)
            elif target not in on_path:
                kept[here].append(target)
                if target not in finished:
                    kept[target] = []
                    on_path.add(target)
                    path.append((target, iter(_targets(landscape, target))))
    return kept


def _starts(landscape: Landscape) -> list[AssetId]:
    def rank(key: AssetId) -> int:
        if landscape.assets[key].kind is AssetKind.PROCESS:
            return 0 if not landscape.needed_by[key] else 1
        return 2 if not landscape.needed_by[key] else 3

    loose = set(_alone(landscape))
    return sorted((key for key in landscape.assets if key not in loose), key=rank)


def _targets(landscape: Landscape, key: AssetId) -> Iterable[AssetId]:
    return dict.fromkeys(dependency.target for dependency in landscape.needs[key])


def _topological(below: Links) -> list[AssetId]:
    """Return every asset before what it needs; assets close together stay close together."""
    above_count = dict.fromkeys(below, 0)
    for targets in below.values():
        for target in targets:
            above_count[target] += 1
    ready = [key for key in reversed(below) if not above_count[key]]
    order = []
    while ready:
        here = ready.pop()
        order.append(here)
        for target in reversed(below[here]):
            above_count[target] -= 1
            if not above_count[target]:
                ready.append(target)
    return order


def _suppliers_at_the_bottom(
    landscape: Landscape, order: list[AssetId], below: Links
) -> frozenset[AssetId]:
    found: set[AssetId] = set()
    for key in reversed(order):
        is_supplier = landscape.assets[key].kind is AssetKind.SUPPLIER
        if is_supplier and all(target in found for target in below[key]):
            found.add(key)
    return frozenset(found)


def _longest_paths(
    landscape: Landscape, order: list[AssetId], below: Links, suppliers: frozenset[AssetId]
) -> dict[AssetId, int]:
    kinds = {key: landscape.assets[key].kind for key in order}
    second = 1 if AssetKind.PROCESS in kinds.values() else 0
    levels = {
        key: 0 if kind is AssetKind.PROCESS or key in suppliers else second
        for key, kind in kinds.items()
    }
    others = [key for key in order if key not in suppliers]
    _push_down(levels, others, below)
    bottom = max((levels[key] for key in others), default=-1) + 1
    levels.update(dict.fromkeys(suppliers, bottom))
    _push_down(levels, [key for key in order if key in suppliers], below)
    return levels


def _push_down(levels: dict[AssetId, int], order: Iterable[AssetId], below: Links) -> None:
    for key in order:
        for target in below[key]:
            levels[target] = max(levels[target], levels[key] + 1)


def _sink_loose_ends(
    landscape: Landscape, levels: dict[AssetId, int], below: Links, suppliers: frozenset[AssetId]
) -> None:
    needed = {target for targets in below.values() for target in targets}
    for key, targets in below.items():
        is_process = landscape.assets[key].kind is AssetKind.PROCESS
        if key not in needed and not is_process and key not in suppliers:
            levels[key] = max(levels[key], min(levels[target] for target in targets) - 1)


def _by_level(levels: Mapping[AssetId, int], order: Iterable[AssetId]) -> Layers:
    found: dict[int, list[AssetId]] = {}
    for key in order:
        found.setdefault(levels[key], []).append(key)
    return [found[level] for level in sorted(found)]
