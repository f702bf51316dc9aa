"""From files to one step of the history; nothing changes before."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from smala_lockin.app.document import Document
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import read_tables
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.ui.wizard.offers import Offer
from smala_lockin.ui.wizard.topic import Subject
from smala_lockin.ui.wizard.wizard import ImportWizard, Step

LIST = """Application;Fournisseur;Dépend de;Coût annuel;Remarque
ERP;Acme SA;;1 200;Bureau 12
CRM;ACME;Firefox;compris;Bureau 14
Firefox ESR;;;300;
"""

Open = Callable[..., ImportWizard]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens the wizard on texts, each a csv file, once they are read."""
    parent = QWidget()
    qtbot.addWidget(parent)
    made: list[ImportWizard] = []

    def begin(*texts: str) -> ImportWizard:
        files = []
        for number, text in enumerate(texts):
            files.append(tmp_path / f"liste{number}.csv")
            files[-1].write_text(text, encoding="utf-8")
        wizard = ImportWizard(Document(Landscape(), parent=parent), parent)
        made.append(wizard)
        wizard.begin(files)
        settled(wizard, qtbot)
        return wizard

    yield begin
    for wizard in made:
        wizard.close()


def settled(wizard: ImportWizard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not wizard.is_working, timeout=30_000)


def preview(wizard: ImportWizard, qtbot: QtBot) -> None:
    while wizard.step is not Step.PREVIEW or wizard.proposal is None:
        wizard.go_on()
        settled(wizard, qtbot)


def imported(wizard: ImportWizard, qtbot: QtBot) -> dict[str, Asset]:
    preview(wizard, qtbot)
    wizard.go_on()
    return {one.name: one for one in wizard._document.landscape.assets.values()}


def names(wizard: ImportWizard) -> set[str]:
    assert wizard.proposal is not None
    return {one.name for one in wizard.proposal.added}


def tick(wizard: ImportWizard, subject: Subject, name: str, qtbot: QtBot) -> None:
    """Tick the first offer about a name, as a click on its box does."""
    (topic,) = [one for one in wizard.preview_step.topics if one.subject is subject]
    wizard.preview_step.open_topic(subject)
    row = next(
        row
        for row, one in enumerate(topic.listing.lines)
        if isinstance(one, Offer) and one.name == name
    )
    model = wizard.preview_step.model
    role = Qt.ItemDataRole.CheckStateRole
    assert model.setData(model.index(row, 0), Qt.CheckState.Checked.value, role)
    settled(wizard, qtbot)


def test_four_steps_lead_to_one_edit(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST)
    assert wizard.step is Step.SHEETS
    assert {"ERP", "CRM", "Firefox ESR"} <= set(imported(wizard, qtbot))
    assert wizard._document.history.count() == 1
    wizard._document.history.undo()
    assert wizard._document.landscape == Landscape()


def test_nothing_changes_before_import(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST)
    preview(wizard, qtbot)
    wizard.reject()
    assert wizard._document.landscape == Landscape()
    assert wizard._document.history.count() == 0


def test_the_preview_says_what_the_import_does(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST)
    preview(wizard, qtbot)
    announced = names(wizard)
    assert set(imported(wizard, qtbot)) == announced
    assert str(len(announced)) in wizard.preview_step.summary


