"""The facts panel in the hands of a test: one map, and fields that are typed into."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smala_lockin.domain.assets import Asset, AssetId, Origin, Source
from smala_lockin.domain.dependencies import DependencyId, GroupId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.ui.fields.choice import Choice
from smala_lockin.ui.fields.field import Field
from smala_lockin.ui.fields.line import Line
from smala_lockin.ui.main_window import MainWindow
from smala_lockin.ui.panels.facts import FactsPanel
from tests.builders import asset, landscape_of

ERP, ACME, SHOP = AssetId("erp"), AssetId("acme"), AssetId("shop")
FIRST, PAIR = DependencyId("d1"), GroupId("g1")
READ = {"owner": Origin(source=Source.IMPORT, file="it.xlsx", row=12)}
ONLINE = asset("erp", "cloud_service", criticality=4, owner="Ann", origin=READ)
MAP = landscape_of("shop -> erp", "erp => acme", "acme ~> corp", assets=[ONLINE])
ENTER = Qt.Key.Key_Return


class Form:
    """The panel on one map, with what is wanted selected and every part of it open."""

    def __init__(self, window: MainWindow, *assets: AssetId) -> None:
        self.window = window
        window.selection.choose_assets(assets)
        for section in self.panel.asset_form.sections.values():
            section.heading.setChecked(True)

    @property
    def panel(self) -> FactsPanel:
        return self.window.side.facts

    @property
    def landscape(self) -> Landscape:
        return self.window.document.landscape

    @property
    def erp(self) -> Asset:
        return self.landscape.assets[ERP]

    def field(self, fact: str) -> Field:
        return self.panel.asset_form.fields[fact]

    def line(self, fact: str) -> Line:
        editor = self.field(fact).editor
        assert isinstance(editor, Line)
        return editor

    def choice(self, fact: str) -> Choice:
        editor = self.field(fact).editor
        assert isinstance(editor, Choice)
        return editor

    def type(self, fact: str, text: str, key: Qt.Key = ENTER) -> None:
        line = self.line(fact)
        line.setFocus()
        line.clear()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, key)


def pick(choice: Choice, word: str) -> None:
    """Choose a word as the keyboard does."""
    number = choice.findText(word)
    assert number >= 0, word
    choice.setCurrentIndex(number)
    choice.activated.emit(number)
