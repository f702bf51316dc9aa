"""Columns that say where data are kept, or where backups go: each names a thing."""

from collections.abc import Container
from dataclasses import replace

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.formats.tables import Table
from smala_lockin.importing.headings.kind_words import kind_of_type
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.contents import is_name
from smala_lockin.importing.values.places import find_hosting
from smala_lockin.importing.values.plain import (
    has_word,
    is_nobody,
    phrases_of,
    plain_words,
    words_of,
)

_WHERE = phrases_of(
    "ou|ou c est|ou est ce|c est ou|ou cela|ou sont elles|ou se trouve|ou se trouvent|stocke ou|"
    "stocke dans|stockees dans|stocke sur|conserve dans|conservees dans|range ou|lieu de stockage|"
    "where|where is it|stored in|stored where|kept in|kept where|waar|waar staat het|bewaard in|"
    "waar bewaard|opgeslagen in|wo|wo liegt es|gespeichert in|abgelegt in"
)
_TARGETS = phrases_of(
    "vers|vers ou|ou|vers quoi|sauvegarde vers|sauvegarde sur|support de sauvegarde|copie vers|"
    "copie sur|destination|cible|support|to|where to|where|backup to|backup target|"
    "backup destination|backed up to|target|naar|naar waar|waarheen|waar|backup naar|back up naar|"
    "backup op|bestemming|wohin|nach|ziel|sicherung auf|sicherung nach|sicherungsziel"
)
_BACKUPS = words_of(
    "backup backups sauvegarde sauvegardes reservekopie reservekopieen datensicherung "
    "datensicherungen sicherung sicherungen"
)
_FOUND = 0.9
_WEAK = 0.8
_MOST = 0.5


def with_whereabouts(
    table: Table, layout: Layout, columns: tuple[Column, ...], chosen: Container[str]
) -> tuple[Column, ...]:
    """Let things need what their list says they are kept in, or copied to.

    A list of data says in what program or device each is kept; one of backups, where they go.
    """
    name = next((one for one in columns if one.meaning is Meaning.NAME), None)
    if name is None or any(one.meaning is Meaning.DEPENDS_ON for one in columns):
        return columns
    words = _WHERE if kind_of_type(name.header) is AssetKind.DATA else frozenset[str]()
    words |= _TARGETS if lists_backups(table) else frozenset()
    return tuple(
        replace(one, meaning=Meaning.DEPENDS_ON, confidence=_FOUND)
        if plain_words(one.header) in words
        and one.header not in chosen
        and (one.meaning is None or _is_weak(one))
        and _are_things(layout.columns[one.index])
        else one
        for one in columns
    )


def lists_backups(table: Table) -> bool:
    """Whether a sheet is called one of backups: what it names is copied to is needed little."""
    return has_word(table.title, _BACKUPS)


def _is_weak(one: Column) -> bool:
    hosting = (Meaning.HOSTING, Meaning.LOCATION, Meaning.TARGET)
    return one.meaning in hosting and (one.confidence < _WEAK or one.meaning is Meaning.HOSTING)


def _are_things(cells: Cells) -> bool:
    """Whether most of what a column tells are names, and few of these are countries."""
    told = [str(cell) for cell in cells.values if cell is not None and not is_nobody(str(cell))]
    names = [text for text in told if is_name(text)]
    placed = [text for text in names if find_hosting(text)]
    return bool(told) and len(names) - len(placed) > _MOST * len(told)
