"""What every event stops and when, for many events at a time (numpy).

    outcomes(every) -> list[Outcome]
    stop_times(every, events) -> dict[Event, dict[AssetId, float]]
    blocks(every, numbers) -> Iterator[Block]
    process_stops(failures) -> Hours

Loaded at first use, since numpy is slow to import.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.event_pass import EveryEvent, Outcome
from smala_lockin.analysis.events import Event, EventKind
from smala_lockin.analysis.failure_arrays import Failures, Hours
from smala_lockin.analysis.structure import Group, Structure
from smala_lockin.domain.assets import AssetId

AT_ONCE = 1000
"""How many events are timed together: 8 bytes for each of them and each asset they reach."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """T of every process, in hours, under some events: a row each, infinite if it holds.

    Columns are the processes sorted by id; the one an event names itself counts as holding.
    """

    numbers: Sequence[int]
    hours: Hours


def outcomes(every: EveryEvent) -> list[Outcome]:
    """Return what each event stops, in the order of `every.events`."""
    structure, count = every.structure, len(every.events)
    processes = sorted_processes(structure)
    if not processes:
        return [Outcome(stops=(), blast_radius=0.0)] * count
    stopped = np.empty((count, len(processes)), dtype=np.bool_)
    for column, process in enumerate(processes):
        stopped[:, column] = _unpacked(every.bits[process], count)
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


def stop_times(every: EveryEvent, events: Iterable[Event]) -> dict[Event, dict[AssetId, float]]:
    """Return T of the processes each of these events stops, in hours, sorted by id."""
    ids = [every.structure.ids[one] for one in sorted_processes(every.structure)]
    found = {event: {} for event in events}  # type: dict[Event, dict[AssetId, float]]
    for block in blocks(every, [every.number[event] for event in found]):
        for number, hours in zip(block.numbers, block.hours, strict=True):
            columns = np.flatnonzero(np.isfinite(hours))
            named = [ids[column] for column in columns.tolist()]
            found[every.events[number]] = dict(zip(named, hours[columns].tolist(), strict=True))
    return found


def blocks(every: EveryEvent, numbers: Iterable[int]) -> Iterator[Block]:
    """Yield when the processes stop under the events of these numbers, some events at a time.

    Events come in the order of what they fail first, so that those of one block reach much the
    same assets, and others need not be looked at.
    """
    structure = every.structure
    place = {
        asset: at
        for at, asset in enumerate(asset for component in structure.order for asset in component)
    }
    first = [min(map(place.__getitem__, seeds), default=0) for seeds in every.seeds]
    ordered = sorted(numbers, key=first.__getitem__)
    column = {structure.ids[one]: at for at, one in enumerate(sorted_processes(structure))}
    for start in range(0, len(ordered), AT_ONCE):
        chosen = ordered[start : start + AT_ONCE]
        seeds = [every.seeds[number] for number in chosen]
        mask = sum(1 << number for number in chosen)
        hours = process_stops(Failures(structure, seeds, every.bits, mask))
        for row, number in enumerate(chosen):
            event = every.events[number]
            if event.kind is EventKind.ASSET and (itself := AssetId(event.id)) in column:
                hours[row, column[itself]] = np.inf
        yield Block(chosen, hours)


def process_stops(failures: Failures) -> Hours:
    """Return T of every process in hours: by event, by process sorted by id.

    What an event does not stop is stopped at infinity.
    """
    processes = sorted_processes(failures.structure)
    rows = _Rows(failures)
    failures.settle(rows.found, rows.row)
    hours = np.full((len(processes), len(failures.seeds)), np.inf)
    for place, process in enumerate(processes):
        if (row := rows.found[process]) is not None:
            hours[place] = row
    return np.ascontiguousarray(hours.T)


def sorted_processes(structure: Structure) -> list[int]:
    """Return the numbers of the processes in the order of their ids."""
    return sorted(structure.processes, key=structure.ids.__getitem__)


class _Rows:
    """T of every asset under some events: an array over these, or None where all hold."""

    def __init__(self, failures: Failures) -> None:
        self._vital = failures.structure.vital
        self._seeded = failures.seeded()
        self._scratch = np.empty(len(failures.seeds))
        self.found: list[Hours | None] = [None] * len(failures.structure.ids)

    def row(self, asset: int) -> Hours:
        """Return the least over its vital groups; around a cycle that comes down from infinity."""
        vital, rows, scratch = self._vital, self.found, self._scratch
        best: Hours | None = None
        for target, buffer in zip(vital.alone[asset], vital.buffers[asset], strict=True):
            row = rows[target]
            if row is None:
                continue
            if best is None:
                best = row + buffer
            elif buffer:
                np.minimum(best, np.add(row, buffer, out=scratch), out=best)
            else:
                np.minimum(best, row, out=best)
        for group in vital.groups.get(asset, ()):
            if (found := self._group(group)) is not None:
                best = found if best is None else np.minimum(best, found, out=best)
        if best is None:
            best = np.full(len(scratch), np.inf)
        if seeded := self._seeded.get(asset):
            best[seeded] = 0.0
        return best

    def _group(self, group: Group) -> Hours | None:
        """Return the (n-k+1)-th smallest of T(member) + buffer; None if that is never."""
        rows = self.found
        stops = [
            row + buffer
            for member, buffer in zip(group.members, group.buffers, strict=True)
            if (row := rows[member]) is not None
        ]
        if len(stops) <= group.spare:
            return None
        if len(stops) == group.spare + 1:
            last = stops[0]
            for one in stops[1:]:
                np.maximum(last, one, out=last)
            return last
        ordered: Hours = np.array(stops)
        ordered.partition(group.spare, axis=0)
        nth: Hours = ordered[group.spare]
        return nth


def _unpacked(bits: int, count: int) -> NDArray[np.bool_]:
    packed = np.frombuffer(bits.to_bytes((count + 7) // 8, "little"), dtype=np.uint8)
    return np.unpackbits(packed, count=count, bitorder="little").view(np.bool_)


def _asset_event(structure: Structure, asset: int) -> Event:
    return Event(EventKind.ASSET, structure.ids[asset])
