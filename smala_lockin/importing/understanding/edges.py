"""Lists of arrows that head their ends as lists of things do: "service", "depends on"."""

from collections.abc import Container
from dataclasses import replace

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column

_ENDS = {Meaning.NAME: Meaning.SOURCE, Meaning.DEPENDS_ON: Meaning.TARGET}
_BESIDE = frozenset({None, Meaning.KIND, Meaning.DESCRIPTION, Meaning.DIRECTION})
"""What arrows say besides their ends."""

_MOST_COLUMNS = 4


def with_ends(
    layout: Layout, columns: tuple[Column, ...], chosen: Container[str]
) -> tuple[Column, ...]:
    """Read names that come back, each beside what it needs, as the beginnings of arrows.

    Each row then has both ends, and little else is said.
    """
    ends = [one for one in columns if one.meaning in _ENDS]
    if {one.meaning for one in ends} != _ENDS.keys() or len(ends) != len(_ENDS):
        return columns
    rest = {one.meaning for one in columns} - _ENDS.keys()
    sources = next(layout.columns[one.index] for one in ends if one.meaning is Meaning.NAME)
    filled = not any(layout.columns[one.index].has_gaps for one in ends)
    come_back = filled and len(sources.values) < len(sources)
    if not (come_back and rest <= _BESIDE) or len(columns) > _MOST_COLUMNS:
        return columns
    if any(one.header in chosen for one in ends):
        return columns
    return tuple(
        replace(one, meaning=_ENDS[one.meaning]) if one.meaning in _ENDS else one for one in columns
    )
