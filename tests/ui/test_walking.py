import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smala_lockin.domain.assets import AssetId
from smala_lockin.ui.canvas.walking import Way, next_asset
from tests.builders import landscape_of
from tests.ui.conftest import MakeWindow

MAP = landscape_of("shop -> db", "shop -> mail", "desk -> mail", "db -> disk")
PLACES = {
    AssetId("shop"): (0.0, 0.0),
    AssetId("desk"): (200.0, 0.0),
    AssetId("db"): (-20.0, 100.0),
    AssetId("mail"): (210.0, 100.0),
    AssetId("disk"): (0.0, 200.0),
}


@pytest.mark.parametrize(
    ("here", "way", "expected"),
    [
        pytest.param("shop", Way.DOWN, "db", id="down to the nearest that is needed"),
        pytest.param("mail", Way.UP, "desk", id="up to the nearest that needs it"),
        pytest.param("shop", Way.RIGHT, "desk", id="right in the row"),
        pytest.param("mail", Way.LEFT, "db", id="left in the row, however far"),
        pytest.param("disk", Way.DOWN, "disk", id="the end of the way"),
        pytest.param("shop", Way.UP, "shop", id="the top"),
    ],
)
def test_where_a_key_leads(here: str, way: Way, expected: str) -> None:
    assert next_asset(MAP, PLACES, AssetId(here), way) == expected


def test_arrow_keys_walk_along_dependencies(window_on: MakeWindow) -> None:
    window = window_on(landscape_of("shop -> db", "db -> disk"))
    view = window.board.view
    window.selection.choose_assets([AssetId("shop")])
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert window.selection.assets == {"disk"}
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert window.selection.assets == {"db"}


def test_the_first_arrow_key_takes_the_card_nearest_to_the_middle(window_on: MakeWindow) -> None:
    window = window_on(landscape_of("shop -> db", "db -> disk"))
    QTest.keyClick(window.board.view, Qt.Key.Key_Down)
    assert window.selection.assets == {"db"}


def test_shift_and_arrow_keys_select_more_until_alternatives_can_be_grouped(
    window_on: MakeWindow,
) -> None:
    window = window_on(landscape_of("shop -> dns1", "shop -> dns2"))
    view = window.board.view
    window.selection.choose_assets([AssetId("shop")])
    QTest.keyClick(view, Qt.Key.Key_Down)
    (first,) = window.selection.assets
    across = Qt.Key.Key_Right if first == "dns1" else Qt.Key.Key_Left
    QTest.keyClick(view, across, Qt.KeyboardModifier.ShiftModifier)
    assert window.selection.assets == {"dns1", "dns2"}
    window.actions_by_id["group"].trigger()
    assert len(window.document.landscape.groups) == 1


def test_control_and_arrow_keys_move_what_is_selected(window_on: MakeWindow) -> None:
    window = window_on(landscape_of("shop -> db"))
    shop = AssetId("shop")
    x, y = window.board.scene.places[shop]
    window.selection.choose_assets([shop])
    QTest.keyClick(window.board.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.board.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert window.document.landscape.positions[shop] == (x + 20, y + 20)
    assert window.document.history.undoText() == "Move Shop"
    window.document.history.undo()
    assert window.board.scene.places[shop] == (x + 20, y)
