"""How long the analysis takes beside the plainest walk of the same map.

    SMALA_BENCH=full pytest tests/benchmarks/test_analysis.py -s

runs the sizes of the figures (10,000 assets) and prints the ratios; else small maps run once, so
that these files keep working. B is networkx's `to_undirected` plus `articulation_points`. It is
processor time that is measured, for neighbours load the machine.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from typing import TypeVar

import networkx as nx
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Mode, parse_event, seeds
from smala_lockin.analysis.failure.false_redundancy import FalseRedundancy, false_redundancies
from smala_lockin.analysis.failure.loops import loops
from smala_lockin.analysis.failure.simulation import simulate
from smala_lockin.analysis.failure.single_point import SinglePoint
from smala_lockin.analysis.failure.single_points import single_points
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.every_figure import Figures
from smala_lockin.analysis.figures.reach import Reach, Reaches
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId
from smala_lockin.domain.kinds import Need
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.project import save
from tests.benchmarks.maps import big_map

T = TypeVar("T")
DAY = date(2026, 11, 22)

pytestmark = pytest.mark.benchmark(timer=time.process_time)

FULL = os.environ.get("SMALA_BENCH") == "full"
COUNT, ROUNDS, WARM = (10_000, 5, 1) if FULL else (400, 1, 0)


@pytest.fixture(scope="module")
def landscape() -> Landscape:
    return big_map(COUNT)


def test_every_event_with_stops_false_redundancy_and_reach(
    benchmark: BenchmarkFixture, landscape: Landscape
) -> None:
    every, false, reach = _timed(benchmark, landscape, _stops)
    assert any(outcome.stops for outcome in every.outcomes)
    assert any(one.relevant for one in false)
    assert reach
    _print_in_b("events, stops, false redundancy, reach (at most 5 B)", benchmark, landscape)


def test_the_same_with_times_margins_and_severities(
    benchmark: BenchmarkFixture, landscape: Landscape
) -> None:
    assert _timed(benchmark, landscape, _times)
    _print_in_b("and stop times, margins, severities (at most 15 B)", benchmark, landscape)


def test_one_cycle_through_many_assets(benchmark: BenchmarkFixture) -> None:
    landscape = big_map(COUNT, one_cycle=COUNT * 15 // 100)
    assert _timed(benchmark, landscape, _times, rounds=1)
    assert len(loops(landscape)) == 1
    _print_in_b("the same with one large cycle (no limit)", benchmark, landscape)


def test_a_map_of_300_assets(benchmark: BenchmarkFixture) -> None:
    assert _timed(benchmark, big_map(300), _times, rounds=30 if FULL else 1)
    best = float(benchmark.stats.stats.min) if benchmark.stats else float("nan")
    print(f"\n300 assets: {best * 1000:.1f} ms at best (below 15 ms)")


def test_a_full_report(benchmark: BenchmarkFixture, landscape: Landscape) -> None:
    assert _timed(benchmark, landscape, _report).headlines
    _print_in_b("report: findings and headlines (with all else at most 20 B)", benchmark, landscape)


def test_a_full_report_with_all_sections(benchmark: BenchmarkFixture, landscape: Landscape) -> None:
    assert _timed(benchmark, landscape, _with_all_sections).headlines
    _print_in_b("full report, all sections and questions (at most 20 B)", benchmark, landscape)


@pytest.mark.parametrize(("count", "limit_ms"), [(300, 30), (2000, 300)])
def test_a_full_report_of_a_smaller_map(
    benchmark: BenchmarkFixture, count: int, limit_ms: int
) -> None:
    assert _timed(benchmark, big_map(count), _report, rounds=20 if FULL else 1).findings
    best = float(benchmark.stats.stats.min) if benchmark.stats else float("nan")
    print(f"\nreport of {count} assets: {best * 1000:.0f} ms at best (below {limit_ms} ms)")


EDITS: dict[str, Callable[[Landscape], Landscape]] = {
    "name": lambda it: edits.put_fact(it, [_middle(it)], "name", "Another name"),
    "recovery time": lambda it: edits.put_fact(it, [_middle(it)], "recovery_hours", 17.0),
    "criticality": lambda it: edits.put_fact(it, [next(iter(it.assets))], "criticality", 5),
    "need": lambda it: edits.put_need(it, _vital(it), Need.DEGRADING),
    "deletion": lambda it: edits.remove_assets(it, [_middle(it)]),
}


@pytest.mark.parametrize("count", [300, 2_000, 10_000] if FULL else [100])
def test_a_report_after_an_edit(count: int) -> None:
    landscape = big_map(count)
    before = _seen(build_report(landscape, today=DAY))
    rounds = 3 if FULL else 1
    whole = _median_of(lambda: _seen(build_report(replace(landscape), today=DAY)), rounds)
    told = []
    for name, edit in EDITS.items():
        after = edit(landscape)
        spent = _median_of(
            lambda after=after: _seen(  # type: ignore[misc]
                build_report(replace(after), today=DAY, before=before)
            ),
            rounds,
        )
        told.append(f"{name} {spent * 1000:.0f} ms ({spent / whole:.2f} of a whole report)")
    print(f"\nafter an edit of {count} assets: {', '.join(told)}; whole {whole * 1000:.0f} ms")
    assert build_report(after, today=DAY, before=before).findings


def _seen(report: Report) -> Report:
    """Return a report of which all that the window shows at once was asked for."""
    assert report.next_questions
    assert report.figures.lock_in.suppliers
    return report


def _middle(landscape: Landscape) -> AssetId:
    return list(landscape.assets)[len(landscape.assets) // 2]


def _vital(landscape: Landscape) -> DependencyId:
    every = landscape.dependencies.values()
    return next(one.id for one in every if one.need is Need.VITAL and one.group is None)


def test_every_figure(benchmark: BenchmarkFixture, landscape: Landscape) -> None:
    every = EveryEvent.of(landscape)
    reaches = Reaches.of(every.structure)
    assert every.outcomes

    def figures(_landscape: Landscape) -> Figures:
        found = Figures.of(every, reaches, today=DAY)
        assert found.lock_in.services
        assert found.exits
        assert found.concentration.by_root.buckets
        assert found.concentration.by_country.buckets
        assert found.ai_chains.all
        assert found.sovereignty.processes
        return found

    _timed(benchmark, landscape, figures)
    _print_in_b("lock-in, exits, concentration, AI chains, sovereignty", benchmark, landscape)


def test_simulating_the_country_that_reaches_furthest(
    benchmark: BenchmarkFixture, landscape: Landscape
) -> None:
    structure = Structure.of(landscape)
    event = parse_event(structure, "country:US")
    found = simulate(structure, [event])
    assert len(found.failed) > COUNT / 2
    benchmark.pedantic(  # type: ignore[no-untyped-call]
        simulate, (structure, [event]), rounds=3 * ROUNDS, warmup_rounds=WARM
    )
    down = seeds(structure, [(event, Mode.CUT_OFF)]).hours
    graph = _graph(landscape).reverse()
    graph.add_edges_from(("all seeds", structure.ids[one]) for one in down)
    walk = _median_of(lambda: nx.descendants(graph, "all seeds"), 3 * ROUNDS)
    print(f"\nsimulate: {_seconds(benchmark) / walk:.2f} x descendants (at most 3)")


@pytest.mark.skipif(not FULL, reason="only at full size: SMALA_BENCH=full")
def test_the_memory_of_a_whole_analyze_process(landscape: Landscape, tmp_path: Path) -> None:
    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not tell the most memory that a process had")
    path = tmp_path / "big.smala"
    save(landscape, path)
    command = [sys.executable, "-c", _WHOLE_ANALYZE, str(path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120, text=True)
    most = int(done.stdout.split()[-2]) / 1024
    print(f"\nanalyze: {most:.0f} MB at most (below 500 MB)")


_WHOLE_ANALYZE = """
import contextlib, io, sys
from pathlib import Path
from smala_lockin.__main__ import main
with contextlib.redirect_stdout(io.StringIO()):
    main(["analyze", sys.argv[1], "--json"])
