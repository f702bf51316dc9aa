"""Witness paths: by what way the law of a country gets to an asset (semantics, section 5).

One walk back from a country finds a shortest way from every asset that its law reaches.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.domain.assets import AssetId


class Through(StrEnum):
    """How a law gets from one asset of a witness path to the next, or to the country."""

    DATA = "data"
    CONTROL = "control"
    INVESTOR = "investor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One asset on the way of a law, and how it was got to from the asset before it."""

    asset: AssetId
    through: Through


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """A shortest way from each asset to one country, assets being numbers.

    A way goes along data first, then from a supplier up to those who control it: who controls a
    supplier does not pass its data on.
    """

    structure: Structure
    onward: Mapping[int, int]
    """Where the data of an asset goes next; itself where control decides, or it is there."""
    upward: Mapping[int, tuple[int, Through]]
    """Who controls a supplier next on the way; absent where it is there."""

    def steps(self, start: int) -> tuple[Step, ...]:
        """Return the way from an asset, which comes first; empty where there is none."""
        return tuple(self._steps(start)) if start in self.onward else ()

    def _steps(self, start: int) -> Iterator[Step]:
        ids, here = self.structure.ids, start
        yield Step(asset=ids[here], through=Through.DATA)
        while self.onward[here] != here:
            here = self.onward[here]
            yield Step(asset=ids[here], through=Through.DATA)
        while here in self.upward:
            here, through = self.upward[here]
            yield Step(asset=ids[here], through=through)


def ways(
    structure: Structure,
    there: Sequence[int],
    received: Sequence[Sequence[int]],
    *,
    investors: bool,
) -> Ways:
    """Return the ways to the assets that are `there`, in a country.

    `received[a]` are those whose data goes to a. Without `investors` funds lead nowhere.
    """
    far, upward = _controlled(structure, there, investors=investors)
    return Ways(structure=structure, onward=_received(far, received), upward=upward)


def _controlled(
    structure: Structure, there: Sequence[int], *, investors: bool
) -> tuple[dict[int, int], dict[int, tuple[int, Through]]]:
    """Return how many steps of control lead there from each supplier, and the next of them."""
    far = dict.fromkeys(there, 0)
    upward: dict[int, tuple[int, Through]] = {}
    below = [(structure.controlled, Through.CONTROL)]
    if investors:
        below.append((structure.funded, Through.INVESTOR))
    walk = list(far)
    for one in walk:  # grows while it is walked: breadth first
        for controlled, through in below:
            for other in controlled[one]:
                if other not in far:
                    far[other] = far[one] + 1
                    upward[other] = one, through
                    walk.append(other)
    return far, upward


def _received(far: Mapping[int, int], received: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return where data goes next from each asset on a shortest way, nearest assets first."""
    begin: dict[int, list[int]] = {}
    for one, steps in far.items():
        begin.setdefault(steps, []).append(one)
    onward: dict[int, int] = {}
    edge: list[tuple[int, int]] = []
    steps = 0
    while edge or any(more >= steps for more in begin):
        edge += [(one, one) for one in begin.get(steps, ())]
        beyond = []
        for one, target in edge:
            if one not in onward:
                onward[one] = target
                beyond += [(source, one) for source in received[one]]
        edge = beyond
        steps += 1
    return onward
