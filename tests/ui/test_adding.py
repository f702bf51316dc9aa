"""Adding and connecting by hand: what the box offers, and where a drag from a card ends."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from tests.builders import asset, landscape_of
from tests.ui.hands import CTRL, LEFT, PAIR, Hand, OnMap, links

Key = Qt.Key


def is_sketching(hand: Hand) -> bool:
    return not hand.board.scene.sketch.is_empty


def test_a_double_click_and_a_few_letters_add_a_service_with_its_supplier(on: OnMap) -> None:
    hand = on(Landscape())
    hand.double_click(QPoint(300, 200))
    hand.type("micr")
    hand.key(Key.Key_Return)
    assert links(hand) == {("Microsoft 365", Role.PROVIDED_BY, "Microsoft")}
    assert hand.steps == ["Add Microsoft 365"]
    assert hand.window.selection.assets == {"microsoft-365"}
    hand.window.document.history.undo()
    assert hand.window.document.landscape == Landscape()


def test_the_new_card_stands_where_the_double_click_was(on: OnMap) -> None:
    hand = on(PAIR)
    at = hand.empty()
    wanted = hand.view.mapToScene(at)
    hand.double_click(at)
    hand.type("odoo")
    hand.key(Key.Key_Return)
    assert hand.board.scene.cards[AssetId("odoo")].at == wanted


def test_an_unknown_name_asks_for_its_kind_and_takes_the_last_one_first(on: OnMap) -> None:
    hand = on(Landscape())
    for name in ("Zzyzx atelier", "Zzyzx delivery"):
        hand.key(Key.Key_A)
        hand.type(name)
        hand.key(Key.Key_Return)
        assert hand.board.add_box.asks_kind
        hand.key(Key.Key_7 if "atelier" in name else Key.Key_Return)
    kinds = {one.name: one.kind for one in hand.window.document.landscape.assets.values()}
    assert kinds == {
        "Zzyzx atelier": AssetKind.PEOPLE,
        "Zzyzx delivery": AssetKind.PEOPLE,
    }
    assert hand.steps == ["Add Zzyzx atelier", "Add Zzyzx delivery"]


@pytest.mark.parametrize(("typed", "number"), [("&", 0), ("é", 1), ("-", 5), ("§", 5), ("ç", 8)])
def test_the_keys_of_the_digits_choose_a_kind_on_azerty_too(
    on: OnMap, typed: str, number: int
) -> None:
    hand = on(Landscape())
    hand.key(Key.Key_A)
    hand.type("Zzyzx")
    hand.key(Key.Key_Return)
    pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, typed)
    button = QApplication.focusWidget()
    assert button is not None
    QApplication.sendEvent(button, pressed)
    assert hand.named("Zzyzx").kind is list(AssetKind)[number]


def test_two_quick_clicks_with_control_select_and_unselect(on: OnMap) -> None:
    hand = on(landscape_of("shop -> db"))
    QTest.mouseDClick(hand.view.viewport(), LEFT, CTRL, hand.arrow("d1") + QPoint(1, 0))
    assert not hand.board.add_box.isVisible()
    assert not hand.window.selection.dependencies


def test_arrows_go_through_the_kinds(on: OnMap) -> None:
    hand = on(Landscape())
    hand.key(Key.Key_A)
    hand.type("Zzyzx")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Right)
    hand.key(Key.Key_Return)
    assert hand.named("Zzyzx").kind is list(AssetKind)[4]


def test_the_invitation_of_an_empty_map_gives_way_to_the_box(on: OnMap) -> None:
    hand = on(Landscape())
    (words,) = [one for one in hand.board.findChildren(QLabel) if "press A" in one.text()]
    assert words.isVisible()
    hand.key(Key.Key_A)
    assert not words.isVisible()
    hand.key(Key.Key_Escape)
    assert words.isVisible()


@pytest.mark.parametrize("letters", ["", "odo", "Zzyzx"])
def test_escape_leaves_nothing_behind_and_gives_the_keyboard_back(on: OnMap, letters: str) -> None:
    hand = on(PAIR)
    hand.key(Key.Key_A)
    hand.type(letters)
    if letters == "Zzyzx":
        hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    assert not hand.board.add_box.isVisible()
    assert hand.window.document.landscape is PAIR
    assert hand.view.hasFocus()


def test_the_box_stays_within_the_window(on: OnMap) -> None:
    hand = on(Landscape())
    corner = hand.view.viewport().rect().bottomRight() - QPoint(3, 3)
    hand.double_click(corner)
    hand.type("micr")
    assert hand.board.rect().contains(hand.board.add_box.geometry())


def test_what_is_on_the_map_is_selected_instead_of_added_again(on: OnMap) -> None:
    hand = on(PAIR)
    hand.key(Key.Key_A)
    hand.type("shop")
    hand.key(Key.Key_Return)
    assert hand.window.selection.assets == {"shop"}
    assert hand.steps == []


def test_a_drag_from_the_handle_connects(on: OnMap) -> None:
    hand = on(landscape_of(assets=[asset("db"), asset("nas", "infrastructure")]))
    hand.drag(hand.handle("db"), hand.card("nas"))
    assert links(hand) == {("Db", Role.RUNS_ON, "Nas")}
    assert hand.steps == ["Connect Db to Nas"]
    assert hand.window.selection.dependencies == {"d1"}
    assert not is_sketching(hand)


def test_a_drag_back_to_itself_or_to_what_is_needed_already_adds_nothing(on: OnMap) -> None:
    hand = on(PAIR)
    hand.drag(hand.handle("shop"), hand.card("shop"))
    hand.drag(hand.handle("shop"), hand.card("db"))
    assert hand.window.document.landscape is PAIR
    assert hand.window.selection.dependencies == {"d3"}


def test_a_drag_to_empty_space_adds_and_connects_in_one_step(on: OnMap) -> None:
    hand = on(PAIR)
    hand.drag(hand.handle("db"), hand.empty())
    hand.type("odoo")
    hand.key(Key.Key_Return)
    assert ("Db", Role.USES, "Odoo") in links(hand)
    assert hand.steps == ["Add Odoo"]
    hand.window.document.history.undo()
    assert hand.window.document.landscape == PAIR


def test_a_drag_to_empty_space_may_name_what_is_on_the_map(on: OnMap) -> None:
    hand = on(PAIR)
    hand.drag(hand.handle("db"), hand.empty())
    hand.type("dns1")
    hand.key(Key.Key_Return)
    assert hand.steps == ["Connect Db to Dns1"]


def test_escape_ends_a_drag_without_a_trace(on: OnMap) -> None:
    hand = on(PAIR)
    start = hand.handle("shop")
    hand.press(start)
    hand.move(hand.card("db"))
    assert is_sketching(hand)
    hand.key(Key.Key_Escape)
    hand.release(hand.card("db"))
    assert not is_sketching(hand)
    hand.press(hand.card("db"))
    hand.move(hand.empty())
    hand.key(Key.Key_Escape)
    hand.release(hand.empty())
    assert hand.window.document.landscape == PAIR
    assert hand.steps == []
