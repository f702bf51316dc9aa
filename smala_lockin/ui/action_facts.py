"""What a command of the window is, before there is a window."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

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
