"""Which column names the things of a table, where no header says so."""

import re
from collections.abc import Container
from dataclasses import replace

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.importing.headings.kind_words import kind_of_type
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.understanding.columns import (
    SAMPLES_SHOWN,
    SURE_ID,
    Column,
    is_of_serials,
)
from smala_lockin.importing.understanding.contents import is_name
from smala_lockin.importing.values.plain import phrases_of, plain_words, words_of


def with_names(
    columns: tuple[Column, ...], rows: int, chosen: Container[str]
) -> tuple[Column, ...]:
    """Return columns of which one names the things, where any does.

    `chosen` are the headers of columns that somebody has said the meaning of.
    """
    return tuple(_with_names(list(columns), rows, chosen))


def _with_names(columns: list[Column], rows: int, chosen: Container[str]) -> list[Column]:
    """Take the first column of different names for the names where no header says which it is.

    Only where other columns leave no doubt that the table is a list of things.
    """
    columns = _by_machine(_by_model(columns, chosen), rows, chosen)
    held = {one.meaning for one in columns if plain_words(one.header) not in _PURPOSES}
    if held.isdisjoint(_NAMING - {Meaning.PROCESS}) and (
        of_contracts := _described_contracts(columns, chosen)
    ):
        return of_contracts
    first = columns[0] if columns else None
    if first and _lists_places(first, held) and first.header not in chosen:
        return [replace(first, meaning=Meaning.NAME, confidence=_GUESSED), *columns[1:]]
    if held & _NAMING:
        return columns
    free = first and (first.meaning is None or (first.meaning in _PLACES and first.confidence < 1))
    if first and free and first.header not in chosen and _names_a_kind(first):
        return [replace(first, meaning=Meaning.NAME, confidence=_GUESSED), *columns[1:]]
    if hosts := _named_by(columns, Meaning.RUNS_ON, _HOSTS, chosen):
        return hosts
    if promised := _promised(columns, held, chosen):
        return promised
    if lines := _described_lines(columns, rows, chosen):
        return lines
    if len({one.meaning for one in columns} & _OF_THINGS) < _ENOUGH:
        return _numbered_only(columns, chosen)
    for place, one in enumerate(columns):
        unlike = len({sample.casefold() for sample in one.samples}) == min(rows, SAMPLES_SHOWN)
        short = all(is_name(sample) and len(sample) <= 60 for sample in one.samples)
        free = one.meaning is None and not any(read.reference for read in readings(one.header))
        free = free and not all(map(_CODE.fullmatch, one.samples))
        if free and one.header not in chosen and unlike and short:
            named = replace(one, meaning=Meaning.NAME, confidence=_GUESSED)
            return [*columns[:place], named, *columns[place + 1 :]]
    return _numbered_only(columns, chosen)


def _described_lines(
    columns: list[Column], rows: int, chosen: Container[str]
) -> list[Column] | None:
    """Let short descriptions name what amounts and quantities stand beside: lines of a quote."""
    held = {one.meaning for one in columns}
    if not held & _COUNTED or not held & _PRICED or held & _SUPPLIED:
        return None
    for place, one in enumerate(columns):
        short = all(is_name(sample) and len(sample) <= 60 for sample in one.samples)
        apart = len(set(one.samples)) == min(rows, SAMPLES_SHOWN)
        if one.meaning is Meaning.DESCRIPTION and one.header not in chosen and short and apart:
            named = replace(one, meaning=Meaning.NAME, confidence=_GUESSED)
            return [*columns[:place], named, *columns[place + 1 :]]
    return None


_COUNTED = frozenset({Meaning.UNITS, Meaning.USERS, Meaning.LICENCES_BOUGHT})
_PRICED = frozenset({Meaning.COST, Meaning.MONTHLY_COST, Meaning.UNIT_COST})


def _numbered_only(columns: list[Column], chosen: Container[str]) -> list[Column]:
    """Let the numbers of things name them where nothing else does: "ASSET-0001", a database."""
    kinds = [one for one in columns if one.meaning is Meaning.KIND]
    typed = any(kind_of_type(sample) for one in kinds for sample in one.samples)
    if {one.meaning for one in columns} & _SUPPLIED:
        return columns
    if not typed:
        return _named_by(columns, Meaning.HARDWARE, _MODELS, chosen) or columns
    if described := _described_devices(columns, chosen):
        return described
    for place, one in enumerate(columns):
        telling = one.confidence >= SURE_ID and all(map(is_name, one.samples))
        if one.meaning is Meaning.ID and telling and one.header not in chosen:
            named = replace(one, meaning=Meaning.NAME, confidence=_GUESSED, reference=False)
            return [*columns[:place], named, *columns[place + 1 :]]
    return columns


