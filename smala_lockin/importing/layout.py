"""Where a table's header row is, and which rows below it hold data."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from smala_lockin.formats.tables import Cell, Row, Table
from smala_lockin.importing.cells import columns_of
from smala_lockin.importing.headers import readings
from smala_lockin.importing.left_out import LeftOut, Why
from smala_lockin.importing.plain import (
    PLACEHOLDERS,
    exact_form,
    is_placeholder,
    phrases_of,
    plain_words,
    words_of,
)

HEADER_ROWS_SEARCHED = 40

REPAIR_MARK = "Lock-in:"
"""How the headers of columns begin that a file for repair has besides those of the rows."""

HEADER_ROWS_LISTED = 1000
"""How many rows above a header are told one by one."""

_LINES_ABOVE = 2
_LINES_BELOW = 2
_SURE = 0.6
_LOWER = 0.1  # each row further down is a little less likely to be the header
_EXAMPLES = 3
_EXAMPLE_WORDS = words_of("exemple exemples example examples voorbeeld beispiel sample ex eg bv")
_MAX_LABEL = 160
_LONGEST_TEXT = 200
_SECTIONED_WIDTH = 3
_SECTIONS_SOUGHT = 500
_TOTALS = phrases_of(
    "total|totaal|summe|gesamt|sous total|total general|totaux|subtotal|grand total|gesamtsumme|"
    "eindtotaal|somme|subtotaal|zwischensumme"
)
_OF_TOTALS = words_of(
    "general generaal annuel annuels ht htva tvac ttc eur euro de des du la les couts cout kosten "
    "amount cost costs excl incl par an per year jaar lignes lines rows applications items "
    "montant montants jaarlijks jahr pro fournisseurs logiciels"
)
_TYPES = phrases_of(
    "alphanumerical|alphanumeric|text|texte|tekst|date|datum|monetary|country|currency|pattern|"
    "closed set of options|yes no|natural number|integer|number|nombre|string|boolean|list|liste|"
    "fill with true for each populated row|decimal|percentage"
)


_SAY_LITTLE = phrases_of("nom|name|naam|bezeichnung|id|code|ref|reference|numero|number|type")
_NO_DATA_BEGINS = frozenset(phrase.split()[0] for phrase in _TOTALS | _TYPES) | {
    first for phrase in PLACEHOLDERS if (first := plain_words(phrase).partition(" ")[0])
}


class Body(NamedTuple):
    """A row of data: its number as Excel shows it, and the heading it stands under, if any."""

    number: int
    cells: Row
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table read as one header and the rows below it.

    The header fills the rows from `top_row` to `header_row`. `headers` has a text for each
    column, empty where there is none; repeated ones are numbered. `columns` are the cells of
    `body` from left to right.
    `left_out` are rows that are no data: headings, totals, data types; `above` those that stand
    higher than the header. `repeated` says that the same header stood higher up too, above an
    example.
    """

    table: Table
    top_row: int
    header_row: int
    headers: tuple[str, ...]
    body: tuple[Body, ...]
    columns: tuple[Sequence[Cell], ...]
    left_out: tuple[LeftOut, ...] = ()
    above: tuple[LeftOut, ...] = ()
    repeated: bool = False


def lay_out(table: Table, header_row: int | None = None) -> Layout | None:
    """Return the layout of a table; None where no row looks like a header.

    `header_row` is the number of the row that somebody chose as the header.
    """
    index = find_header(table.rows) if header_row is None else header_row - table.first_row
    if index is None or not 0 <= index < len(table.rows):
        return None
    top = index
    while index - top < _LINES_BELOW and _is_continued(table.rows, index):
        index += 1
    texts, bands = _joined(table.rows, index)
    key = _key(table.rows[index])
    above = any(_key(row) == key for row in table.rows[:index])
    body, left_out = _body(table, index, texts)
    return Layout(
        table=table,
        top_row=table.first_row + index - bands,
        header_row=table.first_row + index,
        headers=_numbered(texts),
        body=body,
        columns=columns_of([row.cells for row in body], len(texts)),
        left_out=left_out,
        above=tuple(
            _left(table, place, Why.ABOVE)
            for place in range(index - bands)
            if place < HEADER_ROWS_LISTED and _width(table.rows[place])
        ),
        repeated=above,
    )


def _is_continued(rows: Sequence[Row], index: int) -> bool:
    """Whether the row below a header is its second line: headers too, under some of its blanks."""
    if index + 2 >= len(rows):
        return False
    top, below = rows[index], rows[index + 1]
    filled = [place for place, cell in enumerate(below) if not _is_blank(cell)]
    labels = [cell for place in filled if isinstance(cell := below[place], str)]
    known = sum(_confidence(label) > 0 for label in labels)
    fills = any(_is_blank(top[place]) for place in filled)
    apart = _key(top) != _key(below)
    return fills and apart and len(labels) == len(filled) >= 2 and known * 2 > len(filled)


