"""Take back a register: shown first, then one step."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QMessageBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from smala_lockin.analysis.report import build_report
from smala_lockin.domain.edits import put_risk
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey, RiskRecord
from smala_lockin.formats.register_workbook import write_register
from smala_lockin.ui.dialogs.taken_back import TakenBackDialog
from smala_lockin.ui.main_window import MainWindow
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow

SALES = asset("sales", "process", criticality=5, max_outage_hours=4.0)
MAP = landscape_of("sales -> erp", assets=[SALES])
KEY = RiskKey("spof:erp")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register in which somebody typed an owner."""
    path = tmp_path / "register.xlsx"
    write_register(build_report(MAP, today=date(2026, 11, 25)), path)
    book = load_workbook(path)
    headings = [cell.value for cell in book["Register"][1]]
    book["Register"].cell(row=2, column=headings.index("Owner") + 1).value = "Anne"
    book.save(path)
    return path


def shown(window: MainWindow, qtbot: QtBot, path: Path) -> TakenBackDialog:
    window.returning.read(window.analyst.report, path)
    qtbot.waitUntil(lambda: window.returning.dialog is not None, timeout=20_000)
    assert window.returning.dialog is not None
    return window.returning.dialog


def lines(dialog: TakenBackDialog) -> list[list[str]]:
    top = dialog.tree.topLevelItem(0)
    assert top is not None
    return [texts(top.child(row)) for row in range(top.childCount())]


def texts(item: QTreeWidgetItem | None) -> list[str]:
    assert item is not None
    return [item.text(column) for column in (1, 2, 3)]


def risks(window: MainWindow) -> dict[RiskKey, RiskRecord]:
    return dict(window.document.landscape.risks)


def test_what_was_typed_is_shown_and_then_taken_back_in_one_step(
    window_on: MakeWindow, qtbot: QtBot, register: Path
) -> None:
    window = window_on(MAP)
    dialog = shown(window, qtbot, register)
    assert lines(dialog) == [["Owner", "", "Anne"]]
    assert risks(window) == {}
    dialog.accept()
    assert risks(window) == {KEY: RiskRecord(owner="Anne")}
    assert window.statusBar().currentMessage().startswith("1 entry was taken back")
    window.document.history.undo()
    assert risks(window) == {}


def test_what_the_map_says_otherwise_is_shown_and_stays(
    window_on: MakeWindow, qtbot: QtBot, register: Path
) -> None:
    known: Landscape = put_risk(MAP, KEY, RiskRecord(owner="Paul"))
    window = window_on(known)
    dialog = shown(window, qtbot, register)
    assert lines(dialog) == [["Owner", "Paul", "Anne"]]
    assert not dialog.take.isEnabled()
    dialog.reject()
    assert risks(window) == {KEY: RiskRecord(owner="Paul")}


def test_what_is_no_register_is_told_in_a_sentence(
    window_on: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_on(MAP)
    path = tmp_path / "list.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    window.returning.read(None, path)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=20_000)
    (box,) = window.findChildren(QMessageBox)
    assert box.text().startswith("list.csv is no register of this program")
    box.close()
