"""When things stop and come back after one simulated failure (semantics, section 2).

stop_times(structure, seeds, failed) -> dict[int, float]
return_times(structure, hours, failed) -> dict[int, float]
"""

from collections.abc import Collection, Mapping
from math import inf

from smala_lockin.analysis.structure import Structure


def stop_times(structure: Structure, seeds: Collection[int], failed: set[int]) -> dict[int, float]:
    """Return T of what fails, in hours: 0 for a seed.

    Else the minimum over vital groups of the (n-k+1)-th smallest of T(member) + buffer. Around
    a cycle nothing stops but for a cause outside it: values come down from infinity.
    """
    vital = structure.vital
    times = dict.fromkeys(failed, inf)
    times.update(dict.fromkeys(seeds, 0.0))
    get = times.get

    def stop_time(asset: int) -> float:
        best = inf
        for target, buffer in zip(vital.alone[asset], vital.buffers[asset], strict=True):
            if target in times:
                best = min(best, times[target] + buffer)
        for group in vital.groups.get(asset, ()):
            stops = sorted(
                get(member, inf) + buffer
                for member, buffer in zip(group.members, group.buffers, strict=True)
            )
            best = min(best, stops[group.spare])
        return best

    for component in structure.order:
        waiting = [one for one in component if one in failed and one not in seeds]
        changed = bool(waiting)
        while changed:
            changed = False
            for asset in waiting:
                time = stop_time(asset)
                if time != times[asset]:
                    times[asset] = time
                    changed = len(waiting) > 1
    return times


def return_times(
    structure: Structure, hours: Mapping[int, float], failed: set[int]
) -> dict[int, float]:
    """Return R of what fails, in hours; `hours` is how long each seed stays away.

    The largest of a seed's own duration and, over vital groups, the k-th smallest R(member),
    what never failed counting 0. Around a cycle values go up from 0.
    """
    vital = structure.vital
    times = dict.fromkeys(failed, 0.0)
    times.update(hours)
    get = times.get

    def return_time(asset: int) -> float:
        latest = hours.get(asset, 0.0)
        for target in vital.alone[asset]:
            if target in times:
                latest = max(latest, times[target])
        for group in vital.groups.get(asset, ()):
            latest = max(latest, sorted(get(one, 0.0) for one in group.members)[group.needed - 1])
        return latest

    for component in structure.order:
        waiting = [one for one in component if one in failed]
        changed = bool(waiting)
        while changed:
            changed = False
            for asset in waiting:
                time = return_time(asset)
                if time != times[asset]:
                    times[asset] = time
                    changed = len(waiting) > 1
    return times
