"""Help > Method: what each number means for this map."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.domain.settings import Settings
from smala_lockin.i18n import _
from smala_lockin.ui.following import Following
from smala_lockin.ui.targets import enlarge
from smala_lockin.ui.theme import Theme
from smala_lockin.words.method import Part, Table, method


class MethodDialog(QDialog):
    """Chapters on the left, all of the method on the right; other windows stay usable."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Method"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1040, 640)
        self.parts = method(settings)
        self.chapters = QListWidget(self)
        self.chapters.addItems([part.title for part in self.parts])
        self.chapters.setAccessibleName(_("Chapters"))
        self.chapters.setWordWrap(True)
        self.chapters.setFixedWidth(280)
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(_("Method"))
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(16)
        Following(self, self._show)
        self.chapters.currentRowChanged.connect(self._turn)
        self.chapters.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        sides = QHBoxLayout()
        sides.addWidget(self.chapters)
        sides.addWidget(self.page, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(sides, 1)
        layout.addWidget(buttons)
        enlarge(self)

    def _show(self, theme: Theme) -> None:
        self.chapters.setStyleSheet("QListView::item { padding: 5px 4px; }")
        place = self.page.verticalScrollBar().value()
        self.page.setHtml(html(self.parts, theme))
        self.page.verticalScrollBar().setValue(place)

    def _turn(self, chapter: int) -> None:
        self.page.scrollToAnchor(_anchor(chapter))


def html(parts: tuple[Part, ...], theme: Theme) -> str:
    """Return the chapters as rich text, each with an anchor."""
    text, edge = theme.text.name(), theme.edge.name()
    style = (
        f"body {{ color: {text}; }} h2 {{ margin-top: 18px; }} h3 {{ margin-bottom: 2px; }}"
        f" th {{ background: {theme.canvas.name()}; }} td, th {{ border-color: {edge}; }}"
    )
    chapters = "".join(_chapter(place, part) for place, part in enumerate(parts))
    return f"<html><head><style>{style}</style></head><body>{chapters}</body></html>"


def shown(settings: Settings, parent: QWidget) -> MethodDialog:
    """Show the method and return its dialog; it does not hold up the program."""
    dialog = MethodDialog(settings, parent)
    dialog.show()
    return dialog


def _anchor(chapter: int) -> str:
    return f"chapter{chapter}"


def _chapter(place: int, part: Part) -> str:
    texts = "".join(f"<p>{escape(one)}</p>" for one in part.paragraphs)
    tables = "".join(map(_table, part.tables))
    return f'<h2><a name="{_anchor(place)}"></a>{escape(part.title)}</h2>{texts}{tables}'


def _table(table: Table) -> str:
    about = f"<p>{escape(table.about)}</p>" if table.about else ""
    words = escape(_("In bold: changed for this map."))
    note = f"<p><i>{words}</i></p>" if table.changed else ""
    rows = "".join(
        _row(table, row, "th" if place in table.changed else "td")
        for place, row in enumerate(table.rows)
    )
    width = "98%" if len(table.columns) > 2 else "auto"
    grid = f'border="1" cellspacing="0" cellpadding="4" width="{width}"'
    grid += ' style="border-collapse: collapse"'
    heading = _row(table, table.columns, "th")
    return f"<h3>{escape(table.title)}</h3>{about}<table {grid}>{heading}{rows}</table>{note}"


def _row(table: Table, texts: tuple[str, ...], cell: str) -> str:
    found = []
    for column, text in enumerate(texts):
        side = "left" if table.is_text(column) else "center"
        found.append(f'<{cell} align="{side}">{escape(text)}</{cell}>')
    return f"<tr>{''.join(found)}</tr>"
