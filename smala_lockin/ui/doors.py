"""What leads out of a window into the rest of the program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smala_lockin.app.catalogue_steps import Steps


def _ignore(*_values: object) -> None: ...


def _never(_path: Path) -> bool:
    return False


def _new_steps() -> "Steps":
    from smala_lockin.app.catalogue_steps import Steps  # more than the start page needs

    return Steps()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What a window asks of the program that holds it.

    `open` shows the map of a file, `speak` puts another language in force, `new` shows an empty
    map, `take` opens or imports files that were dropped, `bring_in` makes a new map of
    spreadsheets, `quit` closes every window, `is_open` tells whether a window shows a file,
    `catalogue_steps` returns what was changed in the catalogue, in whichever window.
    """

    open: Callable[[Path], None]
    speak: Callable[[str], None]
    new: Callable[[], None] = _ignore
    take: Callable[[Sequence[Path]], None] = _ignore
    bring_in: Callable[[Sequence[Path]], None] = _ignore
    quit: Callable[[], None] = _ignore
    is_open: Callable[[Path], bool] = _never
    catalogue_steps: "Callable[[], Steps]" = _new_steps
