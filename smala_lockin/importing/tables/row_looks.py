"""What one row of a table shows at a glance: whether it holds anything, and what, as text."""

from smala_lockin.formats.tables import Cell, Row
from smala_lockin.importing.values.plain import exact_form

_LONGEST_TEXT = 200


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing but space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def filled_width(row: Row) -> int:
    """Return how many cells of a row hold something."""
    return sum(not is_blank(cell) for cell in row)


def row_key(row: Row) -> tuple[str, ...]:
    """Return what equal rows share, whatever their case and accents, and their blanks."""
    return tuple(exact_form(str(cell)) for cell in row if not is_blank(cell))


def cell_label(cell: Cell) -> str:
    """Return the text of a cell on one line."""
    return "" if cell is None else " ".join(str(cell).split())


def row_text(row: Row) -> str:
    """Return what stands in a row, on one line, as far as it is needed to know it again."""
    filled = (" ".join(str(cell).split()) for cell in row if not is_blank(cell))
    return ", ".join(filled)[:_LONGEST_TEXT]
