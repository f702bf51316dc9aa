"""Edits of facts, roles and needs."""

import pytest

from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId, Origin, Source
from smala_lockin.domain.dependencies import DependencyId
from smala_lockin.domain.errors import InvalidFact, InvalidLandscape
from smala_lockin.domain.kinds import AssetKind, Need, Role
from tests.builders import asset, landscape_of

SHOP, ERP, FIRST = AssetId("shop"), AssetId("erp"), DependencyId("d1")


def test_a_fact_typed_loses_its_origin_and_no_other() -> None:
    read = {"owner": Origin(source=Source.IMPORT), "users": Origin(source=Source.CATALOGUE)}
    before = landscape_of("shop -> erp", assets=[asset("erp", owner="Ann", users=3, origin=read)])
    after = edits.put_fact(before, [ERP], "owner", "Bob")
    assert after.assets[ERP].owner == "Bob"
    assert after.assets[ERP].origin.keys() == {"users"}


def test_a_fact_that_stays_as_it_is_keeps_its_origin() -> None:
    read = {"owner": Origin(source=Source.IMPORT)}
    before = landscape_of("shop -> erp", assets=[asset("erp", owner="Ann", origin=read)])
    assert edits.put_fact(before, [ERP], "owner", "Ann") == before


def test_one_fact_of_several_assets_is_set_at_once() -> None:
    after = edits.put_fact(landscape_of("shop -> erp"), [SHOP, ERP], "criticality", 4)
    assert {one.criticality for one in after.assets.values()} == {4}


def test_a_fact_out_of_range_is_refused() -> None:
    with pytest.raises(InvalidFact):
        edits.put_fact(landscape_of("shop -> erp"), [ERP], "criticality", 6)


def test_a_change_of_kind_keeps_the_facts() -> None:
    before = landscape_of("shop -> erp", assets=[asset("erp", users=3)])
    after = edits.put_fact(before, [ERP], "kind", AssetKind.INFRASTRUCTURE)
    assert (after.assets[ERP].kind, after.assets[ERP].users) == (AssetKind.INFRASTRUCTURE, 3)


def test_a_supplier_that_provides_something_stays_a_supplier() -> None:
    with pytest.raises(InvalidLandscape):
        edits.put_fact(landscape_of("erp => acme"), [AssetId("acme")], "kind", AssetKind.PEOPLE)


def test_a_new_role_brings_its_usual_need_and_buffer() -> None:
    before = landscape_of("erp => acme", assets=[asset("erp", "cloud_service")])
    one = edits.put_role(before, FIRST, Role.USES).dependencies[FIRST]
    assert (one.role, one.need, one.buffer_hours) == (Role.USES, Need.VITAL, 0.0)
    assert before.dependencies[FIRST].buffer_hours == 720.0


def test_a_new_role_leaves_alone_what_was_not_usual() -> None:
    before = landscape_of("shop -> erp +4h (degrading)")
    one = edits.put_role(before, FIRST, Role.RUNS_ON).dependencies[FIRST]
    assert (one.need, one.buffer_hours) == (Need.DEGRADING, 4.0)


def test_control_turned_into_provision_is_of_the_usual_need() -> None:
    one = edits.put_role(landscape_of("acme ~> corp"), FIRST, Role.PROVIDED_BY).dependencies[FIRST]
    assert (one.need, one.buffer_hours) == (Need.DEGRADING, 720.0)


def test_the_need_of_one_member_is_that_of_its_group() -> None:
    after = edits.put_need(landscape_of("shop -> dns1 | dns2"), FIRST, Need.DEGRADING)
    assert {one.need for one in after.dependencies.values()} == {Need.DEGRADING}
