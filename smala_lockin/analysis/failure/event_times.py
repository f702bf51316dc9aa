"""When each of many events stops each asset (semantics, section 2).

    stop_times(marked, keys) -> for each key T by process
    stop_rows(structure, seeds, falling) -> for each asset T by event

An asset's row has only the events that fail it; where they are few of all, plain dictionaries
are faster than arrays over all events.
"""

import operator
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from math import inf

from smala_lockin.analysis.failure.bits import with_bits
from smala_lockin.analysis.failure.marks import K, Marked
from smala_lockin.analysis.failure.needs import Group
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.failure.walking import fill
from smala_lockin.domain.assets import AssetId

Row = dict[int, float]
"""Hours by event, for one asset."""

AT_ONCE = 1000
"""How many events are timed together: up to 100 bytes for each of them and each asset."""

FULL = 12
"""From how many events that fail an asset on, on average, arrays are faster, if events are few."""

FULLER = 80
"""For so many events it takes one more: the longer arrays are, the more time each takes."""

LARGE_CYCLE = 60
"""From how many assets in one circle on arrays over all events are faster: all fail with one."""


def stop_times(marked: Marked[K], keys: Iterable[K]) -> dict[K, dict[AssetId, float]]:
    """Return T of the processes each of these sets of seeds stops, in hours, sorted by id."""
    structure = marked.structure
    found: dict[K, dict[AssetId, float]] = {key: {} for key in keys}
    number = {key: bit for bit, key in enumerate(marked.seeds)}
    processes = [(structure.ids[one], one) for one in structure.processes_by_id]
    for chosen in _runs(marked, list(found)):
        stops = [found[key] for key in chosen]
        seeds = [marked.seeds[key] for key in chosen]
        falling = _falling(marked, with_bits(number[key] for key in chosen))
        if _is_dense(structure, falling, len(chosen)):
            from smala_lockin.analysis.failure.stop_arrays import rows_of_processes

            rows = rows_of_processes(structure, seeds, falling)
        else:
            every = stop_rows(structure, seeds, falling)
            rows = [every[process] for _id, process in processes]
        for (id, _process), row in zip(processes, rows, strict=True):
            for event, hours in row.items():
                stops[event][id] = hours
    return found


def _falling(marked: Marked[K], mask: int) -> dict[int, int]:
    """Return what can stop a process and fails with some of these sets, and with how many."""
    bits = marked.bits
    return {
        one: count
        for one in marked.structure.behind_processes
        if (count := (bits[one] & mask).bit_count())
    }


def _is_dense(structure: Structure, falling: Mapping[int, int], events: int) -> bool:
    """Whether arrays over all events are faster: rows are full, or a large circle is walked."""
    if max(map(len, structure.order), default=0) > LARGE_CYCLE:
        return True
    return sum(falling.values()) > (FULL + events / FULLER) * len(falling)


def stop_rows(
    structure: Structure, seeds: Sequence[Collection[int]], falling: Container[int]
) -> list[Row]:
    """Return T of what is `falling` under some of the events, by event, where it fails."""
    starts: dict[int, Row] = {}
    for event, assets in enumerate(seeds):
        for asset in assets:
            starts.setdefault(asset, {})[event] = 0.0
    return _Walk(structure, starts).rows(falling)


def _runs(marked: Marked[K], keys: list[K]) -> Iterator[list[K]]:
    """Yield keys so many at a time, those next to each other that fail much the same assets."""
    if len(keys) > AT_ONCE:
        order = (asset for component in marked.structure.order for asset in component)
        place = {asset: at for at, asset in enumerate(order)}
        first = {key: min(map(place.__getitem__, marked.seeds[key]), default=0) for key in keys}
        keys = sorted(keys, key=first.__getitem__)
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]


_NEVER: Row = {}


class _Walk:
    """The walk from what is needed to what needs it."""

    def __init__(self, structure: Structure, starts: Mapping[int, Row]) -> None:
        self._structure, self._starts = structure, starts
        self._legs, self._groups = structure.vital.legs, structure.vital.groups
        self._rows: list[Row] = [_NEVER] * len(structure.ids)

    def rows(self, falling: Container[int]) -> list[Row]:
        """Return the rows of what is falling; those of others stay empty."""
        return fill(self._structure, falling, self._rows, self._row, operator.ne)

    def _row(self, asset: int) -> Row:
        """Return the least over its vital groups, and its own start."""
        rows = self._rows
        parts = [(rows[target], buffer) for target, buffer in self._legs[asset] if rows[target]]
        if asset in self._groups:
            for group in self._groups[asset]:
                if defeated := self._of_group(group):
                    parts.append((defeated, 0.0))
        if not parts:
            return self._starts.get(asset, _NEVER)
        if len(parts) > 1:
            parts.sort(key=_fullest_first)
        row, buffer = parts[0]
        if len(parts) == 1 and not buffer and asset not in self._starts:
            return row
        found = {event: at + buffer for event, at in row.items()} if buffer else row.copy()
        for row, buffer in parts[1:]:
            for event, at in row.items():
                time = at + buffer
                if time < found.get(event, inf):
                    found[event] = time
        if asset in self._starts:
            for event, at in self._starts[asset].items():
                if at < found.get(event, inf):
                    found[event] = at
        return found

    def _of_group(self, group: Group) -> Row:
        """Return the (n-k+1)-th smallest time of its members, where so many have one."""
        rows = self._rows
        parts = [
            (rows[member], buffer)
            for member, buffer in zip(group.members, group.buffers, strict=True)
            if rows[member]
        ]
        if len(parts) <= group.spare:
            return _NEVER
        if len(parts) == 1:
            row, buffer = parts[0]
            return {event: at + buffer for event, at in row.items()}
        shared = _shared if len(parts) == 2 and group.spare == 1 else _ranked
        return shared(parts, group.spare)


def _fullest_first(part: tuple[Row, float]) -> int:
    return -len(part[0])


def _shared(parts: list[tuple[Row, float]], _spare: int) -> Row:
    """Return the later of two times, where there are two."""
    (fewer, buffer), (more, other) = sorted(parts, key=lambda part: len(part[0]))
    return {
        event: max(at + buffer, more[event] + other) for event, at in fewer.items() if event in more
    }


def _ranked(parts: list[tuple[Row, float]], spare: int) -> Row:
    times: dict[int, list[float]] = {}
    for row, buffer in parts:
        for event, at in row.items():
            times.setdefault(event, []).append(at + buffer)
    return {event: sorted(found)[spare] for event, found in times.items() if len(found) > spare}
