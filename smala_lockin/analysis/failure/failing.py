"""What fails and what is degraded (semantics, section 2), for one set of seeds.

failed(structure, seeds) -> set[int]
degraded(structure, failed) -> set[int]
"""

from collections.abc import Iterable

from smala_lockin.analysis.failure.needs import Group, Needs
from smala_lockin.analysis.failure.structure import Structure


def failed(structure: Structure, seeds: Iterable[int]) -> set[int]:
    """Return what fails when the seeds are down.

    An asset fails if it is a seed, or a vital group of it has fewer than k members that do not:
    the least fixed point, found by adding what must follow.
    """
    fallen = set(seeds)
    _spread(fallen, list(fallen), (structure.vital,))
    return fallen


def degraded(structure: Structure, failed: set[int]) -> set[int]:
    """Return what works badly: the same over vital and degrading groups, less what fails.

    `failed` is what fails under the seeds.
    """
    fallen = set(failed)
    # What vitally needs one of these fails with it: only degrading groups lead further at first.
    hurt = _spread_once(fallen, failed, structure.degrading)
    _spread(fallen, hurt, (structure.vital, structure.degrading))
    return fallen - failed


def _spread(fallen: set[int], waiting: list[int], needs: tuple[Needs, ...]) -> None:
    """Add to `fallen` all that falls because of those waiting, which are in it already."""
    while waiting:
        waiting = [one for need in needs for one in _spread_once(fallen, waiting, need)]


def _spread_once(fallen: set[int], causes: Iterable[int], needs: Needs) -> list[int]:
    """Add to `fallen` what falls because of the causes directly, and return it."""
    alone_by, groups_by = needs.alone_by, needs.groups_by
    found: list[int] = []
    for cause in causes:
        for owner in alone_by[cause]:
            if owner not in fallen:
                fallen.add(owner)
                found.append(owner)
        if cause in groups_by:
            for group in groups_by[cause]:
                if group.owner not in fallen and _defeated(group, fallen):
                    fallen.add(group.owner)
                    found.append(group.owner)
    return found


def _defeated(group: Group, fallen: set[int]) -> bool:
    return sum([member in fallen for member in group.members]) > group.spare
