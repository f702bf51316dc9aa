"""Lists of what is installed where: one row for each program on each computer.

Or one for each licence of each person; people are counted, and their names left out.
"""

from collections.abc import Collection
from dataclasses import replace

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import SERIALS, Column
from smala_lockin.importing.values.plain import phrases_of, plain_words

_PROGRAMS = phrases_of(
    "program|programs|program name|programme|programmes|software|software name|software title|"
    "application|application name|applications|app|app name|display name|displayname|product|"
    "product name|package|logiciel|logiciels|nom du logiciel|nom logiciel|application installee|"
    "logiciel installe|logiciels installes|produit|nom du programme|programma|applicatie|"
    "softwarenaam|naam software|anwendung|softwarename|name der software|programm|"
    "installed software|installed program|installed application|name|nom|naam|"
    "licence|license|licentie|lizenz|abonnement|subscription|sku|plan"
)
_MACHINES = phrases_of(
    "computer|computers|computer name|computername|pc|pc name|machine|machine name|device|"
    "device name|devicename|host|hostname|host name|workstation|endpoint|system name|poste|"
    "poste de travail|postes|ordinateur|nom de l ordinateur|nom ordinateur|nom du poste|"
    "nom du pc|nom machine|nom de la machine|appareil|nom de l appareil|equipement|computernaam|"
    "toestel|naam computer|naam toestel|werkstation|rechner|rechnername|gerat|geratename|"
    "installed on|installe sur|geinstalleerd op|installiert auf|computer display name"
)
_USERS = phrases_of(
    "user|users|user name|username|user principal name|display name user|employee|employee name|"
    "utilisateur|usager|nom utilisateur|nom de l utilisateur|collaborateur|employe|titulaire|"
    "travailleur|gebruiker|medewerker|benutzer|mitarbeiter|assigned to|attribue a|toegewezen aan"
)
"""Headers of those of whom each has a licence, where no computers are listed."""

_LEFT = (Meaning.PERSON, Meaning.OWNER, Meaning.USED_BY)
_FEWEST_ROWS = 4
_REPEATED = 0.8


def with_machines(
    layout: Layout, columns: tuple[Column, ...], chosen: Collection[str]
) -> tuple[Column, ...]:
    """Return the columns of a table with programs as names and computers to be counted.

    So they are where both stand in every row, and both stand in several: a list of applications
    with a server beside each names an application once.
    """
    free = [one for one in columns if one.header not in chosen]
    machine = next((one for one in free if plain_words(one.header) in _MACHINES), None)
    machine = machine or next(
        (one for one in free if plain_words(one.header) in _USERS and one.meaning in _LEFT), None
    )
    program = next(
        (one for one in free if plain_words(one.header) in _PROGRAMS and one is not machine), None
    )
    if machine is None or program is None:
        return columns
    machines, programs = (layout.columns[one.index] for one in (machine, program))
    rows = len(programs)
    if rows < _FEWEST_ROWS or None in programs or 10 * list(machines).count(None) > rows:
        return columns
    by_person = plain_words(machine.header) in _USERS
    if by_person and any(_is_of_device(one) for one in columns):
        return columns
    apart = len(set(zip(machines, programs, strict=True)))
    repeated = [set(programs)] if by_person else [set(programs), set(machines)]
    if apart < _REPEATED * rows or any(not 1 < len(one) <= _REPEATED * rows for one in repeated):
        return columns
    return tuple(_fitted(one, machine, program) for one in columns)


def _is_of_device(one: Column) -> bool:
    return one.meaning is Meaning.HARDWARE or plain_words(one.header) in SERIALS


def _fitted(one: Column, machine: Column, program: Column) -> Column:
    if one.index == machine.index:
        return replace(one, meaning=Meaning.MACHINE, confidence=_FOUND, reference=False)
    if one.index == program.index:
        return replace(one, meaning=Meaning.NAME, confidence=_FOUND, reference=False)
    if one.meaning in (Meaning.NAME, Meaning.ID, Meaning.RUNS_ON, Meaning.USED_BY):
        return replace(one, meaning=None, confidence=0.0)
    return one


_FOUND = 0.95
