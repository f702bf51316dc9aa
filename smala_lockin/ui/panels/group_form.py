"""A redundancy group: how many of its dependencies must hold, and how well that is known."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from smala_lockin.app import links_form
from smala_lockin.app.document import Document
from smala_lockin.app.links_form import GROUP_RULES, NEEDED
from smala_lockin.domain import edits
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.facts import FactRule
from smala_lockin.i18n import _
from smala_lockin.ui.breaking import breakable
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.field import Field, editor_for
from smala_lockin.ui.panels.links import Links, row
from smala_lockin.words import nouns


class GroupForm(QWidget):
    """Shows one group; each entry is one step of the document."""

    asset_chosen = Signal(str)
    dependency_chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._group: GroupId | None = None
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self._needed = Choice([], None, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        self.fields = {rule.name: self._made(rule) for rule in GROUP_RULES}
        for field in self.fields.values():
            layout.addWidget(field)
        self.members = Links(_("They stand in for each other"), self)
        self.members.asset_chosen.connect(self.asset_chosen)
        self.members.dependency_chosen.connect(self.dependency_chosen)
        self.dissolve = QPushButton(_("They cannot stand in for each other"), self)
        self.dissolve.setObjectName("plain")
        self.dissolve.setToolTip(_("Each of them is then needed for itself"))
        self.dissolve.clicked.connect(self._dissolve)
        layout.addWidget(self.members)
        layout.addWidget(self.dissolve, 0, Qt.AlignmentFlag.AlignLeft)

    def show_group(self, group: GroupId, *, anew: bool) -> None:
        """Show this group; `anew` where another was shown before."""
        self._group = group
        landscape = self._document.landscape
        one, members = landscape.groups[group], landscape.members[group]
        owner = {"owner": nouns.name(landscape, one.owner)}
        words = _("%(owner)s can choose between alternatives.") % owner
        self.title.setText(breakable(words))
        self._needed.show_words([str(number + 1) for number in range(len(members))])
        for rule in GROUP_RULES:
            self.fields[rule.name].show_value(getattr(one, rule.name), anew=anew)
        self.members.show_rows([row(landscape, link, link.target) for link in members])

    def _made(self, rule: FactRule) -> Field:
        editor = self._needed if rule is NEEDED else editor_for(rule)
        submit = partial(self._submit, rule)
        return Field(rule, links_form.label(rule), submit, editor=editor, parent=self)

    def _submit(self, rule: FactRule, value: object) -> None:
        if self._group is not None:
            words = _("Change the alternatives of %(owner)s") % self._owner
            self._document.edit(words, links_form.change_group(self._group, rule, value))

    def _dissolve(self) -> None:
        if (group := self._group) is not None:
            words = _("Dissolve the alternatives of %(owner)s") % self._owner
            self._document.edit(words, lambda it: edits.ungroup(it, group))

    @property
    def _owner(self) -> dict[str, str]:
        landscape = self._document.landscape
        assert self._group is not None
        return {"owner": nouns.name(landscape, landscape.groups[self._group].owner)}
