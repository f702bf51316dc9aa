"""The redundancy groups that stand between an asset and its failure, with all else left out.

    closures = Closures.of(structure)
    GroupNetwork.of(closures, top)

Where no group is in the way a failure passes straight through, so that an asset fails if one of
those that alone fail it is down, or a group below it is defeated. What is left of a map is its
groups, each member of which knows the first and the second; that is enough to fail the top.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from smala_lockin.analysis.failure.bits import at_least, bits_of
from smala_lockin.analysis.failure.components import components
from smala_lockin.analysis.failure.needs import Group
from smala_lockin.analysis.failure.seed_pass import failing
from smala_lockin.analysis.failure.structure import Structure


@dataclass(frozen=True, slots=True, eq=False)
class Closures:
    """For each asset, as bits: which assets alone fail it, and the groups straight below it.

    A group is straight below an asset if its owner's failure fails that through no other group.
    """

    structure: Structure
    groups: Sequence[Group]
    alone: Sequence[int]
    below: Sequence[int]

    @classmethod
    def of(cls, structure: Structure) -> "Closures":
        """Return what alone fails each asset of a map."""
        groups = [one for owned in structure.vital.groups.values() for one in owned]
        owners = [(one.owner,) for one in groups]
        return cls(
            structure=structure,
            groups=groups,
            alone=failing(structure, [(asset,) for asset in range(len(structure.ids))]),
            below=failing(structure, owners, redundant=False),
        )


@dataclass(frozen=True, eq=False)
class GroupNetwork:
    """The groups that can fail a top, and who fails their members.

    `twins` are classes of assets that alone fail the same members and not the top: any of a class
    does. `own[m]` are, as bits, the classes that fail member m alone, `below[m]` the groups that
    do when defeated, `members[g]` and `spare[g]` what a group consists of. `order` has the groups
    in components of mutual need, the needed first; `tops` are those straight below the top.
    """

    twins: Sequence[tuple[int, ...]]
    own: Sequence[int]
    below: Sequence[tuple[int, ...]]
    members: Sequence[tuple[int, ...]]
    spare: Sequence[int]
    order: Sequence[Sequence[int]]
    tops: Sequence[int]

    @classmethod
    def of(cls, closures: Closures, top: int) -> "GroupNetwork":
        """Return what a top's failure comes down to."""
        groups, place = _reached(closures, top)
        members = list(dict.fromkeys(member for group in groups for member in group.members))
        number = {member: at for at, member in enumerate(members)}
        twins, own = _twins(closures, members, closures.alone[top] | 1 << top)
        below = [_places(closures.below[member], place) for member in members]
        inside = [tuple(number[member] for member in group.members) for group in groups]
        needs = [[one for member in group for one in below[member]] for group in inside]
        return cls(
            twins=twins,
            own=own,
            below=below,
            members=inside,
            spare=[group.spare for group in groups],
            order=components(needs),
            tops=_places(closures.below[top], place),
        )

    def settle(self, values: list[int], own: Sequence[int], among: Iterable[Sequence[int]]) -> None:
        """Set, for these components of groups, the bit sets that defeat each of them.

        `own` are the bit sets that alone fail each member; around a cycle values only grow.
        """
        for component in among:
            changed = True
            while changed:
                changed = False
                for group in component:
                    found = self.defeating(group, values, own)
                    if found != values[group]:
                        values[group] = found
                        changed = len(component) > 1

    def defeating(self, group: int, values: Sequence[int], own: Sequence[int]) -> int:
        """Return the bit set that defeats a group, by those of its members and what is below."""
        sets = []
        for member in self.members[group]:
            found = own[member]
            for one in self.below[member]:
                found |= values[one]
            sets.append(found)
        return at_least(self.spare[group] + 1, sets)

    def topped(self, values: Sequence[int]) -> int:
        """Return the bit set that fails the top."""
        found = 0
        for group in self.tops:
            found |= values[group]
        return found

    @cached_property
    def hit(self) -> list[list[int]]:
        """For each class the members it fails alone."""
        found: list[list[int]] = [[] for _ in self.twins]
        for member, classes in enumerate(self.own):
            for twin in bits_of(classes):
                found[twin].append(member)
        return found

    @cached_property
    def places_of(self) -> list[set[int]]:
        """For each member the places in `order` of the groups it is in."""
        found: list[set[int]] = [set() for _ in self.own]
        for place, component in enumerate(self.order):
            for group in component:
                for member in self.members[group]:
                    found[member].add(place)
        return found

    @cached_property
    def places_above(self) -> list[set[int]]:
        """For each group the places in `order` of those of which it fails a member."""
        found: list[set[int]] = [set() for _ in self.members]
        for member, groups in enumerate(self.below):
            for group in groups:
                found[group] |= self.places_of[member]
        return found


def _reached(closures: Closures, top: int) -> tuple[list[Group], dict[int, int]]:
    """Return the groups below a top at any depth, and the place of each by its number."""
    waiting = bits_of(closures.below[top])
    place = {number: at for at, number in enumerate(waiting)}
    for number in waiting:  # grows while it is walked
        for member in closures.groups[number].members:
            for lower in bits_of(closures.below[member]):
                if lower not in place:
                    place[lower] = len(waiting)
                    waiting.append(lower)
    return [closures.groups[number] for number in waiting], place


def _places(groups: int, place: dict[int, int]) -> tuple[int, ...]:
    return tuple(place[number] for number in bits_of(groups))


def _twins(
    closures: Closures, members: Sequence[int], excluded: int
) -> tuple[list[tuple[int, ...]], list[int]]:
    """Return the classes of assets that fail the same members, and those that fail each member.

    The assets in `excluded` are left out.
    """
    fails: dict[int, int] = {}
    for at, member in enumerate(members):
        for asset in bits_of(closures.alone[member] & ~excluded):
            fails[asset] = fails.get(asset, 0) | 1 << at
    by_members: dict[int, list[int]] = {}
    for asset in sorted(fails, key=closures.structure.ids.__getitem__):
        by_members.setdefault(fails[asset], []).append(asset)
    own = [0] * len(members)
    for number, failed in enumerate(by_members):
        for at in bits_of(failed):
            own[at] |= 1 << number
    return [tuple(assets) for assets in by_members.values()], own
