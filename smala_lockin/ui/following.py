"""Colours that follow those of the system while a dialog is open."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from smala_lockin.ui.theme import Theme, of_palette

_CHANGES = frozenset({QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange})


class Following(QObject):
    """Shows a widget in the theme of now, and in another as soon as the system's colours change.

    What is drawn by a style sheet or as rich text keeps its colours until it is told others.
    """

    def __init__(self, widget: QWidget, show: Callable[[Theme], None]) -> None:
        super().__init__(widget)
        self._show, self._theme = show, of_palette(QApplication.palette())
        widget.installEventFilter(self)
        show(self._theme)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _CHANGES:
            theme = of_palette(QApplication.palette())
            if theme is not self._theme:
                self._theme = theme
                self._show(theme)
        return False
