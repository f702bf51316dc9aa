"""When things stop and come back after one simulated failure (semantics, section 2).

stop_and_return_times(structure, hours) -> (list[float], list[float])
"""

from collections.abc import Iterable, Mapping, Sequence
from math import inf

from smala_lockin.analysis.failure.needs import Group
from smala_lockin.analysis.failure.structure import Structure


def stop_and_return_times(
    structure: Structure, hours: Mapping[int, float]
) -> tuple[list[float], list[float]]:
    """Return T and R of every asset, in hours; `hours` is how long each seed stays away.

    T is 0 for a seed, else the minimum over vital groups of the (n-k+1)-th smallest of T(member)
    + buffer: infinite for what does not fail. R is the largest of a seed's own duration and, over
    vital groups, the k-th smallest R(member), what never failed counting 0. Around a cycle nothing
    stops or stays away but for a cause outside it: T comes down from infinity and R goes up from
    0, where they stay for what holds.
    """
    stops, returns = [inf] * len(structure.ids), [0.0] * len(structure.ids)
    for seed, duration in hours.items():
        stops[seed], returns[seed] = 0.0, duration
    legs, groups = structure.vital.legs, structure.vital.groups
    for component in structure.order:
        moving = True
        while moving:
            moving = False
            for asset in component:
                first, last = stops[asset], returns[asset]
                for target, buffer in legs[asset]:
                    if (stop := stops[target] + buffer) < first:
                        first = stop
                    if (back := returns[target]) > last:
                        last = back
                if asset in groups:
                    first, last = _with_groups(groups[asset], stops, returns, first, last)
                if first < stops[asset] or last > returns[asset]:
                    stops[asset], returns[asset] = first, last
                    moving = len(component) > 1
    return stops, returns


def _with_groups(
    groups: Iterable[Group],
    stops: Sequence[float],
    returns: Sequence[float],
    first: float,
    last: float,
) -> tuple[float, float]:
    """Return T and R of an owner, who has `first` and `last` without these groups."""
    for group in groups:
        pairs = zip(group.members, group.buffers, strict=True)
        stop = sorted([stops[member] + buffer for member, buffer in pairs])[group.spare]
        if stop < inf:
            back = sorted([returns[member] for member in group.members])[group.needed - 1]
            first, last = min(first, stop), max(last, back)
    return first, last
