"""Arrays over many events at a time, for each asset, made from those of what it needs (numpy).

The walk that stop and return times share: what is needed comes first, and what needs each other
is gone over until nothing moves.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.event_pass import failing
from smala_lockin.analysis.structure import Structure

Hours = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Failures:
    """Some events: the assets down at the beginning of each, and for each asset which fail it.

    Of `bits` those in `mask` count.
    """

    structure: Structure
    seeds: Sequence[Collection[int]]
    bits: list[int]
    mask: int

    @classmethod
    def of(cls, structure: Structure, seeds: Sequence[Collection[int]]) -> "Failures":
        """Return what fails when each of these sets of seeds is down by itself."""
        return cls(structure, seeds, failing(structure, seeds), (1 << len(seeds)) - 1)

    def seeded(self) -> dict[int, list[int]]:
        """Return for each seed the places of the events whose seed it is."""
        found: dict[int, list[int]] = {}
        for place, assets in enumerate(self.seeds):
            for asset in assets:
                found.setdefault(asset, []).append(place)
        return found

    def settle(self, rows: list[Hours | None], row: Callable[[int], Hours]) -> None:
        """Set the rows of all that fails and can stop a process, each from those it needs.

        Around a cycle values must move one way only.
        """
        structure = self.structure
        bits, mask, behind = self.bits, self.mask, structure.behind_processes
        for component in structure.order:
            reached = [asset for asset in component if asset in behind and bits[asset] & mask]
            if len(component) == 1:
                for asset in reached:
                    rows[asset] = row(asset)
            elif reached:
                self._settle_cycle(reached, rows, row)

    def _settle_cycle(
        self, members: list[int], rows: list[Hours | None], row: Callable[[int], Hours]
    ) -> None:
        vital = self.structure.vital
        waiting = dict.fromkeys(members)
        while waiting:
            again: dict[int, None] = {}
            for asset in members:
                if asset not in waiting:
                    continue
                before, after = rows[asset], row(asset)
                if before is None or not np.array_equal(before, after):
                    rows[asset] = after
                    again.update(dict.fromkeys(vital.alone_by[asset]))
                    again.update((group.owner, None) for group in vital.groups_by.get(asset, ()))
            waiting = again
