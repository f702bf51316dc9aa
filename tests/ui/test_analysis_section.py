"""The analysis of the selected card, folded away beneath its findings."""

from datetime import date

import pytest

from smala_lockin.analysis.report import build_report
from smala_lockin.domain.assets import AssetId
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.panels.analysis import AnalysisSection
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow


@pytest.fixture
def window(window_on: MakeWindow) -> MainWindow:
    window = window_on(
        landscape_of(
            "shop -> erp",
            "erp => acme",
            assets=[asset("erp", "cloud_service"), asset("acme", "supplier", country="US")],
        )
    )
    window._show_report(build_report(window.document.landscape, today=date(2026, 11, 22)))
    return window


@pytest.fixture
def section(window: MainWindow) -> AnalysisSection:
    window.selection.choose_assets([AssetId("erp")])
    return window.side.facts.analysis


def test_it_is_folded_and_says_the_lock_in_beside_its_heading(section: AnalysisSection) -> None:
    assert section.isVisible()
    assert not section.is_open
    assert section.text.text() == ""
    assert "lock-in" in section.heading.text()


def test_opened_it_says_whose_law_reaches_the_card(section: AnalysisSection) -> None:
    section.heading.setChecked(True)
    assert "United States" in section.text.text()


def test_it_follows_the_selection_and_stays_open(
    window: MainWindow, section: AnalysisSection
) -> None:
    section.heading.setChecked(True)
    window.selection.choose_assets([AssetId("acme")])
    assert section.is_open
    assert "Hardest to leave of what it provides" in section.text.text()
    window.selection.choose_assets([AssetId("acme"), AssetId("erp")])
    assert not section.isVisible()


def test_a_name_in_it_leads_to_its_card(window: MainWindow, section: AnalysisSection) -> None:
    section.heading.setChecked(True)
    assert 'href="asset:acme"' in section.text.text()
    section.text.linkActivated.emit("asset:acme")
    assert window.selection.assets == {AssetId("acme")}
