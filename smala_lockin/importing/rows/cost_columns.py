"""What the columns of amounts of a sheet come to in a year, beside those that say more of them.

Beside an amount may stand its currency, how often it is due, and of how many users or licences it
is the price for one; months or quarters that stand side by side add up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from smala_lockin.domain.reads import Read
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.answers import Answer, Answers
from smala_lockin.importing.rows.cell_facts import whole_number
from smala_lockin.importing.rows.costs import Costs, yearly
from smala_lockin.importing.tables.cells import by_values, cell_text
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.year_sums import COSTS, is_paid_by_parts, parts_of_year
from smala_lockin.importing.values.amounts import price_of_one, some_are_for_one
from smala_lockin.importing.values.money import Money
from smala_lockin.importing.values.plain import is_placeholder

_COUNTS = (Meaning.LICENCES_BOUGHT, Meaning.USERS, Meaning.UNITS)


class CostColumns:
    """Reads the columns of amounts of one sheet."""

    def __init__(self, sheet: Sheet, money: Money) -> None:
        """`money` says what amounts in other currencies are worth."""
        assert sheet.layout is not None
        self._sheet, self._money = sheet, money
        self._cells = sheet.layout.columns
        self._currency_column = sheet.column(Meaning.CURRENCY)
        self._billed_column = sheet.column(Meaning.BILLED)
        self._count_column = next(iter(sheet.all(*_COUNTS)), None)
        self._read: list[Costs] = []

    @property
    def is_currency_assumed(self) -> bool:
        """Whether amounts read so far name no currency, and nobody said which one they are in."""
        return any(one.is_currency_assumed for one in self._read)

    def of(self, column: Column) -> list[Answer]:
        """Return what the cells of a column of amounts come to in a year."""
        costs, cells = self._costs(column), self._cells[column.index]
        if column.meaning is Meaning.UNIT_COST:
            return self._by_count(column, costs, all_for_one=True)
        if self._count_column and some_are_for_one(cells.texts):
            return self._by_count(column, costs, all_for_one=False)
        if self._currency_column is None and self._billed_column is None:
            return cells.spread(costs.read_all(cells.values, cells.told))

        def answer(cell: Cell, _type: type, currency: Cell, billed: Cell) -> Answer:
            text = cell_text(cell)
            return None if is_placeholder(text) else costs.read(cell, text, currency, billed)

        currencies, periods = self._beside(self._currency_column), self._beside(self._billed_column)
        return by_values(answer, cells, map(type, cells), currencies, periods)

    def _by_count(self, column: Column, costs: Costs, *, all_for_one: bool) -> list[Answer]:
        """What prices for one user or licence come to, beside how many there are.

        All amounts are such prices, or only those that say so: the others are sums.
        """
        cells, counts = self._cells[column.index], self._beside(self._count_column)
        beside, periods = self._beside(self._currency_column), self._beside(self._billed_column)

        def answer(cell: Cell, _type: type, count: Cell, currency: Cell, billed: Cell) -> Answer:
            text = cell_text(cell)
            if is_placeholder(text):
                return None
            price = cell if all_for_one else price_of_one(cell)
            units = whole_number(cell_text(count))
            if not all_for_one and (price is None or units is None):
                return costs.read(cell, text, currency, billed)
            return costs.read_each(price, text, units, currency, billed)

        return by_values(answer, cells, map(type, cells), counts, beside, periods)

    def _beside(self, column: Column | None) -> Sequence[Cell]:
        """The cells of a column that says more of amounts; empty ones where there is none."""
        return self._cells[column.index] if column else [None] * len(self._cells[0])

    def year_sums(self) -> Answers | None:
        """Return what the months or quarters of rows come to, where no column says it of a year.

        Nothing where one of those of a row is no amount.
        """
        assert self._sheet.layout is not None
        columns = self._sheet.columns
        if self._sheet.all(*COSTS) or not is_paid_by_parts(self._sheet.layout, columns):
            return None
        parts = parts_of_year(columns)
        if not parts:
            return None
        told: list[list[Answer]] = []
        for one in parts:
            cells, costs = self._cells[one.index], self._costs(replace(one, header=""))
            told.append(cells.spread(costs.read_all(cells.values, cells.told)))
        return Answers(parts[0], list(map(_sum_of, zip(*told, strict=True))))

    def _costs(self, column: Column) -> Costs:
        costs = Costs(column, self._cells[column.index], self._money)
        self._read.append(costs)
        return costs


def _sum_of(row: Iterable[Answer]) -> Answer:
    told = [one for one in row if one is not None]
    values = [one.value for one in told if isinstance(one, Read) and isinstance(one.value, float)]
    total = round(sum(values), 2)
    if not told or len(values) < len(told) or total < 0:
        return None
    return yearly(total, f"{total:.2f}")
