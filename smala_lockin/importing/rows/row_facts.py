"""The facts that the cells of a row hold, each column read in its own way."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from smala_lockin.domain.errors import InvalidFact
from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.domain.reads import Read, texts_read
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.meanings import THREATS, Meaning
from smala_lockin.importing.rows.costs import WITH_CURRENCY, Answer, Costs
from smala_lockin.importing.rows.remarks import SAID, holds_remarks, said_in_passing
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import by_values, cell_text
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.terms import goes_on_by_itself
from smala_lockin.importing.understanding.year_sums import COSTS, is_paid_by_parts, parts_of_year
from smala_lockin.importing.values.amounts import price_of_one, some_are_for_one
from smala_lockin.importing.values.moments import month_comes_first, read_date
from smala_lockin.importing.values.money import Money
from smala_lockin.importing.values.places import find_country, find_hosting, find_regions
from smala_lockin.importing.values.plain import display_name, is_nobody, is_placeholder
from smala_lockin.importing.values.scales import (
    Scale,
    asks_for_sensitive,
    find_scale,
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


class RowFacts:
    """Reads the facts of a sheet's rows; what a column is like is found once."""

    def __init__(self, sheet: Sheet, money: Money) -> None:
        """`money` says what amounts in other currencies are worth."""
        assert sheet.layout is not None
        self._columns = sorted(
            (one for one in sheet.columns if one.meaning in _FILLS),
            key=lambda one: (one.meaning in _SECOND_CHOICE, not _is_of_sensitive(one)),
        )
        self._currency_column = sheet.column(Meaning.CURRENCY)
        self._billed_column = sheet.column(Meaning.BILLED)
        self._goes_on = goes_on_by_itself(sheet.columns)
        self._cells = sheet.layout.columns
        self._costs: dict[int, Costs] = {}
        self._month_first: dict[int, bool] = {}
        self._scale: dict[int, Scale | None] = {}
        for one in self._columns:
            cells = self._cells[one.index]
            if one.meaning in WITH_CURRENCY:
                self._costs[one.index] = Costs(one, cells, money)
            elif one.meaning in (Meaning.CONTRACT_END, Meaning.END_OF_SUPPORT):
                self._month_first[one.index] = month_comes_first(cells)
            elif one.meaning is Meaning.CRITICALITY:
                self._scale[one.index] = find_scale(one.header, cells)
        self._count_column = next(iter(sheet.all(*_COUNTS)), None)
        self._answers = [self._column(one) for one in self._columns]
        if parts := _parts_of_costs(sheet):
            self._answers.append(self._year_sums(parts, money))
        if threats := sheet.all(*THREATS):
            self._answers.append(self._threats(threats))
        self._answers += self._in_passing(sheet)

    def _in_passing(self, sheet: Sheet) -> Iterator[list[Answer]]:
        """What remarks say that no column of its own does."""
        for column in filter(holds_remarks, sheet.columns):
            cells = self._cells[column.index]
            for meaning in SAID:
                if sheet.column(meaning) is None:
                    yield cells.spread([*said_in_passing(cells.texts, meaning)])

    @property
    def is_currency_assumed(self) -> bool:
        """Whether amounts name no currency, and nobody said which one they are in."""
        return any(one.is_currency_assumed for one in self._costs.values())

    @property
    def scales(self) -> dict[str, Scale]:
        """How each column of criticality was read, by its header."""
        headers = {one.index: one.header for one in self._columns}
        return {headers[index]: scale for index, scale in self._scale.items() if scale}

    def of(self, index: int, row: Body, place: Place, problems: list[Problem]) -> dict[str, Read]:
        """Return the facts of a row, the `index`th; cells that hold none become problems."""
        self.complain(index, row, place, problems)
        return _first_of_each(answers[index] for answers in self._answers)

    def complain(self, index: int, row: Body, place: Place, problems: list[Problem]) -> None:
        """Note as problems the cells of a row, the `index`th, that should hold a fact."""
        for place_in_row, answers in enumerate(self._answers):
            answer = answers[index]
            if answer is not None and not isinstance(answer, Read):
                reason, other = answer
                column = self._columns[place_in_row]
                cell = row.cells[column.index]
                problems.append(Problem.at(place, column.header, cell, reason, other=other))

    def troubled(self) -> frozenset[int]:
        """Return the rows of which a cell should hold a fact and does not."""
        return frozenset(
            index
            for answers in self._answers
            if tuple in set(map(type, answers))
            for index, answer in enumerate(answers)
            if type(answer) is tuple
        )

    def of_new(self, rows: slice) -> dict[str, Sequence[Read | None]]:
        """Return the facts of a run of rows, as columns."""
        found: dict[str, Sequence[Read | None]] = {}
        for fact, reads in self._told:
            some = reads[rows]
            if before := found.get(fact):
                some = [one or other for one, other in zip(before, some, strict=True)]
            found[fact] = some
        return found

    @cached_property
    def _told(self) -> list[tuple[str, Sequence[Read | None]]]:
        """The facts that each column tells."""
        told: list[tuple[str, Sequence[Read | None]]] = []
        for answers in self._answers:
            reads = [one if type(one) is Read else None for one in answers]
            if fact := next((one.fact for one in reads if one is not None), None):
                told.append((fact, reads))
        return told

    def _column(self, column: Column) -> list[Answer]:
        """What the cells of a column say."""
        if column.meaning is Meaning.UNIT_COST:
            return self._unit_costs(column)
        if column.meaning in WITH_CURRENCY:
            return self._amounts(column)
        if column.meaning in _AS_IT_STANDS:
            return self._texts(column)
        if column.meaning is Meaning.RENEWAL and self._goes_on not in (None, column):
            return self._renewals(column, self._goes_on)

        def answer(cell: Cell) -> Answer:
            if cell is None or (isinstance(cell, str) and is_placeholder(cell)):
                return None
            try:
                return self._read(column, cell)
            except InvalidFact:
                return Reason.OUT_OF_RANGE, ""

        return self._cells[column.index].each(answer)

    def _texts(self, column: Column) -> list[Answer]:
        """The texts of a column that are facts as they stand."""
        assert column.meaning is not None
        cells = self._cells[column.index]
        reads = texts_read(column.meaning.value, cells.texts)
        told = zip(reads, cells.told, strict=True)
        answers: list[Answer] = [read if text is not None else None for read, text in told]
        if column.meaning is Meaning.REGISTRATION:
            answers = list(map(_registered, answers, cells.texts))
        return cells.spread(answers)

    def _amounts(self, column: Column) -> list[Answer]:
        """What costs come to in a year, in the currency beside them."""
        costs, cells = self._costs[column.index], self._cells[column.index]

        if self._count_column and some_are_for_one(cells.texts):
            return self._prices(column)
        if self._currency_column is None and self._billed_column is None:
            return cells.spread(costs.read_all(cells.values, cells.told))

        def answer(cell: Cell, _type: type, currency: Cell, billed: Cell) -> Answer:
            text = cell_text(cell)
            return None if is_placeholder(text) else costs.read(cell, text, currency, billed)

        currencies, periods = self._beside(self._currency_column), self._beside(self._billed_column)
        return by_values(answer, cells, map(type, cells), currencies, periods)

    def _prices(self, column: Column) -> list[Answer]:
        """What a column says of which some cells are the price for one user, others a sum."""
        costs, cells = self._costs[column.index], self._cells[column.index]
        counts = self._beside(self._count_column)
        beside, periods = self._beside(self._currency_column), self._beside(self._billed_column)

        def answer(cell: Cell, _type: type, count: Cell, currency: Cell, billed: Cell) -> Answer:
            text = cell_text(cell)
            if is_placeholder(text):
                return None
            alone = price_of_one(cell)
            units = _whole(cell_text(count))
            if alone is None or units is None:
                return costs.read(cell, text, currency, billed)
            return costs.read_each(alone, text, units, currency, billed)

        return by_values(answer, cells, map(type, cells), counts, beside, periods)

    def _beside(self, column: Column | None) -> Sequence[Cell]:
        """The cells of a column that says more of amounts; empty ones where there is none."""
        return self._cells[column.index] if column else [None] * len(self._cells[0])

    def _unit_costs(self, column: Column) -> list[Answer]:
        """What prices for one user or licence come to in a year, beside how many there are."""
        costs, cells = self._costs[column.index], self._cells[column.index]
        counts = self._beside(self._count_column)
        beside, periods = self._beside(self._currency_column), self._beside(self._billed_column)

        def answer(cell: Cell, _type: type, count: Cell, currency: Cell, billed: Cell) -> Answer:
            if cell is None or (isinstance(cell, str) and is_placeholder(cell)):
                return None
            units = _whole(cell_text(count))
            return costs.read_each(cell, cell_text(cell), units, currency, billed)

        return by_values(answer, cells, map(type, cells), counts, beside, periods)

    def _year_sums(self, columns: list[Column], money: Money) -> list[Answer]:
        """What the months or quarters of a row come to; nothing where one of them is no amount."""
        told: list[list[Answer]] = []
        for one in columns:
            cells = self._cells[one.index]
            costs = self._costs[one.index] = Costs(replace(one, header=""), cells, money)
            told.append(cells.spread(costs.read_all(cells.values, cells.told)))
        return list(map(_sum_of, zip(*told, strict=True)))

    def _renewals(self, column: Column, goes_on: Column) -> list[Answer]:
        """For how many months contracts go on, but for those that do not do so by themselves."""

        def answer(cell: Cell, _type: type, said: Cell) -> Answer:
            return None if read_flag(said) is False else self._read(column, cell)

        cells = self._cells[column.index]
        return by_values(answer, cells, map(type, cells), self._cells[goes_on.index])

    def _threats(self, columns: list[Column]) -> list[Answer]:
        """The factors of a supplier's threat level that stand side by side, as one fact."""
        factors = [THREATS[one.meaning] for one in columns if one.meaning in THREATS]

        def answer(*cells: Cell) -> Answer:
            levels = {
                name: _whole(cell_text(cell)) for name, cell in zip(factors, cells, strict=True)
            }
            known = {
                name: level for name, level in levels.items() if level and 1 <= level <= _WORST
            }
            text = ", ".join(f"{name} {level}" for name, level in known.items())
            return Read("ecosystem", known, text) if known else None

        return by_values(answer, *(self._cells[one.index] for one in columns))

    def _read(self, column: Column, cell: Cell) -> Answer:
        assert column.meaning is not None
        text = cell_text(cell)
        match column.meaning:
            case Meaning.CRITICALITY:
                scale = self._scale[column.index]
                level = read_level(cell, scale) if scale else None
                return Read("criticality", level, text) if level else (Reason.NOT_A_LEVEL, "")
            case Meaning.CONTRACT_END | Meaning.END_OF_SUPPORT:
                first = self._month_first[column.index]
                day = read_date(cell, month_first=first, serial=True)
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
                level = _whole(text)
                fits = level is not None and level <= _WORST
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


