"""What every event stops (numpy)."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.failure.outcome import Outcome
from smala_lockin.analysis.failure.structure import Structure


def outcomes(
    structure: Structure, bits: Sequence[int], count: int, itself: Sequence[int]
) -> list[Outcome]:
    """Return what each of so many events stops, in their order.

    `bits` are the events that fail each asset, `itself` is the one that is each process by id.
    """
    processes = structure.processes_by_id
    if not processes:
        return [Outcome(stops=(), blast_radius=0.0)] * count
    rows = [bits[process] for process in processes]
    stopped = np.ascontiguousarray(unpacked_all(rows, count).T).view(np.bool_)
    stopped[itself, range(len(processes))] = False
    weights = np.array([structure.weights[one] for one in processes], dtype=np.float64)
    whole = np.full(count, weights.sum())
    whole[itself] -= weights
    stopping = stopped @ weights
    blast = np.divide(stopping, whole, out=np.zeros(count), where=whole > 0).tolist()
    events, columns = _places(stopped)
    ids = np.array([structure.ids[one] for one in processes], dtype=object)[columns]
    names = tuple(ids.tolist())
    ends = np.searchsorted(events, np.arange(count + 1)).tolist()
    stops = [names[start:end] for start, end in pairwise(ends)]
    return [*map(_outcome, zip(stops, blast, strict=True))]


_outcome = partial(tuple.__new__, Outcome)  # of all events, and three times as fast


def unpacked_all(rows: Sequence[int], count: int) -> NDArray[np.uint8]:
    """Return for each of many numbers which of its first so many bits are set, as 0 and 1."""
    width = (count + 7) // 8
    packed = np.frombuffer(b"".join([one.to_bytes(width, "little") for one in rows]), np.uint8)
    table = packed.reshape(len(rows), width)
    return np.unpackbits(table, axis=1, count=count, bitorder="little")


def bits_of_all(rows: Sequence[int], count: int) -> Iterator[list[int]]:
    """Yield the places of the bits that are set in each of many numbers, the lowest first.

    `count` is how many bits they have at most.
    """
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        chosen = rows[start : start + _ROWS_AT_ONCE]
        row, place = _places(unpacked_all(chosen, count).view(np.bool_))
        ends = np.searchsorted(row, np.arange(len(chosen) + 1)).tolist()
        places = place.tolist()
        yield from (places[first:last] for first, last in pairwise(ends))


_ROWS_AT_ONCE = 500


def _places(table: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return row and column of what is true, row by row; numpy is slower with tables itself."""
    flat = np.flatnonzero(table.reshape(-1))
    rows = flat // table.shape[1]
    return rows, flat - rows * table.shape[1]
