"""File > Company: whose map it is."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from smala_lockin.app import company_form
from smala_lockin.app.company_form import COMPANY_RULES, CURRENCY, LANGUAGE, REVENUE
from smala_lockin.app.document import Document
from smala_lockin.domain.facts import FactRule
from smala_lockin.domain.records import Company
from smala_lockin.i18n import _
from smala_lockin.ui.fields import look
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.field import Editor, Field, editor_for
from smala_lockin.ui.fields.line import Line
from smala_lockin.ui.following import Following
from smala_lockin.ui.targets import enlarge

LANGUAGE_WORDS = {"en": "English", "fr": "Français", "nl": "Nederlands", "de": "Deutsch"}
"""Each language in its own words."""


class CompanyDialog(QDialog):
    """Edits a copy; OK makes it one step of the document."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.company: Company = document.landscape.company
        self.setWindowTitle(_("Company"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields = {rule.name: self._made(rule) for rule in COMPANY_RULES}
        ok, cancel = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
        self.buttons = QDialogButtonBox(ok | cancel, parent=self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for button in self.buttons.buttons():
            button.setObjectName("plain")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addSpacing(8)
        layout.addWidget(self.buttons)
        enlarge(self)
        self.setMinimumWidth(440)
        Following(self, lambda theme: self.setStyleSheet(look.sheet(theme)))
        self._show()

    def accept(self) -> None:
        """Keep the company as it was typed, unless something in it cannot be."""
        typing = self.focusWidget()
        if isinstance(typing, Line):
            typing.finish()
        wrong = next((one for one in self.fields.values() if one.is_refused), None)
        if wrong is not None:
            wrong.editor.setFocus()
            return
        company = self.company
        self._document.edit(_("Change the company"), lambda it: replace(it, company=company))
        super().accept()

    def _made(self, rule: FactRule) -> Field:
        editor: Editor = editor_for(rule)
        if rule is CURRENCY:
            codes = [*company_form.currencies()]
            if self.company.currency not in codes:
                codes.insert(0, self.company.currency)
            editor = Choice([company_form.currency_words(code) for code in codes], None, self)
        elif rule is LANGUAGE:
            editor = Choice([*LANGUAGE_WORDS.values()], _("as the program"), self)
        submit = partial(self._submit, rule)
        return Field(rule, company_form.label(rule), submit, editor=editor, parent=self)

    def _submit(self, rule: FactRule, value: object) -> None:
        if rule is CURRENCY:
            value = str(value).partition(" ")[0]
        elif rule is LANGUAGE:
            value = next((code for code, word in LANGUAGE_WORDS.items() if word == value), None)
        elif rule.name == "name":
            value = value or ""
        changes: dict[str, object] = {rule.name: value}
        self.company = replace(self.company, **changes)  # type: ignore[arg-type]
        self._show()

    def _show(self) -> None:
        company = self.company
        language = LANGUAGE_WORDS.get(company.language or "", company.language)
        shown = {
            "name": company.name,
            "country": company.country,
            "currency": company_form.currency_words(company.currency),
            "language": language,
            "revenue": company.revenue,
        }
        self.fields["revenue"].show_label(
            f"{company_form.label(REVENUE)} ({company.currency})", company.currency
        )
        for name, value in shown.items():
            hint = _("as the program") if name == "language" else ""
            self.fields[name].show_value(value, hint=hint)


def shown(document: Document, parent: QWidget) -> CompanyDialog:
    """Show the dialog and return it; it does not hold up the program."""
    dialog = CompanyDialog(document, parent)
    dialog.open()
    return dialog
