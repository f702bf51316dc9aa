"""How fields look: flat, at least 28 pixels high, a dotted edge where nothing is known."""

from enum import StrEnum

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from smala_lockin.ui.theme import Theme, text_on

FIELD_HEIGHT = 28
_PROPERTY = "look"


class Look(StrEnum):
    """What the edge of a field says."""

    PLAIN = "plain"
    UNKNOWN = "unknown"
    WRONG = "wrong"


def put_on(widget: QWidget, look: Look) -> None:
    """Let a field look so; polishing again costs, so only where it changes."""
    if widget.property(_PROPERTY) != look.value:
        widget.setProperty(_PROPERTY, look.value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def wrong_colour(theme: Theme) -> QColor:
    """Return the colour of what is wrong; it stands out on cards by 4.5 to 1."""
    return QColor("#ff8ba4") if theme.is_dark else QColor("#a3123a")


POPUP_SHEET = """
QAbstractItemView::item { min-height: 26px; padding: 0 6px; }
QAbstractItemView::item:selected {
  background: palette(highlight); color: palette(highlighted-text);
}
"""
"""For lists that open beneath a field: rows that can be hit."""


def sheet(theme: Theme) -> str:
    """Return the style of forms; names of objects: `note`, `fault`, `title`, `heading`, `link`."""
    colours = {
        "ground": theme.card.name(),
        "field": theme.card.name(),
        "text": theme.text.name(),
        "faint": theme.faint_text.name(),
        "edge": theme.arrow.name(),
        "line": theme.edge.name(),
        "accent": theme.accent.name(),
        "hover": theme.canvas.name(),
        "wrong": wrong_colour(theme).name(),
        "selected": text_on(theme.accent).name(),
        "inner": FIELD_HEIGHT - 2 * 4,
    }
    return _SHEET % colours


_SHEET = """
QWidget { color: %(text)s; }
#form, QScrollArea { background: %(ground)s; border: none; }
QLineEdit, QPlainTextEdit, QComboBox {
  background: %(field)s; border: 1px solid %(edge)s; border-radius: 4px;
  padding: 3px 6px; min-height: %(inner)dpx; selection-background-color: %(accent)s;
  selection-color: %(selected)s;
}
QPlainTextEdit { padding: 1px 2px; min-height: 0; }
QLineEdit[look="unknown"], QPlainTextEdit[look="unknown"], QComboBox[look="unknown"] {
  border-style: dotted;
}
QLineEdit[look="wrong"], QPlainTextEdit[look="wrong"], QComboBox[look="wrong"] {
  border: 2px solid %(wrong)s; padding: 2px 5px;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {
  border: 2px solid %(accent)s; padding: 2px 5px;
}
QPlainTextEdit:focus { padding: 0 1px; }
QComboBox { padding-left: 8px; combobox-popup: 0; }
QComboBox:focus { padding-left: 7px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView, QListView {
  background: %(field)s; color: %(text)s; selection-background-color: %(accent)s;
  selection-color: %(selected)s;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }
QComboBox QAbstractItemView::item:selected { background: %(accent)s; color: %(selected)s; }
QLabel#note, QLabel#faint { color: %(faint)s; }
QLabel#fault { color: %(wrong)s; }
QToolButton#heading {
  border: none; border-top: 1px solid %(line)s; padding: 6px 2px; min-height: 20px;
  font-weight: 600; text-align: left; background: transparent;
}
QToolButton#heading:hover { background: %(hover)s; }
QToolButton#heading:focus { border: 2px solid %(accent)s; padding: 5px 0; }
QPushButton#link {
  border: none; border-radius: 4px; padding: 3px 6px; min-height: 22px; text-align: left;
  background: transparent; color: %(accent)s;
}
QPushButton#link:hover, QToolButton#edit:hover { background: %(hover)s; }
QPushButton#link:focus, QToolButton#edit:focus { border: 2px solid %(accent)s; padding: 1px 4px; }
QToolButton#edit { border: none; border-radius: 4px; min-width: 28px; min-height: 28px; }
QPushButton#plain {
  border: 1px solid %(edge)s; border-radius: 4px; padding: 4px 12px; min-height: 20px;
  background: %(field)s;
}
QPushButton#plain:disabled { color: %(faint)s; border-color: %(line)s; }
QPushButton#plain:hover { background: %(hover)s; }
QPushButton#plain:focus { border: 2px solid %(accent)s; padding: 3px 11px; }
"""
