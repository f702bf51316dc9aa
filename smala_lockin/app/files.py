"""Maps from files, for a window to show."""

from pathlib import Path

from PySide6.QtCore import QObject

from smala_lockin import paths
from smala_lockin.app.document import Document
from smala_lockin.formats import project

MAP_SUFFIX = project.SUFFIX


def example() -> Path:
    """Return the map of the example company."""
    return paths.resource("examples/menuiserie.smala")


def open_document(path: Path, parent: QObject | None = None) -> Document:
    """Return the map of a file; raises the errors of `formats.project.load`.

    An example opens without a path: what is shipped is never written over.
    """
    landscape = project.load(path)
    is_example = path.resolve().parent == paths.resource("examples").resolve()
    return Document(landscape, None if is_example else path, parent)
