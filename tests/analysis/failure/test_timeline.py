"""A simulation in the order of time, and what it costs as time goes by."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.failure.events import Mode
from smala_lockin.analysis.failure.simulation import Simulation, simulate
from smala_lockin.analysis.failure.timeline import CostPoint, cost_over_time, timeline
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

few = settings(max_examples=100, deadline=None)


def the_shop(**facts: float) -> Landscape:
    return landscape_of(
        "shop -> db +4h",
        assets=[
            asset("shop", "process", max_outage_hours=8.0, **facts),
            asset("db", recovery_hours=24.0),
        ],
    )


def test_a_course_goes_from_the_first_stop_to_the_last_return() -> None:
    course = timeline(simulate(the_shop(), ["asset:db"]))
    assert [(one.at_hours, one.stops, one.too_late, one.returns) for one in course] == [
        (0.0, ("db",), (), ()),
        (4.0, ("shop",), (), ()),
        (12.0, (), ("shop",), ()),
        (24.0, (), (), ("db", "shop")),
    ]


def test_what_holds_out_has_no_part_in_it() -> None:
    buffered = landscape_of("shop -> db +24h", assets=[asset("db", recovery_hours=8.0)])
    course = timeline(simulate(buffered, ["asset:db"]))
    assert [(one.stops, one.returns) for one in course] == [(("db",), ()), ((), ("db",))]


def test_a_cost_grows_while_things_stand_still() -> None:
    costs = cost_over_time(simulate(the_shop(outage_cost_per_day=240.0), ["asset:db"]))
    assert costs is not None
    assert costs.points == (
        CostPoint(at_hours=0.0, cost=0.0, cost_per_day=0.0),
        CostPoint(at_hours=4.0, cost=0.0, cost_per_day=240.0),
        CostPoint(at_hours=24.0, cost=200.0, cost_per_day=0.0),
    )
    assert [costs.at(hours) for hours in (0.0, 4.0, 10.0, 24.0, 1000.0)] == [0, 0, 60, 200, 200]


def test_a_cost_that_nobody_gave_is_no_curve_and_some_are_named() -> None:
    assert cost_over_time(simulate(the_shop(), ["asset:db"])) is None
    both = landscape_of(
        "shop -> db",
        "mill -> db",
        assets=[asset("shop", "process", outage_cost_per_day=24.0), asset("mill", "process")],
    )
    costs = cost_over_time(simulate(both, ["asset:db"]))
    assert costs is not None
    assert costs.unknown == ("mill",)


@st.composite
def simulations(draw: st.DrawFn) -> Simulation:
    landscape = draw(landscapes())
    every = sorted(oracle.every_event(landscape))
    events = draw(st.lists(st.sampled_from(every), min_size=1, max_size=3, unique=True))
    return simulate(landscape, events, draw(st.none() | st.sampled_from(Mode)))


@few
@given(simulations())
def test_at_each_moment_happens_what_the_times_say(result: Simulation) -> None:
    for moment in timeline(result):
        hours = moment.at_hours
        away = [one for one in result.failed if one.returns_at_hours > one.stops_at_hours]
        assert set(moment.stops) == {it.asset for it in away if it.stops_at_hours == hours}
        assert set(moment.returns) == {it.asset for it in away if it.returns_at_hours == hours}
        assert moment.stops or moment.too_late or moment.returns
    late = [process for moment in timeline(result) for process in moment.too_late]
    assert sorted(late) == sorted(result.late)


@few
@given(simulations(), st.floats(0, 20_000))
def test_a_cost_by_any_time_is_that_of_all_that_stood_still_until_then(
    result: Simulation, hours: float
) -> None:
    costs = cost_over_time(result)
    if costs is None:
        assert result.cost is None
        return
    expected = sum(
        per_day * max(0.0, min(hours, one.returns_at_hours) - one.stops_at_hours) / 24
        for one in result.failed
        if (per_day := result.cost_per_day.get(one.asset))
    )
    assert math.isclose(costs.at(hours), expected, abs_tol=1e-6)
    assert result.cost is not None
    assert math.isclose(costs.at(10**9), result.cost, abs_tol=1e-6)
