"""The columns of a sheet of payments, each read once for each of its values."""

from collections.abc import Sequence
from datetime import date

from smala_lockin.domain.reads import Read
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.spending import pays_wages
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.values.amounts import (
    Amount,
    currency_of,
    has_decimal_comma,
    plain_amounts,
    read_amount,
)
from smala_lockin.importing.values.moments import month_comes_first, read_date
from smala_lockin.importing.values.places import find_regions
from smala_lockin.importing.values.plain import is_nobody
from smala_lockin.knowledge.jurisdictions import country_code


class PaymentColumns:
    """What the columns of a sheet of payments say, row by row."""

    def __init__(self, sheet: Sheet) -> None:
        """Nothing is read before it is asked for."""
        assert sheet.layout is not None
        self._sheet, self._columns = sheet, sheet.layout.columns
        self._count = len(sheet.layout.body)
        self._plain: dict[int | None, list[Amount | None]] = {}

    def cells(self, column: Column | None) -> Cells:
        """Return the cells of a column; empty ones where the table has no such column."""
        return self._columns[column.index] if column else Cells([None] * self._count)

    def texts(self, column: Column | None) -> list[str]:
        """Return the text of each cell of a column."""
        cells = self.cells(column)
        return cells.spread(list(cells.texts))

    def told(self, column: Column) -> list[str | None]:
        """Return the text of each cell of a column, None where it says that there is nothing."""
        cells = self.cells(column)
        return cells.spread([None if is_nobody(text) else text for text in cells.texts])

    def amounts(
        self, column: Column | None, *, decimal_comma: bool | None = None
    ) -> list[Amount | None]:
        """Return the amount in each cell of a column; by itself it shows what decimals have."""
        cells = self.cells(column)
        comma = has_decimal_comma(cells) if decimal_comma is None else decimal_comma
        index = column.index if column else None
        if index not in self._plain:
            self._plain[index] = plain_amounts(cells.values)
        told = zip(cells.values, self._plain[index], strict=True)
        return cells.spread([one or read_amount(cell, decimal_comma=comma) for cell, one in told])

    def currencies(self, column: Column | None) -> list[str | None]:
        """Return the currency that each cell of a column names."""
        cells = self.cells(column)
        return cells.spread(list(map(currency_of, cells.texts)))

    def regions(self) -> list[list[tuple[str, ...]]]:
        """Return, for each column about hosting, the countries that each cell names."""
        found = [self.cells(one) for one in self._sheet.all(Meaning.HOSTING)]
        return [cells.spread([find_regions(text) or () for text in cells.texts]) for cells in found]

    def about_suppliers(self) -> list[list[Read | None]]:
        """Return, for each column about the supplier itself, what each cell says."""
        found: list[list[Read | None]] = []
        if country := self._sheet.column(Meaning.COUNTRY):
            cells = self.cells(country)
            found.append(cells.spread(list(map(_country, cells.texts))))
        if number := self._sheet.column(Meaning.REGISTRATION):
            cells = self.cells(number)
            found.append(cells.spread(list(map(_registration, cells.texts))))
        return found

    def pays_wages(self) -> list[bool]:
        """Return for each row whether one of its texts says that it is somebody's pay."""
        said = [False] * self._count
        for one in self._sheet.columns:
            if one.meaning in (None, Meaning.DESCRIPTION, Meaning.PAYMENT, Meaning.KIND):
                cells = self.cells(one)
                if any(wages := [pays_wages(text) for text in cells.texts]):
                    told = zip(said, cells.spread(wages), strict=True)
                    said = [before or now for before, now in told]
        return said

    def days(self) -> Sequence[date | None]:
        """Return the day of each row, from the column of which most cells are days."""
        best: Sequence[date | None] = [None] * self._count
        found = (0, 0)
        for column in self._sheet.columns:
            if column.meaning not in (None, Meaning.PAYMENT):
                continue
            days = _days_in(self.cells(column))
            count = sum(day is not None for day in days)
            # Of two that are filled alike the finer one: the day of use, not the month billed.
            weight = (count, len(set(days) - {None}))
            if weight > found and count * 2 > len(days):
                best, found = days, weight
        return best


def _days_in(cells: Cells) -> list[date | None]:
    """The days of a column; none where most of its cells are no days."""
    first = month_comes_first(cells)

    days: list[date | None] = []
    others = 0
    for value in cells.values:
        days.append(read_date(value, month_first=first))
        others += days[-1] is None
        if others * 2 >= len(cells):  # each stands in a row at least
            return [None] * len(cells)
    return cells.spread(days)


def _country(text: str) -> Read | None:
    country = country_code(text)
    return Read("country", country, country) if country else None


def _registration(text: str) -> Read | None:
    return None if is_nobody(text) else Read("registration", text, text)
