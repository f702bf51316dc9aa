"""Gaps of many events at a time (numpy).

losses(stops, days, weighed) -> list[dict[Reading, Gap]]
returns(structure, seeds, stops, readings) -> dict[key, R of what stops]
aftermaths(stops, backs, weighed) -> dict[key, Aftermath]
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, repeat

import numpy as np

from smala_lockin.analysis.failure.marks import K
from smala_lockin.analysis.failure.return_arrays import process_returns
from smala_lockin.analysis.failure.stopped_arrays import (
    AT_ONCE,
    Floats,
    Ints,
    Stopped,
    repeated,
)
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.rating.gaps import (
    HOURS_A_DAY,
    Aftermath,
    Backs,
    Gap,
)
from smala_lockin.analysis.scales.assumptions import Estimate
from smala_lockin.analysis.scales.process_arrays import Scale
from smala_lockin.analysis.scales.weighing import Reading, Weighed
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.settings import Settings

_BACK_AT_ONCE = 400
"""How many events' returns are worked out together: 32 bytes for each and each asset."""


def losses(
    stops: Sequence[Mapping[AssetId, float]],
    days: Sequence[Estimate],
    weighed: Mapping[Reading, Weighed],
) -> list[dict[Reading, Gap]]:
    """Return by reading the gap of each event after which all is back after so many days.

    `stops` are T by process, at least one.
    """
    found: list[dict[Reading, Gap]] = []
    step = max(1, AT_ONCE // len(weighed))
    for start in range(0, len(stops), step):
        chosen = slice(start, start + step)
        stopped = Stopped.of(stops[chosen], _place(weighed))
        places = [reading.value for reading in weighed]  # of an estimate: low, usual, high
        hours = np.array([each[place] for place in places for each in days[chosen]])
        counts = repeated(stopped.counts(), len(weighed))
        found += _gaps(stopped, np.repeat(hours * HOURS_A_DAY, counts), weighed)
    return found


def _place(weighed: Mapping[Reading, Weighed]) -> dict[AssetId, int]:
    return next(iter(weighed.values())).scale.place()


def returns(
    structure: Structure,
    seeds: Mapping[K, Collection[int]],
    stops: Mapping[K, Mapping[AssetId, float]],
    readings: Iterable[Reading],
) -> dict[K, Backs]:
    """Return when what some sets of seeds stop is back if the seeds are gone for good."""
    places = [reading.value for reading in readings]  # of an estimate: low, usual, high
    days, every = structure.days_lost, set().union(*map(seeds.__getitem__, stops))
    hours = [{one: HOURS_A_DAY * days[one][place] for one in every} for place in places]
    place_of = {structure.ids[one]: at for at, one in enumerate(structure.processes_by_id)}
    found: dict[K, Backs] = {}
    keys = list(stops)
    for start in range(0, len(keys), _BACK_AT_ONCE):
        chosen = keys[start : start + _BACK_AT_ONCE]
        backs = process_returns(structure, [seeds[key] for key in chosen], hours)
        for event, key in enumerate(chosen):
            stopped = [place_of[process] for process in stops[key]]
            found[key] = tuple(map(tuple, backs[:, event, stopped].tolist()))
    return found


def aftermaths(
    stops: Mapping[K, Mapping[AssetId, float]],
    backs: Mapping[K, Backs],
    weighed: Mapping[Reading, Weighed],
) -> dict[K, Aftermath]:
    """Return what follows when some sets of seeds are gone for good, that stop these.

    `backs` says for each of these readings when the processes are back.
    """
    gaps: dict[K, dict[Reading, Gap]] = {key: {} for key in stops}
    stopping = [key for key, times in stops.items() if times]
    if stopping:
        stopped = Stopped.of([stops[key] for key in stopping], _place(weighed))
        by_reading = (backs[key][number] for number in range(len(weighed)) for key in stopping)
        back = np.array([*chain.from_iterable(by_reading)])
        gaps.update(zip(stopping, _gaps(stopped, back, weighed), strict=True))
    return {
        key: Aftermath(stops=_sooner_first(times), gaps=gaps[key]) for key, times in stops.items()
    }


def _sooner_first(stops: Mapping[AssetId, float]) -> dict[AssetId, float]:
    """Return T of processes sorted by id, the sooner first."""
    return {one: stops[one] for one in sorted(stops, key=stops.__getitem__)}


def impacts_of_gaps(settings: Settings, criticality: Ints, lateness: Floats) -> Ints:
    """Return the impact of processes that are so many hours too late, were each alone."""
    bases = np.array([0, *(settings.impact[one][1] for one in range(1, 6))], dtype=np.int64)
    impact: Ints = bases[criticality]
    for days in settings.thresholds.gap_days:
        impact += lateness > days * HOURS_A_DAY
    return impact


def _gaps(
    once: Stopped, back: Floats, weighed: Mapping[Reading, Weighed]
) -> Iterator[dict[Reading, Gap]]:
    """Yield the gap of each event by reading.

    It is that of the process that fares worst; one in time never does while another is late.
    `back` is R of each of the stopped, under one reading after the other.
    """
    count, gaps = len(once.starts), list(_in_line(once, back, list(weighed.values())))
    for one in range(count):
        yield dict(zip(weighed, gaps[one::count], strict=True))


def _in_line(once: Stopped, back: Floats, readings: Sequence[Weighed]) -> Iterator[Gap]:
    """Return the gaps of the events under the first reading, then under the next."""
    stopped, weighed = once.repeated(len(readings)), readings[0]
    scale = Scale.in_line([one.scale for one in readings])
    events = stopped.events
    first = len(weighed.scale.ids) * (events // len(once.starts))
    processes = stopped.processes + first  # of the readings in line
    lateness = back - stopped.hours - scale.tolerance_hours[processes]
    impact = impacts_of_gaps(weighed.settings, scale.criticality[processes], lateness)
    cost = scale.cost_per_hour[processes] * np.maximum(back - stopped.hours, 0.0)
    costs = np.bincount(events, weights=cost, minlength=len(stopped.starts)).tolist()
    order = np.lexsort((-lateness, events * 20 + (lateness <= 0) * 10 - impact))  # ties: by id
    ranked = tuple(scale.ids[processes[order]].tolist())
    worst = order[stopped.starts]
    late = np.bincount(events[lateness > 0], minlength=len(stopped.starts)).tolist()
    hours, durations, impacts = (one[worst].tolist() for one in (lateness, back, impact))
    counts = zip(stopped.starts.tolist(), late, strict=True)
    too_late = [ranked[start : start + count] for start, count in counts]
    of_cost = map(weighed.impact_of_cost, costs) if weighed.revenue else repeat(0, len(costs))
    facts = zip(too_late, hours, durations, impacts, costs, of_cost, strict=True)
    return map(_gap, facts)


_gap = partial(tuple.__new__, Gap)  # `_make` takes three times as long
