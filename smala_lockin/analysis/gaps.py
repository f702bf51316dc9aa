"""Gaps: how much longer something is gone for good than the processes tolerate.

The measure of the rules `loss` and `cut_off` (semantics, section 7).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from smala_lockin.analysis import assumptions
from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.failure import failed
from smala_lockin.analysis.risk_curve import Reading, Weighed
from smala_lockin.analysis.single_points import SinglePoint
from smala_lockin.analysis.timing import return_times, stop_times
from smala_lockin.domain.assets import AssetId

HOURS_A_DAY = 24
_LONG_GAP_HOURS, _VERY_LONG_GAP_HOURS = 10 * HOURS_A_DAY, 60 * HOURS_A_DAY
_BASE_OF_CRITICALITY = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How far an event outlasts what processes tolerate, under one reading of the unknown.

    `late` are the processes too late, the worst first; `hours` is by how much that one is and
    `duration_hours` when it is back; `impact` what that means, 1..5, also where nothing is late.
    `cost` is that of all that stands still, as far as known, and `impact_of_cost` what it means
    to a company of this revenue (0: nobody knows).
    """

    late: tuple[AssetId, ...]
    hours: float
    duration_hours: float
    impact: int
    cost: float
    impact_of_cost: int


def gap(
    stop_hours: Mapping[AssetId, float],
    return_hours: Mapping[AssetId, float],
    weighed: Weighed,
) -> Gap:
    """Return the gap of the process that fares worst, and what it means.

    Takes when each stopped process stops and is back. A process in time is never the worst while
    another is late, however much it matters.
    """
    lateness = {
        process: return_hours[process] - stop - weighed.tolerance_hours[process]
        for process, stop in stop_hours.items()
    }
    impact = {
        process: _BASE_OF_CRITICALITY[weighed.criticality[process]]
        + (hours > _LONG_GAP_HOURS)
        + (hours > _VERY_LONG_GAP_HOURS)
        for process, hours in lateness.items()
    }
    ranked = sorted(
        lateness, key=lambda one: (lateness[one] <= 0, -impact[one], -lateness[one], one)
    )
    worst = ranked[0]
    cost = weighed.cost({one: return_hours[one] - stop_hours[one] for one in stop_hours})
    return Gap(
        late=tuple(process for process in ranked if lateness[process] > 0),
        hours=lateness[worst],
        duration_hours=return_hours[worst],
        impact=impact[worst],
        cost=cost,
        impact_of_cost=weighed.impact_of_cost(cost),
    )


def loss_gaps(basis: Basis, point: SinglePoint) -> dict[Reading, Gap]:
    """Return the gap that losing a single point of failure for good leaves, by reading.

    With one seed all that fails is back when the seed is: R of each is the seed's duration.
    """
    estimate = assumptions.replacement_days(basis.landscape, point.asset)
    days = (estimate.low, estimate.usual, estimate.high)
    return {
        reading: gap(
            point.stop_times,
            dict.fromkeys(point.stop_times, days[reading.value] * HOURS_A_DAY),
            basis.weighed[reading],
        )
        for reading in Reading
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftermath:
    """What follows when some assets are gone for good.

    `stops` are the processes that stop, with T in hours, sooner first; `gaps` how long each
    reading asked for makes them wait, empty where none stops.
    """

    stops: Mapping[AssetId, float]
    gaps: Mapping[Reading, Gap]


def aftermath(
    basis: Basis, seeds: Collection[int], readings: Iterable[Reading] = Reading
) -> Aftermath:
    """Return what follows when the seeds are gone, each for its own replacement_days."""
    structure = basis.structure
    down = failed(structure, seeds)
    stopped = [i for i in structure.processes if i in down]
    if not stopped:
        return Aftermath(stops={}, gaps={})
    times = stop_times(structure, seeds, down)
    stops = {
        process: time for time, process in sorted((times[i], structure.ids[i]) for i in stopped)
    }
    found: dict[Reading, Gap] = {}
    for reading in readings:
        returns = return_times(structure, _durations(basis, seeds, reading), down)
        back = {process: returns[structure.index[process]] for process in stops}
        found[reading] = gap(stops, back, basis.weighed[reading])
    return Aftermath(stops=stops, gaps=found)


def _durations(basis: Basis, seeds: Collection[int], reading: Reading) -> dict[int, float]:
    durations: dict[int, float] = {}
    for seed in seeds:
        estimate = assumptions.replacement_days(basis.landscape, basis.structure.ids[seed])
        days = (estimate.low, estimate.usual, estimate.high)[reading.value]
        durations[seed] = days * HOURS_A_DAY
    return durations
