"""How long `smala-lockin --help` takes, beside a Python that does nothing.

Wanted: at most eight times as long. Printed, not asserted: a busy machine is no failure.
"""

import subprocess
import sys
from time import perf_counter

import pytest

from smala_lockin import paths

RUNS = 5


def test_help_comes_soon(capsys: pytest.CaptureFixture[str]) -> None:
    bare, ours = _shortest("-c", "pass"), _shortest("-m", "smala_lockin", "--help")
    with capsys.disabled():
        print(
            f"\n--help: {ours * 1000:.0f} ms, bare Python {bare * 1000:.0f} ms,"
            f" ratio {ours / bare:.1f} (goal 8)"
        )
    assert ours > 0


def _shortest(*arguments: str) -> float:
    found = []
    for _ in range(RUNS):
        start = perf_counter()
        subprocess.run(
            [sys.executable, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=paths.resource("examples").parents[1],
        )
        found.append(perf_counter() - start)
    return min(found)
