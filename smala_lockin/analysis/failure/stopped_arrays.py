"""The processes that some events stop, in one line: those of the first event, of the next (numpy).

Most events stop few of the processes, so that a table of both would be mostly empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from smala_lockin.domain.assets import AssetId

T = TypeVar("T", bound=np.generic)

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
        counts = np.fromiter(map(len, stops), dtype=np.int64, count=len(stops))
        total = int(counts.sum())
        events = np.repeat(np.arange(len(stops)), counts)
        processes = np.array([place[id] for one in stops for id in one], dtype=np.int64)
        every_time = chain.from_iterable(one.values() for one in stops)
        hours = np.fromiter(every_time, dtype=np.float64, count=total)
        starts = np.cumsum(counts) - counts
        along = events * len(place) + processes
        if (along[1:] > along[:-1]).all():  # most stops come sorted by id
            return cls(events, processes, hours, starts)
        order = np.argsort(along)
        return cls(events, processes[order], hours[order], starts)

    def counts(self) -> Ints:
        """Return how many processes each event stops."""
        ends = np.empty_like(self.starts)
        ends[:-1], ends[-1:] = self.starts[1:], len(self.events)
        return ends - self.starts

    def repeated(self, times: int) -> Self:
        """Return the same so many times one after the other, the events being numbered on."""
        first = np.arange(times)[:, np.newaxis]
        return type(self)(
            (self.events + first * len(self.starts)).reshape(-1),
            repeated(self.processes, times),
            repeated(self.hours, times),
            (self.starts + first * len(self.events)).reshape(-1),
        )


def repeated(array: NDArray[T], times: int) -> NDArray[T]:
    """Return an array so many times one after the other; `np.tile` takes ten times as long."""
    return np.concatenate((array,) * times)
