"""What never gets better by knowing less, nor worse by having more to fall back on."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.failure.cut_sets import minimal_cut_sets
from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Mode
from smala_lockin.analysis.failure.simulation import simulate
from smala_lockin.analysis.failure.single_points import Bounds, Severity, single_points
from smala_lockin.analysis.rating.findings import Rule, Sort
from smala_lockin.analysis.scales import assumptions
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId, RedundancyGroup
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, Control, Need, Role
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import reported
from tests.builders import asset
from tests.strategies import landscapes, whole_landscapes

few = settings(max_examples=100, deadline=None)
_ORDER = {severity: number for number, severity in enumerate(Severity)}
_SPARE = AssetId("spare")
_ASSUMED = ("criticality", "max_outage_hours", "recovery_hours", "replacement_days")


def with_fact(landscape: Landscape, key: AssetId, fact: str, value: Any) -> Landscape:
    given: dict[str, Any] = {fact: value}
    changed = replace(landscape.assets[key], **given)
    return replace(landscape, assets={**landscape.assets, key: changed})


def stops(landscape: Landscape) -> dict[str, set[str]]:
    """Return what each event stops."""
    every = EveryEvent.of(landscape)
    return {str(event): set(every.stops(event)) for event in every.events}


@few
@given(
    landscapes(),
    st.integers(0, 11),
    st.sampled_from(["criticality", "max_outage_hours", "recovery_hours", "replacement_days"]),
)
def test_to_forget_a_fact_widens_what_a_failure_may_breach(
    landscape: Landscape, number: int, fact: str
) -> None:
    key = list(landscape.assets)[number % len(landscape.assets)]
    less = with_fact(landscape, key, fact, None)
    before = {one.asset: one for one in single_points(landscape)}
    after = {one.asset: one for one in single_points(less)}
    assert before.keys() == after.keys()
    for id, one in before.items():
        assert _is_within(one.severity, after[id].severity)
        assert _is_within(one.severity_if_lost, after[id].severity_if_lost)


def _is_within(narrow: Bounds, wide: Bounds) -> bool:
    least, most = _ORDER[wide.best], _ORDER[wide.worst]
    return least <= _ORDER[narrow.best] and _ORDER[narrow.worst] <= most


@settings(max_examples=40, deadline=None)
@given(landscapes(), st.integers(0, 11), st.sampled_from(["recovery_hours", "replacement_days"]))
def test_to_forget_a_usual_duration_widens_what_a_risk_may_be(
    landscape: Landscape, number: int, fact: str
) -> None:
    """As far as the duration was between what is assumed at best and at worst."""
    key = list(landscape.assets)[number % len(landscape.assets)]
    assume(landscape.assets[key].kind is not AssetKind.PROCESS)
    less = with_fact(landscape, key, fact, None)
    after = _ranges(less, key)
    low, usual, high, _known = getattr(assumptions, fact)(less, key)
    for value in (low, usual, high):
        before = _ranges(with_fact(landscape, key, fact, value), key)
        for finding, (least, most) in before.items():
            if finding in after:  # else it has become a question
                assert after[finding][0] <= least
                assert after[finding][1] >= most


@few
@given(
    whole_landscapes(max_assets=9),
    st.integers(0, 11),
    st.sampled_from([*_ASSUMED, "personal_data", "data_export", "skills", "exit_plan"]),
    st.integers(0, 4),
)
def test_to_forget_a_fact_never_narrows_what_a_risk_may_be(
    landscape: Landscape, number: int, fact: str, choice: int
) -> None:
    """As far as the fact was one of those that are assumed of it, from best to worst."""
    key = list(landscape.assets)[number % len(landscape.assets)]
    less = with_fact(landscape, key, fact, None)
    values = _possible(less, key, fact)
    before = reported(with_fact(landscape, key, fact, values[choice % len(values)]))
    after = {one.key: one for one in reported(less).findings}
    for one in before.of_sort(Sort.RISK):
        told = after.get(one.key)
        assert one.level_range is not None
        if told is not None and told.level_range is not None:
            assert told.level_range[1] >= one.level_range[1]
            if one.rule is not Rule.FALSE_REDUNDANCY:  # whose impact has a floor, see the curve
                assert told.level_range[0] <= one.level_range[0]
        elif (one.level or 0) >= 2 and fact in _ASSUMED:
            assert told is not None
            assert (told.evidence.could_be or 0) >= (one.level or 0)
        elif (one.level or 0) >= 2 and fact == "personal_data":
            assert any(other.assumed == (fact,) and key in other.assets for other in after.values())


def _possible(landscape: Landscape, key: AssetId, fact: str) -> list[Any]:
    one = landscape.assets[key]
    match fact:
        case "criticality":
            return [1, 2, 3, 4, 5]
        case "max_outage_hours":
            return list(assumptions.max_outage_hours(one, landscape.settings)[:3])
        case "recovery_hours" | "replacement_days":
            return list(getattr(assumptions, fact)(landscape, key)[:3])
        case _:
            choices = FACTS[fact].choices
            assert choices is not None
            return list(choices)


def _ranges(landscape: Landscape, key: AssetId) -> dict[str, tuple[int, int]]:
    """Return the levels that risks about one thing alone may have."""
    return {
        one.key: one.level_range
        for one in reported(landscape).of_sort(Sort.RISK)
        if one.rule in (Rule.SPOF, Rule.KEY_PERSON, Rule.LOSS)
        and one.assets == (key,)
        and one.level_range
    }


@few
@given(landscapes(), st.integers(0, 30))
def test_a_stand_in_never_makes_a_failure_stop_more(landscape: Landscape, number: int) -> None:
    more = _with_stand_in(landscape, number)
    before, after = stops(landscape), stops(more)
    for id in landscape.assets:
        assert after[f"asset:{id}"] <= before[f"asset:{id}"]
    assert after[f"asset:{_SPARE}"] == set()
    points = {one.asset for one in single_points(landscape)}
    assert {one.asset for one in single_points(more)} <= points


@few
@given(landscapes(max_assets=8), st.integers(0, 30))
def test_a_stand_in_never_makes_a_smaller_set_stop_a_process(
    landscape: Landscape, number: int
) -> None:
    more = _with_stand_in(landscape, number)
    for process in [one.id for one in landscape.assets.values() if one.kind == "process"][:1]:
        before = minimal_cut_sets(landscape, process).sets
        for one in minimal_cut_sets(more, process).sets:
            assert any(set(other) <= set(one) for other in before)


def _with_stand_in(landscape: Landscape, number: int) -> Landscape:
    """Let something new stand in for one of the vital dependencies."""
    vital = [one for one in landscape.dependencies.values() if one.need is Need.VITAL]
    assume(vital)
    chosen = vital[number % len(vital)]
    group = chosen.group or GroupId("stand-in")
    new = Dependency(
        id=DependencyId("to-spare"),
        source=chosen.source,
        target=_SPARE,
        role=Role.USES,
        need=Need.VITAL,
        buffer_hours=0.0,
        group=group,
    )
    dependencies = {**landscape.dependencies, chosen.id: replace(chosen, group=group), new.id: new}
    groups = dict(landscape.groups)
    groups.setdefault(group, RedundancyGroup(id=group, owner=chosen.source))
    with_spare = {**landscape.assets, _SPARE: asset(_SPARE)}
    return replace(landscape, assets=with_spare, dependencies=dependencies, groups=groups)


@few
@given(landscapes(), st.integers(0, 11), st.integers(1, 11), st.none() | st.sampled_from(Mode))
def test_an_investor_never_changes_what_stops(
    landscape: Landscape, number: int, step: int, mode: Mode | None
) -> None:
    suppliers = [one.id for one in landscape.assets.values() if one.kind is AssetKind.SUPPLIER]
    assume(len(suppliers) > 1)
    held, holder = (suppliers[place % len(suppliers)] for place in (number, number + step))
    assume(held != holder)
    link = Dependency(
        id=DependencyId("invests"),
        source=held,
        target=holder,
        role=Role.CONTROLLED_BY,
        need=Need.CONVENIENCE,
        buffer_hours=0.0,
        control=Control.INVESTOR,
    )
    invested = replace(landscape, dependencies={**landscape.dependencies, link.id: link})
    before, after = stops(landscape), stops(invested)
    assert before == after
    for event in before:
        assert _course(landscape, [event], mode) == _course(invested, [event], mode)


def _course(landscape: Landscape, events: Iterable[str], mode: Mode | None) -> object:
    found = simulate(landscape, events, mode)
    return found.failed, found.degraded, found.hours_late


@pytest.mark.parametrize("control", list(Control))
def test_who_controls_a_supplier_does_change_what_stops(control: Control) -> None:
    """The same link as part of a group does: the property above is not empty."""
    assets = [
        asset("shop", "process"),
        asset("crm", "cloud_service"),
        asset("acme", "supplier", country="BE"),
        asset("corp", "supplier", country="US"),
    ]
    dependencies = [
        _link("d1", "shop", "crm", Role.USES),
        _link("d2", "crm", "acme", Role.PROVIDED_BY),
        replace(_link("d3", "acme", "corp", Role.CONTROLLED_BY), control=control),
    ]
    landscape = Landscape.of(assets, dependencies)
    expected = {"shop"} if control is Control.GROUP else set()
    assert stops(landscape)["country:US"] == expected


def _link(id: str, source: str, target: str, role: Role) -> Dependency:
    return Dependency(
        id=DependencyId(id),
        source=AssetId(source),
        target=AssetId(target),
        role=role,
        need=Need.VITAL,
        buffer_hours=0.0,
    )
