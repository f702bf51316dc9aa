"""How long the windows take to open, beside a bare PySide6 script with an empty one.

Wanted: at most three times as long. Printed, not asserted: a busy machine is no failure.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUNS = 3

BARE = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
qt = QApplication([])
window = QMainWindow()
window.resize(1400, 860)
window.show()
qt.processEvents()
os._exit(0)
"""

OURS = """
import os
from PySide6.QtWidgets import QApplication
from smala_lockin.app import files
from smala_lockin.ui.windows import Program
qt = QApplication([])
program = Program(qt)
program.show(files.open_document(files.example()))
qt.processEvents()
os._exit(0)
"""

START = """
import os
from PySide6.QtWidgets import QApplication
from smala_lockin.ui.windows import Program
qt = QApplication([])
program = Program(qt)
program.begin()
qt.processEvents()
os._exit(0)
"""

LATER = {
    "smala_lockin.analysis.report",
    "smala_lockin.knowledge.in_force",
    "smala_lockin.ui.add_box",
    "smala_lockin.ui.panels.finding_delegate",
    "multiprocessing",
    "logging.handlers",
}
"""Parts that a window which opens does without."""

LOADED_AT_FIRST_USE = ("matplotlib", "networkx", "openpyxl", "numpy", "babel")

MODULES = """
import sys
from PySide6.QtWidgets import QApplication
from smala_lockin.app import files
from smala_lockin.ui.windows import Program
qt = QApplication([])
program = Program(qt)
program.show(files.open_document(files.example()))
print(*sys.modules)
sys.stdout.flush()
import os
os._exit(0)
"""


START_MODULES = START.replace("os._exit", "import sys; print(*sys.modules, flush=True); os._exit")


def test_the_window_opens_soon(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare, ours = _shortest(BARE, tmp_path), _shortest(OURS, tmp_path)
    with capsys.disabled():
        print(
            f"\nwindow on the example: {ours:.2f} s, bare PySide6 window {bare:.2f} s,"
            f" ratio {ours / bare:.1f} (wanted: at most 3)"
        )


def test_the_start_page_opens_soon(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare, ours = _shortest(BARE, tmp_path), _shortest(START, tmp_path)
    with capsys.disabled():
        print(
            f"\nstart page: {ours:.2f} s, bare PySide6 window {bare:.2f} s,"
            f" ratio {ours / bare:.1f} (wanted: at most 3)"
        )


@pytest.mark.parametrize("script", [MODULES, START_MODULES], ids=["example", "start page"])
def test_heavy_libraries_wait_for_their_first_use(script: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in answer.stdout.split()}
    assert "smala_lockin" in loaded
    assert loaded.isdisjoint(LOADED_AT_FIRST_USE)
    assert LATER.isdisjoint(answer.stdout.split())


def _shortest(script: str, cache: Path) -> float:
    """Return the shortest time of the processor in seconds, from the second start on.

    The first one compiles. What neighbours take from the clock does not count.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    times = []
    for _run in range(RUNS + 1):
        start = _worked()
        subprocess.run([sys.executable, "-c", script], env=environment, check=True)
        times.append(_worked() - start)
    return min(times[1:])


def _worked() -> float:
    """Return what processes that have ended worked, in seconds."""
    spent = os.times()
    return spent.children_user + spent.children_system
