"""What an edit leaves alone of the failures of a map.

    Marked.of(structure, seeds, before) -> what each set of seeds fails, with marks

What fails is the least fixed point of what the failing assets need, and so are the times. An
event that seeds the same assets, and fails none whose vital needs became other, fails the same
assets at the same times as before.
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from smala_lockin.analysis.failure.bits import bits_of
from smala_lockin.analysis.failure.seed_pass import failing
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape

K = TypeVar("K", bound=Hashable)
I = TypeVar("I", bound=str)  # noqa: E741 - an id
V = TypeVar("V")


@dataclass(frozen=True, eq=False)
class Marked(Generic[K]):
    """Some sets of seeds by key, the bits of those that fail each asset, and a mark for each.

    A mark is the same object as before an edit where the set fails the same processes in the
    same way: at the same times, and back at the same times where its seeds are.
    """

    structure: Structure
    seeds: Mapping[K, Collection[int]]
    bits: list[int]
    marks: dict[K, object]
    whole: object
    """A mark of all: the same where an edit left alone who needs whom, and all seeds."""

    @classmethod
    def of(
        cls,
        structure: Structure,
        seeds: Mapping[K, Collection[int]],
        before: "Marked[K] | None" = None,
    ) -> "Marked[K]":
        """Return what these sets fail in a map that may be an edit of another."""
        past = before if before and _processes(before.structure) == _processes(structure) else None
        moved = _moved(past.structure.landscape, structure.landscape) if past else set()
        is_renumbered = past is None or past.structure.ids != structure.ids
        if past and not (moved or is_renumbered) and _in_order(past.seeds) == _in_order(seeds):
            return cls(structure, seeds, past.bits, past.marks, past.whole)
        marks: dict[K, object] = {key: object() for key in seeds}
        found = cls(structure, seeds, failing(structure, seeds.values()), marks, object())
        if past:
            touched = past.failing_any(moved) | found.failing_any(moved)
            index = structure.index
            number = [index.get(id, -1) for id in past.structure.ids] if is_renumbered else None
            for key, mark in past.marks.items():
                if key in seeds and key not in touched:
                    was, now = past.seeds[key], seeds[key]
                    if number is not None:
                        was = {number[one] for one in was}
                    if was == now or set(was) == set(now):
                        marks[key] = mark
        return found

    def failing_any(self, assets: Iterable[AssetId]) -> set[K]:
        """Return the sets that fail any of these assets, as far as they are on the map."""
        index, bits = self.structure.index, 0
        for one in assets:
            if one in index:
                bits |= self.bits[index[one]]
        keys = list(self.seeds)
        return {keys[number] for number in bits_of(bits)}


def _in_order(seeds: Mapping[K, Collection[int]]) -> list[tuple[K, Collection[int]]]:
    return list(seeds.items())


def _processes(structure: Structure) -> list[AssetId]:
    return [structure.ids[one] for one in structure.processes_by_id]


def _moved(before: Landscape, after: Landscape) -> set[AssetId]:
    """Return the assets that need something else than before, or otherwise."""
    found = {one.source for one in _differing(before.dependencies, after.dependencies)}
    found.update(one.owner for one in _differing(before.groups, after.groups))
    return found


def _differing(before: Mapping[I, V], after: Mapping[I, V]) -> Iterator[V]:
    """Yield the values that came, went, or are other than before: then both."""
    if before is after:
        return
    for key, value in before.items():
        now = after.get(key)
        if now is not value and now != value:
            yield value
            if now is not None:
                yield now
    for key in after.keys() - before.keys():
        yield after[key]