def _described_devices(columns: list[Column], chosen: Container[str]) -> list[Column] | None:
    """Let short descriptions name things of some make and sort that only numbers name else."""
    if all(one.meaning is not Meaning.MAKER for one in columns):
        return None
    for place, one in enumerate(columns):
        short = all(is_name(sample) and len(sample) <= 60 for sample in one.samples)
        apart = len(set(one.samples)) > 1 or len(one.samples) == 1
        if one.meaning is Meaning.DESCRIPTION and one.header not in chosen and short and apart:
            named = replace(one, meaning=Meaning.NAME, confidence=_GUESSED)
            return [*columns[:place], named, *columns[place + 1 :]]
    return None


def _named_by(
    columns: list[Column], meaning: Meaning, headers: Container[str], chosen: Container[str]
) -> list[Column] | None:
    """Let a column name devices that says on what things run, or of what model they are.

    None where it does not, or nothing else is said of devices.
    """
    if sum(one.meaning in (Meaning.HARDWARE, Meaning.MAKER) for one in columns) < _ABOUT_DEVICES:
        return None
    for place, one in enumerate(columns):
        fits = one.meaning is meaning and plain_words(one.header) in headers
        unlike = len(set(one.samples)) == len(one.samples)
        if fits and unlike and one.header not in chosen and all(map(is_name, one.samples)):
            named = replace(one, meaning=Meaning.NAME, confidence=_GUESSED, reference=False)
            return [*columns[:place], named, *columns[place + 1 :]]
    return None


def _by_model(columns: list[Column], chosen: Container[str]) -> list[Column]:
    """Let models name devices that serial numbers tell apart, rather than who has them.

    The columns as they are where something else names the rows.
    """
    numbered = any(one.meaning is Meaning.ID and is_of_serials(one) for one in columns)
    models = [one for one in columns if plain_words(one.header) in _MODELS]
    named = next((one for one in columns if one.meaning is Meaning.NAME), None)
    of_service = named is None or (
        named.confidence < _SURE_NAME
        and named.header not in chosen
        and plain_words(named.header) in _SERVICES
    )
    if not (numbered and of_service and len(models) == 1) or models[0].header in chosen:
        return columns
    owned = any(one.meaning is Meaning.OWNER for one in columns)
    return [
        replace(one, meaning=Meaning.NAME, confidence=_GUESSED, reference=False)
        if one is models[0]
        else replace(one, meaning=None if owned else Meaning.OWNER)
        if one is named
        else one
        for one in columns
    ]


def _by_machine(columns: list[Column], rows: int, chosen: Container[str]) -> list[Column]:
    """Let machines of some make, each in a row of its own, need the programs beside them.

    Where a machine comes again the rows are its programs, and the columns stay as they are.
    """
    first = columns[0] if columns else None
    if first is None or first.meaning is not Meaning.RUNS_ON or first.header in chosen:
        return columns
    made = any(one.meaning in (Meaning.MAKER, Meaning.HARDWARE) for one in columns)
    apart = len({sample.casefold() for sample in first.samples}) == min(rows, SAMPLES_SHOWN)
    if not (made and apart and plain_words(first.header) in _HOSTS and rows > 1):
        return columns
    if any(one.meaning is Meaning.DEPENDS_ON for one in columns):
        return columns
    return [
        replace(one, meaning=Meaning.NAME, confidence=_GUESSED, reference=False)
        if one is first
        else replace(one, meaning=Meaning.DEPENDS_ON)
        if one.meaning is Meaning.NAME and one.header not in chosen
        else one
        for one in columns
    ]


_SURE_NAME = 0.8
_SERVICES = phrases_of("service|services|dienst|abteilung|departement|department|afdeling")
_ABOUT_DEVICES = 1
_HOSTS = phrases_of("host|hosts|server|servers|serveur|serveurs|hote|hotes|machine|machines|vm")
_MODELS = phrases_of("model|modele|modell|model name|nom du modele|modelnaam")
_SUPPLIED = frozenset({Meaning.SUPPLIER, Meaning.PAYMENT})


def _described_contracts(columns: list[Column], chosen: Container[str]) -> list[Column] | None:
    """Let short descriptions name what contracts with suppliers are about, where nothing else does.

    None where the columns are not those of contracts.
    """
    held = {one.meaning for one in columns}
    if Meaning.SUPPLIER not in held or held.isdisjoint(_OF_CONTRACTS):
        return None
    for place, one in enumerate(columns):
        short = all(is_name(sample) and len(sample) <= 60 for sample in one.samples)
        apart = len(set(one.samples)) == len(one.samples)
        told = one.meaning is Meaning.DESCRIPTION or plain_words(one.header) in _SORTS
        if told and one.header not in chosen and short and apart:
            named = replace(one, meaning=Meaning.NAME, confidence=_GUESSED)
            return [*columns[:place], named, *columns[place + 1 :]]
    return None


_SORTS = phrases_of(
    "type de ligne|type de connexion|line type|type of line|connection type|type lijn|"
    "type verbinding|"
    "anschlussart|type d abonnement|abonnement|forfait|subscription type|type abonnement|tariff|"
    "type of service|service type|nature of service|type de service|type de prestation|"
    "nature du service|soort dienst|type dienst|art der dienstleistung|leistungsart"
)
"""Headers of what suppliers do, which names it where each does something else."""

