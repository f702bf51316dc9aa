"""A landscape in whole numbers, built once and asked many times.

    structure = Structure.of(landscape)

Every function of this floor that answers questions takes a `Structure`; those that people call
first (`simulate`, `single_points`, ...) take a `Landscape` as well.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from smala_lockin.analysis.failure.alike import Alike
from smala_lockin.analysis.failure.components import components
from smala_lockin.analysis.failure.needs import Group, Needs
from smala_lockin.analysis.scales.assumptions import (
    Estimate,
    days_of_supplier,
    takes_time,
    weight,
)
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import Dependency, GroupId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import ONLINE_SERVICES, AssetKind, Control, Need, Role
from smala_lockin.domain.landscape import Landscape

Step = tuple[int, Sequence[int], Sequence[tuple[int, int]], Sequence[Group], Sequence[int]]
"""An asset, what it vitally needs alone, its groups of two, its other ones, or else a circle.

Groups are those with something to spare: of two members one is. Of a circle nothing else is told.
"""


@dataclass(frozen=True, eq=False)
class Structure:
    """The parts of a landscape that analysis asks for, assets being numbered in its order."""

    landscape: Landscape
    assets: list[Asset]
    ids: list[AssetId]
    index: dict[AssetId, int]
    links: list[tuple[int, int, Dependency]]
    """The dependencies, in the map's order, with source and target."""
    vital: Needs
    degrading: Needs
    controllers: list[list[int]]
    """For each supplier those that control it directly, as part of a group."""
    investors: list[list[int]]
    """For each supplier the funds that control it directly."""
    processes: tuple[int, ...]
    """The processes, or what stands in for them."""
    stand_ins: bool
    """Whether the map has no process, so that `processes` stand in."""

    @classmethod
    def of(
        cls, landscape: "Landscape | Structure", before: "Structure | None" = None
    ) -> "Structure":
        """Return the structure of a landscape, which may be an edit of another, or the given one.

        What an edit cannot have changed is handed on.
        """
        if isinstance(landscape, Structure):
            return landscape
        if before is None:
            return _built(landscape)
        alike = Alike.of(before.landscape, landscape)
        if alike.in_needs:
            after = replace(before, landscape=landscape, assets=list(landscape.assets.values()))
        else:
            after = _built(landscape)
        known = before.__dict__
        after.__dict__.update({name: known[name] for name in alike.kept if name in known})
        return after

    @cached_property
    def order(self) -> list[list[int]]:
        """Assets in components of mutual need (of any weight), what is needed coming first."""
        every: list[list[int]] = [[] for _ in self.ids]
        for source, target, _one in self.links:
            every[source].append(target)
        return components(every)

    @cached_property
    def steps(self) -> list[Step]:
        """The way from what is needed to what needs it: the components of `order`.

        What vitally needs nothing is left out.
        """
        alone, every_group = self.vital.alone, self.vital.groups
        found: list[Step] = []
        for component in self.order:
            asset = component[0]
            if len(component) > 1:
                found.append((asset, (), (), (), component))
            elif asset in every_group:
                groups = every_group[asset]
                pairs = [
                    (one.members[0], one.members[1]) for one in groups if len(one.members) == 2
                ]
                others = [one for one in groups if len(one.members) != 2]
                found.append((asset, alone[asset], pairs, others, ()))
            elif targets := alone[asset]:
                found.append((asset, targets, (), (), ()))
        return found

    @cached_property
    def weights(self) -> dict[int, int]:
        """The weight of each process: its criticality, unknown 3."""
        return {process: weight(self.assets[process]) for process in self.processes}

    @cached_property
    def by_id(self) -> list[int]:
        """All assets in the order of their ids."""
        return sorted(range(len(self.ids)), key=self.ids.__getitem__)

    @cached_property
    def vital_targets(self) -> list[list[int]]:
        """For each asset all that it vitally needs directly, stand-ins among it."""
        found = [list(targets) for targets in self.vital.alone]
        for owner, groups in self.vital.groups.items():
            for group in groups:
                found[owner].extend(group.members)
        return found

    @cached_property
    def processes_by_id(self) -> list[int]:
        """The processes in the order of their ids."""
        return sorted(self.processes, key=self.ids.__getitem__)

    @cached_property
    def behind_processes(self) -> set[int]:
        """The processes and all that can stop one: what they vitally need, at any depth."""
        found = set(self.processes)
        waiting = list(found)
        while waiting:
            for target in self.vital_targets[waiting.pop()]:
                if target not in found:
                    found.add(target)
                    waiting.append(target)
        return found

    @cached_property
    def hours_out(self) -> list[float]:
        """How long each asset is away in an outage: recovery_hours, known or assumed."""
        usual = {kind: row[1] for kind, row in self.landscape.settings.recovery_hours.items()}
        return [
            usual[one.kind] if one.recovery_hours is None else one.recovery_hours
            for one in self.assets
        ]

    @cached_property
    def days_lost(self) -> list[Estimate]:
        """How long each asset is away when lost: replacement_days, known or assumed."""
        settings = self.landscape.settings
        rows = settings.replacement_days.items()
        assumed = {kind: Estimate(low, usual, high, False) for kind, (low, usual, high) in rows}
        found, supplier, by_id = [], AssetKind.SUPPLIER, self.landscape.assets
        for one in self.assets:
            if one.replacement_days is not None:
                found.append(Estimate.of(one.replacement_days))
            elif one.kind is supplier:
                provided = map(by_id.__getitem__, self.vitally_provided.get(one.id, ()))
                found.append(days_of_supplier(provided, settings))
            else:
                found.append(assumed[one.kind])
        return found

    def replaced_with(self, supplier: AssetId) -> list[AssetId]:
        """Return what a supplier vitally provides and that takes time to move to another one."""
        assets = self.landscape.assets
        return [one for one in self.vitally_provided.get(supplier, ()) if takes_time(assets[one])]

    @cached_property
    def vitally_provided(self) -> dict[AssetId, list[AssetId]]:
        """For each supplier that has any what vitally needs it as its provider, each once."""
        found: dict[AssetId, dict[AssetId, None]] = {}
        vital = Need.VITAL
        for one in self.provisions:
            if one.need is vital:
                found.setdefault(one.target, {})[one.source] = None
        return {supplier: list(sources) for supplier, sources in found.items()}

    @cached_property
    def hours_lost(self) -> list[float]:
        """The usual ones of `days_lost`, in hours."""
        return [days.usual * 24 for days in self.days_lost]

    @cached_property
    def controlled(self) -> list[list[int]]:
        """For each supplier those it controls directly, as part of a group."""
        found: list[list[int]] = [[] for _ in self.ids]
        for supplier, controllers in enumerate(self.controllers):
            for controller in controllers:
                found[controller].append(supplier)
        return found

    @cached_property
    def funded(self) -> list[list[int]]:
        """For each supplier those it controls directly as a fund."""
        found: list[list[int]] = [[] for _ in self.ids]
        for supplier, investors in enumerate(self.investors):
            for investor in investors:
                found[investor].append(supplier)
        return found

    @cached_property
    def suppliers(self) -> tuple[int, ...]:
        """All suppliers, in the map's order."""
        return _of_kind(self.assets, AssetKind.SUPPLIER)

    @cached_property
    def seated(self) -> dict[str | None, list[int]]:
        """For each country the suppliers that are there; those of unknown country under None."""
        found: dict[str | None, list[int]] = {}
        for supplier in self.suppliers:
            found.setdefault(self.assets[supplier].country, []).append(supplier)
        return found

    @cached_property
    def ruled(self) -> dict[str | None, set[int]]:
        """For each country the suppliers that are there and all they control."""
        controlled = self.controlled
        return {code: self.closure(there, controlled) for code, there in self.seated.items()}

    @cached_property
    def provisions(self) -> list[Dependency]:
        """The dependencies by which suppliers provide something, in the map's order."""
        return [one for _source, _target, one in self._provided]

    @cached_property
    def _provided(self) -> list[tuple[int, int, Dependency]]:
        role = Role.PROVIDED_BY
        return [link for link in self.links if link[2].role is role]

    @cached_property
    def providers(self) -> dict[int, dict[int, bool]]:
        """For each asset that has any its suppliers, and whether it vitally needs each."""
        found: dict[int, dict[int, bool]] = {}
        vital = Need.VITAL
        for source, target, one in self._provided:
            known = found.setdefault(source, {})
            known[target] = one.need is vital or known.get(target, False)
        return found

    @cached_property
    def clients(self) -> dict[int, list[tuple[int, int, tuple[int, ...]]]]:
        """For each supplier the vital groups of providers it is in, of online services.

        As (service, spare, members). A group is one of providers if any member is
        `provided_by`; members are all that it counts on, of which so many may be lost.
        """
        found: dict[int, list[tuple[int, int, tuple[int, ...]]]] = {}
        seen: set[GroupId] = set()
        landscape, index, assets, vital = self.landscape, self.index, self.assets, Need.VITAL
        for service, provider, one in self._provided:
            if one.need is not vital or assets[service].kind not in ONLINE_SERVICES:
                continue
            if one.group is None:
                found.setdefault(provider, []).append((service, 0, (provider,)))
            elif one.group not in seen:
                seen.add(one.group)
                members = tuple(index[member.target] for member in landscape.members[one.group])
                spare = len(members) - landscape.groups[one.group].needed
                group = (service, spare, members)
                for member in members:
                    found.setdefault(member, []).append(group)
        return found

    @cached_property
    def hosted(self) -> dict[str, list[int]]:
        """For each hosting country what stops with it: sites there, and what it alone hosts.

        What is hosted elsewhere too is in, unless it is known to fail over.
        """
        kinds, location = FACTS["hosting_countries"].kinds, AssetKind.LOCATION
        found: dict[str, list[int]] = {}
        for number, one in enumerate(self.assets):
            if one.kind is location:
                if one.country is not None:
                    found.setdefault(one.country, []).append(number)
            elif one.hosting_countries and one.kind in kinds:
                codes = set(one.hosting_countries)
                if len(codes) == 1 or one.hosting_failover is not True:
                    for code in codes:
                        found.setdefault(code, []).append(number)
        return found

    def closure(self, start: Iterable[int], step: list[list[int]]) -> set[int]:
        """Return `start` and all that `step` reaches from it at any depth."""
        found = set(start)
        waiting = list(found)
        while waiting:
            for other in step[waiting.pop()]:
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def ids_of(self, assets: Iterable[int]) -> tuple[AssetId, ...]:
        """Return the ids of some assets, sorted."""
        ids = self.ids
        found = [ids[one] for one in assets]
        if len(found) > 1:
            found.sort()
        return tuple(found)


