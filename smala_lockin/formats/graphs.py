"""A map in the files of other programs, by ending: .graphml .gexf .dot, and .csv as a zip."""

from collections.abc import Callable, Mapping
from pathlib import Path

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import dot_text, gexf, graphml, map_tables
from smala_lockin.formats.atomic import write_whole
from smala_lockin.formats.errors import check_ending

WRITERS: Mapping[str, Callable[[Landscape], bytes]] = {
    ".graphml": graphml.write,
    ".gexf": gexf.write,
    ".dot": dot_text.write,
    ".csv": map_tables.write,
}
"""What writes each ending: assets, dependencies, groups and positions, with every fact."""


PICTURES = (".svg", ".png", ".pdf")
"""The endings of pictures, which `ui.picture` paints."""


def export(landscape: Landscape, path: Path) -> None:
    """Write a landscape to a file of the kind its ending says.

    What people typed in the register and the settings stay in the map file. Raises
    `WrongEnding`, `FileTrouble`.
    """
    check_ending(path, *WRITERS, ".ics", *PICTURES)
    content = WRITERS[path.suffix.lower()](landscape)
    write_whole(path, lambda stream: stream.write(content))
