"""The facts of the assets that are selected, one by one editable."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from smala_lockin.app import facts_form
from smala_lockin.app.document import Document
from smala_lockin.app.facts_form import KIND, NAME
from smala_lockin.domain import edits
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.facts import FACTS, FactRule, Group
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _, ngettext
from smala_lockin.ui.breaking import breakable
from smala_lockin.ui.fields.field import Field
from smala_lockin.ui.panels.links import Links, row
from smala_lockin.ui.panels.section import Section
from smala_lockin.words import elision, facts, nouns

_OPEN_AT_FIRST = (Group.IDENTITY, Group.OUTAGE)


class AssetForm(QWidget):
    """Shows one asset, or what several share; each entry is one step of the document.

    Fields are made when their part of the form is first opened, and serve every asset after.
    """

    asset_chosen = Signal(str)
    dependency_chosen = Signal(str)

    put_aside = Signal(str)
    """What was typed and refused is left behind; carries the sentence that says so."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._keys: tuple[AssetId, ...] = ()
        self._assets: list[Asset] = []
        self._refused: dict[tuple[tuple[AssetId, ...], str], tuple[str, str]] = {}
        self.fields: dict[str, Field] = {}
        self.sections: dict[Group, Section] = {}
        self._several = QLabel(self)
        self._several.setWordWrap(True)
        self._several.setContentsMargins(0, 2, 0, 8)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._several)
        for rule in (NAME, KIND):
            self._layout.addWidget(self._made(rule))
        for group in Group:
            section = Section(is_open=group in _OPEN_AT_FIRST, parent=self)
            section.opened.connect(partial(self._open, group))
            self.sections[group] = section
            self._layout.addWidget(section)
        self.links = self._made_links()
        self.unused, self.custom = self._made_list(), self._made_list()

    def show_assets(self, keys: Sequence[AssetId], *, anew: bool) -> None:
        """Show these assets; `anew` where others were shown before."""
        self._keys = tuple(keys)
        landscape = self._document.landscape
        assets = self._assets = [landscape.assets[key] for key in keys]
        is_one = len(assets) == 1
        for rule in (NAME, KIND):
            self.fields[rule.name].setVisible(is_one)
            if is_one:
                self._show_value(rule, assets, anew=anew)
        self._several.setVisible(not is_one)
        self._several.setText("" if is_one else breakable(_several_words(landscape, keys)))
        for group in Group:
            self._show_group(group, anew=anew)
        self._show_links(landscape if is_one else Landscape())
        self._show_rest(assets[0] if is_one else None)
        if anew:
            self._show_refused()

    def leave(self) -> None:
        """Remember what was typed and refused, to show it when its assets are selected again."""
        known = self._document.landscape.assets
        for name, field in self.fields.items():
            refused = (
                field.refused if self._keys and all(one in known for one in self._keys) else None
            )
            if refused is None:
                continue
            self._refused[self._keys, name] = refused
            field.show_refused("", "")
            said = {
                "text": refused[0][:60],
                "fact": facts.in_sentence(name),
                "of_names": elision.of(nouns.names(self._document.landscape, self._keys)),
                "reason": refused[1],
            }
            words = _(
                "“%(text)s” was not taken as %(fact)s %(of_names)s: %(reason)s It waits there."
            )
            self.put_aside.emit(words % said)

    def _show_refused(self) -> None:
        for keys, name in list(self._refused):
            if keys == self._keys and name in self.fields:
                self.fields[name].show_refused(*self._refused.pop((keys, name)))

    def _show_group(self, group: Group, *, anew: bool) -> None:
        section, assets = self.sections[group], self._assets
        filled, count = facts_form.known(assets, group)
        section.setVisible(count > 0)
        words = _("%(known)d of %(count)d known") % {"known": filled, "count": count}
        section.show_heading(facts.heading(group), words)
        if not section.is_open:
            return
        rules = facts_form.rules_of(assets, group)
        missing = [rule for rule in rules if rule.name not in self.fields]
        for rule in missing:
            section.rows.insertWidget(self._place(rule), self._made(rule))
        if missing:
            section.order_stops()
        for rule in rules:
            self._show_value(rule, assets, anew=anew)
        for name, field in self.fields.items():
            if field.rule.group is group and name not in (NAME.name, KIND.name):
                field.setVisible(field.rule in rules)

    def _place(self, rule: FactRule) -> int:
        """Fields made later, for another kind, still stand in the order of the facts."""
        order = [one.name for one in FACTS.values() if one.group is rule.group]
        before = order[: order.index(rule.name)]
        return sum(name in self.fields for name in before)

    def _made(self, rule: FactRule) -> Field:
        field = Field(rule, facts.label(rule.name), partial(self._submit, rule), parent=self)
        self.fields[rule.name] = field
        return field

    def _show_value(self, rule: FactRule, assets: Sequence[Asset], *, anew: bool) -> None:
        field, one = self.fields[rule.name], facts_form.shown(assets, rule)
        currency = self._document.landscape.company.currency
        field.show_label(facts_form.label(rule, currency), currency)
        field.show_value(one.value, note=one.note, tip=one.tip, hint=one.hint, anew=anew)

    def _submit(self, rule: FactRule, value: object) -> None:
        landscape, keys = self._document.landscape, self._keys
        if rule is KIND and value is not AssetKind.SUPPLIER:
            facts_form.check_still_supplier(landscape, keys[0])
        self._document.edit(
            facts_form.step(landscape, keys, rule.name),
            lambda it: edits.put_fact(it, keys, rule.name, value),
        )

    def _open(self, group: Group, is_open: bool) -> None:
        if is_open and self._keys:
            self._show_group(group, anew=True)

    def _made_links(self) -> dict[str, Links]:
        made = {
            "needs": Links(_("What it needs"), self),
            "needed_by": Links(_("What needs it"), self),
            "controlled_by": Links(_("Who controls it"), self),
            "controls": Links(_("What it controls"), self),
        }
        for links in made.values():
            links.asset_chosen.connect(self.asset_chosen)
            links.dependency_chosen.connect(self.dependency_chosen)
            self._layout.addWidget(links)
        return made

    def _show_links(self, landscape: Landscape) -> None:
        key = self._keys[0]
        needs, needed_by = landscape.needs.get(key, ()), landscape.needed_by.get(key, ())
        control = Role.CONTROLLED_BY
        down = [row(landscape, one, one.target) for one in needs if one.role is not control]
        up = [row(landscape, one, one.source) for one in needed_by if one.role is not control]
        owners = [row(landscape, one, one.target) for one in needs if one.role is control]
        owned = [row(landscape, one, one.source) for one in needed_by if one.role is control]
        for name, rows in zip(self.links, (down, up, owners, owned), strict=True):
            self.links[name].show_rows(rows)

    def _made_list(self) -> tuple[Section, QLabel]:
        section = Section(is_open=True, parent=self)
        label = QLabel(section)
        label.setObjectName("note")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        section.rows.addWidget(label)
        self._layout.addWidget(section)
        return section, label

    def _show_rest(self, asset: Asset | None) -> None:
        """Show what is kept and not used, and the columns of an import that are no facts."""
        unused = facts_form.unused(asset) if asset else []
        custom = [(name, facts.kept(text)) for name, text in asset.custom.items()] if asset else []
        kind = nouns.of_kind(asset.kind) if asset else ""
        headings = (_("Kept, not used for %(kind)s") % {"kind": kind}, _("Other columns imported"))
        for (section, label), words, rows in zip(
            (self.unused, self.custom), headings, (unused, custom), strict=True
        ):
            section.setVisible(bool(rows))
            section.show_heading(words)
            lines = (
                _("%(fact)s: %(value)s") % {"fact": name, "value": value} for name, value in rows
            )
            label.setText("\n".join(lines))


def _several_words(landscape: Landscape, keys: Sequence[AssetId]) -> str:
    words = ngettext(
        "%(count)d card is selected: %(names)s. What you enter here is set for it.",
        "%(count)d cards are selected: %(names)s. What you enter here is set for all of them.",
        len(keys),
    )
    return words % {"count": len(keys), "names": nouns.names(landscape, keys)}
