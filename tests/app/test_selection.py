"""What is selected, and what lights up for it."""

from pytestqt.qtbot import QtBot

from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId, GroupId
from tests.builders import landscape_of

MAP = landscape_of("shop -> erp", "mail -> dns1 | dns2")
SHOP, ERP, FIRST = AssetId("shop"), AssetId("erp"), DependencyId("d1")


def test_a_dependency_lights_up_its_ends(qtbot: QtBot) -> None:
    selection = Selection()
    selection.choose_dependencies([FIRST])
    assert selection.lit(MAP) == frozenset({SHOP, ERP})


def test_a_group_lights_up_its_owner_and_members(qtbot: QtBot) -> None:
    selection = Selection()
    selection.choose_group(GroupId("g1"))
    assert selection.lit(MAP) == frozenset({"mail", "dns1", "dns2"})


def test_only_one_sort_of_thing_is_selected(qtbot: QtBot) -> None:
    selection = Selection()
    selection.choose_dependencies([FIRST])
    selection.choose_assets([SHOP])
    assert selection.dependencies == frozenset()
    selection.toggle_dependency(FIRST)
    assert (selection.assets, selection.marked) == (frozenset(), frozenset())


def test_what_went_off_the_map_lights_nothing(qtbot: QtBot) -> None:
    selection = Selection()
    selection.choose_dependencies([DependencyId("gone")])
    assert selection.lit(MAP) is None


def test_choosing_the_same_again_tells_nobody(qtbot: QtBot) -> None:
    selection = Selection()
    selection.choose_assets([SHOP])
    with qtbot.assertNotEmitted(selection.changed):
        selection.choose_assets([SHOP])
