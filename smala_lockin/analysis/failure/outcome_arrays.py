"""What every event stops (numpy).

Loaded at first use, since numpy is slow to import.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.failure.event_pass import EveryEvent, Outcome
from smala_lockin.analysis.failure.events import Event, EventKind
from smala_lockin.analysis.failure.structure import Structure


def outcomes(every: EveryEvent) -> list[Outcome]:
    """Return what each event stops, in the order of `every.events`."""
    structure, count = every.structure, len(every.events)
    processes = structure.processes_by_id
    if not processes:
        return [Outcome(stops=(), blast_radius=0.0)] * count
    stopped = np.empty((count, len(processes)), dtype=np.bool_)
    for column, process in enumerate(processes):
        stopped[:, column] = unpacked(every.bits[process], count)
    itself = [every.number[_asset_event(structure, one)] for one in processes]
    stopped[itself, range(len(processes))] = False
    events, columns = np.nonzero(stopped)
    weights = np.array([structure.weights[one] for one in processes], dtype=np.float64)
    whole = np.full(count, weights.sum())
    whole[itself] -= weights
    stopping = np.bincount(events, weights=weights[columns], minlength=count)
    blast = np.divide(stopping, whole, out=np.zeros(count), where=whole > 0).tolist()
    ids = np.array([structure.ids[one] for one in processes], dtype=object)[columns].tolist()
    ends = np.searchsorted(events, np.arange(count + 1)).tolist()
    return [
        Outcome(stops=tuple(ids[start:end]), blast_radius=share)
        for (start, end), share in zip(pairwise(ends), blast, strict=True)
    ]


def unpacked(bits: int, count: int) -> NDArray[np.bool_]:
    """Return which of the first so many bits of a number are set."""
    packed = np.frombuffer(bits.to_bytes((count + 7) // 8, "little"), dtype=np.uint8)
    return np.unpackbits(packed, count=count, bitorder="little").view(np.bool_)


def _asset_event(structure: Structure, asset: int) -> Event:
    return Event(EventKind.ASSET, structure.ids[asset])
