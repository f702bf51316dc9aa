"""The facts that the cells of a row hold, each column read in its own way."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cached_property, partial

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.reads import Read, texts_read
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.meanings import THREATS, Meaning
from smala_lockin.importing.rows.answers import Answer, Answers
from smala_lockin.importing.rows.cell_facts import (
    WORST_FACTOR,
    read_cell,
    registered,
    whole_number,
)
from smala_lockin.importing.rows.cost_columns import CostColumns
from smala_lockin.importing.rows.costs import WITH_CURRENCY
from smala_lockin.importing.rows.remarks import SAID, holds_remarks, said_in_passing
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import by_values, cell_text
from smala_lockin.importing.tables.problems import Place, Problem
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.terms import goes_on_by_itself
from smala_lockin.importing.values.moments import month_comes_first
from smala_lockin.importing.values.money import Money
from smala_lockin.importing.values.scales import Scale, asks_for_sensitive, find_scale, read_flag


class RowFacts:
    """Reads the facts of a sheet's rows; what a column is like is found once."""

    def __init__(self, sheet: Sheet, money: Money) -> None:
        """`money` says what amounts in other currencies are worth."""
        assert sheet.layout is not None
        self._columns = sorted(
            (one for one in sheet.columns if one.meaning in _FILLS),
            key=lambda one: (one.meaning in _SECOND_CHOICE, not _is_of_sensitive(one)),
        )
        self._goes_on = goes_on_by_itself(sheet.columns)
        self._cells = sheet.layout.columns
        self._costs = CostColumns(sheet, money)
        self._month_first: dict[int, bool] = {}
        self._scale: dict[int, Scale | None] = {}
        for one in self._columns:
            cells = self._cells[one.index]
            if one.meaning in (Meaning.CONTRACT_END, Meaning.END_OF_SUPPORT):
                self._month_first[one.index] = month_comes_first(cells)
            elif one.meaning is Meaning.CRITICALITY:
                self._scale[one.index] = find_scale(one.header, cells)
        self._answers = [Answers(one, self._column(one)) for one in self._columns]
        if (sums := self._costs.year_sums()) is not None:
            self._answers.append(sums)
        if threats := sheet.all(*THREATS):
            self._answers.append(Answers(threats[0], self._threats(threats)))
        self._answers += self._in_passing(sheet)

    def _in_passing(self, sheet: Sheet) -> Iterator[Answers]:
        """What remarks say that no column of its own does."""
        for column in filter(holds_remarks, sheet.columns):
            cells = self._cells[column.index]
            for meaning in SAID:
                if sheet.column(meaning) is None:
                    said = cells.spread(said_in_passing(cells.texts, meaning))
                    yield Answers(column, said)

    @property
    def is_currency_assumed(self) -> bool:
        """Whether amounts name no currency, and nobody said which one they are in."""
        return self._costs.is_currency_assumed

    @property
    def scales(self) -> dict[str, Scale]:
        """How each column of criticality was read, by its header."""
        headers = {one.index: one.header for one in self._columns}
        return {headers[index]: scale for index, scale in self._scale.items() if scale}

    def of(self, index: int, row: Body, place: Place, problems: list[Problem]) -> dict[str, Read]:
        """Return the facts of a row, the `index`th; cells that hold none become problems."""
        self.complain(index, row, place, problems)
        return _first_of_each(one.rows[index] for one in self._answers)

    def complain(self, index: int, row: Body, place: Place, problems: list[Problem]) -> None:
        """Note as problems the cells of a row, the `index`th, that should hold a fact."""
        for column, answers in self._answers:
            answer = answers[index]
            if answer is not None and not isinstance(answer, Read):
                reason, other = answer
                cell = row.cells[column.index]
                problems.append(Problem.at(place, column.header, cell, reason, other=other))

    def troubled(self) -> frozenset[int]:
        """Return the rows of which a cell should hold a fact and does not."""
        return frozenset(
            index
            for _column, answers in self._answers
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
        for _column, answers in self._answers:
            reads = [one if type(one) is Read else None for one in answers]
            if fact := next((one.fact for one in reads if one is not None), None):
                told.append((fact, reads))
        return told

    def _column(self, column: Column) -> list[Answer]:
        """What the cells of a column say."""
        if column.meaning in WITH_CURRENCY:
            return self._costs.of(column)
        if column.meaning in _AS_IT_STANDS:
            return self._texts(column)
        if column.meaning is Meaning.RENEWAL and self._goes_on not in (None, column):
            return self._renewals(column, self._goes_on)
        return self._cells[column.index].each(self._cell_reader(column))

    def _cell_reader(self, column: Column) -> Callable[[Cell], Answer]:
        """What reads each cell of a column."""
        month_first = self._month_first.get(column.index, False)
        return partial(read_cell, column, self._scale.get(column.index), month_first)

    def _texts(self, column: Column) -> list[Answer]:
        """The texts of a column that are facts as they stand."""
        assert column.meaning is not None
        cells = self._cells[column.index]
        reads = texts_read(column.meaning.value, cells.texts)
        told = zip(reads, cells.told, strict=True)
        answers: list[Answer] = [read if text is not None else None for read, text in told]
        if column.meaning is Meaning.REGISTRATION:
            answers = list(map(registered, answers, cells.texts))
        return cells.spread(answers)

    def _renewals(self, column: Column, goes_on: Column) -> list[Answer]:
        """For how many months contracts go on, but for those that do not do so by themselves."""
        read = self._cell_reader(column)

        def answer(cell: Cell, _type: type, said: Cell) -> Answer:
            return None if read_flag(said) is False else read(cell)

        cells = self._cells[column.index]
        return by_values(answer, cells, map(type, cells), self._cells[goes_on.index])

    def _threats(self, columns: list[Column]) -> list[Answer]:
        """The factors of a supplier's threat level that stand side by side, as one fact."""
        factors = [THREATS[one.meaning] for one in columns if one.meaning in THREATS]

        def answer(*cells: Cell) -> Answer:
            levels = {
                name: whole_number(cell_text(cell))
                for name, cell in zip(factors, cells, strict=True)
            }
            known = {
                name: level
                for name, level in levels.items()
                if level and 1 <= level <= WORST_FACTOR
            }
            text = ", ".join(f"{name} {level}" for name, level in known.items())
            return Read("ecosystem", known, text) if known else None

        return by_values(answer, *(self._cells[one.index] for one in columns))


def _first_of_each(row: Iterable[Answer]) -> dict[str, Read]:
    found: dict[str, Read] = {}
    for one in row:
        if isinstance(one, Read):
            found.setdefault(one.fact, one)
    return found


def _is_of_sensitive(column: Column) -> bool:
    """Whether a column asks for data of special categories: it comes before that of the others."""
    return column.meaning is Meaning.PERSONAL_DATA and asks_for_sensitive(column.header)


_AS_IT_STANDS = frozenset(
    {Meaning.DESCRIPTION, Meaning.REGISTRATION, Meaning.MODEL, Meaning.AI_RISK}
)

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
