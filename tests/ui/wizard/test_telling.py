"""Every step of the wizard tells its controls, shows the keyboard and walks through in order."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.app import import_job
from smala_lockin.app.document import Document
from smala_lockin.app.import_job import Reading
from smala_lockin.domain.landscape import Landscape
from smala_lockin.ui.wizard.wizard import ImportWizard, Step
from tests.ui.test_accessibility import nameless, unseen
from tests.ui.wizard.test_by_keys import gone
from tests.ui.wizard.test_wizard import LIST

OTHER = "Nom;Pays\nAcme;BE\nBéta;FR\n"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("lists")
    for name, text in (("apps.csv", LIST), ("companies.csv", OTHER)):
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def reading(files: list[Path]) -> Reading:
    return import_job.read(lambda _done, _of: None, files, {})


@pytest.fixture(params=i18n.LANGUAGES)
def wizard(
    request: pytest.FixtureRequest, qtbot: QtBot, files: list[Path], reading: Reading
) -> Iterator[ImportWizard]:
    """The wizard after two lists were read, in each language."""
    with i18n.language(request.param):
        parent = QWidget()
        qtbot.addWidget(parent)
        made = ImportWizard(Document(Landscape(), parent=parent), parent)
        made.open()
        made.files_step.add(files)
        known = made.understood
        known.files, known.reading, known.choices = files, reading, {}
        known.looks = {one.key: one for one in reading.sheets}
        known.was_read.emit(reading)
        with qtbot.waitActive(made, timeout=5_000):
            made.activateWindow()
        yield made
        gone(made)


def shown(wizard: ImportWizard, step: Step) -> ImportWizard:
    wizard._pages.setCurrentIndex(step)
    wizard._bar.show_step(step)
    QApplication.processEvents()
    return wizard


def letters(root: QWidget) -> list[str]:
    """Return the underlined letters that are seen."""
    buttons, labels = root.findChildren(QAbstractButton), root.findChildren(QLabel)
    texts = [one.text() for one in buttons if one.isVisible()]
    texts += [one.text() for one in labels if one.isVisible()]
    return [letter.lower() for text in texts for letter in re.findall(r"&(\w)", text)]


def stops(wizard: ImportWizard) -> list[QWidget]:
    """Return what the tabulator key comes by."""
    found: list[QWidget] = []
    here: QWidget | None = wizard.nextInFocusChain()
    while here is not wizard and here is not None:
        by_tab = here.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_tab and here.isVisible() and here.focusProxy() is None:
            found.append(here)
        here = here.nextInFocusChain()
    return found


def rect(one: QWidget, wizard: ImportWizard) -> QRect:
    return QRect(one.mapTo(wizard, QPoint()), one.size())


@pytest.mark.parametrize("step", Step)
def test_each_control_says_what_it_is(wizard: ImportWizard, step: Step) -> None:
    assert nameless(shown(wizard, step)) == set()


@pytest.mark.parametrize("step", Step)
def test_each_letter_means_one_thing(wizard: ImportWizard, step: Step) -> None:
    found = letters(shown(wizard, step))
    assert sorted(found) == sorted(set(found))


@pytest.mark.parametrize("step", Step)
def test_the_keyboard_is_seen_where_it_is(wizard: ImportWizard, step: Step) -> None:
    drawn_by_the_system = ("QComboBox", "QCheckBox", "QSpinBox")
    found = unseen(shown(wizard, step))
    assert {one for one in found if not one.startswith(drawn_by_the_system)} == set()


@pytest.mark.parametrize("step", Step)
def test_the_tabulator_key_never_walks_back(wizard: ImportWizard, step: Step) -> None:
    """Whatever comes next stands further down, or further to the right."""
    found = [rect(one, wizard) for one in stops(shown(wizard, step))]
    assert found
    for before, after in pairwise(found):
        assert after.top() >= before.bottom() or after.left() > before.right()
