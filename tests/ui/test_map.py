"""The map: one item for each part of the landscape, zoomed and lit."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from smala_lockin.app import files
from smala_lockin.app.document import Document
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId, GroupId
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.layout.measures import CARD_WIDTH
from smala_lockin.ui.canvas.camera import LARGEST, SMALLEST
from smala_lockin.ui.canvas.detail import Detail
from smala_lockin.ui.canvas.view import MapView
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.theme import LIGHT
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHOP, DB = AssetId("shop"), AssetId("db")
PAIR = landscape_of("shop -> dns1 | dns2", "shop -> db", "db => acme")


def document_of(window: MainWindow) -> Document:
    return window.document


def centre(window: MainWindow, key: AssetId) -> QPoint:
    view = window.board.view
    return view.mapFromScene(window.board.scene.cards[key].at)


def click(view: MapView, point: QPoint, more: bool = False) -> None:
    keys = Qt.KeyboardModifier.ControlModifier if more else NO_KEYS
    QTest.mouseClick(view.viewport(), LEFT, keys, point)


def turn_wheel(view: MapView, point: QPoint, delta: int) -> None:
    view.wheelEvent(
        QWheelEvent(
            QPointF(point),
            QPointF(view.viewport().mapToGlobal(point)),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )


def test_the_example_shows_as_many_cards_as_it_has_assets(window_on: MakeWindow) -> None:
    document = files.open_document(files.example())
    scene = window_on(document.landscape).board.scene
    assert scene.cards.keys() == document.landscape.assets.keys()
    assert scene.arrows.keys() == document.landscape.dependencies.keys()
    assert scene.diamonds.keys() == document.landscape.groups.keys()


def test_no_card_of_the_example_hides_another(window_on: MakeWindow) -> None:
    cards = list(
        window_on(files.open_document(files.example()).landscape).board.scene.cards.values()
    )
    for number, card in enumerate(cards):
        for other in cards[number + 1 :]:
            assert not card.place.intersects(other.place)


def test_laying_out_a_map_without_positions_is_no_edit(window_on: MakeWindow) -> None:
    window = window_on(PAIR)
    assert window.document.is_saved
    assert window.document.landscape.positions == {}


def test_the_map_follows_edits_and_undo(window_on: MakeWindow) -> None:
    window = window_on(PAIR)
    scene, document = window.board.scene, document_of(window)
    document.edit("Remove", lambda it: edits.remove_assets(it, [DB]))
    assert DB not in scene.cards
    assert DependencyId("d3") not in scene.arrows
    document.edit("Add", lambda it: edits.put_assets(it, [asset("mail")]))
    assert AssetId("mail") in scene.cards
    document.edit("Ungroup", lambda it: edits.ungroup(it, GroupId("g1")))
    assert scene.diamonds == {}
    for _step in range(3):
        document.history.undo()
    assert scene.cards.keys() == PAIR.assets.keys()
    assert scene.diamonds.keys() == PAIR.groups.keys()


def test_a_card_moves_where_the_document_says_and_back(window_on: MakeWindow) -> None:
    window = window_on(PAIR)
    card = window.board.scene.cards[DB]
    before = card.at
    window.document.edit("Move", lambda it: edits.move(it, {DB: (900.0, 40.0)}))
    assert card.at == QPointF(900.0, 40.0)
    window.document.history.undo()
    assert card.at == before


def test_an_edit_elsewhere_moves_no_card(window_on: MakeWindow) -> None:
    window = window_on(PAIR)
    before = {key: card.at for key, card in window.board.scene.cards.items()}
    window.document.edit("Add", lambda it: edits.put_assets(it, [asset("mail")]))
    after = window.board.scene.cards
    assert {key: after[key].at for key in before} == before


def test_arrows_end_at_the_card_that_is_needed(window_on: MakeWindow) -> None:
    scene = window_on(PAIR).board.scene
    _start, end = scene.arrows[DependencyId("d3")].ends
    assert scene.cards[DB].place.contains(end)


def test_selecting_an_asset_lights_up_what_it_needs_and_what_needs_it(
    window_on: MakeWindow,
) -> None:
    window = window_on(PAIR)
    click(window.board.view, centre(window, DB))
    assert window.selection.assets == {DB}
    lit = {key for key, card in window.board.scene.cards.items() if card.opacity == 1.0}
    assert lit == {"shop", "db", "acme"}


def test_a_click_beside_the_cards_lets_go(window_on: MakeWindow) -> None:
    window = window_on(PAIR)
    click(window.board.view, centre(window, DB))
    click(window.board.view, QPoint(3, 3))
    assert window.selection.assets == frozenset()


def test_control_and_click_selects_several(window_on: MakeWindow) -> None:
    window = window_on(PAIR)
    click(window.board.view, centre(window, DB))
    click(window.board.view, centre(window, SHOP), more=True)
    assert window.selection.assets == {DB, SHOP}


@pytest.mark.parametrize("delta", [120, -120, 240])
def test_the_wheel_zooms_at_the_pointer(window_on: MakeWindow, delta: int) -> None:
    window = window_on(PAIR)
    view = window.board.view
    point = centre(window, DB)
    before, zoom = view.mapToScene(point), view.zoom
    turn_wheel(view, point, delta)
    assert (view.zoom > zoom) == (delta > 0)
    after = view.mapFromScene(before)
    assert (after - point).manhattanLength() <= 2


def test_zoom_has_an_end(window_on: MakeWindow) -> None:
    view = window_on(PAIR).board.view
    for _turn in range(60):
        turn_wheel(view, QPoint(100, 100), 120)
    assert view.zoom == pytest.approx(LARGEST)
    for _turn in range(90):
        turn_wheel(view, QPoint(100, 100), -120)
    assert view.zoom == pytest.approx(SMALLEST)


def drag(view: MapView, button: Qt.MouseButton, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), button, NO_KEYS, start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), button, NO_KEYS, end)


@pytest.mark.parametrize("space", [False, True], ids=["middle button", "space and a drag"])
def test_the_hand_pans(window_on: MakeWindow, space: bool) -> None:
    view = window_on(PAIR).board.view
    held = view.mapToScene(QPoint(10, 10))
    if space:
        QTest.keyPress(view, Qt.Key.Key_Space)
    drag(view, LEFT if space else Qt.MouseButton.MiddleButton, QPoint(10, 10), QPoint(70, 40))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert (view.mapFromScene(held) - QPoint(70, 40)).manhattanLength() <= 2


def test_fit_shows_the_whole_map(window_on: MakeWindow) -> None:
    window = window_on(landscape_of(*(f"p{number} -> s{number}" for number in range(40))))
    view = window.board.view
    view.zoom_in()
    view.fit()
    visible = view.mapToScene(view.viewport().rect()).boundingRect()
    assert visible.contains(window.board.scene.extent())


def test_far_out_cards_are_dots_of_their_kind_that_can_be_clicked(window_on: MakeWindow) -> None:
    window = window_on(landscape_of("shop -> db"))
    view = window.board.view
    view.zoom_by(0.2 / view.zoom)
    point = centre(window, DB)
    left_of_its_name = point - QPoint(int(CARD_WIDTH * view.zoom / 2) - 3, 0)
    colour = view.grab().toImage().pixelColor(left_of_its_name)
    assert colour == LIGHT.kinds[AssetKind.APPLICATION]
    click(view, point)
    assert window.selection.assets == {DB}
    assert view.grab().toImage().pixelColor(left_of_its_name) == LIGHT.accent


def test_near_again_cards_show_their_facts(window_on: MakeWindow) -> None:
    window = window_on(PAIR)
    before = window.board.view.grab().toImage()
    window.board.scene.show_detail(Detail.DOTS)
    window.board.scene.show_detail(Detail.FACTS)
    assert window.board.view.grab().toImage() == before


@pytest.mark.parametrize(
    "landscape",
    [
        pytest.param(Landscape(), id="an empty map"),
        pytest.param(landscape_of(assets=[asset("a", name="x" * 5000)]), id="a name without end"),
        pytest.param(landscape_of(assets=[asset("a", name="حاسوب 🖥️ &<b>")]), id="any script"),
        pytest.param(landscape_of("a -> b", "b -> a"), id="a circle"),
    ],
)
def test_odd_maps_are_painted_at_every_zoom(window_on: MakeWindow, landscape: Landscape) -> None:
    window = window_on(landscape)
    for _step in range(4):
        assert not window.board.grab().isNull()
        window.board.view.zoom_by(0.4)


def test_a_card_tells_its_full_name_as_text_not_as_markup(window_on: MakeWindow) -> None:
    window = window_on(landscape_of(assets=[asset("a", name="<b>R&D</b>")]))
    card = window.board.scene.cards[AssetId("a")]
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in window.board.scene.hint_at(card.at)
