"""What was changed in the user's catalogue since the program began, to be undone and redone."""

from smala_lockin.app import own_catalogue
from smala_lockin.domain.errors import LockinError
from smala_lockin.i18n import _
from smala_lockin.knowledge.overlay import Overlay


class ChangedMeanwhile(LockinError):
    """Somebody else has changed the user's catalogue: a step back would lose that."""

    def sentence(self) -> str:
        """Return what to tell the user."""
        return _("Your catalogue was changed elsewhere meanwhile, so this cannot be undone.")


class Steps:
    """Keeps each change at once and remembers what was there before.

    One serves all windows of the program, for there is one catalogue; it outlives the dialog.
    """

    def __init__(self) -> None:
        self._done: list[tuple[Overlay, Overlay]] = []
        self._undone: list[tuple[Overlay, Overlay]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._undone)

    def keep(self, own: Overlay) -> None:
        """Save this, checked, in force at once. Raises `InvalidOverlay`, `FileTrouble`."""
        before = own_catalogue.fresh()
        if own == before:
            return
        own_catalogue.save(own)
        self._done.append((before, own))
        self._undone.clear()

    def undo(self) -> None:
        """Let hold again what held before the last change.

        Raises `InvalidOverlay`, `FileTrouble`; then nothing changes. Raises `ChangedMeanwhile`
        and forgets all steps, none of which can be gone back to any more.
        """
        before, after = self._done[-1]
        self._swap(after, before)
        self._undone.append(self._done.pop())

    def redo(self) -> None:
        """Make the change again that was undone last; raises as `undo`."""
        before, after = self._undone[-1]
        self._swap(before, after)
        self._done.append(self._undone.pop())

    def _swap(self, expected: Overlay, wanted: Overlay) -> None:
        if own_catalogue.fresh() != expected:
            self._done.clear()
            self._undone.clear()
            raise ChangedMeanwhile
        own_catalogue.save(wanted)
