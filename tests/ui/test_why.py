"""Asking why in the window: the computation opens, and leads back to the map."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smala_lockin.analysis.report import build_report
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import ExitPlan
from smala_lockin.ui.dialogs.method import MethodDialog
from smala_lockin.ui.dialogs.why import WhyDialog
from smala_lockin.ui.main_window import MainWindow
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
                asset("shop", "process", criticality=5, max_outage_hours=8),
                asset("erp", "cloud_service"),
            ],
        )
    )
    _report(window)
    return window


def _report(window: MainWindow) -> None:
    report = build_report(window.document.landscape, today=TODAY)
    window.analyst.report = report
    window.analyst.report_ready.emit(report)


def _opened(window: MainWindow) -> list[WhyDialog]:
    return [one for one in window.findChildren(WhyDialog) if one.isVisible()]


def _click_why(window: MainWindow, row: int) -> None:
    panel = window.findings
    place = panel.list.visualRect(panel.list.model().index(row, 0))
    at = panel._delegate.why_place(place).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_why_opens_the_computation(window: MainWindow) -> None:
    _click_why(window, 1)
    (dialog,) = _opened(window)
    assert "How likely" in dialog.page.toPlainText()
    assert "too late after 8 hours" in dialog.page.toPlainText()


def test_a_click_beside_it_only_selects(window: MainWindow) -> None:
    panel = window.findings
    place = panel.list.visualRect(panel.list.model().index(1, 0))
    QTest.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center() + QPoint(-40, 10)
    )
    assert _opened(window) == []
    assert window.selection.finding is not None


def test_enter_asks_why_too(window: MainWindow) -> None:
    window.findings.list.setCurrentIndex(window.findings.list.model().index(1, 0))
    QTest.keyClick(window.findings.list, Qt.Key.Key_Return)
    assert len(_opened(window)) == 1


def test_a_story_explains_each_of_its_risks(window: MainWindow) -> None:
    _click_why(window, 1)
    (dialog,) = _opened(window)
    said = set()
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        said.add(dialog.page.toPlainText())
    assert len(said) == dialog.list.count() == 2


def test_a_name_leads_to_its_card(window: MainWindow) -> None:
    _click_why(window, 1)
    (dialog,) = _opened(window)
    assert 'href="asset:shop"' in dialog.page.toHtml()
    dialog.page.anchorClicked.emit(QUrl("asset:shop"))
    assert window.selection.assets == {AssetId("shop")}


def test_the_explanation_follows_the_map(window: MainWindow) -> None:
    _click_why(window, 1)
    (dialog,) = _opened(window)
    shop = [AssetId("shop")]
    window.document.edit("Hours", lambda it: edits.put_fact(it, shop, "max_outage_hours", 30))
    _report(window)
    assert "too late after 30 hours" in dialog.page.toPlainText()
    window.document.edit("Remove", lambda it: edits.remove_assets(it, [AssetId("erp")]))
    _report(window)
    assert "This finding is gone" in dialog.page.toPlainText()


def test_it_tells_what_precautions_are_worth_once_that_is_worked_out(
    window_on: MakeWindow, qtbot: QtBot
) -> None:
    erp = asset("erp", "cloud_service", exit_plan=ExitPlan.TESTED, exit_plan_tested_on=TODAY)
    shop = asset("shop", "process", criticality=5, max_outage_hours=8)
    window = window_on(landscape_of("shop -> erp", assets=[shop, erp]))
    _report(window)
    with qtbot.waitSignal(window.analyst.inherent_ready):
        _click_why(window, 1)
    (dialog,) = _opened(window)
    assert "Without the stand-ins and exit plans you have: high" in dialog.page.toPlainText()
    with qtbot.waitSignal(window.analyst.inherent_ready):
        window.document.edit(
            "Plan", lambda it: edits.put_fact(it, [erp.id], "exit_plan_tested_on", None)
        )
        _report(window)
    assert "Without the stand-ins" not in dialog.page.toPlainText()


def test_the_method_is_one_click_away(window: MainWindow) -> None:
    _click_why(window, 1)
    (dialog,) = _opened(window)
    dialog.method_wanted.emit()
    assert window.findChildren(MethodDialog)


def test_why_beside_the_facts_leaves_the_card_selected(window: MainWindow) -> None:
    window.selection.choose_assets([AssetId("erp")])
    about = window.side.facts.about
    place = about.visualRect(about.model().index(0, 0))
    at = about._delegate.why_place(place).center()
    QTest.mouseClick(about.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(_opened(window)) == 1
    assert window.selection.assets == {AssetId("erp")}
