"""Long work in a child process, with progress and a way to stop it."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from smala_lockin import i18n
from smala_lockin.app import child, log
from smala_lockin.app.background import Background
from smala_lockin.app.child import Mishap, Told
from smala_lockin.domain.errors import LockinError
from smala_lockin.formats import guarded
from smala_lockin.i18n import _

SECONDS = 600.0
MEMORY_BYTES = 4 << 30


class Jobs(QObject):
    """Does one job after the other, each in a process of its own, in the language in force.

    A job is a module-level function that takes a `guarded.Tell` and values. It is pickled, as
    are its values and its result; its module imports no Qt.
    """

    working = Signal(bool)
    """Whether a job is under way."""

    told = Signal(int, int)
    """How many of how many steps are done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._stop = threading.Event()

    def run(
        self,
        job: Callable[..., Any],
        *values: object,
        done: Callable[[Any], None],
        failed: Callable[[LockinError], None],
        stopped: Callable[[], None] = lambda: None,
        tidy: Callable[[], None] = lambda: None,
    ) -> None:
        """Do a job, then call one of the three.

        `tidy` takes away what the job may have left behind where nothing came of it: a process
        that is killed tidies nothing up. It is called in the other thread, also after `close`.
        """
        self._stop = stop = threading.Event()
        self.destroyed.connect(stop.set)  # no child outlives who wanted it
        self.working.emit(True)
        self._background.run(
            lambda: self._tidied(self._in_child(stop, job, values), tidy),
            lambda answer: self._hand_over(answer, done, failed, stopped),
            lambda _error: self.working.emit(False),
        )

    def stop(self) -> None:
        """End the job under way; nothing comes of it."""
        self._stop.set()

    def close(self) -> None:
        """End the job under way and take no other."""
        self.stop()
        self._background.close()

    def _tidied(self, answer: object, tidy: Callable[[], None]) -> object:
        """Still in the other thread: the child has ended."""
        if not isinstance(answer, tuple):
            tidy()
        return answer

    def _in_child(
        self, stop: threading.Event, job: Callable[..., Any], values: tuple[object, ...]
    ) -> object:
        """Still in the other thread: signals are queued."""
        try:
            return guarded.run_watched(
                child.answer,
                i18n.current(),
                job,
                values,
                seconds=SECONDS,
                memory_bytes=MEMORY_BYTES,
                tell=self.told.emit,
                is_unwanted=stop.is_set,
            )
        except guarded.ChildStopped:
            return None
        except guarded.ChildDied:
            return Mishap("the child process ended without an answer")
        except guarded.ChildTooSlow:
            return Told(_("This took too long and was ended. Nothing was changed."))

    def _hand_over(
        self,
        answer: object,
        done: Callable[[Any], None],
        failed: Callable[[LockinError], None],
        stopped: Callable[[], None],
    ) -> None:
        self.working.emit(False)
        match answer:
            case None:
                stopped()
            case Told():
                failed(answer)
            case Mishap():
                log.note("in a child process: %s", answer)
                failed(Told(_("Something unexpected ended this work. Nothing was changed.")))
            case (result,):
                done(result)
