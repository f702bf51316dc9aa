"""What a table of the settings takes, and whether its numbers make sense."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from math import isfinite
from typing import Any

from smala_lockin.domain.errors import Fault, InvalidFact
from smala_lockin.domain.facts import is_country

Row = tuple[float, ...]


class Order(StrEnum):
    """How the numbers of a row must follow each other; equal ones are fine."""

    RISING = "rising"
    FALLING = "falling"


RISING, FALLING = Order.RISING, Order.FALLING


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of `width` numbers from `low` to `high`, both included, and their defaults.

    Where it `is_open` rows are named by countries, and may come and go.
    """

    rows: Mapping[Any, Row] = field(default_factory=dict)
    low: float = 0
    high: float
    width: int = 1
    is_whole: bool = False
    order: Order | None = None
    is_open: bool = False


class InvalidSetting(InvalidFact):
    """A setting holds what it must not; `fact` is its path in the section.

    `table` says what it takes, and `flaw` is the rule for the whole that is broken, if one is.
    """

    def __init__(
        self,
        fact: str,
        fault: Fault,
        *,
        value: object = None,
        table: Table | None = None,
        flaw: str = "",
    ) -> None:
        super().__init__(fact, fault, value=value)
        self.table, self.flaw = table, flaw


def setting_path(*steps: str, place: int | None = None) -> str:
    """Return the path of a setting in its section: `matrix.5[2]`."""
    whole = ".".join(step for step in steps if step)
    return whole if place is None else f"{whole}[{place}]"


def check_row(table: Table, row: Row, *steps: str) -> None:
    """Raise `InvalidSetting` where a row is not one of the table."""
    if len(row) != table.width:
        raise InvalidSetting(setting_path(*steps), Fault.WRONG_TYPE, table=table)
    for place, value in enumerate(row):
        where = setting_path(*steps, place=place if table.width > 1 else None)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise InvalidSetting(where, Fault.WRONG_TYPE, value=value, table=table)
        fits = isfinite(value) and table.low <= value <= table.high
        if not fits or (table.is_whole and value != int(value)):
            raise InvalidSetting(where, Fault.OUT_OF_RANGE, value=value, table=table)
    for place, (one, other) in enumerate(pairwise(row), start=1):
        if (table.order is RISING and one > other) or (table.order is FALLING and one < other):
            where, flaw = setting_path(*steps, place=place), table.order.value
            raise InvalidSetting(where, Fault.OUT_OF_RANGE, table=table, flaw=flaw)


def check_table(table: Table, rows: Mapping[Any, Row], name: str) -> None:
    """Raise `InvalidSetting` where the rows are not those of the table."""
    for key, row in rows.items():
        if table.is_open and not is_country(key):
            raise InvalidSetting(setting_path(name, str(key)), Fault.OUT_OF_RANGE, table=table)
        check_row(table, row, name, str(key))
    if not table.is_open and rows.keys() != table.rows.keys():
        raise InvalidSetting(name, Fault.MISSING, table=table)


def check_weights(rows: Mapping[Any, Row], name: str) -> None:
    """Raise `InvalidSetting` where no weight is above zero."""
    if not any(weight > 0 for (weight,) in rows.values()):
        raise InvalidSetting(name, Fault.OUT_OF_RANGE, flaw="no_weight")


def check_matrix(rows: Mapping[int, Row], name: str) -> None:
    """Raise `InvalidSetting` where something likelier would be of a lower level."""
    for rarer, likelier in pairwise(sorted(rows)):
        pairs = zip(rows[rarer], rows[likelier], strict=True)
        for place, (one, other) in enumerate(pairs):
            if one > other:
                where = setting_path(name, str(likelier), place=place)
                raise InvalidSetting(where, Fault.OUT_OF_RANGE, flaw="likelier")
