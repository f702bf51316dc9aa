"""Every command of the window, once: its words, icon and shortcut, for menus and tool bar."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from smala_lockin.i18n import _
from smala_lockin.ui import icons

Shortcut = QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFacts:
    """What an action is: `id` in code, `words` on screen, `hint` in one sentence.

    The shortcut of one `is_of_map` works while the map has the keyboard: elsewhere Delete, A or
    Ctrl+C mean something else.
    """

    id: str
    words: str
    hint: str
    icon: str | None = None
    shortcut: Shortcut = None
    more_shortcuts: tuple[str, ...] = ()
    is_switch: bool = False
    is_of_map: bool = False


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
            id="export_register",
            words=_("&Export register…"),
            hint=_("Write the risk register as an Excel workbook"),
            icon="export",
            shortcut="Ctrl+E",
        ),
        ActionFacts(
            id="picture",
            words=_("Save as p&icture…"),
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
            words=_("Map se&ttings…"),
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
        *_edits(),
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
            words=_("&Control lines"),
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


def _edits() -> tuple[ActionFacts, ...]:
    return (
        ActionFacts(
            id="undo",
            words=_("&Undo"),
            hint=_("Take the last step back"),
            icon="undo",
            shortcut=QKeySequence.StandardKey.Undo,
        ),
        ActionFacts(
            id="redo",
            words=_("&Redo"),
            hint=_("Take the step again that was taken back"),
            icon="redo",
            shortcut="Ctrl+Y",
            more_shortcuts=("Ctrl+Shift+Z",),
        ),
        ActionFacts(
            id="add",
            words=_("&Add…"),
            hint=_("Add a card: a service, a supplier, an activity or whatever you rely on"),
            icon="add",
            shortcut="A",
            more_shortcuts=("Ins",),
            is_of_map=True,
        ),
        ActionFacts(
            id="needs",
            words=_("It ne&eds…"),
            hint=_("Say what the selected card needs: something new, or another card"),
            shortcut="N",
            is_of_map=True,
        ),
        ActionFacts(
            id="rename",
            words=_("Rena&me"),
            hint=_("Change the name of the selected card"),
            icon="edit",
            shortcut="F2",
            is_of_map=True,
        ),
        ActionFacts(
            id="delete",
            words=_("&Delete"),
            hint=_("Take away what is selected"),
            icon="delete",
            shortcut="Del",
            more_shortcuts=("Backspace",),
            is_of_map=True,
        ),
        ActionFacts(
            id="duplicate",
            words=_("Dup&licate"),
            hint=_("Add a second one that needs the same"),
            shortcut="Ctrl+D",
            is_of_map=True,
        ),
        ActionFacts(
            id="cut",
            words=_("Cu&t"),
            hint=_("Copy the selected cards and take them away"),
            shortcut=QKeySequence.StandardKey.Cut,
            is_of_map=True,
        ),
        ActionFacts(
            id="copy",
            words=_("&Copy"),
            hint=_("Copy the selected cards, for this map or another"),
            shortcut=QKeySequence.StandardKey.Copy,
            is_of_map=True,
        ),
        ActionFacts(
            id="paste",
            words=_("&Paste"),
            hint=_("Add the cards that were copied"),
            shortcut=QKeySequence.StandardKey.Paste,
            is_of_map=True,
        ),
        ActionFacts(
            id="select_all",
            words=_("&Select all"),
            hint=_("Select every card"),
            shortcut=QKeySequence.StandardKey.SelectAll,
            is_of_map=True,
        ),
        ActionFacts(
            id="group",
            words=_("Can stand in for each &other"),
            hint=_("Let the selected dependencies be alternatives: one of them is enough"),
            icon="group",
            shortcut="Ctrl+G",
            is_of_map=True,
        ),
        ActionFacts(
            id="ungroup",
            words=_("&Needed each for itself"),
            hint=_("Let alternatives no longer stand in for each other"),
            shortcut="Ctrl+Shift+G",
            is_of_map=True,
        ),
        ActionFacts(
            id="command",
            words=_("Run a command &by name…"),
            hint=_("Find any command by its name"),
            shortcut="Ctrl+K",
        ),
        ActionFacts(
            id="keep",
            words=_("&Keep in place"),
            hint=_("Let the selected cards stay where they are when the map is tidied"),
            icon="keep",
            shortcut="Ctrl+L",
            is_switch=True,
            is_of_map=True,
        ),
        ActionFacts(
            id="find",
            words=_("&Find…"),
            hint=_("Find a card by its name"),
            icon="find",
            shortcut=QKeySequence.StandardKey.Find,
        ),
        ActionFacts(
            id="tidy",
            words=_("T&idy the map"),
            hint=_("Lay out all cards anew: activities on top, what they need below"),
            icon="tidy",
            shortcut="Ctrl+T",
        ),
    )


EDIT_MENU = (
    *("undo", "redo", None, "add", "needs", "rename", "duplicate", "delete", None),
    *("cut", "copy", "paste", "select_all", None, "group", "ungroup", None),
    *("find", "command", "keep", "tidy"),
)
"""The ids of the Edit menu, None where a line divides it; so are the context menus."""

CARD_MENU = ("needs", "rename", "duplicate", "delete", None, "cut", "copy", None, "group", "keep")
LINK_MENU = ("group", "ungroup", None, "delete")
EMPTY_MENU = ("add", "paste", None, "select_all", "find", None, "tidy", "fit")


def fill(menu: QMenu | QToolBar, ids: Iterable[str | None], actions: Mapping[str, QAction]) -> None:
    """Add actions to a menu or a bar, and a line for each None."""
    for id in ids:
        if id is None:
            menu.addSeparator()
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
