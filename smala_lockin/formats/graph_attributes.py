"""Assets and dependencies as flat attributes, as graph files and tables hold them.

Numbers and yes-or-no stay what they are; texts stay texts; lists, dates of origins and what has
parts of its own become JSON. The attributes carry the names of the map file.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from math import isfinite, nan
from typing import Any

import msgspec

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import (
    Dependency,
    GroupId,
    RedundancyGroup,
    usual_buffer_hours,
    usual_need,
)
from smala_lockin.domain.errors import InvalidFact, LockinError
from smala_lockin.domain.facts import FACTS, Holds
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.domain.records import Company
from smala_lockin.formats import project_records
from smala_lockin.formats.diagrams import Flaw

Scalar = str | int | float | bool
Attributes = dict[str, Scalar]

_PARTS = frozenset({"custom", "origin", "extra", "group_extra"})
_LISTED = frozenset({Holds.TEXTS, Holds.COUNTRIES, Holds.REGIONS, Holds.LEVELS})
_GROUP = ("needed", "switch_hours", "tested_on")
_OF_GROUPS = (*(f"group_{key}" for key in _GROUP), "group_extra")
_NUMBERS = {
    "x": "double",
    "y": "double",
    "buffer_hours": "double",
    "group_needed": "long",
    "group_switch_hours": "double",
}
_YES = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def type_of(name: str) -> str:
    """Return the type of an attribute in the words of GraphML: string, double, long, boolean."""
    rule = FACTS.get(name)
    if name == "carries_data":
        return "boolean"
    if rule is None:
        return _NUMBERS.get(name, "string")
    return {Holds.WHOLE: "long", Holds.AMOUNT: "double", Holds.FLAG: "boolean"}.get(
        rule.holds, "string"
    )


def of_asset(asset: Asset, position: Position | None = None) -> Attributes:
    """Return the attributes of an asset, its id left out, and where its card is."""
    attributes = _flat(project_records.asset_record(asset), _known_of_assets())
    if position is not None:
        attributes |= {"x": position[0], "y": position[1]}
    return attributes


def of_dependency(one: Dependency, groups: Mapping[GroupId, RedundancyGroup]) -> Attributes:
    """Return the attributes of a dependency but its ends; those of its group go with it."""
    attributes = _flat(project_records.dependency_record(one), _known_of_dependencies())
    attributes["id"] = one.id
    if one.group is not None:
        group = project_records.group_record(groups[one.group])
        attributes |= {f"group_{key}": group.pop(key) for key in _GROUP if key in group}
        extra = {key: value for key, value in group.items() if key not in ("id", "owner")}
        if extra:
            attributes["group_extra"] = _json(extra)
    return attributes


def of_company(company: Company) -> str:
    """Return the company as JSON text."""
    return _json(project_records.company_record(company))


def read_fact(name: str, text: str) -> object:
    """Return the value of a fact that an attribute gives. Raises `ValueError`."""
    record = {"id": "a", "kind": "application", "name": "a", name: _plain(name, text)}
    return getattr(project_records.asset(record), name)  # its faults are ValueErrors


@dataclass(slots=True, kw_only=True)
class Returned:
    """A landscape coming back from a file, part by part; what it may not hold are flaws."""

    company: Company = field(default_factory=Company)
    assets: dict[AssetId, Asset] = field(default_factory=dict)
    positions: dict[AssetId, Position] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)
    _links: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    _groups: dict[str, dict[str, Any]] = field(default_factory=dict)

    def take_company(self, text: str) -> None:
        """Take the company from JSON text, as it is written by `of_company`."""
        try:
            self.company = project_records.company(json.loads(text))
        except (ValueError, msgspec.ValidationError):
            self.flaws.append(Flaw(row=0, fact="company", value=text))

    def take_asset(self, id: str, attributes: Mapping[str, str], row: int) -> None:
        """Take an asset; facts it may not hold are flaws and stay unknown."""
        if not id or attributes.get("kind") not in tuple(AssetKind):
            fact = "kind" if id else "id"
            self.flaws.append(Flaw(row=row, fact=fact, value=attributes.get("kind", "")))
            return
        record, rest = self._record(attributes, _known_of_assets(), row)
        x, y = rest.pop("x", None), rest.pop("y", None)
        custom = record.setdefault("custom", {})
        if isinstance(custom, dict):
            custom.update(rest)
        record["id"] = id
        if str(record.get("name", "")).strip() == "":
            record["name"] = id
        asset = self._asset(record, row)
        if asset.id in self.assets:
            self.flaws.append(Flaw(row=row, fact="id", value=id))
            return
        self.assets[asset.id] = asset
        if x is not None and y is not None:
            try:
                at = (float(x), float(y))
            except ValueError:
                at = (nan, nan)
            if all(map(isfinite, at)):
                self.positions[asset.id] = at
            else:
                self.flaws.append(Flaw(row=row, fact="x", value=f"{x}; {y}"))

    def take_dependency(
        self, source: str, target: str, attributes: Mapping[str, str], row: int
    ) -> None:
        """Take a dependency; it is checked once all assets are there."""
        record, rest = self._record(attributes, _known_of_dependencies(), row)
        told = {name: rest[name] for name in _OF_GROUPS if name in rest}
        known, _rest = self._record(told, frozenset(told), row)
        extra = known.pop("group_extra", {})
        group = {name.removeprefix("group_"): value for name, value in known.items()}
        if isinstance(record.get("group"), str):
            more = extra if isinstance(extra, dict) else {}
            self._groups.setdefault(record["group"], {"owner": source, **more, **group})
        if not record.get("id"):
            record["id"] = f"d{len(self._links) + 1}"
        self._links.append((row, {**record, "source": source, "target": target}))

    def landscape(self) -> Landscape:
        """Return the landscape; dependencies and groups that do not fit are flaws."""
        dependencies: dict[str, Dependency] = {}
        for row, record in self._links:
            one = self._dependency(record, row)
            if one is not None and one.id not in dependencies:
                dependencies[one.id] = one
            elif one is not None:
                self.flaws.append(Flaw(row=row, fact="id", value=one.id))
        groups = self._sound_groups(dependencies.values())
        freed = [one if one.group in groups else _ungrouped(one) for one in dependencies.values()]
        whole = Landscape.of(self.assets.values(), freed, groups.values(), company=self.company)
        return Landscape(
            company=whole.company,
            assets=whole.assets,
            dependencies=whole.dependencies,
            groups=whole.groups,
            positions=self.positions,
        )

    def _record(
        self, attributes: Mapping[str, str], known: frozenset[str], row: int
    ) -> tuple[dict[str, Any], dict[str, str]]:
        record: dict[str, Any] = {}
        rest: dict[str, str] = {}
        for name, text in attributes.items():
            if name not in known:
                rest[name] = text
                continue
            try:
                record[name] = _plain(name, text)
            except ValueError:
                self.flaws.append(Flaw(row=row, fact=name, value=text))
        extra = record.pop("extra", {})
        return {**record, **(extra if isinstance(extra, dict) else {})}, rest

    def _asset(self, record: dict[str, Any], row: int) -> Asset:
        try:
            return project_records.asset(record)
        except msgspec.ValidationError:
            pass
        sound = {key: record[key] for key in ("id", "name", "kind")}
        for key, value in record.items():
            try:
                project_records.asset({**sound, key: value})
            except msgspec.ValidationError:
                self.flaws.append(Flaw(row=row, fact=key, value=str(value)))
            else:
                sound[key] = value
        return project_records.asset(sound)

    def _dependency(self, record: dict[str, Any], row: int) -> Dependency | None:
        source = self.assets.get(AssetId(record["source"]))
        target = self.assets.get(AssetId(record["target"]))
        if source is None or target is None:
            lost = "source" if source is None else "target"
            self.flaws.append(Flaw(row=row, fact=lost, value=record[lost]))
            return None
        try:
            role = Role(record.get("role", ""))
            record.setdefault("need", usual_need(role, source.kind, source.operated_by))
            record.setdefault("buffer_hours", usual_buffer_hours(role, source.kind))
            one = project_records.dependency(record)
            Landscape.of((source, target), (_ungrouped(one),))
        except (ValueError, LockinError) as error:
            fact = error.fact if isinstance(error, InvalidFact) else "role"
            self.flaws.append(Flaw(row=row, fact=fact, value=str(record.get(fact, ""))))
            return None
        return one

    def _sound_groups(self, dependencies: Iterable[Dependency]) -> dict[GroupId, RedundancyGroup]:
        members: dict[GroupId, list[Dependency]] = {}
        for one in dependencies:
            if one.group is not None:
                members.setdefault(one.group, []).append(one)
        sound: dict[GroupId, RedundancyGroup] = {}
        for id, held in members.items():
            try:
                group = project_records.group({**self._groups[id], "id": id})
                Landscape.of(
                    [self.assets[key] for key in {x for d in held for x in (d.source, d.target)}],
                    held,
                    (group,),
                )
            except (ValueError, LockinError):
                self.flaws.append(Flaw(row=0, fact="group", value=id))
            else:
                sound[id] = group
        return sound


def is_own(nodes: Iterable[Mapping[str, str]], arrows: Iterable[Mapping[str, str]]) -> bool:
    """Whether attributes are those of an exported map: kinds on all assets, roles on all arrows."""
    kinds = [attributes.get("kind") for attributes in nodes]
    roles = [attributes.get("role") for attributes in arrows]
    return (
        bool(kinds)
        and all(kind in tuple(AssetKind) for kind in kinds)
        and all(role in tuple(Role) for role in roles)
    )


def as_text(value: Scalar) -> str:
    """Return an attribute as the text of a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def _flat(record: dict[str, Any], known: frozenset[str]) -> Attributes:
    attributes: Attributes = {}
    extra: dict[str, Any] = {}
    for name, value in record.items():
        if name in ("id", "source", "target"):
            continue
        if name not in known or name == "extra":
            extra[name] = value
        elif isinstance(value, str | int | float | bool):
            attributes[name] = value
        else:
            attributes[name] = _json(value)
    if extra:
        attributes["extra"] = _json(extra)
    return attributes


def _plain(name: str, text: str) -> Any:
    """Return the plain value an attribute stands for. Raises `ValueError`."""
    if name in _PARTS:
        return _loaded(text)
    rule = FACTS.get(name)
    if rule is not None and rule.holds in _LISTED:
        return _listed(text)
    match type_of(name):
        case "long":
            number = float(text)
            return int(number) if number.is_integer() else number
        case "double":
            return float(text)
        case "boolean":
            return _YES.get(text.strip().lower(), text)
        case _:
            return text


def _listed(text: str) -> Any:
    """Take a list as JSON, or as a person wrote it, apart by semicolons or commas."""
    if text.lstrip()[:1] in ("[", "{"):
        return _loaded(text)
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError(text[:20]) from None


def _ungrouped(one: Dependency) -> Dependency:
    return one if one.group is None else replace(one, group=None)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@cache
def _known_of_assets() -> frozenset[str]:
    return frozenset(FACTS) | _PARTS | {"name", "kind"}


@cache
def _known_of_dependencies() -> frozenset[str]:
    return frozenset(
        ("id", "role", "need", "buffer_hours", "group", "control", "carries_data", "extra")
    )
