"""Classes of risk under the AI Act: they say what law asks of a use, not how critical it is."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.formats.tables import Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import has_word, phrases_of, plain_words, words_of
from smala_lockin.knowledge import catalogue

_AI = words_of("ai ia ki gpai llm chatgpt")
_RISK = words_of("risk risks risque risques risico risicos risiko risiken")
_CLASS = words_of(
    "tier level class classification category rating grade niveau classe categorie classement "
    "palier klasse risicoklasse risiconiveau risikoklasse risikostufe stufe einstufung kategorie "
    "indeling"
)
_WHOLE = words_of("risicoklasse risiconiveau risikoklasse risikostufe risicocategorie")
_LAW = phrases_of(
    "ai act|ia act|eu ai act|reglement ia|ki verordnung|ai verordening|ki vo|reglement sur l ia|"
    "reglement europeen sur l ia"
)
_OF_LAW = words_of(
    "unacceptable prohibited forbidden inacceptable interdit interdite prohibe onaanvaardbaar "
    "verboden inakzeptabel unannehmbar verboten gpai limited limite limitee beperkt begrenzt"
)
_LEVELS = _OF_LAW | words_of(
    "high haut haute eleve elevee hoog hoch minimal minimale minime minimaal minimum none aucun "
    "geen kein low faible laag niedrig systemic systemique out scope hors champ general purpose "
    "usage transparency transparence transparantie transparenz"
)
_SAID_BY_AI = frozenset({Meaning.MODEL, Meaning.TRAINING, Meaning.AI_RISK})


def with_ai_risks(
    table: Table, columns: tuple[Column, ...], chosen: Collection[str]
) -> tuple[Column, ...]:
    """Return the columns of a table with classes of risk under the AI Act known as such.

    Such a header speaks of that law, or of a class of risk in a list of AI, or above the words of
    that law. Where one column says it already, another is kept as it stands.
    """
    free = [one for one in columns if one.header not in chosen and _may_class(one)]
    of_law = [one for one in free if _names_law(one.header)]
    others = [one for one in free if one not in of_law and _speaks_of_classes(one.header)]
    if not (of_law or others):
        return columns
    about_ai = bool(of_law) or _lists_ai(table, columns)
    classes = [*of_law, *(one for one in others if about_ai or _in_words_of_law(one))]
    if not classes:
        return columns
    held = {one.meaning for one in columns if one not in classes}
    best = None if Meaning.AI_RISK in held else classes[0].index
    found = {one.index for one in classes}
    return tuple(
        one
        if one.index not in found
        else replace(one, meaning=Meaning.AI_RISK, confidence=max(one.confidence, _FOUND))
        if one.index == best
        else replace(one, meaning=None, confidence=0.0)
        for one in columns
    )


_FOUND = 0.9


def _may_class(one: Column) -> bool:
    return one.meaning in (None, Meaning.CRITICALITY, Meaning.AI_RISK, Meaning.KIND)


def _names_law(header: str) -> bool:
    words = f" {plain_words(header)} "
    return any(f" {law} " in words for law in _LAW)


def _speaks_of_classes(header: str) -> bool:
    words = set(plain_words(header).split())
    return bool(words & _WHOLE) or bool(words & _RISK and words & _CLASS)


def _in_words_of_law(one: Column) -> bool:
    """Whether cells hold the classes of that law, and one that nothing else is called."""
    told = [set(plain_words(sample).split()) - _RISK for sample in one.samples]
    return all(words and words <= _LEVELS for words in told) and any(
        words & _OF_LAW for words in told
    )


def _lists_ai(table: Table, columns: Iterable[Column]) -> bool:
    """Whether rows are AI services: a title or a header says so, or the catalogue of most names."""
    columns = tuple(columns)
    headers = (one.header for one in columns if one.meaning in _NAMING)
    titles = [table.sheet or "", table.stem, *headers]
    if any(has_word(title, _AI) for title in titles):
        return True
    if not _SAID_BY_AI.isdisjoint(one.meaning for one in columns):
        return True
    names = [one.samples for one in columns if one.meaning is Meaning.NAME]
    return any(2 * sum(map(_is_ai, some)) > len(some) for some in names)


_NAMING = (Meaning.NAME, Meaning.PROCESS)


def _is_ai(name: str) -> bool:
    match = catalogue.find(name)
    return match is not None and catalogue.as_asset_kind(match.vendor) is AssetKind.AI_SERVICE
