"""Windows on small maps, closed again after each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smala_lockin.app.document import Document
from smala_lockin.app.preferences import Preferences
from smala_lockin.domain.landscape import Landscape
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.main_window import MainWindow
from tests.ui.forms import ERP, MAP, Form
from tests.ui.hands import Hand, OnMap

MakeWindow = Callable[[Landscape], MainWindow]


@pytest.fixture
def window_on(qtbot: QtBot) -> Iterator[MakeWindow]:
    """Return a function that shows a window on a map, its analysis not begun."""
    made: list[MainWindow] = []

    def make(landscape: Landscape) -> MainWindow:
        doors = Doors(open=_ignore_path, speak=_ignore_code)
        window = MainWindow(Document(landscape), Preferences(width=1200, height=800), doors)
        made.append(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield make
    for window in made:
        window.retire()
        window.file.close()


@pytest.fixture
def on(window_on: MakeWindow) -> OnMap:
    """Return a function that lays a hand on a window with a map."""
    return lambda landscape: Hand(window_on(landscape))


@pytest.fixture
def form(window_on: MakeWindow) -> Form:
    """Return the panel with the facts of the ERP."""
    return Form(window_on(MAP), ERP)


def _ignore_path(_path: Path) -> None: ...


def _ignore_code(_code: str) -> None: ...
