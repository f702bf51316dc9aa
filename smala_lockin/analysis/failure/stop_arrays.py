"""When the processes stop, for some events that each fail much of a map (numpy).

    rows_of_processes(structure, seeds, falling) -> for each process T by event

For events that fail little, `event_times` is faster.
"""

from collections.abc import Collection, Container, Sequence

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.failure.needs import Group
from smala_lockin.analysis.failure.stopped_arrays import Floats
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.failure.walking import fill


def rows_of_processes(
    structure: Structure, seeds: Sequence[Collection[int]], falling: Container[int]
) -> list[dict[int, float]]:
    """Return T of every process, sorted by id, in hours by the number of the event.

    Only what is `falling` under some of the events is looked at.
    """
    rows = _Walk(structure, seeds).rows(falling)
    found: list[dict[int, float]] = []
    for process in structure.processes_by_id:
        row = rows[process]
        if row is None:
            found.append({})
        else:
            (events,) = np.isfinite(row).nonzero()
            found.append(dict(zip(events.tolist(), row[events].tolist(), strict=True)))
    return found


class _Walk:
    """The walk from what is needed to what needs it: T by event, or None where no event fails."""

    def __init__(self, structure: Structure, seeds: Sequence[Collection[int]]) -> None:
        self._structure, self._never = structure, np.full(len(seeds), np.inf)
        self._legs, self._groups = structure.vital.legs, structure.vital.groups
        self._rows: list[Floats | None] = [None] * len(structure.ids)
        self._hours = _Hours()
        self._seeded: dict[int, list[int]] = {}
        for event, assets in enumerate(seeds):
            for asset in assets:
                self._seeded.setdefault(asset, []).append(event)

    def rows(self, falling: Container[int]) -> list[Floats | None]:
        """Return the rows of what is falling; those of others stay None."""
        return fill(self._structure, falling, self._rows, self._row, _differ)

    def _row(self, asset: int) -> Floats | None:
        """Return the least over its vital groups, and 0 where it is a seed."""
        rows = self._rows
        best: Floats | None = None
        is_own = False
        for target, buffer in self._legs[asset]:
            row = rows[target]
            if row is None:
                continue
            if buffer:
                row = row + self._hours[buffer]
            if best is None:
                best, is_own = row, bool(buffer)
            elif is_own:
                np.minimum(best, row, out=best)
            else:
                best, is_own = np.minimum(best, row), True
        for group in self._groups.get(asset, ()):
            if (row := self._of_group(group)) is not None:
                best, is_own = row if best is None else np.minimum(best, row), True
        if asset in self._seeded:
            if best is None:
                best = self._never.copy()
            elif not is_own:
                best = best.copy()
            for event in self._seeded[asset]:  # few each: an index of many takes longer
                best[event] = 0.0
        return best

    def _of_group(self, group: Group) -> Floats | None:
        """Return the (n-k+1)-th smallest of T(member) + buffer; None if that is never."""
        stops = [
            row + self._hours[buffer]
            for member, buffer in zip(group.members, group.buffers, strict=True)
            if (row := self._rows[member]) is not None
        ]
        if len(stops) <= group.spare:
            return None
        if len(stops) == group.spare + 1:
            last = stops[0]
            for one in stops[1:]:
                np.maximum(last, one, out=last)
            return last
        if len(stops) == 3:  # the middle one: the first and the last were left above
            one, other, third = stops
            between = np.minimum(np.maximum(one, other), third)
            return np.maximum(np.minimum(one, other), between)
        ordered: Floats = np.array(stops)
        ordered.partition(group.spare, axis=0)
        found: Floats = ordered[group.spare]
        return found


class _Hours(dict[float, NDArray[np.float64]]):
    """Buffers as arrays: a plain number takes three times as long to add to one."""

    def __missing__(self, hours: float) -> NDArray[np.float64]:
        made = self[hours] = np.array(hours)
        return made


def _differ(before: Floats | None, after: Floats | None) -> bool:
    if before is None or after is None:
        return before is not after
    return before.tobytes() != after.tobytes()  # as arrays it takes five times as long
