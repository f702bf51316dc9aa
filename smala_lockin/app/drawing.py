"""What drawing on the map makes: assets and dependencies, filled in from what is known.

Each function takes a landscape and returns the next one; the gestures of the window, and whoever
tests them, say no more than which asset, which text, which place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING

from smala_lockin.domain import edits
from smala_lockin.domain.assets import Asset, AssetId, Origin, Source
from smala_lockin.domain.dependencies import (
    Dependency,
    DependencyId,
    GroupId,
    usual_buffer_hours,
    usual_need,
)
from smala_lockin.domain.kinds import AssetKind, Control, Need, Role
from smala_lockin.domain.landscape import Landscape, Position
from smala_lockin.knowledge import spelling
from smala_lockin.layout.beside import Room
from smala_lockin.layout.measures import LAYER

if TYPE_CHECKING:
    from smala_lockin.knowledge.vendors import Vendor, VendorId

FARTHEST = 100_000.0
"""How far from the origin a card may be put, in points; ten times the largest map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A map with something drawn on it: `asset` is what was meant."""

    landscape: Landscape
    asset: AssetId


def pinned(landscape: Landscape, places: Mapping[AssetId, Position]) -> Landscape:
    """Keep where cards without a position of their own are shown, so that they stay there."""
    loose = {key: at for key, at in places.items() if key not in landscape.positions}
    known = {key: at for key, at in loose.items() if key in landscape.assets}
    return edits.move(landscape, known) if known else landscape


def moved(landscape: Landscape, places: Mapping[AssetId, Position]) -> Landscape:
    """Put cards elsewhere; what has left the map meanwhile is passed over, and so is the void."""
    known = {
        key: (_within(x), _within(y)) for key, (x, y) in places.items() if key in landscape.assets
    }
    return edits.move(landscape, known)


def is_reasonable(place: Position) -> bool:
    """Tell whether a card at a place can be shown among others."""
    return all(isfinite(one) and abs(one) <= FARTHEST for one in place)


def add_named(landscape: Landscape, name: str, kind: AssetKind, at: Position) -> Drawn:
    """Add an asset of which nothing but name and kind is known, as near as there is room."""
    made = Asset(id=_new_asset_id(landscape, name), kind=kind, name=name)
    return Drawn(landscape=_placed(landscape, made, at), asset=made.id)


def add_vendor(landscape: Landscape, id: "VendorId", at: Position) -> Drawn:
    """Add what the catalogue knows by this id: the service, its supplier, and who owns that.

    Facts are marked as coming from the catalogue. What is on the map already, by its catalogue
    id or by its name, is used instead of a second one. Owners are added where they are sure;
    a supplier whose owner the map knows keeps that one.
    """
    # The catalogue takes a fifth of the time in which a window opens, which needs none of it.
    from smala_lockin.knowledge import catalogue, ownership

    vendor = catalogue.vendor(id)
    assert vendor is not None, id
    kind = catalogue.as_asset_kind(vendor)
    drawn = _put_known(landscape, vendor, kind, at)
    seller = ownership.seller_of(vendor)
    if seller is None:
        return drawn
    if kind is AssetKind.SUPPLIER and seller is vendor:
        return Drawn(landscape=_owned(drawn.landscape, drawn.asset, seller), asset=drawn.asset)
    landscape = drawn.landscape
    if _has_provider(landscape, drawn.asset):
        return drawn
    supplier = _put_known(landscape, seller, AssetKind.SUPPLIER, _below(landscape, drawn.asset))
    landscape = connect(supplier.landscape, drawn.asset, supplier.asset)
    return Drawn(landscape=_owned(landscape, supplier.asset, seller), asset=drawn.asset)


class Known:
    """Which assets of a map stand for which vendors, by catalogue id or else by name."""

    def __init__(self, landscape: Landscape) -> None:
        self._ids: dict[tuple[bool, str], AssetId] = {}
        self._names: dict[tuple[bool, str], AssetId] = {}
        for key, one in landscape.assets.items():
            is_supplier = one.kind is AssetKind.SUPPLIER
            if one.catalogue_id is not None:
                self._ids.setdefault((is_supplier, one.catalogue_id), key)
            elif one.kind not in _NEVER_SOLD:
                for name in filter(None, spelling.keys(one.name[:200])):
                    self._names.setdefault((is_supplier, name), key)

    def asset_of(self, vendor: "Vendor", kind: AssetKind) -> AssetId | None:
        """Return the asset that stands for a vendor as a supplier, or for what it sells."""
        is_supplier = kind is AssetKind.SUPPLIER
        names = (spelling.key(name) for name in (vendor.name, *vendor.aliases))
        alike = (self._names.get((is_supplier, name)) for name in names)
        return self._ids.get((is_supplier, vendor.id)) or next(filter(None, alike), None)


def fitting_role(source: AssetKind, target: AssetKind) -> Role:
    """Return the role in which a source of this kind usually depends on such a target."""
    match target:
        case AssetKind.SUPPLIER if source is AssetKind.SUPPLIER:
            return Role.CONTROLLED_BY
        case AssetKind.SUPPLIER:
            return Role.PROVIDED_BY
        case AssetKind.DATA:
            return Role.DATA_IN
        case AssetKind.INFRASTRUCTURE | AssetKind.LOCATION if source is not AssetKind.PROCESS:
            return Role.RUNS_ON
        case _:
            return Role.USES


def link_between(landscape: Landscape, source: AssetId, target: AssetId) -> Dependency | None:
    """Return the dependency of one asset on another, if there is one."""
    return next((link for link in landscape.needs[source] if link.target == target), None)


def connect(
    landscape: Landscape, source: AssetId, target: AssetId, *, control: Control = Control.GROUP
) -> Landscape:
    """Let one asset need another in the role that fits, as badly as is usual.

    A second provider beside an ungrouped one is proposed as `degrading` (semantics, section 1).
    An asset never needs itself, nor another twice: then the map stays as it is.
    """
    if source == target or link_between(landscape, source, target) is not None:
        return landscape
    one = landscape.assets[source]
    role = fitting_role(one.kind, landscape.assets[target].kind)
    need = usual_need(role, one.kind, one.operated_by)
    if role is Role.PROVIDED_BY and need is Need.VITAL and _has_provider(landscape, source):
        need = Need.DEGRADING
    made = Dependency(
        id=DependencyId(edits.new_id("d", landscape.dependencies)),
        source=source,
        target=target,
        role=role,
        need=need,
        buffer_hours=usual_buffer_hours(role, one.kind),
        control=control,
    )
    return edits.put_dependencies(landscape, [made])


def alternatives(
    landscape: Landscape, assets: Iterable[AssetId], dependencies: Iterable[DependencyId]
) -> tuple[DependencyId, ...]:
    """Return the dependencies, in the order of the map, that could stand in for each other.

    Either those given, of one source; or those of one of the assets on all the others; or, where
    just one asset needs them all, its dependencies on them. Empty where that is not so, and
    where they form one group already.
    """
    chosen, named = set(dependencies), set(assets)
    known = landscape.dependencies.values() if chosen else ()
    links = [link for link in known if link.id in chosen]
    if not links and len(named) > 1:
        links = _on_all(landscape, named)
    fits = (
        len(links) > 1
        and len({link.source for link in links}) == 1
        and len({link.target for link in links}) == len(links)
        and all(link.role is not Role.CONTROLLED_BY for link in links)
    )
    groups = {link.group for link in links}
    if not fits or (groups != {None} and len(groups) == 1 and _is_whole(landscape, links)):
        return ()
    return tuple(link.id for link in links)


def freed(landscape: Landscape, dependencies: Iterable[DependencyId]) -> Landscape:
    """Take dependencies out of their groups: each is needed for itself."""
    chosen = [landscape.dependencies[key] for key in dependencies]
    return edits.put_dependencies(landscape, [replace(one, group=None) for one in chosen])


def group_of(landscape: Landscape, members: Iterable[DependencyId]) -> GroupId | None:
    """Return the group of dependencies that share one."""
    found = {landscape.dependencies[key].group for key in members}
    return found.pop() if len(found) == 1 else None


_NEVER_SOLD = frozenset({AssetKind.PROCESS, AssetKind.DATA, AssetKind.PEOPLE, AssetKind.LOCATION})


def _put_known(landscape: Landscape, vendor: "Vendor", kind: AssetKind, at: Position) -> Drawn:
    from smala_lockin.knowledge import catalogue

    there = Known(landscape).asset_of(vendor, kind)
    if there is not None:
        return Drawn(landscape=landscape, asset=there)
    facts: dict[str, object] = {
        "name": vendor.name,
        "kind": kind,
        "catalogue_id": str(vendor.id),
        **catalogue.facts_of(vendor, kind),
    }
    origin = Origin(source=Source.CATALOGUE, value=vendor.name, on=vendor.as_of)
    made = Asset(
        id=_new_asset_id(landscape, vendor.name),
        origin=dict.fromkeys(facts, origin),
        **facts,  # type: ignore[arg-type]  # the catalogue names facts of the domain
    )
    return Drawn(landscape=_placed(landscape, made, at), asset=made.id)


def _owned(landscape: Landscape, supplier: AssetId, company: "Vendor") -> Landscape:
    from smala_lockin.knowledge import ownership

    for owner in ownership.owner_chain(company):
        if any(link.role is Role.CONTROLLED_BY for link in landscape.needs[supplier]):
            break
        above = _put_known(landscape, owner, AssetKind.SUPPLIER, _below(landscape, supplier))
        control = Control.INVESTOR if owner.investor else Control.GROUP
        landscape = connect(above.landscape, supplier, above.asset, control=control)
        supplier = above.asset
    return landscape


def _has_provider(landscape: Landscape, asset: AssetId) -> bool:
    return any(
        link.role is Role.PROVIDED_BY and link.group is None for link in landscape.needs[asset]
    )


def _on_all(landscape: Landscape, assets: set[AssetId]) -> list[Dependency]:
    for source in assets:
        if 1 < len(assets) - 1 <= len(landscape.needs[source]):
            links = [
                link
                for link in landscape.needs[source]
                if link.target in assets and link.target != source
            ]
            if len(links) == len(assets) - 1:
                return links
    rarest = min(assets, key=lambda key: len(landscape.needed_by[key]))
    common = {link.source for link in landscape.needed_by[rarest]}
    for key in assets:
        common &= {link.source for link in landscape.needed_by[key]}
        if not common:
            break
    if len(common) != 1:
        return []
    return [link for link in landscape.needs[common.pop()] if link.target in assets]


def _is_whole(landscape: Landscape, links: list[Dependency]) -> bool:
    group = links[0].group
    return group is not None and len(landscape.members[group]) == len(links)


def _new_asset_id(landscape: Landscape, name: str) -> AssetId:
    return AssetId(edits.new_id(name[:200], landscape.assets))


def _placed(landscape: Landscape, asset: Asset, at: Position) -> Landscape:
    wanted = (_within(at[0]), _within(at[1]))
    place = Room(landscape.positions.values()).near(wanted)
    return edits.move(edits.put_assets(landscape, [asset]), {asset.id: place})


def _below(landscape: Landscape, asset: AssetId) -> Position:
    x, y = landscape.positions.get(asset, (0.0, 0.0))
    return x, y + LAYER


def _within(value: float) -> float:
    return max(-FARTHEST, min(FARTHEST, value)) if isfinite(value) else 0.0
