"""What the header of a column of needs says: how things are needed, and of what kind they are."""

from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.guessing import kind_of_name
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.site_lists import names_site
from smala_lockin.importing.values.plain import exact_form, plain_words, words_of

_HOSTED = words_of(
    "hebergees heberges hebergee hosted installees installed gehoste gehostete tourne tournent "
    "draait draaiende runs running lauft"
)
_PROGRAMS = words_of("logiciel logiciels software programme programmes programma fao")
"""Words of headers beside devices: what runs them is named there and nowhere else."""
_EQUIPMENT = words_of("infrastructure infrastructures infrastruktur infrastructuur")
"""Words of headers beside activities: what is named there and sounds like nothing is a device."""


def names_programs(column: Column) -> bool:
    """Return whether a column names the programs that run the devices of a list."""
    return not _PROGRAMS.isdisjoint(plain_words(column.header).split())


def names_sites(column: Column) -> bool:
    """Return whether a column names the sites that a list is of, on which its things stand."""
    return column.meaning is Meaning.RUNS_ON and names_site(column.header)


def kind_needed(near: AssetKind, column: Column, name: str) -> AssetKind | None:
    """Return the kind of what is named in a column and nowhere else, where its header tells."""
    if names_sites(column):
        return AssetKind.LOCATION
    if near is AssetKind.INFRASTRUCTURE and names_programs(column):
        return AssetKind.APPLICATION
    if near is not AssetKind.PROCESS:
        return None
    if _EQUIPMENT.isdisjoint(plain_words(column.header).split()):
        return None
    kind = kind_of_name(name)
    return AssetKind.INFRASTRUCTURE if kind is AssetKind.APPLICATION else kind


def role_of(column: Column, *, flipped: bool) -> Role:
    """Return how a thing is needed that a column names, or of which it names who needs it."""
    hosts = flipped and not _HOSTED.isdisjoint(plain_words(column.header).split())
    return Role.RUNS_ON if hosts or column.meaning is Meaning.RUNS_ON else Role.USES


def is_flipped(direction: str) -> bool | None:
    """Return whether the far one needs the near one, by a word; None where it is not known."""
    word = exact_form(direction)
    if word in ("", "southbound", "outbound", "depends on", "uses", "->", "downstream"):
        return False
    return True if word in ("northbound", "inbound", "used by", "<-", "upstream") else None
