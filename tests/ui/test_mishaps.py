"""Unexpected errors: logged without names, told once and calmly."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from smala_lockin.app import log
from smala_lockin.ui.mishaps import Mishaps


class Rescued:
    """Counts how often the recovery copies were asked for."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


@pytest.fixture
def rescued() -> Rescued:
    return Rescued()


@pytest.fixture
def mishaps(qapp: QApplication, rescued: Rescued) -> Iterator[Mishaps]:
    kept = sys.excepthook, threading.excepthook, sys.unraisablehook
    one = Mishaps(rescued, qapp)
    log.begin()
    one.begin()
    yield one
    one.end()
    sys.excepthook, threading.excepthook, sys.unraisablehook = kept
    log.end()
    logging.raiseExceptions = True
    for box in boxes():
        box.close()
    one.deleteLater()


def boxes() -> list[QMessageBox]:
    known = QApplication.topLevelWidgets()
    return [one for one in known if isinstance(one, QMessageBox) and one.isVisible()]


def stumble(secret: str = "Menuiserie Lambert") -> None:
    try:
        raise RuntimeError(secret)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.usefixtures("mishaps")
def test_it_is_told_once_without_a_traceback_and_work_is_rescued(
    rescued: Rescued, qtbot: QtBot
) -> None:
    stumble()
    stumble()
    qtbot.waitUntil(lambda: bool(boxes()))
    qtbot.wait(20)
    (box,) = boxes()
    words = box.text() + box.informativeText()
    assert "recovery copy" in words
    assert "RuntimeError" not in words
    assert "Lambert" not in words
    assert rescued.count == 1
    assert log.text().count("RuntimeError") == 2
    assert "Lambert" not in log.text()


@pytest.mark.usefixtures("mishaps")
def test_after_it_is_closed_the_next_is_told_again(qtbot: QtBot) -> None:
    stumble()
    qtbot.waitUntil(lambda: bool(boxes()))
    boxes()[0].close()
    qtbot.waitUntil(lambda: not boxes())
    stumble()
    qtbot.waitUntil(lambda: bool(boxes()))


@pytest.mark.usefixtures("mishaps")
def test_a_thread_is_no_way_around_it(qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: [][1])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(boxes()))
    assert "IndexError" in log.text()


@pytest.mark.usefixtures("mishaps")
def test_what_qt_warns_of_is_logged_without_paths() -> None:
    qWarning('cannot read "/home/eve/Lambert.smala"')
    assert "Qt: cannot read" in log.text()
    assert "Lambert" not in log.text()
