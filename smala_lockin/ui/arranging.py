"""The commands that put the selected cards in line, each as one step."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from smala_lockin.app import drawing
from smala_lockin.app.document import Document
from smala_lockin.app.selection import Selection
from smala_lockin.layout.arranging import Arrangement, arranged
from smala_lockin.ui.canvas.board import Board


class ArrangeCommands(QObject):
    """Arranges the selected cards of a window, where enough of them are selected."""

    def __init__(self, document: Document, selection: Selection, board: Board) -> None:
        super().__init__(board)
        self._document, self._selection, self._board = document, selection, board
        self._actions: Mapping[str, QAction] = {}
        document.changed.connect(lambda _change: self._enable())
        selection.changed.connect(self._enable)

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each of the actions does, by its id."""
        return {one.value: partial(self._arrange, one) for one in Arrangement}

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Enable these actions where they make sense."""
        self._actions = actions
        self._enable()

    def _arrange(self, arrangement: Arrangement, _is_on: bool = False) -> None:
        shown = dict(self._board.scene.places)
        chosen = {key: shown[key] for key in self._selection.assets if key in shown}
        places = arranged(chosen, arrangement)
        if places == chosen:
            return
        self._board.scene.glide_next()
        self._document.edit(
            self._actions[arrangement.value].text().replace("&", ""),
            lambda it: drawing.moved(drawing.pinned(it, shown), places),
        )

    def _enable(self) -> None:
        count = len(self._selection.assets & self._document.landscape.assets.keys())
        for one in Arrangement:
            if one.value in self._actions:
                self._actions[one.value].setEnabled(count >= one.fewest)