def _built(landscape: Landscape) -> Structure:
    ids = list(landscape.assets)
    assets = list(landscape.assets.values())
    index = {key: number for number, key in enumerate(ids)}
    vital, degrading = _no_needs(len(ids)), _no_needs(len(ids))
    controllers: list[list[int]] = [[] for _ in ids]
    investors: list[list[int]] = [[] for _ in ids]
    members_of = landscape.members
    redundant = {
        key for key, group in landscape.groups.items() if group.needed < len(members_of[key])
    }
    every = landscape.dependencies.values()
    links = [(index[one.source], index[one.target], one) for one in every]
    # Of thousands of dependencies it tells that members of an enumeration are not looked up here.
    is_control, is_group = Role.CONTROLLED_BY, Control.GROUP
    is_vital, is_degrading = Need.VITAL, Need.DEGRADING
    needs_of = {is_vital: vital, is_degrading: degrading}
    alone, buffers = vital.alone, vital.buffers
    for source, target, one in links:
        if one.role is is_control:
            chosen = controllers if one.control is is_group else investors
            chosen[source].append(target)
        elif one.group in redundant:
            continue
        elif (need := one.need) is is_vital:
            alone[source].append(target)
            buffers[source].append(one.buffer_hours)
        elif need is is_degrading:
            degrading.alone[source].append(target)
            degrading.buffers[source].append(one.buffer_hours)
    for key, group in landscape.groups.items():
        members = members_of[key]
        if key in redundant and (needs := needs_of.get(members[0].need)):
            owner = index[group.owner]
            made = _group(key, owner, group.needed, members, index)
            needs.groups.setdefault(owner, []).append(made)
    processes = _of_kind(assets, AssetKind.PROCESS)
    return Structure(
        landscape=landscape,
        assets=assets,
        ids=ids,
        index=index,
        links=links,
        vital=vital,
        degrading=degrading,
        controllers=controllers,
        investors=investors,
        processes=processes or _stand_ins(landscape, assets),
        stand_ins=not processes,
    )


def _of_kind(assets: Iterable[Asset], kind: AssetKind) -> tuple[int, ...]:
    return tuple([number for number, one in enumerate(assets) if one.kind is kind])


def _no_needs(count: int) -> Needs:
    return Needs(alone=[[] for _ in range(count)], buffers=[[] for _ in range(count)], groups={})


def _group(
    key: GroupId,
    owner: int,
    needed: int,
    members: tuple[Dependency, ...],
    index: dict[AssetId, int],
) -> Group:
    targets = tuple([index[member.target] for member in members])
    buffers = tuple([member.buffer_hours for member in members])
    return Group(key, owner, needed, len(targets) - needed, targets, buffers)


_NEVER_STAND_IN = (AssetKind.SUPPLIER, AssetKind.PEOPLE, AssetKind.LOCATION)


def _stand_ins(landscape: Landscape, assets: list[Asset]) -> tuple[int, ...]:
    needed = {one.target for one in landscape.dependencies.values()}
    return tuple(
        number
        for number, one in enumerate(assets)
        if one.id not in needed and one.kind not in _NEVER_STAND_IN
    )
