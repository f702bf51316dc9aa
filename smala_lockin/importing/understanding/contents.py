"""Whether what stands in a column is of the sort that its header promises."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.kind_words import is_online
from smala_lockin.importing.headings.meanings import NAMES_OTHERS, THREATS, Meaning
from smala_lockin.importing.tables.accounts import ACCOUNT
from smala_lockin.importing.tables.headers import Reading
from smala_lockin.importing.values.amounts import (
    currency_of,
    has_decimal_comma,
    price_of_one,
    read_amount,
)
from smala_lockin.importing.values.moments import month_comes_first, read_date
from smala_lockin.importing.values.periods import times_a_year
from smala_lockin.importing.values.places import find_country
from smala_lockin.importing.values.plain import (
    has_word,
    is_nobody,
    phrases_of,
    plain_words,
    words_of,
)
from smala_lockin.importing.values.scales import (
    find_scale,
    is_flag,
    lists_personal_data,
    read_exit_plan,
    read_flag,
    read_open_source,
    read_personal_data,
    read_signed,
    read_training,
)
from smala_lockin.importing.values.spans import read_hours, read_months
from smala_lockin.knowledge.jurisdictions import country_code

SAMPLED = 200
"""How many different cells of a column are looked at."""

_LONGEST_LABEL = 60
_LONGEST_NAME = 80
_LONGEST_USE = 55
_SURE_NAME = 0.8
_DESCRIBES = words_of("description descriptif omschrijving beschreibung leistungsbeschreibung")
_NUMBERISH = re.compile(r"[-+]?[\d\s.,'%€$£]+")
_NUMBER_OF_COMPANY = re.compile(r"(?=(?:.*\d){5})[A-Za-z]{0,4}[\s:]*[\dA-Za-z][\w\s./-]{5,}")
_ACCOUNTS = phrases_of(
    "compte|n compte|compte account|compte general|compte auxiliaire|compte fournisseur|rekening|"
    "account|nom du compte|naam rekening|rekeningnaam|account name|kontoname|grootboekrekening|"
    "general account|ledger account|konto|personenkonto|kreditorenkonto"
)
_UPKEEP = phrases_of("maintenance|entretien|onderhoud|wartung")
"""Headers of who looks after things, of when they do, or of what that costs."""

_SYSTEMS = words_of("windows linux macos mac ios ipados android chromeos unix web mobile desktop")
"""Sorts of systems, none of which is a thing that somebody runs."""

_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\w)")
BANK_ACCOUNT = re.compile(r"(?=.{15})[A-Z]{2}\d{2}(?:\s?[\dA-Z]{1,4}){2,8}")
"""An IBAN (ISO 13616)."""

_REACHES = re.compile(
    r"[^@\s]+@[^@\s]+\.[a-zA-Z]{2,}"  # a mail address
    r"|(?:\+\d{1,3}|00\d{1,3}|0\d{1,3})[\s./-]+(?=(?:\D*\d){6})[\d\s./()-]{6,}"  # a telephone
)
_OUT_OF = re.compile(r"(?:/|\bsur|\bop|\bout of|\bvon)\s*(?:5|10|20|100)\s*\)?$")
_MOST = 0.7
_ENVIRONMENTS = phrases_of("environment|env|environnement|omgeving|umgebung|entorno|ambiente")
"""Headers of stages, "production", and of whose a thing is, "IT", more often than of places."""

_SITES = phrases_of("site|sites")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
"""The name of a site on the web, which is no place."""

_ADDRESS = re.compile(r"https?://|www\.|@\w+\.\w", re.IGNORECASE)
_PATH = re.compile(r"[A-Za-z]:\\|\\\\\w")
"""Where a file lies on a disk or a share."""

_STAGES = phrases_of(
    "production|prod|test|testing|staging|development|dev|qa|acceptance|uat|demonstration|"
    "training|disaster recovery|recette|preproduction|developpement|productie|acceptatie|"
    "ontwikkeling|produktion|entwicklung"
)
"""What something is used in rather than for, as exports say it: "Used in Production"."""


def fits(reading: Reading, header: str, cells: Sequence[Cell]) -> bool:
    """Whether what stands in a column is of the sort its header promises."""
    meaning = reading.meaning
    if meaning is Meaning.NAME and plain_words(header) in _SITES:
        return all(_DOMAIN.fullmatch(str(cell).strip()) for cell in cells)
    if meaning in NAMES_OTHERS or meaning in (Meaning.NAME, Meaning.OWNER):
        if reading.reference:
            return _share(cells, lambda cell: BANK_ACCOUNT.fullmatch(str(cell).strip())) <= 0.5
        named = [cell for cell in cells if not is_nobody(str(cell))]
        if all(is_flag(cell) or len(str(cell)) == 1 for cell in cells):
            return False  # "Payée" is no payee, and R, A, C, I are roles
        if meaning is Meaning.SUPPLIER and plain_words(header) in _UPKEEP:
            return bool(named) and all(map(_is_firm, named))
        if meaning is Meaning.SUPPLIER and plain_words(header) in _ACCOUNTS:
            accounts = sum(bool(ACCOUNT.fullmatch(str(cell))) for cell in named)
            return accounts * 2 > len(named)
        if (
            meaning is Meaning.NAME
            and reading.confidence < _SURE_NAME
            and has_word(header, _DESCRIBES)
        ):
            return _share(named, _is_label) == 1.0 and _are_apart(named)
        if meaning is Meaning.RUNS_ON and reading.confidence < 1:
            named = [cell for cell in named if plain_words(str(cell)) not in _SYSTEMS]
            return bool(named) and _share(named, is_name) > 0.5
        if meaning is Meaning.PROCESS:
            if all(_is_stage(cell) for cell in cells):
                return False
            longest = _LONGEST_NAME if reading.confidence >= _SURE_NAME else _LONGEST_USE
            return not named or _share(named, lambda cell: _is_short_name(cell, longest)) > 0.5
        return not named or _share(named, is_name) > 0.5
    if meaning is Meaning.PERSON:
        return _share(cells, is_flag) < 0.5
    if meaning is Meaning.LOCATION:
        if all(_DOMAIN.fullmatch(str(cell).strip()) for cell in cells):
            return False
        return not all(_ADDRESS.search(str(cell)) for cell in cells)
    if meaning is Meaning.CRITICALITY:
        return find_scale(header, cells) is not None
    if meaning is Meaning.HOSTING and plain_words(header) in _ENVIRONMENTS:
        return any(is_online(str(cell)) is not None for cell in cells)
    if meaning in (Meaning.COST, Meaning.MONTHLY_COST, Meaning.UNIT_COST):
        if _OUT_OF.search(header):
            return False  # marks for a price
        comma = has_decimal_comma(cells)
        alone = [price_of_one(cell) or cell for cell in cells[:SAMPLED]]
        return _share(alone, lambda cell: read_amount(cell, decimal_comma=comma)) > 0.5
    if meaning in (Meaning.CONTRACT_END, Meaning.END_OF_SUPPORT):
        first = month_comes_first(cells)
        return _share(cells, lambda cell: read_date(cell, month_first=first, serial=True)) >= 0.5
    if meaning is Meaning.EXIT_PLAN:
        return any(map(read_exit_plan, cells))  # the others tell it in their own words
    if meaning is Meaning.RENEWAL:
        return any(read_months(cell, header) for cell in cells)
    if meaning is Meaning.PERSONAL_DATA and lists_personal_data(header):
        return _share(cells, lambda cell: isinstance(cell, str) and is_name(cell)) > 0.5
    if meaning in THREATS:
        return all(str(cell).strip() in _FACTORS for cell in cells)
    test = _TESTS.get(meaning)
    return test is None or _share(cells, test) >= 0.5


def _share(cells: Sequence[Cell], holds: Callable[[Cell], object]) -> float:
    answers = [holds(cell) for cell in islice(cells, SAMPLED)]
    return sum(answer is not None and answer is not False for answer in answers) / len(answers)


def is_name(cell: Cell) -> bool:
    """Whether a cell can name something: no number, no day, no address and no account."""
    if not isinstance(cell, str):
        return False
    if BANK_ACCOUNT.fullmatch(cell.strip()):
        return False
    said = not _NUMBERISH.fullmatch(cell) and not _ADDRESS.search(cell) and not _PATH.match(cell)
    return said and not (cell[:1].isdigit() and (_DAY.match(cell) or read_date(cell)))


def _is_stage(cell: Cell) -> bool:
    return plain_words(str(cell)).removeprefix("used in ") in _STAGES


def _is_short_name(cell: Cell, longest: int) -> bool:
    return is_name(cell) and len(str(cell)) <= longest


def _are_apart(cells: Sequence[Cell]) -> bool:
    """Whether nearly every row says something else: cells are told once each, so two are few."""
    return len({str(cell).casefold() for cell in cells}) > 1 or len(cells) == 1


def _is_count(cell: Cell) -> bool:
    if isinstance(cell, bool) or cell is None:
        return False
    return isinstance(cell, int) or bool(re.fullmatch(r"\d[\d\s.,'’]*", str(cell).strip()))


def _is_firm(cell: Cell) -> bool:
    """Whether a cell about upkeep names who does it, and not how often or whether it is done."""
    text = str(cell).strip()
    if not is_name(cell) or len(text) > _LONGEST_LABEL or not text[:1].isupper():
        return False
    return not (is_flag(cell) or times_a_year(text) or read_hours(text) is not None)


def _is_registration(cell: Cell) -> bool:
    return bool(_NUMBER_OF_COMPANY.fullmatch(str(cell).strip()))


def _is_label(cell: Cell) -> bool:
    return len(str(cell)) <= _LONGEST_LABEL


def _says_about_people(cell: Cell) -> bool:
    return read_personal_data(cell) is not None or read_flag(cell) is not None


_FACTORS = frozenset("01234")
_TESTS: Mapping[Meaning, Callable[[Cell], object]] = {
    Meaning.COUNTRY: lambda cell: find_country(str(cell)),
    Meaning.CURRENCY: lambda cell: currency_of(str(cell)),
    Meaning.BILLED: lambda cell: times_a_year(str(cell)),
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
    Meaning.OPEN_SOURCE: read_open_source,
    Meaning.AI_RISK: _is_label,
    Meaning.MODEL: _is_label,
    Meaning.DPA: lambda cell: read_date(cell) or read_signed(cell) is not None,
    Meaning.GOVERNING_LAW: lambda cell: country_code(str(cell)),
}


def reaches_people(cells: Sequence[Cell]) -> bool:
    """Whether a column holds addresses or telephones of people, whatever its header says."""
    texts = [str(cell).strip() for cell in cells]
    found = sum(bool(_REACHES.fullmatch(text)) and not _DAY.fullmatch(text) for text in texts)
    return found > _MOST * len(cells)