def _joined(rows: Sequence[Row], index: int) -> tuple[list[str], int]:
    """The labels of a header row, and how many lines of bands above it belong to them.

    Those that say little alone stand behind the band above them.
    """
    texts = [_label(cell) for cell in rows[index]]
    lines = 0
    while lines < min(index, _LINES_ABOVE) and _is_band(rows[index - 1 - lines]):
        lines += 1
        texts = _below(rows[index - lines], texts)
    return texts, lines


def _below(bands: Row, texts: list[str]) -> list[str]:
    """The labels of a line, behind those of the line above where they need them."""
    count = Counter(map(exact_form, texts))
    band = ""
    joined: list[str] = []
    for text, above in zip(texts, map(_label, bands), strict=True):
        band = above or band
        if not text:
            joined.append(above if _confidence(above) else "")
        elif band and (
            count[exact_form(text)] > 1
            or plain_words(text) in _SAY_LITTLE
            or (not _confidence(text) and _confidence(f"{band} {text}"))
        ):
            joined.append(f"{band} - {text}")
        else:
            joined.append(text)
    return joined


def _is_band(row: Row) -> bool:
    filled = [cell for cell in row if not _is_blank(cell)]
    labels = [cell for cell in filled if isinstance(cell, str) and _is_label(cell)]
    return len(filled) >= 2 and len(labels) == len(filled) and any(map(_confidence, labels))


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
    key = _key(rows[best])
    for index in range(best + 1, len(searched)):
        if _key(rows[index]) == key and _shows_an_example(rows[best + 1 : index]):
            best = index
    return best


def _shows_an_example(rows: Sequence[Row]) -> bool:
    """Whether rows between two equal headers only show how to fill in the form."""
    filled = [row for row in rows if _width(row)]
    words = {word for row in filled for cell in row for word in plain_words(str(cell)).split()}
    return len(filled) <= _EXAMPLES and not words.isdisjoint(_EXAMPLE_WORDS)


def _score(row: Row, below: Sequence[Row]) -> float:
    filled = [cell for cell in row if not _is_blank(cell)]
    labels = [cell for cell in filled if isinstance(cell, str) and _is_label(cell)]
    if not labels or len(labels) < 0.7 * len(filled):
        return 0.0
    hits = sum(_confidence(label) or _ASKING * label.rstrip().endswith("?") for label in labels)
    hits -= sum(_is_value(label) for label in labels)
    alone = len(filled) == 1
    if alone and (hits < 0.9 or any(_width(other) > 1 for other in below)):
        return 0.0
    if hits < 0 or (not hits and len(labels) < 2):
        return 0.0
    distinct = len({exact_form(label) for label in labels}) / len(labels)
    supported = any(_width(other) >= 0.4 * len(filled) for other in below)
    return 4 * hits + 0.3 * min(len(labels), 12) + 2 * distinct + (1.5 if supported else 0)


def _is_value(label: str) -> bool:
    """Whether a text is an answer or a day rather than the label of a column."""
    return plain_words(label) in _ANSWERS or (label[:1].isdigit() and bool(_DAY.match(label)))


_ASKING = 0.3
_ANSWERS = words_of("oui non yes no ja nee nein true false vrai faux")
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")


def _confidence(label: str) -> float:
    found = readings(label, typos=False)
    return found[0].confidence if found and found[0].confidence >= _SURE else 0.0


def _is_label(text: str) -> bool:
    return len(text) <= _MAX_LABEL and bool(re.search(r"[^\W\d]|[#№]", text))


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _width(row: Row) -> int:
    return sum(not _is_blank(cell) for cell in row)


def _key(row: Row) -> tuple[str, ...]:
    return tuple(exact_form(str(cell)) for cell in row if not _is_blank(cell))


