"""Recovery copies: what was not saved survives a crash.

A copy is one file in the user's folder: a line of JSON that says whose map it is, then the map as
a map file holds it. Beside it stands a lock that the program holds while the map is open, so that
a copy whose lock is free belongs to nobody that still runs.
"""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, QTimer

from smala_lockin import paths
from smala_lockin.app.document import Document
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.formats.atomic import write_whole
from smala_lockin.formats.errors import FileTrouble

DELAY_MS = 4000
"""How long after an edit its copy is begun: with the writing, less than five seconds."""

SUFFIX = ".recovery"


class Recovery(QObject):
    """Keeps a copy of a document while it differs from its file."""

    def __init__(
        self,
        document: Document,
        *,
        copy: "Copy | None" = None,
        delay_ms: int = DELAY_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._copy = copy or Copy.new()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="recovery")
        self._timer = QTimer(self, interval=delay_ms, singleShot=True)
        self._timer.timeout.connect(self.write)
        # Not `changed`: the history tells what is saved only once the step is through.
        document.history.indexChanged.connect(self._wait)

    @property
    def file(self) -> Path:
        """Where the copy is, or would be."""
        return self._copy.file

    def write(self) -> None:
        """Write a copy of the map as it is now, in the background."""
        landscape, path = self._document.landscape, self._document.path
        number = self._copy.begin()
        with suppress(RuntimeError):  # closed
            self._thread.submit(self._copy.write, number, landscape, path)

    def forget(self) -> None:
        """Take the copy away: the map is in its file, or is not wanted."""
        self._timer.stop()
        self._copy.remove()

    def close(self) -> None:
        """Take the copy away for good."""
        self._timer.stop()
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._copy.discard()

    def _wait(self) -> None:
        """The first edit since the last copy starts the clock; later ones do not put it off."""
        if self._document.is_saved:
            self.forget()  # undone to what the file holds
        elif not self._timer.isActive():
            self._timer.start()


class Copy:
    """One recovery file with its lock. May be used from several threads."""

    def __init__(self, file: Path, lock: QLockFile | None) -> None:
        self.file = file
        self._lock = lock
        self._guard = threading.Lock()
        self._newest = 0

    @classmethod
    def new(cls) -> "Copy":
        """Return one that nobody has; locked once there is something to write."""
        return cls(_folder() / f"{uuid4().hex}{SUFFIX}", None)

    def begin(self) -> int:
        """Return the number of a new writing; earlier ones are dropped."""
        self._newest += 1
        return self._newest

    def write(self, number: int, landscape: Landscape, path: Path | None) -> None:
        """Write a map, unless it was removed since. A folder that cannot be written is no reason
        to stop."""
        facts = {
            "path": str(path.resolve()) if path is not None else None,
            "company": landscape.company.name,
            "on": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        head = json.dumps(facts).encode() + b"\n"
        content = project.encode(landscape)
        with self._guard, suppress(OSError, FileTrouble):
            if number == self._newest:
                self._own()
                write_whole(self.file, lambda stream: stream.write(head + content))

    def remove(self) -> None:
        """Take the file away, and whatever is on its way to it."""
        self._newest += 1
        with self._guard, suppress(OSError):
            self.file.unlink(missing_ok=True)

    def discard(self) -> None:
        """Take the file away for good."""
        self.remove()
        self.release()

    def release(self) -> None:
        """Let go of the lock."""
        with self._guard:
            if self._lock is not None:
                self._lock.unlock()
                self._lock = None

    def _own(self) -> None:
        if self._lock is None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._lock = _lock_of(self.file)
            self._lock.tryLock(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A copy whose program is gone. `path` is the file of its map, None if it was never saved."""

    copy: Copy
    path: Path | None
    company: str
    on: datetime

    @property
    def is_older_than_file(self) -> bool:
        """Whether the map's file was written after this copy."""
        try:
            return self.path is not None and self.path.stat().st_mtime > self.on.timestamp() + 1
        except OSError:
            return False

    def landscape(self) -> Landscape:
        """Return the map; raises the errors of `formats.project.load`."""
        try:
            content = self.copy.file.read_bytes()
        except OSError as error:
            raise FileTrouble(self.copy.file, error) from error
        return project.decode(content.partition(b"\n")[2], self.copy.file.name)

    def document(self, parent: QObject | None = None) -> Document:
        """Return the map as a document with unsaved changes."""
        found = Document(self.landscape(), self.path, parent)
        found.history.resetClean()
        return found


def orphans() -> list[Orphan]:
    """Return the copies left by programs that died, newest first; they are ours from now on.

    What another running program has, or has been offered, is left to it.
    """
    return sorted(_orphans(), key=lambda one: one.on, reverse=True)


def _orphans() -> Iterator[Orphan]:
    with suppress(OSError):
        for file in sorted(_folder().glob(f"*{SUFFIX}")):
            lock = _lock_of(file)
            if not lock.tryLock(0):
                continue
            try:
                with file.open("rb") as stream:
                    facts = json.loads(stream.readline(100_000))
                path = Path(facts["path"]) if facts["path"] else None
                company = str(facts["company"])
                on = datetime.fromisoformat(facts["on"])
            except (OSError, ValueError, KeyError, TypeError):
                lock.unlock()  # gone meanwhile, or nothing of ours
                continue
            yield Orphan(copy=Copy(file, lock), path=path, company=company, on=on)


def _lock_of(file: Path) -> QLockFile:
    lock = QLockFile(str(file.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # however old: a lock is free once its process is gone
    return lock


def _folder() -> Path:
    return paths.user_folder() / "recovery"
