"""What lists without header are known again by: what they are called, and what they hold."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from smala_lockin.formats.tables import Cell, Row, stem_of
from smala_lockin.importing.tables.cell_sorts import CellSort, are_mostly, holds_nothing
from smala_lockin.importing.tables.header_row import HEADER_ROWS_SEARCHED, find_header
from smala_lockin.importing.tables.no_header import first_record
from smala_lockin.importing.values.plain import plain_words, words_of

_TEXT, _EMPTY = "text", "-"
_WRITTEN = re.compile(r"\[(?P<name>[^\]]*)\](?P<columns>(?: \S+)+)")
_SAID_OF_COPIES = words_of(
    "copie copy kopie copia de of van von export extract extrait uittreksel auszug final def new "
    "nouveau nouvelle nieuw neu old ancien version"
)
_UNNAMED = words_of("sheet feuil feuille blad tabelle tabel worksheet export data")


class BareList(NamedTuple):
    """The form of a list without header: its name without numbers, and the sort of each column.

    Copies of later days differ by the numbers in their names and by a column that fills up.
    """

    name: str
    columns: tuple[str, ...]

    @classmethod
    def of(cls, rows: Sequence[Row], file: str, sheet: str | None) -> Self:
        """Return the form of the list that some rows are."""
        some = rows[:HEADER_ROWS_SEARCHED]
        width = len(some[0]) if some else 0
        return cls(
            _name(file, sheet),
            tuple(_sort([row[place] for row in some]) for place in range(width)),
        )

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the form that a text says; None where it says none."""
        found = _WRITTEN.fullmatch(text)
        return cls(found["name"], tuple(found["columns"].split())) if found else None

    def __str__(self) -> str:
        return f"[{self.name}] " + " ".join(self.columns)

    def is_like(self, other: Self) -> bool:
        """Whether both have as many columns, none of which holds something else."""
        pairs = list(zip(self.columns, other.columns, strict=False))
        alike = sum(one == another for one, another in pairs)
        fits = all(one == another or _EMPTY in (one, another) for one, another in pairs)
        return len(self.columns) == len(other.columns) and fits and 2 * alike >= len(pairs)


def known_again(
    rows: Sequence[Row], file: str, sheet: str | None, known: Iterable[str], *, by_name: bool
) -> str | None:
    """Return the one of some known forms that rows have, the likest one first; None without.

    `by_name` says that a list of another name is another list.
    """
    forms = {text: form for text in known if (form := BareList.read(text))}
    if not forms:
        return None
    own = BareList.of(rows, file, sheet)
    several = len(own.columns) > 1
    alike = [text for text, form in forms.items() if form.is_like(own)]
    named = [text for text in alike if forms[text].name == own.name]
    fitting = named or (alike if several and not by_name else [])
    return min(fitting, key=lambda text: forms[text].columns != own.columns, default=None)


def is_bare(rows: Sequence[Row]) -> bool:
    """Whether the first row of a list is a record like the others."""
    return first_record(rows, find_header(rows)) is not None


def _sort(cells: Iterable[Cell]) -> str:
    told = [cell for cell in cells if not holds_nothing(cell)]
    if not told:
        return _EMPTY
    return next((sort.value for sort in CellSort if are_mostly(sort, told)), _TEXT)


def _name(file: str, sheet: str | None) -> str:
    """What a list is called by its sheet, or by its file where the sheet has no name of its own."""
    own = " ".join(_telling(sheet or ""))
    is_named = not _UNNAMED.issuperset(own.split())
    return own if is_named else " ".join(_telling(stem_of(file)))


def _telling(name: str) -> Iterator[str]:
    """The words of a name that stay in copies of later days."""
    for word in plain_words(re.sub(r"\d+", " ", name)).split():
        if len(word) > 1 and word not in _SAID_OF_COPIES:
            yield word
