"""Matrices of who does what: people or roles in the headers, letters of responsibility below.

Lists of the same say it the other way round: a column for those who do a task, one for those who
answer for it, and names in their cells.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.tables.raci import are_roles, heads_people, holds_roles
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import phrases_of, plain_words

_FEWEST = 2
_FOUND = 0.9
_SURE = 0.7

_HEADED = {
    Meaning.RESPONSIBLE: phrases_of(
        "r|responsible|responsible r|r responsible|realisateur|realisateur r|r realisateur|"
        "realise|r realise|responsable realisation|executant|uitvoerder|r uitvoerder|"
        "verantwoordelijk|verantwoordelijk r|r verantwoordelijk|durchfuhrung|"
        "durchfuhrungsverantwortlich|r durchfuhrungsverantwortlich|verantwortlich r|"
        "responsable r|r responsable|responsible for doing"
    ),
    Meaning.OWNER: phrases_of(
        "a|accountable|accountable a|a accountable|approbateur|approbateur a|a approbateur|"
        "autorite|a autorite|approuve|a approuve|eindverantwoordelijk|eindverantwoordelijke|"
        "eindverantwoordelijk a|a eindverantwoordelijk|aansprakelijk|rechenschaftspflichtig|"
        "a rechenschaftspflichtig|rechenschaftspflichtig a|gesamtverantwortlich"
    ),
    Meaning.INFORMED: phrases_of(
        "c|i|s|consulted|consulted c|c consulted|consulte|consultes|c consulte|consulte c|"
        "informed|informed i|i informed|informe|informes|i informe|informe i|geraadpleegd|"
        "c geraadpleegd|geraadpleegd c|geinformeerd|i geinformeerd|geinformeerd i|konsultiert|"
        "konsultiert c|c konsultiert|zu konsultieren|informiert|informiert i|i informiert|"
        "zu informieren|support s|s support|soutien|soutien s"
    ),
}
_FEWEST_HEADED = 3
_ONLY_HERE = (Meaning.RESPONSIBLE, Meaning.INFORMED)
"""What headers mean that say it beside the others alone."""


def with_raci(
    layout: Layout, columns: tuple[Column, ...], chosen: Collection[str]
) -> tuple[Column, ...]:
    """Return the columns of a table with those that say who does what known as such."""
    free = [one for one in columns if one.header not in chosen]
    if headed := _headed(free):
        return tuple(
            replace(one, meaning=headed[one.index], confidence=_FOUND)
            if one.index in headed
            else _task(one, layout)
            if one is columns[0] and one.header not in chosen
            else one
            for one in columns
        )
    columns = tuple(
        replace(one, meaning=None, confidence=0.0)
        if one.meaning in _ONLY_HERE and one.header not in chosen
        else one
        for one in columns
    )
    free = [one for one in columns if one.header not in chosen]
    lettered = [one for one in free if holds_roles(layout.columns[one.index].values)]
    cells = [cell for one in lettered for cell in layout.columns[one.index].values]
    if len(lettered) < _FEWEST or not are_roles(cells):
        return columns
    sides = {one.index for one in lettered}
    found = [
        replace(one, meaning=Meaning.RACI, confidence=_FOUND) if one.index in sides else one
        for one in columns
    ]
    if found[0].index not in sides and found[0].header not in chosen:
        found[0] = _task(found[0], layout)
    return tuple(found)


def _headed(columns: Iterable[Column]) -> dict[int, Meaning]:
    """What columns are that are headed by the parts people have in tasks, at least three."""
    found = {
        one.index: meaning
        for one in columns
        for meaning, phrases in _HEADED.items()
        if plain_words(one.header) in phrases
    }
    parts = set(found.values())
    enough = len(found) >= _FEWEST_HEADED and len(parts) == len(_HEADED)
    return found if enough else {}


def _task(first: Column, layout: Layout) -> Column:
    """The first column, which names the tasks unless its header says that it names things."""
    named = first.meaning in (Meaning.NAME, Meaning.PROCESS) and first.confidence >= _SURE
    if named and not (layout.table.is_turned and heads_people(first.header)):
        return first
    return replace(first, meaning=Meaning.PROCESS, confidence=_FOUND)
