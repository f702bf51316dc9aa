"""The choice of what colours show, and its legend."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smala_lockin.analysis.report import build_report
from smala_lockin.app.shades import STEPS, Lens, Tone
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.ui.canvas.lens_bar import LensBar
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.theme import DARK, LIGHT, Theme, contrast, luminance, text_on
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow

TODAY = date(2026, 11, 22)


@pytest.fixture
def window(window_on: MakeWindow) -> MainWindow:
    window = window_on(
        landscape_of(
            "shop -> erp",
            "erp => acme",
            assets=[
                asset("shop", "process", criticality=4, max_outage_hours=24),
                asset("erp", "cloud_service"),
                asset("acme", "supplier", country="US"),
            ],
        )
    )
    window.board.show_report(build_report(window.document.landscape, today=TODAY))
    return window


@pytest.fixture
def bar(window: MainWindow) -> LensBar:
    return window.board.lens_bar


def _brush(window: MainWindow, key: str) -> object:
    parts = window.board.scene._parts
    return parts.cards[AssetId(key)].brush(LIGHT, parts.shades.get(AssetId(key))).color()


def _legend(bar: LensBar) -> str:
    return bar.strip.accessibleDescription()


def test_kinds_are_shown_at_first(window: MainWindow, bar: LensBar) -> None:
    assert (
        _brush(window, "erp") == LIGHT.kinds[window.document.landscape.assets[AssetId("erp")].kind]
    )
    assert "cloud service (1)" in _legend(bar)


def test_another_lens_colours_the_cards_and_explains_itself(
    window: MainWindow, bar: LensBar
) -> None:
    bar.choice.setCurrentIndex(list(Lens).index(Lens.LEVEL))
    bar.choice.activated.emit(bar.choice.currentIndex())
    assert _brush(window, "erp") in LIGHT.levels.values()
    assert "medium" in _legend(bar)
    bar.choose(Lens.KIND)
    assert window.board.scene._parts.shades == {}


def test_the_country_is_asked_only_where_it_matters(bar: LensBar) -> None:
    assert not bar.countries.isVisible()
    bar.choose(Lens.REACH)
    assert bar.countries.isVisible()
    assert bar.countries.currentText() == "United States"
    assert "reached by the law of the United States (3)" in _legend(bar)


def test_colours_follow_an_edit(window: MainWindow, bar: LensBar) -> None:
    bar.choose(Lens.SPEND)
    assert _brush(window, "erp") == LIGHT.tones[Tone.UNKNOWN]
    erp = [AssetId("erp")]
    window.document.edit("Cost", lambda it: edits.put_fact(it, erp, "annual_cost", 100))
    window.board.show_report(build_report(window.document.landscape, today=TODAY))
    assert _brush(window, "erp") == LIGHT.tones[Tone.MOST]


def test_a_card_says_in_its_hint_what_its_colour_shows(window: MainWindow, bar: LensBar) -> None:
    middle = window.board.scene.cards[AssetId("erp")].at
    assert "Its colour" not in window.board.scene.hint_at(middle)
    bar.choose(Lens.COMPLETENESS)
    assert "Its colour: 0 of" in window.board.scene.hint_at(middle)


def test_the_menu_and_the_bar_agree(window: MainWindow, bar: LensBar) -> None:
    bar.choose(Lens.SPEND)
    entries = {one.objectName(): one for one in window.findChildren(QAction)}
    assert entries["lens-spend"].isChecked()
    entries["lens-lock_in"].trigger()
    assert bar.lens is Lens.LOCK_IN
    assert bar.choice.currentText() == "lock-in"


def test_the_legend_of_colours_stays_when_that_of_lines_goes(
    window: MainWindow, bar: LensBar
) -> None:
    window.board.show_legend(False)
    assert bar.isVisible()
    assert bar.strip.isVisible()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_tones_can_be_told_apart_in_grey_and_read(theme: Theme) -> None:
    steps = [theme.tones[tone] for tone in STEPS]
    greys = [luminance(one) for one in steps]
    assert greys in (sorted(greys), sorted(greys, reverse=True))
    assert all(contrast(one, other) > 1.3 for one, other in pairwise(steps))
    assert all(contrast(text_on(one), one) > 4.5 for one in (*steps, *theme.levels.values()))


def test_a_colour_of_the_legend_selects_its_cards_by_mouse_and_by_keys(
    window: MainWindow, bar: LensBar
) -> None:
    bar.choose(Lens.KIND)
    kinds = [entry.colour for entry in bar._entries]
    places, chosen = bar.strip._places(), window.selection
    QTest.mouseClick(bar.strip, Qt.MouseButton.LeftButton, pos=places[0].center().toPoint())
    assert chosen.assets == {
        key for key, one in window.document.landscape.assets.items() if one.kind == kinds[0]
    }
    bar.strip.setFocus()
    QTest.keyClick(bar.strip, Qt.Key.Key_Right)
    QTest.keyClick(bar.strip, Qt.Key.Key_Space)
    (other,) = chosen.assets
    assert window.document.landscape.assets[other].kind == kinds[1]


def test_the_choice_stays_in_place_whatever_its_legend_takes(
    window: MainWindow, bar: LensBar
) -> None:
    window.resize(760, 700)
    places = set()
    for lens in Lens:
        bar.choose(lens)
        for _turn in range(4):  # one layout waits for the other
            QApplication.processEvents()
        places.add(bar.choice.mapTo(window, bar.choice.rect().bottomLeft()).y())
    assert len(places) == 1
