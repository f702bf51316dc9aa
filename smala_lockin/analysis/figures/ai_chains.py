"""AI chains: whose model answers behind an AI service, where it runs, and who stands behind that.

Vendor -> service of the model -> its maker -> who controls the maker, with the family of the
model, its hosts and the countries of all of them.

    chains = AiChains.of(structure)
    chains.all -> tuple[AiChain, ...]
    chains.by_root, chains.by_family -> what ends at the same place
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple, TypeVar

from smala_lockin.analysis.failure.bits import bits_of, united
from smala_lockin.analysis.failure.components import components
from smala_lockin.analysis.failure.control import control_roots
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.reach import own_countries, place_unknown
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, Role, Training
from smala_lockin.domain.landscape import Landscape

Key = TypeVar("Key", bound=str)

_BEHIND = (Role.USES, Role.RUNS_ON)


class AiChain(NamedTuple):
    """What stands behind one AI service; ids are sorted.

    `vendors` provide the service itself. `models` are the AI services at the end of the chain,
    those that use or run on no other: itself where it is the end. `makers` provide these, and
    `roots` have the last word over the makers. `families` are the names of the models as far as
    known, `hosts` what service and models run on, at any depth. `countries` are those of vendors
    and makers, of who has the last word over them, and of hosting; `unknown` what of the chain
    has no known country, no known hosting, or no known provider.

    `open_weights` says whether the models can be had by everybody: yes if all of them, no if one
    is not. `training` is what the vendor does with the company's data. `processes` vitally need
    the service at any depth; `alone_for` are the assets that need it vitally and have nothing
    that stands in.
    """

    service: AssetId
    vendors: tuple[AssetId, ...]
    models: tuple[AssetId, ...]
    families: tuple[str, ...]
    makers: tuple[AssetId, ...]
    roots: tuple[AssetId, ...]
    hosts: tuple[AssetId, ...]
    countries: tuple[str, ...]
    unknown: tuple[AssetId, ...]
    open_weights: bool | None
    training: Training | None
    processes: tuple[AssetId, ...]
    alone_for: tuple[AssetId, ...]
    fallback_tested_on: date | None
    ai_act_role: str | None
    ai_act_risk: str | None


class Origin(NamedTuple):
    """Where the chain of an AI service ends: these facts of its `AiChain`."""

    service: AssetId
    models: tuple[AssetId, ...]
    families: tuple[str, ...]
    roots: tuple[AssetId, ...]


@dataclass(frozen=True, eq=False)
class AiChains:
    """What stands behind every AI service of a map."""

    structure: Structure
    roots: Sequence[tuple[int, ...]]

    @classmethod
    def of(
        cls,
        landscape: Landscape | Structure,
        *,
        roots: Sequence[tuple[int, ...]] | None = None,
    ) -> "AiChains":
        """Return the chains of a landscape, worked out when they are asked for."""
        structure = Structure.of(landscape)
        return cls(structure=structure, roots=control_roots(structure) if roots is None else roots)

    @cached_property
    def all(self) -> tuple[AiChain, ...]:
        """The chain of every AI service, by id."""
        return tuple(map(self._chain, self._services_by_id))

    @cached_property
    def origins(self) -> Mapping[AssetId, Origin]:
        """Where the chain of every AI service ends, by service; by id."""
        ids = self.structure.ids
        return {ids[one]: self._origin(one) for one in self._services_by_id}

    @cached_property
    def of_service(self) -> Mapping[AssetId, AiChain]:
        """The chains by service."""
        return {one.service: one for one in self.all}

    @cached_property
    def by_root(self) -> Mapping[AssetId, tuple[AssetId, ...]]:
        """For each root of makers the services whose chains end there, both sorted."""
        return _grouped((root, id) for id, one in self.origins.items() for root in one.roots)

    @cached_property
    def by_family(self) -> Mapping[str, tuple[AssetId, ...]]:
        """For each family of models, in small letters, the services that use it; sorted."""
        return _grouped(
            (family, id)
            for id, one in self.origins.items()
            for family in {name.casefold() for name in one.families}
        )

    @cached_property
    def _services(self) -> list[int]:
        assets, kind = self.structure.assets, AssetKind.AI_SERVICE
        return [number for number, one in enumerate(assets) if one.kind is kind]

    @property
    def _services_by_id(self) -> list[int]:
        return sorted(self._services, key=self.structure.ids.__getitem__)

    @cached_property
    def _ends(self) -> Mapping[int, Sequence[int]]:
        """For each AI service those at the end of its chain; a circle without end is one end."""
        services = self._services
        place = {service: number for number, service in enumerate(services)}
        behind = [
            [place[target] for target in self._behind(service) if target in place]
            for service in services
        ]
        found: dict[int, set[int]] = {}
        for component in components(behind):
            inside = set(component)
            beyond = {
                end
                for one in component
                for target in behind[one]
                if target not in inside
                for end in found[target]
            }
            found.update(dict.fromkeys(component, beyond or inside))
        return {services[one]: [services[end] for end in found[one]] for one in found}

    @cached_property
    def _needing(self) -> Mapping[AssetId, tuple[AssetId, ...]]:
        """For each AI service the processes that vitally need it, at any depth; sorted.

        One that stands in for a process is its own.
        """
        structure = self.structure
        own = [0] * len(structure.ids)
        for bit, service in enumerate(self._services):
            own[service] = 1 << bit
        bits = united(structure.order, structure.vital_targets, own)
        found: dict[AssetId, list[AssetId]] = {}
        services = [structure.ids[one] for one in self._services]
        for process in structure.processes_by_id:
            for bit in bits_of(bits[process]):
                found.setdefault(services[bit], []).append(structure.ids[process])
        return {service: tuple(processes) for service, processes in found.items()}

    def _behind(self, service: int) -> list[int]:
        """Return what a service uses or runs on, however badly."""
        structure = self.structure
        index, needs = structure.index, structure.landscape.needs[structure.ids[service]]
        return [index[one.target] for one in needs if one.role in _BEHIND]

    @cached_property
    def _under(self) -> Mapping[int, Sequence[int]]:
        """For each asset what it runs on, however badly."""
        found: dict[int, list[int]] = {}
        runs_on = Role.RUNS_ON
        for source, target, one in self.structure.links:
            if one.role is runs_on:
                found.setdefault(source, []).append(target)
        return found

    def _hosts(self, services: tuple[int, ...]) -> set[int]:
        """Return what some services run on, at any depth, without themselves."""
        under, found, waiting = self._under, set(services), list(services)
        while waiting:
            for other in under.get(waiting.pop(), ()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found.difference(services)

    def processes(self, service: AssetId) -> tuple[AssetId, ...]:
        """Return the processes that vitally need an AI service, at any depth; sorted."""
        return self._needing.get(service, ())

    def _makers(self, models: Iterable[int]) -> set[int]:
        providers = self.structure.providers
        return {maker for model in models for maker in providers.get(model, ())}

    def _origin(self, service: int) -> Origin:
        structure, models = self.structure, self._ends[service]
        online = {service, *models}
        families = {name for one in online if (name := structure.assets[one].model_family)}
        return Origin(
            service=structure.ids[service],
            models=structure.ids_of(models),
            families=tuple(sorted(families)) if families else (),
            roots=structure.ids_of(self._tops(self._makers(models))),
        )

    def _tops(self, suppliers: Iterable[int]) -> set[int]:
        """Return who has the last word over any of these."""
        return set().union(*map(self.roots.__getitem__, suppliers))

    def _chain(self, service: int) -> AiChain:
        structure = self.structure
        assets, asset = structure.assets, structure.assets[service]
        models, origin = self._ends[service], self.origins[asset.id]
        vendors = structure.providers.get(service, ())
        makers = self._makers(models)
        hosts = self._hosts((service, *models))
        suppliers, online = {*vendors, *makers}, {service, *models}
        suppliers |= self._tops(suppliers)
        countries = {code for one in suppliers if (code := assets[one].country)}
        countries.update(*[own_countries(assets[one]) for one in (*online, *hosts)])
        unknown = {one for one in (*suppliers, *online) if place_unknown(assets[one])}
        unknown.update([one for one in online if one not in structure.providers])
        return _ai_chain(
            service=asset.id,
            vendors=structure.ids_of(vendors),
            models=origin.models,
            families=origin.families,
            makers=structure.ids_of(makers),
            roots=origin.roots,
            hosts=structure.ids_of(hosts),
            countries=tuple(sorted(countries)),
            unknown=structure.ids_of(unknown),
            open_weights=_all_open([assets[one].open_weights for one in models]),
            training=asset.trains_on_our_data,
            processes=self.processes(asset.id),
            alone_for=structure.ids_of(set(structure.vital.alone_by[service])),
            fallback_tested_on=asset.fallback_tested_on,
            ai_act_role=asset.ai_act_role,
            ai_act_risk=asset.ai_act_risk,
        )


_ai_chain = partial(AiChain.__new__, AiChain)  # with named values three times as fast


def _all_open(given: Sequence[bool | None]) -> bool | None:
    if False in given:
        return False
    return None if None in given else True


def _grouped(pairs: Iterable[tuple[Key, AssetId]]) -> dict[Key, tuple[AssetId, ...]]:
    found: dict[Key, set[AssetId]] = {}
    for key, service in pairs:
        found.setdefault(key, set()).add(service)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}
