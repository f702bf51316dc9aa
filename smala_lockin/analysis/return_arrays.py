"""When the processes are back, for many events at a time (numpy).

process_returns(failures, durations, readings) -> Hours
"""

from collections.abc import Mapping
from functools import reduce

import numpy as np

from smala_lockin.analysis.failure_arrays import Failures, Hours
from smala_lockin.analysis.stop_arrays import sorted_processes
from smala_lockin.analysis.structure import Group


def process_returns(failures: Failures, durations: Mapping[int, Hours], readings: int) -> Hours:
    """Return R of every process in hours: by reading, by event, by process sorted by id.

    `durations` says for each seed how long it stays away under each of so many readings, in
    hours. What an event does not fail is back at 0.
    """
    processes = sorted_processes(failures.structure)
    rows = _Rows(failures, durations, readings)
    failures.settle(rows.found, rows.row)
    found = np.zeros((len(processes), *rows.shape))
    for place, process in enumerate(processes):
        if (row := rows.found[process]) is not None:
            found[place] = row
    return np.moveaxis(found, 0, -1)


class _Rows:
    """R of every asset under each reading and event, or None where nothing fails it."""

    def __init__(self, failures: Failures, durations: Mapping[int, Hours], readings: int) -> None:
        self._vital = failures.structure.vital
        self._seeded = failures.seeded()
        self._durations = durations
        self.shape = (readings, len(failures.seeds))
        self.found: list[Hours | None] = [None] * len(failures.structure.ids)

    def row(self, asset: int) -> Hours:
        """Return the largest of its own duration and R of all its vital groups."""
        longest = np.zeros(self.shape)
        if events := self._seeded.get(asset):
            longest[:, events] = self._durations[asset][:, np.newaxis]
        for target in self._vital.alone[asset]:
            if (row := self.found[target]) is not None:
                np.maximum(longest, row, out=longest)
        for group in self._vital.groups.get(asset, ()):
            if (back := self._group(group)) is not None:
                np.maximum(longest, back, out=longest)
        return longest

    def _group(self, group: Group) -> Hours | None:
        """Return the k-th smallest R of the members; None where that is 0 under each event."""
        away = [row for one in group.members if (row := self.found[one]) is not None]
        nth = group.needed - (len(group.members) - len(away))
        if nth <= 0:
            return None
        if nth == 1:
            return reduce(np.minimum, away)
        ordered: Hours = np.array(away)
        ordered.partition(nth - 1, axis=0)
        found: Hours = ordered[nth - 1]
        return found
