"""Maps nobody would draw: shown sensibly, and nothing hangs."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.layout.measures import CARD_HEIGHT, CARD_WIDTH
from smala_lockin.ui.theme import LIGHT
from tests.benchmarks.maps import big_map
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow
from tests.ui.hands import Hand

LONG = "Wort" * 1250
ARABIC, HEBREW = "خادم البريد الإلكتروني", "שרת דואר"
EMOJI = "🏭🖥️ ERP 👩‍🏭"


def ink(image: QImage) -> int:
    """Return how many pixels of an image are as dark as letters are."""
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(colour.lightness() < 110 for colour in colours)


def beside(window_image: QImage, middle: QPointF, zoom: float) -> QImage:
    """Return the strip right of a card, where a name that is too long would run on."""
    x = int(middle.x() + (CARD_WIDTH / 2 + 6) * zoom)
    y = int(middle.y() - CARD_HEIGHT * zoom / 2)
    return window_image.copy(x, y, int(60 * zoom), int(CARD_HEIGHT * zoom))


@pytest.mark.parametrize("name", [LONG, ARABIC, HEBREW, EMOJI, " ".join([ARABIC] * 40)])
@pytest.mark.parametrize("zoom", [1.0, 0.5])
def test_any_name_is_written_on_its_card_and_not_beyond(
    window_on: MakeWindow, name: str, zoom: float
) -> None:
    window = window_on(landscape_of(assets=[asset("a", name=name)]))
    view, card = window.board.view, window.board.scene.cards[AssetId("a")]
    view.zoom_by(zoom / view.zoom)
    image = view.viewport().grab().toImage()
    middle = QPointF(view.mapFromScene(card.at))
    name_side = image.copy(
        int(middle.x() - 40 * zoom), int(middle.y() - 24 * zoom), int(110 * zoom), int(48 * zoom)
    )
    assert ink(name_side) > 20
    assert ink(beside(image, middle, zoom)) == 0


def test_two_assets_of_one_name_are_two_cards(window_on: MakeWindow) -> None:
    twins = [asset("a", name="Server"), asset("b", name="Server")]
    window = window_on(landscape_of("a -> c", assets=twins))
    hand = Hand(window)
    window.board.find_box.open()
    found = []
    hand.type("server")
    for _turn in range(2):
        found.append(set(window.selection.assets))
        window.board.find_box._go(1)
    assert found == [{"a"}, {"b"}] or found == [{"b"}, {"a"}]
    assert window.board.scene.cards[AssetId("a")].at != window.board.scene.cards[AssetId("b")].at


def test_cards_out_of_all_reason_are_laid_out_beside_the_others(window_on: MakeWindow) -> None:
    landscape = landscape_of("a -> b", "c -> b")
    lost = {AssetId("a"): (1e300, -1e300), AssetId("b"): (10.0, 10.0), AssetId("c"): (-9e9, 3.0)}
    window = window_on(edits.move(landscape, lost))
    extent = window.board.scene.extent()
    assert max(extent.width(), extent.height()) < 5_000
    window.board.view.fit()
    assert window.board.view.zoom > 0.2


def test_ten_thousand_assets_are_shown_found_and_changed(
    window_on: MakeWindow, qtbot: QtBot
) -> None:
    landscape = big_map(10_000)
    columns = 100
    places = {
        key: ((number % columns) * 220.0, (number // columns) * 110.0)
        for number, key in enumerate(landscape.assets)
    }
    window = window_on(edits.move(landscape, places))
    scene, view = window.board.scene, window.board.view
    qtbot.waitUntil(lambda: len(scene.cards) == 10_000, timeout=20_000)
    qtbot.waitUntil(lambda: view.zoom < 0.2, timeout=5_000)
    card = scene.cards[AssetId("a5050")]
    middle = view.mapFromScene(card.at)
    kind = landscape.assets[AssetId("a5050")].kind
    assert QColor(view.viewport().grab().toImage().pixelColor(middle)) == LIGHT.kinds[kind]
    for zoom in (0.4, 1.0):
        view.zoom_by(zoom / view.zoom)
        view.centerOn(card.at)
        assert not view.viewport().grab().isNull()
        assert scene.asset_at(card.at) == "a5050"
    window.selection.choose_assets(landscape.assets)
    window.document.edit("Delete", lambda it: edits.remove_assets(it, it.assets))
    assert not scene.cards
    window.document.history.undo()
    qtbot.waitUntil(lambda: len(scene.cards) == 10_000, timeout=20_000)
