"""The records of a map file: one value each, both directions.

Unknown keys travel in each value's `extra`. Conversions raise `msgspec.ValidationError`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from smala_lockin.domain.assets import Asset, AssetId, Origin
from smala_lockin.domain.dependencies import (
    Dependency,
    RedundancyGroup,
    usual_buffer_hours,
    usual_need,
)
from smala_lockin.domain.errors import Fault, InvalidLandscape
from smala_lockin.domain.facts import FACTS, Holds
from smala_lockin.domain.kinds import Need, Role
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.domain.records import Company, RiskRecord

Record = dict[str, Any]
T = TypeVar("T")

_FLAGS = [name for name, rule in FACTS.items() if rule.holds is Holds.FLAG]
_WHOLE = [name for name, rule in FACTS.items() if rule.holds is Holds.WHOLE]
_WORDED_FLAGS = {"yes": True, "no": False}
_STRENGTH = (Need.VITAL, Need.DEGRADING, Need.CONVENIENCE)


def asset(record: Record) -> Asset:
    """Return an asset. "yes" and "no" may be written for yes-or-no facts, 3.0 for 3."""
    for name in _FLAGS:
        if isinstance(record.get(name), str):
            record = {**record, name: _WORDED_FLAGS.get(record[name], record[name])}
    for name in _WHOLE:
        if isinstance(record.get(name), float):
            record = {**record, name: _short(record[name])}
    origin = record.get("origin")
    if isinstance(origin, dict):
        record = {**record, "origin": {fact: _with_source(one) for fact, one in origin.items()}}
    return _value(record, Asset)


def dependency(record: Record) -> Dependency:
    """Return a dependency whose need and buffer are filled in already."""
    return _value(record, Dependency)


def group(record: Record) -> RedundancyGroup:
    """Return a redundancy group."""
    return _value(record, RedundancyGroup)


def company(record: Record) -> Company:
    """Return the company."""
    return _value(record, Company)


def risk(record: Record) -> RiskRecord:
    """Return what a person typed about a risk."""
    return _value(record, RiskRecord)


def positions(record: Any) -> dict[AssetId, Position]:
    """Return where the cards are."""
    return msgspec.convert(record, dict[AssetId, Position])


def with_usual_values(records: Sequence[Record], assets: Mapping[AssetId, Asset]) -> list[Record]:
    """Return dependencies with the need and buffer of their role where left out.

    A member of a group takes the need that another member states, or the strongest usual one.
    """
    shared = _group_needs(records, assets)
    return [_completed(one, assets, shared) for one in records]


def of_landscape(landscape: Landscape) -> Record:
    """Return the records of a landscape in the order of the file, without empty optional parts."""
    record: Record = {
        "company": company_record(landscape.company),
        "assets": [asset_record(one) for one in landscape.assets.values()],
        "dependencies": [dependency_record(one) for one in landscape.dependencies.values()],
        "redundancy_groups": [group_record(one) for one in landscape.groups.values()],
        "positions": {key: [_short(x), _short(y)] for key, (x, y) in landscape.positions.items()},
    }
    if landscape.risks:
        record["risks"] = {key: _record(one) for key, one in landscape.risks.items()}
    return record


def asset_record(one: Asset) -> Record:
    """Return the record of an asset, without what is unknown."""
    record: Record = {
        fact: _short(_TO_PLAIN(value))
        for fact, value in zip(_ASSET_FACTS, _VALUES_OF(one), strict=True)
        if value is not None and value != {}
    }
    if one.origin:
        record["origin"] = {fact: _origin_record(origin) for fact, origin in one.origin.items()}
    return {**record, **one.extra}


_ASSET_FACTS = tuple(one.name for one in fields(Asset) if one.name not in ("origin", "extra"))
_VALUES_OF = attrgetter(*_ASSET_FACTS)


def dependency_record(one: Dependency) -> Record:
    """Return the record of a dependency; control stands only where it counts."""
    record = _record(one)
    if one.role is Role.CONTROLLED_BY:
        del record["need"], record["buffer_hours"]
    else:
        del record["control"]
    return record


def group_record(one: RedundancyGroup) -> Record:
    """Return the record of a redundancy group."""
    return _record(one)


def company_record(one: Company) -> Record:
    """Return the record of the company."""
    return _record(one, always=("name", "currency"))


def _value(record: Any, into: type[T]) -> T:
    if not isinstance(record, dict):
        return msgspec.convert(record, into)
    known = _known(into)  # type: ignore[arg-type]
    extra = {key: value for key, value in record.items() if key not in known}
    rest = {key: value for key, value in record.items() if key in known and value is not None}
    return msgspec.convert({**rest, "extra": extra}, into)


@cache
def _known(into: type[Any]) -> frozenset[str]:
    return frozenset(one.name for one in fields(into)) - {"extra"}


_ORIGIN_KEYS = _known(Origin) - {"source"} | {"from"}


def _with_source(origin: Any) -> Any:
    if not isinstance(origin, dict):
        return origin
    if "from" in origin and origin.keys() <= _ORIGIN_KEYS:
        plain = dict(origin)
        plain["source"] = plain.pop("from")
        return plain
    extra = {key: value for key, value in origin.items() if key not in _ORIGIN_KEYS}
    rest = {key: value for key, value in origin.items() if key in _ORIGIN_KEYS and key != "from"}
    source = {"source": origin["from"]} if "from" in origin else {}
    return {**source, **rest, "extra": extra}


def _completed(one: Record, assets: Mapping[AssetId, Asset], shared: Mapping[Any, Need]) -> Record:
    role = one.get("role")
    if role not in tuple(Role) or not _is_known(one, assets):
        return one
    source = assets[one["source"]]
    added: Record = {}
    if one.get("need") is None:
        usual = usual_need(Role(role), source.kind, source.operated_by)
        group = one.get("group")
        added["need"] = shared.get(group, usual) if isinstance(group, str) else usual
    if one.get("buffer_hours") is None:
        added["buffer_hours"] = usual_buffer_hours(Role(role), source.kind)
    return {**one, **added} if added else one


def _is_known(one: Record, assets: Mapping[AssetId, Asset]) -> bool:
    """Whether the source exists; where it is a text and does not, that is the fault to tell."""
    source, id = one.get("source"), one.get("id")
    if not isinstance(source, str) or not isinstance(id, str):
        return False
    if source not in assets:
        raise InvalidLandscape(Fault.UNKNOWN_ASSET, "dependencies", id, "source", other=source)
    return True


def _group_needs(records: Sequence[Record], assets: Mapping[AssetId, Asset]) -> dict[Any, Need]:
    stated: dict[Any, Need] = {}
    usual: dict[Any, Need] = {}
    for one in records:
        name, role, source = one.get("group"), one.get("role"), one.get("source")
        if not isinstance(name, str) or not isinstance(source, str):
            continue
        if role not in tuple(Role) or source not in assets:
            continue
        if one.get("need") in tuple(Need):
            stated.setdefault(name, Need(one["need"]))
        else:
            owner = assets[AssetId(source)]
            mine = usual_need(Role(role), owner.kind, owner.operated_by)
            usual[name] = min(usual.get(name, mine), mine, key=_STRENGTH.index)
    return {**usual, **stated}


def _origin_record(origin: Origin) -> Record:
    told = {
        "from": origin.source.value,
        "file": origin.file,
        "sheet": origin.sheet,
        "row": origin.row,
        "value": origin.value,
        "on": origin.on and origin.on.isoformat(),
    }
    return {**{key: value for key, value in told.items() if value is not None}, **origin.extra}


_TO_PLAIN: Callable[[Any], Any] = msgspec.to_builtins


def _record(value: Any, *, always: tuple[str, ...] = ()) -> Record:
    plain: Record = _TO_PLAIN(value)
    extra = plain.pop("extra")
    empty: tuple[object, ...] = ({}, None)
    kept = {
        key: _short(item)
        for key, item in plain.items()
        if key in always or not any(item is none or item == none for none in empty)
    }
    return {**kept, **extra}


def _short(value: Any) -> Any:
    """Write 24.0 as 24, as a person would."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
