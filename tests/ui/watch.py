"""How long a window was held up: gaps in its event loop, without what neighbours took."""

from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, QTimer

_TASKS = Path("/proc/self/task")


class Watch(QObject):
    """Ticks every 5 ms, and keeps for how long it was `held` between ticks, in ms.

    Of a gap does not count what the system gave to other processes while threads of ours waited
    for a processor, where it tells; what this thread itself worked always counts. That alone is
    kept as `worked`: no neighbour adds to it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.held: list[float] = []
        self.worked: list[float] = []
        self._before = _now()
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> None:
        """Look how long it has been."""
        (start, worked, before), self._before = self._before, _now()
        end, working, after = self._before
        waited = sum(after[one] - before.get(one, 0.0) for one in after)
        self.worked.append(1000 * (working - worked))
        self.held.append(1000 * max(working - worked, end - start - waited))

    def close(self) -> None:
        """Look once more, and stop."""
        self.tick()
        self._timer.stop()


def longest(
    what: str, run: Callable[[], object], *, wanted_ms: float, tries: int = 4
) -> tuple[float, float]:
    """Return how long in one go the window's thread works, and how long it is held up, in ms.

    What shares processor and caches makes all work longer at times, so that the quickest of a
    few runs counts; one that is quick enough is enough.
    """
    worked = held = inf
    for _try in range(tries):
        watch = Watch()
        run()
        watch.close()
        worked, held = min(worked, max(watch.worked)), min(held, max(watch.held))
        if held < wanted_ms:
            break
    print(f"\n{what}: the window worked {worked:.0f} ms, was held up {held:.0f} ms at most")
    return worked, held


def _now() -> tuple[float, float, dict[str, float]]:
    """Return the time, what this thread worked, and what each thread waited for a processor."""
    return perf_counter(), thread_time(), {one.parent.name: _waited(one) for one in _threads()}


def _threads() -> Iterator[Path]:
    return _TASKS.glob("*/schedstat")


def _waited(file: Path) -> float:
    try:
        return int(file.read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0  # that thread has just ended
