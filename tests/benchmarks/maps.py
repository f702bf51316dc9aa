"""Large made-up maps of one shape, the same for the same seed."""

import random

from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import (
    Dependency,
    DependencyId,
    GroupId,
    RedundancyGroup,
    usual_buffer_hours,
)
from smala_lockin.domain.kinds import ONLINE_SERVICES, AssetKind, Need, Role
from smala_lockin.domain.landscape import Landscape

_BETWEEN = (
    AssetKind.APPLICATION,
    AssetKind.CLOUD_SERVICE,
    AssetKind.CLOUD_SERVICE,
    AssetKind.AI_SERVICE,
    AssetKind.DATA,
    AssetKind.INFRASTRUCTURE,
    AssetKind.PEOPLE,
    AssetKind.LOCATION,
)
_COUNTRIES = ("US", "US", "US", "BE", "BE", "FR", "DE", "NL", "IE", "GB", "IN", "CN", None)
_BUFFERS = (0.0, 0.0, 0.5, 1.0, 4.0, 24.0, 72.0)


def big_map(
    count: int = 10_000, *, seed: int = 1, share_in_cycles: float = 0.1, one_cycle: int = 0
) -> Landscape:
    """Return a map of `count` assets, about 3.4 dependencies each, from earlier to later ones.

    8 % are processes (first), 20 % suppliers (last); 80 % of dependencies are vital, 20 % stand
    in groups of 2 or 3, and `share_in_cycles` of the assets in separate cycles of 2 to 5; or
    there is one cycle through `one_cycle` assets instead.
    """
    chance = random.Random(seed)
    assets = [_asset(chance, number, count) for number in range(count)]
    made = _Dependencies(chance, assets)
    while len(made.dependencies) < 3.4 * count - _cyclic(count, share_in_cycles, one_cycle):
        source = chance.randrange(count - 1)
        later = chance.sample(range(source + 1, count), min(3, count - source - 1))
        if chance.random() < 0.2 / 2.5 and len(later) > 1:
            made.group(source, later[: chance.choice((2, 3))])
        else:
            made.alone(source, later[0])
    first, last = count * 8 // 100, count * 80 // 100
    if one_cycle:
        made.cycle(chance.sample(range(first, last), one_cycle))
    for cycle in _neighbours(chance, first, last, 0 if one_cycle else share_in_cycles * count):
        made.cycle(cycle)
    return Landscape.of(assets, made.dependencies, made.groups)


def _cyclic(count: int, share: float, one_cycle: int) -> int:
    return one_cycle or int(count * share)


def _neighbours(chance: random.Random, first: int, last: int, wanted: float) -> list[list[int]]:
    """Return runs of 2 to 5 neighbours: other arrows going forward, their cycles stay separate."""
    found: list[list[int]] = []
    step = (last - first) / max(wanted, 1) * 3.5
    at = float(first)
    while sum(map(len, found)) < wanted:
        size = chance.randint(2, 5)
        found.append(list(range(int(at), int(at) + size)))
        at = max(at + step, int(at) + size)
        if at + 5 > last:
            break
    return found


def _asset(chance: random.Random, number: int, count: int) -> Asset:
    id, name = AssetId(f"a{number}"), f"Asset {number}"
    if number < count * 0.08:
        return Asset(
            id=id,
            kind=AssetKind.PROCESS,
            name=name,
            criticality=chance.choice((1, 2, 3, 4, 5, None)),
            max_outage_hours=chance.choice((8.0, 24.0, 72.0, None)),
        )
    if number >= count * 0.8:
        country = chance.choice(_COUNTRIES)
        return Asset(id=id, kind=AssetKind.SUPPLIER, name=name, country=country)
    kind = chance.choice(_BETWEEN)
    code = chance.choice(_COUNTRIES)
    hosted = kind in ONLINE_SERVICES and code
    return Asset(
        id=id,
        kind=kind,
        name=name,
        recovery_hours=chance.choice((4.0, 24.0, None)),
        replacement_days=chance.choice((30.0, 180.0, None)),
        hosting_countries=(code,) if hosted and code else None,
        country=code if kind is AssetKind.LOCATION else None,
    )


class _Dependencies:
    """The dependencies and groups of a map in the making."""

    def __init__(self, chance: random.Random, assets: list[Asset]) -> None:
        self._chance, self._assets = chance, assets
        self.dependencies: list[Dependency] = []
        self.groups: list[RedundancyGroup] = []

    def alone(self, source: int, target: int) -> None:
        need = Need.VITAL if self._chance.random() < 0.8 else Need.DEGRADING
        self._put(source, target, need, None)

    def group(self, source: int, targets: list[int]) -> None:
        id = GroupId(f"g{len(self.groups) + 1}")
        needed = self._chance.choice((1, len(targets) - 1))
        need = Need.VITAL if self._chance.random() < 0.8 else Need.DEGRADING
        owner = self._assets[source].id
        self.groups.append(RedundancyGroup(id=id, owner=owner, needed=needed))
        for target in targets:
            self._put(source, target, need, id)

    def cycle(self, members: list[int]) -> None:
        for number, member in enumerate(members):
            self._put(member, members[(number + 1) % len(members)], Need.VITAL, None)

    def _put(self, source: int, target: int, need: Need, group: GroupId | None) -> None:
        start, end = self._assets[source], self._assets[target]
        role, buffer = Role.USES, self._chance.choice(_BUFFERS)
        if end.kind is AssetKind.SUPPLIER:
            role = Role.PROVIDED_BY
            buffer = usual_buffer_hours(role, start.kind)
            if start.kind is AssetKind.SUPPLIER and group is None and self._chance.random() < 0.2:
                role = Role.CONTROLLED_BY
        self.dependencies.append(
            Dependency(
                id=DependencyId(f"d{len(self.dependencies) + 1}"),
                source=start.id,
                target=end.id,
                role=role,
                need=need,
                buffer_hours=buffer,
                group=group,
            )
        )
