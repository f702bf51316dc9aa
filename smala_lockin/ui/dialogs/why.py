"""Why?: the computation behind a finding, in words; names lead to their cards."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.domain.landscape import Landscape
from smala_lockin.i18n import _
from smala_lockin.ui.following import Following
from smala_lockin.ui.linked_text import linked
from smala_lockin.ui.targets import enlarge
from smala_lockin.ui.theme import Theme, text_on
from smala_lockin.words import enums, findings
from smala_lockin.words.why import Inherents, why
from smala_lockin.words.why_parts import Chapter, Grid

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report


class WhyDialog(QDialog):
    """Explains the findings of a story, one at a time; follows the map as it is edited."""

    asset_wanted = Signal(str)
    """A name was clicked; carries the id of the asset."""

    inherent_wanted = Signal(object)
    """What the risks of this report would be without precautions is wanted."""

    method_wanted = Signal()
    """The whole method is wanted."""

    def __init__(self, report: "Report", chosen: tuple[Finding, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._report, self._keys = report, [one.key for one in chosen]
        self._inherent: Inherents | None = None
        self.setWindowTitle(_("Why?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list, self.page = QListWidget(self), QTextBrowser(self)
        self.list.setAccessibleName(_("Findings"))
        self.list.setWordWrap(True)
        self.list.setFixedWidth(250)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([_entry(report, one) for one in chosen])
        self.list.setVisible(len(chosen) > 1)
        self.list.setCurrentRow(0)
        self.page.setAccessibleName(_("Why?"))
        self.page.document().setDocumentMargin(16)
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._follow)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self._lay_out(is_wide=len(chosen) > 1)
        Following(self, self._show_theme)

    def show_report(self, report: "Report") -> None:
        """Explain the same finding as it is now."""
        self._report, self._inherent = report, None
        self._show_in_place()
        self.inherent_wanted.emit(report)

    def show_inherent(self, report: "Report") -> None:
        """Tell what precautions are worth, as soon as that is worked out."""
        if report is self._report:
            self._inherent = report.inherent
            self._show_in_place()

    def _lay_out(self, *, is_wide: bool) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        method = buttons.addButton(_("&Method"), QDialogButtonBox.ButtonRole.ActionRole)
        method.clicked.connect(self.method_wanted)
        buttons.rejected.connect(self.reject)
        sides = QHBoxLayout()
        sides.addWidget(self.list)
        sides.addWidget(self.page, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(sides, 1)
        layout.addWidget(buttons)
        enlarge(self)
        self.resize(960 if is_wide else 700, 640)

    def _show_in_place(self) -> None:
        place = self.page.verticalScrollBar().value()
        self._show()
        self.page.verticalScrollBar().setValue(place)

    def _show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.list.setStyleSheet("QListView::item { padding: 5px 4px; }")
        self._show()

    def _show(self) -> None:
        key = self._keys[max(self.list.currentRow(), 0)]
        finding = next((one for one in self._report.findings if one.key == key), None)
        if finding is None:
            self.page.setPlainText(_("This finding is gone: the map says otherwise now."))
            return
        self.page.setHtml(html(self._report, finding, self._theme, self._inherent))

    def _follow(self, link: QUrl) -> None:
        self.asset_wanted.emit(link.path())


def html(
    report: "Report", finding: Finding, theme: Theme, inherent: Inherents | None = None
) -> str:
    """Return an explanation as rich text; names of assets are links."""
    style = (
        f"body {{ color: {theme.text.name()}; }} a {{ color: {theme.accent.name()}; }}"
        f" h3 {{ margin-top: 14px; margin-bottom: 2px; }} p {{ margin: 3px 0 3px 0; }}"
        f" th {{ background: {theme.canvas.name()}; }}"
    )
    told = why(report, finding, inherent)
    chapters = "".join(_chapter(report.landscape, one, theme) for one in told)
    head = _chip(finding, theme)
    return f"<html><head><style>{style}</style></head><body>{head}{chapters}</body></html>"


def _chip(finding: Finding, theme: Theme) -> str:
    if finding.level is None:
        return ""
    ground = theme.levels[finding.level]
    words = escape(_("Risk: %(level)s") % {"level": enums.level(finding.level)})
    style = f"background-color: {ground.name()}; color: {text_on(ground).name()}"
    return f'<p><span style="{style}">&nbsp; <b>{words}</b> &nbsp;</span></p>'


def _chapter(landscape: Landscape, chapter: Chapter, theme: Theme) -> str:
    lines = "".join(f"<p>{linked(landscape, one)}</p>" for one in chapter.lines)
    grid = _grid(chapter.grid, theme) if chapter.grid else ""
    return f"<h3>{escape(chapter.title)}</h3>{lines}{grid}"


def _grid(grid: Grid, theme: Theme) -> str:
    heading = "".join(f"<th>{escape(one)}</th>" for one in grid.columns)
    rows = "".join(_row(grid, number, theme) for number in range(len(grid.rows)))
    is_narrow = all(len(text) <= 2 for row in grid.rows for text in row)
    width = "auto" if is_narrow else "98%"
    look = f'border="1" cellspacing="0" cellpadding="4" width="{width}"'
    look += ' style="border-collapse: collapse"'
    return f"<table {look}><tr>{heading}</tr>{rows}</table>"


def _row(grid: Grid, number: int, theme: Theme) -> str:
    marked = f'style="background: {theme.accent.name()}; color: {text_on(theme.accent).name()}"'
    cells = []
    for column, text in enumerate(grid.rows[number]):
        is_marked = (number, column) in grid.marked
        words = f"<b>{escape(text)}</b>" if is_marked else escape(text)
        align = 'align="left"' if column == 0 or len(text) > 12 else 'align="center"'
        cells.append(f"<td {align} {marked if is_marked else ''}>{words}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _entry(report: "Report", finding: Finding) -> str:
    level = "" if finding.level is None else f" · {enums.level(finding.level)}"
    return f"{findings.rule(finding.rule)}{level}\n{findings.title(report, finding)}"


def shown(report: "Report", chosen: tuple[Finding, ...], parent: QWidget) -> WhyDialog:
    """Show the explanation and return its dialog; it does not hold up the program."""
    dialog = WhyDialog(report, chosen, parent)
    dialog.show()
    return dialog
