"""Work that may die or hang runs in a child process, with a limit on time and memory."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from smala_lockin.formats.uncollected import uncollected

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

Tell = Callable[[int, int], None]
"""Says how many of how many steps are done."""

_GLANCE_S = 0.05
"""How long a wish to stop may wait."""


_GRACE_S = 1.0
"""How long a child may take to tidy up after itself before it is killed."""


class ChildDied(Exception):
    """The child process ended without a result; that is how foreign code aborts."""


class ChildTooSlow(Exception):
    """The child process was still at work when its time was up, and was ended."""


class ChildStopped(Exception):
    """Nobody wants the result any more, and the child process was ended."""


def run(work: Callable[..., T], *args: object, seconds: float, memory_bytes: int) -> T:
    """Return what a module-level function makes of its arguments, in a process of its own.

    Function, arguments and result are pickled. The memory limit holds where the system knows
    one (not on Windows). Raises `ChildDied` or `ChildTooSlow`; an exception in the child counts
    as its death, so expected ones are results.
    """
    return _run(_answer, (work, args), seconds, memory_bytes, _ignore, _never, daemon=True)


def run_watched(
    work: Callable[..., T],
    *args: object,
    seconds: float,
    memory_bytes: int,
    tell: Tell,
    is_unwanted: Callable[[], bool],
) -> T:
    """Do as `run` does, for work that takes a `Tell` first and may start children of its own.

    What the work tells reaches `tell` here; once `is_unwanted()` says so the child is ended and
    `ChildStopped` raised.
    """
    return _run(_answer_telling, (work, args), seconds, memory_bytes, tell, is_unwanted)


def _run(
    answer: Callable[..., None],
    task: tuple[Callable[..., T], tuple[object, ...]],
    seconds: float,
    memory_bytes: int,
    tell: Tell,
    is_unwanted: Callable[[], bool],
    *,
    daemon: bool = False,
) -> T:
    import multiprocessing  # takes a while, and a window can do without until then

    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(
        target=_work, args=(sender, seconds, memory_bytes, answer, *task), daemon=daemon
    )
    try:
        child.start()
        sender.close()
        result: T = _awaited(receiver, monotonic() + seconds, tell, is_unwanted)
    except EOFError:
        raise ChildDied from None
    finally:
        sender.close()
        receiver.close()
        if child.pid is not None:
            child.terminate()  # a child that writes a file takes back what is half written
            child.join(_GRACE_S)
            child.kill()
            child.join()
        child.close()
    return result


def _awaited(
    receiver: "Connection", deadline: float, tell: Tell, is_unwanted: Callable[[], bool]
) -> Any:
    while True:
        left = deadline - monotonic()
        if is_unwanted():
            raise ChildStopped
        if left <= 0:
            raise ChildTooSlow
        if receiver.poll(min(left, _GLANCE_S)):
            with uncollected():
                is_result, content = receiver.recv()
            if is_result:
                return content
            tell(*content)


def _work(
    sender: "Connection",
    seconds: float,
    memory_bytes: int,
    answer: Callable[..., None],
    work: Callable[..., object],
    args: tuple[object, ...],
) -> None:
    signal.signal(signal.SIGTERM, _leave)
    _hush()
    _limit(seconds, memory_bytes)
    answer(sender, work, args)
    sender.close()


def _answer(sender: "Connection", work: Callable[..., object], args: tuple[object, ...]) -> None:
    sender.send((True, work(*args)))


def _answer_telling(
    sender: "Connection", work: Callable[..., object], args: tuple[object, ...]
) -> None:
    def tell(done: int, of: int) -> None:
        sender.send((False, (done, of)))

    sender.send((True, work(tell, *args)))


def _ignore(_done: int, _of: int) -> None: ...


def _never() -> bool:
    return False


def _leave(_signal: int, _frame: object) -> NoReturn:
    """End by an exception, so that what stands in `finally` is done. Windows just ends it."""
    sys.exit(1)


def _hush() -> None:
    """What a dying library prints is not for the user."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _limit(seconds: float, memory_bytes: int) -> None:
    """The limit on the processor's time ends a child whose parent was killed itself."""
    if sys.platform == "win32":
        return
    import resource

    cpu_s = int(seconds) + 5
    for kind, limit in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_s),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))
