"""The file of an open map: opening, saving, and what stands on the disk meanwhile."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from smala_lockin import paths
from smala_lockin.app.background import Background
from smala_lockin.app.document import Document
from smala_lockin.app.recovery import Recovery
from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project

MAP_SUFFIX = project.SUFFIX

_EXAMPLES = ("cabinet", "menuiserie", "tolerie")


def example() -> Path:
    """Return the map of the example company."""
    return paths.resource(paths.EXAMPLE)


def examples() -> tuple[Path, ...]:
    """Return the maps of all example companies, the smallest company first."""
    return tuple(paths.resource(f"examples/{name}.smala") for name in _EXAMPLES)


def is_example(path: Path) -> bool:
    """Tell whether a file is one of the shipped examples."""
    return path.resolve().parent == paths.resource("examples").resolve()


def open_document(path: Path, parent: QObject | None = None) -> Document:
    """Return the map of a file; raises the errors of `formats.project.load`.

    An example opens without a path: what is shipped is never written over.
    """
    return document_of(project.load(path), path, parent)


def document_of(landscape: Landscape, path: Path, parent: QObject | None = None) -> Document:
    """Return the document of a map that was read from a file."""
    return Document(landscape, None if is_example(path) else path, parent)


def backup_of(path: Path) -> Path | None:
    """Return where the version before the last saving is, if it is still there."""
    found = path.with_name(f"{path.name}.bak")
    return found if found.is_file() else None


def open_backup(backup: Path, parent: QObject | None = None) -> Document:
    """Return the map of a version before; saving asks for a name, so that nothing is lost.

    Raises the errors of `formats.project.load`.
    """
    return Document(project.load(backup), None, parent)


def with_suffix(path: Path) -> Path:
    """Return the path, with the ending of a map if it lacks it."""
    return path if path.suffix.lower() == MAP_SUFFIX else path.with_name(path.name + MAP_SUFFIX)


class MapFile(QObject):
    """Keeps a document's file: saves in the background, and keeps a recovery copy until then.

    It lives as long as the document is open, whatever windows show it.
    """

    saved = Signal()
    """The map, as it was when saving began, is in its file."""

    failed = Signal(object)
    """Carries the `LockinError` because of which nothing was saved."""

    def __init__(
        self,
        document: Document,
        *,
        recovery: Recovery | None = None,
        mark: "Mark | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.recovery = recovery or Recovery(document, parent=self)
        self._background = Background(self)
        self._mark = mark or (mark_of(document.path) if document.path else None)
        self.is_saving = False

    def is_overtaken(self) -> bool:
        """Tell whether somebody else has changed the file since it was opened or saved here."""
        path = self.document.path
        if path is None or self._mark is None:
            return False
        now = mark_of(path, self._mark)
        return now is not None and now.digest != self._mark.digest

    def save(self, path: Path) -> None:
        """Write the map as it is now to a file, which becomes the document's."""
        landscape = self.document.landscape
        self.is_saving = True
        self._background.run(
            lambda: _written(landscape, path),
            lambda mark: self._note_saved(landscape, path, mark),
            self._note_failed,
        )

    def close(self) -> None:
        """Let go of the file; what was not saved is given up, with its recovery copy."""
        self._background.close()
        self.recovery.close()

    def _note_saved(self, landscape: Landscape, path: Path, mark: "Mark | None") -> None:
        self.is_saving = False
        self._mark = mark
        self.document.path = path
        if self.document.landscape is landscape:
            self.document.mark_saved(path)
            self.recovery.forget()
        else:  # an edit was made meanwhile: no state of the history is that of the file
            self.document.history.resetClean()
        self.saved.emit()

    def _note_failed(self, error: Exception) -> None:
        self.is_saving = False
        if isinstance(error, LockinError):
            self.failed.emit(error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """By what a file is known again: `stamp` is cheap to look at, `digest` is sure."""

    stamp: tuple[int, int]
    digest: bytes


def mark_of(path: Path, known: Mark | None = None) -> Mark | None:
    """Return the mark of a file, None where it is not there; read only if its stamp is new."""
    try:
        found = path.stat()
        stamp = (found.st_mtime_ns, found.st_size)
        if known is not None and known.stamp == stamp:
            return known
        return Mark(stamp=stamp, digest=hashlib.blake2b(path.read_bytes()).digest())
    except OSError:
        return None


def _written(landscape: Landscape, path: Path) -> Mark | None:
    project.save(landscape, path)
    return mark_of(path)
