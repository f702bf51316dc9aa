"""Questions that were put to the company itself, each in a row beside its answer.

What insurers and customers ask tells what a company relies on in passing: "Which antivirus do
you use? - Bitdefender". Only names that are known, or that a supplier was asked for, are taken.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from smala_lockin.formats.tables import Cell, Table
from smala_lockin.importing.headings.common_words import SUPPLIERS
from smala_lockin.importing.tables.body import Body, left_out_row
from smala_lockin.importing.tables.cells import columns_of
from smala_lockin.importing.tables.header_row import header_confidence
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.questionnaires import is_questionnaire
from smala_lockin.importing.tables.row_looks import cell_label, filled_width, is_blank
from smala_lockin.importing.values.plain import (
    has_word,
    is_nobody,
    is_ourselves,
    plain_words,
    words_of,
)
from smala_lockin.importing.values.scales import is_flag, read_flag
from smala_lockin.knowledge import catalogue, near
from smala_lockin.knowledge.vendors import VendorKind

HEADERS = ("Application", "Fournisseur / Supplier", "Question", "Réponse / Answer")
"""How the columns are headed into which the answers are taken apart."""

_MOST_ROWS = 1000
_WIDEST = 5
_FEWEST = 3
_ASKING = 0.25
_MOST_WORDS = 6
_LISTED = re.compile(r"\s*[,;/\n+]\s*|\s+(?:et|and|en|und)\s+|\s[-–—]\s")
_BRACKETS = re.compile(r"\([^)]*\)")
_LABELLED = re.compile(r"([^:]{3,40}?)\s*:\s+(.+)", re.DOTALL)
_SUPPLYING = SUPPLIERS | words_of("operateur hebergeur host operator")
_ASKS = _SUPPLYING | words_of(
    "qui que quoi quel quelle quels quelles est sont gere gerent fournit assure votre vos notre "
    "nos le la les l un une de du des d nom avez utilisez vous which who what is are your our the "
    "a an of name manages provides do does you use wie wat welke is zijn uw ons onze de het een "
    "van beheert levert naam wer was welche welcher welches ist sind ihr ihre der die das ein "
    "eine von verwaltet liefert externe external extern"
)
"""Words that ask rather than say what about."""


class _Named(NamedTuple):
    """What an answer names: a thing, who supplies it, or both."""

    thing: str | None
    supplier: str | None


def own_answers(table: Table) -> Layout | None:
    """Return a questionnaire as a list of what its answers name; None where a table is none."""
    asked = _asked(table)
    if not asked:
        return None
    body: list[Body] = []
    left_out: list[LeftOut] = []
    for index, question, answer in asked:
        named = list(dict.fromkeys(_named(question, answer)))
        number = table.first_row + index
        body += [Body(number, [one.thing, one.supplier, question, answer]) for one in named]
        if not named:
            left_out.append(left_out_row(table, index, Why.NAMES_NOTHING))
    if not body:
        return None
    told = {index for index, _question, _answer in asked}
    others = (i for i, row in enumerate(table.rows) if i not in told and filled_width(row))
    left_out += [left_out_row(table, index, Why.HEADING) for index in others]
    first = asked[0][0]
    return Layout(
        table=table,
        top_row=table.first_row + max(first - 1, 0),
        header_row=table.first_row + max(first - 1, 0),
        headers=HEADERS,
        body=tuple(body),
        columns=columns_of([row.cells for row in body], len(HEADERS)),
        left_out=tuple(sorted(left_out, key=lambda one: one.row)),
    )


def _asked(table: Table) -> list[tuple[int, str, str]]:
    """The index, the question and the answer of each row that has both; none of another list."""
    rows = table.rows
    if not 1 < len(rows) <= _MOST_ROWS or not rows[0]:
        return []
    if max(map(filled_width, rows)) > _WIDEST:
        return []
    if is_questionnaire(table):
        return []  # put to others
    places = range(len(rows[0]) - 1)
    asking = [sum(_is_question(row[place]) for row in rows) for place in places]
    if max(asking, default=0) < _FEWEST:
        return []
    place = asking.index(max(asking))
    first = next(index for index, row in enumerate(rows) if _is_question(row[place]))
    heads = rows[first - 1] if first else ()
    if any(header_confidence(cell_label(cell)) for cell in heads[place + 2 :]):
        return []  # a list with more columns than an answer
    found = [
        (index, cell_label(row[place]), _text(row[place + 1]))
        for index, row in enumerate(rows)
        if isinstance(row[place], str) and not is_blank(row[place + 1]) and row is not heads
    ]
    return found if max(asking) >= _ASKING * len(found) else []


def _is_question(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.rstrip(" *:").endswith("?")


def _text(cell: Cell) -> str:
    return str(cell).strip()


def _named(question: str, answer: str) -> Iterator[_Named]:
    """What an answer names, part by part."""
    first = plain_words(answer).partition(" ")[0]
    if is_nobody(answer) or read_flag(first) is False:
        return
    for part in map(str.strip, _LISTED.split(_BRACKETS.sub(" ", answer))):
        label, text = question, part
        if labelled := _LABELLED.fullmatch(part):
            label, text = labelled[1], labelled[2].strip()
        if not text or is_nobody(text) or is_flag(text):
            continue
        known = _known(question, text)
        topic = _topic(question) if _asks_for_supplier(label) and _may_be_name(text) else None
        if topic and not is_ourselves(text) and not _is_service(text):
            yield _Named(topic, text)
        elif known:
            yield known


def _known(question: str, text: str) -> _Named | None:
    """What the catalogue knows by a text, or within one."""
    match = catalogue.find(text) or near.find_near(text)
    if match is not None and (match.certain or match.vendor.kind is VendorKind.SERVICE):
        return _Named(text, None)
    found = catalogue.find_within(text)
    if not found:
        return None
    (vendor, *_others) = found
    if vendor.kind is VendorKind.COMPANY and vendor.deployment is None:
        topic = _topic(question)
        return _Named(topic, vendor.name) if topic else None
    return _Named(vendor.name, None)


def _is_service(text: str) -> bool:
    match = catalogue.find(text) or near.find_near(text)
    return match is not None and match.vendor.kind is VendorKind.SERVICE


def _asks_for_supplier(label: str) -> bool:
    return has_word(label, _SUPPLYING)


def _may_be_name(text: str) -> bool:
    words: Sequence[str] = text.split()
    return len(words) <= _MOST_WORDS and text[:1].isupper() and any(map(str.isalpha, text))


def _topic(question: str) -> str | None:
    """What a question is about: "Fournisseur d'accès internet" is about "accès internet"."""
    words = re.findall(r"[^\W_]+(?:[-&][^\W_]+)*", question)
    kept = [word for word in words if plain_words(word) not in _ASKS]
    topic = " ".join(kept[:_MOST_WORDS])
    return topic[:1].upper() + topic[1:] if 0 < len(kept) <= _MOST_WORDS else None
