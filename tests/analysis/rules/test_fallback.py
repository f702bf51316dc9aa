"""Stand-ins that come too late, or that nobody ever tried."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from smala_lockin.analysis.failure.simulation import simulate
from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.analysis.scales.assumptions import max_outage_hours
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.kinds import AssetKind, Need
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import ago, found, reported
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

_LATELY = ago(10)


def _switching(
    hours: float | None,
    *,
    tested: date | None = _LATELY,
    criticality: int | None = 4,
    buffer: str = "",
) -> Landscape:
    shop = asset("shop", "process", criticality=criticality, max_outage_hours=8)
    landscape = landscape_of(f"shop -> mail | chat{buffer}", assets=[shop])
    group = replace(landscape.groups[GroupId("g1")], switch_hours=hours, tested_on=tested)
    return replace(landscape, groups={group.id: group})


def _found(landscape: Landscape) -> Finding | None:
    return found(landscape).get("untested_fallback:shop:g1")


def test_what_takes_longer_to_switch_to_than_there_is_time_is_a_risk() -> None:
    risk = _found(_switching(24))
    assert risk is not None
    assert (risk.sort, risk.assets, risk.level) == (Sort.RISK, ("shop",), 3)
    assert (risk.likelihood, risk.impact) == (3, 5)  # an application, away longer than 8 hours
    assert (risk.evidence.switch_hours, risk.evidence.late) == (24, ("shop",))


@pytest.mark.parametrize("hours", [0, 8])
def test_what_is_there_in_time_is_none(hours: float) -> None:
    assert _found(_switching(hours)) is None


@pytest.mark.parametrize(
    ("hours", "sort"), [(24, Sort.RISK), (None, None), (0, None)], ids=["slow", "unknown", "quick"]
)
def test_alternatives_that_fail_together_may_be_slow_as_well(
    hours: float | None, sort: Sort | None
) -> None:
    """They are one story; that nobody tried them is not asked, for it would not help."""
    plain = _switching(hours, tested=None)
    shared = landscape_of(
        *("shop -> mail | chat", "mail -> login", "chat -> login"),
        assets=[*plain.assets.values(), asset("login", "cloud_service")],
    )
    told = found(replace(shared, groups=plain.groups))
    slow, false = told.get("untested_fallback:shop:g1"), told["false_redundancy:shop:g1"]
    assert (slow and slow.sort) == sort
    assert slow is None or slow.bundle == false.bundle


def test_a_buffer_gives_time_to_switch() -> None:
    assert _found(_switching(24, buffer=" +20h")) is None
    assert _found(_switching(30, buffer=" +20h")) is not None


@pytest.mark.parametrize(
    ("landscape", "asked"),
    [
        pytest.param(_switching(1, tested=None), ("tested_on",), id="never tried"),
        pytest.param(_switching(1, tested=None, criticality=3), None, id="matters less"),
        pytest.param(_switching(None), None, id="there is time anyway"),
    ],
)
def test_what_was_never_tried_is_a_question(landscape: Landscape, asked: object) -> None:
    question = _found(landscape)
    assert (question and question.assumed) == asked
    assert question is None or question.sort is Sort.QUESTION


def test_how_long_it_takes_is_asked_where_the_usual_would_be_too_long() -> None:
    landscape = _switching(None, tested=None)
    hasty = replace(next(iter(landscape.assets.values())), max_outage_hours=2)
    question = _found(replace(landscape, assets={**landscape.assets, hasty.id: hasty}))
    assert question is not None
    assert question.assumed == ("switch_hours", "tested_on")


def test_what_fails_together_is_not_asked_about() -> None:
    landscape = landscape_of(
        "shop -> mail | chat",
        "mail -> entra",
        "chat -> entra",
        assets=[asset("shop", "process", criticality=5)],
    )
    assert _found(landscape) is None


@given(landscapes(max_assets=12))
@settings(max_examples=60, deadline=None)
def test_a_group_is_too_slow_just_if_it_switches_after_a_process_is_too_late(
    landscape: Landscape,
) -> None:
    slow = replace(
        landscape,
        groups={
            key: replace(one, switch_hours=(0, 5, 30, 800)[number % 4])
            for number, (key, one) in enumerate(landscape.groups.items())
        },
    )
    report = reported(slow)
    told = {
        group: set(one.evidence.stops)
        for one in report.of_sort(Sort.RISK)
        if one.rule is Rule.UNTESTED_FALLBACK
        for group in one.evidence.groups
    }
    assert told == {key: late for key in slow.groups if (late := _too_late(slow, key))}


def _too_late(landscape: Landscape, key: GroupId) -> set[AssetId]:
    """Return the processes too late when the owner stands still until a group has switched."""
    report = reported(landscape)
    group, members = landscape.groups[key], landscape.members[key]
    is_false = any(one.group == key and one.relevant for one in report.false_redundancies)
    if is_false or members[0].need is not Need.VITAL or group.needed == len(members):
        return set()
    slack = min(one.buffer_hours for one in members)
    stops = simulate(landscape, [f"asset:{group.owner}"]).failed
    late: set[AssetId] = set()
    for stop in stops:
        one = landscape.assets[stop.asset]
        counts = one.id in report.processes
        tolerated = max_outage_hours(one, landscape.settings).usual
        if counts and stop.stops_at_hours + slack + tolerated < (group.switch_hours or 0):
            late.add(one.id)
    assert all(landscape.assets[one].kind is not AssetKind.SUPPLIER for one in late)
    return late
