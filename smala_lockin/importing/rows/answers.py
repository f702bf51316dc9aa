"""What the cells of a column say: facts, or why they hold none."""

from collections.abc import Sequence
from typing import NamedTuple

from smala_lockin.domain.reads import Read
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.understanding.columns import Column

Answer = Read | tuple[Reason, str] | None
"""A fact, or why a cell holds none; None where nothing need be said."""


class Answers(NamedTuple):
    """What the rows of a list say in a column; of several read together, `column` is the first."""

    column: Column
    rows: Sequence[Answer]
