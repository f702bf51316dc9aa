"""Correcting a row of the catalogue, or adding one."""

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
from smala_lockin.app import own_catalogue
from smala_lockin.app.catalogue_form import Draft, Form
from smala_lockin.app.catalogue_row_forms import Unlikely
from smala_lockin.app.catalogue_steps import Steps
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.facts import FactRule
from smala_lockin.i18n import _
from smala_lockin.knowledge.jurisdictions import EEA, country_name, region_code
from smala_lockin.knowledge.overlay import InvalidOverlay
from smala_lockin.ui.catalogue.vendor_line import VendorLine, name_of, named
from smala_lockin.ui.fields import look
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.countries import CountryLine
from smala_lockin.ui.fields.field import Editor, Field, editor_for
from smala_lockin.ui.fields.line import Line, Paragraph
from smala_lockin.ui.following import Following
from smala_lockin.ui.targets import enlarge
from smala_lockin.words import catalogue as words
from smala_lockin.words.errors import sentence
from smala_lockin.words.overlay_errors import in_form

_LONG = frozenset({"notes", "allows", "means_en", "means_fr", "says_en", "says_fr"})
_ENTRIES = {"parent_id": True, "supplier_id": True, "model_id": False}
"""The columns that name an entry of the catalogue, and whether that must be a company."""
_TOLD = frozenset({"notes", "allows", "name", "reference", "adequacy_decision"})
"""What the catalogue says in English is shown in the language in force."""


class EntryDialog(QDialog):
    """Edits a copy; OK keeps it in the user's catalogue, at once."""

    def __init__(
        self, form: Form, draft: Draft, steps: Steps, done: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._form, self._opened, self.draft = form, draft, draft
        self._steps, self._done = steps, done
        self.setWindowTitle(form.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices = {rule.name: form.choices(rule.name) for rule in form.rules}
        self.fields = {rule.name: self._made(rule) for rule in form.rules}
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
            kept, id = self._form.kept(own, self._opened, self.draft, today)
            self._steps.keep(kept)
        except LockinError as error:
            self.fault.setText(self._told(error))
            self.fault.show()
            return
        super().accept()
        self._done(id)

    def _told(self, error: LockinError) -> str:
        if not isinstance(error, InvalidOverlay):
            return sentence(error)
        labels = {one.name: self._form.label(one.name) for one in self._form.rules}
        return in_form(error, labels)

    def _empty(self) -> Field | None:
        for rule in self._form.rules:
            if rule.is_needed and not self.draft.cells[rule.name].strip():
                self.fields[rule.name].refuse(_("This must not be empty."))
                return self.fields[rule.name]
        return None

    def _made(self, rule: FactRule) -> Field:
        editor: Editor
        if choices := self._choices[rule.name]:
            unknown = None if rule.is_needed else _("unknown")
            editor = Choice([*choices.values()], unknown, self)
        elif rule.name in _ENTRIES:
            editor = VendorLine(companies=_ENTRIES[rule.name], parent=self)
        elif rule.name == "country":
            editor = CountryLine(regions=True, parent=self)
        elif rule.name in _LONG:
            editor = Paragraph(3, self)
        else:
            editor = editor_for(rule)
        submit = partial(self._submit, rule.name)
        return Field(rule, self._form.label(rule.name), submit, editor=editor, parent=self)

    def _submit(self, column: str, value: object) -> None:
        if choices := self._choices[column]:
            value = next((cell for cell, word in choices.items() if word == value), None)
        elif column in _ENTRIES and value is not None:
            value = named(str(value))
        elif column == "runs_on" and isinstance(value, tuple | list):
            value = tuple(dict.fromkeys(map(named, value)))
        elif column == "country" and value is not None:
            value = _country(str(value))
        self.draft = self.draft.with_value(column, value)
        self._show()

    def _show(self) -> None:
        for column, field in self.fields.items():
            value = self.draft.value(column)
            if choices := self._choices[column]:
                value = choices.get(str(value))
            elif column in _ENTRIES and value is not None:
                value = name_of(str(value))
            elif column == "runs_on" and isinstance(value, tuple):
                value = tuple(map(name_of, value))
            elif column == "country" and value is not None:
                value = country_name(str(value), i18n.current())
            elif column == "source" and value is not None:
                value = words.source(str(value))
            elif column in _TOLD and value is not None:
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
        enlarge(buttons)
        Following(self, lambda theme: self.setStyleSheet(look.sheet(theme)))
        self.resize(560, min(640, 170 + 44 * len(self.fields)))


def _country(text: str) -> str:
    code = region_code(text)
    if code is None or code == EEA:
        raise Unlikely(_("“%(name)s” is no country known here.") % {"name": text})
    return code
