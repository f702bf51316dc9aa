"""New names beside names: both are those of one thing."""

from collections.abc import Container
from dataclasses import replace

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import phrases_of, plain_words

_NEW = phrases_of(
    "new name|current name|nouveau nom|nom actuel|nouvelle appellation|nouvelle denomination|"
    "nieuwe naam|huidige naam|neuer name|aktueller name"
)
_FOUND = 0.8


def with_other_names(columns: tuple[Column, ...], chosen: Container[str]) -> tuple[Column, ...]:
    """Return the columns of a table with new names as other names, where it has names too."""
    if not any(one.meaning is Meaning.NAME for one in columns):
        return columns
    return tuple(
        replace(one, meaning=Meaning.ALIAS, confidence=_FOUND)
        if one.meaning is None and one.header not in chosen and plain_words(one.header) in _NEW
        else one
        for one in columns
    )
