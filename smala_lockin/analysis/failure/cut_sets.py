"""Minimal cut sets: what has to fail together to stop a process (semantics, section 3).

minimal_cut_sets(landscape, "invoicing") -> CutSets
CutSetSearch.of(landscape).of_process("invoicing")   # for several processes of one map
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice, product

from smala_lockin.analysis.failure.bits import bits_of
from smala_lockin.analysis.failure.cut_set_search import Found, pairs_and_triples
from smala_lockin.analysis.failure.group_network import Closures, GroupNetwork
from smala_lockin.analysis.failure.larger_sets import any_larger
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape

MAX_ORDER = 3
"""The largest sets that are looked for."""

MOST = 10_000
"""How many sets are listed; of more the smallest, and those without other processes first."""


class LeftOut(StrEnum):
    """Why there are cut sets that are not listed."""

    LARGER = "larger"
    """Sets above the order asked for exist, or may: the look for one has its limit."""
    MANY = "many"
    """There are more than are listed."""
    SEARCH = "search"
    """The search for sets of three was given up: the map has too many groups."""


class NotAProcess(LockinError, ValueError):
    """Cut sets were asked for something else than a process; `is_known` if it is on the map."""

    def __init__(self, id: str, *, is_known: bool) -> None:
        super().__init__(f"not a process: {id}")
        self.id, self.is_known = id, is_known


@dataclass(frozen=True, slots=True, kw_only=True)
class CutSets:
    """The smallest sets of assets whose joint failure stops a process.

    A set is minimal when no proper subset of it stops the process as well; its order is its
    size. The process itself is in none, other processes may be. `sets` are sorted by order, then
    by ids; `count` is how many there are up to `order`, listed or not; `left_out` says why there
    are others, if there are.
    """

    process: AssetId
    order: int
    sets: tuple[tuple[AssetId, ...], ...]
    count: int
    left_out: tuple[LeftOut, ...]

    @property
    def capped(self) -> bool:
        """Whether there are, or may be, minimal cut sets that are not listed."""
        return bool(self.left_out)


def minimal_cut_sets(
    landscape: Landscape | Structure, process: AssetId | str, *, max_order: int = MAX_ORDER
) -> CutSets:
    """Return the minimal cut sets of a process, or of what stands in for one, up to an order.

    Raises `NotAProcess` for anything else.
    """
    return CutSetSearch.of(landscape).of_process(process, max_order=max_order)


@dataclass(frozen=True, slots=True, eq=False)
class CutSetSearch:
    """A map made ready for finding the cut sets of its processes."""

    closures: Closures

    @classmethod
    def of(cls, landscape: Landscape | Structure) -> "CutSetSearch":
        """Return the search of a map."""
        return cls(Closures.of(Structure.of(landscape)))

    def of_process(self, process: AssetId | str, *, max_order: int = MAX_ORDER) -> CutSets:
        """Return the minimal cut sets of a process up to an order of 1 to 3.

        Raises `NotAProcess` for what is none and stands in for none.
        """
        structure = self.closures.structure
        top = structure.index.get(AssetId(process))
        if top is None or top not in structure.processes:
            raise NotAProcess(process, is_known=top is not None)
        network = GroupNetwork.of(self.closures, top)
        found = pairs_and_triples(network, max_order)
        listing = _Listing(structure, network, bits_of(self.closures.alone[top] & ~(1 << top)))
        count = listing.count(found)
        reasons = {
            LeftOut.LARGER: any_larger(network, found),
            LeftOut.MANY: count > MOST,
            LeftOut.SEARCH: found.given_up,
        }
        return CutSets(
            process=AssetId(process),
            order=max_order,
            sets=tuple(sorted(islice(listing.sets(found), MOST), key=lambda one: (len(one), one))),
            count=count,
            left_out=tuple(reason for reason, applies in reasons.items() if applies),
        )


class _Listing:
    """Cut sets spelled out: each class of a found set stands for any one of its assets."""

    def __init__(self, structure: Structure, network: GroupNetwork, single: Sequence[int]) -> None:
        self._ids, self._processes = structure.ids, frozenset(structure.processes)
        self._single, self._twins = single, network.twins
        self._of_size: dict[int, int] = {}
        for number, twins in enumerate(network.twins):
            self._of_size[len(twins)] = self._of_size.get(len(twins), 0) | 1 << number

    def count(self, found: Found) -> int:
        """Return how many sets there are."""
        sizes = [len(twins) for twins in self._twins]
        pairs = sum(sizes[x] * self._assets(others) for x, others in found.pairs)
        triples = sum(sizes[x] * sizes[y] * self._assets(others) for x, y, others in found.triples)
        return len(self._single) + pairs + triples

    def sets(self, found: Found) -> Iterator[tuple[AssetId, ...]]:
        """Yield all sets, the smallest first, of a size those without another process first."""
        pairs = [(x, y) for x, others in found.pairs for y in bits_of(others)]
        triples = [(x, y, z) for x, y, others in found.triples for z in bits_of(others)]
        for classes in ([(self._single,)], self._spelled(pairs), self._spelled(triples)):
            for with_process in (False, True):
                for assets in chain.from_iterable(product(*one) for one in classes):
                    if self._processes.isdisjoint(assets) != with_process:
                        yield tuple(sorted(self._ids[asset] for asset in assets))

    def _spelled(self, sets: Iterable[tuple[int, ...]]) -> list[tuple[Sequence[int], ...]]:
        return [tuple(self._twins[one] for one in classes) for classes in sets]

    def _assets(self, classes: int) -> int:
        return sum(
            size * (classes & of_size).bit_count() for size, of_size in self._of_size.items()
        )
