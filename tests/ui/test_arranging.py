"""The selected cards are put in line by a command, a key or a menu, as one step."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QMenu

from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Position
from smala_lockin.ui.edit_actions import ARRANGE_MENU, arrange_words
from tests.builders import landscape_of
from tests.ui.hands import CTRL, SHIFT, Hand, OnMap

KEYS = [AssetId(name) for name in ("shop", "crm", "db", "mail")]
PLACES = dict(zip(KEYS, [(0.0, 0.0), (300.0, 120.0), (40.0, 400.0), (700.0, 900.0)], strict=True))
MAP = edits.move(landscape_of("shop -> crm", "crm -> db", "shop -> mail"), PLACES)


def places(hand: Hand) -> dict[AssetId, Position]:
    return dict(hand.window.document.landscape.positions)


def able(hand: Hand) -> set[str]:
    actions = hand.window.actions_by_id
    return {id for id in ARRANGE_MENU if id is not None and actions[id].isEnabled()}


def test_a_key_puts_the_selected_cards_in_line_as_one_step(on: OnMap) -> None:
    hand = on(MAP)
    hand.window.selection.choose_assets(KEYS[:3])
    hand.key(Qt.Key.Key_Left, CTRL | SHIFT)
    assert places(hand) == {
        **PLACES,
        AssetId("crm"): (0.0, 120.0),
        AssetId("db"): (0.0, 400.0),
    }
    assert hand.steps == ["Align left"]
    assert hand.window.actions_by_id["undo"].text() == "&Undo align left"
    hand.window.document.history.undo()
    assert places(hand) == PLACES


def test_each_command_is_one_step_that_can_be_taken_back(on: OnMap) -> None:
    hand = on(MAP)
    hand.window.selection.choose_assets(KEYS)
    for id in ARRANGE_MENU:
        if id is not None:
            hand.window.actions_by_id[id].trigger()
            assert places(hand) != PLACES
            assert len(hand.steps) == 1
            hand.window.document.history.undo()
            assert places(hand) == PLACES


def test_what_is_in_line_already_makes_no_step(on: OnMap) -> None:
    hand = on(MAP)
    hand.window.selection.choose_assets(KEYS[:2])
    hand.window.actions_by_id["align_top"].trigger()
    hand.window.actions_by_id["align_top"].trigger()
    assert hand.steps == ["Align at the top"]


def test_it_takes_two_cards_to_align_and_three_to_distribute(on: OnMap) -> None:
    hand = on(MAP)
    every = {id for id in ARRANGE_MENU if id is not None}
    aligned = {id for id in every if id.startswith("align")}
    expected: list[set[str]] = [set(), set(), aligned, every]
    for count, wanted in enumerate(expected):
        hand.window.selection.choose_assets(KEYS[:count])
        assert able(hand) == wanted


def test_the_menu_of_several_cards_offers_it_and_that_of_one_does_not(on: OnMap) -> None:
    hand = on(MAP)
    assert not offered(hand, 1)
    assert offered(hand, 2)


def offered(hand: Hand, count: int) -> bool:
    """Whether the menu on the map has the arrangements in a menu of their own."""
    hand.window.selection.choose_assets(KEYS[:count])
    hand.window.edit_commands.open_menu(QPoint(50, 50), QPointF(0, 0))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    inner = [one for one in menu.findChildren(QMenu) if one.title() == arrange_words()]
    ids = [one.objectName() for found in inner for one in found.actions() if one.objectName()]
    menu.close()
    return ids == [id for id in ARRANGE_MENU if id is not None]


def test_the_box_of_commands_knows_them(on: OnMap) -> None:
    hand = on(MAP)
    hand.window.selection.choose_assets(KEYS[:3])
    hand.key(Qt.Key.Key_K, CTRL)
    hand.type("distribute do")
    hand.key(Qt.Key.Key_Return)
    assert hand.steps == ["Distribute down"]


def test_cards_that_nobody_placed_stay_where_they_are_shown(on: OnMap) -> None:
    hand = on(landscape_of("shop -> crm", "crm -> db", "shop -> mail"))
    before = dict(hand.board.scene.places)
    hand.window.selection.choose_assets(KEYS[2:])
    hand.window.actions_by_id["align_right"].trigger()
    after = places(hand)
    assert [after[key] for key in KEYS[:2]] == [before[key] for key in KEYS[:2]]
    assert len({after[key][0] for key in KEYS[2:]}) == 1
