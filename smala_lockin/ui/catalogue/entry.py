"""Correcting an entry of the catalogue, or adding one."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from smala_lockin import i18n
from smala_lockin.app import catalogue_form, own_catalogue
from smala_lockin.app.catalogue_form import RULES, Draft
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.facts import FactRule
from smala_lockin.i18n import _
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.ui.catalogue.vendor_line import VendorLine, name_of, named
from smala_lockin.ui.fields import look
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.field import Editor, Field, editor_for
from smala_lockin.ui.fields.line import Line, Paragraph
from smala_lockin.ui.theme import of_palette
from smala_lockin.words import catalogue as words
from smala_lockin.words.errors import sentence


class EntryDialog(QDialog):
    """Edits a copy; OK keeps it in the user's catalogue, at once."""

    def __init__(self, draft: Draft, done: Callable[[VendorId], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._opened, self.draft, self._done = draft, draft, done
        title = _("New entry") if draft.id is None else _("Correct an entry")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices = {rule.name: catalogue_form.choices(rule.name) for rule in RULES}
        self.fields = {rule.name: self._made(rule) for rule in RULES}
        self.fault = QLabel()
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self._build()
        self._show()

    def accept(self) -> None:
        """Keep the entry as it was typed, unless something in it cannot be."""
        typing = self.focusWidget()
        if isinstance(typing, Line | Paragraph):
            typing.finish()
        wrong = next((one for one in self.fields.values() if one.is_refused), None)
        wrong = wrong or self._empty()
        if wrong is not None:
            wrong.editor.setFocus()
            return
        own, today = own_catalogue.fresh(), date.today()  # noqa: DTZ011 - the user's own day
        try:
            kept, id = catalogue_form.kept(own, self._opened, self.draft, today)
            own_catalogue.save(kept)
        except LockinError as error:
            self.fault.setText(sentence(error))
            self.fault.show()
            return
        super().accept()
        self._done(id)

    def _empty(self) -> Field | None:
        for rule in RULES:
            if rule.is_needed and not self.draft.cells[rule.name].strip():
                self.fields[rule.name].refuse(_("This must not be empty."))
                return self.fields[rule.name]
        return None

    def _made(self, rule: FactRule) -> Field:
        editor: Editor
        if choices := self._choices[rule.name]:
            unknown = None if rule.is_needed else _("unknown")
            editor = Choice([*choices.values()], unknown, self)
        elif rule.name == "parent_id":
            editor = VendorLine(companies=True, parent=self)
        elif rule.name == "notes":
            editor = Paragraph(3, self)
        else:
            editor = editor_for(rule)
        submit = partial(self._submit, rule.name)
        return Field(rule, catalogue_form.label(rule.name), submit, editor=editor, parent=self)

    def _submit(self, column: str, value: object) -> None:
        if choices := self._choices[column]:
            value = next((cell for cell, word in choices.items() if word == value), None)
        elif column == "parent_id" and value is not None:
            value = named(str(value))
        self.draft = self.draft.with_value(column, value)
        self._show()

    def _show(self) -> None:
        for column, field in self.fields.items():
            value = self.draft.value(column)
            if choices := self._choices[column]:
                value = choices.get(str(value))
            elif column == "parent_id" and value is not None:
                value = name_of(str(value))
            elif column == "source" and value is not None:
                value = words.source(str(value))
            elif column == "notes" and value is not None:
                value = i18n.of_catalogue(str(value))
            field.show_value(value)

    def _build(self) -> None:
        form = QWidget()
        form.setObjectName("form")
        column = QVBoxLayout(form)
        column.setContentsMargins(12, 8, 12, 8)
        for field in self.fields.values():
            column.addWidget(field)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(form)
        ok, cancel = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
        buttons = QDialogButtonBox(ok | cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setObjectName("plain")
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.fault)
        layout.addWidget(buttons)
        self.setStyleSheet(look.sheet(of_palette(self.palette())))
        self.resize(560, 640)
