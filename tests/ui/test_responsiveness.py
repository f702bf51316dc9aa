"""Nothing holds up the window for more than 50 ms: its event loop is watched on 2,000 assets."""

import csv
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smala_lockin.app.analyst import analyse
from smala_lockin.app.document import Document
from smala_lockin.app.exporting import write_register
from smala_lockin.app.jobs import Jobs
from smala_lockin.domain import edits
from smala_lockin.domain.kinds import Need
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.layout import layered
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.windows import Program
from smala_lockin.ui.wizard.wizard import ImportWizard, Step
from tests.benchmarks.maps import big_map
from tests.ui.watch import longest

MOST_MS, MOST_HELD_MS = 50.0, 100.0
"""What the window's thread may work in one go, and for how long it may stand still.

A core of which a neighbour has the other half works at half its speed, and two threads of Python
wait for each other.
"""

EXPORT_MS = 2000
"""The whole export takes longer than the suite can spare; it is stopped after this."""

MINUTE = 60_000


@pytest.fixture(scope="module")
def landscape() -> Landscape:
    bare = big_map(2000)
    return edits.move(bare, layered.positions(bare))


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    one = Program(qapp)
    yield one
    for window in one.windows:
        window.retire()
        window.file.close()
    if one.start_page is not None:
        one.start_page.close()
    one.deleteLater()


@pytest.fixture
def window(program: Program, landscape: Landscape, qtbot: QtBot) -> MainWindow:
    made = program.show(Document(landscape))
    analysed(made, qtbot)
    return made


def analysed(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until what was done is on screen with its findings."""
    wanted = window.document.landscape

    def is_there() -> bool:
        report = window.analyst.report
        return report is not None and report.landscape is wanted

    qtbot.waitUntil(is_there, timeout=MINUTE)
    qtbot.wait(100)


def holds_up_nothing(what: str, run: Callable[[], object]) -> bool:
    worked, held = longest(what, run, wanted_ms=MOST_MS)
    return worked < MOST_MS and held < MOST_HELD_MS


def test_opening_a_map_holds_up_nothing(
    program: Program, landscape: Landscape, qtbot: QtBot, tmp_path: Path
) -> None:
    analysed(program.show(Document(Landscape())), qtbot)  # what a first window loads is loaded
    paths = [tmp_path / f"{name}.smala" for name in "abc"]
    for path in paths:
        project.save(landscape, path)

    def run() -> None:
        count = len(program.windows)
        program.open(paths.pop())
        qtbot.waitUntil(lambda: len(program.windows) > count, timeout=MINUTE)
        analysed(program.windows[-1], qtbot)

    assert holds_up_nothing("opening", run)
    assert len(program.windows[-1].board.scene.cards) == 2000


def test_an_import_and_its_undo_hold_up_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["Application", "Fournisseur", "Coût annuel"])
        rows.writerows([f"Appli {n}", f"Fournisseur {n % 90} SA", 10 * n] for n in range(400))

    def run() -> None:
        wizard = ImportWizard(window.document, window)
        wizard.begin([path])
        while wizard.step is not Step.PREVIEW or wizard.proposal is None:
            qtbot.waitUntil(lambda: not wizard.is_working, timeout=MINUTE)
            if wizard.step is not Step.PREVIEW:
                wizard.go_on()
        qtbot.wait(60)
        with qtbot.waitSignal(wizard.made, timeout=MINUTE):
            wizard.go_on()
        analysed(window, qtbot)
        assert len(window.document.landscape.assets) >= 2400
        window.document.history.undo()
        analysed(window, qtbot)

    assert holds_up_nothing("import and undo", run)


def test_an_edit_holds_up_nothing(window: MainWindow, qtbot: QtBot) -> None:
    link = next(iter(window.document.landscape.dependencies))
    window.board.view.zoom_by(0.4 / window.board.view.zoom)

    def run() -> None:
        for need in (Need.CONVENIENCE, Need.VITAL):
            window.document.edit("Edit", partial(edits.put_need, dependency=link, need=need))
            analysed(window, qtbot)

    assert holds_up_nothing("edits", run)


def test_selecting_and_deleting_everything_holds_up_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    def run() -> None:
        for id in ("select_all", "delete", "undo"):
            window.actions_by_id[id].trigger()
            qtbot.wait(80)
        analysed(window, qtbot)

    assert holds_up_nothing("selecting, deleting, undoing all", run)


def test_tidying_holds_up_nothing(window: MainWindow, qtbot: QtBot) -> None:
    tidying = window.edit_commands.tidying

    def run() -> None:
        with qtbot.waitSignal(tidying.ready, timeout=MINUTE):
            tidying.run()
        qtbot.wait(100)

    assert holds_up_nothing("tidying", run)


def test_an_export_holds_up_nothing_and_stops_without_a_trace(
    landscape: Landscape, qtbot: QtBot, tmp_path: Path
) -> None:
    report = analyse(landscape)
    jobs, ended = Jobs(), list[object]()

    def run() -> None:
        ended.clear()
        jobs.run(
            write_register,
            report,
            tmp_path / "register.xlsx",
            done=ended.append,
            failed=ended.append,
            stopped=lambda: ended.append("stopped"),
        )
        QTimer.singleShot(EXPORT_MS, jobs, jobs.stop)
        qtbot.waitUntil(lambda: bool(ended), timeout=MINUTE)

    assert holds_up_nothing("export", run)
    jobs.close()
    assert ended == ["stopped"] or (tmp_path / "register.xlsx").exists()
    assert ended != ["stopped"] or not list(tmp_path.iterdir())


def test_saving_holds_up_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    def run() -> None:
        with qtbot.waitSignal(window.file.saved, timeout=MINUTE):
            window.file.save(tmp_path / "a.smala")
        qtbot.wait(50)

    assert holds_up_nothing("saving", run)
