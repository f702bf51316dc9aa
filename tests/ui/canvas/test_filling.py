"""A large map is filled in slices; what is done meanwhile is not lost."""

from dataclasses import replace

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smala_lockin.app.selection import Selection
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId
from smala_lockin.domain.kinds import Role
from smala_lockin.layout import layered
from smala_lockin.ui.canvas.distance import Distance
from smala_lockin.ui.canvas.lighting import light
from smala_lockin.ui.canvas.parts import Parts
from smala_lockin.ui.theme import LIGHT
from tests.benchmarks.maps import big_map
from tests.ui.conftest import MakeWindow

COUNT = 450


def test_what_is_done_while_a_map_is_filled_is_shown(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = window_on(big_map(COUNT))
    scene, document = window.board.scene, window.document
    assert len(scene.cards) < COUNT
    gone, moved = AssetId("a100"), AssetId("a200")
    one = next(iter(document.landscape.dependencies.values()))
    added = replace(
        one, id=DependencyId("new"), source=AssetId("a1"), target=moved, role=Role.USES, group=None
    )
    with qtbot.waitSignal(scene.filled, timeout=20_000):
        document.edit("Delete", lambda it: edits.remove_assets(it, [gone]))
        document.edit("Move", lambda it: edits.move(it, {moved: (5000.0, 77.0)}))
        document.edit("Connect", lambda it: edits.put_dependencies(it, [added]))
        window.selection.choose_assets([moved])
    landscape = document.landscape
    assert scene.cards.keys() == landscape.assets.keys()
    assert scene.arrows.keys() == landscape.dependencies.keys()
    assert scene.diamonds.keys() == landscape.groups.keys()
    assert (scene.cards[moved].at.x(), scene.cards[moved].at.y()) == (5000.0, 77.0)
    assert scene.cards[moved].is_selected
    assert scene.arrows[DependencyId("new")].is_lit


def test_a_large_map_that_comes_back_is_filled_anew(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = window_on(big_map(COUNT))
    scene, document = window.board.scene, window.document
    qtbot.waitUntil(lambda: len(scene.cards) == COUNT, timeout=20_000)
    document.edit("Delete", lambda it: edits.remove_assets(it, it.assets))
    assert not scene.cards
    with qtbot.waitSignal(scene.filled, timeout=20_000):
        document.history.undo()
        document.history.redo()
        document.history.undo()
    assert scene.cards.keys() == document.landscape.assets.keys()
    assert scene.arrows.keys() == document.landscape.dependencies.keys()


def seen_from_far(distance: Distance) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(LIGHT.canvas)
    painter = QPainter(image)
    painter.scale(0.04, 0.04)
    distance.paint(painter, LIGHT)
    painter.end()
    return image


def test_what_is_got_ready_in_small_steps_is_painted_as_if_anew(qapp: QApplication) -> None:
    landscape, parts, selection = big_map(COUNT), Parts(), Selection()
    for _step in parts.fill(landscape, layered.positions(landscape)):
        pass
    distance = Distance(parts)
    before = seen_from_far(distance)
    selection.choose_assets([AssetId("a3"), AssetId("a77")])
    light(parts, selection, is_drawing=False)
    distance.follow(parts.cards, parts.arrows)
    for _step in distance.catch_up(LIGHT):
        pass
    after = seen_from_far(distance)
    assert after != before
    assert after == seen_from_far(Distance(parts))
