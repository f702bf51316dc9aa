"""What each column of a table means, by its header and by what stands below it."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.meanings import MANY, Meaning
from smala_lockin.importing.tables.headers import Reading, readings
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.contents import SAMPLED, fits, reaches_people
from smala_lockin.importing.values.plain import (
    is_placeholder,
    phrases_of,
    plain_words,
    words_of,
)

SAMPLES_SHOWN = 5

KNOWN = 1.2
"""The confidence in what the tool that wrote a table means by a column."""

_MIN_CONFIDENCE = 0.5
SURE_ID = 0.8
"""The confidence from which a column of numbers tells things apart."""

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
        if reaches_people(cells) and not _numbers_companies(header):
            wishes.append((_SURE_HEADER, len(found) - 1, Reading(Meaning.PERSON, _SURE_HEADER)))
            continue
        for reading in readings(header):
            if reading.confidence >= _MIN_CONFIDENCE and fits(reading, header, cells):
                wishes.append((reading.confidence, len(found) - 1, reading))
    return _settled(found, wishes, len(layout.body), chosen)


def _numbers_companies(header: str) -> bool:
    """Whether a header is that of enterprise numbers, which look like those of telephones."""
    return any(one.meaning is Meaning.REGISTRATION for one in readings(header)[:1])


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
    if all(reading.meaning is not Meaning.SOURCE for *_, reading in wishes):
        wishes = [
            one for one in wishes if one[2].meaning is not Meaning.TARGET or one[0] >= _CHOSEN
        ]
    for confidence, place, reading in sorted(wishes, key=lambda wish: _rank(columns, wish)):
        meaning = reading.meaning
        if meaning is Meaning.NAME and reading.reference and confidence < _CHOSEN:
            meaning = Meaning.SUBJECT if Meaning.ID in best else Meaning.ID
        if columns[place].meaning is not None:
            continue
        lagging = confidence < min(best.get(meaning, 0.0), _SURE_HEADER) - _LAG
        if meaning in best and (meaning not in MANY or lagging):
            continue
        if meaning is Meaning.ID and confidence < SURE_ID and is_counter(columns[place], rows):
            continue
        best.setdefault(meaning, confidence)
        columns[place] = replace(
            columns[place], meaning=meaning, confidence=confidence, reference=reading.reference
        )
    columns = _with_deputies(_with_short_names(_without_codes(columns)))
    columns = _as_arrows(_identified(_numbered(_own_ids(_without_repeats(columns)))))
    held = {one.meaning for one in columns}
    named = {one.meaning for one in columns if not one.reference}
    settled = [
        replace(one, meaning=None, confidence=0.0) if _is_idle(one, held, named) else one
        for one in columns
    ]
    return tuple(settled)


def _rank(columns: Sequence[Column], wish: tuple[float, int, Reading]) -> tuple[float, int, int]:
    """The order of wishes: the surest first, and what a year costs in all before its parts."""
    confidence, place, reading = wish
    words = set(plain_words(columns[place].header).split())
    yearly = reading.meaning is Meaning.COST and not words.isdisjoint(_YEARLY)
    return -confidence, 2 - yearly - (yearly and "total" in words), place


_YEARLY = words_of(
    "annual yearly annuel annuelle jaarlijks jaarlijkse jahrlich jahrliche an year jaar jahr"
)


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


def _with_short_names(columns: list[Column]) -> list[Column]:
    """Let codes of suppliers be references to the names beside that they shorten: "DIETER"."""
    named = next((one for one in columns if one.meaning is Meaning.NAME), None)
    supplying = [one for one in columns if one.meaning is Meaning.SUPPLIER]
    if named is None or len(supplying) != 1 or len(named.samples) < _FEWEST_CODES:
        return columns
    (codes,) = supplying
    if codes.confidence >= _CHOSEN or len(codes.samples) != len(named.samples):
        return columns
    pairs = list(zip(codes.samples, named.samples, strict=True))
    shortened = all(
        _CODE.fullmatch(code) and _letters(name)[:_SHORT] == _letters(code)[:_SHORT]
        for code, name in pairs
    )
    if not shortened or all(code == name for code, name in pairs):
        return columns
    return [replace(one, reference=True) if one is codes else one for one in columns]


_FEWEST_CODES = 3
_SHORT = 3


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _with_deputies(columns: list[Column]) -> list[Column]:
    """Beside deputies those who do something are people too, whatever else holders may be."""
    words = [plain_words(one.header) for one in columns]
    if _DEPUTIES.isdisjoint(words):
        return columns
    return [
        replace(one, meaning=Meaning.PERSON)
        if one.confidence < _CHOSEN and (text in _DEPUTIES or text in _HOLDERS)
        else one
        for one, text in zip(columns, words, strict=True)
    ]


_DEPUTIES = phrases_of(
    "remplacant|remplacants|suppleant|suppleants|backup personne|vervanger|plaatsvervanger|deputy|"
    "stand in person|stellvertreter|stellvertretung|vertretung|vertreter|remplace par personne"
)
_HOLDERS = phrases_of("titulaire|titulaires|titularis|holder|stelleninhaber")
"""Headers of those who do something, beside those who do it when they are away."""


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
    if ends := _ends_beside(columns):
        return ends
    if Meaning.SOURCE not in held or held & {Meaning.TARGET, Meaning.NAME}:
        return columns
    ends = [one for one in columns if one.meaning is Meaning.DEPENDS_ON]
    if len(ends) != 1:
        return columns
    return [replace(one, meaning=Meaning.TARGET) if one is ends[0] else one for one in columns]


def _ends_beside(columns: list[Column]) -> list[Column]:
    """The two ends of links that stand beside how these are linked, "runs on", and nothing else."""
    links = [one for one in columns if plain_words(one.header) in _LINKS]
    ends = [one for one in columns if one not in links]
    if len(links) != 1 or len(ends) != _BOTH or any(one.confidence >= _CHOSEN for one in columns):
        return []
    if not all(plain_words(sample) in _LINKED for sample in links[0].samples):
        return []
    found = zip(ends, (Meaning.SOURCE, Meaning.TARGET), strict=True)
    told = {one.index: replace(one, meaning=end, confidence=_SURE_HEADER) for one, end in found}
    return [told.get(one.index, replace(one, meaning=Meaning.KIND)) for one in columns]


_BOTH = 2
_LINKS = phrases_of(
    "relation|relations|relation type|relationship|relationship type|link|link type|"
    "type de relation|type de lien|lien|relatie|relatietype|type relatie|beziehung|beziehungstyp"
)
_LINKED = phrases_of(
    "runs on|run on|depends on|uses|used by|hosted on|hosted by|requires|connects to|calls|reads|"
    "writes|stores in|utilise|depend de|heberge sur|tourne sur|draait op|gebruikt|hangt af van|"
    "lauft auf|nutzt|hangt ab von"
)
"""How two things of a landscape are linked."""

_REPEATED = re.compile(r" \(\d+\)$")


def _numbered(columns: list[Column]) -> list[Column]:
    """Let numbers of activities tell these apart, where they stand beside their names."""
    held = {one.meaning for one in columns}
    named = any(one.meaning is Meaning.PROCESS and not one.reference for one in columns)
    if Meaning.ID in held or Meaning.NAME in held or not named:
        return columns
    return [
        replace(one, meaning=Meaning.ID, reference=False)
        if one.meaning is Meaning.PROCESS and one.reference
        else one
        for one in columns
    ]


def _own_ids(columns: list[Column]) -> list[Column]:
    """Let "server id" tell the rows apart that "server name" names: it refers to nothing else."""
    names = [_BEFORE_NAME.match(plain_words(one.header)) for one in columns if _names(one)]
    of = {found["of"] for found in names if found}
    if not of or any(one.meaning is Meaning.ID for one in columns):
        return columns
    for place, one in enumerate(columns):
        found = _BEFORE_ID.match(plain_words(one.header))
        if one.reference and one.confidence < _CHOSEN and found and found["of"] in of:
            own = replace(one, meaning=Meaning.ID, reference=False)
            return [*columns[:place], own, *columns[place + 1 :]]
    return columns


def _names(one: Column) -> bool:
    return one.meaning is Meaning.NAME and not one.reference


_BEFORE_NAME = re.compile(r"(?P<of>.+) (?:name|nom|naam)$")
_BEFORE_ID = re.compile(r"(?P<of>.+) (?:id|code|ref|no|nr|number)$")


def _identified(columns: list[Column]) -> list[Column]:
    """Let serial numbers tell devices of one name apart, where nothing else does."""
    if any(one.meaning is Meaning.ID for one in columns):
        return columns
    for place, one in enumerate(columns):
        unlike = len(set(one.samples)) == len(one.samples) > 1
        if one.meaning is Meaning.HARDWARE and is_of_serials(one) and unlike:
            numbered = replace(one, meaning=Meaning.ID)
            return [*columns[:place], numbered, *columns[place + 1 :]]
    return columns


SERIALS = phrases_of(
    "serial|serial number|serial no|numero de serie|n de serie|no de serie|serienummer|"
    "seriennummer|n serie|num serie"
)
"""Headers of the serial numbers of devices."""


def is_of_serials(column: Column) -> bool:
    """Whether a column is headed as the serial numbers of devices."""
    return plain_words(column.header) in SERIALS


def _reading(header: str, meaning: Meaning) -> Reading:
    """How a header is read as what somebody chose."""
    known = next((one for one in readings(header) if one.meaning is meaning), None)
    return Reading(meaning, _CHOSEN, reference=known is not None and known.reference)


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