lines = Path("/proc/self/status").read_text().splitlines()
print(next(line for line in lines if line.startswith("VmHWM")))
"""
"""The system's other figure for a child begins with what its parent had."""


def _stops(
    landscape: Landscape,
) -> tuple[EveryEvent, tuple[FalseRedundancy, ...], tuple[Reach, ...]]:
    every = EveryEvent.of(landscape)
    assert every.outcomes
    return every, false_redundancies(every), Reaches.of(every.structure).all()


def _times(landscape: Landscape) -> tuple[SinglePoint, ...]:
    every, _false, _reach = _stops(landscape)
    loops(every.structure)
    return single_points(every)


def _report(landscape: Landscape) -> Report:
    return build_report(landscape, today=DAY)


def _with_all_sections(landscape: Landscape) -> Report:
    report = _report(landscape)
    figures = report.figures
    assert figures.exits is not None
    assert figures.lock_in.services
    assert figures.lock_in.suppliers
    assert figures.concentration.by_root.buckets
    assert figures.sovereignty.levels
    assert figures.sovereignty.processes
    assert figures.ai_chains.all
    assert report.next_questions
    assert report.resilience.classes
    return report


def _timed(
    benchmark: BenchmarkFixture,
    landscape: Landscape,
    run: Callable[[Landscape], T],
    rounds: int = ROUNDS,
) -> T:
    """Run on a new copy each time: a landscape keeps what was once asked of it."""
    found: T = benchmark.pedantic(  # type: ignore[no-untyped-call]
        run, setup=lambda: ((replace(landscape),), {}), rounds=rounds, warmup_rounds=WARM
    )
    return found


def _print_in_b(what: str, benchmark: BenchmarkFixture, landscape: Landscape) -> None:
    graph = _graph(landscape)
    b = _median_of(lambda: list(nx.articulation_points(graph.to_undirected())), ROUNDS)
    print(f"\n{what}: {_seconds(benchmark) / b:.2f} B, B = {b * 1000:.0f} ms")


def _graph(landscape: Landscape) -> "nx.DiGraph[str]":
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(landscape.assets)
    graph.add_edges_from((one.source, one.target) for one in landscape.dependencies.values())
    return graph


def _seconds(benchmark: BenchmarkFixture) -> float:
    # With --benchmark-disable nothing is measured.
    return float(benchmark.stats.stats.median) if benchmark.stats else float("nan")


def _median_of(run: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return median(taken)
