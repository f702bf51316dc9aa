"""Parts of a map, copied: within it, or from one map to another."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count

from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import Dependency, DependencyId, GroupId, RedundancyGroup
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.layout.beside import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A map with copies on it: `assets` are the new ones."""

    landscape: Landscape
    assets: frozenset[AssetId]


def part(
    landscape: Landscape, assets: Collection[AssetId], places: Mapping[AssetId, Position]
) -> Landscape:
    """Return these assets as a map of their own, with the dependencies among them."""
    others = [key for key in landscape.assets if key not in assets]
    left = edits.remove_assets(landscape, others)
    return Landscape(
        assets=left.assets,
        dependencies=left.dependencies,
        groups=left.groups,
        positions={key: places[key] for key in left.assets if key in places},
    )


def paste(landscape: Landscape, copied: Landscape, at: Position) -> Pasted:
    """Add a copied part with new ids; its middle stands at a place, or where there is room."""
    return _with_copies(landscape, _Part(copied, list(copied.dependencies.values())), at, str)


def duplicate(
    landscape: Landscape,
    assets: Collection[AssetId],
    places: Mapping[AssetId, Position],
    called: Callable[[str], str],
) -> Pasted:
    """Add a second one of each, which needs what the first needs; nothing needs it yet.

    `called` makes the name of a copy from the first one's.
    """
    copied = part(landscape, assets, places)
    copied = replace(copied, dependencies={}, groups={})
    needed = [link for key in copied.assets for link in landscape.needs[key]]
    beside = _middle(copied.positions)
    return _with_copies(landscape, _Part(copied, needed, landscape.groups), beside, called)


@dataclass(frozen=True, slots=True)
class _Part:
    """Assets with their positions, and what they need; that may be outside."""

    copied: Landscape
    links: list[Dependency]
    owned: Mapping[GroupId, RedundancyGroup] | None = None

    @property
    def groups(self) -> Mapping[GroupId, RedundancyGroup]:
        return self.copied.groups if self.owned is None else self.owned


def _with_copies(
    landscape: Landscape, part: _Part, at: Position, called: Callable[[str], str]
) -> Pasted:
    names = _new_ids(landscape, part.copied)
    groups = _new_groups(landscape, part.links)
    assets = [
        replace(one, id=names[key], name=called(one.name))
        for key, one in part.copied.assets.items()
    ]
    made = [
        replace(part.groups[old], id=new, owner=names[part.groups[old].owner])
        for old, new in groups.items()
    ]
    free = (id for id in map("d{}".format, count(1)) if id not in landscape.dependencies)
    links = [
        replace(
            link,
            id=DependencyId(next(free)),
            source=names[link.source],
            target=names.get(link.target, link.target),
            group=groups[link.group] if link.group else None,
        )
        for link in part.links
    ]
    places = _shifted(landscape, part.copied.positions, at)
    after = replace(
        landscape,
        assets={**landscape.assets, **{one.id: one for one in assets}},
        dependencies={**landscape.dependencies, **{one.id: one for one in links}},
        groups={**landscape.groups, **{one.id: one for one in made}},
        positions={**landscape.positions, **{names[key]: place for key, place in places.items()}},
    )
    return Pasted(landscape=after, assets=frozenset(names.values()))


def _new_ids(landscape: Landscape, copied: Landscape) -> dict[AssetId, AssetId]:
    taken = set(landscape.assets)
    found: dict[AssetId, AssetId] = {}
    for key, one in copied.assets.items():
        found[key] = AssetId(edits.new_id(one.name[:200], taken))
        taken.add(found[key])
    return found


def _new_groups(landscape: Landscape, links: Iterable[Dependency]) -> dict[GroupId, GroupId]:
    taken = set(landscape.groups)
    found: dict[GroupId, GroupId] = {}
    for link in links:
        if link.group is not None and link.group not in found:
            found[link.group] = GroupId(edits.new_id("g", taken))
            taken.add(found[link.group])
    return found


def _shifted(
    landscape: Landscape, places: Mapping[AssetId, Position], at: Position
) -> dict[AssetId, Position]:
    """Return the places around another middle, moved on together to where there is room."""
    left, top = _middle(places)
    wanted = [(x - left + at[0], y - top + at[1]) for x, y in places.values()]
    room = Room(landscape.positions.values())
    return dict(zip(places, room.near_together(wanted), strict=True))


def _middle(places: Mapping[AssetId, Position]) -> Position:
    xs, ys = [x for x, _y in places.values()], [y for _x, y in places.values()]
    return ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2) if xs else (0.0, 0.0)
