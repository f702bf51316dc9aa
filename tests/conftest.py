"""What every test gets: a screen that is not there, a home of its own, and English."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from smala_lockin import i18n

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The suite tries the same examples each time; `--hypothesis-profile=explore` looks for new ones.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None)
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SMALA_LOCKIN_HOME", str(tmp_path / "home"))
    with i18n.language("en"):
        yield


def pytest_sessionfinish() -> None:
    """Empty the clipboard: what Python put there must not outlive Python, or its end crashes."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    if isinstance(QApplication.instance(), QApplication):
        QApplication.clipboard().clear()
