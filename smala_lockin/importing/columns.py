"""What each column of a table means, by its header and by what stands below it."""

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.accounts import ACCOUNT
from smala_lockin.importing.amounts import currency_of, has_decimal_comma, read_amount
from smala_lockin.importing.headers import Reading, readings
from smala_lockin.importing.kind_words import kind_of_type
from smala_lockin.importing.layout import Layout
from smala_lockin.importing.meanings import MANY, NAMES_OTHERS, Meaning
from smala_lockin.importing.moments import month_comes_first, read_date
from smala_lockin.importing.plain import (
    is_nobody,
    is_placeholder,
    phrases_of,
    plain_words,
    words_of,
)
from smala_lockin.importing.scales import (
    find_scale,
    read_exit_plan,
    read_flag,
    read_personal_data,
    read_training,
)
from smala_lockin.importing.spans import read_hours, read_renewal_months
from smala_lockin.knowledge.jurisdictions import country_code

SAMPLES_SHOWN = 5

KNOWN = 1.2
"""The confidence in what the tool that wrote a table means by a column."""

_SAMPLED = 200
_MIN_CONFIDENCE = 0.5
_SURE_ID = 0.8
_LONGEST_LABEL = 60
_SURE_NAME = 0.8
_DESCRIBES = words_of("description descriptif omschrijving beschreibung leistungsbeschreibung")
_LAG = 0.2  # a word that rarely means it gives way to one that always does
_CHOSEN = 2.0  # above anything a header alone can say
_SURE_HEADER = 1.0
_NO_CHOICES: Mapping[str, Meaning | None] = MappingProxyType({})
_NUMBERISH = re.compile(r"[-+]?[\d\s.,'%€$£]+")
_NUMBER_OF_COMPANY = re.compile(r"(?=(?:.*\d){5})[A-Za-z]{0,4}[\s:]*[\dA-Za-z][\w\s./-]{5,}")
_ACCOUNTS = phrases_of(
    "compte|n compte|compte account|compte general|compte auxiliaire|compte fournisseur|rekening|"
    "account|nom du compte|naam rekening|rekeningnaam|account name|kontoname|grootboekrekening|"
    "general account|ledger account|konto|personenkonto|kreditorenkonto"
)
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\w)")
_CODE = re.compile(r"[A-Z\d]{2,8}[-_.]?\d*")
BANK_ACCOUNT = re.compile(r"(?=.{15})[A-Z]{2}\d{2}(?:\s?[\dA-Z]{1,4}){2,8}")
"""An IBAN (ISO 13616)."""

