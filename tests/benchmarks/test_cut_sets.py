"""How long cut sets take, and how much longer brute force would (run as `test_analysis` says).

Wanted: order 2 for every process of criticality 4 or more on 300 assets with 25 groups below
200 ms; order 3 for one process on 1,000 assets below 2 s. Processor time, printed.
"""

import os
import random
import time
from collections.abc import Callable
from itertools import combinations
from typing import TypeVar

import pytest

from smala_lockin.analysis.failure.cut_sets import CutSets, CutSetSearch, minimal_cut_sets
from smala_lockin.analysis.failure.failing import failed
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.scales.assumptions import weight
from smala_lockin.domain.landscape import Landscape
from tests.benchmarks.maps import big_map
from tests.builders import asset, landscape_of

T = TypeVar("T")

FULL = os.environ.get("SMALA_BENCH") == "full"
ROUNDS = 5 if FULL else 1


def test_pairs_of_every_process_that_matters() -> None:
    landscape = big_map(300)
    found, seconds = timed(lambda: of_all_that_matter(landscape))
    assert found
    print(
        f"\norder 2 of {len(found)} processes, {len(landscape.assets)} assets,"
        f" {len(landscape.groups)} groups: {seconds * 1000:.0f} ms (below 200)"
    )


@pytest.mark.parametrize("is_usual", [True, False], ids=["usual", "nothing but alternatives"])
def test_threes_of_one_process(is_usual: bool) -> None:
    count = 1_000 if FULL else 150
    landscape = big_map(count) if is_usual else alternatives(count)
    structure = Structure.of(landscape)
    process = structure.ids[structure.processes[0]]
    found, seconds = timed(lambda: minimal_cut_sets(landscape, process))
    print(
        f"\norder 3 of one process, {count} assets, {len(landscape.groups)} groups:"
        f" {seconds * 1000:.0f} ms for {found.count} sets (below 2000)"
    )


def test_beside_brute_force() -> None:
    landscape = big_map(40)
    structure = Structure.of(landscape)
    top = structure.processes[0]
    found, seconds = timed(lambda: minimal_cut_sets(landscape, structure.ids[top]))
    slow, slow_seconds = timed(lambda: by_brute_force(structure, top), rounds=1)
    assert [len(one) for one in found.sets] == [len(one) for one in slow]
    print(f"\nbrute force on 40 assets takes {slow_seconds / seconds:.0f} times as long")


def of_all_that_matter(landscape: Landscape) -> list[CutSets]:
    structure = Structure.of(landscape)
    search = CutSetSearch.of(structure)
    chosen = [one for one in structure.processes if weight(structure.assets[one]) >= 4]
    return [search.of_process(structure.ids[one], max_order=2) for one in chosen]


def alternatives(count: int) -> Landscape:
    """Return a map in which all that is vital stands in groups of two or three."""
    chance = random.Random(1)
    arrows = []
    for number in range(count - 3):
        later = range(number + 1, min(count, number + 60))
        for _ in range(2):
            chosen = chance.sample(later, min(len(later), chance.choice((2, 2, 3))))
            arrows.append(f"a{number} -> " + " | ".join(f"a{one}" for one in chosen))
    return landscape_of(*arrows, assets=[asset("a0", "process")])


def by_brute_force(structure: Structure, top: int) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    others = [one for one in range(len(structure.ids)) if one != top]
    for size in (1, 2, 3):
        for one in combinations(others, size):
            if top in failed(structure, one) and not any(set(cut) <= set(one) for cut in found):
                found.append(one)
    return found


def timed(work: Callable[[], T], rounds: int = ROUNDS) -> tuple[T, float]:
    """Return what some work makes, and its shortest processor time in seconds."""
    times = []
    for _round in range(rounds):
        start = time.process_time()
        made = work()
        times.append(time.process_time() - start)
    return made, min(times)
