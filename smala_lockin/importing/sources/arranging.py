"""The tables of some files, sorted into lists and parts of models."""

from collections.abc import Iterable

from smala_lockin.formats.diagrams import Diagram
from smala_lockin.formats.tables import Table
from smala_lockin.importing.sources import archi
from smala_lockin.importing.tables.stacks import parts


def arranged(tables: Iterable[Table]) -> tuple[list[Table], list[Diagram]]:
    """Return each list of some tables by itself, and the diagrams that tables are parts of."""
    others, models = archi.taken(tables)
    return [part for table in others for part in parts(table)], list(models)
