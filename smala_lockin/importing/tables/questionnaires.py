"""Questionnaires: questions below each other, the answers of each supplier in a column."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from smala_lockin.formats.tables import Table
from smala_lockin.importing.headings.common_words import REMARKS, SUPPLIERS
from smala_lockin.importing.tables.header_row import header_confidence
from smala_lockin.importing.tables.row_looks import cell_label, filled_width
from smala_lockin.importing.values.plain import (
    exact_form,
    has_legal_form,
    phrases_of,
    plain_words,
    words_of,
)
from smala_lockin.knowledge import catalogue

_ASKED = phrases_of(
    "question|questions|questions posees|critere|criteres|exigence|exigences|point|points|sujet|"
    "theme a evaluer|information demandee|informations demandees|point de controle|"
    "points de controle|libelle de la question|intitule de la question|criterion|criteria|"
    "requirement|requirements|topic|topics|item|information requested|assessment question|"
    "vraag|vragen|criterium|eis|eisen|onderwerp|punt|frage|fragen|kriterium|kriterien|"
    "anforderung|anforderungen|thema"
)
"""Headers of questions that are put to several companies."""

_REMARKS = REMARKS | words_of(
    """
    poids ponderation ponderations coefficient preuve preuves reference ref score max importance
    type aide explication explications obligatoire priorite weight weighting evidence guidance help
    mandatory priority gewicht weging bewijs gewichtung nachweis hinweis statut status responsable
    owner moyenne average total meilleur best choix recommandation conclusion attendu expected
    cible target minimum
    """
)
_SUPPLYING = SUPPLIERS | words_of(
    "tiers soustraitant soustraitants subprocessors verwerkers editeur editeurs soumissionnaires"
)
_ANSWER = re.compile(
    r"\s*(?:r[ée]ponses?|answers?|responses?|antwoord(?:en)?|antwort(?:en)?)"
    r"\s*(?:(?:de|du|d’|d'|of|from|by|van|von)\b)?\s*[:–-]?\s*",
    re.IGNORECASE,
)
_SEARCHED = 12
_FEWEST_QUESTIONS = 3
_MOST_ROWS, _MOST_COLUMNS = 400, 60
_SURE = 0.6


def asks(header: str) -> bool:
    """Whether a header is that of questions."""
    return plain_words(header) in _ASKED


def answers_of(header: str) -> str:
    """Return whose answers a header announces: of "Réponse Odoo", Odoo."""
    return _ANSWER.sub("", header, count=1) or header


def is_remark(header: str) -> bool:
    """Whether a column beside answers says something of the question or of them."""
    words = plain_words(header).split()
    return not words or words[0] in _REMARKS or words[-1] in _REMARKS


def speaks_of_suppliers(table: Table) -> bool:
    """Whether the names of a sheet or its file say that it is about suppliers."""
    return _speak_of_suppliers([table.sheet or "", table.stem])


def is_questionnaire(table: Table) -> bool:
    """Whether a table holds questions, and beside them one column of answers for each company.

    The columns are headed by companies that the catalogue knows or that say their legal form;
    where the title speaks of suppliers, by anything that heads nothing else.
    """
    rows = table.rows
    if not (_FEWEST_QUESTIONS < len(rows) <= _MOST_ROWS and 2 < len(rows[0]) <= _MOST_COLUMNS):
        return False
    for index, row in enumerate(rows[:_SEARCHED]):
        place = next((at for at, cell in enumerate(row) if asks(cell_label(cell))), None)
        if place is not None:
            return _answers_stand_beside(table, index, place)
    return False


def with_names_of_answers(table: Table) -> Table:
    """Return a turned questionnaire of which companies are called by their names alone."""
    rows = [list(row) for row in table.rows]
    header = next(
        ((row, at) for row in rows for at, cell in enumerate(row) if asks(cell_label(cell))), None
    )
    if header is None:
        return table
    for row in rows:
        cell = row[header[1]]
        if row is not header[0] and isinstance(cell, str):
            row[header[1]] = answers_of(cell)
    return replace(table, rows=rows)


def _answers_stand_beside(table: Table, header: int, place: int) -> bool:
    below = [row for row in table.rows[header + 1 :] if filled_width(row[place + 1 :])]
    questions = [cell_label(row[place]) for row in below]
    asked = {exact_form(text) for text in questions if text}
    if len(asked) < _FEWEST_QUESTIONS or 2 * len(asked) <= len(questions):
        return False
    labels = [cell_label(cell) for cell in table.rows[header][place + 1 :]]
    names = [answers_of(label) for label in labels if not is_remark(label)]
    if len(names) < 2 or len(set(map(exact_form, names))) < len(names):
        return False
    known = sum(map(_is_company, names))
    if known and 2 * known >= len(names):
        return True
    if any(header_confidence(name) >= _SURE for name in names):
        return _are_numbered(names) and any(_names_company(text) for text in questions)
    titled = speaks_of_suppliers(table) or any(
        _speak_of_suppliers(map(cell_label, row)) for row in table.rows[:header]
    )
    return titled and all(re.search(r"[^\W\d]{2}", n) for n in names)


def _is_company(name: str) -> bool:
    return has_legal_form(name) or catalogue.knows(name)


def _are_numbered(names: Sequence[str]) -> bool:
    """Whether headers differ by a number or a letter alone: "Fournisseur 1", "Fournisseur 2"."""
    bare = {plain_words(re.sub(r"\b(?:\d+|[A-Z])$", "", name.strip())) for name in names}
    return len(bare) == 1 and not bare.isdisjoint(_SUPPLYING)


def _names_company(label: str) -> bool:
    words = plain_words(label).split()
    return bool(_NAMES & set(words)) and not _SUPPLYING.isdisjoint(words)


_NAMES = words_of("nom name naam denomination raison")


def _speak_of_suppliers(titles: Iterable[str]) -> bool:
    words = {word for title in titles for word in plain_words(title).split()}
    return not words.isdisjoint(_SUPPLYING) or {"sous", "traitants"} <= words
