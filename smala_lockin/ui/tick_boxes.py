"""Boxes to tick that can be seen in the dark."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QHeaderView, QWidget

from smala_lockin.ui.following import Following
from smala_lockin.ui.theme import Theme

_LIGHTER = 150


def outline_boxes(window: QWidget) -> None:
    """Outline the boxes that stand in a window now."""
    for box in window.findChildren(QCheckBox):
        outline(box)


def outline(widget: QWidget) -> None:
    """Outline a box, or those on the lines of a list.

    Qt's own style derives their edge from the colour of windows, a little darker: on a dark
    ground nobody sees it.
    """
    Following(widget, lambda theme: _tint(widget, theme))


def _tint(widget: QWidget, theme: Theme) -> None:
    colours = QPalette()
    if theme.is_dark:
        colours.setColor(QPalette.ColorRole.Window, theme.arrow.lighter(_LIGHTER))
    widget.setPalette(colours)
    for header in widget.findChildren(QHeaderView):  # what they leave free is of this colour too
        header.setPalette(QApplication.palette(header))
