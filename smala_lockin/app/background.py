"""Work off the window's thread."""

import contextvars
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from smala_lockin.app import collector
from smala_lockin.domain.errors import LockinError

T = TypeVar("T")

SWITCH_S = 0.001
"""How long work here may keep the window's thread waiting, each time it wants to go on.

Qt calls Python for each row and card it paints: at Python's usual 5 ms a list of 20 rows would
take a tenth of a second.
"""


class Background(QObject):
    """A thread of its own that does one piece of work at a time, in the language in force.

    Work gets values and touches no QObject. What it returns is handed over in the thread of this
    object. An error goes to `failed`; one nobody expects is then raised there as the bug it is.
    """

    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_S)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="background")
        self._is_closed = False
        self._finished.connect(self._hand_over)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do the work as soon as earlier work is through, then call one of the two.

        After `close` nothing is done.
        """
        if self._is_closed:
            return
        context = contextvars.copy_context()  # a thread starts without a language
        future = self._thread.submit(context.run, _quietly, work)
        future.add_done_callback(lambda over: self._report(over, done, failed))

    def close(self) -> None:
        """Forget what has not begun, and hand nothing over any more.

        What has begun is finished, before the process ends at the latest; nobody waits for it.
        """
        self._is_closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _report(self, future: Future[Any], done: object, failed: object) -> None:
        """Still in the other thread: only queue, for a receiver that is there."""
        if not self._is_closed:
            with suppress(RuntimeError):  # gone in this very moment
                self._finished.emit(future, done, failed)

    def _hand_over(
        self,
        future: Future[Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        if self._is_closed:
            return
        error = future.exception()
        if error is None:
            done(future.result())
            return
        if failed is not None and isinstance(error, Exception):
            failed(error)
        if failed is None or not isinstance(error, LockinError):
            raise error


def _quietly(work: Callable[[], T]) -> T:
    with collector.undisturbed():
        return work()
