from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.ui import theme
from smala_lockin.ui.canvas.shapes import outline
from smala_lockin.ui.theme import DARK, LIGHT, Theme, contrast, text_on
from tests.builders import landscape_of
from tests.ui.conftest import MakeWindow

AA_TEXT, AA_GRAPHICS = 4.5, 3.0


@pytest.mark.parametrize("one", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_meet_aa(one: Theme) -> None:
    for ground in (one.card, one.canvas):
        assert contrast(one.text, ground) >= AA_TEXT
        assert contrast(one.faint_text, ground) >= AA_TEXT
    for ground in (*one.kinds.values(), *one.levels.values()):
        assert contrast(text_on(ground), ground) >= AA_TEXT


@pytest.mark.parametrize("one", [LIGHT, DARK], ids=["light", "dark"])
def test_arrows_and_the_rings_that_matter_stand_out(one: Theme) -> None:
    assert contrast(one.arrow, one.canvas) >= AA_GRAPHICS
    assert contrast(one.accent, one.canvas) >= AA_GRAPHICS
    for level in (Level.HIGH, Level.VERY_HIGH):
        assert contrast(one.levels[level], one.canvas) >= AA_GRAPHICS


@pytest.mark.parametrize("one", [LIGHT, DARK], ids=["light", "dark"])
def test_every_kind_and_level_has_a_colour_of_its_own(one: Theme) -> None:
    assert len({colour.name() for colour in one.kinds.values()}) == len(AssetKind)
    assert len({colour.name() for colour in one.levels.values()}) == len(Level)


def test_every_kind_has_a_shape_of_its_own() -> None:
    shapes = [outline(kind) for kind in AssetKind]
    for number, shape in enumerate(shapes):
        assert shape not in shapes[number + 1 :]


@pytest.fixture
def dark_palette(qapp: QApplication) -> Iterator[QPalette]:
    before = QApplication.palette()
    dark = QPalette(before)
    dark.setColor(QPalette.ColorRole.Window, QColor("#202428"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    yield dark
    QApplication.setPalette(before)


def test_the_map_follows_the_system_into_the_dark(
    window_on: MakeWindow, dark_palette: QPalette
) -> None:
    window = window_on(landscape_of("shop -> db"))
    corner = window.board.view.grab().toImage().pixelColor(2, 2)
    assert corner == LIGHT.canvas
    QApplication.setPalette(dark_palette)
    QApplication.processEvents()
    assert theme.of_palette(window.palette()) is DARK
    assert window.board.view.grab().toImage().pixelColor(2, 2) == DARK.canvas
