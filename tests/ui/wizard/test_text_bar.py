"""A text file that was misread is read again as somebody says, with the keyboard too."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smala_lockin.app.import_job import SheetLook
from smala_lockin.formats.text_form import AS_FOUND, TextForm
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.ui import errors
from smala_lockin.ui.wizard.wizard import ImportWizard, Step
from tests.ui.wizard.test_wizard import Open, names, opened, preview, settled

__all__ = ["opened"]

BARS = "Nom|Fournisseur|Ville;Pays;Langue\nERP|Acme|Gent;BE;nl\nCRM|Beta|Lille;FR;fr\n"


def look(wizard: ImportWizard) -> SheetLook:
    (only,) = wizard.understood.looks.values()
    return only


def choose(wizard: ImportWizard, qtbot: QtBot, text: str) -> None:
    """Choose a line of one of the two drop-downs with the arrow keys."""
    bar = wizard.sheets_step.text_bar
    box = next(one for one in (bar.delimiter, bar.encoding) if one.findText(text) >= 0)
    box.setFocus()
    while box.currentText() != text:
        down = box.currentIndex() < box.findText(text)
        QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        settled(wizard, qtbot)


def test_another_delimiter_gives_other_columns(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(BARS)
    assert look(wizard).delimiter != ","
    assert look(wizard).form == AS_FOUND
    choose(wizard, qtbot, "comma")
    assert wizard.sheets_step._rows.columnCount() == 1
    choose(wizard, qtbot, "vertical bar")
    assert wizard.sheets_step._rows.columnCount() == 3
    assert [one.header for one in look(wizard).columns][:2] == ["Nom", "Fournisseur"]
    preview(wizard, qtbot)
    assert {"ERP", "CRM", "Acme", "Beta"} <= names(wizard)


def test_another_encoding_gives_other_letters(opened: Open, qtbot: QtBot) -> None:
    wizard = opened("Nom;Fournisseur\nParoisse;Société Générale\n")
    choose(wizard, qtbot, "Old Mac")
    assert look(wizard).form == TextForm(encoding="mac_roman")
    assert look(wizard).rows[1][1].startswith("Soci√©t√")
    assert "Soci√" in wizard.sheets_step.text_bar._words.text()
    choose(wizard, qtbot, "Unicode (UTF-8)")
    assert look(wizard).rows[1][1] == "Société Générale"


def test_what_was_said_of_other_headers_is_forgotten(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(BARS)
    key, choice = look(wizard).key, wizard.sheets_step._choice(look(wizard).key)
    wizard.sheets_step._choose(key, meanings={look(wizard).columns[0].header: Meaning.NAME})
    settled(wizard, qtbot)
    choose(wizard, qtbot, "vertical bar")
    assert wizard.understood.choices[key].meanings == choice.meanings == {}
    assert wizard.step is Step.SHEETS


def test_a_file_that_is_gone_is_told_and_stays_as_it_was_read(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(errors, "told", lambda error, _parent: told.append(error))
    wizard = opened(BARS)
    before = look(wizard)
    (tmp_path / "liste0.csv").unlink()
    bar = wizard.sheets_step.text_bar
    bar.delimiter.setCurrentIndex(bar.delimiter.findText("comma"))
    bar.delimiter.activated.emit(bar.delimiter.currentIndex())
    settled(wizard, qtbot)
    assert len(told) == 1
    assert look(wizard) == before
    assert bar.delimiter.currentIndex() == 0


def test_the_bar_is_told_to_those_who_do_not_see_it(opened: Open) -> None:
    bar = opened(BARS).sheets_step.text_bar
    assert bar.delimiter.accessibleName()
    assert bar.encoding.accessibleName()
    assert bar.delimiter.focusPolicy() & Qt.FocusPolicy.TabFocus


STACKED = "Logiciels\nNom|Fournisseur|Coût\nERP|Acme|1\nCRM|Beta|2\nPaie|Delta|3\n\n" + (
    "Fournisseurs\nNom|Pays|Note\nAcme|BE|x\nBeta|FR|y\nDelta|BE|z\n"
)


def test_an_opened_profile_reads_the_text_as_it_was_when_it_was_saved(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = opened(STACKED)
    names_of = [one.key[1] for one in wizard.understood.looks.values()]
    path = tmp_path / "profile.json"
    wizard.saving.save_profile(path)
    wizard.understood.read_otherwise("liste0.csv", TextForm(encoding="mac_roman", delimiter=","))
    settled(wizard, qtbot)
    assert look(wizard).delimiter == ","
    assert wizard.sheets_step._list.count() == 1
    wizard.saving.load_profile(path)
    settled(wizard, qtbot)
    looks = wizard.understood.looks.values()
    assert [one.key[1] for one in looks] == names_of
    assert {(one.form, one.delimiter) for one in looks} == {(AS_FOUND, "|")}
    assert wizard.sheets_step._list.count() == len(names_of) == 2
    preview(wizard, qtbot)
    assert {"ERP", "CRM", "Paie", "Acme", "Beta", "Delta"} <= names(wizard)
