"""Python's garbage collector, left at rest while many values are made that form no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_FROM_THE_START = gc.get_freeze_count()
"""Python 3.12 itself puts some aside."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Do without the collector for a while, if it is at work.

    Going through all values again and again takes a sixth of the time of a report on a large map.
    What was made counts as old at once: as new it would all be gone through right afterwards.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            if gc.get_freeze_count() <= _FROM_THE_START:  # what others put aside stays there
                gc.freeze()
                gc.unfreeze()
            gc.enable()
