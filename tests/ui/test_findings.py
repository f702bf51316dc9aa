"""The findings beside the map, and the marks on it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.app import files
from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.panels.finding_rows import Row, RowSort
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SALES = asset("sales", "process", criticality=5, max_outage_hours=4.0)
MAP = landscape_of("sales -> erp", "erp -> disk", "hr -> mail", assets=[SALES])
FALSE_PAIR = landscape_of("sales -> fibre | mobile", "fibre -> carrier", "mobile -> carrier")


def analysed(window: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(window.analyst.report_ready, timeout=20_000):
        window.begin()
    return window


def rows(window: MainWindow) -> list[tuple[QModelIndex, Row]]:
    model = window.findings.list.model()
    indexes = [model.index(number, 0) for number in range(model.rowCount())]
    return [(index, index.data(Qt.ItemDataRole.UserRole)) for index in indexes]


def row_of(window: MainWindow, key: str) -> QModelIndex:
    return next(index for index, row in rows(window) if row.key == key)


def test_headlines_come_first(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = analysed(window_on(MAP), qtbot)
    sorts = [row.sort for _index, row in rows(window)]
    assert sorts[:2] == [RowSort.HEADING, RowSort.HEADLINE]
    assert sorts.index(RowSort.FINDING) > max(
        number for number, sort in enumerate(sorts) if sort is RowSort.HEADLINE
    )


def test_every_finding_has_a_row_with_a_sentence(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = analysed(window_on(MAP), qtbot)
    report = window.analyst.report
    assert report is not None
    keys = [row.key for _index, row in rows(window) if row.sort is RowSort.FINDING]
    asked = {one.finding.key for one in report.next_questions}
    assert set(keys) == asked | {finding.key for finding in report.findings}
    assert len(keys) == len(set(keys))
    assert all(row.text.endswith((".", "?", ":")) for _i, row in rows(window) if row.key)


def test_what_to_ask_first_stands_between_headlines_and_risks(
    window_on: MakeWindow, qtbot: QtBot
) -> None:
    window = analysed(window_on(MAP), qtbot)
    report = window.analyst.report
    assert report is not None
    first = [one.finding.key for one in report.next_questions]
    found = [row for _index, row in rows(window) if row.sort is RowSort.FINDING]
    assert first
    assert [row.key for row in found[: len(first)]] == first
    assert all("?" in row.text for row in found[: len(first)])


def test_a_finding_clicked_lights_up_its_path(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = analysed(window_on(MAP), qtbot)
    window.findings.list.scrollTo(row_of(window, "spof:disk"))
    place = window.findings.list.visualRect(row_of(window, "spof:disk"))
    viewport = window.findings.list.viewport()
    QTest.mouseClick(viewport, LEFT, NO_KEYS, place.center())
    cards = window.board.scene.cards
    assert {key for key, card in cards.items() if card.opacity == 1.0} == {"sales", "erp", "disk"}
    assert window.selection.marked == {AssetId("disk")}


def test_escape_lets_go_of_a_finding(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = analysed(window_on(MAP), qtbot)
    window.findings.list.setCurrentIndex(row_of(window, "spof:disk"))
    QTest.keyClick(window.findings.list, Qt.Key.Key_Escape)
    assert window.selection.finding is None
    assert all(card.opacity == 1.0 for card in window.board.scene.cards.values())


def test_risks_of_level_medium_or_above_have_a_ring(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = analysed(window_on(MAP), qtbot)
    assert window.analyst.report is not None
    heavy = {
        asset
        for finding in window.analyst.report.findings
        if finding.level is not None and finding.level >= Level.MEDIUM
        for asset in finding.assets
    }
    assert heavy
    assert window.board.scene.rings.keys() == heavy


def test_a_false_redundancy_breaks_its_diamond(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = analysed(window_on(FALSE_PAIR), qtbot)
    assert window.board.scene.diamonds[GroupId("g1")].is_broken


def test_findings_follow_an_edit(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = analysed(window_on(MAP), qtbot)
    window.findings.list.setCurrentIndex(row_of(window, "spof:disk"))
    with qtbot.waitSignal(window.analyst.report_ready, timeout=20_000):
        window.document.edit("Remove", lambda it: edits.remove_assets(it, [AssetId("disk")]))
    assert "spof:disk" not in {row.key for _index, row in rows(window)}
    assert all(card.opacity == 1.0 for card in window.board.scene.cards.values())


def test_a_selected_finding_stays_selected_after_an_edit(
    window_on: MakeWindow, qtbot: QtBot
) -> None:
    window = analysed(window_on(MAP), qtbot)
    window.findings.list.setCurrentIndex(row_of(window, "spof:disk"))
    disk = replace(MAP.assets[AssetId("disk")], name="NAS")
    with qtbot.waitSignal(window.analyst.report_ready, timeout=20_000):
        window.document.edit("Rename", lambda it: edits.put_assets(it, [disk]))
    assert window.selection.finding == "spof:disk"
    assert window.findings.list.currentIndex() == row_of(window, "spof:disk")


def test_the_status_bar_counts(window_on: MakeWindow, qtbot: QtBot) -> None:
    window = analysed(window_on(MAP), qtbot)
    assert window.analyst.report is not None
    words = window.counts
    assert words.startswith("5 assets  ·  3 dependencies  ·  ")
    assert f"{len(window.analyst.report.findings)} finding" in words


def test_the_status_bar_tells_whether_all_is_saved(
    window_on: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_on(MAP)
    assert not window.counts.endswith("saved")  # there is nothing to save yet
    window.document.edit("Rename", lambda it: edits.put_fact(it, [AssetId("disk")], "name", "NAS"))
    assert window.counts.endswith("not saved")
    with qtbot.waitSignal(window.file.saved):
        window.file.save(tmp_path / "a.smala")
    assert window.counts.endswith("  saved")
    window.document.history.undo()
    assert window.counts.endswith("not saved")


@pytest.mark.parametrize("width", [300, 600])
def test_rows_are_as_high_as_their_sentence_needs(
    window_on: MakeWindow, qtbot: QtBot, width: int
) -> None:
    window = analysed(window_on(MAP), qtbot)
    window.findings.setFixedWidth(width)
    qtbot.wait(20)
    view = window.findings.list
    heights = [view.visualRect(index).height() for index, row in rows(window) if row.key]
    needed = [view.sizeHintForIndex(index).height() for index, row in rows(window) if row.key]
    assert heights == needed


def test_many_findings_can_be_filtered_by_words_in_whatever_letters(
    window_on: MakeWindow, qtbot: QtBot
) -> None:
    """Level, sort of risk and names count; what is selected and filtered out is let go."""
    window = analysed(window_on(files.open_document(files.example()).landscape), qtbot)
    panel = window.findings
    assert panel.filter.isVisible()
    everything = panel.list.model().rowCount()
    panel.filter.setText("ÉLECTRICITÉ  medium")
    found = [row for _index, row in rows(window) if row.key]
    assert 0 < len(found) < everything
    assert all(
        any("lectricit" in window.document.landscape.assets[key].name for key in one.assets)
        for row in found
        for one in row.findings[:1]
        if row.sort is RowSort.FINDING
    )
    panel.list.setCurrentIndex(row_of(window, found[-1].key))
    panel.filter.setText("there is no such thing")
    assert [row for _index, row in rows(window)] == []
    assert not panel.list.isVisible()
    assert window.selection.finding is None
    panel.filter.clear()
    assert panel.list.model().rowCount() == everything


def test_a_few_findings_need_no_filter(window_on: MakeWindow, qtbot: QtBot) -> None:
    assert not analysed(window_on(MAP), qtbot).findings.filter.isVisible()
