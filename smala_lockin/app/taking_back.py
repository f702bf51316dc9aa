"""Reading a filled-in register: the job of a child process."""

from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin.formats.guarded import Tell

if TYPE_CHECKING:
    from smala_lockin.formats.register_workbook.reading import Edited


def read(_tell: Tell, path: Path) -> "Edited":
    """Return what people typed in a register. Raises `LockinError` where it is none."""
    from smala_lockin.formats.register_workbook import read_register

    return read_register(path)
