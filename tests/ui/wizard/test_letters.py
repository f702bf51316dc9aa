"""In every step of the wizard a letter means one thing, and what takes the keyboard has a name."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smala_lockin import i18n
from smala_lockin.app.document import Document
from smala_lockin.domain.landscape import Landscape
from smala_lockin.ui.wizard.topic import Subject
from smala_lockin.ui.wizard.wizard import ImportWizard, Step
from tests.ui.test_accessibility import letters_of, nameless
from tests.ui.test_actions import clashes

ROWS = "Application;Fournisseur;Dépend de;Coût annuel\nERP;Acme SA;;1 200\nCRM;ACME;Firefox;x\n"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_letter_means_one_thing_in_each_step(language: str, qtbot: QtBot, tmp_path: Path) -> None:
    table = tmp_path / "apps.csv"
    table.write_text(ROWS, encoding="utf-8")
    parent = QWidget()
    qtbot.addWidget(parent)
    with i18n.language(language):
        wizard = ImportWizard(Document(Landscape(), parent=parent), parent)
    wizard.begin([table])
    seen = []
    while True:
        qtbot.waitUntil(lambda: not wizard.is_working, timeout=20_000)
        seen.append(wizard.step)
        assert clashes(letters_of(wizard)) == set(), wizard.step
        assert nameless(wizard) == set()
        if wizard.step is Step.PREVIEW:
            break
        wizard.go_on()
    assert {Step.SHEETS, Step.COLUMNS} < set(seen)
    wizard.preview_step.open_topic(Subject.PROBLEMS)
    assert clashes(letters_of(wizard)) == set()
    wizard.reject()
