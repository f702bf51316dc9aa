"""What a hand does in the dialog about the catalogue, and what it reads there."""

from smala_lockin.app.catalogue_tables import Table
from smala_lockin.knowledge.overlay import Section
from smala_lockin.ui.catalogue.dialog import CatalogueDialog
from smala_lockin.ui.catalogue.entry import EntryDialog
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.line import Line, Paragraph


def enter(form: EntryDialog, column: str, text: str) -> None:
    editor = form.fields[column].editor
    assert isinstance(editor, Line)
    editor.setText(text)
    editor.finish()


def choose(form: EntryDialog, column: str, word: str) -> None:
    editor = form.fields[column].editor
    assert isinstance(editor, Choice)
    number = editor.findText(word)
    editor.setCurrentIndex(number)
    editor.activated.emit(number)


def corrected(dialog: CatalogueDialog, id: str) -> EntryDialog:
    dialog.reveal(id)
    form = dialog.vendors.edit()
    assert form is not None
    return form


def names(dialog: CatalogueDialog) -> list[str]:
    return [dialog.vendors.rows.entry(row).name for row in range(dialog.vendors.rows.rowCount())]


def letters(text: str) -> str:
    """Return the letter by which something is pressed, none if there is none."""
    _, mark, after = text.partition("&")
    return after[0].casefold() if mark else ""


def opened(dialog: CatalogueDialog, table: Table, section: Section, key: str) -> EntryDialog:
    tab = dialog.tables[table]
    tab.reveal(section, key)
    form = tab.edit()
    assert isinstance(form, EntryDialog)
    return form


def begun(dialog: CatalogueDialog, table: Table) -> EntryDialog:
    form = dialog.tables[table].begin()
    assert form is not None
    return form


def told(dialog: CatalogueDialog, table: Table) -> str:
    return dialog.tables[table].page.toPlainText()


def write(form: EntryDialog, column: str, text: str) -> None:
    editor = form.fields[column].editor
    assert isinstance(editor, Paragraph)
    editor.setPlainText(text)
    editor.finish()
