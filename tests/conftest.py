"""What every test gets: a screen that is not there, a home of its own, and English."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from smala_lockin import i18n

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SMALA_LOCKIN_HOME", str(tmp_path / "home"))
    with i18n.language("en"):
        yield


_ending = {"status": 0}


def pytest_sessionfinish(exitstatus: int) -> None:
    """Remember how the tests ended."""
    _ending["status"] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave at once: after hundreds of windows Qt's last objects crash at the interpreter's end.

    All has been told by now, and the exit status is that of the tests.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(_ending["status"])
