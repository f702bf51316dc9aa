"""Rows below a header that are no records: totals, data types, repeated headers, footnotes."""

import re
from collections.abc import Sequence

from smala_lockin.formats.tables import Cell, Row
from smala_lockin.importing.headings.common_words import REMARKS, TOTALS
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.values.plain import (
    PLACEHOLDERS,
    exact_form,
    is_placeholder,
    phrases_of,
    plain_words,
    words_of,
)

_TOTALS = TOTALS | phrases_of(
    "sous total|total general|subtotal|grand total|gesamtsumme|eindtotaal|subtotaal|zwischensumme|"
    "moyenne|moyennes|average|averages|gemiddelde|durchschnitt"
)
_OF_TOTALS = words_of(
    "general generaal annuel annuels ht htva tvac ttc eur euro de des du la les couts cout kosten "
    "amount cost costs excl incl par an per year jaar lignes lines rows applications items "
    "poste postes fixe fixes portables pc pcs ordinateurs toestellen "
    "werkposten werkplekken apparaten utilisateurs users gebruikers licences licenses licenties "
    "montant montants jaarlijks jahr pro fournisseurs logiciels vendors suppliers leveranciers "
    "lieferanten systems servers assets contracts contrats"
)
_TYPES = phrases_of(
    "alphanumerical|alphanumeric|text|texte|tekst|date|datum|monetary|country|currency|pattern|"
    "closed set of options|yes no|natural number|integer|number|nombre|string|boolean|list|liste|"
    "fill with true for each populated row|decimal|percentage"
)
_COUNT_OF = re.compile(
    r"(?:anzahl|aantal|nombre de|nombre d|number of|count of) (?:der |des |von |van |de )?\w+$"
)
"""How a row begins that counts those above it: "Anzahl Systeme", beside numbers alone."""

_WEIGHTS = phrases_of(
    "ponderation|ponderations|poids|weight|weights|weighting|weging|wegingen|gewicht|gewichtung|"
    "coefficient|coefficients|note maximale|score maximum|maximum score|hoogste score"
)
_RESERVES = phrases_of(
    "imprevus|imprevu|divers et imprevus|imprevus et divers|provision pour imprevus|"
    "reserve imprevus|contingency|contingencies|contingency reserve|unforeseen|unforeseen costs|"
    "onvoorzien|onvoorziene kosten|onvoorziene uitgaven|unvorhergesehenes|unvorhergesehene kosten"
)
"""What rows hold that weigh marks, or put money aside for what nobody foresees."""

_MERE_NUMBER = re.compile(
    r"[<>≈~±+-]?\s*(?:[€$£]\s*)?-?\d[\d\s.,'’]*\s*(?:%|€|\$|£|EUR|USD|k€)?"
    r"(?:\s[a-zà-ÿ]{1,12})?",
    re.IGNORECASE,
)
_OUTLINED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?")
"""How the lines of a budget are numbered: "3", "3.4"."""

_NUMBER = re.compile(r"\d+(?:\.0)?")
_NO_DATA_BEGINS = frozenset(phrase.split()[0] for phrase in _TOTALS | _TYPES | _WEIGHTS | _RESERVES)
_NO_DATA_BEGINS |= words_of("anzahl aantal nombre number count") | {
    first for phrase in PLACEHOLDERS if (first := plain_words(phrase).partition(" ")[0])
}
_ENDS = frozenset(("total", "Total", "TOTAL", "otaal", "ebnis", "esamt"))
"""How cells end that may sum up a group: "Licences Total"."""

_HEAD = 2
_COUNTED = 2
"""The fewest cells of such a row."""

_LONGEST_NAME = 60
_REMARKS = REMARKS | words_of(
    "legende legend legenda nb hinweis source sources bron quelle mise maj updated printed imprime "
    "genere generated exported exporte stand datum date page total attention"
)


class _Heads(dict[str, bool]):
    """Whether first letters show that a row is data, as they do of most rows."""

    def __init__(self, begins: str) -> None:
        """`begins` is the first word of the header."""
        self._others = {word[:_HEAD] for word in (*_NO_DATA_BEGINS, begins)}

    def __missing__(self, head: str) -> bool:
        plain = len(head) == _HEAD and head.isalnum() and head.isascii()
        self[head] = plain and head.casefold() not in self._others
        return self[head]


class _Words(dict[str, bool]):
    """Whether first words, in lower case, are those of data."""

    def __missing__(self, said: str) -> bool:
        is_usual = said.isalnum() and said.isascii()
        word = said if is_usual else plain_words(said).partition(" ")[0]
        self[said] = said[0].isalnum() and word not in _NO_DATA_BEGINS
        return self[said]


def surely_data(rows: Sequence[Row], texts: Sequence[str]) -> list[bool]:
    """Return for rows of one width whether a glance shows that they are records, as most are.

    Such a row is no heading, no total and not empty. `texts` are those of the header.
    """
    label = exact_form(next(filter(None, texts), ""))
    begins = label.partition(" ")[0]
    heads, words = _Heads(begins), _Words()

    def is_surely_data(row: Row) -> bool:
        first = _first_of_several(row)
        if first is None:
            return False
        text = str(first)
        said = text.casefold().split(maxsplit=1)[0]
        if not words[said] or text[-5:] in _ENDS:
            return False
        if len(said) <= _LONGEST_OUTLINE and _OUTLINED.fullmatch(said) and text == said:
            return _is_line(row, words)
        if said != begins or (text[-1:].isdigit() and not label[-1:].isdigit()):
            return True
        return exact_form(text) != label

    if not rows or len(rows[0]) == 1:
        return [False] * len(rows)
    return [
        (
            isinstance(one := row[0], str)
            and heads[one[:_HEAD]]
            and one[-5:] not in _ENDS
            and (beside := row[1]) is not None
            and not (isinstance(beside, str) and beside.isspace())
            and beside != ""
        )
        or is_surely_data(row)
        for row in rows
    ]


