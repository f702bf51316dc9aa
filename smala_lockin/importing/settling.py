"""From drafts and edges to assets and dependencies: what is new, and what differs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from smala_lockin.domain.assets import Asset, AssetId, Origin, Source
from smala_lockin.domain.dependencies import (
    Dependency,
    DependencyId,
    usual_buffer_hours,
    usual_need,
)
from smala_lockin.domain.edits import new_id
from smala_lockin.domain.kinds import Control, Need, OperatedBy, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.drafts import Draft
from smala_lockin.importing.linking import Edge
from smala_lockin.importing.plain import display_name
from smala_lockin.importing.problems import Place, Problem, Reason

_NO_FACTS = frozenset({"name", "kind"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The parts of the landscape that the import adds, or puts in the place of others."""

    added: tuple[Asset, ...]
    updated: tuple[Asset, ...]
    dependencies: tuple[Dependency, ...]


def settle(
    landscape: Landscape,
    drafts: Iterable[Draft],
    edges: Iterable[Edge],
    problems: list[Problem],
) -> Settled:
    """Return what the drafts and edges make new or different in a landscape.

    A fact that somebody typed is never replaced: where the files differ, that is a problem.
    """
    wanted = [draft for draft in drafts if draft.said or draft.catalogued]
    _give_ids(landscape, [draft for draft in wanted if draft.existing is None])
    added: list[Asset] = []
    updated: list[Asset] = []
    for draft in wanted:
        if draft.existing is None:
            added.append(_new(draft))
        elif (changed := updated_asset(draft, draft.existing, problems)) != draft.existing:
            updated.append(changed)
    return Settled(
        added=tuple(added),
        updated=tuple(updated),
        dependencies=tuple(_dependencies(landscape, edges)),
    )


def _give_ids(landscape: Landscape, drafts: Iterable[Draft]) -> None:
    taken: set[str] = set(landscape.assets)
    numbers: dict[str, int] = {}
    for draft in drafts:
        slug = new_id(draft.name, ())
        id = slug
        while id in taken:
            numbers[slug] = numbers.get(slug, 1) + 1
            id = f"{slug}-{numbers[slug]}"
        taken.add(id)
        draft.id = AssetId(id)


def _new(draft: Draft) -> Asset:
    assert draft.id is not None
    facts = _values(draft.facts)
    origin = {fact: where for fact, (_value, where) in draft.facts.items()}
    return Asset(
        id=draft.id,
        kind=draft.kind,
        name=draft.name,
        custom=dict(draft.custom),
        origin=origin,
        **facts,
    )


def _values(facts: Mapping[str, tuple[object, Origin]]) -> dict[str, Any]:
    return {fact: value for fact, (value, _where) in facts.items() if fact not in _NO_FACTS}


def updated_asset(draft: Draft, existing: Asset, problems: list[Problem]) -> Asset:
    """Return an asset of the map with what a draft knows better; what was typed is kept."""
    changes: dict[str, Any] = {}
    origin = dict(existing.origin)
    for fact, (value, where) in draft.facts.items():
        if fact == "kind":
            continue
        known = getattr(existing, fact)
        source = origin[fact].source if fact in origin else None
        if known == value or (where.source is Source.CATALOGUE and known is not None):
            continue
        if fact == "name" and (draft.import_id is None or _was_renamed(existing)):
            continue
        if known is None or source in (Source.IMPORT, Source.CATALOGUE):
            changes[fact] = value
            origin[fact] = where
        elif fact != "tags":
            place = Place(file=where.file or "", sheet=where.sheet, row=where.row or 0)
            problems.append(
                Problem.at(place, fact, where.value, Reason.TYPED_BY_HAND, other=str(known))
            )
    custom = {**existing.custom, **draft.custom}
    if custom != dict(existing.custom):
        changes["custom"] = custom
    return replace(existing, **changes, origin=origin) if changes else existing


def _was_renamed(asset: Asset) -> bool:
    """Whether somebody gave an imported asset another name; the one it was read under stays."""
    read = asset.origin.get("name")
    return read is None or read.value is None or display_name(read.value) != asset.name


def _dependencies(landscape: Landscape, edges: Iterable[Edge]) -> Iterable[Dependency]:
    known = {(one.source, one.target, one.role) for one in landscape.dependencies.values()}
    provided = {
        one.source
        for one in landscape.dependencies.values()
        if one.role is Role.PROVIDED_BY and one.group is None
    }
    number = _highest_number(landscape.dependencies)
    for edge in edges:
        assert edge.source.id is not None
        assert edge.target.id is not None
        key = (edge.source.id, edge.target.id, edge.role)
        if key in known:
            continue
        known.add(key)
        number += 1
        yield _dependency(edge, number, second=edge.source.id in provided)
        if edge.role is Role.PROVIDED_BY:
            provided.add(edge.source.id)


def _dependency(edge: Edge, number: int, *, second: bool) -> Dependency:
    assert edge.source.id is not None
    assert edge.target.id is not None
    kind = edge.source.kind
    need = edge.need or usual_need(edge.role, kind, _operator(edge.source))
    if second and edge.role is Role.PROVIDED_BY:
        need = Need.DEGRADING
    return Dependency(
        id=DependencyId(f"d{number}"),
        source=edge.source.id,
        target=edge.target.id,
        role=edge.role,
        need=need,
        buffer_hours=usual_buffer_hours(edge.role, kind),
        control=Control.INVESTOR if edge.investor else Control.GROUP,
    )


def _operator(draft: Draft) -> OperatedBy | None:
    if draft.existing is not None:
        return draft.existing.operated_by
    told = draft.facts.get("operated_by")
    return told[0] if told and isinstance(told[0], OperatedBy) else None


def _highest_number(dependencies: Mapping[DependencyId, Dependency]) -> int:
    numbers = [int(id[1:]) for id in dependencies if id[:1] == "d" and id[1:].isdigit()]
    return max(numbers, default=0)
