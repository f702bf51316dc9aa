"""What an edit, a report or a selection leaves unpainted looks as if all had been painted anew."""

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from smala_lockin.analysis.report import build_report
from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.domain import edits
from smala_lockin.domain.kinds import AssetKind, Need
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.ui.canvas.detail import Detail
from smala_lockin.ui.canvas.scene import MapScene
from smala_lockin.ui.theme import LIGHT
from tests.strategies import random_landscape

SIDE = 700
ROOM = QRectF(-1000, -1000, 2000, 2000)


def painted(scene: MapScene) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), ROOM)
    painter.end()
    return image


def without(image: QImage, frames: list[QRectF]) -> QImage:
    """Return an image with these frames of the scene, and a pixel around them, blotted out."""
    blotted, scale = image.copy(), SIDE / ROOM.width()
    painter = QPainter(blotted)
    for frame in frames:
        moved = frame.translated(-ROOM.topLeft())
        place = QRectF(moved.x() * scale, moved.y() * scale, 0, 0)
        place.setSize(moved.size() * scale)
        painter.fillRect(place.adjusted(-1, -1, 1, 1), QColor("magenta"))
    painter.end()
    return blotted


def free_place(chance: random.Random, landscape: Landscape) -> Position:
    """Return a place where no other card is: far out, which of two is on top may change."""
    places = [(250.0 * column, 120.0 * row) for column in range(-3, 4) for row in range(-7, 8)]
    return chance.choice([one for one in places if one not in landscape.positions.values()])


def scattered(chance: random.Random, landscape: Landscape) -> Landscape:
    for key in landscape.assets:
        landscape = edits.move(landscape, {key: free_place(chance, landscape)})
    return landscape


def step(chance: random.Random, document: Document, scene: MapScene, selection: Selection) -> None:
    """Do something a person or the analysis may do."""
    landscape = document.landscape
    assets, links = [*landscape.assets], [*landscape.dependencies]
    if not assets:
        return
    asset = chance.choice(assets)
    match chance.randrange(8):
        case 0:
            place = free_place(chance, landscape)
            document.edit("Move", lambda it: edits.move(it, {asset: place}))
        case 1:
            document.edit("Rename", lambda it: edits.put_fact(it, [asset], "name", "Other"))
        case 2:
            if landscape.assets[asset].kind is not AssetKind.SUPPLIER:
                kind = AssetKind.PEOPLE
                document.edit("Kind", lambda it: edits.put_fact(it, [asset], "kind", kind))
        case 3 if links:
            link, need = chance.choice(links), chance.choice([*Need])
            document.edit("Need", lambda it: edits.put_need(it, link, need))
        case 4:
            document.edit("Delete", lambda it: edits.remove_assets(it, [asset]))
        case 5:
            scene.show_report(build_report(landscape, today=date(2026, 11, 25)))
        case 6:
            selection.choose_assets([asset])
        case 7:
            document.history.undo()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([Detail.DOTS, Detail.FACTS]))
def test_what_is_not_painted_again_has_not_changed(seed: int, detail: Detail) -> None:
    QApplication.instance() or QApplication([])
    chance = random.Random(seed)
    selection = Selection()
    document = Document(scattered(chance, random_landscape(chance, 9)))
    scene = MapScene(document, selection, LIGHT)
    scene.setSceneRect(ROOM)
    scene.show_detail(detail)
    frames: list[QRectF] = []
    scene.changed.connect(frames.extend)
    before = painted(scene)
    for _step in range(6):
        QApplication.processEvents()
        frames.clear()
        step(chance, document, scene, selection)
        QApplication.processEvents()
        after = painted(scene)
        assert without(before, frames) == without(after, frames)
        scene.show_theme(LIGHT)  # forgets all that is kept
        assert painted(scene) == after
        before = after


def test_an_edit_that_shows_nothing_else_paints_nothing(qapp: QApplication) -> None:
    chance = random.Random(1)
    document = Document(scattered(chance, random_landscape(chance, 9)))
    scene = MapScene(document, Selection(), LIGHT)
    report = build_report(document.landscape, today=date(2026, 11, 25))
    scene.show_report(report)
    QApplication.processEvents()
    frames: list[QRectF] = []
    scene.changed.connect(frames.extend)
    scene.show_report(report)
    QApplication.processEvents()
    assert not frames
