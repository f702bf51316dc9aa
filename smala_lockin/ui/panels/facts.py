"""The facts panel: the form for whatever is selected."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.change import Change
from smala_lockin.domain.dependencies import Dependency, DependencyId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _
from smala_lockin.ui.fields import look
from smala_lockin.ui.fields.line import Line, Paragraph
from smala_lockin.ui.panels.about_asset import AboutAsset
from smala_lockin.ui.panels.analysis import AnalysisSection
from smala_lockin.ui.panels.asset_form import AssetForm
from smala_lockin.ui.panels.dependency_form import DependencyForm
from smala_lockin.ui.panels.finding_rows import Row, Rows, rows_about, rows_about_group
from smala_lockin.ui.panels.group_form import GroupForm
from smala_lockin.ui.panels.links import LinkRow, Links, row
from smala_lockin.ui.theme import Theme

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report


_MANY = 200
"""So many cards take a moment to be compared, fact by fact."""


class FactsPanel(QScrollArea):
    """Follows selection and document: facts of assets, of a dependency, or of a group.

    The forms of the latter two are made at first need.
    """

    put_aside = Signal(str)
    """What was typed and refused is left behind; carries the sentence that says so."""

    def __init__(
        self, document: Document, selection: Selection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self._report: Report | None = None
        self._subject: object = None
        self._empty = QLabel(_("Select a card on the map to see and change its facts."), self)
        self.about = AboutAsset(theme, self)
        self.analysis = AnalysisSection(theme, self)
        self.asset_form = AssetForm(document, self)
        self._dependency_form: DependencyForm | None = None
        self._group_form: GroupForm | None = None
        self.several = Links(_("Dependencies selected"), self)
        self._lay_out()
        self._connect()
        self.show_theme(theme)
        self._show(anew=True)

    @property
    def dependency_form(self) -> DependencyForm:
        """The form of one dependency."""
        if self._dependency_form is None:
            self._dependency_form = DependencyForm(self._document, self)
            self._put_in(self._dependency_form)
        return self._dependency_form

    @property
    def group_form(self) -> GroupForm:
        """The form of one redundancy group."""
        if self._group_form is None:
            self._group_form = GroupForm(self._document, self)
            self._put_in(self._group_form)
        return self._group_form

    def _put_in(self, form: DependencyForm | GroupForm) -> None:
        form.hide()
        self._column.insertWidget(self._column.indexOf(self.several), form)
        form.asset_chosen.connect(self._choose_asset)
        form.dependency_chosen.connect(self._choose_dependency)

    def show_report(self, report: "Report") -> None:
        """Show what this report says about the asset or the group."""
        self._report = report
        self._show_about()

    def show_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self.setStyleSheet(look.sheet(theme))
        self.about.show_theme(theme)
        self.analysis.show_theme(theme)

    def settle(self) -> None:
        """Take what is still being typed, as if the field had been left."""
        typing = self.window().focusWidget()
        if isinstance(typing, Line | Paragraph) and self.isAncestorOf(typing):
            typing.finish()

    def _lay_out(self) -> None:
        form = QWidget(self)
        form.setObjectName("form")
        layout = self._column = QVBoxLayout(form)
        layout.setContentsMargins(10, 8, 10, 12)
        layout.setSpacing(4)
        self._empty.setWordWrap(True)
        self._empty.setObjectName("faint")
        for widget in (self._empty, self.about, self.analysis, self.asset_form, self.several):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(form)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Facts"))

    def _connect(self) -> None:
        for form in (self.asset_form, self.several):
            form.asset_chosen.connect(self._choose_asset)
            form.dependency_chosen.connect(self._choose_dependency)
        self.asset_form.put_aside.connect(self.put_aside)
        self.about.chosen.connect(self._choose_finding)
        self.analysis.asset_chosen.connect(self._choose_asset)
        self._selection.changed.connect(self._follow)
        self._document.changed.connect(self._update)

    def _follow(self) -> None:
        if len(self._selection.assets) > _MANY:
            QTimer.singleShot(0, self, self._show_selected)  # the map shows it first
        else:
            self._show_selected()

    def _show_selected(self) -> None:
        self._show(anew=True)

    def _update(self, change: Change) -> None:
        if change.touches_graph:
            self._show(anew=False)

    def _show(self, *, anew: bool) -> None:
        if anew:
            self.asset_form.leave()
        landscape, chosen = self._document.landscape, self._selection
        wanted = chosen.assets
        assets = [key for key in landscape.assets if key in wanted] if wanted else []
        links = [key for key in chosen.dependencies if key in landscape.dependencies]
        group = chosen.group if chosen.group in landscape.groups else None
        self.asset_form.setVisible(bool(assets))
        if len(links) == 1 or self._dependency_form is not None:
            self.dependency_form.setVisible(len(links) == 1)
        if group is not None or self._group_form is not None:
            self.group_form.setVisible(group is not None)
        self._empty.setVisible(not (assets or links or group))
        several = [landscape.dependencies[key] for key in sorted(links)] if len(links) > 1 else []
        self.several.show_rows([_between(landscape, one) for one in several])
        if assets:
            self.asset_form.show_assets(assets, anew=anew)
        elif len(links) == 1:
            self.dependency_form.show_dependency(links[0], anew=anew)
        elif group is not None:
            self.group_form.show_group(group, anew=anew)
        if anew:
            self.verticalScrollBar().setValue(0)
        if anew or not assets:
            self._show_about()
        if anew and self.isVisible():
            self._settle_layout()

    def _settle_layout(self) -> None:
        """Give every row its height now: level by level Qt takes several turns of the event loop,
        in which rows are seen on top of each other."""
        form = self.widget()
        assert form is not None
        for part in (*reversed(form.findChildren(QWidget)), form):
            layout = part.layout()
            if layout is not None and part.isVisibleTo(form):
                layout.activate()
        QApplication.sendEvent(form, QEvent(QEvent.Type.LayoutRequest))

    def _show_about(self) -> None:
        chosen, group, report = self._selection.assets, self._selection.group, self._report
        if (
            len(chosen) == 1
            and report is not None
            and chosen <= self._document.landscape.assets.keys()
        ):
            self.about.show_rows(rows_about(report, next(iter(chosen))))
            self.analysis.show_asset(report, next(iter(chosen)))
            return
        self.analysis.show_asset(None, None)
        if group is not None and report is not None and group in self._document.landscape.groups:
            self.about.show_rows(rows_about_group(report, group))
        else:
            self.about.show_rows(Rows())

    def _choose_asset(self, key: str) -> None:
        self._selection.choose_assets([AssetId(key)])

    def _choose_dependency(self, key: str) -> None:
        self._selection.choose_dependencies([DependencyId(key)])

    def _choose_finding(self, one: Row) -> None:
        self._selection.choose_finding(one.key, one.about, one.path)


def _between(landscape: Landscape, one: Dependency) -> LinkRow:
    """Return the row of a dependency that names both of its ends."""
    there = row(landscape, one, one.target)
    return replace(there, name=f"{row(landscape, one, one.source).name} → {there.name}")
