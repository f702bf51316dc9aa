"""What stands beside the map: the findings, and the facts of what is selected."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from smala_lockin.app.background import Background
from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.i18n import _
from smala_lockin.ui.focus_edge import FocusEdge
from smala_lockin.ui.panels.findings import FindingsPanel
from smala_lockin.ui.tall_tabs import TallTabs
from smala_lockin.ui.theme import Theme

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report
    from smala_lockin.ui.panels.facts import FactsPanel


class SidePanel(QTabWidget):
    """Turns to the facts when something is selected, and back when nothing is.

    Both have the full height: on a screen of 720 pixels neither is of use in half of it. The
    form is made at first need.
    """

    asked = Signal(object)
    """It was asked why; carries the `Row` of the finding."""

    put_aside = Signal(str)
    """What was typed and refused is left behind; carries the sentence that says so."""

    def __init__(
        self, document: Document, selection: Selection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._theme = document, selection, theme
        self._report: Report | None = None
        self._facts: FactsPanel | None = None
        self.findings = FindingsPanel(selection, theme, self)
        self._place = QWidget(self)
        layout = QVBoxLayout(self._place)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setTabBar(TallTabs())
        self.setDocumentMode(True)
        self._edge = FocusEdge(self.tabBar(), theme.accent)
        self.tabBar().setAccessibleName(_("Findings and facts"))
        self.addTab(self.findings, _("Findings"))
        self.addTab(self._place, _("Facts"))
        self.currentChanged.connect(self._make_ready)
        self.findings.asked.connect(self.asked)
        selection.changed.connect(self._turn)

    @property
    def facts(self) -> "FactsPanel":
        """The facts panel."""
        if self._facts is None:
            from smala_lockin.ui.panels.facts import FactsPanel  # not needed at the start

            self._facts = FactsPanel(self._document, self._selection, self._theme, self._place)
            self._facts.put_aside.connect(self.put_aside)
            layout = self._place.layout()
            assert layout is not None
            layout.addWidget(self._facts)
            self._facts.about.asked.connect(self.asked)
            if self._report is not None:
                self._facts.show_report(self._report)
        return self._facts

    def show_report(self, report: "Report") -> None:
        """Show what a report says."""
        self._report = report
        self.findings.show_report(report)
        if self._facts is not None:
            self._facts.show_report(report)
        else:
            QTimer.singleShot(0, self, self._make_at_leisure)

    def show_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self._theme = theme
        self._edge.show_colour(theme.accent)
        self.findings.show_theme(theme)
        if self._facts is not None:
            self._facts.show_theme(theme)

    def settle(self) -> None:
        """Take what is still being typed; to be called before the map is saved or closed."""
        if self._facts is not None:
            self._facts.settle()

    def _make_at_leisure(self) -> None:
        """The first click on a card should not wait for the form, nor anything for its code."""
        background = Background(self)

        def make(_module: object) -> None:
            background.close()
            assert self.facts

        background.run(lambda: import_module("smala_lockin.ui.panels.facts"), make)

    def _turn(self) -> None:
        chosen = self._selection
        has_facts = bool(chosen.assets or chosen.dependencies or chosen.group)
        self.setCurrentWidget(self._place if has_facts else self.findings)

    def _make_ready(self) -> None:
        if self.currentWidget() is self._place:
            self.facts.setVisible(True)
