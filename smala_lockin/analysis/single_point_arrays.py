"""Times, margins and severities of the single points of failure, many at a time (numpy)."""

from collections.abc import Iterator
from itertools import islice
from sys import float_info

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.assumptions import CRITICALITY, max_outage_hours
from smala_lockin.analysis.event_pass import EveryEvent
from smala_lockin.analysis.events import EventKind
from smala_lockin.analysis.failure_arrays import Hours
from smala_lockin.analysis.single_points import Bounds, Severity, SinglePoint
from smala_lockin.analysis.stop_arrays import Block, blocks, sorted_processes
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.settings import Settings

_FOREVER = (
    float_info.max
)  # not infinity: what holds stops at infinity, and that less itself is none
_LEVELS = (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)


def found_in(every: EveryEvent) -> Iterator[SinglePoint]:
    """Yield the assets that alone stop a process other than themselves, in no special order."""
    numbers = [
        number
        for number, (event, outcome) in enumerate(zip(every.events, every.outcomes, strict=True))
        if event.kind is EventKind.ASSET and outcome.stops
    ]
    structure = every.structure
    processes = _Processes(
        [structure.assets[one] for one in sorted_processes(structure)], structure.landscape.settings
    )
    for block in blocks(every, numbers):
        yield from _points(every, processes, block)


class _Processes:
    """What the processes bear, in the order of their ids: as assumed, at best and at worst."""

    def __init__(self, processes: list[Asset], settings: Settings) -> None:
        low, _usual, high = CRITICALITY
        self.ids = [one.id for one in processes]
        self.usual = np.array([max_outage_hours(one, settings).usual for one in processes])
        self.allowed = dict(zip(self.ids, self.usual.tolist(), strict=True))
        known = [one.max_outage_hours for one in processes]
        self.longest = np.array([np.inf if hours is None else hours for hours in known])
        self.shortest = np.array([0.0 if hours is None else hours for hours in known])
        self.surely_critical = np.array([(one.criticality or low) >= 4 for one in processes])
        self.maybe_critical = np.array([(one.criticality or high) >= 4 for one in processes])


def _points(every: EveryEvent, processes: _Processes, block: Block) -> Iterator[SinglePoint]:
    assets = [
        every.structure.landscape.assets[AssetId(every.events[number].id)]
        for number in block.numbers
    ]
    recovery = [one.recovery_hours for one in assets]
    days = [one.replacement_days for one in assets]
    replacement = [None if one is None else one * 24 for one in days]
    outage = _bounds(processes, block.hours, recovery)
    loss = _bounds(processes, block.hours, replacement)
    every_time = iter(block.hours[np.isfinite(block.hours)].tolist())
    margins = (block.hours + processes.usual).min(axis=1).tolist()
    for row, (asset, number) in enumerate(zip(assets, block.numbers, strict=True)):
        outcome = every.outcomes[number]
        times = islice(every_time, len(outcome.stops))
        yield SinglePoint(
            asset=asset.id,
            blast_radius=outcome.blast_radius,
            stop_times=dict(zip(outcome.stops, times, strict=True)),
            margin_hours=margins[row],
            severity=outage[row],
            severity_if_lost=loss[row],
            allowed=processes.allowed,
        )


def _bounds(processes: _Processes, stops: Hours, durations: list[float | None]) -> list[Bounds]:
    short = np.array([0.0 if hours is None else hours for hours in durations])
    long = np.array([_FOREVER if hours is None else hours for hours in durations])
    best = _levels(short, stops, processes.longest, processes.surely_critical)
    worst = _levels(long, stops, processes.shortest, processes.maybe_critical)
    made = {
        (low, high): Bounds(best=_LEVELS[low], worst=_LEVELS[high])
        for low in range(3)
        for high in range(low, 3)
    }
    return [made[pair] for pair in zip(best, worst, strict=True)]


def _levels(away: Hours, stops: Hours, allowed: Hours, critical: NDArray[np.bool_]) -> list[int]:
    """Return for each event 2 if it breaches a critical process, 1 if another, else 0."""
    breached = away[:, np.newaxis] - stops > allowed
    levels = np.zeros(len(away), dtype=np.int8)
    levels[breached.any(axis=1)] = 1
    levels[(breached & critical).any(axis=1)] = 2
    found: list[int] = levels.tolist()
    return found
