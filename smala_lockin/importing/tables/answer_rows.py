"""Answers below each other: who answered, the question, the answer, on a row for each."""

from collections.abc import Callable, Sequence

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.questionnaires import asks
from smala_lockin.importing.tables.row_looks import cell_label, is_blank, row_text
from smala_lockin.importing.values.plain import exact_form, phrases_of, plain_words

_ANSWERS = phrases_of(
    "reponse|reponses|reponse du fournisseur|reponse fournisseur|answer|answers|response|"
    "responses|vendor response|supplier response|antwoord|antwoorden|antwort|antworten"
)
_SURE = 0.8
_MOST_QUESTIONS = 200


def with_answers_joined(
    body: tuple[Body, ...], texts: list[str]
) -> tuple[tuple[Body, ...], list[str], tuple[LeftOut, ...]]:
    """Return rows with a column for each question, one row for each who answered.

    What stands in other columns is kept line by line. The rows as they are where each question
    is put once, as in a self-assessment.
    """
    who, asked, answer = _place(texts, _names), _place(texts, asks), _place(texts, _answers)
    if who is None or asked is None or answer is None or not body:
        return body, texts, ()
    groups: dict[str, list[Body]] = {}
    questions: dict[str, str] = {}
    for row in body:
        if is_blank(row.cells[who]) or is_blank(row.cells[asked]):
            return body, texts, ()
        groups.setdefault(exact_form(str(row.cells[who])), []).append(row)
        question = cell_label(row.cells[asked])
        questions.setdefault(exact_form(question), question)
    if len(groups) < 2 or not 1 < len(questions) <= _MOST_QUESTIONS:
        return body, texts, ()
    if len(body) <= max(len(groups), len(questions)):
        return body, texts, ()
    joined = tuple(_joined(rows, asked, answer, list(questions)) for rows in groups.values())
    left_out = tuple(
        LeftOut(row=row.number, text=row_text(row.cells), why=Why.ANSWER)
        for rows in groups.values()
        for row in rows[1:]
    )
    labels = ["" if place in (asked, answer) else text for place, text in enumerate(texts)]
    return joined, [*labels, *questions.values()], left_out


def _place(texts: Sequence[str], is_meant: Callable[[str], bool]) -> int | None:
    return next((place for place, text in enumerate(texts) if is_meant(text)), None)


def _names(header: str) -> bool:
    meant = (Meaning.SUPPLIER, Meaning.NAME)
    return any(one.meaning in meant and one.confidence >= _SURE for one in readings(header)[:1])


def _answers(header: str) -> bool:
    return plain_words(header) in _ANSWERS


def _joined(rows: Sequence[Body], asked: int, answer: int, questions: Sequence[str]) -> Body:
    """All that one company answered, on its first row."""
    cells: list[Cell] = []
    for place, first in enumerate(rows[0].cells):
        told = list(dict.fromkeys(row.cells[place] for row in rows))
        if place in (asked, answer):
            cells.append(None)
        else:
            cells.append(first if len(told) < 2 else _lines(told))
    by_question: dict[str, list[Cell]] = {}
    for row in rows:
        form = exact_form(cell_label(row.cells[asked]))
        by_question.setdefault(form, []).append(row.cells[answer])
    for question in questions:
        told = by_question.get(question, [None])
        cells.append(told[0] if len(told) == 1 else _lines(told))
    return rows[0]._replace(cells=cells)


def _lines(cells: Sequence[Cell]) -> str:
    return "\n".join(str(cell) for cell in cells if not is_blank(cell))
