"""What assets need, in whole numbers: alone, and in groups with something to spare."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from smala_lockin.domain.dependencies import GroupId


class Group(NamedTuple):
    """A redundancy group with something to spare: of its members `needed` < n must hold."""

    id: GroupId
    owner: int
    needed: int
    spare: int
    """How many members may fail before the group does: n - k."""
    members: tuple[int, ...]
    buffers: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Needs:
    """All dependencies of one need (vital, or degrading), by owner.

    `alone[a]` are the targets of which each one must hold: dependencies outside any group, and
    those of groups that need all their members, which is the same thing. `buffers` (hours) run
    alongside. `groups[a]` are those with something to spare.
    """

    alone: list[list[int]]
    buffers: list[list[float]]
    groups: dict[int, list[Group]]

    @cached_property
    def legs(self) -> list[tuple[tuple[int, float], ...]]:
        """`alone` and `buffers` in pairs."""
        return [*map(tuple, map(zip, self.alone, self.buffers))]

    @cached_property
    def alone_by(self) -> list[list[int]]:
        """For each asset those that need it alone."""
        found: list[list[int]] = [[] for _ in self.alone]
        for owner, targets in enumerate(self.alone):
            for target in targets:
                found[target].append(owner)
        return found

    @cached_property
    def groups_by(self) -> dict[int, list[Group]]:
        """For each asset the groups of which it is a member."""
        found: dict[int, list[Group]] = {}
        for groups in self.groups.values():
            for group in groups:
                for member in group.members:
                    found.setdefault(member, []).append(group)
        return found