_REACHES = re.compile(
    r"[^@\s]+@[^@\s]+\.[a-zA-Z]{2,}"  # a mail address
    r"|(?:\+\d{1,3}|00\d{1,3}|0\d{1,3})[\s./-]+(?=(?:\D*\d){6})[\d\s./()-]{6,}"  # a telephone
)
_MOST = 0.7
_ADDRESS = re.compile(r"https?://|www\.|@\w+\.\w", re.IGNORECASE)


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
        shown_header = header or f"[{_letters(layout.table.first_column + index)}]"
        found.append(Column(index=index, header=shown_header, samples=shown))
        if shown_header in chosen:
            if meaning := chosen[shown_header]:
                wishes.append((_CHOSEN, len(found) - 1, _reading(header, meaning)))
            continue
        if _holds_mail(cells):
            wishes.append((_SURE_HEADER, len(found) - 1, Reading(Meaning.PERSON, _SURE_HEADER)))
            continue
        for reading in readings(header):
            if reading.confidence >= _MIN_CONFIDENCE and _fits(reading, header, cells):
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
    columns = _identified(_without_repeats(columns))
    named = {one.meaning for one in columns if not one.reference}
    settled = [
        replace(one, meaning=None, confidence=0.0) if _is_idle(one, best, named) else one
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
    if held & _NAMING:
        return columns
    first = columns[0] if columns else None
    free = first and (first.meaning is None or (first.meaning in _PLACES and first.confidence < 1))
    if first and free and first.header not in chosen and _names_a_kind(first):
        return [replace(first, meaning=Meaning.NAME, confidence=_GUESSED), *columns[1:]]
    if len({one.meaning for one in columns} & _OF_THINGS) < _ENOUGH:
        return columns
    for place, one in enumerate(columns):
        unlike = len({sample.casefold() for sample in one.samples}) == min(rows, SAMPLES_SHOWN)
        short = all(_is_name(sample) and len(sample) <= 60 for sample in one.samples)
        if one.meaning is None and one.header not in chosen and unlike and short:
            named = replace(one, meaning=Meaning.NAME, confidence=_GUESSED)
            return [*columns[:place], named, *columns[place + 1 :]]
    return columns


def _names_a_kind(column: Column) -> bool:
    """Whether a column is headed by a sort of thing, "Imprimante", and holds different names."""
    kind = kind_of_type(column.header)
    unlike = len({sample.casefold() for sample in column.samples}) == len(column.samples)
    named = all(_is_name(sample) for sample in column.samples)
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


def _is_idle(column: Column, held: Container[Meaning], named: Container[Meaning | None]) -> bool:
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
            if len(found) == _SAMPLED:
                break
    return list(found)


def _holds_mail(cells: Sequence[Cell]) -> bool:
    """Whether a column holds addresses of people, whatever its header says."""
    texts = [str(cell).strip() for cell in cells]
    found = sum(bool(_REACHES.fullmatch(text)) and not _DAY.fullmatch(text) for text in texts)
    return found > _MOST * len(cells)


def _is_idle_cell(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and is_placeholder(cell))


def _fits(reading: Reading, header: str, cells: Sequence[Cell]) -> bool:
    """Whether what stands in a column is of the sort its header promises."""
    meaning = reading.meaning
    if meaning in NAMES_OTHERS or meaning in (Meaning.NAME, Meaning.OWNER):
        if reading.reference:
            return _share(cells, lambda cell: BANK_ACCOUNT.fullmatch(str(cell).strip())) <= 0.5
        named = [cell for cell in cells if not is_nobody(str(cell))]
        if all(map(_is_flag, cells)):
            return False  # "Payée" is no payee
        if meaning is Meaning.SUPPLIER and plain_words(header) in _ACCOUNTS:
            accounts = sum(bool(ACCOUNT.fullmatch(str(cell))) for cell in named)
            return accounts * 2 > len(named)
        if (
            meaning is Meaning.NAME
            and reading.confidence < _SURE_NAME
            and _DESCRIBES & set(plain_words(header).split())
        ):
            return _share(named, _is_label) == 1.0 and _are_apart(named)
        fits = _is_short_name if meaning is Meaning.PROCESS else _is_name
        return not named or _share(named, fits) > 0.5
    if meaning is Meaning.PERSON:
        return _share(cells, _is_flag) < 0.5
    if meaning is Meaning.LOCATION:
        return not all(_ADDRESS.search(str(cell)) for cell in cells)
    if meaning is Meaning.CRITICALITY:
        return find_scale(header, cells) is not None
    if meaning in (Meaning.COST, Meaning.MONTHLY_COST, Meaning.UNIT_COST):
        comma = has_decimal_comma(cells)
        return _share(cells, lambda cell: read_amount(cell, decimal_comma=comma)) > 0.5
    if meaning in (Meaning.CONTRACT_END, Meaning.END_OF_SUPPORT):
        first = month_comes_first(cells)
        return _share(cells, lambda cell: read_date(cell, month_first=first, serial=True)) >= 0.5
    if meaning is Meaning.RENEWAL:
        return any(map(read_renewal_months, cells))
    test = _TESTS.get(meaning)
    return test is None or _share(cells, test) >= 0.5


def _share(cells: Sequence[Cell], holds: Callable[[Cell], object]) -> float:
    answers = [holds(cell) for cell in islice(cells, _SAMPLED)]
    return sum(answer is not None and answer is not False for answer in answers) / len(answers)


def _is_name(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return False
    if BANK_ACCOUNT.fullmatch(cell.strip()):
        return False
    said = not _NUMBERISH.fullmatch(cell) and not _ADDRESS.search(cell)
    return said and not (cell[:1].isdigit() and (_DAY.match(cell) or read_date(cell)))


def _is_short_name(cell: Cell) -> bool:
    return _is_name(cell) and len(str(cell)) <= 80


def _are_apart(cells: Sequence[Cell]) -> bool:
    """Whether nearly every row says something else: cells are told once each, so two are few."""
    return len({str(cell).casefold() for cell in cells}) > 1 or len(cells) == 1


def _is_count(cell: Cell) -> bool:
    if isinstance(cell, bool) or cell is None:
        return False
    return isinstance(cell, int) or bool(re.fullmatch(r"\d[\d\s.]*", str(cell).strip()))


def _is_registration(cell: Cell) -> bool:
    return bool(_NUMBER_OF_COMPANY.fullmatch(str(cell).strip()))


def _is_flag(cell: Cell) -> bool:
    """Whether a cell says no more than yes or no: "j.dupont" does not."""
    return " " not in plain_words(str(cell)) and read_flag(cell) is not None


def _is_label(cell: Cell) -> bool:
    return len(str(cell)) <= _LONGEST_LABEL


def _says_about_people(cell: Cell) -> bool:
    return read_personal_data(cell) is not None or read_flag(cell) is not None


_TESTS: Mapping[Meaning, Callable[[Cell], object]] = {
    Meaning.COUNTRY: lambda cell: country_code(str(cell)),
    Meaning.CURRENCY: lambda cell: currency_of(str(cell)),
    Meaning.USERS: _is_count,
    Meaning.UNITS: _is_count,
    Meaning.MAX_OUTAGE: read_hours,
    Meaning.RECOVERY: read_hours,
    Meaning.NOTICE: read_hours,
    Meaning.PERSONAL_DATA: _says_about_people,
    Meaning.REGISTRATION: _is_registration,
    Meaning.LICENCES_BOUGHT: _is_count,
    Meaning.LICENCES_USED: _is_count,
    Meaning.TRAINING: read_training,
    Meaning.AI_RISK: _is_label,
    Meaning.MODEL: _is_label,
    Meaning.EXIT_PLAN: read_exit_plan,
    Meaning.DPA: read_flag,
    Meaning.GOVERNING_LAW: lambda cell: country_code(str(cell)),
}


def _letters(index: int) -> str:
    """The letters by which Excel names a column, 0 being A."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
