"""What people are told about one thing that goes wrong."""

from smala_lockin.analysis.failure.simulation import simulate
from smala_lockin.analysis.failure.single_points import single_points
from tests.builders import asset, landscape_of


def test_what_is_back_before_the_buffer_ends_holds_out() -> None:
    buffered = landscape_of(
        "shop -> stock +24h",
        assets=[
            asset("shop", "process", outage_cost_per_day=100.0),
            asset("stock", recovery_hours=8.0),
        ],
    )
    found = simulate(buffered, ["asset:stock"])
    assert {one.asset: one.holds_out for one in found.failed} == {"shop": True, "stock": False}
    assert found.cost == 0
    assert found.late == ()


def test_a_cost_that_nobody_gave_is_not_zero() -> None:
    assert simulate(landscape_of("shop -> db"), ["asset:db"]).cost is None
    assert simulate(landscape_of("shop -> db", "other -> x"), ["asset:shop"]).cost is None


def test_what_was_assumed_is_named() -> None:
    found = simulate(landscape_of("shop -> db"), ["asset:db"])
    assert found.assumed == (
        ("db", "recovery_hours"),
        ("shop", "criticality"),
        ("shop", "max_outage_hours"),
    )


def test_a_map_without_process_lets_what_nothing_needs_stand_in() -> None:
    apps = landscape_of(
        "crm ->> server", assets=[asset("crm", criticality=5), asset("boss", "people")]
    )
    (point,) = single_points(apps)
    assert (point.asset, point.stops, point.margin_hours) == ("server", ("crm",), 8.0)


def test_once_a_process_exists_nothing_stands_in() -> None:
    apps = landscape_of("crm ->> server", assets=[asset("crm"), asset("shop", "process")])
    assert single_points(apps) == ()
    assert simulate(apps, ["asset:server"]).processes_stopped == ()


def test_a_map_that_is_empty_has_no_answers_and_no_trouble() -> None:
    assert single_points(landscape_of()) == ()
    assert simulate(landscape_of(), []).failed == ()


def test_a_chain_of_thousands_is_no_trouble() -> None:
    chain = landscape_of(*(f"a{n} -> a{n + 1} +1h" for n in range(3000)))
    last = simulate(chain, ["asset:a3000"])
    assert {str(one.asset): one.stops_at_hours for one in last.failed}["a0"] == 3000.0