def test_a_file_that_cannot_be_read_is_said_and_can_be_replaced(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = opened("")
    assert "liste0.csv" in wizard.files_step.fault
    wizard.files_step._list.selectAll()
    wizard.files_step.remove_selected()
    assert not wizard.next.isEnabled()
    good = tmp_path / "good.csv"
    good.write_text(LIST, encoding="utf-8")
    wizard.files_step.add([good])
    wizard.go_on()
    settled(wizard, qtbot)
    assert wizard.step is Step.SHEETS


def test_another_row_becomes_the_header(opened: Open, qtbot: QtBot) -> None:
    wizard = opened("Outil;Éditeur\nexemple;exemple\nNom;Fournisseur\nERP;Acme\n")
    wizard.sheets_step.choose_header(0)
    settled(wizard, qtbot)
    preview(wizard, qtbot)
    assert "exemple" in names(wizard)


def test_a_list_may_have_no_header(opened: Open, qtbot: QtBot) -> None:
    wizard = opened("Odoo;Odoo SA;12,50 €\nSlack;Salesforce;3,00 €\nZorg;Zorg NV;9,00 €\n")
    header = wizard.sheets_step._header
    assert header.text() == header.specialValueText()
    assert set(imported(wizard, qtbot)) == {
        "Odoo",
        "Slack",
        "Zorg",
        "Odoo SA",
        "Salesforce",
        "Zorg NV",
    }


def test_the_first_row_can_be_said_to_be_no_header(opened: Open, qtbot: QtBot) -> None:
    wizard = opened("Application;Fournisseur\nSlack;Salesforce\nOdoo;Odoo SA\n")
    wizard.sheets_step._header.setValue(wizard.sheets_step._header.minimum())
    settled(wizard, qtbot)
    preview(wizard, qtbot)
    assert "Application" in names(wizard)


def test_rows_can_stand_for_something_else(opened: Open, qtbot: QtBot) -> None:
    wizard = opened("Nom;Pays\nAcme;BE\nBeta;FR\n")
    box = wizard.sheets_step._sort
    box.setCurrentIndex(box.findData(RowSort.SUPPLIER))
    box.activated.emit(box.currentIndex())
    settled(wizard, qtbot)
    assert imported(wizard, qtbot)["Acme"].kind == "supplier"


def test_a_sheet_can_be_left_out(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST, "Application\nAutre\n")
    item = wizard.sheets_step._list.item(1)
    assert item is not None
    item.setCheckState(Qt.CheckState.Unchecked)
    settled(wizard, qtbot)
    preview(wizard, qtbot)
    assert "Autre" not in names(wizard)


def test_a_column_gets_another_meaning(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST)
    wizard.go_on()
    model = wizard.columns_step.model
    headers = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    from smala_lockin.ui.wizard.words import meaning_name

    model.setData(model.index(headers.index("Remarque"), 1), meaning_name(Meaning.OWNER))
    settled(wizard, qtbot)
    assert imported(wizard, qtbot)["ERP"].owner == "Bureau 12"


def test_a_choice_is_kept_when_going_back_and_on(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST)
    wizard.go_on()
    (look,) = wizard.understood.looks.values()
    column = next(one for one in look.columns if one.header == "Remarque")
    wizard.columns_step.choose(column, None, is_ignored=True)
    settled(wizard, qtbot)
    wizard.go_back()
    assert wizard.step is Step.SHEETS
    assert "Remarque" not in imported(wizard, qtbot)["ERP"].custom


def test_ticked_look_alikes_become_one_supplier(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST)
    preview(wizard, qtbot)
    assert {"Acme SA", "ACME"} <= names(wizard)
    tick(wizard, Subject.ALIKE, "ACME", qtbot)
    assert "ACME" not in names(wizard)


def test_a_missing_name_is_created_only_when_ticked(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST.replace("Firefox ESR", "Autre"))
    preview(wizard, qtbot)
    assert "Firefox" not in names(wizard)
    tick(wizard, Subject.MISSING, "Firefox", qtbot)
    assert "Firefox" in names(wizard)


def test_a_problem_can_be_typed_over(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST)
    preview(wizard, qtbot)
    wizard.preview_step.open_topic(Subject.PROBLEMS)
    model = wizard.preview_step.model
    values = [model.data(model.index(row, 2)) for row in range(model.rowCount())]
    model.setData(model.index(values.index("compris"), 2), "900")
    settled(wizard, qtbot)
    assert imported(wizard, qtbot)["CRM"].annual_cost == 900


def test_lines_do_not_keep_the_heights_of_others(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST.replace("compris", "compris dans le contrat " * 30))
    preview(wizard, qtbot)
    (table,) = wizard.preview_step.findChildren(QTableView)
    wizard.preview_step.open_topic(Subject.PROBLEMS)
    usual = table.verticalHeader().defaultSectionSize()
    assert table.rowHeight(0) > 2 * usual
    wizard.preview_step.open_topic(Subject.NEW)
    assert {table.rowHeight(row) for row in range(wizard.preview_step.model.rowCount())} == {usual}


def test_problems_are_saved_for_repair(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    wizard = opened(LIST)
    preview(wizard, qtbot)
    path = tmp_path / "problems.csv"
    wizard.saving.save_problems(path)
    text = path.read_text(encoding="utf-8-sig")
    assert "liste0.csv;;3;Coût annuel;compris;" in text


def test_whole_rows_are_saved_to_be_mended(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    wizard = opened(LIST)
    preview(wizard, qtbot)
    path = tmp_path / "problems.xlsx"
    wizard.saving.save_problems(path)
    settled(wizard, qtbot)
    (sheet,) = read_tables(path)
    assert [str(cell) for cell in sheet.rows[1][:4]] == ["CRM", "ACME", "Firefox", "compris"]


def test_a_profile_is_saved_and_read_again(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    wizard = opened(LIST)
    wizard.go_on()
    (remark,) = [one for one in wizard.columns_step.model.lines if one.header == "Remarque"]
    wizard.columns_step.choose(remark, Meaning.OWNER)
    settled(wizard, qtbot)
    path = tmp_path / "profile.json"
    wizard.saving.save_profile(path)
    other = opened(LIST)
    other.go_on()
    other.saving.load_profile(path)
    settled(other, qtbot)
    assert imported(other, qtbot)["ERP"].owner == "Bureau 12"


def test_amounts_without_a_currency_can_be_said_to_be_in_another(
    opened: Open, qtbot: QtBot
) -> None:
    wizard = opened(LIST)
    preview(wizard, qtbot)
    wizard.understood.answers.rates.say(wizard.understood.answers.rates.UNSAID, "GBP")
    wizard.preview_step.answered.emit()
    settled(wizard, qtbot)
    assert wizard.understood.answers.rates.currencies() == ["", "GBP"]
    wizard.understood.answers.rates.say("GBP", "1,2")
    assert imported_now(wizard, qtbot)["ERP"].annual_cost == 1440.0


def imported_now(wizard: ImportWizard, qtbot: QtBot) -> dict[str, Asset]:
    wizard.preview_step.answered.emit()
    settled(wizard, qtbot)
    return imported(wizard, qtbot)


def test_rows_left_out_and_merged_are_listed(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST + "erp;Acme SA;;1 200;\nTotal;;;1 500;\n")
    preview(wizard, qtbot)
    by_subject = {one.subject: one.listing for one in wizard.preview_step.topics}
    merged, left = by_subject[Subject.MERGED], by_subject[Subject.LEFT_OUT]
    assert merged.texts(merged.lines[0])[:2] == ("row 5", "erp")
    assert left.texts(left.lines[0])[0] == "row 6"


def test_where_no_sheet_is_a_list_the_columns_step_says_so(opened: Open, qtbot: QtBot) -> None:
    wizard = opened("Bonjour\nceci est une lettre\n")
    wizard.go_on()
    texts = [label.text() for label in wizard.columns_step.findChildren(QLabel)]
    assert any("No sheet can be read as a list" in text for text in texts)


def test_every_step_gives_the_keyboard_a_place(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST)
    with qtbot.waitActive(wizard, timeout=5_000):
        wizard.activateWindow()
    assert wizard.focusWidget() is wizard.sheets_step.first_field
    wizard.go_on()
    assert wizard.focusWidget() is wizard.columns_step.first_field
    wizard.go_on()
    settled(wizard, qtbot)
    assert wizard.focusWidget() is wizard.preview_step.first_field


def test_choices_are_remembered_for_a_newer_copy(opened: Open, qtbot: QtBot) -> None:
    wizard = opened(LIST)
    wizard.go_on()
    (look,) = wizard.understood.looks.values()
    column = next(one for one in look.columns if one.header == "Remarque")
    wizard.columns_step.choose(column, Meaning.OWNER)
    settled(wizard, qtbot)
    imported(wizard, qtbot)
    parent = wizard.parentWidget()
    assert parent is not None
    again = ImportWizard(wizard._document, parent)
    again.begin(wizard.understood.files)
    settled(again, qtbot)
    (look,) = again.understood.looks.values()
    assert {one.header: one.meaning for one in look.columns}["Remarque"] is Meaning.OWNER
    again.close()


def test_an_edit_made_meanwhile_is_not_lost(opened: Open, qtbot: QtBot) -> None:
    from smala_lockin.domain.edits import put_assets
    from tests.builders import asset

    wizard = opened(LIST)
    preview(wizard, qtbot)
    wizard._document.edit("Add", lambda before: put_assets(before, [asset("printer")]))
    wizard.go_on()
    settled(wizard, qtbot)
    assert {"ERP", "Printer"} <= set(imported(wizard, qtbot))


def test_going_back_while_a_long_list_is_imported_imports_nothing(
    opened: Open, qtbot: QtBot
) -> None:
    rows = "".join(f"Outil {number} {number * 7919};Acme\n" for number in range(320))
    wizard = opened("Application;Fournisseur\n" + rows)
    preview(wizard, qtbot)
    wizard.go_on()
    assert wizard.is_working
    wizard.go_back()
    assert wizard.step is Step.COLUMNS
    qtbot.wait(1500)
    assert wizard._document.landscape == Landscape()
    preview(wizard, qtbot)
    with qtbot.waitSignal(wizard.made, timeout=30_000):
        wizard.go_on()
    assert len(wizard._document.landscape.assets) >= 320
