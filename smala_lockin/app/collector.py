"""Python's garbage collector, kept from stopping the window.

A full round over the values of a large map takes a tenth of a second and holds up every thread.
They form no cycles and need no such round: they go when nobody refers to them any more.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 5_000
"""So many new objects are values of a large map."""

_guard = threading.Lock()
_at_work: set[object] = set()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Do without the collector for the time of some work, then spare it the many values made."""
    mine = object()
    with _guard:
        _at_work.add(mine)
        gc.disable()
    try:
        yield
    finally:
        with _guard:
            _at_work.discard(mine)
            if not _at_work:
                if gc.get_count()[0] > MANY:
                    gc.freeze()
                gc.enable()


def sweep() -> None:
    """Look at everything once: for a moment in which nobody waits, as after a window closed."""
    gc.unfreeze()
    gc.collect()
