"""What an edit of a large map costs, its consistency check and its difference included.

SMALA_BENCH=full pytest tests/benchmarks/test_editing_values.py -s
"""

import os
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import diff
from smala_lockin.domain.landscape import Landscape
from tests.benchmarks.maps import big_map

T = TypeVar("T")

FULL = os.environ.get("SMALA_BENCH") == "full"
COUNT, ROUNDS, MOVES = (2_000, 20, 500) if FULL else (200, 1, 20)


@pytest.fixture(scope="module")
def landscape() -> Landscape:
    return big_map(COUNT)


def test_renaming_one_asset(benchmark: BenchmarkFixture, landscape: Landscape) -> None:
    asset = next(iter(landscape.assets.values()))
    renamed = replace(asset, name="Another name")
    after = _timed(benchmark, edits.put_assets, landscape, [renamed])
    assert after.assets[asset.id].name == "Another name"


def test_removing_one_asset(benchmark: BenchmarkFixture, landscape: Landscape) -> None:
    key = next(iter(landscape.assets))
    after = _timed(benchmark, edits.remove_assets, landscape, [key])
    assert key not in after.assets


def test_the_difference_of_two_landscapes(
    benchmark: BenchmarkFixture, landscape: Landscape
) -> None:
    after = edits.remove_assets(landscape, [next(iter(landscape.assets))])
    assert _timed(benchmark, diff, landscape, after).assets


def test_what_undo_keeps_of_many_moves(landscape: Landscape) -> None:
    cards = list(landscape.assets)
    start = edits.move(landscape, dict.fromkeys(cards, (0.0, 0.0)))
    tracemalloc.start()
    try:
        kept = [start]
        for number in range(MOVES):
            where = (float(number), 1.0)
            kept.append(edits.move(kept[-1], {AssetId(cards[number % len(cards)]): where}))
        taken, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(kept) == MOVES + 1
    print(f"\n{MOVES} moves of {COUNT} assets keep {taken / 2**20:.0f} MiB (at most 60)")


def _timed(benchmark: BenchmarkFixture, work: Callable[..., T], *arguments: object) -> T:
    result: T = benchmark.pedantic(work, arguments, rounds=ROUNDS)  # type: ignore[no-untyped-call]
    return result