def _parts_of_costs(sheet: Sheet) -> list[Column]:
    """The columns of months or quarters that say what is paid, where no other says it of a year."""
    assert sheet.layout is not None
    if sheet.all(*COSTS) or not is_paid_by_parts(sheet.layout, sheet.columns):
        return []
    return parts_of_year(sheet.columns)


def _sum_of(row: Iterable[Answer]) -> Answer:
    told = [one for one in row if one is not None]
    values = [one.value for one in told if isinstance(one, Read) and isinstance(one.value, float)]
    total = round(sum(values), 2)
    if not told or len(values) < len(told) or total < 0:
        return None
    return Read("annual_cost", total, f"{total:.2f}")


def _registered(answer: Answer, text: str) -> Answer:
    """What a text says that should be a number of a company: a mere word is none."""
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


def _first_of_each(row: Iterable[Answer]) -> dict[str, Read]:
    found: dict[str, Read] = {}
    for one in row:
        if isinstance(one, Read):
            found.setdefault(one.fact, one)
    return found


def _is_of_sensitive(column: Column) -> bool:
    """Whether a column asks for data of special categories: it comes before that of the others."""
    return column.meaning is Meaning.PERSONAL_DATA and asks_for_sensitive(column.header)


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
    count = None if isinstance(cell, bool) else _whole(text)
    if count is None:
        return Reason.NOT_A_COUNT, ""
    if not count and meaning is Meaning.UNITS:
        return None
    return Read(meaning.value, count, text)