def _is_line(row: Row, words: _Words) -> bool:
    """Whether a row behind a short number is a record, and no heading of such or total."""
    texts = (str(cell).strip() for cell in row if cell is not None)
    _number, *filled = [text for text in texts if text]
    return len(filled) > 1 and words[filled[0].casefold().split(maxsplit=1)[0]]


_LONGEST_OUTLINE = 6


def _first_of_several(row: Row) -> Cell:
    """The first cell that holds something, if another one does too."""
    first, beside = row[0], row[1]
    if type(first) is str and type(beside) is str and first.strip() and beside.strip():
        return first  # as in most rows
    first = None
    for cell in row:
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            continue
        if first is not None:
            return first
        first = cell
    return None


def why_no_data(filled: list[str], texts: Sequence[str]) -> Why | None:
    """Return why a row is no record, None where it is one."""
    if all(plain_words(text) in _TYPES for text in filled):
        return Why.FORM
    if _is_total(filled[0]) and (
        len(filled) < len([text for text in texts if text]) or len(filled) <= 2
    ):
        return Why.TOTAL
    named = filled[1:] if len(filled) > 1 and _OUTLINED.fullmatch(filled[0]) else filled
    if len(named) < _columns(texts) and (why := _adds_nothing(named)):
        return why
    if (
        len(filled) >= _COUNTED
        and all(map(_NUMBER.fullmatch, filled[1:]))
        and _COUNT_OF.match(plain_words(filled[0]))
    ):
        return Why.TOTAL
    labels = (text for text in texts if text)
    if all(exact_form(text) == exact_form(next(labels, "")) for text in filled):
        return Why.REPEATED
    return Why.EMPTY if all(is_placeholder(text) for text in filled) else None


def _columns(texts: Sequence[str]) -> int:
    return len([text for text in texts if text])


def _adds_nothing(filled: list[str]) -> Why | None:
    """Why a row of nothing but a label and numbers is about no thing of its own.

    Of a product the second word too is a name: "Total Commander".
    """
    label, *numbers = filled
    if not numbers or not all(
        _MERE_NUMBER.fullmatch(text) or is_placeholder(text) for text in numbers
    ):
        return None
    words = " ".join(word for word in plain_words(label).split() if not word.isdigit())
    if words in _WEIGHTS or words in _RESERVES:
        return Why.WEIGHT
    first, *others = label.split()
    sums = plain_words(first) in _TOTALS or plain_words(" ".join(label.split()[:2])) in _TOTALS
    said_low = label.isupper() or (bool(others) and others[0][0].islower())
    return Why.TOTAL if sums and others and said_low else None


def heads_outline(filled: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row of a number and a text heads the lines of an outline: 3, below it 3.1."""
    if len(filled) != _COUNTED or not below or not filled[0].rstrip(".").isdigit():
        return False
    number = filled[0].rstrip(".")
    return bool(_OUTLINED.fullmatch(number)) and below[0].startswith(f"{number}.1")


class Subtotals:
    """Tells rows that sum up a group, "Total Licences", by the group's name further up."""

    def __init__(self, rows: Sequence[Row], header: int) -> None:
        """`rows` below the `header`, an index, are looked through as far as is needed."""
        self._rows, self._looked = rows, header + 1
        self._seen: set[str] = set()

    def why(self, text: str, index: int) -> Why | None:
        """Return why the row at an index, which begins with a text, is no record."""
        words = exact_form(text)
        group = _SUMMED.sub("", words).strip(" -–:")
        if group == words or not group:
            return None
        while self._looked < index:
            row = self._rows[self._looked]
            self._seen.update(exact_form(cell) for cell in row if isinstance(cell, str))
            self._looked += 1
        told = any(group == one or one.startswith(f"{group} ") for one in self._seen)
        return Why.TOTAL if told else None


_SUMMED = re.compile(
    r"^(?:sous[- ]?total|subtotal|subtotaal|zwischensumme|total|totaal|summe|somme|gesamt)\b"
    r"(?: (?:de|du|des|of|for|van|pour|der|fur))?|\b(?:total|totaal|ergebnis|subtotal|gesamt)$"
)


def _is_total(text: str) -> bool:
    """Whether a row sums up those above; "TotalEnergies" does not."""
    words = text.casefold().split()
    if not words or plain_words(words[0]) not in _TOTALS:
        return plain_words(text) in _TOTALS
    others = (plain_words(word) for word in words[1:] if word.isalpha())
    return all(word in _OF_TOTALS or word in _TOTALS for word in others)


_KEY = re.compile(r"\S{1,3}\s*=\s*\w")
"""How a legend of codes begins: "K = kritiek"."""


def is_legend(texts: Sequence[str]) -> bool:
    """Whether all cells of a row, several, say what codes mean: "1 = confort", "2 = gênant"."""
    return len(texts) > 1 and all(map(_KEY.match, texts))


def is_remark(text: str) -> bool:
    """Whether a text alone in its row is said about the list, not in it."""
    first = plain_words(text).partition(" ")[0]
    told = ":" in text or len(text) > _LONGEST_NAME
    if _KEY.match(text):
        return True
    return text.startswith(("*", "(", "©")) or (first in _REMARKS and told) or text.endswith(".")
