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
from smala_lockin.analysis.failure.single_point import Bounds, Severity
from smala_lockin.analysis.failure.single_points import single_points
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId, RedundancyGroup
from smala_lockin.domain.kinds import AssetKind, Control, Need, Role
from smala_lockin.domain.landscape import Landscape
from tests.builders import asset
from tests.strategies import landscapes

few = settings(max_examples=100, deadline=None)
_ORDER = {severity: number for number, severity in enumerate(Severity)}
_SPARE = AssetId("spare")


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
