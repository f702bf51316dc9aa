"""Lists of sites that name in each row what stands at one of them: its line, its server.

Elsewhere a place is a note on a thing; here it is what the list is about.
"""

from collections.abc import Container
from dataclasses import replace

from smala_lockin.formats.tables import Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import phrases_of, plain_words, words_of

_TITLES = words_of(
    "standorte standorten niederlassungen werke filialen sites implantations etablissements "
    "batiments agences magasins vestigingen locaties gebouwen filiaalen locations branches "
    "buildings premises"
)
_SITES = phrases_of(
    "standort|niederlassung|werk|filiale|site|sites|nom du site|implantation|etablissement|"
    "batiment|agence|magasin|vestiging|locatie|gebouw|filiaal|location|branch|building|lieu"
)


def with_sites(
    table: Table, columns: tuple[Column, ...], chosen: Container[str]
) -> tuple[Column, ...]:
    """Let things stand on the sites that head their rows, in a sheet that is called so."""
    if not columns or _TITLES.isdisjoint(plain_words(table.sheet or "").split()):
        return columns
    first = columns[0]
    named = any(one.meaning is Meaning.NAME for one in columns[1:])
    if not (named and first.meaning is Meaning.LOCATION and names_site(first.header)):
        return columns
    if first.header in chosen:
        return columns
    return (replace(first, meaning=Meaning.RUNS_ON), *columns[1:])


def names_site(header: str) -> bool:
    """Whether a header is that of sites."""
    return plain_words(header) in _SITES
