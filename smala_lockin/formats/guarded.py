"""Work that may die or hang runs in a child process, with a limit on time and memory."""

import contextlib
import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


class ChildDied(Exception):
    """The child process ended without a result; that is how foreign code aborts."""


class ChildTooSlow(Exception):
    """The child process was still at work when its time was up, and was ended."""


def run(work: Callable[..., T], *args: object, seconds: float, memory_bytes: int) -> T:
    """Return what a module-level function makes of its arguments, in a process of its own.

    Function, arguments and result are pickled. The memory limit holds where the system knows
    one (not on Windows). Raises `ChildDied` or `ChildTooSlow`; an exception in the child counts
    as its death, so expected ones are results.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(sender, memory_bytes, work, args), daemon=True)
    try:
        child.start()
        sender.close()
        if not receiver.poll(seconds):
            raise ChildTooSlow
        result: T = receiver.recv()
    except EOFError:
        raise ChildDied from None
    finally:
        sender.close()
        receiver.close()
        if child.pid is not None:
            child.kill()
            child.join()
        child.close()
    return result


def _work(
    sender: Connection, memory_bytes: int, work: Callable[..., object], args: tuple[object, ...]
) -> None:
    _hush()
    _limit(memory_bytes)
    sender.send(work(*args))
    sender.close()


def _hush() -> None:
    """What a dying library prints is not for the user."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _limit(memory_bytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
