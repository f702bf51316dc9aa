"""How long a frame of the map takes, beside a plain scene of as many items.

A plain scene has a rectangle for each of 2,000 assets and a curve for each dependency, as Qt
paints them by itself. Printed, not asserted: a busy machine is no failure.
"""

from collections.abc import Callable
from time import process_time

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView
from pytestqt.qtbot import QtBot

from smala_lockin.domain.landscape import Landscape
from tests.benchmarks.test_editing import window_on

SIZE = (1000, 600)
RUNS = 5


def frame_ms(view: QGraphicsView) -> float:
    """Return the shortest time of a whole frame, in milliseconds of the processor."""

    def paint() -> None:
        view.viewport().grab()

    return min(timed(paint) for _run in range(RUNS))


def timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return 1000 * (process_time() - start)


def plain_view(landscape: Landscape) -> QGraphicsView:
    scene = QGraphicsScene()
    for x, y in landscape.positions.values():
        scene.addRect(QRectF(x - 88, y - 28, 176, 56))
    for one in landscape.dependencies.values():
        start, end = (QPointF(*landscape.positions[key]) for key in (one.source, one.target))
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(0, 90), end - QPointF(0, 90), end)
        scene.addPath(path)
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    return view


def test_a_frame_of_a_large_map(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    window = window_on(2_000, qtbot)
    view, landscape = window.board.view, window.document.landscape
    qtbot.waitUntil(lambda: len(window.board.scene.cards) == 2_000, timeout=20_000)
    plain = plain_view(landscape)
    qtbot.addWidget(plain)
    view.setFixedSize(*SIZE)
    plain.setFixedSize(*SIZE)
    plain.show()
    QApplication.processEvents()
    middle = window.board.scene.extent().center()
    for zoom in (view.zoom, 0.4, 1.0):
        view.zoom_by(zoom / view.zoom)
        plain.resetTransform()
        plain.scale(zoom, zoom)
        for one in (view, plain):
            one.centerOn(middle)
            one.viewport().grab()
        ours, theirs = frame_ms(view), frame_ms(plain)
        with capsys.disabled():
            print(
                f"\nframe of 2,000 assets at {zoom:.0%}: {ours:.0f} ms, a plain scene"
                f" {theirs:.0f} ms, ratio {ours / theirs:.2f}"
            )
    window.retire()
