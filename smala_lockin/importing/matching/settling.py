"""From drafts and edges to assets and dependencies: what is new, and what differs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any, cast

from smala_lockin.domain.assets import Asset, AssetId, Origin, Source
from smala_lockin.domain.dependencies import (
    Dependency,
    DependencyId,
    dependencies_of,
    usual_buffer_hours,
    usual_need,
)
from smala_lockin.domain.edits import slugs_of
from smala_lockin.domain.kinds import AssetKind, Control, Need, OperatedBy, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.reads import Columns, assets_of, columns_of
from smala_lockin.importing.later import Later
from smala_lockin.importing.matching.linking import Edge
from smala_lockin.importing.rows.drafts import Draft, Told
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.values.plain import display_name
from smala_lockin.words import facts

# Python 3.11 is slow to look up the members of an enumeration, and this is asked for every edge.
_PROVIDED_BY, _GROUP, _INVESTOR = Role.PROVIDED_BY, Control.GROUP, Control.INVESTOR
_DEGRADING = Need.DEGRADING
_INFRASTRUCTURE = AssetKind.INFRASTRUCTURE  # the one kind of which the need hangs on who runs it


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The parts of the landscape that the import adds, or puts in the place of others.

    `edges` are those of which the `dependencies` are made.
    """

    added: Sequence[Asset]
    updated: tuple[Asset, ...]
    dependencies: Sequence[Dependency]
    edges: Sequence[Edge]


def settle(
    landscape: Landscape,
    drafts: Iterable[Draft],
    edges: Iterable[Edge],
    problems: list[Problem],
    today: date | None = None,
) -> Settled:
    """Return what the drafts and edges make new or different in a landscape.

    A fact that somebody typed is never replaced: where the files differ, that is a problem.
    `today` is noted as the day on which each fact was read. What is new is made once somebody
    looks at it; the drafts are not to change any more.
    """
    wanted = [draft for draft in drafts if draft.said or draft.catalogued]
    new = [draft for draft in wanted if draft.existing is None]
    named = cache(lambda: _give_ids(landscape, new))
    updated: list[Asset] = []
    for draft in wanted if len(new) < len(wanted) else ():
        if draft.existing is not None:
            changed = updated_asset(draft, draft.existing, problems, today)
            if changed is not draft.existing:
                updated.append(changed)
    new_edges = _new_edges(landscape, edges)

    def added() -> Iterable[Asset]:
        named()
        return _new(new, today)

    def dependencies() -> Iterable[Dependency]:
        named()
        return _dependencies(landscape, new_edges)

    return Settled(
        added=Later(len(new), added),
        updated=tuple(updated),
        dependencies=Later(len(new_edges), dependencies),
        edges=new_edges,
    )


def _give_ids(landscape: Landscape, drafts: Sequence[Draft]) -> None:
    taken: set[str] = set(landscape.assets)
    numbers: dict[str, int] = {}
    for draft, slug in zip(drafts, slugs_of([one.name for one in drafts]), strict=True):
        first = slug if len(slug) > 1 else f"{slug}1"
        id = first
        while id in taken:
            numbers[first] = numbers.get(first, 1) + 1
            id = f"{first}-{numbers[first]}"
        taken.add(id)
        draft.id = AssetId(id)


def _new(drafts: Sequence[Draft], today: date | None) -> Iterator[Asset]:
    """The assets of drafts; those of one run of rows share its columns."""
    for told, group in groupby(drafts, attrgetter("told")):
        some = list(group)
        yield from assets_of(
            [one.id or _NO_ID for one in some],
            [one.kind for one in some],
            [one.name for one in some],
            _reads(told, some),
            _customs(told, some),
            [one.origins(today) for one in some],
        )


def _reads(told: Told, drafts: Sequence[Draft]) -> Columns:
    """What drafts of one run know, by fact; most know what their rows told."""
    if not told.facts or [one.row for one in drafts] != list(range(len(told.facts["name"]))):
        return columns_of([one.facts for one in drafts])
    changed = {place: one.facts for place, one in enumerate(drafts) if not one.is_as_told}
    if not changed:
        return told.facts
    columns = {fact: list(reads) for fact, reads in told.facts.items()}
    for fact in {fact for known in changed.values() for fact in known}:
        column = columns.setdefault(fact, [None] * len(drafts))
        for place, known in changed.items():
            column[place] = known.get(fact)
    return columns


