"""The risk curve against the plain words of semantics, section 7."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.rating.curve_points import best, curve_points
from smala_lockin.analysis.rating.curves import curves, proposal
from smala_lockin.analysis.rating.risk_curve import (
    Outage,
    Proposal,
    was_tested_lately,
)
from smala_lockin.analysis.scales.assumptions import Estimate
from smala_lockin.analysis.scales.risk_table import Level, impact_of_cost, level, usual_likelihood
from smala_lockin.analysis.scales.weighing import Reading, Weighed
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, ExitPlan
from smala_lockin.domain.settings import DEFAULT
from tests.analysis.days import TODAY, ago
from tests.builders import asset

_CURVES = [one for one in AssetKind if one not in (AssetKind.PROCESS, AssetKind.SUPPLIER)]
_HOURS = st.sampled_from([0.0, 1.0, 3.9, 4.0, 8.0, 24.0, 71.0, 72.0, 200.0, 720.0, 5000.0])
_TABLE = """
    cloud_service, application | 4 | 3 | 2 | 1 | 1
    ai_service                 | 5 | 4 | 3 | 2 | 1
    infrastructure             | 4 | 3 | 2 | 2 | 1
    data                       | 3 | 3 | 2 | 2 | 1
    people                     | 5 | 4 | 4 | 3 | 2
    location                   | 3 | 2 | 2 | 1 | 1
"""
_MATRIX = """
    5 | 2 | 3 | 3 | 4 | 4
    4 | 1 | 2 | 3 | 3 | 4
    3 | 1 | 1 | 2 | 3 | 3
    2 | 0 | 1 | 1 | 2 | 2
    1 | 0 | 0 | 1 | 1 | 2
