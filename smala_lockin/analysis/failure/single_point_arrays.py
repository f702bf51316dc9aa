"""Margins and severities of the single points of failure, all at a time (numpy)."""

from collections.abc import Iterable, Mapping
from functools import partial
from sys import float_info
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Event
from smala_lockin.analysis.failure.single_point import Bounds, Severity, SinglePoint
from smala_lockin.analysis.failure.stopped_arrays import Floats, Stopped
from smala_lockin.analysis.recall import Recall
from smala_lockin.analysis.scales.assumptions import CRITICALITY, max_outage_hours
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.settings import Settings

_FOREVER = float_info.max
_LEVELS = (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)
_BOUNDS = {
    (low, high): Bounds(best=_LEVELS[low], worst=_LEVELS[high])
    for low in range(3)
    for high in range(low, 3)
}


def found_in(
    every: EveryEvent, recall: Recall, times: Mapping[Event, Mapping[AssetId, float]]
) -> Iterable[SinglePoint]:
    """Return the assets that alone stop a process, in no special order; T of each is in `times`."""
    structure = every.structure
    chosen = [structure.assets[one] for one in structure.processes_by_id]
    borne = tuple(Borne(one.id, one.criticality, one.max_outage_hours) for one in chosen)
    processes = recall.once(Processes, borne, structure.landscape.settings)
    stopping = {}
    assets = map(structure.assets.__getitem__, structure.by_id)  # their events come first
    for asset, event, outcome in zip(assets, every.events, every.outcomes, strict=False):
        if outcome.stops:
            known = asset.recovery_hours, asset.replacement_days
            stopping[asset.id] = _stopping((outcome.blast_radius, times[event], *known))
    return recall.each(_points, stopping, processes).values()


class Borne(NamedTuple):
    """What is known of what a process bears."""

    id: AssetId
    criticality: int | None
    max_outage_hours: float | None


class Stopping(NamedTuple):
    """An asset that stops processes at these times, and what is known of how long it is away."""

    blast_radius: float
    stop_times: Mapping[AssetId, float]
    recovery_hours: float | None
    replacement_days: float | None


_stopping = partial(tuple.__new__, Stopping)  # of a third of all assets, and twice as fast
_point = partial(tuple.__new__, SinglePoint)


class Processes:
    """What the processes bear, in the order of their ids: as assumed, at best and at worst."""

    def __init__(self, processes: tuple[Borne, ...], settings: Settings) -> None:
        low, _usual, high = CRITICALITY
        ids = [one.id for one in processes]
        self.place = {id: number for number, id in enumerate(ids)}
        self.usual = np.array([max_outage_hours(one, settings).usual for one in processes])
        self.allowed = dict(zip(ids, self.usual.tolist(), strict=True))
        known = [one.max_outage_hours for one in processes]
        self.longest = np.array([np.inf if hours is None else hours for hours in known])
        self.shortest = np.array([0.0 if hours is None else hours for hours in known])
        self.surely_critical = np.array([(one.criticality or low) >= 4 for one in processes])
        self.maybe_critical = np.array([(one.criticality or high) >= 4 for one in processes])


def _points(
    stopping: Mapping[AssetId, Stopping], processes: Processes
) -> dict[AssetId, SinglePoint]:
    """Return the single points of failure by asset."""
    every = list(stopping.values())
    stopped = Stopped.of([one.stop_times for one in every], processes.place)
    margins = stopped.hours + processes.usual[stopped.processes]
    least = np.minimum.reduceat(margins, stopped.starts).tolist()
    days, allowed = [one.replacement_days for one in every], processes.allowed
    outage = _bounds(processes, stopped, [one.recovery_hours for one in every])
    loss = _bounds(processes, stopped, [None if one is None else one * 24 for one in days])
    facts = zip(stopping.items(), least, outage, loss, strict=True)
    return {
        id: _point(
            (id, one.blast_radius, one.stop_times, margin, severity, severity_if_lost, allowed)
        )
        for (id, one), margin, severity, severity_if_lost in facts
    }


def _bounds(processes: Processes, stopped: Stopped, durations: list[float | None]) -> list[Bounds]:
    long = np.array([_FOREVER if hours is None else hours for hours in durations])
    short = np.where(long == _FOREVER, 0.0, long)  # so long takes nothing that is known
    best = _levels(short, stopped, processes.longest, processes.surely_critical)
    worst = _levels(long, stopped, processes.shortest, processes.maybe_critical)
    return [_BOUNDS[pair] for pair in zip(best, worst, strict=True)]


def _levels(
    away: Floats, stopped: Stopped, allowed: Floats, critical: NDArray[np.bool_]
) -> list[int]:
    """Return for each event 2 if it breaches a critical process, 1 if another, else 0."""
    is_late = away[stopped.events] - stopped.hours > allowed[stopped.processes]
    levels = np.where(is_late, 1 + critical[stopped.processes], 0)
    found: list[int] = np.maximum.reduceat(levels, stopped.starts).tolist()
    return found
