"""A map in the files of other programs, by ending: .graphml .gexf .dot, and .csv as a zip."""

from collections.abc import Callable, Mapping
from pathlib import Path

from smala_lockin.domain.errors import LockinError
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import dot_text, gexf, graphml, map_tables
from smala_lockin.formats.atomic import write_whole
from smala_lockin.i18n import _, listing

WRITERS: Mapping[str, Callable[[Landscape], bytes]] = {
    ".graphml": graphml.write,
    ".gexf": gexf.write,
    ".dot": dot_text.write,
    ".csv": map_tables.write,
}
"""What writes each ending: assets, dependencies, groups and positions, with every fact."""


PICTURES = (".svg", ".png", ".pdf")
"""The endings of pictures, which `ui.picture` paints."""


class UnknownEnding(LockinError):
    """An output is not named like a file that can be written; `endings` are those that can."""

    def __init__(self, file: str, endings: tuple[str, ...]) -> None:
        super().__init__(file)
        self.file, self.endings = file, endings

    def sentence(self) -> str:
        """Return what is wrong and what to do."""
        return _("%(file)s says no kind of file by its ending. Use one of %(endings)s.") % {
            "file": self.file,
            "endings": listing(list(self.endings)),
        }


def export(landscape: Landscape, path: Path) -> None:
    """Write a landscape to a file of the kind its ending says.

    What people typed in the register and the settings stay in the map file. Raises
    `UnknownEnding`, `FileTrouble`.
    """
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise UnknownEnding(path.name, (*WRITERS, ".ics", *PICTURES))
    content = write(landscape)
    write_whole(path, lambda stream: stream.write(content))
