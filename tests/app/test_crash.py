"""kill -9 between edits and in the middle of saves: what was saved is whole, little is lost."""

import os
import random
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from smala_lockin.app.recovery import DELAY_MS, orphans
from smala_lockin.formats import project
from tests.benchmarks.maps import big_map

IS_FULL = os.environ.get("SMALA_BENCH") == "full"
KILLS = 50 if IS_FULL else 10
DELAY, LIMIT_S, LONGEST_S = (DELAY_MS, 5.0, 9.0) if IS_FULL else (50, 1.5, 2.5)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("kill", range(KILLS))
def test_a_killed_program_loses_little(kill: int, tmp_path: Path) -> None:
    path = tmp_path / "map.smala"
    project.save(big_map(300), path)
    said = _killed_after(random.Random(kill).uniform(0.1, LONGEST_S), path)
    made = {int(number): float(when) for what, number, when in said if what == "edit"}
    saved = [int(number) for what, number, _when in said if what == "saved"]
    on_disk = int(project.load(path).company.name or 0)
    assert on_disk in made or not on_disk
    assert on_disk >= max(saved, default=0)
    left = [int(one.landscape().company.name) for one in orphans()]
    kept = max([on_disk, *left])
    last = max(made.values(), default=0.0)
    lost = [when for number, when in made.items() if number > kept]
    assert not lost or last - min(lost) < LIMIT_S


def _killed_after(seconds: float, path: Path) -> list[tuple[str, str, str]]:
    victim = subprocess.Popen(
        [sys.executable, "-m", "tests.app.victim", str(path), str(DELAY)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert victim.stdout is not None
    first = victim.stdout.readline()
    sleep(seconds)
    victim.kill()
    rest, _errors = victim.communicate()
    whole = [first, *rest.split("\n")[:-1]]  # what stands behind the last line end is torn
    words = [line.split() for line in whole]
    return [(one[0], one[1], one[2]) for one in words]
