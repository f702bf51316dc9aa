"""Settings as plain values: what the `settings` section of a map file holds.

Only what differs from the defaults stands there, at the level of a row; a row of one number is
that number, others a list. The countries of `cut_off` come and go, so that they stand there
whole. Keys that this version does not know are kept.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from smala_lockin.domain.errors import Fault
from smala_lockin.domain.setting_tables import InvalidSetting, Row, Table, setting_path
from smala_lockin.domain.settings import (
    DEFAULT,
    SWITCH_HOURS,
    TABLES,
    Settings,
    SovereigntyWeights,
)
from smala_lockin.domain.thresholds import THRESHOLDS, Thresholds


def read(record: object) -> Settings:
    """Return the settings that plain values hold, the rest being the defaults.

    Raises `InvalidSetting` with the path of the fault.
    """
    section = _mapping(record, "")
    changes: dict[str, Any] = {
        name: _table(table, section[name], name)
        for name, table in TABLES.items()
        if name in section
    }
    if "thresholds" in section:
        changes["thresholds"] = _thresholds(section["thresholds"])
    if "switch_hours" in section:
        changes["switch_hours"] = _row(SWITCH_HOURS, section["switch_hours"], "switch_hours")[0]
    if "rules_off" in section:
        changes["rules_off"] = _names(section["rules_off"], "rules_off")
    if "sovereignty" in section:
        changes["sovereignty"] = _choice(section["sovereignty"], "sovereignty")
    return replace(DEFAULT, **changes) if changes else DEFAULT


def written(settings: Settings, over: object = None) -> dict[str, Any]:
    """Return settings as plain values; unknown keys of `over`, the section before, stay."""
    before = over if isinstance(over, Mapping) else {}
    section = {key: value for key, value in before.items() if key not in _KNOWN}
    for name, table in TABLES.items():
        rows, usual = getattr(settings, name), table.rows
        if table.is_open:
            if rows != usual:
                section[name] = {key: _plain(row) for key, row in rows.items()}
            continue
        differing = {str(key): _plain(row) for key, row in rows.items() if row != usual[key]}
        section |= _part(name, differing, before.get(name), {str(key) for key in usual})
    changed = _thresholds_record(settings)
    section |= _part("thresholds", changed, before.get("thresholds"), set(THRESHOLDS))
    if settings.switch_hours != DEFAULT.switch_hours:
        section["switch_hours"] = _short(settings.switch_hours)
    if settings.rules_off:
        section["rules_off"] = sorted(settings.rules_off)
    if settings.sovereignty != DEFAULT.sovereignty:
        section["sovereignty"] = settings.sovereignty.value
    return section


_KNOWN = {*TABLES, "thresholds", "switch_hours", "rules_off", "sovereignty"}


def _part(
    name: str, differing: dict[str, Any], before: object, known: set[str]
) -> dict[str, dict[str, Any]]:
    """Return a part with what differs, and with what stood there that this version knows not."""
    was = before if isinstance(before, Mapping) else {}
    part = {**differing, **{key: value for key, value in was.items() if key not in known}}
    return {name: part} if part else {}


def _thresholds_record(settings: Settings) -> dict[str, Any]:
    now, usual = settings.thresholds, DEFAULT.thresholds
    return {name: _plain(row) for name in THRESHOLDS if (row := now.row(name)) != usual.row(name)}


def _table(table: Table, value: object, name: str) -> Mapping[Any, Row]:
    given = _mapping(value, name)
    if table.is_open:
        return {key: _row(table, row, name, key) for key, row in given.items()}
    found = dict(table.rows)
    for key in table.rows:
        if str(key) in given:
            found[key] = _row(table, given[str(key)], name, str(key))
    return found


def _thresholds(value: object) -> Thresholds:
    given = _mapping(value, "thresholds")
    found: dict[str, Any] = {}
    for name, table in THRESHOLDS.items():
        if name in given:
            row = _row(table, given[name], "thresholds", name)
            found[name] = row if table.width > 1 else row[0]
    return Thresholds(**found)


def _mapping(value: object, *steps: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise InvalidSetting(setting_path(*steps), Fault.WRONG_TYPE, flaw="mapping")
    return value


def _row(table: Table, value: object, *steps: str) -> Row:
    if table.width == 1:
        value = [value]
    if not isinstance(value, list | tuple) or len(value) != table.width:
        raise InvalidSetting(setting_path(*steps), Fault.WRONG_TYPE, table=table, flaw="width")
    return tuple(value)


def _names(value: object, name: str) -> frozenset[str]:
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise InvalidSetting(name, Fault.WRONG_TYPE, flaw="names")
    return frozenset(value)


def _choice(value: object, name: str) -> SovereigntyWeights:
    if value not in tuple(SovereigntyWeights):
        raise InvalidSetting(name, Fault.OUT_OF_RANGE, value=value, flaw="sovereignty")
    return SovereigntyWeights(str(value))


def _plain(row: Row) -> Any:
    shown = [_short(value) for value in row]
    return shown[0] if len(shown) == 1 else shown


def _short(value: float) -> float:
    """Write 24.0 as 24, as a person would."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
