"""What the dialog of the map's settings shows and reads, without a widget."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from smala_lockin.app import entries
from smala_lockin.domain.errors import Fault
from smala_lockin.domain.setting_tables import InvalidSetting, Row, Table, check_row, setting_path
from smala_lockin.domain.settings import TABLES, Settings
from smala_lockin.domain.thresholds import THRESHOLDS
from smala_lockin.words import setting_errors
from smala_lockin.words.settings import is_share

Path = tuple[str, str]
"""A table and a row of it."""


def shown(table: Table, row: Row) -> tuple[str, ...]:
    """Return the numbers of a row as people edit them, shares as per cent."""
    return tuple(
        entries.shown_number(_times(value, 100) if is_share(table) else value) for value in row
    )


def parse(table: Table, path: Path, texts: Sequence[str]) -> Row:
    """Return the row that somebody typed; raises `InvalidSetting`, naming the number at fault."""
    found = []
    for place, text in enumerate(texts):
        value = entries.read_number(text.strip().rstrip("%"))
        if value is None:
            where = setting_path(*path, place=place if table.width > 1 else None)
            raise InvalidSetting(where, Fault.WRONG_TYPE, value=text, table=table)
        found.append(_times(value, Decimal("0.01")) if is_share(table) else _whole(value))
    row = tuple(found)
    check_row(table, row, *path)
    return row


def put(settings: Settings, rows: Mapping[Path, Row]) -> Settings:
    """Return settings with these rows; of countries, only these. Raises `InvalidSetting`."""
    changes: dict[str, Any] = {}
    for name, table in TABLES.items():
        given = {key: row for (part, key), row in rows.items() if part == name}
        if table.is_open:
            changes[name] = given
        elif given:
            kept = getattr(settings, name)
            changes[name] = {key: given.get(str(key), row) for key, row in kept.items()}
    steps = {key: row for (part, key), row in rows.items() if part == "thresholds"}
    if steps:
        values = {key: row if THRESHOLDS[key].width > 1 else row[0] for key, row in steps.items()}
        changes["thresholds"] = replace(settings.thresholds, **values)  # type: ignore[arg-type]
    if ("switch_hours", "") in rows:
        changes["switch_hours"] = rows["switch_hours", ""][0]
    return replace(settings, **changes)


def refusal(error: InvalidSetting) -> str:
    """Return what to tell beneath a table; of shares, in per cent."""
    if error.table is not None and is_share(error.table) and not error.flaw:
        whole = replace(error.table, low=0, high=100)
        error = InvalidSetting(error.fact, error.fault, value=error.value, table=whole)
    words = setting_errors.sentence(error)
    return words[:1].upper() + words[1:]


def place_of(error: InvalidSetting) -> int:
    """Return which number of its row is at fault: the first, unless the path names another."""
    _row, bracket, rest = error.fact.partition("[")
    return int(rest.rstrip("]")) if bracket else 0


def _times(value: float, factor: Decimal | int) -> float:
    return _whole(float(Decimal(repr(value)) * factor))


def _whole(value: float) -> float:
    return int(value) if float(value).is_integer() else value