_OF_CONTRACTS = frozenset({Meaning.CONTRACT_END, Meaning.NOTICE, Meaning.RENEWAL})


def _lists_places(first: Column, held: Container[Meaning | None]) -> bool:
    """Whether a table is one of sites: nothing but what these are needed for is named beside."""
    if first.meaning is not Meaning.LOCATION or any(one in held for one in _NOT_OF_PLACES):
        return False
    return Meaning.PROCESS in held and _names_a_kind(first)


_NOT_OF_PLACES = (
    Meaning.NAME,
    Meaning.SUBJECT,
    Meaning.SOURCE,
    Meaning.SUPPLIER,
    Meaning.MAKER,
    Meaning.HARDWARE,
    Meaning.KIND,
    Meaning.UNITS,
    Meaning.DEPENDS_ON,
    Meaning.RUNS_ON,
)


def _names_a_kind(column: Column) -> bool:
    """Whether a column is headed by a sort of thing, "Imprimante", and holds different names."""
    kind = kind_of_type(column.header)
    unlike = len({sample.casefold() for sample in column.samples}) == len(column.samples)
    named = all(is_name(sample) for sample in column.samples)
    return kind not in (None, AssetKind.SUPPLIER, AssetKind.PEOPLE) and unlike and named


_NAMING = frozenset({Meaning.NAME, Meaning.SUBJECT, Meaning.SOURCE, Meaning.PROCESS})
_OF_THINGS = frozenset(
    {
        Meaning.SUPPLIER,
        Meaning.MAKER,
        Meaning.KIND,
        Meaning.HOSTING,
        Meaning.CRITICALITY,
        Meaning.OWNER,
        Meaning.COST,
        Meaning.CONTRACT_END,
        Meaning.PERSONAL_DATA,
        Meaning.RUNS_ON,
        Meaning.DEPENDS_ON,
        Meaning.USERS,
        Meaning.USED_BY,
        Meaning.PROCESS,
    }
)
_ENOUGH = 3
_CODE = re.compile(r"[A-Z]{1,6}[-_./ ]?\d{2,}")
"""What numbers things rather than names them: "DOM-001"."""
_PLACES = (Meaning.RUNS_ON, Meaning.LOCATION)
_PURPOSES = phrases_of(
    "used for|what for|what is it used for|use|usage|business use|utilise pour|utilisee pour|"
    "sert a|utilise e pour|utilise pour quoi|pour quoi faire|pour quoi|a quoi ca sert|"
    "a quoi sert|utilite|sert pour|utilisation|utilisation principale|but|waarvoor|"
    "waarvoor gebruikt|gebruikt voor|gebruik|wofur|verwendet fur|genutzt fur|einsatzzweck|"
    "verwendung|zweck"
)
"""Headers that say what something is used for: it is named elsewhere."""
_GUESSED = 0.4


def _promised(
    columns: list[Column], held: Container[Meaning | None], chosen: Container[str]
) -> list[Column] | None:
    """Let a header that promises names of something that is not known name it: "api name".

    None beside suppliers and payments, where such names are those of other parties.
    """
    if any(one in held for one in _SUPPLIED):
        return None
    for place, one in enumerate(columns):
        words = plain_words(one.header)
        named = _NAMES_BEFORE.match(words) or _NAMES_BEHIND.search(words)
        if (
            named
            and (one.meaning is None or (one.meaning in _LINKING and one.confidence < _SURE))
            and one.header not in chosen
            and _OF_OTHERS.isdisjoint(words.split())
            and all(map(is_name, one.samples))
        ):
            promised = replace(one, meaning=Meaning.NAME, confidence=_GUESSED)
            return [*columns[:place], promised, *columns[place + 1 :]]
    return None


_LINKING = frozenset({Meaning.DEPENDS_ON, Meaning.RUNS_ON})
_SURE = 0.8
"""Below it, "integration name" names integrations rather than what something needs."""

_NAMES_BEFORE = re.compile(
    r"(?:nom|noms) (?:de|du|des|d|de la|de l) \w|(?:naam|name) (?:van|of|des|der) \w"
)
_NAMES_BEHIND = re.compile(r"\w (?:name|naam|bezeichnung)$")
_OF_OTHERS = words_of(
    """
    user users utilisateur gebruiker benutzer first last given family middle contact owner manager
    employee employe person personne file fichier bestand datei sheet column table project projet
    account compte bank banque city ville country pays department departement team equipe group
    groupe parent dns alias class classe category field street rue customer client klant kunde
    subscription tenant workspace region zone plan role domain resource network branch normalized
    normalised normalise short long search sort legal court complet full
    """
)
"""Words beside which a name is that of somebody, or of something beside the things of a list."""