def _whole(text: str) -> int | None:
    """The whole number that a text is; None where it is none."""
    found = _WHOLE.fullmatch(text)
    return int(re.sub(r"\D", "", found["digits"])) if found else None


_WHOLE = re.compile(r"(?P<digits>\d{1,3}(?:[ .,'’\u202f\xa0]\d{3})+|\d+)(?:[.,]0{1,2})?")
"""A whole number, by thousands or not: "1,200", "1 200", and the "12.0" that tools make of it."""


_AS_IT_STANDS = frozenset(
    {Meaning.DESCRIPTION, Meaning.REGISTRATION, Meaning.MODEL, Meaning.AI_RISK}
)

_WORST = 4
"""Factors of a threat level go from 1 to 4; tools write 0 for one that nobody gave."""

_COUNTS = (Meaning.LICENCES_BOUGHT, Meaning.USERS, Meaning.UNITS)
_SECOND_CHOICE = frozenset({Meaning.MONTHLY_COST, Meaning.UNIT_COST, Meaning.LOCATION})
_FILLS = frozenset(
    {
        Meaning.OWNER,
        Meaning.CRITICALITY,
        Meaning.COST,
        Meaning.MONTHLY_COST,
        Meaning.COUNTRY,
        Meaning.HOSTING,
        Meaning.LOCATION,
        Meaning.CONTRACT_END,
        Meaning.NOTICE,
        Meaning.PERSONAL_DATA,
        Meaning.MAX_OUTAGE,
        Meaning.RECOVERY,
        Meaning.USERS,
        Meaning.UNITS,
        Meaning.DESCRIPTION,
        Meaning.REGISTRATION,
        Meaning.END_OF_SUPPORT,
        Meaning.SUBSTITUTES,
        Meaning.EXIT_PLAN,
        Meaning.DPA,
        Meaning.GOVERNING_LAW,
        Meaning.UNIT_COST,
        Meaning.LICENCES_BOUGHT,
        Meaning.LICENCES_USED,
        Meaning.RENEWAL,
        Meaning.MODEL,
        Meaning.AI_RISK,
        Meaning.TRAINING,
        Meaning.OPEN_SOURCE,
        *THREATS,
    }
)


def taken(reads: dict[str, Read], facts: Container[str]) -> tuple[Read, ...]:
    """Take some facts out of those of a row."""
    return tuple(reads.pop(fact) for fact in list(reads) if fact in facts)


ABOUT_SUPPLIERS = frozenset({Meaning.COUNTRY, Meaning.REGISTRATION})
"""What a row that says so does not say of a thing, but of who supplies it."""

HOLDING_COUNTRIES = (AssetKind.SUPPLIER, AssetKind.LOCATION)
