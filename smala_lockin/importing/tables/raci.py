"""Letters of responsibility: who does a task (R), answers for it (A), is asked (C) or told (I).

Lists in French, Dutch and German use the same letters; some add who supports (S), verifies (V) or
signs (Q).
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from smala_lockin.formats.tables import Cell, Row
from smala_lockin.importing.tables.row_looks import filled_width, is_blank
from smala_lockin.importing.values.plain import is_placeholder, phrases_of, plain_words

_LETTERS = re.compile(r"[RASCIVQ](?:\s*[/,+&;.-]?\s*[RASCIVQ]){0,3}", re.IGNORECASE)
_PEOPLE = phrases_of(
    "role|roles|personne|personnes|nom|acteur|acteurs|qui|fonction|fonctions|intervenant|"
    "intervenants|collaborateur|equipe|person|people|who|team|team member|stakeholder|"
    "stakeholders|actor|functie|functies|rol|rollen|persoon|personen|wie|medewerker|"
    "rolle|funktion|mitarbeiter|beteiligte|beteiligter|wer|name|naam"
)
"""Headers of a column of people or roles."""

_MOST = 0.8
_FEWEST_LETTERS = 3


@lru_cache(maxsize=4096)
def roles_in(text: str) -> frozenset[str]:
    """Return the letters of responsibility that a cell holds; none where it holds anything else."""
    text = text.strip()
    if not _LETTERS.fullmatch(text):
        return frozenset()
    return frozenset(sign for sign in text.upper() if sign.isalpha())


def holds_roles(cells: Iterable[Cell]) -> bool:
    """Whether a column holds letters of responsibility alone."""
    is_told = False
    for cell in cells:
        if not is_blank(cell) and not is_placeholder(str(cell)):
            if not (isinstance(cell, str) and roles_in(cell)):
                return False
            is_told = True
    return is_told


def are_roles(cells: Iterable[Cell]) -> bool:
    """Whether cells tell, all together, who does things and who else has a part in them."""
    letters = frozenset[str]().union(*(roles_in(str(cell)) for cell in cells if not is_blank(cell)))
    return "R" in letters and bool(letters & {"A", "I"})


def lists_people(rows: Sequence[Row]) -> bool:
    """Whether rows are people or roles, headed as such, and the headers beside are their tasks."""
    filled = [row for row in rows if filled_width(row)]
    if len(filled) < 2 or len(filled[0]) < 3:
        return False
    if plain_words(str(filled[0][0] or "")) not in _PEOPLE:
        return False
    cells = [cell for row in filled[1:] for cell in row[1:] if not is_blank(cell)]
    told = [cell for cell in cells if isinstance(cell, str) and roles_in(cell)]
    enough = len(told) >= _FEWEST_LETTERS and len(told) >= _MOST * len(cells)
    return enough and are_roles(told)


def head_parts(labels: Iterable[str], below: Iterable[Row]) -> bool:
    """Whether labels are those letters themselves, "R", "A", "C", "I", above names."""
    letters = {label.strip() for label in labels if len(label.strip()) == 1}
    if not ({"R", "A"} < letters <= set("RASCIVQ")):
        return False
    return not any(isinstance(cell, str) and roles_in(cell) for row in below for cell in row)


def heads_matrix(row: Row, below: Iterable[Row]) -> bool:
    """Whether a row of names stands above letters of responsibility, from the second column on."""
    cells = [cell for other in below for cell in other[1:] if not is_blank(cell)]
    told = sum(isinstance(cell, str) and bool(roles_in(cell)) for cell in cells)
    if told < _FEWEST_LETTERS or told < _MOST * len(cells):
        return False
    return not any(isinstance(cell, str) and roles_in(cell) for cell in row[1:])


def heads_people(header: str) -> bool:
    """Whether a column is headed as one of people or roles."""
    return plain_words(header) in _PEOPLE
