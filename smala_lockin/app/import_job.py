"""Reading spreadsheets, diagrams and invoices: the job of a child process. Imports no Qt."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.guarded import Tell
from smala_lockin.formats.sources import read_sources
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose


def proposal(tell: Tell, files: Sequence[Path], landscape: Landscape, today: date) -> Proposal:
    """Return what importing the files into a map would do.

    Raises `FileTrouble` and `Unreadable`: one file that cannot be read, and nothing is proposed.
    """
    sources = read_sources(files, lambda number: tell(number, len(files) + 1))
    tell(len(files), len(files) + 1)
    return propose(
        sources.tables,
        landscape,
        diagrams=sources.diagrams,
        invoices=sources.invoices,
        today=today,
    )
