"""The processes that some events stop, in one line: those of the first event, of the next (numpy).

Most events stop few of the processes, so that a table of both would be mostly empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

import numpy as np
from numpy.typing import NDArray

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

    def counts(self) -> Ints:
        """Return how many processes each event stops."""
        return np.diff(self.starts, append=len(self.events))

    def repeated(self, times: int) -> Self:
        """Return the same so many times one after the other, the events being numbered on."""
        first = np.arange(times)
        return type(self)(
            np.tile(self.events, times) + np.repeat(first * len(self.starts), len(self.events)),
            np.tile(self.processes, times),
            np.tile(self.hours, times),
            np.tile(self.starts, times) + np.repeat(first * len(self.events), len(self.starts)),
        )
