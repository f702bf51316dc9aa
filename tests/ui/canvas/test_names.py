"""Names that can be read from far away."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from smala_lockin.analysis.report import build_report
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import diff
from smala_lockin.domain.landscape import Landscape
from smala_lockin.ui.canvas.detail import FAR
from smala_lockin.ui.canvas.names import Label, Names
from smala_lockin.ui.canvas.parts import Parts
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow
from tests.ui.hands import Hand

pytestmark = pytest.mark.usefixtures("qapp")

ROW = landscape_of(
    "shop -> erp",
    assets=[
        asset("a"),
        asset("b", annual_cost=100.0),
        asset("shop", "process", criticality=5, max_outage_hours=1),
        asset("erp", "cloud_service"),
    ],
)


def named(landscape: Landscape, places: Mapping[str, tuple[float, float]]) -> Names:
    parts = Parts()
    parts.follow(diff(Landscape(), landscape))
    parts.put({AssetId(key): place for key, place in places.items()})
    return Names(parts)


def names_of(labels: list[Label]) -> list[str]:
    return [one.words for one in labels]


def test_where_there_is_room_for_one_name_it_is_that_of_the_card_that_matters_most() -> None:
    places = {"a": (0.0, 0.0), "b": (20.0, 0.0), "shop": (40.0, 0.0), "erp": (60.0, 0.0)}
    assert names_of(named(ROW, places).labels(0.1)) == ["Shop"]
    del places["shop"]
    rest = edits.remove_assets(ROW, [AssetId("shop")])
    assert names_of(named(rest, places).labels(0.1)) == ["B"]


def test_where_there_is_room_for_all_each_has_its_name() -> None:
    places = {str(key): (number * 4000.0, 0.0) for number, key in enumerate(ROW.assets)}
    assert set(names_of(named(ROW, places).labels(0.1))) == {"A", "B", "Shop", "Erp"}


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000)), min_size=1, max_size=40),
    st.floats(0.04, FAR),
)
def test_no_name_covers_another_and_the_first_is_always_there(
    spots: list[tuple[float, float]], zoom: float
) -> None:
    keys = [f"asset-{number}" for number in range(len(spots))]
    landscape = landscape_of(assets=[asset(key) for key in keys])
    places = dict(zip(keys, spots, strict=True))
    labels = named(landscape, places).labels(zoom)
    rooms = [one.place.translated(one.at.x() * zoom, one.at.y() * zoom) for one in labels]
    assert rooms
    for number, one in enumerate(rooms):
        assert not any(one.intersects(other) for other in rooms[:number])


@pytest.fixture
def hand(window_on: MakeWindow) -> Hand:
    window = window_on(ROW)
    hand = Hand(window)
    hand.view.zoom_by(0.15 / hand.view.zoom)
    QApplication.processEvents()
    hand.view.grab()
    return hand


def test_a_click_on_a_name_means_its_card(hand: Hand) -> None:
    (label, *_others) = hand.board.scene._distance.names.labels(hand.view.zoom)
    beyond = hand.view.mapFromScene(label.at) + QPoint(int(label.place.right()) - 2, 0)
    hand.click(beyond)
    assert hand.window.selection.assets == {label.asset}


def test_names_of_faded_cards_go(hand: Hand) -> None:
    names, zoom = hand.board.scene._distance.names, hand.view.zoom
    hand.window.selection.choose_assets([AssetId("shop")])
    assert {one.asset for one in names.labels(zoom)} <= {"shop", "erp"}


def test_a_card_with_a_risk_comes_first(hand: Hand) -> None:
    landscape = hand.window.document.landscape
    hand.board.show_report(build_report(landscape, today=date(2026, 11, 26)))
    first = hand.board.scene._distance.names.labels(hand.view.zoom)[0]
    assert first.asset in hand.board.scene.rings
