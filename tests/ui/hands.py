"""A hand on the map: real mouse and keyboard events for tests."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.ui.main_window import MainWindow
from tests.builders import landscape_of

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

PAIR = landscape_of("shop -> dns1", "shop -> dns2", "shop -> db")
"""A map with two servers that can be made to stand in for each other."""


class Hand:
    """Does on the map of a window what a person does."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.board, self.view = window, window.board, window.board.view
        window.activateWindow()
        self.view.setFocus()

    def card(self, key: str) -> QPoint:
        """Return where the middle of a card is in the view."""
        return self.view.mapFromScene(self.board.scene.cards[AssetId(key)].at)

    def empty(self) -> QPoint:
        """Return a place far below all cards."""
        extent = self.board.scene.extent()
        return self.view.mapFromScene(extent.center().x(), extent.bottom()) + QPoint(0, 60)

    def press(self, at: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, keys, at)

    def move(self, at: QPoint) -> None:
        QTest.mouseMove(self.view.viewport(), at)

    def release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, NO_KEYS, at)

    def click(self, at: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, keys, at)

    def double_click(self, at: QPoint) -> None:
        QTest.mouseDClick(self.view.viewport(), LEFT, NO_KEYS, at)

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.press(start, keys)
        for part in (0.3, 0.7, 1.0):
            self.move(start + (end - start) * part)
        self.release(end)

    def handle(self, key: str) -> QPoint:
        """Come over a card and return where its handle is."""
        self.move(self.card(key) - QPoint(5, 0))
        self.move(self.card(key))
        return self.view.mapFromScene(self.board.scene.handles[AssetId(key)])

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the keyboard is, or on the map."""
        QTest.keyClick(QApplication.focusWidget() or self.view, key, keys)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.view, text)

    def arrow(self, key: str) -> QPoint:
        """Return a place on the arrow of a dependency."""
        arrows = {str(one): item for one, item in self.board.scene.arrows.items()}
        return self.view.mapFromScene(arrows[key].middle)

    @property
    def steps(self) -> list[str]:
        """The names of all steps of the history."""
        history = self.window.document.history
        return [history.text(number) for number in range(history.count())]

    def named(self, name: str) -> Asset:
        """Return the asset of a name."""
        assets = self.window.document.landscape.assets.values()
        return next(one for one in assets if one.name == name)


OnMap = Callable[[Landscape], Hand]


def links(hand: Hand) -> set[tuple[str, Role, str]]:
    """Return the dependencies of a map by the names of their ends."""
    landscape = hand.window.document.landscape
    return {
        (landscape.assets[one.source].name, one.role, landscape.assets[one.target].name)
        for one in landscape.dependencies.values()
    }


def each_selection(window: MainWindow) -> Iterator[None]:
    """Select nothing, an asset of each kind with all its facts open, a dependency and a group."""
    landscape, selection = window.document.landscape, window.selection
    yield
    for kind in {one.kind for one in landscape.assets.values()}:
        key = next(key for key, one in landscape.assets.items() if one.kind is kind)
        selection.choose_assets([key])
        for section in window.side.facts.asset_form.sections.values():
            section.heading.setChecked(True)
        QApplication.processEvents()
        yield
    selection.choose_dependencies([next(iter(landscape.dependencies))])
    QApplication.processEvents()
    yield
    selection.choose_group(next(iter(landscape.groups)))
    QApplication.processEvents()
    yield
