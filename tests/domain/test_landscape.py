"""A landscape that exists is consistent, and edits keep it so."""

from dataclasses import replace

import pytest

from smala_lockin.domain import edits
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.change import diff
from smala_lockin.domain.dependencies import DependencyId, GroupId
from smala_lockin.domain.errors import Fault, InvalidFact, InvalidLandscape
from smala_lockin.domain.kinds import AssetKind, Need, Role
from smala_lockin.domain.landscape import Landscape
from tests.builders import asset, landscape_of


def test_a_fact_out_of_range_names_itself() -> None:
    with pytest.raises(InvalidFact) as caught:
        asset("erp", criticality=6)
    assert (caught.value.fact, caught.value.fault) == ("criticality", Fault.OUT_OF_RANGE)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("max_outage_hours", float("nan")),
        ("recovery_hours", -1),
        ("country", "EU"),
        ("hosting_countries", ("be",)),
        ("units", 0),
        ("sovereignty", {"SOV-1": 5}),
        ("ecosystem", {"trust": 0}),
    ],
)
def test_what_no_fact_may_hold(fact: str, value: object) -> None:
    with pytest.raises(InvalidFact):
        Asset(id=AssetId("x"), kind=AssetKind.SUPPLIER, name="X", **{fact: value})  # type: ignore[arg-type]


def test_hosting_may_name_the_union() -> None:
    assert asset("erp", hosting_countries=("EU", "CH")).hosting_countries == ("EU", "CH")


def test_an_asset_needs_a_name() -> None:
    with pytest.raises(InvalidFact):
        asset("erp", name="  ")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        pytest.param({"target": "nowhere"}, Fault.UNKNOWN_ASSET, id="dangling"),
        pytest.param({"target": "shop"}, Fault.SELF_DEPENDENCY, id="itself"),
        pytest.param({"role": Role.PROVIDED_BY}, Fault.NOT_A_SUPPLIER, id="not a supplier"),
        pytest.param({"role": Role.CONTROLLED_BY}, Fault.NOT_A_SUPPLIER, id="control"),
        pytest.param({"group": "g9"}, Fault.UNKNOWN_GROUP, id="unknown group"),
    ],
)
def test_a_dependency_that_makes_no_sense_is_refused(changes: dict, fault: Fault) -> None:  # type: ignore[type-arg]
    good = landscape_of("shop -> db")
    bad = replace(good.dependencies[DependencyId("d1")], **changes)
    with pytest.raises(InvalidLandscape) as caught:
        replace(good, dependencies={bad.id: bad})
    assert (caught.value.fault, caught.value.id) == (fault, "d1")


@pytest.mark.parametrize(
    ("member", "changes", "fault"),
    [
        pytest.param("d2", {"need": Need.DEGRADING}, Fault.GROUP_NEED, id="two needs"),
        pytest.param("d2", {"target": "dns1"}, Fault.GROUP_TARGET_TWICE, id="target twice"),
        pytest.param("d2", {"source": "mail"}, Fault.GROUP_OWNER, id="two owners"),
    ],
)
def test_a_group_that_makes_no_sense_is_refused(member: str, changes: dict, fault: Fault) -> None:  # type: ignore[type-arg]
    good = landscape_of("shop -> dns1 | dns2", "mail -> dns1")
    bad = replace(good.dependencies[DependencyId(member)], **changes)
    with pytest.raises(InvalidLandscape) as caught:
        replace(good, dependencies={**good.dependencies, bad.id: bad})
    assert caught.value.fault is fault


@pytest.mark.parametrize("needed", [0, 3])
def test_a_group_needs_between_one_and_all_of_its_members(needed: int) -> None:
    good = landscape_of("shop -> dns1 | dns2")
    group = replace(good.groups[GroupId("g1")], needed=needed)
    with pytest.raises(InvalidLandscape):
        edits.put_group(good, group)


def test_control_takes_neither_need_nor_buffer() -> None:
    control = landscape_of("odoo ~> fund (investor)").dependencies[DependencyId("d1")]
    assert (control.need, control.buffer_hours) == (Need.CONVENIENCE, 0)


def test_an_asset_takes_its_dependencies_and_position_along() -> None:
    before = edits.move(landscape_of("shop -> db"), {AssetId("db"): (1, 2)})
    after = edits.remove_assets(before, [AssetId("db")])
    assert not after.dependencies
    assert not after.positions


def test_a_group_left_with_one_member_dissolves() -> None:
    after = edits.remove_assets(landscape_of("shop -> dns1 | dns2"), [AssetId("dns1")])
    assert not after.groups
    assert after.dependencies[DependencyId("d2")].group is None


def test_a_group_that_shrinks_needs_at_most_all_of_it() -> None:
    after = edits.remove_assets(landscape_of("shop -> 3 of a | b | c"), [AssetId("a")])
    assert after.groups[GroupId("g1")].needed == 2


def test_grouping_takes_the_need_of_the_first() -> None:
    apart = landscape_of("shop -> a", "shop -> b (degrading)")
    after = edits.group(apart, [DependencyId("d1"), DependencyId("d2")])
    assert {d.need for d in after.dependencies.values()} == {Need.VITAL}
    assert edits.ungroup(after, GroupId("g1")).groups == {}


def test_a_diff_names_what_differs_and_nothing_else() -> None:
    before = landscape_of("shop -> db", "shop -> web")
    renamed = replace(before.assets[AssetId("web")], name="Site")
    change = diff(before, edits.put_assets(before, [renamed, asset("new")]))
    assert change.assets.updated == {"web"}
    assert change.assets.added == {"new"}
    assert not change.dependencies


def test_a_move_does_not_touch_the_graph() -> None:
    before = landscape_of("shop -> db")
    change = diff(before, edits.move(before, {AssetId("db"): (5, 5)}))
    assert change
    assert not change.touches_graph


@pytest.mark.parametrize(
    ("text", "taken", "expected"),
    [
        ("Électricité & Co", (), "electricite-co"),
        ("erp", ("erp", "erp-2"), "erp-3"),
        ("d", ("d1",), "d2"),
        ("日本", (), "item"),
    ],
)
def test_ids_are_made_of_names(text: str, taken: tuple[str, ...], expected: str) -> None:
    assert edits.new_id(text, taken) == expected


def test_a_repeated_id_is_refused() -> None:
    with pytest.raises(InvalidLandscape):
        Landscape.of([asset("a"), asset("a")])
