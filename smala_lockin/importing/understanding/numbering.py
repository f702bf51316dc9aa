"""Lists of suppliers that number each of them, and lists that have numbers in place of names."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column

_WEAK = 0.75
_FEW_SORTS = 0.6
_ROWS = 5
_GUESSED = 0.5


def is_one_supplier_a_row(layout: Layout, columns: Iterable[Column]) -> bool:
    """Whether each row is a supplier of its own number, and what it does comes back elsewhere.

    "Payments" on the rows of two suppliers is then what both do, rather than one thing; so is what
    no header calls a name.
    """
    columns = tuple(columns)
    name = next((one for one in columns if one.meaning is Meaning.NAME), None)
    if name is None or name.confidence > _WEAK:
        return False
    cells = layout.columns[name.index]
    comes_back = not cells.has_gaps and len(cells.values) < len(cells)
    if own_number(layout, columns) is None:
        few = len(cells.values) <= _FEW_SORTS * len(cells)
        return comes_back and few and _stand_apart(layout, columns)
    return comes_back or name.confidence < _GUESSED


def _stand_apart(layout: Layout, columns: Iterable[Column]) -> bool:
    """Whether every row names another supplier, and nothing says of what kind a thing is."""
    columns = tuple(columns)
    supplier = next((one for one in columns if one.meaning is Meaning.SUPPLIER), None)
    if supplier is None or supplier.reference:
        return False
    if any(one.meaning in (Meaning.KIND, Meaning.DEPENDS_ON, Meaning.RUNS_ON) for one in columns):
        return False
    cells = layout.columns[supplier.index]
    return len(cells) >= _ROWS and len(cells.values) == len(cells) and not cells.has_gaps


def own_number(layout: Layout, columns: Iterable[Column]) -> Column | None:
    """Return the column that numbers suppliers beside their names, each differently."""
    columns = tuple(columns)
    if not any(one.meaning is Meaning.SUPPLIER and not one.reference for one in columns):
        return None
    for one in columns:
        cells = layout.columns[one.index]
        apart = len(cells.values) == len(cells) and not cells.has_gaps
        if one.meaning is None and apart and _numbers_suppliers(one):
            return one
    return None


def with_own_numbers(
    layout: Layout, columns: tuple[Column, ...], chosen: Collection[str]
) -> tuple[Column, ...]:
    """Tell the suppliers of a list apart by their numbers, where nothing else does."""
    number = own_number(layout, columns)
    taken = any(one.meaning is Meaning.ID for one in columns)
    if number is None or taken or number.header in chosen:
        return columns
    return tuple(replace(one, meaning=Meaning.ID) if one is number else one for one in columns)


def _numbers_suppliers(column: Column) -> bool:
    return any(
        read.reference and read.meaning is Meaning.SUPPLIER for read in readings(column.header)
    )
