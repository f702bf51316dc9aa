"""The commands of the Edit menu: their words, icons and shortcuts, and the menus they are in."""

from PySide6.QtGui import QKeySequence

from smala_lockin.i18n import _
from smala_lockin.ui.action_facts import ActionFacts


def edits() -> tuple[ActionFacts, ...]:
    """Return what changes the map, and what goes with it."""
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


def arrangements() -> tuple[ActionFacts, ...]:
    """Return what puts the selected cards in line."""
    return (
        ActionFacts(
            id="align_left",
            words=_("Align &left"),
            hint=_("Put the selected cards under each other, where the leftmost one is"),
            icon="align_left",
            shortcut="Ctrl+Shift+Left",
            is_of_map=True,
        ),
        ActionFacts(
            id="align_centre",
            words=_("Align in the &centre"),
            hint=_("Put the selected cards under each other, in the middle of where they are"),
            icon="align_centre",
            is_of_map=True,
        ),
        ActionFacts(
            id="align_right",
            words=_("Align &right"),
            hint=_("Put the selected cards under each other, where the rightmost one is"),
            icon="align_right",
            shortcut="Ctrl+Shift+Right",
            is_of_map=True,
        ),
        ActionFacts(
            id="align_top",
            words=_("Align at the &top"),
            hint=_("Put the selected cards side by side, where the highest one is"),
            icon="align_top",
            shortcut="Ctrl+Shift+Up",
            is_of_map=True,
        ),
        ActionFacts(
            id="align_middle",
            words=_("Align in the &middle"),
            hint=_(
                "Put the selected cards side by side, midway between the highest and the lowest"
            ),
            icon="align_middle",
            is_of_map=True,
        ),
        ActionFacts(
            id="align_bottom",
            words=_("Align at the &bottom"),
            hint=_("Put the selected cards side by side, where the lowest one is"),
            icon="align_bottom",
            shortcut="Ctrl+Shift+Down",
            is_of_map=True,
        ),
        ActionFacts(
            id="distribute_across",
            words=_("Distribute &across"),
            hint=_("Leave the same room between three or more cards, from left to right"),
            icon="distribute_across",
            shortcut="Ctrl+Shift+H",
            is_of_map=True,
        ),
        ActionFacts(
            id="distribute_down",
            words=_("Distribute &down"),
            hint=_("Leave the same room between three or more cards, from top to bottom"),
            icon="distribute_down",
            shortcut="Ctrl+Shift+V",
            is_of_map=True,
        ),
    )


ARRANGE_MENU = (
    *("align_left", "align_centre", "align_right", None),
    *("align_top", "align_middle", "align_bottom", None),
    *("distribute_across", "distribute_down"),
)

ARRANGE = "arrange"
"""Stands for the menu of the arrangements inside another menu."""

EDIT_MENU = (
    *("undo", "redo", None, "add", "needs", "rename", "duplicate", "delete", None),
    *("cut", "copy", "paste", "select_all", None, "group", "ungroup", None),
    *("find", "command", None, "keep", ARRANGE, "tidy"),
)
"""The ids of the Edit menu, None where a line divides it; so are the context menus."""

CARD_MENU = ("needs", "rename", "duplicate", "delete", None, "cut", "copy", None, "group", "keep")
CARDS_MENU = (*CARD_MENU, ARRANGE)
"""Of several cards."""
LINK_MENU = ("group", "ungroup", None, "delete")
EMPTY_MENU = ("add", "paste", None, "select_all", "find", None, "tidy", "fit")


def arrange_words() -> str:
    """Return what the menu of the arrangements is called."""
    return _("Arran&ge")
