"""The landscape: the whole dependency map that a file holds, as one immutable value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import isfinite
from typing import Any

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId, RedundancyGroup
from smala_lockin.domain.errors import Fault, InvalidLandscape
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.records import Company, RiskKey, RiskRecord
from smala_lockin.domain.settings import DEFAULT, Settings
from smala_lockin.domain.settings_record import read

Position = tuple[float, float]
"""Where the middle of a card is, x to the right and y down, in points at 100 %."""


@dataclass(frozen=True, kw_only=True)
class Landscape:
    """What the company depends on, and what people wrote about it. It is consistent or it is not.

    Edits (`domain.edits`) make a new landscape that shares all they left alone. The order of the
    mappings is that of the file. `sections` are parts of the file that other floors give a
    meaning to (imports, decisions, diagnosis, scenarios, snapshots, settings), as plain values;
    `extra` the keys that this version does not know.

    Raises `InvalidLandscape` where the parts do not fit together, `InvalidSetting` where the
    settings make no sense.
    """

    company: Company = field(default_factory=Company)
    assets: Mapping[AssetId, Asset] = field(default_factory=dict)
    dependencies: Mapping[DependencyId, Dependency] = field(default_factory=dict)
    groups: Mapping[GroupId, RedundancyGroup] = field(default_factory=dict)
    positions: Mapping[AssetId, Position] = field(default_factory=dict)
    risks: Mapping[RiskKey, RiskRecord] = field(default_factory=dict)
    sections: Mapping[str, object] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _check_dependencies(self)
        _check_groups(self)
        _check_positions(self)
        _ = self.settings  # read at once: no map has settings that make no sense

    @classmethod
    def of(
        cls,
        assets: Iterable[Asset] = (),
        dependencies: Iterable[Dependency] = (),
        groups: Iterable[RedundancyGroup] = (),
        *,
        company: Company | None = None,
    ) -> "Landscape":
        """Return a landscape of these parts; raises `InvalidLandscape` on a repeated id too."""
        return cls(
            company=company or Company(),
            assets=_by_id("assets", assets),
            dependencies=_by_id("dependencies", dependencies),
            groups=_by_id("redundancy_groups", groups),
        )

    def with_positions(self, positions: Mapping[AssetId, Position]) -> "Landscape":
        """Return the same map with its cards elsewhere.

        What was derived from the dependencies is handed on: a drag makes a landscape for each
        step of the mouse, and the history keeps the last one of each drag.
        """
        after = replace(self, positions=positions)
        known = {name: self.__dict__[name] for name in _DERIVED if name in self.__dict__}
        after.__dict__.update(known)
        return after

    @cached_property
    def settings(self) -> Settings:
        """The settings in force, as the section of that name changes the defaults."""
        section = self.sections.get("settings")
        return DEFAULT if section is None else read(section)

    @cached_property
    def members(self) -> Mapping[GroupId, tuple[Dependency, ...]]:
        """The dependencies of each redundancy group, in the order of the map."""
        found: dict[GroupId, list[Dependency]] = {key: [] for key in self.groups}
        for dependency in self.dependencies.values():
            if dependency.group is not None:
                found[dependency.group].append(dependency)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def needs(self) -> Mapping[AssetId, tuple[Dependency, ...]]:
        """For each asset the dependencies of which it is the source."""
        found: dict[AssetId, list[Dependency]] = {key: [] for key in self.assets}
        for dependency in self.dependencies.values():
            found[dependency.source].append(dependency)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def needed_by(self) -> Mapping[AssetId, tuple[Dependency, ...]]:
        """For each asset the dependencies of which it is the target."""
        found: dict[AssetId, list[Dependency]] = {key: [] for key in self.assets}
        for dependency in self.dependencies.values():
            found[dependency.target].append(dependency)
        return {key: tuple(items) for key, items in found.items()}


_DERIVED = ("members", "needs", "needed_by", "settings")


def _by_id(section: str, items: Iterable[Any]) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for item in items:
        if item.id in found:
            raise InvalidLandscape(Fault.DUPLICATE_ID, section, item.id, "id", other=item.id)
        found[item.id] = item
    return found


def _check_dependencies(landscape: Landscape) -> None:
    assets, groups = landscape.assets, landscape.groups
    # Of thousands of dependencies it tells that members of an enumeration are not looked up here.
    provided, controlled, supplier = Role.PROVIDED_BY, Role.CONTROLLED_BY, AssetKind.SUPPLIER
    for key, one in landscape.dependencies.items():
        if one.source not in assets or one.target not in assets:
            end = "target" if one.source in assets else "source"
            raise _broken(Fault.UNKNOWN_ASSET, key, end, getattr(one, end))
        if one.source == one.target:
            raise _broken(Fault.SELF_DEPENDENCY, key, "target", one.target)
        if one.group is not None and one.group not in groups:
            raise _broken(Fault.UNKNOWN_GROUP, key, "group", one.group)
        if one.role is provided or one.role is controlled:
            if assets[one.target].kind is not supplier:
                raise _broken(Fault.NOT_A_SUPPLIER, one.id, "target", one.target)
            if one.role is controlled:
                _check_control(landscape, one)


def _check_control(landscape: Landscape, one: Dependency) -> None:
    if landscape.assets[one.source].kind is not AssetKind.SUPPLIER:
        raise _broken(Fault.NOT_A_SUPPLIER, one.id, "source", one.source)
    if one.group is not None:
        raise _broken(Fault.CONTROL_IN_GROUP, one.id, "group", one.group)


def _broken(fault: Fault, key: str, fact: str, other: str) -> InvalidLandscape:
    return InvalidLandscape(fault, "dependencies", key, fact, other=other)


def _check_groups(landscape: Landscape) -> None:
    if not landscape.groups:
        return
    for key, group in landscape.groups.items():
        members = landscape.members[key]
        if group.owner not in landscape.assets:
            raise _unfit(Fault.UNKNOWN_ASSET, key, "owner", group.owner)
        if not members:
            raise _unfit(Fault.GROUP_EMPTY, key, "id")
        if not 1 <= group.needed <= len(members):
            raise _unfit(Fault.GROUP_NEEDED, key, "needed", str(len(members)))
        targets: set[AssetId] = set()
        for member in members:
            if member.source != group.owner:
                raise _unfit(Fault.GROUP_OWNER, key, "owner", member.id)
            if member.need is not members[0].need:
                raise _unfit(Fault.GROUP_NEED, key, "need", member.id)
            if member.target in targets:
                raise _unfit(Fault.GROUP_TARGET_TWICE, key, "target", member.target)
            targets.add(member.target)


def _unfit(fault: Fault, key: str, fact: str, other: str = "") -> InvalidLandscape:
    return InvalidLandscape(fault, "redundancy_groups", key, fact, other=other)


def _check_positions(landscape: Landscape) -> None:
    for key, (x, y) in landscape.positions.items():
        if key not in landscape.assets:
            raise InvalidLandscape(Fault.UNKNOWN_ASSET, "positions", key, "", other=key)
        if not (isfinite(x) and isfinite(y)):
            raise InvalidLandscape(Fault.OUT_OF_RANGE, "positions", key, "")
