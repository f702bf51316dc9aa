"""Whether there are cut sets beyond those that were found."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from smala_lockin.analysis.failure.bits import bits_of
from smala_lockin.analysis.failure.cut_set_search import Found
from smala_lockin.analysis.failure.group_network import GroupNetwork

MOST_STEPS = 20_000
"""How many beginnings of a larger set are looked at before one is taken for granted."""

_Todo = tuple["_Task", "_Todo"] | None


class _Task(NamedTuple):
    """A member that is to fail, not by any of the groups that it is to defeat (as bits)."""

    member: int
    above: int


class _Beginning(NamedTuple):
    """Classes chosen so far, those that would complete a set that was found, what is to do."""

    chosen: int
    forbidden: int
    todo: _Todo


def any_larger(network: GroupNetwork, found: Found) -> bool:
    """Return whether some classes fail the top without holding any of the sets found.

    Sets are built from the top down: to defeat a group more members must fail than it can spare,
    each by a class or by a group below it. Where that is long, the answer is yes: there may be.
    """
    thirds = _Thirds(network, found)
    beginnings = [
        _Beginning(0, 0, todo) for group in network.tops for todo in _defeats(network, group, 0)
    ]
    for _step in range(MOST_STEPS):
        if not beginnings:
            return False
        chosen, forbidden, todo = beginnings.pop()
        if todo is None:
            return True
        (member, above), rest = todo
        if network.own[member] & chosen:
            beginnings.append(_Beginning(chosen, forbidden, rest))
            continue
        for group in network.below[member]:
            if not above >> group & 1:
                more = _defeats(network, group, above, rest)
                beginnings += [_Beginning(chosen, forbidden, one) for one in more]
        for twin in bits_of(network.own[member] & ~forbidden):
            completed = forbidden | thirds.completing(twin, chosen)
            beginnings.append(_Beginning(chosen | 1 << twin, completed, rest))
    return True


def _defeats(network: GroupNetwork, group: int, above: int, rest: _Todo = None) -> Iterator[_Todo]:
    """Yield what is to do to defeat a group, in each of the ways, before the rest."""
    for members in combinations(network.members[group], network.spare[group] + 1):
        todo = rest
        for member in members:
            todo = (_Task(member, above | 1 << group), todo)
        yield todo


class _Thirds:
    """Which classes complete a set that was found."""

    def __init__(self, network: GroupNetwork, found: Found) -> None:
        self._partners = found.partners(len(network.twins))
        self._thirds: dict[tuple[int, int], int] = {}
        for x, y, others in found.triples:
            self._put(x, y, others)
            for z in bits_of(others):
                self._put(x, z, 1 << y)
                self._put(y, z, 1 << x)

    def _put(self, x: int, y: int, others: int) -> None:
        self._thirds[x, y] = self._thirds.get((x, y), 0) | others

    def completing(self, twin: int, chosen: int) -> int:
        """Return the classes that with one more class, and those chosen, are a set found."""
        found = self._partners[twin]
        for one in bits_of(chosen):
            found |= self._thirds.get((min(one, twin), max(one, twin)), 0)
        return found