def _customs(told: Told, drafts: Sequence[Draft]) -> Sequence[dict[str, str]]:
    """The texts kept of drafts of one run; most keep what their rows told."""
    if not told.facts or [one.row for one in drafts] != list(range(len(told.facts["name"]))):
        return [one.custom for one in drafts]
    kept = zip(told.customs(len(drafts)), drafts, strict=True)
    return [custom if one.is_as_told else one.custom for custom, one in kept]


_NO_ID = AssetId("")


def updated_asset(
    draft: Draft, existing: Asset, problems: list[Problem], today: date | None
) -> Asset:
    """Return an asset of the map with what a draft knows better; what was typed is kept."""
    changes: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    for fact, read in draft.facts.items():
        value, known = read.value, getattr(existing, fact)
        if fact == "kind" or _is_same(known, value):
            continue
        where = draft.origin(fact, today)
        if where.source is Source.CATALOGUE and known is not None:
            continue
        if fact == "name" and not (draft.import_id or draft.renamed):
            continue
        if fact == "name" and _was_renamed(existing):
            continue
        earlier = existing.origin.get(fact)
        if known is None or (earlier and earlier.source in (Source.IMPORT, Source.CATALOGUE)):
            changes[fact] = value
            origins[fact] = where
        elif fact != "tags":
            place = Place(file=where.file or "", sheet=where.sheet, row=where.row or 0)
            label, told = facts.label(fact), facts.value(known)
            problems.append(Problem.at(place, label, where.value, Reason.TYPED_BY_HAND, other=told))
    custom = {**existing.custom, **draft.custom}
    if custom != existing.custom:
        changes["custom"] = custom
    if not changes:
        return existing
    return replace(existing, **changes, origin={**existing.origin, **origins})


def _is_same(known: object, read: object) -> bool:
    """Whether two values are one, but for the form of apostrophes and blanks."""
    if isinstance(known, str) and isinstance(read, str):
        return _plain(known) == _plain(read)
    return known == read


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def _was_renamed(asset: Asset) -> bool:
    """Whether somebody gave an imported asset another name; the one it was read under stays."""
    read = asset.origin.get("name")
    return read is None or read.value is None or display_name(read.value) != asset.name


def _new_edges(landscape: Landscape, edges: Iterable[Edge]) -> Sequence[Edge]:
    """Those that are no dependencies yet; no two are alike, for drafts have ids of their own."""
    before = {(one.source, one.target, one.role) for one in landscape.dependencies.values()}
    if not before:
        return list(edges)
    return [one for one in edges if (one.source.id, one.target.id, one.role) not in before]


def _dependencies(landscape: Landscape, new: Sequence[Edge]) -> Sequence[Dependency]:
    usual = [_usual(edge.role, edge.source.kind, _operator(edge.source)) for edge in new]
    number = _highest_number(landscape.dependencies) + 1
    return dependencies_of(
        cast(Iterable[DependencyId], map("d%d".__mod__, range(number, number + len(new)))),
        [edge.source.id or _NO_ID for edge in new],
        [edge.target.id or _NO_ID for edge in new],
        [edge.role for edge in new],
        _needs(landscape, new, [need for need, _buffer_hours in usual]),
        [buffer_hours for _need, buffer_hours in usual],
        [_INVESTOR if edge.investor else _GROUP for edge in new],
    )


def _needs(landscape: Landscape, edges: Sequence[Edge], usual: Sequence[Need]) -> list[Need]:
    """How badly each edge is needed; of several suppliers only the first is vital."""
    provided = {
        one.source
        for one in landscape.dependencies.values()
        if one.role is _PROVIDED_BY and one.group is None
    }
    needs: list[Need] = []
    for edge, need in zip(edges, usual, strict=True):
        if edge.role is _PROVIDED_BY:
            id = edge.source.id or _NO_ID
            needs.append(_DEGRADING if id in provided else edge.need or need)
            provided.add(id)
        else:
            needs.append(edge.need or need)
    return needs


@cache
def _usual(role: Role, source: AssetKind, operator: OperatedBy | None) -> tuple[Need, float]:
    return usual_need(role, source, operator), usual_buffer_hours(role, source)


def _operator(draft: Draft) -> OperatedBy | None:
    if draft.kind is not _INFRASTRUCTURE:
        return None
    if draft.existing is not None:
        return draft.existing.operated_by
    told = draft.fact("operated_by")
    return told.value if told and isinstance(told.value, OperatedBy) else None


def _highest_number(dependencies: Mapping[DependencyId, Dependency]) -> int:
    numbers = [int(id[1:]) for id in dependencies if id[:1] == "d" and id[1:].isdigit()]
    return max(numbers, default=0)
