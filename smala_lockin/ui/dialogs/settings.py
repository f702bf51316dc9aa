"""File > Map settings: the tables, thresholds and rules of this map."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.app import settings_form
from smala_lockin.app.document import Document
from smala_lockin.app.settings_form import Path
from smala_lockin.domain import edits
from smala_lockin.domain.setting_tables import InvalidSetting, Row
from smala_lockin.domain.settings import DEFAULT, Settings, SovereigntyWeights
from smala_lockin.i18n import _
from smala_lockin.ui.dialogs.setting_pages import GridForm, page
from smala_lockin.ui.fields import look
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.following import Following
from smala_lockin.ui.tall_tabs import TallTabs
from smala_lockin.ui.targets import enlarge
from smala_lockin.ui.tick_boxes import outline
from smala_lockin.words import setting_labels
from smala_lockin.words import settings as words
from smala_lockin.words.rule_texts import rule_text
from smala_lockin.words.settings import Topic

_Button = QDialogButtonBox.StandardButton


class SettingsDialog(QDialog):
    """Edits a copy, page by page; OK makes it one step of the document."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.settings: Settings = document.landscape.settings
        self.setWindowTitle(_("Map settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 620)
        self.forms: dict[Topic, list[GridForm]] = {}
        self.rules: dict[str, QCheckBox] = {}
        self.weights: Choice | None = None
        self.pages = QTabWidget(self)
        self.pages.setTabBar(TallTabs())
        self.pages.setDocumentMode(True)
        for topic in Topic:
            area = QScrollArea()
            area.setWidgetResizable(True)
            self.pages.addTab(area, words.topic(topic))
        self.pages.currentChanged.connect(self._make)
        self.buttons = self._made_buttons()
        layout = QVBoxLayout(self)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.buttons)
        enlarge(self.buttons)
        Following(self, lambda theme: self.setStyleSheet(look.sheet(theme)))
        self._make()

    def show_topic(self, topic: Topic) -> None:
        """Turn to a page."""
        self.pages.setCurrentIndex(list(Topic).index(topic))

    def accept(self) -> None:
        """Keep what was typed as one step, unless something in it cannot be."""
        if not self._take():
            return
        settings = self.settings
        self._document.edit(
            _("Change the settings of the map"), lambda it: edits.put_settings(it, settings)
        )
        super().accept()

    def restore(self) -> None:
        """Show the settings the program comes with; nothing is kept before OK."""
        self._show(DEFAULT)

    def _show(self, settings: Settings) -> None:
        """Show other settings: pages are made anew when they are turned to."""
        self.settings = settings
        self.forms.clear()
        self.rules.clear()
        self.weights = None
        self._make()

    def _take(self) -> bool:
        """Read all pages that were turned to; on a fault turn there and tell."""
        rows: dict[Path, Row] = {}
        for topic, forms in self.forms.items():
            for form in forms:
                try:
                    rows |= form.rows
                except InvalidSetting:
                    self.show_topic(topic)
                    return False
        try:
            changed = settings_form.put(self.settings, self._with_countries(rows))
        except InvalidSetting as error:
            self._tell(error)
            return False
        self.settings = replace(changed, **self._choices())  # type: ignore[arg-type]
        return True

    def _with_countries(self, rows: Mapping[Path, Row]) -> Mapping[Path, Row]:
        """Countries of a page nobody turned to stay listed."""
        if Topic.LIKELIHOOD in self.forms:
            return rows
        kept = {("cut_off", code): row for code, row in self.settings.cut_off.items()}
        return {**kept, **rows}

    def _tell(self, error: InvalidSetting) -> None:
        """Tell a fault of a whole table, such as weights that are all zero."""
        name = error.fact.partition(".")[0]
        for topic, forms in self.forms.items():
            for form in forms:
                if form.grid.name == name:
                    self.show_topic(topic)
                    form.refuse(error)

    def _choices(self) -> dict[str, object]:
        found: dict[str, object] = {}
        if self.rules:
            known = {name for name in self.settings.rules_off if name not in self.rules}
            off = {name for name, box in self.rules.items() if not box.isChecked()}
            found["rules_off"] = frozenset(known | off)
        if self.weights is not None:
            found["sovereignty"] = list(SovereigntyWeights)[self.weights.currentIndex()]
        return found

    def _make(self) -> None:
        """Make the page that is turned to, where it is not made yet."""
        topic = list(Topic)[self.pages.currentIndex()]
        if topic in self.forms:
            return
        forms = [GridForm(grid) for grid in words.grids(self.settings, topic)]
        self.forms[topic] = forms
        for form in forms:
            form.added.connect(self._list)
            form.removed.connect(self._unlist)
        widgets: list[QWidget] = [*forms]
        if topic is Topic.RULES:
            widgets = self._made_rules()
        elif topic is Topic.SHARES:
            widgets = [*self._made_weights(), *forms]
        area = self.pages.currentWidget()
        assert isinstance(area, QScrollArea)
        area.setWidget(page(widgets))

    def _list(self, code: str) -> None:
        if self._take() and code not in self.settings.cut_off:
            listed = {**self.settings.cut_off, code: (3,)}
            self._show(replace(self.settings, cut_off=listed))

    def _unlist(self, code: str) -> None:
        if self._take():
            listed = {key: row for key, row in self.settings.cut_off.items() if key != code}
            self._show(replace(self.settings, cut_off=listed))

    def _made_rules(self) -> list[QWidget]:
        note = QLabel(_("A rule that is switched off raises no risk, no question and no note."))
        note.setObjectName("note")
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(setting_labels.rules()):
            box = QCheckBox(setting_labels.rule(name))
            box.setChecked(name not in self.settings.rules_off)
            box.setMinimumHeight(24)
            outline(box)
            fires = QLabel(rule_text(Rule(name), self.settings).fires)
            fires.setObjectName("faint")
            fires.setWordWrap(True)
            box.setAccessibleDescription(fires.text())
            grid.addWidget(box, row, 0)
            grid.addWidget(fires, row, 1)
            self.rules[name] = box
        return [note, table]

    def _made_weights(self) -> list[QWidget]:
        label = QLabel(_("Weights of the sovereignty objectives"))
        self.weights = Choice([words.sovereignty_weights(one) for one in SovereigntyWeights], None)
        self.weights.setCurrentIndex(list(SovereigntyWeights).index(self.settings.sovereignty))
        self.weights.setMaximumWidth(460)
        label.setBuddy(self.weights)
        return [label, self.weights]

    def _made_buttons(self) -> QDialogButtonBox:
        found = QDialogButtonBox(_Button.Ok | _Button.Cancel | _Button.RestoreDefaults, parent=self)
        found.button(_Button.RestoreDefaults).setText(_("As the program &comes"))
        found.accepted.connect(self.accept)
        found.rejected.connect(self.reject)
        found.button(_Button.RestoreDefaults).clicked.connect(self.restore)
        for button in found.buttons():
            button.setObjectName("plain")
        return found


def shown(document: Document, parent: QWidget) -> SettingsDialog:
    """Show the dialog and return it; it does not hold up the program."""
    dialog = SettingsDialog(document, parent)
    dialog.open()
    return dialog
