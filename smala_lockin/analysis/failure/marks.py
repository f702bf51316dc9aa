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
from smala_lockin.domain.dependencies import Dependency
from smala_lockin.domain.kinds import Need
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
        if past and _is_same(past, structure, seeds):
            return cls(structure, seeds, past.bits, past.marks, past.whole)
        marks: dict[K, object] = {key: object() for key in seeds}
        found = cls(structure, seeds, failing(structure, seeds.values()), marks, object())
        if past:
            marks.update(_kept(past, found))
        return found

    def failing_any(self, assets: Iterable[AssetId]) -> set[K]:
        """Return the sets that fail any of these assets, as far as they are on the map."""
        index, bits = self.structure.index, 0
        for one in assets:
            if one in index:
                bits |= self.bits[index[one]]
        keys = list(self.seeds)
        return {keys[number] for number in bits_of(bits)}


def _is_same(past: Marked[K], structure: Structure, seeds: Mapping[K, Collection[int]]) -> bool:
    """Whether all dependencies, groups and seeds are as before, and so are the numbers."""
    before, after = past.structure.landscape, structure.landscape
    return (
        past.structure.ids == structure.ids
        and before.dependencies == after.dependencies
        and before.groups == after.groups
        and list(past.seeds.items()) == list(seeds.items())
    )


def _kept(past: Marked[K], now: Marked[K]) -> Iterator[tuple[K, object]]:
    """Yield the marks that stay."""
    moved = _moved(past.structure.landscape, now.structure.landscape)
    touched = past.failing_any(moved) | now.failing_any(moved)
    index = now.structure.index
    number = [index.get(id, -1) for id in past.structure.ids]
    for key, mark in past.marks.items():
        if key in now.seeds and key not in touched:
            was = {number[one] for one in past.seeds[key]}
            if was == set(now.seeds[key]):
                yield key, mark


def _processes(structure: Structure) -> list[AssetId]:
    return [structure.ids[one] for one in structure.processes_by_id]


def _moved(before: Landscape, after: Landscape) -> set[AssetId]:
    """Return the assets that vitally need something else than before, or otherwise."""
    found = {
        one.source
        for one, other in _differing(before.dependencies, after.dependencies)
        if _of_vital(one) != _of_vital(other)
    }
    found.update(
        one.owner
        for one, other in _differing(before.groups, after.groups)
        if other is None or (one.owner, one.needed) != (other.owner, other.needed)
    )
    return found


def _of_vital(one: Dependency | None) -> tuple[object, ...] | None:
    """Return what of a dependency decides what fails when; None where it is not vital."""
    if one is None or one.need is not Need.VITAL:
        return None
    return one.source, one.target, one.buffer_hours, one.group


def _differing(before: Mapping[I, V], after: Mapping[I, V]) -> Iterator[tuple[V, V | None]]:
    """Yield the values that came, went, or are other, each with what it is on the other map."""
    if before is after:
        return
    for key, value in before.items():
        now = after.get(key)
        if now is not value and now != value:
            yield value, now
            if now is not None:
                yield now, value
    for key in after.keys() - before.keys():
        yield after[key], None