def _label(cell: Cell) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _numbered(texts: Sequence[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    found: list[str] = []
    for text in texts:
        seen[text] += 1
        found.append(f"{text} ({seen[text]})" if text and seen[text] > 1 else text)
    return tuple(found)


def _body(
    table: Table, header: int, texts: Sequence[str]
) -> tuple[tuple[Body, ...], tuple[LeftOut, ...]]:
    body: list[Body] = []
    section: str | None = None
    left_out: list[LeftOut] = []
    heads, is_surely_data = _heading_test(table, header), _glance(texts)
    for index in range(header + 1, len(table.rows)):
        row, number = table.rows[index], table.first_row + index
        if is_surely_data(row):
            body.append(Body(number, row, section))
            continue
        filled = [str(cell).strip() for cell in row if not _is_blank(cell)]
        if not filled:
            continue
        if heading := _heading(filled, heads, banded=number in table.bands):
            section = heading
            left_out.append(_left(table, index, Why.HEADING))
        elif why := _no_data(filled, texts):
            left_out.append(_left(table, index, why))
        else:
            body.append(Body(number, row, section))
    notes = _footnotes(table, body, left_out)
    kept = tuple(body[: len(body) - len(notes)])
    return kept, (*left_out, *notes)


def _footnotes(
    table: Table, body: Sequence[Body], left_out: Sequence[LeftOut]
) -> tuple[LeftOut, ...]:
    """The rows of one cell at the foot of a list: below its total, or said like a remark."""
    if not body or _width(body[0].cells) < _SECTIONED_WIDTH:
        return ()
    ended = max((one.row for one in left_out if one.why is Why.TOTAL), default=None)
    notes: list[LeftOut] = []
    for one in reversed(body[1:]):
        texts = [str(cell).strip() for cell in one.cells if not _is_blank(cell)]
        below = ended is not None and one.number > ended
        if len(texts) != 1 or not (below or _is_remark(texts[0])):
            break
        notes.append(LeftOut(row=one.number, text=row_text(one.cells), why=Why.FOOTNOTE))
    return tuple(reversed(notes))


def _is_remark(text: str) -> bool:
    first = plain_words(text).partition(" ")[0]
    told = ":" in text or len(text) > _LONGEST_NAME
    return text.startswith(("*", "(", "©")) or (first in _REMARKS and told) or text.endswith(".")


_LONGEST_NAME = 60
_REMARKS = words_of(
    "legende legend legenda note notes nb remarque remarques remark remarks opmerking opmerkingen "
    "bemerkung bemerkungen hinweis source sources bron quelle mise maj updated printed imprime "
    "genere generated exported exporte stand datum date page total attention toelichting"
)


def _left(table: Table, index: int, why: Why) -> LeftOut:
    return LeftOut(row=table.first_row + index, text=row_text(table.rows[index]), why=why)


def row_text(row: Row) -> str:
    """Return what stands in a row, on one line, as far as it is needed to know it again."""
    filled = (" ".join(str(cell).split()) for cell in row if not _is_blank(cell))
    return ", ".join(filled)[:_LONGEST_TEXT]


def _glance(texts: Sequence[str]) -> Callable[[Row], bool]:
    """How a glance shows that a row is no heading, no total and not empty, as most are."""
    label = exact_form(next(filter(None, texts), ""))
    begins = label.partition(" ")[0]

    def is_surely_data(row: Row) -> bool:
        first = _first_of_several(row)
        if first is None:
            return False
        text = str(first)
        said = word = text.casefold().split(maxsplit=1)[0]
        if not word.isalnum() or not word.isascii():
            word = plain_words(word)
        if not said[0].isalnum() or word in _NO_DATA_BEGINS:
            return False
        return said != begins or exact_form(text) != label

    return is_surely_data


def _first_of_several(row: Row) -> Cell:
    """The first cell that holds something, if another one does too."""
    first: Cell = None
    for cell in row:
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            continue
        if first is not None:
            return first
        first = cell
    return None


def _heading_test(table: Table, header: int) -> Callable[[str], bool]:
    """How a row of one cell is known for a heading in a list that does not say so by merging.

    The list has to begin with such a row; elsewhere "ERP" alone is a name. Where such rows are
    few and never stand together they are headings; else those that are said loudly.
    """
    below = table.rows[header + 1 : header + _SECTIONS_SOUGHT]
    widths = [width for row in below if (width := _width(row))]
    if not widths or Counter(widths).most_common(1)[0][0] < _SECTIONED_WIDTH or widths[0] != 1:
        return _is_nothing
    alone = [width == 1 for width in widths]
    apart = not any(one and other for one, other in pairwise(alone))
    if apart and not alone[-1] and 3 * sum(alone) <= len(alone):
        return bool
    first = next(row for row in below if _width(row))
    loud = _is_loud(next(str(cell).strip() for cell in first if not _is_blank(cell)))
    return _is_loud if loud else _is_nothing


def _is_nothing(_text: str) -> bool:
    return False


def _is_loud(text: str) -> bool:
    return text.endswith(":") or (text.isupper() and len(text) > _SECTIONED_WIDTH)


def _heading(filled: list[str], heads: Callable[[str], bool], *, banded: bool) -> str | None:
    """The text of a row that heads the rows below it."""
    if len(filled) != 1 or not (banded or heads(filled[0])):
        return None
    return " ".join(filled[0].rstrip(":").split())


def _no_data(filled: list[str], texts: Sequence[str]) -> Why | None:
    """Why a row is no record, None where it is one."""
    if all(plain_words(text) in _TYPES for text in filled):
        return Why.FORM
    if _is_total(filled[0]) and (
        len(filled) < len([text for text in texts if text]) or len(filled) <= 2
    ):
        return Why.TOTAL
    labels = (text for text in texts if text)
    if all(exact_form(text) == exact_form(next(labels, "")) for text in filled):
        return Why.REPEATED
    return Why.EMPTY if all(is_placeholder(text) for text in filled) else None


def _is_total(text: str) -> bool:
    """Whether a row sums up those above; "TotalEnergies" does not."""
    words = text.casefold().split()
    if not words or plain_words(words[0]) not in _TOTALS:
        return plain_words(text) in _TOTALS
    return all(plain_words(word) in _OF_TOTALS or not word.isalpha() for word in words[1:])
