from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QTableView

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.ui import theme
from smala_lockin.ui.canvas.distance import mixed
from smala_lockin.ui.canvas.shapes import outline
from smala_lockin.ui.fields import look
from smala_lockin.ui.panels.finding_delegate import HOVERED_ALPHA, SELECTED_ALPHA
from smala_lockin.ui.theme import DARK, LIGHT, Theme, contrast, text_on
from smala_lockin.ui.tick_boxes import outline as outline_boxes
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
def test_words_on_rows_fields_and_lenses_meet_aa(one: Theme) -> None:
    tinted = [mixed(one.card, one.accent, part / 255) for part in (SELECTED_ALPHA, HOVERED_ALPHA)]
    for ground in (one.card, one.canvas, *tinted):
        for ink in (one.text, one.faint_text, one.accent, look.wrong_colour(one)):
            assert contrast(ink, ground) >= AA_TEXT
    assert contrast(text_on(one.accent), one.accent) >= AA_TEXT
    for tone in one.tones.values():
        assert contrast(text_on(tone), tone) >= AA_TEXT


@pytest.mark.parametrize("one", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_fields_stand_out(one: Theme) -> None:
    assert contrast(one.arrow, one.card) >= AA_GRAPHICS  # the edge of every field
    assert contrast(one.accent, one.card) >= AA_GRAPHICS  # that of the one with the keyboard


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


@pytest.fixture
def steady_caret(qapp: QApplication) -> Iterator[None]:
    """Keep the caret from blinking: the moment of a picture must not change it."""
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    yield
    QApplication.setCursorFlashTime(before)


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


@pytest.mark.usefixtures("steady_caret")
@pytest.mark.parametrize("id", ["company", "settings", "method", "catalogue", "about"])
def test_a_dialog_that_is_open_follows_the_system_into_the_dark(
    id: str, window_on: MakeWindow, dark_palette: QPalette
) -> None:
    window = window_on(landscape_of("shop -> db"))

    def shown() -> QDialog:
        window.actions_by_id[id].trigger()
        found = [one for one in window.findChildren(QDialog) if one.isVisible()]
        QApplication.processEvents()
        return found[-1]

    before = shown()
    QApplication.setPalette(dark_palette)
    QApplication.processEvents()
    switched = before.grab().toImage()
    before.close()
    QApplication.setPalette(dark_palette)
    after = shown()
    assert switched == after.grab().toImage()
    after.close()


def test_headers_above_boxes_to_tick_stay_dark(
    window_on: MakeWindow, dark_palette: QPalette
) -> None:
    QApplication.setPalette(dark_palette)
    table = QTableView(window_on(landscape_of("shop -> db")))
    outline_boxes(table)
    ground = table.horizontalHeader().palette().window().color()
    assert ground == dark_palette.window().color()


def test_boxes_to_tick_are_outlined_in_the_dark(
    window_on: MakeWindow, dark_palette: QPalette
) -> None:
    light = QPalette(QApplication.palette())
    QApplication.setPalette(dark_palette)
    window = window_on(landscape_of("shop -> db"))
    window.actions_by_id["catalogue"].trigger()
    boxes = [one for one in window.findChildren(QCheckBox) if one.isVisible()]
    assert boxes
    for box in boxes:
        edge = box.palette().color(QPalette.ColorRole.Window).darker(140)  # as Qt's style has it
        assert contrast(edge, DARK.card) >= AA_GRAPHICS
    QApplication.setPalette(light)
    QApplication.processEvents()
    assert boxes[0].palette().color(QPalette.ColorRole.Window) == light.window().color()
