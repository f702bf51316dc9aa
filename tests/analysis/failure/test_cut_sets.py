"""Minimal cut sets: what has to fail together to stop a process."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.failure import cut_set_search, cut_sets, larger_sets
from smala_lockin.analysis.failure.cut_sets import LeftOut, NotAProcess, minimal_cut_sets
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

few = settings(max_examples=100, deadline=None)


def spelled(*sets: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(one.split()) for one in sets)


@pytest.mark.parametrize(
    ("arrows", "expected"),
    [
        pytest.param(["shop -> db"], ["db"], id="chain"),
        pytest.param(["shop -> dns1 | dns2"], ["dns1 dns2"], id="redundant pair"),
        pytest.param(["shop -> 2 of a | b | c"], ["a b", "a c", "b c"], id="two of three"),
        pytest.param(["shop -> a | b | c"], ["a b c"], id="three alternatives"),
        pytest.param(["shop -> db", "db -> shop"], ["db"], id="cycle"),
        pytest.param(["shop -> a | b", "a -> b"], ["b"], id="false redundancy"),
        pytest.param(
            ["shop -> a | b", "a ->> s"], ["a b", "b s"], id="what an alternative runs on"
        ),
        pytest.param(
            ["shop -> a | b", "a -> c | d", "b -> c | e"],
            ["a b", "a c e", "b c d", "c d e"],
            id="alternatives of alternatives",
        ),
        pytest.param(
            ["shop -> a | b", "a -> b | c", "b -> a | c"],
            ["a b", "a c", "b c"],
            id="a circle of alternatives",
        ),
        pytest.param(["shop -> a | b", "other -> b", "a -> other"], ["b"], id="through a process"),
    ],
)
def test_what_stops_a_shop(arrows: list[str], expected: list[str]) -> None:
    shop = landscape_of(*arrows, assets=[asset("shop", "process")])
    found = minimal_cut_sets(shop, "shop")
    assert found.sets == spelled(*expected)
    assert found.count == len(expected)
    assert not found.capped


def test_another_process_may_be_what_fails() -> None:
    found = minimal_cut_sets(
        landscape_of("shop -> a | b", assets=[asset("shop", "process"), asset("b", "process")]),
        "shop",
    )
    assert found.sets == (("a", "b"),)


def test_what_stands_in_for_a_process_has_cut_sets_too() -> None:
    apps = landscape_of("crm ->> server", assets=[asset("crm")])
    assert minimal_cut_sets(apps, "crm").sets == (("server",),)


@pytest.mark.parametrize(("id", "is_known"), [("db", True), ("nobody", False)])
def test_what_is_no_process_has_none(id: str, is_known: bool) -> None:
    with pytest.raises(NotAProcess) as raised:
        minimal_cut_sets(landscape_of("shop -> db"), id)
    assert raised.value.is_known == is_known


def test_sets_above_the_order_are_left_out_and_that_is_said() -> None:
    pair = landscape_of("shop -> a | b")
    assert minimal_cut_sets(pair, "shop", max_order=1).sets == ()
    assert minimal_cut_sets(pair, "shop", max_order=1).left_out == (LeftOut.LARGER,)
    assert minimal_cut_sets(pair, "shop", max_order=2).left_out == ()
    assert minimal_cut_sets(landscape_of("shop -> a | b | c | d"), "shop").capped


def test_of_very_many_sets_those_without_other_processes_are_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cut_sets, "MOST", 4)
    shop = landscape_of(
        "shop -> 2 of a | b | c",
        "shop -> x",
        assets=[asset("shop", "process"), asset("a", "process")],
    )
    found = minimal_cut_sets(shop, "shop")
    assert found.sets == spelled("x", "a b", "a c", "b c")
    assert not found.capped
    monkeypatch.setattr(cut_sets, "MOST", 2)
    found = minimal_cut_sets(shop, "shop")
    assert found.sets == spelled("x", "b c")
    assert found.count == 4
    assert found.left_out == (LeftOut.MANY,)


def test_a_search_that_is_given_up_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cut_set_search, "MOST_WORK", 0)
    shop = landscape_of("shop -> a | b | c", "shop -> d | e | f")
    assert LeftOut.SEARCH in minimal_cut_sets(shop, "shop").left_out


def test_a_look_for_larger_sets_that_is_given_up_says_that_there_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(larger_sets, "MOST_STEPS", 1)
    assert minimal_cut_sets(landscape_of("shop -> a | b"), "shop").left_out == (LeftOut.LARGER,)


@few
@given(landscapes(max_assets=10), st.integers(1, 3))
def test_cut_sets_are_what_brute_force_finds(landscape: Landscape, order: int) -> None:
    for process in sorted(oracle.processes(landscape))[:2]:
        found = minimal_cut_sets(landscape, process, max_order=order)
        expected = _by_brute_force(landscape, process, order)
        assert found.sets == tuple(expected)
        assert found.count == len(expected)
        assert found.capped == _has_larger(landscape, process, expected)


@few
@given(landscapes(max_assets=10))
def test_sets_found_in_small_runs_are_the_same(landscape: Landscape) -> None:
    whole = [minimal_cut_sets(landscape, one).sets for one in sorted(oracle.processes(landscape))]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cut_set_search, "_RUN_BYTES", 0)
        parts = [
            minimal_cut_sets(landscape, one).sets for one in sorted(oracle.processes(landscape))
        ]
    assert parts == whole


def _by_brute_force(landscape: Landscape, process: str, order: int) -> list[tuple[str, ...]]:
    """Try every set of assets that holds no smaller one, in the order of size and ids."""
    found: list[tuple[str, ...]] = []
    others = sorted(id for id in landscape.assets if id != process)
    for size in range(1, order + 1):
        for one in combinations(others, size):
            smaller = any(set(cut) <= set(one) for cut in found)
            if not smaller and process in oracle.failed(landscape, one):
                found.append(one)
    return found


def _has_larger(landscape: Landscape, process: str, found: list[tuple[str, ...]]) -> bool:
    others = sorted(id for id in landscape.assets if id != process)
    groups = oracle.groups_of(landscape, {"vital"})
    return any(
        process in oracle.fall(one, groups)
        for size in range(2, len(others) + 1)
        for one in combinations(others, size)
        if not any(set(cut) <= set(one) for cut in found)
    )
