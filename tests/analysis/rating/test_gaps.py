"""What is gone for good, many events at a time, against the plain definitions."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.failure.event_times import stop_times
from smala_lockin.analysis.failure.failing import failed
from smala_lockin.analysis.failure.marks import Marked
from smala_lockin.analysis.failure.single_points import single_points
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.failure.timing import stop_and_return_times
from smala_lockin.analysis.rating.gap_arrays import aftermaths, losses, returns
from smala_lockin.analysis.rating.gaps import Gap
from smala_lockin.analysis.scales.assumptions import replacement_days
from smala_lockin.analysis.scales.weighing import Reading, Weighed
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import DEFAULT
from tests.strategies import landscapes

_REVENUE = 1_000_000.0


@given(landscapes(), st.data())
@settings(max_examples=150, deadline=None)
def test_an_aftermath_is_what_the_times_of_each_event_say(
    landscape: Landscape, data: st.DataObject
) -> None:
    structure = Structure.of(landscape)
    some = st.sets(st.sampled_from(range(len(structure.ids))), max_size=4)
    seeds = data.draw(st.lists(some, max_size=5))
    weighed = _weighed(structure)
    marked = Marked.of(structure, dict(enumerate(seeds)))
    stopped = stop_times(marked, range(len(seeds)))
    found = aftermaths(stopped, returns(structure, marked.seeds, stopped, weighed), weighed)
    assert list(found) == list(range(len(seeds)))
    for down, after in zip(seeds, found.values(), strict=True):
        for reading in Reading:
            stops, backs = _times(structure, down, reading)
            assert dict(after.stops) == stops
            assert list(after.stops) == sorted(stops, key=lambda one: (stops[one], one))
            if stops:
                _check(after.gaps[reading], stops, backs, weighed[reading])
        assert bool(after.gaps) is bool(after.stops)


@given(landscapes())
@settings(max_examples=100, deadline=None)
def test_what_falls_with_one_asset_is_back_when_that_is(landscape: Landscape) -> None:
    structure = Structure.of(landscape)
    weighed, points = _weighed(structure), single_points(structure)
    days = [replacement_days(landscape, one.asset) for one in points]
    for point, gaps in zip(
        points, losses([one.stop_times for one in points], days, weighed), strict=True
    ):
        for reading in Reading:
            stops, backs = _times(structure, {structure.index[point.asset]}, reading)
            stops.pop(point.asset, None)
            _check(gaps[reading], stops, backs, weighed[reading])


def _times(
    structure: Structure, seeds: set[int], reading: Reading
) -> tuple[dict[AssetId, float], dict[AssetId, float]]:
    """Return T and R, in hours, of the processes that these stop when they are gone for good."""
    days = {one: replacement_days(structure.landscape, structure.ids[one]) for one in seeds}
    hours = {
        one: 24 * {0: found.low, 1: found.usual, 2: found.high}[reading.value]
        for one, found in days.items()
    }
    down = failed(structure, seeds)
    stops, backs = stop_and_return_times(structure, hours)
    stopped = down.intersection(structure.processes)
    return (
        {structure.ids[one]: stops[one] for one in stopped},
        {structure.ids[one]: backs[one] for one in stopped},
    )


def _check(
    found: Gap, stops: Mapping[AssetId, float], backs: Mapping[AssetId, float], weighed: Weighed
) -> None:
    lateness = {p: backs[p] - stops[p] - weighed.tolerance_hours[p] for p in stops}
    base = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}
    impact = {
        p: base[weighed.criticality[p]] + (hours > 10 * 24) + (hours > 60 * 24)
        for p, hours in lateness.items()
    }
    ranked = sorted(stops, key=lambda p: (lateness[p] <= 0, -impact[p], -lateness[p], p))
    worst = ranked[0]
    assert found.late == tuple(p for p in ranked if lateness[p] > 0)
    assert (found.hours, found.duration_hours) == (lateness[worst], backs[worst])
    assert found.impact == impact[worst]
    rates = weighed.cost_per_hour
    cost = sum(rates.get(p, 0.0) * max(backs[p] - stops[p], 0.0) for p in stops)
    assert found.cost == pytest.approx(cost)
    assert found.impact_of_cost == weighed.impact_of_cost(found.cost)


def _weighed(structure: Structure) -> dict[Reading, Weighed]:
    processes = {structure.ids[one]: structure.assets[one] for one in structure.processes}
    return {reading: Weighed.of(processes, reading, _REVENUE, DEFAULT) for reading in Reading}
