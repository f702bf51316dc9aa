"""Drawing the map as a picture: the job of a child process, which alone loads Qt for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin.app.shades import Lens
from smala_lockin.formats.guarded import Tell

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report


def draw(
    _tell: Tell, report: "Report", path: Path, lens: Lens = Lens.KIND, country: str = ""
) -> None:
    """Write the picture, its colours showing what a lens does. Raises as `picture.write` does."""
    from smala_lockin.ui import picture

    picture.write(report, path, lens=lens, country=country)
