"""What fails and what is degraded (semantics, section 2), for one set of seeds.

failed(structure, seeds) -> set[int]
degraded(structure, seeds, failed) -> set[int]
"""

from collections.abc import Iterable

from smala_lockin.analysis.structure import Group, Needs, Structure


def failed(structure: Structure, seeds: Iterable[int]) -> set[int]:
    """Return what fails when the seeds are down.

    An asset fails if it is a seed, or a vital group of it has fewer than k members that do not:
    the least fixed point, found by adding what must follow.
    """
    return _fallen(seeds, (structure.vital,))


def degraded(structure: Structure, seeds: Iterable[int], failed: set[int]) -> set[int]:
    """Return what works badly: the same over vital and degrading groups, less what fails.

    `failed` is what fails under these seeds.
    """
    # Whatever fails also falls here, so that the walk may begin from all of it.
    return _fallen(failed.union(seeds), (structure.vital, structure.degrading)) - failed


def _fallen(seeds: Iterable[int], needs: tuple[Needs, ...]) -> set[int]:
    fallen = set(seeds)
    waiting = list(fallen)
    spare: dict[Group, int] = {}
    while waiting:
        asset = waiting.pop()
        for need in needs:
            for owner in need.alone_by[asset]:
                if owner not in fallen:
                    fallen.add(owner)
                    waiting.append(owner)
            for group in need.groups_by.get(asset, ()):
                left = spare[group] = spare.get(group, group.spare) - 1
                if left < 0 and group.owner not in fallen:
                    fallen.add(group.owner)
                    waiting.append(group.owner)
    return fallen
