"""Help > About: what this is, which version, under which licences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smala_lockin.app.licences import licences
from smala_lockin.i18n import _
from smala_lockin.ui import icons
from smala_lockin.ui.dialogs import text
from smala_lockin.ui.following import Following
from smala_lockin.ui.targets import enlarge

_ROWS = "QTreeView::item { padding: 4px 2px; }"


class AboutDialog(QDialog):
    """Names every part with its licence; a double-click, Enter or the button shows its text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Smala Lock-in"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 520)
        self._known = licences()
        self.list = self._licences()
        Following(self, lambda _theme: self.list.setStyleSheet(_ROWS))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        show = buttons.addButton(_("Show the &licence"), QDialogButtonBox.ButtonRole.ActionRole)
        show.clicked.connect(self.show_licence)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(_heading())
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        enlarge(self)

    def show_licence(self) -> QDialog:
        """Show the text of the licence that is chosen."""
        licence = self._known[self.list.currentIndex().row()]
        return text.shown(self, licence.part, licence.text())

    def _licences(self) -> QTreeWidget:
        found = QTreeWidget()
        found.setAccessibleName(_("Licences"))
        found.setHeaderLabels([_("Part"), _("Licence")])
        found.setRootIsDecorated(False)
        found.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        found.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for licence in self._known:
            QTreeWidgetItem(found, [licence.part, licence.name])
        found.setCurrentIndex(found.model().index(0, 0))
        found.itemActivated.connect(self.show_licence)
        return found


def shown(parent: QWidget) -> AboutDialog:
    """Show the dialog and return it; it does not hold up the program."""
    dialog = AboutDialog(parent)
    dialog.open()
    return dialog


def _heading() -> QHBoxLayout:
    picture = QLabel()
    picture.setPixmap(icons.of_program().pixmap(64, 64))
    name = QLabel(f"Smala Lock-in {_version()}".rstrip())
    font = name.font()
    font.setPointSizeF(font.pointSizeF() * 1.4)
    font.setBold(True)
    name.setFont(font)
    words = QLabel(
        "\n\n".join(
            [
                _("See what your company depends on, what would stop it, and who decides over it."),
                _("Nothing leaves this computer: the program never uses the network."),
                _(
                    "Smala Lock-in is free software under the MIT licence. "
                    "It uses Qt (LGPL 3), Graphviz (EPL) and other free libraries."
                ),
            ]
        )
    )
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    texts = QVBoxLayout()
    texts.addWidget(name)
    texts.addWidget(words)
    heading = QHBoxLayout()
    heading.setSpacing(16)
    heading.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    heading.addLayout(texts, 1)
    return heading


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("smala-lockin")
    except PackageNotFoundError:
        return ""
