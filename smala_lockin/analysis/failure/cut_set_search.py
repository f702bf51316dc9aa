"""The search for cut sets of two and three, as classes of a group network.

Pairs are tried together: a number has a bit for each of them, and one walk over the groups says
which fail the top. For sets of three the walk is done again with each class down beforehand, over
the groups that this touches.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

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
    blocks = _blocks(count) if max_order > 1 else []
    pairs = [row for block in blocks for row in block.rows(_Walk(network, block).top)]
    two = Found(pairs=pairs, triples=(), given_up=False)
    if max_order < 3:
        return two
    partners = two.partners(count)
    triples: list[tuple[int, int, int]] = []
    work = 0
    for walk in (_Walk(network, block) for block in blocks):
        for x in range(walk.block.firsts.stop - 1):
            if work + walk.work > MOST_WORK:
                return Found(pairs=pairs, triples=sorted(triples), given_up=True)
            triples += _triples(walk, x, partners)
        work += walk.work
    return Found(pairs=pairs, triples=sorted(triples), given_up=False)


def _triples(walk: "_Walk", x: int, partners: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the sets of x and a pair of classes above it that hold no smaller set."""
    for y, others in walk.block.rows(walk.top_without(x)):
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

    def with_any(self, classes: int) -> int:
        """Return the pairs in which one of these classes is."""
        runs, start = [], 0
        for y, end in zip(self.firsts, self.ends, strict=True):
            others = (1 << self.count - 1 - y) - 1 if classes >> y & 1 else classes >> (y + 1)
            runs.append(others.to_bytes(end - start, "little"))
            start = end
        return int.from_bytes(b"".join(runs), "little")

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
    """Which pairs of a block defeat each group of a network, by themselves and with one more."""

    def __init__(self, network: GroupNetwork, block: _Block) -> None:
        self.network, self.block = network, block
        self.work = 0
        self._own = [block.with_any(classes) for classes in network.own]
        self._base = [0] * len(network.members)
        network.settle(self._base, self._own, network.order)
        self.top = network.topped(self._base)

    def top_without(self, x: int) -> int:
        """Return the pairs that fail the top if class x is down already, and do not by themselves.

        Every class is known to fail a member.
        """
        network, base = self.network, self._base
        values, own, waiting = list(base), list(self._own), set()
        for member in network.hit[x]:
            own[member] = (1 << 8 * self.block.ends[-1]) - 1
            waiting.update(network.places_of[member])
        for place, component in enumerate(network.order):
            if place in waiting:
                network.settle(values, own, (component,))
                self.work += self.block.ends[-1] * len(component)
                for group in component:
                    if values[group] != base[group]:
                        waiting.update(network.places_above[group])
        return network.topped(values) & ~self.top
