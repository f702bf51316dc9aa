"""Every command of the window, once: its words, icon and shortcut, for menus and tool bar."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from smala_lockin.i18n import _
from smala_lockin.ui import icons

Shortcut = QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFacts:
    """What an action is: `id` in code, `words` on screen, `hint` in one sentence."""

    id: str
    words: str
    hint: str
    icon: str | None = None
    shortcut: Shortcut = None
    more_shortcuts: tuple[str, ...] = ()
    is_switch: bool = False


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
            id="company",
            words=_("&Company…"),
            hint=_("Name, country, currency and language of the company"),
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
            words=_("&Fit the map"),
            hint=_("Show the whole map"),
            icon="fit",
            shortcut="Ctrl+0",
        ),
        ActionFacts(
            id="legend",
            words=_("&Legend"),
            hint=_("Show what lines and rings mean"),
            is_switch=True,
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
