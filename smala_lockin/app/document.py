"""The document: the landscape a window shows, with the history of its edits."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from smala_lockin.app import collector
from smala_lockin.domain.change import diff
from smala_lockin.domain.edits import Edit
from smala_lockin.domain.landscape import Landscape


class Document(QObject):
    """One map that is open. Whoever shows it listens to `changed` and keeps no copy.

    `path` is None for a map that was never saved: a new one, or an example.
    """

    changed = Signal(object)
    """Carries the `Change` that an edit, an undo or a redo has just made."""

    def __init__(
        self, landscape: Landscape, path: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._landscape = landscape
        self.path = path
        self.history = history = QUndoStack(self)
        # A stack that goes tells that it is empty; nobody may ask the document then.
        self.destroyed.connect(lambda: history.blockSignals(True))

    @property
    def landscape(self) -> Landscape:
        """The map as it is now."""
        return self._landscape

    @property
    def is_saved(self) -> bool:
        """Whether nothing differs from the file."""
        return self.history.isClean()

    def edit(self, label: str, edit: Edit, *, gesture: str = "") -> None:
        """Replace the landscape by what `edit` makes of it, as one undoable step.

        `label` names the step in the user's language ("Move 3 cards"). Steps in a row that name
        the same gesture become one; give every drag a name of its own. What changes nothing is no
        step. Errors of `edit` pass through, and nothing has changed then.
        """
        before, after = self._landscape, edit(self._landscape)
        if after != before:
            self.history.push(_Step(label, self._replace, before, after, gesture))

    def mark_saved(self, path: Path) -> None:
        """Remember that the map as it is now stands in this file."""
        self.path = path
        self.history.setClean()

    def _replace(self, landscape: Landscape) -> None:
        with collector.undisturbed():  # an import, or its undo, makes values by the ten thousand
            change = diff(self._landscape, landscape)
            self._landscape = landscape
            if change:
                self.changed.emit(change)


class _Step(QUndoCommand):
    """From one landscape to another; the only undo command of the program."""

    def __init__(
        self,
        label: str,
        replace: Callable[[Landscape], None],
        before: Landscape,
        after: Landscape,
        gesture: str,
    ) -> None:
        super().__init__(label)
        self._replace, self._before, self._after = replace, before, after
        self._gesture = gesture

    def redo(self) -> None:
        self._replace(self._after)

    def undo(self) -> None:
        self._replace(self._before)

    def id(self) -> int:
        return 1 if self._gesture else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        if not isinstance(other, _Step) or other._gesture != self._gesture:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True
