"""What the forms of dependencies and groups take."""

from datetime import date

import pytest

from smala_lockin.app import entries, links_form
from smala_lockin.domain.dependencies import DependencyId, GroupId
from smala_lockin.domain.errors import InvalidFact
from smala_lockin.domain.facts import FactRule
from smala_lockin.domain.kinds import Control, Role
from tests.builders import landscape_of

FIRST = DependencyId("d1")


@pytest.mark.parametrize(
    ("arrow", "provided", "controlled"),
    [
        pytest.param("shop -> erp", False, False, id="no supplier"),
        pytest.param("erp => acme", True, False, id="a supplier"),
        pytest.param("acme ~> corp", True, True, id="two suppliers"),
        pytest.param("erp => acme | other", True, False, id="in a group"),
    ],
)
def test_which_roles_fit(arrow: str, provided: bool, controlled: bool) -> None:
    landscape = landscape_of(arrow)
    roles = links_form.roles_for(landscape, landscape.dependencies[FIRST])
    assert (Role.PROVIDED_BY in roles, Role.CONTROLLED_BY in roles) == (provided, controlled)


@pytest.mark.parametrize("arrow", ["shop -> erp", "acme ~> corp", "erp => acme"])
def test_every_role_offered_can_be_taken(arrow: str) -> None:
    landscape = landscape_of(arrow)
    for role in links_form.roles_for(landscape, landscape.dependencies[FIRST]):
        after = links_form.change(FIRST, links_form.ROLE, role)(landscape)
        assert after.dependencies[FIRST].role is role


def test_control_by_a_fund_is_set() -> None:
    edit = links_form.change(FIRST, links_form.CONTROL, Control.INVESTOR)
    one = edit(landscape_of("acme ~> corp")).dependencies[FIRST]
    assert one.control is Control.INVESTOR


def test_whether_data_goes_along_may_be_as_usual_again() -> None:
    landscape = landscape_of("shop -> erp")
    never = links_form.change(FIRST, links_form.CARRIES_DATA, False)(landscape)
    usual = links_form.change(FIRST, links_form.CARRIES_DATA, None)(never)
    assert never.dependencies[FIRST].carries_data is False
    assert usual == landscape


def test_a_buffer_is_never_unknown() -> None:
    with pytest.raises(InvalidFact):
        entries.parse(links_form.BUFFER, "")


def test_a_test_of_switching_over_is_dated() -> None:
    edit = links_form.change_group(GroupId("g1"), links_form.TESTED_ON, date(2026, 3, 12))
    after = edit(landscape_of("shop -> dns1 | dns2"))
    assert after.groups[GroupId("g1")].tested_on == date(2026, 3, 12)


@pytest.mark.parametrize("rule", [*links_form.DEPENDENCY_RULES, *links_form.GROUP_RULES])
def test_every_field_has_a_label(rule: FactRule) -> None:
    assert links_form.label(rule)
