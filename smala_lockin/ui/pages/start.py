"""The start page: what one can begin with, and the maps opened last."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from smala_lockin import i18n
from smala_lockin.app import files
from smala_lockin.app.preferences import Preferences
from smala_lockin.i18n import _
from smala_lockin.ui import choosing, icons, theme
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.drops import Drops
from smala_lockin.ui.focus_edge import FocusEdge
from smala_lockin.ui.languages import LANGUAGE_NAMES
from smala_lockin.ui.pages.door import Door
from smala_lockin.ui.pages.recent import RecentMaps


class StartPage(QWidget):
    """A window of its own, shown when the program starts without a map."""

    def __init__(self, preferred: Preferences, doors: Doors) -> None:
        super().__init__()
        self._doors = doors
        self._theme = theme.of_palette(self.palette())
        self.setWindowTitle(_("Smala Lock-in"))
        self.setWindowIcon(icons.of_program())
        self._title, self._promise, self._private = QLabel(), QLabel(), QLabel()
        self.doors = self._made_doors()
        maps = tuple(map(Path, preferred.recent))
        self.recent = RecentMaps(maps, doors.open, self._theme)
        self.languages = self._language_box()
        self._recent_title = QLabel(_("Recent maps"))
        self._build()
        self._show_theme()
        self._add_shortcuts()
        Drops(self, doors.take)
        self.resize(960, 620)
        self.setMinimumSize(QSize(720, 480))
        next(iter(self.doors.values())).setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_recent_title"):
            found = theme.of_palette(self.palette())
            if found is not self._theme:
                self._theme = found
                self._show_theme()

    def _made_doors(self) -> dict[str, Door]:
        facts = {
            "new": (_("New map"), _("Begin with an empty map and draw what the company needs.")),
            "import": (
                _("Import a spreadsheet"),
                _("Make a map of lists that you have: Excel, CSV, diagrams or e-invoices."),
            ),
            "example": (
                _("Open an example"),
                _("Look around in the map of a made-up company; it is a copy."),
            ),
            "open": (_("Open a map…"), _("Go on with a map that you saved.")),
        }
        slots = {
            "new": self._doors.new,
            "import": self._import,
            "example": self._offer_examples,
            "open": self._open,
        }
        made = {}
        for id, (title, words) in facts.items():
            made[id] = Door(id, title, words, self._theme, self)
            made[id].setObjectName(id)
            made[id].clicked.connect(slots[id])
        return made

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        middle = QHBoxLayout()
        middle.setContentsMargins(40, 32, 40, 24)
        middle.setSpacing(40)
        middle.addLayout(self._left(), 3)
        middle.addLayout(self._right(), 2)
        outer.addLayout(middle, 1)
        outer.addWidget(self._bottom())

    def _left(self) -> QVBoxLayout:
        picture = QLabel()
        picture.setPixmap(icons.of_program().pixmap(QSize(52, 52)))
        self._title.setText("Smala Lock-in")
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        font.setBold(True)
        self._title.setFont(font)
        self._promise.setText(
            _("See what your company depends on, what would stop it, and who decides over it.")
        )
        self._promise.setWordWrap(True)
        heading = QHBoxLayout()
        heading.setSpacing(14)
        heading.addWidget(picture)
        heading.addWidget(self._title, 1)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(heading)
        left.addWidget(self._promise)
        left.addSpacing(12)
        for door in self.doors.values():
            left.addWidget(door)
        left.addStretch(1)
        return left

    def _right(self) -> QVBoxLayout:
        font = self._recent_title.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setBold(True)
        self._recent_title.setFont(font)
        scroll = QScrollArea()
        scroll.setWidget(self.recent)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self.recent.setAutoFillBackground(False)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self._recent_title)
        right.addWidget(scroll, 1)
        return right

    def _bottom(self) -> QWidget:
        self._private.setText(
            _("Nothing leaves this computer: the program never uses the network.")
        )
        self._private.setWordWrap(True)
        words = QLabel(_("&Language"))
        words.setBuddy(self.languages)
        bar = QWidget()
        line = QHBoxLayout(bar)
        line.setContentsMargins(40, 10, 40, 14)
        line.addWidget(self._private, 1)
        line.addWidget(words)
        line.addWidget(self.languages)
        return bar

    def _language_box(self) -> QComboBox:
        box = QComboBox()
        self._edge = FocusEdge(box, self._theme.accent)
        box.setAccessibleName(_("Language"))
        box.setMinimumHeight(28)
        for code, name in LANGUAGE_NAMES.items():
            box.addItem(name, code)
        box.setCurrentIndex(box.findData(i18n.current()))
        box.activated.connect(lambda row: self._doors.speak(box.itemData(row)))
        return box

    def _add_shortcuts(self) -> None:
        keys = {
            QKeySequence.StandardKey.New: "new",
            QKeySequence.StandardKey.Open: "open",
        }
        for key, id in keys.items():
            QShortcut(QKeySequence(key), self, self.doors[id].click)
        QShortcut(QKeySequence("Ctrl+I"), self, self.doors["import"].click)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self, self._doors.quit)

    def _show_theme(self) -> None:
        for door in self.doors.values():
            door.show_theme(self._theme)
        self.recent.show_theme(self._theme)
        self._edge.show_colour(self._theme.accent)
        for label in (self._promise, self._private):
            label.setStyleSheet(f"color: {self._theme.faint_text.name()}")

    def _offer_examples(self) -> None:
        """Let one of the example companies be chosen below the door."""
        door = self.doors["example"]
        menu = QMenu(door)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for path, words in zip(files.examples(), _companies(), strict=True):
            menu.addAction(words, partial(self._doors.open, path))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(door.mapToGlobal(door.rect().bottomLeft()))

    def _open(self) -> None:
        choosing.map_to_open(self, Path.home(), self._doors.open)

    def _import(self) -> None:
        choosing.tables_to_import(self, Path.home(), self._doors.bring_in)


def _companies() -> tuple[str, ...]:
    """Return what the example companies are, in the order of `files.examples`."""
    return (
        _("A consultancy, 12 people"),
        _("A wood workshop, 60 people"),
        _("A sheet metal works, 200 people"),
    )
