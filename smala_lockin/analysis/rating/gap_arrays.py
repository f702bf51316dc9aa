"""Gaps of many events at a time (numpy).

losses(stops, days, weighed) -> list[dict[Reading, Gap]]
aftermaths(marked, stops, weighed) -> dict[key, Aftermath]
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from smala_lockin.analysis.failure.marks import K, Marked
from smala_lockin.analysis.failure.return_arrays import process_returns
from smala_lockin.analysis.failure.stopped_arrays import AT_ONCE, Floats, Ints, Scale, Stopped
from smala_lockin.analysis.rating.gaps import (
    HOURS_A_DAY,
    Aftermath,
    Gap,
)
from smala_lockin.analysis.scales.assumptions import Estimate
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
    scales = {reading: Scale.of(one) for reading, one in weighed.items()}
    place = next(iter(scales.values())).place()
    found: list[dict[Reading, Gap]] = [{} for _ in stops]
    for start in range(0, len(stops), AT_ONCE):
        chosen = slice(start, start + AT_ONCE)
        stopped = Stopped.of(stops[chosen], place)
        for reading, one in weighed.items():
            place_of = reading.value  # of an estimate: low, usual, high
            hours = np.array([each[place_of] for each in days[chosen]]) * HOURS_A_DAY
            gaps = _gaps(stopped, hours[stopped.events], scales[reading], one)
            for by_reading, gap in zip(found[chosen], gaps, strict=True):
                by_reading[reading] = gap
    return found


def aftermaths(
    marked: Marked[K],
    stops: Mapping[K, Mapping[AssetId, float]],
    weighed: Mapping[Reading, Weighed],
) -> dict[K, Aftermath]:
    """Return what follows when each of some sets of seeds, that stop these, is gone for good."""
    scales = {reading: Scale.of(one) for reading, one in weighed.items()}
    place = next(iter(scales.values())).place()
    days = marked.structure.days_lost
    places = [reading.value for reading in weighed]  # of an estimate: low, usual, high
    hours = [[HOURS_A_DAY * one[place] for one in days] for place in places]
    gaps: dict[K, dict[Reading, Gap]] = {key: {} for key in stops}
    stopping = [key for key, times in stops.items() if times]
    for start in range(0, len(stopping), _BACK_AT_ONCE):
        chosen = stopping[start : start + _BACK_AT_ONCE]
        stopped = Stopped.of([stops[key] for key in chosen], place)
        backs = process_returns(marked.structure, [marked.seeds[key] for key in chosen], hours)
        for (reading, one), back in zip(weighed.items(), backs, strict=True):
            back_of_stopped = back[stopped.events, stopped.processes]
            found = _gaps(stopped, back_of_stopped, scales[reading], one)
            for key, gap in zip(chosen, found, strict=True):
                gaps[key][reading] = gap
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


def _gaps(stopped: Stopped, back: Floats, scale: Scale, weighed: Weighed) -> Iterator[Gap]:
    """Yield the gap of the process that fares worst; one in time never does while another is late.

    `back` is R of each of the stopped.
    """
    events, processes = stopped.events, stopped.processes
    lateness = back - stopped.hours - scale.tolerance_hours[processes]
    impact = impacts_of_gaps(weighed.settings, scale.criticality[processes], lateness)
    cost = scale.cost_per_hour[processes] * np.maximum(back - stopped.hours, 0.0)
    costs = np.bincount(events, weights=cost, minlength=len(stopped.starts)).tolist()
    order = np.lexsort((-lateness, events * 20 + (lateness <= 0) * 10 - impact))  # ties: by id
    ranked = scale.ids[processes[order]].tolist()
    worst = order[stopped.starts]
    late = np.bincount(events[lateness > 0], minlength=len(stopped.starts)).tolist()
    facts = zip(*(one[worst].tolist() for one in (lateness, back, impact)), strict=True)
    starts = stopped.starts.tolist()
    for start, count, cost, fact in zip(starts, late, costs, facts, strict=True):
        yield Gap(
            late=tuple(ranked[start : start + count]),
            hours=fact[0],
            duration_hours=fact[1],
            impact=fact[2],
            cost=cost,
            impact_of_cost=weighed.impact_of_cost(cost),
        )