"""


@st.composite
def _processes(draw: st.DrawFn) -> tuple[dict[AssetId, float], Weighed]:
    count = draw(st.integers(1, 6))
    ids = [AssetId(f"p{number}") for number in range(count)]
    stopped = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    costs = st.sampled_from([0.0, 10.0, 1000.0])
    weighed = Weighed(
        criticality={one: draw(st.integers(1, 5)) for one in ids},
        weight_if_in_time={one: draw(st.integers(1, 5)) for one in ids},
        tolerance_hours={one: draw(_HOURS) for one in ids},
        cost_per_hour={one: draw(costs) for one in ids},
        revenue=draw(st.sampled_from([None, 100_000.0, 10_000_000.0])),
        reading=Reading.USUAL,
        settings=DEFAULT,
    )
    return {one: draw(_HOURS) for one in stopped}, weighed


@given(
    _processes(),
    st.sampled_from(_CURVES),
    st.none() | _HOURS,
    st.none() | st.integers(1, 4),
    st.booleans(),
)
@settings(deadline=None)  # numpy is loaded at first use
def test_the_curve_is_that_of_the_semantics(
    processes: tuple[dict[AssetId, float], Weighed],
    kind: AssetKind,
    recovery: float | None,
    units: int | None,
    tested: bool,
) -> None:
    stops, weighed = processes
    known = Estimate.of(recovery) if recovery is not None else _unknown()
    found = proposal(stops, weighed, kind, recovery=known, units=units, tested=tested)
    expected = _by_the_book(stops, weighed, kind, recovery, units, tested)
    assert (found.likelihood, found.impact, found.margin_hours) == expected
    assert set(found.late) == {
        one for one, stop in stops.items() if stop + weighed.tolerance_hours[one] <= expected[2]
    }


@given(
    _processes(),
    st.sampled_from(_CURVES),
    st.none() | st.builds(Estimate.of, _HOURS),
    st.none() | st.integers(1, 4),
    st.booleans(),
)
@settings(max_examples=50, deadline=None)
def test_points_read_one_by_one_have_the_same_best(
    processes: tuple[dict[AssetId, float], Weighed],
    kind: AssetKind,
    recovery: Estimate | None,
    units: int | None,
    tested: bool,
) -> None:
    stops, weighed = processes
    found = proposal(stops, weighed, kind, recovery=recovery, units=units, tested=tested)
    outage = Outage(stop_hours=stops, kind=kind, recovery=recovery, units=units, tested=tested)
    one = best(curve_points(outage, weighed))
    assert (one.likelihood, one.impact, one.level) == (
        *(found.likelihood, found.impact),
        found.level,
    )
    assert (one.margin_hours, one.usual) == (found.margin_hours, found.usual)
    assert set(one.late) == set(found.late)
    assert (one.of_cost > min(one.base + one.is_half, 5)) is (found.cost is not None)


@given(_processes(), st.data())
@settings(max_examples=20, deadline=None)
def test_many_curves_at_once_are_those_of_each_alone(
    processes: tuple[dict[AssetId, float], Weighed], data: st.DataObject
) -> None:
    stops, weighed = processes
    ids = st.sampled_from(sorted(stops))
    outages = data.draw(
        st.lists(
            st.builds(
                Outage,
                stop_hours=st.dictionaries(ids, _HOURS, min_size=1),
                kind=st.sampled_from(_CURVES),
                recovery=st.none() | st.builds(Estimate.of, _HOURS),
                units=st.none() | st.integers(1, 4),
                tested=st.booleans(),
            ),
            min_size=1,
            max_size=5,
        )
    )
    alone = [
        proposal(
            one.stop_hours,
            weighed,
            one.kind,
            recovery=one.recovery,
            units=one.units,
            tested=one.tested,
        )
        for one in outages
    ]
    many = curves(outages * 150, {Reading.USUAL: weighed})  # more than are worked out together
    assert [one[Reading.USUAL] for one in many] == alone * 150


@given(_processes(), st.sampled_from(_CURVES), _HOURS, st.data())
@settings(deadline=None, max_examples=30)
def test_readings_worked_out_together_are_what_each_is_by_itself(
    processes: tuple[dict[AssetId, float], Weighed],
    kind: AssetKind,
    hours: float,
    data: st.DataObject,
) -> None:
    stops, usual = processes
    low = replace(
        usual,
        reading=Reading.HARMLESS,
        criticality=dict.fromkeys(usual.criticality, data.draw(st.integers(1, 5))),
        weight_if_in_time=dict.fromkeys(usual.criticality, data.draw(st.integers(1, 5))),
    )
    high = replace(
        usual,
        reading=Reading.HARMFUL,
        tolerance_hours=dict.fromkeys(usual.criticality, data.draw(_HOURS)),
    )
    readings = {one.reading: one for one in (low, usual, high)}
    outage = Outage(stops, kind, Estimate(hours / 2, hours, hours * 2, False))
    alone = {
        reading: curves([outage], {reading: one})[0][reading] for reading, one in readings.items()
    }
    assert curves([outage] * 400, readings) == [alone] * 400  # in several lots


def _by_the_book(
    stops: Mapping[AssetId, float],
    weighed: Weighed,
    kind: AssetKind,
    recovery: float | None,
    units: int | None,
    tested: bool,
) -> tuple[int, int, float]:
    points = []
    for margin in {stop + weighed.tolerance_hours[one] for one, stop in stops.items()}:
        late = [one for one in stops if stops[one] + weighed.tolerance_hours[one] <= margin]
        base = {1: 1, 2: 2, 3: 3, 4: 4, 5: 4}
        impact = max(base[weighed.criticality[one]] for one in late)
        others = weighed.weight_if_in_time.items()
        rest = sum(weight for one, weight in others if one not in late)
        if sum(weighed.criticality[one] for one in late) >= rest:
            impact = min(impact + 1, 5)
        if weighed.revenue is not None:
            still = {one: max(margin - stop, 0) for one, stop in stops.items()}
            cost = sum(weighed.cost_per_hour[one] * hours for one, hours in still.items())
            shares = [0.001, 0.005, 0.02, 0.05]
            by_cost = 1 + sum(cost / weighed.revenue >= share for share in shares)
            impact = max(impact, by_cost)
        row = next(line for line in _TABLE.splitlines() if kind.value in line)
        columns = dict(zip([0, 4, 24, 72, 720], row.split("|")[1:], strict=True))
        likelihood = int(columns[max(bound for bound in columns if bound <= margin)])
        if recovery is not None:
            likelihood += 1 if recovery > margin else -1
        if units is not None and units >= 2:
            likelihood -= 2 if kind is AssetKind.PEOPLE and units >= 3 else 1
        likelihood = min(max(likelihood - tested, 1), 5)
        points.append((level(likelihood, impact, DEFAULT), impact, -margin, likelihood))
    _level, impact, margin, likelihood = max(points)
    return likelihood, impact, -margin


def _unknown() -> Estimate:
    return Estimate(low=4, usual=24, high=120, known=False)


@pytest.mark.parametrize("line", _MATRIX.strip().splitlines())
def test_the_matrix_is_that_of_the_semantics(line: str) -> None:
    likelihood, *levels = (int(cell) for cell in line.split("|"))
    assert [level(likelihood, impact, DEFAULT) for impact in range(1, 6)] == levels


def test_a_column_begins_at_its_bound() -> None:
    found = [
        usual_likelihood(AssetKind.AI_SERVICE, hours, DEFAULT) for hours in (0, 3.9, 4, 24, 72, 720)
    ]
    assert found == [5, 5, 4, 3, 2, 1]


def test_money_counts_from_a_thousandth_of_the_revenue() -> None:
    costs = [0, 999, 1000, 5000, 20_000, 50_000]
    assert [impact_of_cost(cost, 1_000_000, DEFAULT) for cost in costs] == [1, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("recovery", "likelihood"),
    [
        pytest.param(Estimate.of(8), 1, id="quicker than the margin"),
        pytest.param(Estimate.of(48), 3, id="slower than the margin"),
        pytest.param(_unknown(), 2, id="unknown"),
    ],
)
def test_a_known_recovery_moves_the_likelihood(recovery: Estimate, likelihood: int) -> None:
    assert _of_one_process(recovery).likelihood == likelihood


def test_of_margins_of_one_level_the_higher_impact_decides() -> None:
    stops = {AssetId("small"): 0.0, AssetId("big"): 0.0}
    weighed = Weighed(
        criticality={AssetId("small"): 3, AssetId("big"): 5, AssetId("other"): 5},
        weight_if_in_time={AssetId("small"): 3, AssetId("big"): 5, AssetId("other"): 5},
        tolerance_hours={AssetId("small"): 0.0, AssetId("big"): 30.0},
        cost_per_hour={},
        revenue=None,
        reading=Reading.USUAL,
        settings=DEFAULT,
    )
    early = level(usual_likelihood(AssetKind.LOCATION, 0, DEFAULT), 3, DEFAULT)
    found = proposal(stops, weighed, AssetKind.LOCATION)
    assert (early, found.level, found.impact, found.margin_hours) == (Level.MEDIUM, 2, 5, 30.0)


@pytest.mark.parametrize(
    ("facts", "lately"),
    [
        pytest.param({"exit_plan": ExitPlan.TESTED, "exit_plan_tested_on": ago(365)}, True, id="1"),
        pytest.param(
            {"exit_plan": ExitPlan.TESTED, "exit_plan_tested_on": ago(366)}, False, id="2"
        ),
        pytest.param({"exit_plan": ExitPlan.TESTED, "exit_plan_tested_on": ago(-1)}, False, id="3"),
        pytest.param({"exit_plan": ExitPlan.DRAFT, "exit_plan_tested_on": ago(10)}, False, id="4"),
        pytest.param({"exit_plan": ExitPlan.TESTED}, False, id="day unknown"),
    ],
)
def test_an_exit_plan_counts_when_tested_within_a_year(
    facts: dict[str, object], lately: bool
) -> None:
    assert was_tested_lately(asset("erp", "cloud_service", **facts), TODAY, DEFAULT) is lately
    assert not was_tested_lately(asset("ann", "people", **facts), TODAY, DEFAULT)


def _of_one_process(recovery: Estimate) -> Proposal:
    shop = AssetId("shop")
    weighed = Weighed(
        criticality={shop: 4},
        weight_if_in_time={shop: 4},
        tolerance_hours={shop: 24.0},
        cost_per_hour={},
        revenue=None,
        reading=Reading.USUAL,
        settings=DEFAULT,
    )
    return proposal({shop: 0.0}, weighed, AssetKind.CLOUD_SERVICE, recovery=recovery)
