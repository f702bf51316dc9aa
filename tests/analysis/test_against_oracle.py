"""The fast analysis agrees with the slow, obvious one on random small maps."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.failure import event_times
from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Mode
from smala_lockin.analysis.failure.failing import degraded, failed
from smala_lockin.analysis.failure.false_redundancy import false_redundancies
from smala_lockin.analysis.failure.loops import loops
from smala_lockin.analysis.failure.simulation import simulate
from smala_lockin.analysis.failure.single_point import SinglePoint
from smala_lockin.analysis.failure.single_points import single_points
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.reach import Reaches
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle
from tests.strategies import landscapes

few = settings(max_examples=200, deadline=None)


@few
@given(landscapes(), st.data())
def test_what_fails_is_the_least_fixed_point(landscape: Landscape, data: st.DataObject) -> None:
    structure = Structure.of(landscape)
    seeds = data.draw(st.sets(st.sampled_from(structure.ids), max_size=3))
    numbers = {structure.index[one] for one in seeds}
    fallen = failed(structure, numbers)
    worse = degraded(structure, fallen)
    assert set(structure.ids_of(fallen)) == oracle.failed(landscape, seeds)
    assert set(structure.ids_of(worse)) == oracle.degraded(landscape, seeds)


@few
@given(landscapes())
def test_every_event_is_there_and_stops_what_it_should(landscape: Landscape) -> None:
    every = EveryEvent.of(landscape)
    assert {str(event) for event in every.events} == oracle.every_event(landscape)
    assert len(set(every.events)) == len(every.events)
    for event in every.events:
        down = oracle.failed(landscape, oracle.seeds(landscape, str(event)))
        assert set(every.failed(event)) == down
        assert set(every.stops(event)) == oracle.stops(landscape, str(event))
        expected = oracle.blast_radius(landscape, str(event))
        assert math.isclose(every.blast_radius(event), expected)


@few
@given(landscapes(), st.data())
def test_a_simulation_is_what_the_definitions_say(
    landscape: Landscape, data: st.DataObject
) -> None:
    every = sorted(oracle.every_event(landscape))
    events = data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=3, unique=True))
    mode = data.draw(st.none() | st.sampled_from(Mode))
    found = simulate(landscape, events, mode)

    hours = _hours(landscape, events, mode)
    stops, returns = oracle.stop_times(landscape, hours), oracle.return_times(landscape, hours)
    assert {s.asset: (s.stops_at_hours, s.returns_at_hours) for s in found.failed} == {
        id: (stops[id], returns[id]) for id in oracle.failed(landscape, hours)
    }
    assert set(found.degraded) == oracle.degraded(landscape, hours)
    stopped = set(found.processes_stopped)
    assert stopped == oracle.failed(landscape, hours) & oracle.processes(landscape)
    assert found.hours_late == {
        id: returns[id] - stops[id] - oracle.max_outage(landscape, id) for id in stopped
    }
    rates = {
        id: landscape.assets[id].outage_cost_per_day
        for id in found.processes_stopped
        if landscape.assets[id].kind is AssetKind.PROCESS
    }
    known = {id: rate for id, rate in rates.items() if rate is not None}
    still = {id: max(0.0, returns[id] - stops[id]) / 24 for id in known}
    assert (found.cost is None) == (bool(found.processes_stopped) and not known)
    assert math.isclose(found.cost or 0.0, sum(known[id] * still[id] for id in known))
    assert set(found.unknown) == set().union(*(oracle.unknown(landscape, one) for one in events))
    if len(events) == 1 and mode is None:
        assert math.isclose(found.blast_radius, oracle.blast_radius(landscape, events[0]))


@few
@given(landscapes())
def test_single_points_are_what_the_definitions_say(landscape: Landscape) -> None:
    found = {one.asset: one for one in single_points(landscape)}
    expected = [id for id in landscape.assets if oracle.stops(landscape, f"asset:{id}")]
    assert sorted(found) == sorted(expected)
    for id, one in found.items():
        _check(landscape, id, one)


@few
@given(landscapes())
def test_events_in_a_large_circle_are_timed_alike(landscape: Landscape) -> None:
    every = EveryEvent.of(landscape)
    expected = every.stop_times(every.events)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(event_times, "LARGE_CYCLE", 0)
        assert every.stop_times(every.events) == expected


@few
@given(landscapes())
def test_false_redundancy_is_what_the_definitions_say(landscape: Landscape) -> None:
    found = {
        one.group: {(cause.cause, cause.relevant) for cause in one.shared}
        for one in false_redundancies(landscape)
    }
    assert found == oracle.false_redundancies(landscape)


@few
@given(landscapes())
def test_loops_stand_or_fall_together(landscape: Landscape) -> None:
    assert {frozenset(one) for one in loops(landscape)} == oracle.loops(landscape)


@few
@given(landscapes())
def test_legal_reach_is_what_the_definitions_say(landscape: Landscape) -> None:
    reaches = Reaches.of(landscape)
    shown = {one.asset for one in reaches.all()}
    for id, asset in landscape.assets.items():
        countries, direct, lost = oracle.reach(landscape, id)
        one = reaches.reach(id)
        assert (set(one.countries), set(one.unknown)) == (countries, lost)
        assert set(one.investors_only) == countries - direct
        place = asset.kind in (AssetKind.SUPPLIER, AssetKind.LOCATION)
        assert (id in shown) == (bool(countries or lost) and not place)
        for country in (*countries, "JP"):
            _check_witness(landscape, reaches, id, country, direct)


@few
@given(landscapes(), st.data())
def test_a_place_made_unknown_is_named_as_unknown_wherever_it_reaches(
    landscape: Landscape, data: st.DataObject
) -> None:
    id = data.draw(st.sampled_from(sorted(landscape.assets)))
    one = landscape.assets[id]
    if one.kind == "supplier":
        vaguer = replace(one, country=None)
    elif one.kind in ("cloud_service", "ai_service"):
        vaguer = replace(one, hosting_countries=None)
    else:
        return
    before = Reaches.of(landscape)
    after = Reaches.of(replace(landscape, assets={**landscape.assets, id: vaguer}))
    for asset in landscape.assets:
        lost = {*before.reach(asset).countries} - {*after.reach(asset).countries}
        assert not lost or id in after.reach(asset).unknown
        assert {*before.reach(asset).unknown} <= {*after.reach(asset).unknown}


def _hours(landscape: Landscape, events: list[str], mode: Mode | None) -> dict[str, float]:
    hours: dict[str, float] = {}
    forbidden: set[str] = set()
    for event in events:
        own = mode or oracle.default_mode(landscape, event)
        down = oracle.named(landscape, event)
        if own == "cut_off":
            forbidden |= down
        for id in down:
            hours[id] = max(hours.get(id, 0.0), oracle.duration(landscape, id, own))
    for id in oracle.cut_off(landscape, forbidden):
        hours[id] = max(hours.get(id, 0.0), oracle.duration(landscape, id, "cut_off"))
    return hours


def _check(landscape: Landscape, id: AssetId, one: SinglePoint) -> None:
    stops = oracle.stops(landscape, f"asset:{id}")
    times = oracle.stop_times(landscape, [id])
    asset = landscape.assets[id]
    margins = {process: times[process] + oracle.max_outage(landscape, process) for process in stops}
    lost = None if asset.replacement_days is None else asset.replacement_days * 24
    assert set(one.stops) == stops
    assert one.stop_times == {process: times[process] for process in stops}
    assert one.margins == margins
    assert one.margin_hours == min(margins.values())
    assert math.isclose(one.blast_radius, oracle.blast_radius(landscape, f"asset:{id}"))
    outage = oracle.severity(landscape, id, asset.recovery_hours)
    assert (one.severity.best, one.severity.worst) == outage
    loss = oracle.severity(landscape, id, lost)
    assert (one.severity_if_lost.best, one.severity_if_lost.worst) == loss


def _check_witness(
    landscape: Landscape, reaches: Reaches, id: AssetId, country: str, direct: set[str]
) -> None:
    way = reaches.witness(id, country)
    if country not in oracle.reach(landscape, id)[0]:
        assert way == ()
        return
    assert way[0].asset == id
    assert len(way) == oracle.shortest_way(landscape, id, country, investors=country not in direct)
    assert country in oracle.places(landscape.assets[way[-1].asset])
    assert any(step.through == "investor" for step in way) == (country not in direct)
    controlled = False
    for before, step in pairwise(way):
        between = [one for one in landscape.needs[before.asset] if one.target == step.asset]
        if step.through == "data":
            assert not controlled
            assert any(oracle.carries(landscape, one) for one in between)
        else:
            controlled = True
            control = "investor" if step.through == "investor" else "group"
            assert any(one.role == "controlled_by" and one.control == control for one in between)
