"""The search for cut sets of two and three, as classes of a group network.

Candidates are tried together: a number has a bit for each of them, and one walk over the groups
says which fail the top. With one class more down beforehand the walk is done again, over the
groups that this touches: for sets of two the candidates are single classes, for sets of three
they are pairs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from heapq import heappop, heappush
from operator import or_

from smala_lockin.analysis.failure.bits import bits_of
from smala_lockin.analysis.failure.group_network import GroupNetwork

_RUN_BYTES = 8192
"""How many bytes of pairs are tried together: few enough to stay near the processor."""

MOST_WORK = 200 * 10**9
"""After how many bytes of defeated groups sets of three are given up: about a minute."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The sets of one to three classes that fail the top, no smaller one doing so.

    A set of two is (x, classes y > x as bits), one of three (x, y, classes z > y as bits).
    """

    pairs: Sequence[tuple[int, int]]
    triples: Sequence[tuple[int, int, int]]
    given_up: bool

    def partners(self, count: int) -> list[int]:
        """Return for each of `count` classes, as bits, those it makes a pair with."""
        found = [0] * count
        for x, others in self.pairs:
            found[x] |= others
            for y in bits_of(others):
                found[y] |= 1 << x
        return found


def pairs_and_triples(network: GroupNetwork, max_order: int) -> Found:
    """Return the minimal sets of two and three classes, as far as `max_order` asks for them."""
    count = len(network.twins)
    pairs = list(_pairs(network)) if max_order > 1 else []
    two = Found(pairs=pairs, triples=(), given_up=False)
    if max_order < 3:
        return two
    partners = two.partners(count)
    triples: list[tuple[int, int, int]] = []
    work = 0
    for block in _blocks(count):
        walk = _Walk(network, block.masks())
        for x in range(block.firsts.stop - 1):
            if work + walk.work > MOST_WORK:
                return Found(pairs=pairs, triples=sorted(triples), given_up=True)
            triples += _triples(walk, block, x, partners)
        work += walk.work
    return Found(pairs=pairs, triples=sorted(triples), given_up=False)


def _pairs(network: GroupNetwork) -> Iterator[tuple[int, int]]:
    walk = _Walk(network, [1 << one for one in range(len(network.twins))])
    for x in range(len(network.twins)):
        if others := walk.top_without(x) >> x + 1 << x + 1:
            yield x, others


def _triples(
    walk: "_Walk", block: "_Block", x: int, partners: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Yield the sets of x and a pair of classes above it that hold no smaller set."""
    for y, others in block.rows(walk.top_without(x)):
        if y > x and not partners[x] >> y & 1:
            others &= ~(partners[x] | partners[y])
            if others:
                yield x, y, others


@dataclass(frozen=True)
class _Block:
    """Pairs of classes (y, z), y < z < `count`, of some y: a bit for each, a run of bytes for y."""

    firsts: range
    count: int

    @cached_property
    def ends(self) -> list[int]:
        """Where the run of each y ends, in bytes."""
        found, end = [], 0
        for y in self.firsts:
            end += (self.count - 1 - y + 7) // 8
            found.append(end)
        return found

    def masks(self) -> list[int]:
        """Return for each class the pairs in which it is."""
        found, start, column = [], 0, 0
        ends = dict(zip(self.firsts, self.ends, strict=True))
        for one in range(self.count):
            if one not in ends:
                found.append(column)
                column <<= 1  # as second of a pair it is one place on in the run of each first
            else:
                found.append(column | (1 << self.count - 1 - one) - 1 << 8 * start)
                column = column << 1 | 1 << 8 * start
                start = ends[one]
        return found

    def rows(self, pairs: int) -> Iterator[tuple[int, int]]:
        """Yield (y, all z as bits) of some pairs."""
        if not pairs:
            return
        runs, start = pairs.to_bytes(self.ends[-1], "little"), 0
        for y, end in zip(self.firsts, self.ends, strict=True):
            if others := int.from_bytes(runs[start:end], "little"):
                others &= (1 << self.count - 1 - y) - 1  # what fills up the last byte is no class
                yield y, others << (y + 1)
            start = end


def _blocks(count: int) -> list[_Block]:
    size = max(1, _RUN_BYTES * 16 // max(count, 1))
    return [
        _Block(range(start, min(start + size, count - 1)), count)
        for start in range(0, count - 1, size)
    ]


class _Walk:
    """Which candidates defeat each group of a network, by themselves and with one class more.

    `masks` are for each class the candidates in which it is, as bits.
    """

    def __init__(self, network: GroupNetwork, masks: Sequence[int]) -> None:
        self._network = network
        self._own = [reduce(or_, map(masks.__getitem__, bits_of(own)), 0) for own in network.own]
        self._every = reduce(or_, masks, 0)
        self._bytes = (self._every.bit_length() + 7) // 8
        self._values = [0] * len(network.members)
        self.work = 0
        network.settle(self._values, self._own, network.order)
        self._top = network.topped(self._values)

    def top_without(self, x: int) -> int:
        """Return what fails the top if class x is down already, and does not by itself.

        Every class is known to fail a member.
        """
        network, values, own = self._network, self._values, self._own
        kept = [(member, own[member]) for member in network.hit[x]]
        before: dict[int, int] = {}
        seen = set().union(*[network.places_of[member] for member, _own in kept])
        waiting = sorted(seen)  # a heap; what is above a group comes later
        for member, _own in kept:
            own[member] = self._every
        while waiting:
            component = network.order[heappop(waiting)]
            known = [values[group] for group in component]
            network.settle(values, own, (component,))
            self.work += self._bytes * len(component)
            for group, was in zip(component, known, strict=True):
                if values[group] != was:
                    before[group] = was
                    for place in network.places_above[group] - seen:
                        seen.add(place)
                        heappush(waiting, place)
        found = network.topped(values) & ~self._top
        for member, was in kept:
            own[member] = was
        for group, was in before.items():
            values[group] = was
        return found
