"""What the analysis says about the selected asset, in sentences under a heading that folds."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from smala_lockin.domain.assets import AssetId
from smala_lockin.i18n import _
from smala_lockin.ui.linked_text import linked
from smala_lockin.ui.panels.section import Section
from smala_lockin.ui.theme import Theme

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report


class AnalysisSection(Section):
    """Lock-in, leaving, law, sovereignty and whose hands; worked out only while it is open."""

    asset_chosen = Signal(str)
    """A name was clicked; carries the id of the asset."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(is_open=False, parent=parent)
        self._theme = theme
        self._report: Report | None = None
        self._asset: AssetId | None = None
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.linkActivated.connect(self._follow)
        self.rows.addWidget(self.text)
        self.opened.connect(lambda _is_open: self._show())
        self.hide()

    def show_asset(self, report: "Report | None", asset: AssetId | None) -> None:
        """Say what a report says about an asset; nothing where there is no such asset."""
        is_known = report is not None and asset is not None and asset in report.landscape.assets
        self._report, self._asset = (report, asset) if is_known else (None, None)
        self.setVisible(is_known)
        self._show()

    def show_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        self._theme = theme
        self._show()

    def _show(self) -> None:
        if self._report is None or self._asset is None:
            return
        self.show_heading(_("Analysis"), self._teaser(self._report, self._asset))
        if self.is_open:
            self.text.setText(self._html(self._report, self._asset))

    def _teaser(self, report: "Report", asset: AssetId) -> str:
        indices = report.figures.lock_in
        index = indices.of_service.get(asset) or indices.of_supplier.get(asset)
        if index is None:
            return ""
        return _("lock-in %(index)d of 100") % {"index": round(index.assumed)}

    def _html(self, report: "Report", asset: AssetId) -> str:
        from smala_lockin.words.figures import about

        chapters = about(report, asset)
        accent = self._theme.accent.name()
        said = "".join(
            f'<p style="margin: 8px 0 2px 0"><b>{escape(one.title)}</b></p>'
            + "".join(
                f'<p style="margin: 2px 0 2px 0">{linked(report.landscape, line)}</p>'
                for line in one.lines
            )
            for one in chapters
        )
        nothing = escape(_("There is nothing to say about it yet."))
        return f"<style>a {{ color: {accent}; }}</style>{said or nothing}"

    def _follow(self, link: str) -> None:
        self.asset_chosen.emit(link.partition(":")[2])
