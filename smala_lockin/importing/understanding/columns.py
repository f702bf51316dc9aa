"""What each column of a table means, by its header and by what stands below it."""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.kind_words import kind_of_type
from smala_lockin.importing.headings.meanings import MANY, Meaning
from smala_lockin.importing.tables.headers import Reading, readings
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.contents import SAMPLED, fits, is_name, reaches_people
from smala_lockin.importing.values.plain import (
    is_placeholder,
    phrases_of,
    plain_words,
)

SAMPLES_SHOWN = 5

KNOWN = 1.2
"""The confidence in what the tool that wrote a table means by a column."""

_MIN_CONFIDENCE = 0.5
_SURE_ID = 0.8
_LAG = 0.2  # a word that rarely means it gives way to one that always does
_CHOSEN = 2.0  # above anything a header alone can say
_SURE_HEADER = 1.0
_NO_CHOICES: Mapping[str, Meaning | None] = MappingProxyType({})
_CODE = re.compile(r"[A-Z\d]{2,8}[-_.]?\d*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it means (None: kept as it is), how sure that is, and its first values.

    `reference` says that its cells hold ids of what they mean rather than names.
    """

    index: int
    header: str
    meaning: Meaning | None = None
    confidence: float = 0.0
    reference: bool = False
    samples: tuple[str, ...] = ()


def read_columns(
    layout: Layout, chosen: Mapping[str, Meaning | None] = _NO_CHOICES
) -> tuple[Column, ...]:
    """Return the columns of a table that hold anything, from left to right.

    Each meaning goes to the column that fits it best; most may be had once only. `chosen` says
    what somebody takes columns for, by their headers; it comes before any guess.
    """
    found: list[Column] = []
    wishes: list[tuple[float, int, Reading]] = []
    for index, header in enumerate(layout.headers):
        cells = _distinct(layout.columns[index].values)
        if not cells:
            continue
        shown = tuple(str(cell).strip() for cell in cells[:SAMPLES_SHOWN])
        shown_header = header or f"[{letters(layout.table.first_column + index)}]"
        found.append(Column(index=index, header=shown_header, samples=shown))
        if shown_header in chosen:
            if meaning := chosen[shown_header]:
                wishes.append((_CHOSEN, len(found) - 1, _reading(header, meaning)))
            continue
        if reaches_people(cells):
            wishes.append((_SURE_HEADER, len(found) - 1, Reading(Meaning.PERSON, _SURE_HEADER)))
            continue
        for reading in readings(header):
            if reading.confidence >= _MIN_CONFIDENCE and fits(reading, header, cells):
                wishes.append((reading.confidence, len(found) - 1, reading))
    return _settled(found, wishes, len(layout.body), chosen)


def is_counter(column: Column, rows: int) -> bool:
    """Whether a column only counts the rows: such numbers change from one export to the next."""
    expected = tuple(str(number) for number in range(1, min(rows, SAMPLES_SHOWN) + 1))
    return rows > 1 and column.samples == expected


def _settled(
    columns: list[Column],
    wishes: list[tuple[float, int, Reading]],
    rows: int,
    chosen: Container[str],
) -> tuple[Column, ...]:
    best: dict[Meaning, float] = {}
    for confidence, place, reading in sorted(wishes, key=lambda wish: (-wish[0], wish[1])):
        meaning = reading.meaning
        if meaning is Meaning.NAME and reading.reference and confidence < _CHOSEN:
            meaning = Meaning.SUBJECT if Meaning.ID in best else Meaning.ID
        if columns[place].meaning is not None:
            continue
        lagging = confidence < min(best.get(meaning, 0.0), _SURE_HEADER) - _LAG
        if meaning in best and (meaning not in MANY or lagging):
            continue
        if meaning is Meaning.ID and confidence < _SURE_ID and is_counter(columns[place], rows):
            continue
        best.setdefault(meaning, confidence)
        columns[place] = replace(
            columns[place], meaning=meaning, confidence=confidence, reference=reading.reference
        )
    columns = _without_codes(columns)
    columns = _as_arrows(_identified(_without_repeats(columns)))
    held = {one.meaning for one in columns}
    named = {one.meaning for one in columns if not one.reference}
    settled = [
        replace(one, meaning=None, confidence=0.0) if _is_idle(one, held, named) else one
        for one in columns
    ]
    return tuple(_with_names(settled, rows, chosen))


def _without_codes(columns: list[Column]) -> list[Column]:
    """Of two columns of suppliers the one that holds their short codes is no name."""
    supplying = [one for one in columns if one.meaning is Meaning.SUPPLIER and not one.reference]
    codes = [one for one in supplying if all(map(_CODE.fullmatch, one.samples))]
    if len(codes) == len(supplying):
        return columns
    return [
        replace(one, reference=True) if one in codes and one.confidence < _CHOSEN else one
        for one in columns
    ]


def _without_repeats(columns: list[Column]) -> list[Column]:
    """Leave alone what a survey asks again about a second thing: its supplier is another's."""
    second = [
        one.index
        for one in columns
        if one.meaning is None
        and any(read.meaning is Meaning.NAME for read in readings(one.header))
    ]
    return [
        replace(one, meaning=None, confidence=0.0)
        if one.meaning in MANY
        and one.confidence < _CHOSEN
        and _REPEATED.search(one.header)
        and any(index < one.index for index in second)
        else one
        for one in columns
    ]


def _as_arrows(columns: list[Column]) -> list[Column]:
    """Read "dependent" and "dependency" as the two ends of arrows, where nothing else is named."""
    held = {one.meaning for one in columns}
    if Meaning.SOURCE not in held or held & {Meaning.TARGET, Meaning.NAME}:
        return columns
    ends = [one for one in columns if one.meaning is Meaning.DEPENDS_ON]
    if len(ends) != 1:
        return columns
    return [replace(one, meaning=Meaning.TARGET) if one is ends[0] else one for one in columns]


_REPEATED = re.compile(r" \(\d+\)$")


def _identified(columns: list[Column]) -> list[Column]:
    """Let serial numbers tell devices of one name apart, where nothing else does."""
    if any(one.meaning is Meaning.ID for one in columns):
        return columns
    for place, one in enumerate(columns):
        unlike = len(set(one.samples)) == len(one.samples) > 1
        if one.meaning is Meaning.HARDWARE and plain_words(one.header) in SERIALS and unlike:
            numbered = replace(one, meaning=Meaning.ID)
            return [*columns[:place], numbered, *columns[place + 1 :]]
    return columns


SERIALS = phrases_of(
    "serial|serial number|serial no|numero de serie|n de serie|no de serie|serienummer|"
    "seriennummer|n serie|num serie"
)
"""Headers of the serial numbers of devices."""


def _reading(header: str, meaning: Meaning) -> Reading:
    """How a header is read as what somebody chose."""
    known = next((one for one in readings(header) if one.meaning is meaning), None)
    return Reading(meaning, _CHOSEN, reference=known is not None and known.reference)


def _with_names(columns: list[Column], rows: int, chosen: Container[str]) -> list[Column]:
    """Take the first column of different names for the names where no header says which it is.

    Only where other columns leave no doubt that the table is a list of things.
    """
    held = {one.meaning for one in columns if plain_words(one.header) not in _PURPOSES}
    if held.isdisjoint(_NAMING - {Meaning.PROCESS}) and (
        of_contracts := _described_contracts(columns, chosen)
    ):
        return of_contracts
    if held & _NAMING:
        return columns
    first = columns[0] if columns else None
    free = first and (first.meaning is None or (first.meaning in _PLACES and first.confidence < 1))
    if first and free and first.header not in chosen and _names_a_kind(first):
        return [replace(first, meaning=Meaning.NAME, confidence=_GUESSED), *columns[1:]]
    if hosts := _named_by(columns, Meaning.RUNS_ON, _HOSTS, chosen):
        return hosts
    if len({one.meaning for one in columns} & _OF_THINGS) < _ENOUGH:
        return _numbered_only(columns, chosen)
    for place, one in enumerate(columns):
        unlike = len({sample.casefold() for sample in one.samples}) == min(rows, SAMPLES_SHOWN)
        short = all(is_name(sample) and len(sample) <= 60 for sample in one.samples)
        free = one.meaning is None and not any(read.reference for read in readings(one.header))
        if free and one.header not in chosen and unlike and short:
            named = replace(one, meaning=Meaning.NAME, confidence=_GUESSED)
            return [*columns[:place], named, *columns[place + 1 :]]
    return _numbered_only(columns, chosen)


def _numbered_only(columns: list[Column], chosen: Container[str]) -> list[Column]:
    """Let the numbers of things name them where nothing else does: "ASSET-0001", a database."""
    kinds = [one for one in columns if one.meaning is Meaning.KIND]
    typed = any(kind_of_type(sample) for one in kinds for sample in one.samples)
    if {one.meaning for one in columns} & _SUPPLIED:
        return columns
    if not typed:
        return _named_by(columns, Meaning.HARDWARE, _MODELS, chosen) or columns
    for place, one in enumerate(columns):
        telling = one.confidence >= _SURE_ID and all(map(is_name, one.samples))
        if one.meaning is Meaning.ID and telling and one.header not in chosen:
            named = replace(one, meaning=Meaning.NAME, confidence=_GUESSED, reference=False)
            return [*columns[:place], named, *columns[place + 1 :]]
    return columns


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


def _is_idle(
    column: Column, held: Container[Meaning | None], named: Container[Meaning | None]
) -> bool:
    """Whether a column says nothing more beside others: half a relation, an id beside a name."""
    match column.meaning:
        case Meaning.SOURCE:
            return Meaning.TARGET not in held
        case Meaning.TARGET:
            return Meaning.SOURCE not in held
        case _:
            return column.reference and column.meaning in MANY and column.meaning in named


def _distinct(cells: Iterable[Cell]) -> list[Cell]:
    found: dict[Cell, None] = {}
    for cell in cells:
        if not _is_idle_cell(cell):
            found.setdefault(cell)
            if len(found) == SAMPLED:
                break
    return list(found)


def _is_idle_cell(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and is_placeholder(cell))


def letters(index: int) -> str:
    """Return the letters by which Excel names a column, 0 being A."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
