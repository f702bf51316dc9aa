"""The processes that some events stop, in one line: those of the first event, of the next (numpy).

Most events stop few of the processes, so that a table of both would be mostly empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.scales.weighing import Weighed
from smala_lockin.domain.assets import AssetId

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

AT_ONCE = 500
"""How many events are put in one line: up to 100 bytes for each of them and each process."""


@dataclass(frozen=True, slots=True, eq=False)
class Stopped:
    """Each process that an event stops: its event, its place among the processes, T in hours.

    Sorted by event, then by process.
    `starts` are the places in the line at which the events begin; each stops a process at least.
    """

    events: Ints
    processes: Ints
    hours: Floats
    starts: Ints

    @classmethod
    def of(cls, stops: Sequence[Mapping[AssetId, float]], place: Mapping[AssetId, int]) -> Self:
        """Return what these events stop, each mapping T by process."""
        counts = np.array([len(one) for one in stops], dtype=np.int64)
        total = int(counts.sum())
        events = np.repeat(np.arange(len(stops)), counts)
        ids = chain.from_iterable(stops)
        processes = np.fromiter(map(place.__getitem__, ids), dtype=np.int64, count=total)
        every_time = chain.from_iterable(one.values() for one in stops)
        hours = np.fromiter(every_time, dtype=np.float64, count=total)
        starts = np.cumsum(counts) - counts
        along = events * len(place) + processes
        if np.all(along[1:] > along[:-1]):  # most stops come sorted by id
            return cls(events, processes, hours, starts)
        order = np.argsort(along)
        return cls(events, processes[order], hours[order], starts)


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """The processes of a map, sorted by id, as one reading of the unknown sees them."""

    ids: NDArray[np.object_]
    criticality: Ints
    weight_if_in_time: Ints
    tolerance_hours: Floats
    """Infinite where it is not said."""
    cost_per_hour: Floats
    """0 where it is not known."""

    @classmethod
    def of(cls, weighed: Weighed) -> Self:
        """Return the scale of a reading."""
        ids = sorted(weighed.criticality)
        return cls(
            ids=np.array(ids, dtype=object),
            criticality=np.array([weighed.criticality[one] for one in ids], dtype=np.int64),
            weight_if_in_time=np.array(
                [weighed.weight_if_in_time[one] for one in ids], dtype=np.int64
            ),
            tolerance_hours=np.array([weighed.tolerance_hours.get(one, np.inf) for one in ids]),
            cost_per_hour=np.array([weighed.cost_per_hour.get(one, 0.0) for one in ids]),
        )

    def place(self) -> dict[AssetId, int]:
        """Return the place of each process."""
        return {id: number for number, id in enumerate(self.ids)}
