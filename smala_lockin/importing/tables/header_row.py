"""Which row heads a table: short texts, all different, some of them known as headers."""

import re
from collections.abc import Sequence

from smala_lockin.formats.tables import Cell, Row
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.raci import head_parts, heads_matrix
from smala_lockin.importing.tables.row_looks import cell_label, filled_width, is_blank, row_key
from smala_lockin.importing.values.plain import exact_form, plain_words, words_of

HEADER_ROWS_SEARCHED = 40
FEWEST_LABELS = 2

_SURE = 0.6
_SURE_ALONE = 0.9
_LOWER = 0.1  # each row further down is a little less likely to be the header
_EXAMPLES = 3
_EXAMPLE_WORDS = words_of("exemple exemples example examples voorbeeld beispiel sample ex eg bv")
_MAX_LABEL = 160
_ASKING = 0.3
_PROGRAM = re.compile(r"[A-Za-z]{2,}(?:_[A-Za-z0-9]+)+")
_LABEL = re.compile(r"[^\W\d]|[#№]|^\s*\d{1,3}\s*[-–]\s*\d{1,3}\s*$")  # 31 - 60 days due
_ANSWERS = words_of("oui non yes no ja nee nein true false vrai faux")
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")


def find_header(rows: Sequence[Row]) -> int | None:
    """Return the index of the row that heads a table, among the first ones.

    A header is filled with short texts, all different, some of which are words by which
    columns are headed. Of two like ones the upper wins; of two equal ones the lower, where an
    example stands between them, else the upper: each page of a printed list repeats its header.
    """
    best, best_score = None, 0.0
    searched = rows[:HEADER_ROWS_SEARCHED]
    for index, row in enumerate(searched):
        score = _score(row, rows[index + 1 : index + 6]) - _LOWER * index
        if score > best_score:
            best, best_score = index, score
    if best is None:
        return None
    if best and _is_of_program(rows[0]) and sum(map(_known, rows[best])) <= 1:
        return 0
    key = row_key(rows[best])
    for index in range(best + 1, len(searched)):
        if row_key(rows[index]) == key and _shows_an_example(rows[best + 1 : index]):
            best = index
    return best


def header_confidence(label: str) -> float:
    """Return how surely a text is a known header; 0 where it is none."""
    found = readings(label, typos=False)
    return found[0].confidence if found and found[0].confidence >= _SURE else 0.0


def is_label(text: str) -> bool:
    """Whether a text is short enough to head a column, and has words."""
    return len(text) <= _MAX_LABEL and bool(_LABEL.search(text))


def heads_columns(row: Row, *, is_titled: bool = False) -> bool:
    """Whether a row holds different labels alone, most of them known ones: half below a title."""
    filled = [cell for cell in row if not is_blank(cell)]
    labels = [cell_label(cell) for cell in filled if isinstance(cell, str) and is_label(cell)]
    if len(labels) < FEWEST_LABELS or len(labels) < len(filled):
        return False
    words = set(map(plain_words, labels))
    if is_titled and words & _QUESTIONS and words & _REPLIES:
        return True
    known = sum(header_confidence(label) > 0 for label in labels)
    return known >= FEWEST_LABELS and 2 * known + is_titled > len(labels) == len(
        set(map(exact_form, labels))
    )


_QUESTIONS = words_of("question questions vraag vragen frage fragen")
_REPLIES = words_of("answer answers reponse reponses antwoord antwoorden antwort antworten")
"""Headers of questions to the company itself, below a title, and of what it replies."""


def _shows_an_example(rows: Sequence[Row]) -> bool:
    """Whether rows between two equal headers only show how to fill in the form."""
    filled = [row for row in rows if filled_width(row)]
    words = {word for row in filled for cell in row for word in plain_words(str(cell)).split()}
    return len(filled) <= _EXAMPLES and not words.isdisjoint(_EXAMPLE_WORDS)


def _score(row: Row, below: Sequence[Row]) -> float:
    filled = [cell for cell in row if not is_blank(cell)]
    labels = [cell for cell in filled if isinstance(cell, str) and is_label(cell)]
    if not labels or len(labels) < 0.7 * len(filled):
        return 0.0
    hits = sum(map(_likeness, labels)) - sum(map(_is_value, labels)) - _returning(row, below)
    hits += 3 * (head_parts(labels, below) or heads_matrix(row, below))
    alone = len(filled) == 1
    if alone and (
        any(filled_width(other) > 1 for other in below)
        or (hits < _SURE_ALONE and not (hits >= _SURE and _are_names(below)))
    ):
        return 0.0
    if hits < 0 or (not hits and len(labels) < 2):
        return 0.0
    distinct = len({exact_form(label) for label in labels}) / len(labels)
    supported = any(filled_width(other) >= 0.4 * len(filled) for other in below)
    return 4 * hits + 0.3 * min(len(labels), 12) + 2 * distinct + (1.5 if supported else 0)


def _returning(row: Row, below: Sequence[Row]) -> int:
    """How many cells of a row stand in their columns below as well, as values do."""
    key = row_key(row)
    others = [other for other in below if row_key(other) != key]
    found = 0
    for place, cell in enumerate(row):
        if not is_blank(cell):
            found += any(other[place] == cell for other in others)
    return found


def _are_names(below: Sequence[Row]) -> bool:
    """Whether single cells are short enough to name what a list of one column lists."""
    texts = [str(cell) for row in below for cell in row if not is_blank(cell)]
    return len(texts) >= _NAMES and all(
        len(text) <= _LONGEST_NAME and len(text.split()) <= _WORDS_OF_NAME for text in texts
    )


_NAMES, _LONGEST_NAME, _WORDS_OF_NAME = 4, 40, 4


def _is_of_program(row: Row) -> bool:
    """Whether a row holds nothing but what programs call columns: "source_unit"."""
    filled = [str(cell) for cell in row if not is_blank(cell)]
    return len(filled) > 1 and all(map(_PROGRAM.fullmatch, filled))


def _known(cell: Cell) -> bool:
    return isinstance(cell, str) and header_confidence(cell) > 0


def _likeness(label: str) -> float:
    """How much a text is like a header: it is a known one, or asks."""
    return header_confidence(label) or _ASKING * label.rstrip().endswith("?")


def _is_value(label: str) -> bool:
    """Whether a text is an answer or a day rather than the label of a column."""
    return plain_words(label) in _ANSWERS or (label[:1].isdigit() and bool(_DAY.match(label)))
