"""Export register: written in the background, told when done."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from smala_lockin.app import exporting
from smala_lockin.domain.records import Company
from smala_lockin.ui.main_window import MainWindow
from tests.builders import asset, landscape_of
from tests.ui.conftest import MakeWindow

SALES = asset("sales", "process", criticality=5, max_outage_hours=4.0)
MAP = landscape_of("sales -> erp", assets=[SALES], company=Company(name="Acme", language="fr"))


def written(window: MainWindow, qtbot: QtBot, path: Path) -> QMessageBox:
    with qtbot.waitSignal(window.analyst.report_ready, timeout=20_000):
        window.begin()
    assert window.analyst.report is not None
    window.register.write(window.analyst.report, path)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=20_000)
    (box,) = window.findChildren(QMessageBox)
    return box


def test_the_register_is_written_and_told(
    window_on: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "register.xlsx"
    box = written(window_on(MAP), qtbot, path)
    assert "register.xlsx" in box.text()
    assert len(load_workbook(path).sheetnames) > 1
    box.close()


def test_a_register_that_cannot_be_written_is_told_in_a_sentence(
    window_on: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    box = written(window_on(MAP), qtbot, tmp_path / "missing" / "register.xlsx")
    assert box.icon() is QMessageBox.Icon.Warning
    assert box.text().endswith(".")
    assert not (tmp_path / "missing").exists()
    box.close()


def test_a_picture_is_drawn_and_told(window_on: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = window_on(MAP)
    with qtbot.waitSignal(window.analyst.report_ready, timeout=20_000):
        window.begin()
    assert window.analyst.report is not None
    window.register.draw(window.analyst.report, tmp_path / "map.svg")
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=20_000)
    (box,) = window.findChildren(QMessageBox)
    assert "map.svg" in box.text()
    assert b"<svg" in (tmp_path / "map.svg").read_bytes()[:400]
    box.close()


def test_dates_are_saved_as_a_calendar_and_told(
    window_on: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    erp = asset("erp", "cloud_service", contract_end=date(2099, 12, 31))
    window = window_on(landscape_of("sales -> erp", assets=[SALES, erp]))
    with qtbot.waitSignal(window.analyst.report_ready, timeout=20_000):
        window.begin()
    assert window.analyst.report is not None
    window.register.write_calendar(window.analyst.report, tmp_path / "dates.ics")
    (box,) = window.findChildren(QMessageBox)
    assert "dates.ics" in box.text()
    assert b"DTSTART;VALUE=DATE:20991231" in (tmp_path / "dates.ics").read_bytes()
    box.close()


def test_a_calendar_is_proposed_under_the_name_of_the_map(
    window_on: MakeWindow, qtbot: QtBot
) -> None:
    window = window_on(MAP)
    with qtbot.waitSignal(window.analyst.report_ready, timeout=20_000):
        window.begin()
    window.actions_by_id["calendar"].trigger()
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "ics"
    assert [Path(name).name for name in dialog.selectedFiles()] == ["Contracts of Acme.ics"]
    dialog.reject()


def test_export_waits_for_the_report(window_on: MakeWindow) -> None:
    assert not window_on(MAP).actions_by_id["export_register"].isEnabled()


def test_a_proposed_name_is_one_that_every_file_system_takes() -> None:
    assert exporting.file_name('Register A/B: "C" <D>?  E.') == "Register A B C D E.xlsx"
    assert len(exporting.file_name("x" * 400)) < 100


def test_the_ending_is_added_where_it_lacks() -> None:
    assert exporting.with_suffix(Path("a.2026")) == Path("a.2026.xlsx")
    assert exporting.with_suffix(Path("a.XLSX")) == Path("a.XLSX")
