"""The dialog about the catalogue, with nothing corrected yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smala_lockin.app.catalogue_steps import Steps
from smala_lockin.knowledge import in_force
from smala_lockin.ui.catalogue.dialog import CatalogueDialog


@pytest.fixture(autouse=True)
def _read_again() -> Iterator[None]:
    in_force.forget()
    yield
    in_force.forget()


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> CatalogueDialog:
    made = CatalogueDialog(tmp_path, Steps())
    qtbot.addWidget(made)
    return made
