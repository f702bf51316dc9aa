"""The menus and the tool bar of a window: which actions stand where."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from smala_lockin import i18n
from smala_lockin.app import preferences, shades
from smala_lockin.app.shades import Lens
from smala_lockin.i18n import _
from smala_lockin.ui import actions
from smala_lockin.ui.canvas.lens_bar import LensBar
from smala_lockin.ui.doors import Doors
from smala_lockin.ui.edit_actions import EDIT_MENU
from smala_lockin.ui.languages import LANGUAGE_NAMES

_TO_AND_FRO = (
    *("save", "save_as", None, "import", "import_invoices", None),
    *("export_register", "take_back", "picture", "calendar"),
    *(None, "company", "catalogue", "settings", None, "close", "quit"),
)
_VIEW = ("zoom_in", "zoom_out", "fit", None, "legend", "control_lines", None, "threats", None)
_HELP = ("method", "show_log", None, "about")
_TOOLS = (
    *("open", "save", None, "undo", "redo", "add", "tidy", None),
    *("import", "export_register", None, "zoom_in", "zoom_out", "fit"),
)
_WITHOUT_WORDS = ("undo", "redo", "zoom_in", "zoom_out")


def add_menus(
    window: QMainWindow, made: Mapping[str, QAction], doors: Doors, lens_bar: LensBar
) -> None:
    """Give a window its menus, of the actions made for it."""
    bar = window.menuBar()
    file, edit = bar.addMenu(_("&File")), bar.addMenu(_("&Edit"))
    view, aid = bar.addMenu(_("&View")), bar.addMenu(_("&Help"))
    actions.fill(file, ("new", "open"), made)
    recent = file.addMenu(_("Open &recent"))
    recent.aboutToShow.connect(lambda: _list_recent(recent, doors))
    file.addSeparator()
    actions.fill(file, _TO_AND_FRO, made)
    actions.fill(edit, EDIT_MENU, made)
    actions.fill(view, _VIEW, made)
    _add_lenses(view.addMenu(_("&Colours show")), lens_bar)
    _add_languages(view.addMenu(_("Lan&guage")), doors)
    actions.fill(aid, _HELP, made)


def add_tool_bar(window: QMainWindow, made: Mapping[str, QAction]) -> None:
    """Give a window its tool bar, of the actions made for it."""
    bar = QToolBar(_("Tools"), window)
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    actions.fill(bar, _TOOLS, made)
    for id in _WITHOUT_WORDS:
        bar.widgetForAction(made[id]).setProperty("toolButtonStyle", 0)
    window.addToolBar(bar)


def _list_recent(recent: QMenu, doors: Doors) -> None:
    recent.clear()
    known = [Path(one) for one in preferences.load().recent]
    if not known:
        recent.addAction(_("No maps yet")).setEnabled(False)
    for path in known:
        entry = recent.addAction(path.name.replace("&", "&&"))
        entry.setStatusTip(str(path))
        entry.setEnabled(path.exists())
        entry.triggered.connect(lambda _checked=False, path=path: doors.open(path))


def _add_lenses(menu: QMenu, bar: LensBar) -> None:
    group = QActionGroup(menu)
    found = {}
    for lens in Lens:
        entry = found[lens] = menu.addAction(shades.words(lens))
        entry.setObjectName(f"lens-{lens.value}")
        entry.setCheckable(True)
        entry.setChecked(lens is bar.lens)
        entry.triggered.connect(lambda _checked=False, lens=lens: bar.choose(lens))
        group.addAction(entry)
    bar.chosen.connect(lambda lens: found[lens].setChecked(True))


def _add_languages(menu: QMenu, doors: Doors) -> None:
    group = QActionGroup(menu)
    for code, name in LANGUAGE_NAMES.items():
        entry = menu.addAction(name)
        entry.setObjectName(f"language-{code}")
        entry.setCheckable(True)
        entry.setChecked(code == i18n.current())
        entry.triggered.connect(lambda _checked=False, code=code: doors.speak(code))
        group.addAction(entry)
