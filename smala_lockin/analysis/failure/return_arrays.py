"""When the processes are back, for many events at a time (numpy).

process_returns(structure, seeds, readings) -> Floats
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from smala_lockin.analysis.failure.outcome_arrays import unpacked
from smala_lockin.analysis.failure.seed_pass import failing
from smala_lockin.analysis.failure.stopped_arrays import Floats
from smala_lockin.analysis.failure.structure import Structure


class _Still(NamedTuple):
    """An event of which only those seeds count that are away for so many hours, or longer."""

    row: int
    hours: float
    seeds: Collection[int]


def process_returns(
    structure: Structure, seeds: Sequence[Collection[int]], readings: Sequence[Mapping[int, float]]
) -> Floats:
    """Return R of every process in hours: by reading, by event, by process sorted by id.

    Each of the `readings` says how long each seed is away. What is still away after
    some hours is what fails when only the seeds that are away for longer do; so one more pass
    over all events tells it for every duration that occurs. What never fails is back at 0.
    """
    still = [
        one
        for reading, hours in enumerate(readings)
        for event, down in enumerate(seeds)
        for one in _stages(reading * len(seeds) + event, down, hours)
    ]
    processes = structure.processes_by_id
    found = np.zeros((len(readings) * len(seeds), len(processes)))
    if still and processes:
        bits = failing(structure, [one.seeds for one in still])
        away = np.array([unpacked(bits[process], len(still)) for process in processes]).T
        durations = np.array([one.hours for one in still])[:, np.newaxis]
        rows, starts = np.unique([one.row for one in still], return_index=True)
        found[rows] = np.maximum.reduceat(np.where(away, durations, 0.0), starts, axis=0)
    return found.reshape(len(readings), len(seeds), len(processes))


def _stages(row: int, down: Collection[int], hours: Mapping[int, float]) -> list[_Still]:
    durations = {asset: hours[asset] for asset in down}
    return [
        _Still(row, least, [asset for asset, long in durations.items() if long >= least])
        for least in sorted(set(durations.values()) - {0.0})
    ]
