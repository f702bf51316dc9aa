"""What every test gets: a screen that is not there, a home of its own, and English."""

import os
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
