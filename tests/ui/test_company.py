"""The dialog about the company."""

import pytest
from PySide6.QtTest import QTest

from smala_lockin.domain.records import Company
from smala_lockin.ui.dialogs.company import CompanyDialog, shown
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.line import Line
from smala_lockin.ui.main_window import MainWindow
from tests.builders import landscape_of
from tests.ui.conftest import MakeWindow


@pytest.fixture
def window(window_on: MakeWindow) -> MainWindow:
    return window_on(landscape_of("shop -> erp", company=Company(name="Old", currency="EUR")))


def line(dialog: CompanyDialog, fact: str) -> Line:
    editor = dialog.fields[fact].editor
    assert isinstance(editor, Line)
    return editor


def enter(dialog: CompanyDialog, fact: str, text: str) -> None:
    line(dialog, fact).setText(text)
    line(dialog, fact).finish()


def choose(dialog: CompanyDialog, fact: str, word: str) -> None:
    editor = dialog.fields[fact].editor
    assert isinstance(editor, Choice)
    number = next(n for n in range(editor.count()) if editor.itemText(n).startswith(word))
    editor.setCurrentIndex(number)
    editor.activated.emit(number)


def test_all_that_was_entered_is_one_step(window: MainWindow) -> None:
    dialog = shown(window.document, window)
    enter(dialog, "name", "Menuiserie Lambert SRL")
    enter(dialog, "country", "Belgium")
    choose(dialog, "currency", "CHF")
    choose(dialog, "language", "Français")
    enter(dialog, "revenue", "1,200,000")
    dialog.accept()
    assert window.document.landscape.company == Company(
        name="Menuiserie Lambert SRL",
        country="BE",
        currency="CHF",
        language="fr",
        revenue=1_200_000,
    )
    assert window.document.history.count() == 1


def test_cancel_changes_nothing(window: MainWindow) -> None:
    dialog = shown(window.document, window)
    enter(dialog, "name", "New")
    dialog.reject()
    assert window.document.landscape.company.name == "Old"


def test_what_cannot_be_keeps_the_dialog_open(window: MainWindow) -> None:
    dialog = shown(window.document, window)
    enter(dialog, "revenue", "much")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.fields["revenue"].is_refused
    assert window.document.history.count() == 0
    dialog.reject()


def test_what_is_being_typed_counts_when_ok_is_pressed(window: MainWindow) -> None:
    dialog = shown(window.document, window)
    line(dialog, "name").setFocus()
    line(dialog, "name").clear()
    QTest.keyClicks(line(dialog, "name"), "New")
    dialog.accept()
    assert window.document.landscape.company.name == "New"


def test_the_currency_stands_beside_amounts(window: MainWindow) -> None:
    dialog = shown(window.document, window)
    choose(dialog, "currency", "USD")
    assert dialog.fields["revenue"].label.text() == "Yearly revenue (USD)"
    dialog.reject()
