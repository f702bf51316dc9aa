"""Passwords, keys and bank accounts kept out of a map, in whatever column they stand.

A list with a column of passwords is a vault: its notes and its own fields hold more of them, in
words that no form gives away. There only what is surely harmless is kept.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import NamedTuple

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.kind_words import kind_of_type
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.moments import read_date
from smala_lockin.importing.values.plain import has_word, phrases_of, plain_words, words_of
from smala_lockin.importing.values.scales import is_flag
from smala_lockin.importing.values.secrets import names_password

_LEFT_OUT = (Meaning.SECRET, Meaning.PERSON)
_FREE = (None, Meaning.DESCRIPTION, Meaning.KIND, Meaning.PARENT_COMPANY)
"""What columns of a vault may mean by which words of any sort come in."""

_NUMBERED = (Meaning.ID, Meaning.HARDWARE)
_ENTRIES = words_of(
    "url uri website site web login username user identifiant utilisateur gebruikersnaam "
    "benutzername anmeldename compte account"
)
_LOGINS = phrases_of("identifiant|identifiants|id|user id|compte|account|kennung|code utilisateur")
"""Headers beside passwords of what people log in with."""

_LABEL = re.compile(r"[^\W\d_][^\W\d]{0,19}(?:[ &/-]{1,3}[^\W\d]{1,20}){0,3}")
_PLACE = re.compile(r"(?:https?://)?[\w.-]+(?::\d+)?(?:/[\w./~-]{0,60})?")
_REFERRED = words_of("id ids ref guid uuid hash checksum sha md5 sys key cle")


class Withheld(NamedTuple):
    """A cell that was left out because of what it holds: its row as Excel numbers it."""

    row: int
    header: str


def with_secrets(
    layout: Layout, columns: tuple[Column, ...], chosen: Collection[str]
) -> tuple[Column, ...]:
    """Return the columns of a table with those of secrets known as such; what is chosen stays."""
    is_vault = _is_vault(columns)
    return tuple(
        one
        if one.header in chosen or one.meaning in _LEFT_OUT
        else _judged(one, layout.columns[one.index], is_vault)
        for one in columns
    )


def _judged(one: Column, cells: Cells, is_vault: bool) -> Column:
    """A column that is one of secrets where its words or nearly all of its cells say so."""
    is_secret = False
    if is_vault and one.meaning is Meaning.ID and plain_words(one.header) in _LOGINS:
        return replace(one, meaning=Meaning.PERSON)
    if is_vault and one.meaning in _FREE and not _names_kinds(one):
        is_secret = not _is_harmless(cells)
        one = replace(one, meaning=None, confidence=0.0)  # its groups control nobody
    if not is_secret and (secrets := _secrets_of(one, cells)):
        told = sum(text in secrets for text in cells.each(_text))
        is_secret = told >= _NEARLY_ALL * sum(cell is not None for cell in cells)
    return replace(one, meaning=Meaning.SECRET, confidence=_FOUND) if is_secret else one


def without_secrets(
    layout: Layout, columns: tuple[Column, ...]
) -> tuple[Layout, tuple[Column, ...], tuple[Withheld, ...]]:
    """Return a table of which cells that hold secrets are empty, and which cells these are."""
    found: list[Column] = []
    cells: dict[int, Cells] = {}
    withheld: list[Withheld] = []
    for one in columns:
        column = layout.columns[one.index]
        secrets = frozenset[str]() if one.meaning in _LEFT_OUT else _secrets_of(one, column)
        if secrets:
            emptied = list(column)
            for place, text in enumerate(column.each(_text)):
                if text in secrets:
                    emptied[place] = None
                    withheld.append(Withheld(layout.body[place].number, one.header))
            cells[one.index] = Cells(emptied)
            one = replace(one, samples=tuple(text for text in one.samples if text not in secrets))
        found.append(one)
    return _emptied(layout, cells), tuple(found), tuple(sorted(withheld))


_FOUND = 0.9
_NEARLY_ALL = 0.9


def _is_vault(columns: Iterable[Column]) -> bool:
    """Whether a list has passwords beside the places or the names they are for."""
    columns = tuple(columns)
    if not names_password([one.header for one in columns if one.meaning is Meaning.SECRET]):
        return False
    return any(one.meaning is Meaning.PERSON or has_word(one.header, _ENTRIES) for one in columns)


def _names_kinds(one: Column) -> bool:
    return one.meaning is Meaning.KIND and any(map(kind_of_type, one.samples))


def _is_harmless(cells: Cells) -> bool:
    """Whether cells are answers, days, addresses of sites, or labels that come again and again."""
    told = [cell for cell in cells.values if cell is not None]
    if all(_is_plain(cell) for cell in told):
        return True
    repeated = 2 * len(told) <= len(cells) or len(told) == 1
    return repeated and all(_LABEL.fullmatch(str(cell).strip()) for cell in told)


def _is_plain(cell: Cell) -> bool:
    text = str(cell).strip()
    if not isinstance(cell, str) or read_date(text) or (len(text) > 1 and is_flag(text)):
        return not isinstance(cell, int | float) or isinstance(cell, bool)
    return text in ("0", "1") or ("." in text and bool(_PLACE.fullmatch(text)) and "/" in text)


def _secrets_of(one: Column, cells: Cells) -> frozenset[str]:
    """The texts of a column that hold secrets; identifiers make no sense as keys do not."""
    refers = has_word(one.header, _REFERRED)
    return cells.secrets(keys=not (one.meaning in _NUMBERED or refers))


def _text(cell: Cell) -> str | None:
    return cell.strip() if isinstance(cell, str) else None


def _emptied(layout: Layout, cells: dict[int, Cells]) -> Layout:
    """A table with other cells in some of its columns."""
    if not cells:
        return layout
    body: list[Body] = []
    for place, row in enumerate(layout.body):
        changed = {index: column[place] for index, column in cells.items()}
        if all(row.cells[index] == cell for index, cell in changed.items()):
            body.append(row)
            continue
        kept = list(row.cells)
        for index, cell in changed.items():
            kept[index] = cell
        body.append(row._replace(cells=kept))
    columns = tuple(cells.get(index, column) for index, column in enumerate(layout.columns))
    return replace(layout, body=tuple(body), columns=columns)
