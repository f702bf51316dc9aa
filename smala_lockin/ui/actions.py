"""Every command of the window, once: its words, icon and shortcut, for menus and tool bar."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from smala_lockin.i18n import _
from smala_lockin.ui import icons
from smala_lockin.ui.action_facts import ActionFacts
from smala_lockin.ui.edit_actions import (
    ARRANGE,
    ARRANGE_MENU,
    arrange_words,
    arrangements,
    edits,
)


def all_actions() -> tuple[ActionFacts, ...]:
    """Return every action of the window, in the language in force."""
    return (
        ActionFacts(
            id="new",
            words=_("&New map"),
            hint=_("Begin with an empty map in a window of its own"),
            icon="new",
            shortcut=QKeySequence.StandardKey.New,
        ),
        ActionFacts(
            id="open",
            words=_("&Open…"),
            hint=_("Open a map from a file"),
            icon="open",
            shortcut=QKeySequence.StandardKey.Open,
        ),
        ActionFacts(
            id="save",
            words=_("&Save"),
            hint=_("Save the map to its file"),
            icon="save",
            shortcut=QKeySequence.StandardKey.Save,
        ),
        ActionFacts(
            id="save_as",
            words=_("Save &as…"),
            hint=_("Save the map under another name"),
            shortcut="Ctrl+Shift+S",
        ),
        ActionFacts(
            id="import",
            words=_("&Import a spreadsheet…"),
            hint=_("Add what spreadsheets and lists say to this map"),
            icon="import",
            shortcut="Ctrl+I",
        ),
        ActionFacts(
            id="import_invoices",
            words=_("Import in&voices…"),
            hint=_("Add the suppliers of a folder of e-invoices, with what they cost, to this map"),
        ),
        ActionFacts(
            id="export_register",
            words=_("&Export register…"),
            hint=_("Write the risk register as an Excel workbook"),
            icon="export",
            shortcut="Ctrl+E",
        ),
        ActionFacts(
            id="picture",
            words=_("Save as pict&ure…"),
            hint=_("Draw the map as a picture, or as a page to print"),
        ),
        ActionFacts(
            id="calendar",
            words=_("Save &dates as calendar…"),
            hint=_("Last days of notice and ends of contracts, for the calendar you use"),
        ),
        ActionFacts(
            id="take_back",
            words=_("&Take back a register…"),
            hint=_("Bring what people typed in an exported register into this map"),
        ),
        ActionFacts(
            id="company",
            words=_("Compan&y…"),
            hint=_("Name, country, currency and language of the company"),
        ),
        ActionFacts(
            id="settings",
            words=_("Map settin&gs…"),
            hint=_("Weights, thresholds, rules and assumed values of this map"),
        ),
        ActionFacts(
            id="catalogue",
            words=_("Cata&logue…"),
            hint=_("Look up, correct and extend what is known of suppliers and products"),
        ),
        ActionFacts(
            id="close",
            words=_("&Close"),
            hint=_("Close this window"),
            shortcut="Ctrl+W",
        ),
        ActionFacts(
            id="quit",
            words=_("&Quit"),
            hint=_("Close all windows"),
            shortcut=QKeySequence.StandardKey.Quit,
        ),
        *edits(),
        *arrangements(),
        ActionFacts(
            id="zoom_in",
            words=_("Zoom &in"),
            hint=_("Show the map larger"),
            icon="zoom_in",
            shortcut=QKeySequence.StandardKey.ZoomIn,
            more_shortcuts=("Ctrl+=",),  # the same key without shift on many keyboards
        ),
        ActionFacts(
            id="zoom_out",
            words=_("Zoom &out"),
            hint=_("Show the map smaller"),
            icon="zoom_out",
            shortcut=QKeySequence.StandardKey.ZoomOut,
        ),
        ActionFacts(
            id="fit",
            words=_("Fit the &map"),
            hint=_("Show the whole map"),
            icon="fit",
            shortcut="Ctrl+0",
            more_shortcuts=("Ctrl+À",),  # the same key without shift in Belgium and France
        ),
        ActionFacts(
            id="legend",
            words=_("&Legend"),
            hint=_("Show what lines and rings mean"),
            is_switch=True,
        ),
        ActionFacts(
            id="control_lines",
            words=_("Co&ntrol lines"),
            hint=_("Show which supplier belongs to which"),
            is_switch=True,
        ),
        ActionFacts(
            id="threats",
            words=_("Supplier &threats…"),
            hint=_("Where the rated suppliers stand: how exposed you are, how reliable they are"),
        ),
        ActionFacts(
            id="method",
            words=_("&Method"),
            hint=_("What each number means, with the tables in force for this map"),
        ),
        ActionFacts(
            id="show_log",
            words=_("Show &log"),
            hint=_("Show what the program noted when something went wrong"),
        ),
        ActionFacts(
            id="about",
            words=_("&About Smala Lock-in"),
            hint=_("Version and licences"),
        ),
    )


def fill(menu: QMenu | QToolBar, ids: Iterable[str | None], actions: Mapping[str, QAction]) -> None:
    """Add actions to a menu or a bar, and a line for each None."""
    for id in ids:
        if id is None:
            menu.addSeparator()
        elif id == ARRANGE and isinstance(menu, QMenu):
            fill(menu.addMenu(arrange_words()), ARRANGE_MENU, actions)
        else:
            menu.addAction(actions[id])


def made(
    owner: QWidget, palette: QPalette, slots: Mapping[str, Callable[..., object]]
) -> dict[str, QAction]:
    """Return a Qt action for each, by id, each connected to the slot of its id."""
    found = {}
    for facts in all_actions():
        action = QAction(facts.words, owner)
        action.setObjectName(facts.id)
        action.setStatusTip(facts.hint)
        action.setCheckable(facts.is_switch)
        if facts.shortcut is not None:
            others = map(QKeySequence, facts.more_shortcuts)
            action.setShortcuts([QKeySequence(facts.shortcut), *others])
        if facts.is_of_map:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{facts.hint} ({keys})" if keys else facts.hint)
        action.triggered.connect(slots[facts.id])
        found[facts.id] = action
    repaint(found, palette)
    return found


def repaint(actions: Mapping[str, QAction], palette: QPalette) -> None:
    """Draw the icons in the colours of a palette."""
    for facts in all_actions():
        if facts.icon is not None:
            actions[facts.id].setIcon(icons.icon(facts.icon, palette))
