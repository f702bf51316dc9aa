"""What a report takes over from the one before an edit: only what would come out the same."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Event
from smala_lockin.analysis.failure.failing import failed
from smala_lockin.analysis.failure.timing import stop_and_return_times
from smala_lockin.analysis.rating import basis
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.domain import edits
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import Dependency, RedundancyGroup
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import Company
from smala_lockin.domain.settings import Settings
from smala_lockin.domain.thresholds import THRESHOLDS
from smala_lockin.knowledge import in_force
from tests import changes
from tests.analysis.days import TODAY
from tests.strategies import detailed_landscapes, random_landscape, with_details

SECTIONS: dict[str, Callable[[Report], object]] = {
    "processes": lambda it: (it.processes, it.stand_ins),
    "points": lambda it: [(one, list(one.stop_times)) for one in it.single_points],
    "false redundancies": lambda it: it.false_redundancies,
    "loops": lambda it: it.loops,
    "legal reach": lambda it: it.legal_reach,
    "findings": lambda it: it.findings,
    "headlines": lambda it: it.headlines,
    "next questions": lambda it: it.next_questions,
    "resilience": lambda it: it.resilience,
    "lock-in": lambda it: (it.figures.lock_in.services, it.figures.lock_in.suppliers),
    "exits": lambda it: it.figures.exits,
    "concentration": lambda it: (
        it.figures.concentration.by_root,
        it.figures.concentration.by_country,
        it.figures.concentration.by_hosting,
        it.figures.concentration.by_category,
    ),
    "AI chains": lambda it: (it.figures.ai_chains.all, it.figures.ai_chains.by_family),
    "sovereignty": lambda it: (it.figures.sovereignty.levels, it.figures.sovereignty.processes),
    "threats": lambda it: it.figures.threats,
}


def check_same(after: Landscape, before: Report, today: date = TODAY) -> Report:
    """Check that it makes no difference to know the report before; return that after."""
    found = build_report(after, today=today, before=before)
    fresh = build_report(replace(after), today=today)
    for name, section in SECTIONS.items():
        assert section(found) == section(fresh), name
    return found


def looked_at(landscape: Landscape) -> Report:
    """Return a report of which every section was asked for, so that each could be taken over."""
    report = build_report(landscape, today=TODAY)
    for section in SECTIONS.values():
        section(report)
    return report


@given(detailed_landscapes(max_assets=14), st.lists(st.integers(0, 2**32), min_size=3, max_size=3))
@settings(max_examples=40, deadline=None)
def test_a_report_after_edits_is_that_of_the_map(landscape: Landscape, seeds: list[int]) -> None:
    report = looked_at(landscape)
    for seed in seeds:
        landscape = changes.edited(landscape, seed)
        report = check_same(landscape, report)


@given(detailed_landscapes(max_assets=14), st.integers(0, 2**32))
@settings(max_examples=80, deadline=None)
def test_an_event_whose_mark_stays_fails_the_same_at_the_same_times(
    landscape: Landscape, seed: int
) -> None:
    before = EveryEvent.of(landscape)
    after = EveryEvent.of(changes.edited(landscape, seed), before)
    for event, mark in after.marked.marks.items():
        if before.marked.marks.get(event) is mark:
            assert times(before, event) == times(after, event)


def times(every: EveryEvent, event: Event) -> dict[AssetId, tuple[float, float]]:
    """Return T and R of what an event fails where each seed is away as long as its id is long."""
    structure = every.structure
    hours = {one: 10.0 * len(structure.ids[one]) for one in every.marked.seeds[event]}
    fallen = failed(structure, hours)
    stops, returns = stop_and_return_times(structure, hours)
    return {structure.ids[one]: (stops[one], returns[one]) for one in fallen}


def rich(seed: int = 5) -> Landscape:
    """Return a map in which much fails and much is known."""
    return with_details(random_landscape(random.Random(seed), 14), seed)


@pytest.mark.parametrize("fact", changes.ASSET)
def test_every_fact_of_an_asset_counts_at_once(fact: str) -> None:
    landscape = rich()
    report, chance = looked_at(landscape), random.Random(fact)
    for id in chance.sample(list(landscape.assets), 2):
        for value in chance.sample(changes.ASSET[fact](chance), 2):
            with changes.sensible():
                landscape = edits.put_fact(landscape, [id], fact, value)
                report = check_same(landscape, report)


@pytest.mark.parametrize("name", [*changes.DEPENDENCY, *changes.GROUP, *changes.COMPANY])
def test_every_fact_of_all_else_counts_at_once(name: str) -> None:
    landscape = rich()
    report = looked_at(landscape)
    for changed in changes.otherwise(landscape, name):
        check_same(changed, report)


@pytest.mark.parametrize("name", [*changes.SETTINGS, *THRESHOLDS])
def test_every_setting_counts_at_once(name: str) -> None:
    for seed in range(2):
        landscape = rich(seed)
        with_other = changes.with_threshold if name in THRESHOLDS else changes.with_setting
        check_same(with_other(landscape, name), looked_at(landscape))


@pytest.mark.parametrize(
    ("thing", "known"),
    [
        pytest.param(Asset, changes.ASSET, id="asset"),
        pytest.param(Dependency, changes.DEPENDENCY, id="dependency"),
        pytest.param(RedundancyGroup, changes.GROUP, id="group"),
        pytest.param(Company, changes.COMPANY, id="company"),
        pytest.param(Settings, changes.SETTINGS, id="settings"),
    ],
)
def test_no_fact_is_left_out_of_these_tests(thing: type, known: dict[str, Any]) -> None:
    assert changes.fields_of(thing) == set(known)


@pytest.mark.parametrize("days", [1, 100, 400])
def test_the_day_counts_at_once(days: int) -> None:
    for seed in range(3):
        landscape = rich(seed)
        check_same(landscape, looked_at(landscape), TODAY + timedelta(days=days))


def test_nothing_is_worked_out_twice_for_a_card_that_was_renamed() -> None:
    landscape = rich()
    report = looked_at(landscape)
    renamed = edits.put_fact(landscape, [next(iter(landscape.assets))], "name", "Other")
    after = check_same(renamed, report)
    old = {id(one) for one in report.single_points}
    assert report.single_points
    assert all(id(one) in old for one in after.single_points)


def test_what_the_catalogue_says_counts_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    report = looked_at(rich())
    other = in_force.Tables(in_force.tables().overlay)
    monkeypatch.setattr(basis, "tables", lambda: other)
    again = build_report(rich(), today=TODAY, before=report)
    old = {id(one) for one in report.single_points}
    assert not any(id(one) in old for one in again.single_points)
