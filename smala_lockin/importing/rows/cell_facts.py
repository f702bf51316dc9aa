"""What one cell says that stands in a column of one meaning: a fact, or why it holds none."""

import re

from smala_lockin.domain.errors import InvalidFact
from smala_lockin.domain.kinds import PersonalData
from smala_lockin.domain.reads import Read
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.meanings import THREATS, Meaning
from smala_lockin.importing.rows.answers import Answer
from smala_lockin.importing.tables.cells import cell_text
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.moments import read_date
from smala_lockin.importing.values.places import find_country, find_hosting, find_regions
from smala_lockin.importing.values.plain import display_name, is_nobody, is_placeholder
from smala_lockin.importing.values.scales import (
    Scale,
    asks_for_sensitive,
    lists_personal_data,
    read_exit_plan,
    read_flag,
    read_level,
    read_open_source,
    read_personal_data,
    read_signed,
    read_training,
    says_ordinary,
)
from smala_lockin.importing.values.spans import read_hours, read_months, unit_in
from smala_lockin.importing.values.splitting import split_names
from smala_lockin.knowledge.jurisdictions import country_code

_DAY_HOURS = 24.0

WORST_FACTOR = 4
"""Factors of a threat level go from 1 to 4; tools write 0 for one that nobody gave."""


def read_cell(column: Column, scale: Scale | None, month_first: bool, cell: Cell) -> Answer:
    """Return what a cell of a column says, other than of money.

    Levels are on the `scale` of their column; `month_first`: its days are written 12/31/2026.
    """
    if cell is None or (isinstance(cell, str) and is_placeholder(cell)):
        return None
    try:
        return _read(column, cell, scale, month_first=month_first)
    except InvalidFact:
        return Reason.OUT_OF_RANGE, ""


def _read(column: Column, cell: Cell, scale: Scale | None, *, month_first: bool) -> Answer:
    assert column.meaning is not None
    text = cell_text(cell)
    match column.meaning:
        case Meaning.CRITICALITY:
            level = read_level(cell, scale) if scale else None
            return Read("criticality", level, text) if level else (Reason.NOT_A_LEVEL, "")
        case Meaning.CONTRACT_END | Meaning.END_OF_SUPPORT:
            day = read_date(cell, month_first=month_first, serial=True)
            return Read(column.meaning.value, day, text) if day else (Reason.NOT_A_DATE, "")
        case Meaning.MAX_OUTAGE | Meaning.RECOVERY:
            longest = column.meaning is Meaning.RECOVERY
            unit = unit_in(column.header) or 1.0
            hours = read_hours(cell, unit_hours=unit, longest=longest)
            spans = hours is not None
            return Read(column.meaning.value, hours, text) if spans else (Reason.NOT_A_SPAN, "")
        case Meaning.NOTICE:
            unit = unit_in(column.header) or _DAY_HOURS
            hours = read_hours(cell, unit_hours=unit, longest=True)
            if hours is None:
                return Reason.NOT_A_SPAN, ""
            return Read("notice_days", round(hours / _DAY_HOURS), text)
        case Meaning.USERS | Meaning.UNITS | Meaning.LICENCES_BOUGHT | Meaning.LICENCES_USED:
            return _count(column.meaning, cell, text)
        case Meaning.PERSONAL_DATA:
            return _personal_data(column.header, cell, text)
        case Meaning.RENEWAL:
            months = read_months(cell, column.header)
            return Read("renewal_months", months, text) if months else None
        case Meaning.OPEN_SOURCE:
            source = read_open_source(cell)
            return Read("open_source", source, text) if source else None
        case Meaning.TRAINING:
            training = read_training(cell)
            return Read("trains_on_our_data", training, text) if training else None
        case meaning if meaning in THREATS:
            level = whole_number(text)
            fits = level is not None and level <= WORST_FACTOR
            return None if fits else (Reason.NOT_A_FACTOR, "")
        case Meaning.EXIT_PLAN:
            plan = read_exit_plan(cell)
            return Read("exit_plan", plan, text) if plan else None
        case Meaning.DPA:
            signed = True if read_date(cell) else read_signed(cell)
            known = signed is not None
            return Read("dpa_signed", signed, text) if known else (Reason.NOT_YES_OR_NO, "")
        case Meaning.GOVERNING_LAW:
            law = country_code(text)
            return Read("governing_law", law, text) if law else (Reason.NOT_A_COUNTRY, "")
        case Meaning.HOSTING | Meaning.LOCATION:
            hosted = column.meaning is Meaning.HOSTING
            regions = find_hosting(text) if hosted else find_regions(text)
            return Read("hosting_countries", regions, text) if regions else None
        case Meaning.COUNTRY:
            country = find_country(text) or _country_in_small(text)
            return Read("country", country, text) if country else (Reason.NOT_A_COUNTRY, "")
        case Meaning.SUBSTITUTES:
            names = tuple(map(display_name, split_names(text, commas=True)))
            return Read("substitutes", names, text)
        case Meaning.OWNER:
            return None if is_nobody(text) else Read("owner", display_name(text), text)
        case _:
            return Read(column.meaning.value, text, text)


def registered(answer: Answer, text: str) -> Answer:
    """Return what a text says that should be a number of a company: a mere word is none."""
    if answer is None or is_nobody(text):
        return None
    numbered = any(sign.isdigit() for sign in text)
    return answer if numbered else (Reason.NOT_A_REGISTRATION, "")


def _country_in_small(text: str) -> str | None:
    """The country of a code in small letters, "be"; "no" is an answer."""
    code = text.strip()
    told = len(code) == _CODE_LENGTH and read_flag(code) is None
    return country_code(code.upper()) if told else None


_CODE_LENGTH = 2


def _personal_data(header: str, cell: Cell, text: str) -> Answer:
    """What a cell says about data on people; a no to "sensitive data?" leaves ordinary ones."""
    data = read_personal_data(cell)
    if asks_for_sensitive(header) and (flag := read_flag(cell)) is not None:
        return Read("personal_data", PersonalData.SENSITIVE, text) if flag else None
    if data is PersonalData.ORDINARY and asks_for_sensitive(header) and not says_ordinary(text):
        data = None  # what such a column holds is either of a special category, or misplaced
    elif data is None and lists_personal_data(header) and not asks_for_sensitive(header):
        data = PersonalData.ORDINARY
    return Read("personal_data", data, text) if data else (Reason.NOT_YES_OR_NO, "")


def _count(meaning: Meaning, cell: Cell, text: str) -> Answer:
    count = None if isinstance(cell, bool) else whole_number(text)
    if count is None:
        return Reason.NOT_A_COUNT, ""
    if not count and meaning is Meaning.UNITS:
        return None
    return Read(meaning.value, count, text)


def whole_number(text: str) -> int | None:
    """Return the whole number that a text is; None where it is none."""
    found = _WHOLE.fullmatch(text)
    return int(re.sub(r"\D", "", found["digits"])) if found else None


_WHOLE = re.compile(r"(?P<digits>\d{1,3}(?:[ .,'’\u202f\xa0]\d{3})+|\d+)(?:[.,]0{1,2})?")
"""A whole number, by thousands or not: "1,200", "1 200", and the "12.0" that tools make of it."""
