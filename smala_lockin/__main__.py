"""Joins the parts: the command line, or the window."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from smala_lockin.cli import program

if TYPE_CHECKING:
    from smala_lockin.analysis.report import Report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process if none); return its exit code."""
    if getattr(sys, "frozen", False):  # else it does nothing, and takes as long as all of --help
        import multiprocessing

        multiprocessing.freeze_support()
    given = sys.argv[1:] if arguments is None else arguments
    window = program.Window(open=_open, draw=_draw, preferred_language=_preferred_language)
    return program.run(given, window)


def _open(path: Path | None, language: str | None) -> int:
    from smala_lockin.ui import application

    return application.run(path, language)


def _draw(report: "Report", path: Path) -> None:
    from smala_lockin.ui import picture

    picture.write(report, path)


def _preferred_language() -> str | None:
    from smala_lockin.app import preferences

    return preferences.load().language


if __name__ == "__main__":
    sys.exit(main())
