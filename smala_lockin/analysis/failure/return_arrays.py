"""When the processes are back, for many events at a time (numpy).

process_returns(structure, seeds, readings) -> Floats
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from smala_lockin.analysis.failure.outcome_arrays import unpacked_all
from smala_lockin.analysis.failure.seed_pass import spread
from smala_lockin.analysis.failure.stopped_arrays import Floats
from smala_lockin.analysis.failure.structure import Structure


def process_returns(
    structure: Structure, seeds: Sequence[Collection[int]], readings: Sequence[Mapping[int, float]]
) -> Floats:
    """Return R of every process in hours: by reading, by event, by process sorted by id.

    Each of the `readings` says how long each seed is away. What is still away after
    some hours is what fails when only the seeds that are away for longer do; so one more pass
    over all events tells it for every duration that occurs. What never fails is back at 0.
    """
    bits = [0] * len(structure.ids)
    rows: list[int] = []
    durations: list[float] = []
    for reading, hours in enumerate(readings):
        for event, down in enumerate(seeds):
            stages = _put_down(bits, down, hours, len(rows))
            rows += [reading * len(seeds) + event] * len(stages)
            durations += stages
    processes = structure.processes_by_id
    found = np.zeros((len(readings) * len(seeds), len(processes)))
    if rows and processes:
        spread(structure, bits)
        away = unpacked_all([bits[process] for process in processes], len(rows)).T.view(np.bool_)
        events = np.array(rows)
        starts = np.concatenate(((0,), (events[1:] != events[:-1]).nonzero()[0] + 1))
        still = np.where(away, np.array(durations)[:, np.newaxis], 0.0)
        found[events[starts]] = np.maximum.reduceat(still, starts, axis=0)
    return found.reshape(len(readings), len(seeds), len(processes))


def _put_down(
    bits: list[int], down: Collection[int], hours: Mapping[int, float], number: int
) -> list[float]:
    """Return the durations of some seeds, the shortest first, and set a bit for each.

    From bit `number` on, one for each duration: in which those count that are away for so long,
    or longer.
    """
    stages = sorted({long for asset in down if (long := hours[asset])})
    masks = {long: (1 << place) - 1 << number for place, long in enumerate(stages, start=1)}
    masks[0.0] = 0
    for asset in down:
        bits[asset] |= masks[hours[asset]]
    return stages
