"""Changing the map by hand: moving, selecting, grouping, naming, deleting, finding."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId, GroupId
from smala_lockin.domain.kinds import Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.ui.theme import LIGHT
from tests.builders import asset, landscape_of
from tests.ui.hands import CTRL, PAIR, SHIFT, OnMap, links

Key = Qt.Key


def test_a_drag_is_one_step_and_the_card_follows(on: OnMap) -> None:
    hand = on(PAIR)
    card = hand.board.scene.cards[AssetId("db")]
    before, way = card.at, QPoint(40, 90)
    hand.drag(hand.card("db"), hand.card("db") + way)
    moved = hand.view.mapFromScene(card.at) - hand.view.mapFromScene(before)
    assert (moved - way).manhattanLength() <= 2
    assert hand.steps == ["Move Db"]
    hand.drag(hand.card("db"), hand.card("db") + way)
    assert hand.steps == ["Move Db", "Move Db"]
    hand.window.document.history.undo()
    hand.window.document.history.undo()
    assert card.at == before


def test_selected_cards_move_together(on: OnMap) -> None:
    hand = on(PAIR)
    scene = hand.board.scene
    hand.click(hand.card("db"))
    hand.click(hand.card("dns1"), CTRL)
    apart = scene.cards[AssetId("db")].at - scene.cards[AssetId("dns1")].at
    hand.drag(hand.card("db"), hand.card("db") + QPoint(0, 100))
    assert scene.cards[AssetId("db")].at - scene.cards[AssetId("dns1")].at == apart
    assert hand.steps == ["Move 2 cards"]


def test_moving_one_card_pins_the_others_where_they_are_seen(on: OnMap) -> None:
    hand = on(PAIR)
    hand.drag(hand.card("db"), hand.card("db") + QPoint(0, 100))
    assert hand.window.document.landscape.positions == dict(hand.board.scene.places)


def test_a_frame_selects_what_it_touches(on: OnMap) -> None:
    hand = on(PAIR)
    corner = hand.card("dns1") - QPoint(120, 60)
    hand.drag(corner, hand.card("dns1"))
    assert hand.window.selection.assets == {"dns1"}
    hand.drag(hand.card("shop") - QPoint(160, 50), hand.card("shop"), SHIFT)
    assert hand.window.selection.assets == {"dns1", "shop"}


def test_two_arrows_can_stand_in_for_each_other(on: OnMap) -> None:
    hand = on(PAIR)
    hand.click(hand.arrow("d1"))
    hand.click(hand.arrow("d2"), CTRL)
    hand.key(Key.Key_G, CTRL)
    landscape = hand.window.document.landscape
    (group,) = landscape.groups.values()
    assert (group.owner, group.needed) == ("shop", 1)
    assert {one.target for one in landscape.members[group.id]} == {"dns1", "dns2"}
    assert hand.steps == ["Let Dns1 and Dns2 stand in for each other"]
    assert hand.window.selection.group == group.id


def test_cards_that_one_asset_needs_can_be_grouped(on: OnMap) -> None:
    hand = on(PAIR)
    hand.click(hand.card("dns1"))
    hand.click(hand.card("db"), CTRL)
    hand.key(Key.Key_G, CTRL)
    members = hand.window.document.landscape.members[GroupId("g1")]
    assert {one.target for one in members} == {"dns1", "db"}


def test_a_click_on_a_diamond_selects_the_group_and_delete_dissolves_it(on: OnMap) -> None:
    hand = on(landscape_of("shop -> dns1 | dns2"))
    diamond = hand.board.scene.diamonds[GroupId("g1")]
    hand.click(hand.view.mapFromScene(diamond.at))
    assert hand.window.selection.group == "g1"
    hand.key(Key.Key_Delete)
    assert hand.window.document.landscape.groups == {}
    assert len(hand.window.document.landscape.dependencies) == 2


def test_delete_takes_cards_and_arrows(on: OnMap) -> None:
    hand = on(PAIR)
    hand.click(hand.arrow("d3"))
    hand.key(Key.Key_Delete)
    assert DependencyId("d3") not in hand.window.document.landscape.dependencies
    hand.click(hand.card("dns1"))
    hand.key(Key.Key_Backspace)
    assert AssetId("dns1") not in hand.window.document.landscape.assets
    assert hand.steps == ["Delete the dependency of Shop on Db", "Delete Dns1"]
    hand.key(Key.Key_Z, CTRL)
    hand.key(Key.Key_Z, CTRL)
    assert hand.window.document.landscape == PAIR
    hand.key(Key.Key_Z, CTRL | SHIFT)
    hand.key(Key.Key_Y, CTRL)
    assert AssetId("dns1") not in hand.window.document.landscape.assets


def test_keys_of_the_map_do_nothing_to_it_elsewhere(on: OnMap) -> None:
    hand = on(PAIR)
    hand.click(hand.card("db"))
    hand.window.side.tabBar().setFocus()
    hand.key(Key.Key_Delete)
    hand.key(Key.Key_A)
    assert hand.window.document.landscape is PAIR
    assert not hand.board.add_box.isVisible()


def test_f2_renames_in_place(on: OnMap) -> None:
    hand = on(PAIR)
    hand.click(hand.card("db"))
    hand.key(Key.Key_F2)
    hand.type("Stock")
    hand.key(Key.Key_Return)
    assert hand.named("Stock").id == "db"
    assert hand.steps == ["Rename Db"]
    assert hand.view.hasFocus()


@pytest.mark.parametrize("typed", ["Other", "   "])
def test_a_name_is_left_as_it_was(on: OnMap, typed: str) -> None:
    hand = on(PAIR)
    hand.click(hand.card("db"))
    hand.key(Key.Key_F2)
    hand.type(typed)
    hand.key(Key.Key_Escape if typed.strip() else Key.Key_Return)
    assert hand.window.document.landscape is PAIR


def test_a_double_click_on_a_card_renames_it(on: OnMap) -> None:
    hand = on(PAIR)
    hand.click(hand.card("db"))
    hand.double_click(hand.card("db"))
    hand.type("Stock")
    hand.click(hand.empty())
    assert hand.named("Stock").id == "db"


def test_duplicates_need_the_same(on: OnMap) -> None:
    hand = on(PAIR)
    hand.click(hand.card("shop"))
    hand.key(Key.Key_D, CTRL)
    second = hand.named("Shop (copy)").id
    assert len(hand.window.document.landscape.needs[second]) == 3
    assert hand.window.selection.assets == {second}


def test_copies_go_from_one_window_to_another(on: OnMap) -> None:
    hand, other = on(PAIR), on(Landscape())
    hand.window.edit_commands.select_all()
    hand.window.edit_commands.copy()
    other.window.edit_commands.paste()
    assert links(other) == links(hand)
    assert other.steps == ["Paste 4 cards"]
    assert QApplication.clipboard().text() == "Shop\nDns1\nDns2\nDb"


def test_finding_selects_as_one_types_and_goes_on(on: OnMap) -> None:
    hand = on(PAIR)
    hand.key(Key.Key_F, CTRL)
    hand.type("dns")
    assert hand.window.selection.assets == {"dns1"}
    hand.key(Key.Key_Return)
    assert hand.window.selection.assets == {"dns2"}
    hand.key(Key.Key_Escape)
    assert hand.view.hasFocus()


def test_the_edit_menu_names_the_step(on: OnMap) -> None:
    hand = on(PAIR)
    undo = hand.window.actions_by_id["undo"]
    assert not undo.isEnabled()
    hand.drag(hand.handle("db"), hand.card("dns1"))
    assert undo.isEnabled()
    assert undo.text() == "&Undo connect Db to Dns1"


def test_control_lines_can_be_hidden(on: OnMap) -> None:
    hand = on(landscape_of("db => acme", "acme ~> corp"))
    scene = hand.board.scene
    middle = scene.arrows[DependencyId("d2")].middle
    assert scene.dependency_at(middle, 1.0) == "d2"
    hand.window.actions_by_id["control_lines"].trigger()
    assert scene.dependency_at(middle, 1.0) is None
    hand.window.actions_by_id["control_lines"].trigger()
    assert scene.dependency_at(middle, 1.0) == "d2"


def test_tidying_is_one_step_that_can_be_taken_back(on: OnMap, qtbot: object) -> None:
    hand = on(PAIR)
    document = hand.window.document
    document.edit("Mess", lambda it: edits.move(it, dict.fromkeys(it.assets, (0.0, 0.0))))
    mess = document.landscape
    with qtbot.waitSignal(hand.window.edit_commands.tidying.ready, timeout=20_000):  # type: ignore[attr-defined]
        hand.window.actions_by_id["tidy"].trigger()
    places = document.landscape.positions
    assert len(set(places.values())) == len(PAIR.assets)
    assert hand.steps == ["Mess", "Tidy the map"]
    document.history.undo()
    assert document.landscape == mess
    assert {card.at.toTuple() for card in hand.board.scene.cards.values()} == {(0.0, 0.0)}


ODD = landscape_of(
    assets=[
        asset("a", name="x" * 5000),
        asset("b", name="مصنع الخشب"),
        asset("c", name="🪵🪚 Menuiserie"),
        asset("d", name="Twin"),
        asset("e", name="Twin", kind="supplier"),
    ]
)
FAR = {AssetId("a"): (1e300, 0.0), AssetId("b"): (-1e12, 4e15), AssetId("c"): (40.0, 40.0)}


def test_names_and_places_out_of_all_reason_are_drawn_sensibly(on: OnMap) -> None:
    hand = on(edits.move(ODD, FAR))
    scene = hand.board.scene
    assert scene.extent().width() < 5_000
    assert not hand.board.grab().isNull()
    hand.click(hand.card("a"))
    hand.key(Key.Key_F2)
    hand.key(Key.Key_Escape)
    hand.drag(hand.handle("d"), hand.card("e"))
    hand.drag(hand.card("c"), hand.card("c") + QPoint(10, 70))
    hand.key(Key.Key_A)
    hand.type("twin")
    assert hand.board.add_box.list.count() >= 3
    hand.key(Key.Key_Escape)
    assert hand.steps == ["Connect Twin to Twin", "Move 🪵🪚 Menuiserie"]


def test_cards_abreast_are_joined_across(on: OnMap) -> None:
    left, right = AssetId("shop"), AssetId("db")
    beside = edits.move(landscape_of("shop -> db"), {left: (0.0, 0.0), right: (400.0, 20.0)})
    scene = on(beside).board.scene
    start, end = scene.arrows[DependencyId("d1")].ends
    assert (start.x(), end.x()) == (scene.cards[left].at.x() + 88, scene.cards[right].at.x() - 88)


def test_no_card_fades_while_a_line_is_drawn_or_where_nothing_is_connected(on: OnMap) -> None:
    hand = on(landscape_of("shop -> db", "desk -> mail", assets=[asset("alone")]))
    cards = hand.board.scene.cards.values()
    hand.click(hand.card("alone"))
    assert {card.opacity for card in cards} == {1.0}
    hand.click(hand.card("shop"))
    assert min(card.opacity for card in cards) < 1.0
    hand.press(hand.handle("shop"))
    hand.move(hand.empty())
    assert {card.opacity for card in cards} == {1.0}
    hand.key(Key.Key_Escape)
    assert min(card.opacity for card in cards) < 1.0


def test_the_context_menu_is_that_of_what_was_clicked(on: OnMap) -> None:
    hand = on(PAIR)
    menus = {
        "card": (hand.card("db"), "rename"),
        "arrow": (hand.arrow("d3"), "ungroup"),
        "empty": (hand.empty(), "paste"),
    }
    for at, expected in menus.values():
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hand.view.mapToGlobal(at))
        hand.view.contextMenuEvent(event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert expected in [action.objectName() for action in menu.actions()]
        menu.close()


def test_what_is_added_from_the_menu_stands_where_the_menu_was_opened(on: OnMap) -> None:
    hand = on(PAIR)
    at = hand.empty()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hand.view.mapToGlobal(at))
    hand.view.contextMenuEvent(event)
    hand.window.actions_by_id["add"].trigger()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    hand.board.add_box.line.setFocus()
    hand.type("odoo")
    hand.key(Key.Key_Return)
    assert hand.board.scene.cards[AssetId("odoo")].at == hand.view.mapToScene(at)


def test_what_is_selected_shows_it_when_it_comes_back_by_undo(on: OnMap) -> None:
    hand = on(PAIR)
    hand.click(hand.card("db"))
    hand.window.document.edit("Remove", lambda it: edits.remove_assets(it, [AssetId("db")]))
    hand.window.document.history.undo()
    assert hand.board.scene.cards[AssetId("db")].brush(LIGHT).color() == LIGHT.accent


def test_a_card_kept_in_place_stays_when_the_map_is_tidied(on: OnMap, qtbot: QtBot) -> None:
    hand = on(PAIR)
    document, keep = hand.window.document, hand.window.actions_by_id["keep"]
    hand.click(hand.card("db"))
    document.edit("Move", lambda it: edits.move(it, {AssetId("db"): (700.0, 300.0)}))
    keep.trigger()
    assert hand.steps[-1] == "Keep Db in place"
    assert keep.isChecked()
    tidying = hand.window.edit_commands.tidying
    with qtbot.waitSignal(tidying.ready, timeout=20_000):
        hand.window.actions_by_id["tidy"].trigger()
    places = document.landscape.positions
    assert places[AssetId("db")] == (700.0, 300.0)
    assert len(set(places.values())) == len(PAIR.assets)
    keep.trigger()
    assert hand.steps[-1] == "Let Db move"
    assert not keep.isChecked()


def test_a_drag_held_at_the_edge_scrolls_on(on: OnMap, qtbot: QtBot) -> None:
    hand = on(PAIR)
    view = hand.view
    seen = view.mapToScene(QPoint(0, 0))
    hand.press(hand.card("db"))
    for x in (40, 20, 3):
        hand.move(QPoint(x, view.height() // 2))
    qtbot.waitUntil(lambda: view.mapToScene(QPoint(0, 0)).x() < seen.x() - 50)
    hand.release(QPoint(3, view.height() // 2))
    there = view.mapToScene(QPoint(0, 0))
    qtbot.wait(80)
    assert view.mapToScene(QPoint(0, 0)) == there


def test_n_tells_one_need_after_the_other_without_a_mouse(on: OnMap) -> None:
    hand = on(landscape_of("shop -> db", "hr -> mail"))
    hand.click(hand.card("shop"))
    for name in ("mail", "Handelskammer"):
        hand.key(Qt.Key.Key_N)
        hand.type(name)
        hand.key(Qt.Key.Key_Return)
        if hand.board.add_box.asks_kind:
            hand.key(Qt.Key.Key_2)
    landscape = hand.window.document.landscape
    named = {landscape.assets[link.target].name for link in landscape.needs[AssetId("shop")]}
    assert named == {"Db", "Mail", "Handelskammer"}
    assert hand.window.selection.assets == {"shop"}
    cards = hand.board.scene.cards
    assert cards[hand.named("Handelskammer").id].at.y() > cards[AssetId("shop")].at.y()


def test_a_command_runs_by_a_few_letters_of_its_name(on: OnMap) -> None:
    hand = on(PAIR)
    hand.click(hand.card("db"))
    box = hand.board.command_box
    hand.window.actions_by_id["command"].trigger()
    hand.type("zzz")
    assert box.list.count() == 0
    box.line.clear()
    hand.type("dupl")
    assert box.list.count() == 1
    hand.key(Qt.Key.Key_Return)
    assert not box.isVisible()
    assert hand.named("Db (copy)").id
    hand.window.actions_by_id["command"].trigger()
    hand.key(Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert len(hand.steps) == 1


def test_a_control_link_just_drawn_is_selected(on: OnMap) -> None:
    hand = on(landscape_of("db => acme", "erp => corp"))
    hand.drag(hand.handle("acme"), hand.card("corp"))
    (link,) = hand.window.document.landscape.needs[AssetId("acme")]
    assert link.role is Role.CONTROLLED_BY
    assert hand.window.selection.dependencies == {link.id}
