"""One dependency: how its source needs its target, and what can stand in for it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from smala_lockin.app import links_form
from smala_lockin.app.document import Document
from smala_lockin.app.links_form import CARRIES_DATA, DEPENDENCY_RULES, ROLE
from smala_lockin.domain import edits
from smala_lockin.domain.dependencies import Dependency, DependencyId
from smala_lockin.domain.facts import FactRule
from smala_lockin.i18n import _
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.field import Field, editor_for
from smala_lockin.ui.panels.group_form import GroupForm
from smala_lockin.ui.panels.links import ElidedLink
from smala_lockin.words import enums, facts


class DependencyForm(QWidget):
    """Shows one dependency, and its group beneath; each entry is one step of the document."""

    asset_chosen = Signal(str)
    dependency_chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._key: DependencyId | None = None
        self.source, self.target = ElidedLink("", self), ElidedLink("", self)
        self._verb = QLabel(self)
        self._verb.setObjectName("note")
        self._verb.setIndent(7)
        self._role = Choice([], None, self)
        self.fields = {rule.name: self._made(rule) for rule in DEPENDENCY_RULES}
        self.remove = QPushButton(_("Remove this dependency"), self)
        self.remove.setObjectName("plain")
        self.group = GroupForm(document, self)
        self._lay_out()
        self._connect()

    def show_dependency(self, key: DependencyId, *, anew: bool) -> None:
        """Show this dependency; `anew` where another was shown before."""
        self._key = key
        landscape = self._document.landscape
        one = landscape.dependencies[key]
        self.source.show_words(landscape.assets[one.source].name)
        self.target.show_words(landscape.assets[one.target].name)
        self._verb.setText(f"↓  {enums.role(one.role)}")
        self._role.show_words([facts.choice(role) for role in links_form.roles_for(landscape, one)])
        rules = links_form.rules_of(one)
        for rule in DEPENDENCY_RULES:
            field = self.fields[rule.name]
            field.setVisible(rule in rules)
            hint = _("as usual for this role") if rule is CARRIES_DATA else ""
            field.show_value(getattr(one, rule.name), hint=hint, anew=anew)
        self.group.setVisible(one.group is not None)
        if one.group is not None:
            self.group.show_group(one.group, anew=anew)

    def _made(self, rule: FactRule) -> Field:
        editor = editor_for(rule)
        if rule is ROLE:
            editor = self._role
        elif rule is CARRIES_DATA:
            words = [facts.value(True), facts.value(False)]
            editor = Choice(words, _("as usual for this role"), self)
        submit = partial(self._submit, rule)
        return Field(rule, links_form.label(rule), submit, editor=editor, parent=self)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.source)
        layout.addWidget(self._verb)
        layout.addWidget(self.target)
        layout.addSpacing(6)
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addSpacing(6)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(10)
        layout.addWidget(self.group)

    def _connect(self) -> None:
        self.source.clicked.connect(lambda: self._choose_end("source"))
        self.target.clicked.connect(lambda: self._choose_end("target"))
        self.remove.clicked.connect(self._remove)
        self.group.asset_chosen.connect(self.asset_chosen)
        self.group.dependency_chosen.connect(self.dependency_chosen)

    @property
    def _dependency(self) -> Dependency | None:
        return self._document.landscape.dependencies.get(self._key) if self._key else None

    def _submit(self, rule: FactRule, value: object) -> None:
        if (one := self._dependency) is not None:
            words = links_form.step(self._document.landscape, one.id)
            self._document.edit(words, links_form.change(one.id, rule, value))

    def _choose_end(self, end: str) -> None:
        if (one := self._dependency) is not None:
            self.asset_chosen.emit(getattr(one, end))

    def _remove(self) -> None:
        if (one := self._dependency) is not None:
            ends = links_form.between(self._document.landscape, one)
            words = _("Remove the dependency of %(source)s on %(target)s") % ends
            self._document.edit(words, lambda it: edits.remove_dependencies(it, [one.id]))
