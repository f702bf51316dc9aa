"""When things stop and come back after one simulated failure (semantics, section 2).

stop_and_return_times(structure, hours, failed) -> (list[float], list[float])
"""

from collections.abc import Callable, Mapping
from math import inf

from smala_lockin.analysis.failure.structure import Structure


def stop_and_return_times(
    structure: Structure, hours: Mapping[int, float], failed: set[int]
) -> tuple[list[float], list[float]]:
    """Return T and R of every asset, in hours; `hours` is how long each seed stays away.

    T is 0 for a seed, else the minimum over vital groups of the (n-k+1)-th smallest of T(member)
    + buffer. R is the largest of a seed's own duration and, over vital groups, the k-th smallest
    R(member), what never failed counting 0. Around a cycle nothing stops or stays away but for a
    cause outside it: T comes down from infinity and R goes up from 0, where they stay for what
    holds.
    """
    stops, returns = [inf] * len(structure.ids), [0.0] * len(structure.ids)
    for seed, duration in hours.items():
        stops[seed], returns[seed] = 0.0, duration
    moves = _mover(structure, stops, returns)
    for component in structure.order:
        if len(component) == 1:
            if component[0] in failed:
                moves(component[0])
            continue
        waiting = [asset for asset in component if asset in failed]
        while sum(map(moves, waiting)):  # not any(): each must have its turn
            pass
    return stops, returns


def _mover(structure: Structure, stops: list[float], returns: list[float]) -> Callable[[int], bool]:
    """Return what sets the times of one asset from those of its targets, and says if they moved.

    A seed keeps its T, and what it had of R is never taken back.
    """
    legs, groups = structure.vital.legs, structure.vital.groups

    def moves(asset: int) -> bool:
        first, last = stops[asset], returns[asset]
        for target, buffer in legs[asset]:
            if (stop := stops[target] + buffer) < first:
                first = stop
            if (back := returns[target]) > last:
                last = back
        if asset in groups:
            for group in groups[asset]:
                pairs = zip(group.members, group.buffers, strict=True)
                ended = sorted([stops[member] + buffer for member, buffer in pairs])
                first = min(first, ended[group.spare])
                back = sorted([returns[member] for member in group.members])[group.needed - 1]
                last = max(last, back)
        if first == stops[asset] and last == returns[asset]:
            return False
        stops[asset], returns[asset] = first, last
        return True

    return moves
