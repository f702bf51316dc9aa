"""Edits: pure functions that take a landscape and return the next one.

Each leaves the map consistent: what goes takes its dependencies along, a group left with one
member dissolves, and `needed` never exceeds the number of members.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from itertools import compress
from typing import Any, TypeVar

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import (
    Dependency,
    DependencyId,
    GroupId,
    RedundancyGroup,
    usual_buffer_hours,
    usual_need,
)
from smala_lockin.domain.kinds import Need, Role
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.domain.records import RiskKey, RiskRecord
from smala_lockin.domain.settings import Settings
from smala_lockin.domain.settings_record import written

Edit = Callable[[Landscape], Landscape]

K = TypeVar("K")
V = TypeVar("V")


def put_assets(landscape: Landscape, assets: Iterable[Asset]) -> Landscape:
    """Add assets, or replace those of the same id."""
    return replace(landscape, assets={**landscape.assets, **{one.id: one for one in assets}})


def put_fact(
    landscape: Landscape, assets: Iterable[AssetId], fact: str, value: object
) -> Landscape:
    """Set one fact (or the name, or the kind) of assets; it counts as typed from now on.

    What an asset holds already stays as it is, with its origin.
    """
    chosen = [landscape.assets[key] for key in assets]
    return put_assets(landscape, [_with_fact(one, fact, value) for one in chosen])


def remove_assets(landscape: Landscape, gone: Iterable[AssetId]) -> Landscape:
    """Take assets away, with all their dependencies and positions."""
    lost = set(gone)
    cut = [d.id for d in landscape.dependencies.values() if d.source in lost or d.target in lost]
    dependencies, groups = _without(landscape, set(cut))
    return replace(
        landscape,
        assets=_less(landscape.assets, lost),
        dependencies=dependencies,
        groups=groups,
        positions=_less(landscape.positions, lost),
    )


def put_dependencies(landscape: Landscape, dependencies: Iterable[Dependency]) -> Landscape:
    """Add dependencies, or replace those of the same id; a group they leave is tidied."""
    merged = {**landscape.dependencies, **{one.id: one for one in dependencies}}
    tidy, groups = _tidied(merged, landscape.groups)
    return replace(landscape, dependencies=tidy, groups=groups)


def put_role(landscape: Landscape, dependency: DependencyId, role: Role) -> Landscape:
    """Let a dependency be of another role; need and buffer that were usual stay the usual ones."""
    one = landscape.dependencies[dependency]
    source = landscape.assets[one.source]
    was_control = one.role is Role.CONTROLLED_BY
    need, buffer_hours = one.need, one.buffer_hours
    if was_control or need is usual_need(one.role, source.kind, source.operated_by):
        need = usual_need(role, source.kind, source.operated_by)
    if was_control or buffer_hours == usual_buffer_hours(one.role, source.kind):
        buffer_hours = usual_buffer_hours(role, source.kind)
    if one.group is not None:
        need = one.need
    changed = replace(one, role=role, need=need, buffer_hours=buffer_hours)
    return put_dependencies(landscape, [changed])


def put_need(landscape: Landscape, dependency: DependencyId, need: Need) -> Landscape:
    """Say how badly a dependency is needed; the members of its group share one need."""
    one = landscape.dependencies[dependency]
    alike = [one] if one.group is None else landscape.members[one.group]
    return put_dependencies(landscape, [replace(member, need=need) for member in alike])


def remove_dependencies(landscape: Landscape, gone: Iterable[DependencyId]) -> Landscape:
    """Take dependencies away."""
    dependencies, groups = _without(landscape, set(gone))
    return replace(landscape, dependencies=dependencies, groups=groups)


def group(landscape: Landscape, members: Iterable[DependencyId], *, needed: int = 1) -> Landscape:
    """Let dependencies of one owner stand in for each other; their need becomes the first's.

    The new group's id is the first free `g1`, `g2` ... Raises `InvalidLandscape` where they have
    several owners, or name one target twice.
    """
    chosen = [landscape.dependencies[key] for key in members]
    new = GroupId(new_id("g", landscape.groups))
    joined = {d.id: replace(d, group=new, need=chosen[0].need) for d in chosen}
    made = RedundancyGroup(id=new, owner=chosen[0].source, needed=needed)
    dependencies, groups = _tidied(
        {**landscape.dependencies, **joined}, {**landscape.groups, new: made}
    )
    return replace(landscape, dependencies=dependencies, groups=groups)


def ungroup(landscape: Landscape, gone: GroupId) -> Landscape:
    """Dissolve a group: its members are needed each for itself again."""
    freed = {d.id: replace(d, group=None) for d in landscape.members[gone]}
    return replace(
        landscape,
        dependencies={**landscape.dependencies, **freed},
        groups=_less(landscape.groups, {gone}),
    )


def put_group(landscape: Landscape, changed: RedundancyGroup) -> Landscape:
    """Replace what is known of a group (how many it needs, when it was tested)."""
    return replace(landscape, groups={**landscape.groups, changed.id: changed})


def move(landscape: Landscape, positions: Mapping[AssetId, Position]) -> Landscape:
    """Put cards elsewhere."""
    return landscape.with_positions({**landscape.positions, **positions})


def put_risk(landscape: Landscape, key: RiskKey, record: RiskRecord) -> Landscape:
    """Keep what a person typed about a risk; an empty record is forgotten."""
    if record == RiskRecord():
        return replace(landscape, risks=_less(landscape.risks, {key}))
    return replace(landscape, risks={**landscape.risks, key: record})


def put_settings(landscape: Landscape, settings: Settings) -> Landscape:
    """Return the map with other settings; what a newer version left in the section stays."""
    section = written(settings, landscape.sections.get("settings"))
    others = {key: value for key, value in landscape.sections.items() if key != "settings"}
    return replace(landscape, sections={**others, **({"settings": section} if section else {})})


_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_IN_IDS = re.compile(r"[a-z0-9]+")
_ASCII_IN_IDS = {one: " " for one in range(128) if not (chr(one).isalnum() or chr(one) == "\n")}
_NOT_IN_IDS = re.compile(r"[^a-z0-9\n]+")


def slug_of(text: str) -> str:
    """Return what an id is made of for a name: lower-case letters, digits and `-`, at most 48."""
    return "-".join(_IN_IDS.findall(_plain(text)))[:48].rstrip("-") or "item"


def slugs_of(texts: Iterable[str]) -> list[str]:
    """Return the `slug_of` each of many texts."""
    texts = list(texts)
    usual = ["\n" not in text for text in texts]
    whole = _plain("\n".join(compress(texts, usual)))
    bare = whole.translate(_ASCII_IN_IDS) if whole.isascii() else _NOT_IN_IDS.sub(" ", whole)
    words = iter(bare.split("\n"))
    return [
        "-".join(next(words).split())[:48].rstrip("-") or "item" if is_usual else slug_of(text)
        for text, is_usual in zip(texts, usual, strict=True)
    ]


def _plain(text: str) -> str:
    """A text in lower case without accents; that of several lines is that of each line."""
    plain = text.lower()
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFKD", plain.replace("ß", "ss").replace("œ", "oe"))
    plain = _ACCENTS.sub("", plain)
    if plain.isascii():
        return plain
    signs = {ord(one): None for one in set(plain) if unicodedata.combining(one)}
    return plain.translate(signs) if signs else plain


def new_id(text: str, taken: Container[str]) -> str:
    """Return an id made of a name, by its `slug_of`, that is not taken.

    A short prefix such as "d" or "g" is numbered from 1; a name only where it is taken.
    """
    slug = slug_of(text)
    if len(slug) > 1:
        if slug not in taken:
            return slug
        slug += "-"
    number = 2 if slug.endswith("-") else 1
    while f"{slug}{number}" in taken:
        number += 1
    return f"{slug}{number}"


def _with_fact(asset: Asset, fact: str, value: object) -> Asset:
    if getattr(asset, fact) == value:
        return asset
    changes: dict[str, Any] = {fact: value, "origin": _less(asset.origin, {fact})}
    return replace(asset, **changes)


def _without(
    landscape: Landscape, gone: set[DependencyId]
) -> tuple[dict[DependencyId, Dependency], Mapping[GroupId, RedundancyGroup]]:
    return _tidied(_less(landscape.dependencies, gone), landscape.groups)


def _tidied(
    dependencies: dict[DependencyId, Dependency], groups: Mapping[GroupId, RedundancyGroup]
) -> tuple[dict[DependencyId, Dependency], Mapping[GroupId, RedundancyGroup]]:
    if not groups:
        return dependencies, groups
    members: dict[GroupId, list[Dependency]] = {key: [] for key in groups}
    for one in dependencies.values():
        if one.group in members:
            members[one.group].append(one)
    for key in [key for key, found in members.items() if len(found) == 1]:
        alone = members[key][0]
        dependencies[alone.id] = replace(alone, group=None)
    kept = {
        key: found
        if found.needed <= len(members[key])
        else replace(found, needed=len(members[key]))
        for key, found in groups.items()
        if len(members[key]) > 1
    }
    return dependencies, kept


def _less(items: Mapping[K, V], gone: Container[object]) -> dict[K, V]:
    return {key: value for key, value in items.items() if key not in gone}
