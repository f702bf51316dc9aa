"""Sovereignty levels of the company's use of its services (semantics, section 5).

After the objectives SOV-1..8 and the levels 0 (none) to 4 (full) of the EU Cloud Sovereignty
Framework. They are about how the company uses a service, never about a vendor as such. A level
is a range: its lowest and highest value over all that is not known. Typed answers win, then what
follows from facts; of SOV-7 and SOV-8 there are answers only.

    sovereignty = Sovereignty.of(every)
    sovereignty.levels[id] -> eight ranges; sovereignty.readings(id) says why
    sovereignty.processes -> tuple[ProcessSovereignty, ...]
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from smala_lockin.analysis.ai_chains import AiChains
from smala_lockin.analysis.bits import united
from smala_lockin.analysis.control import control_roots
from smala_lockin.analysis.event_pass import EveryEvent, failing
from smala_lockin.analysis.events import EventKind, named
from smala_lockin.analysis.reach import Reach, Reaches
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import ONLINE_SERVICES, SERVICES, AssetKind
from smala_lockin.knowledge.jurisdictions import in_eea
from smala_lockin.knowledge.laws import laws_of


class Objective(StrEnum):
    """The objectives of the framework, by their published codes."""

    STRATEGIC = "SOV-1"
    LEGAL = "SOV-2"
    DATA_AND_AI = "SOV-3"
    OPERATIONAL = "SOV-4"
    SUPPLY_CHAIN = "SOV-5"
    TECHNOLOGY = "SOV-6"
    SECURITY = "SOV-7"
    ENVIRONMENT = "SOV-8"


class Grounds(StrEnum):
    """What a level rests on."""

    ANSWER = "answer"
    FACTS = "facts"
    NOTHING = "nothing"


HIGHEST = 4
Span = tuple[int, int]
"""The lowest and the highest level it could be."""

_ANYTHING: Span = (0, HIGHEST)
_EXPORT: Mapping[str, int] = {"open": 4, "partial": 1, "none": 1}
_SKILLS: Mapping[str, int] = {"market": 4, "few": 3, "vendor": 1}
_SOURCE: Mapping[str, int] = {"yes": 4, "core": 3, "no": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The level of one objective for one service, and what it rests on.

    `countries` are those that hold it down: of the control root, of laws, of hosting, of a
    cut-off. `missing` are the facts that nobody gave and that could change it.
    """

    service: AssetId
    objective: Objective
    low: int
    high: int
    grounds: Grounds
    countries: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveSpread:
    """How the services that a process vitally needs stand in one objective.

    `counts` are the services by level, the weakest first: of each range its highest value counts
    before its lowest. `weakest` is the service that stands lowest, None where there is none.
    """

    objective: Objective
    counts: Mapping[Span, int]
    weakest: AssetId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessSovereignty:
    """How the services stand that a process vitally needs, at any depth, stand-ins among them.

    `weakest` is the objective with the lowest level of all; None without services.
    """

    process: AssetId
    services: int
    objectives: tuple[ObjectiveSpread, ...]
    weakest: Objective | None


def strength(span: Span) -> tuple[int, int]:
    """Return by what levels are put in order: what they are at best, then what at worst."""
    return span[1], span[0]


@dataclass(frozen=True, eq=False)
class Sovereignty:
    """The sovereignty levels of every service of a map, and of what its processes need."""

    every: EveryEvent
    reaches: Reaches
    roots: Sequence[tuple[int, ...]]
    chains: AiChains

    @classmethod
    def of(
        cls,
        every: EveryEvent,
        *,
        reaches: Reaches | None = None,
        roots: Sequence[tuple[int, ...]] | None = None,
        chains: AiChains | None = None,
    ) -> "Sovereignty":
        """Return the levels of a landscape; what is known of it already need not be found again."""
        structure = every.structure
        found = control_roots(structure) if roots is None else roots
        return cls(
            every=every,
            reaches=reaches or Reaches.of(structure),
            roots=found,
            chains=chains or AiChains.of(structure, roots=found),
        )

    @cached_property
    def levels(self) -> Mapping[AssetId, tuple[Span, ...]]:
        """For each service, by id, the range of each objective in their order."""
        found = {}
        structure = self.every.structure
        for number in structure.by_id:
            asset = structure.assets[number]
            if asset.kind in SERVICES:
                spans = self._from_facts(number, asset)
                found[asset.id] = _answered(asset, spans) if asset.sovereignty else spans
        return found

    def readings(self, service: AssetId) -> tuple[Reading, ...]:
        """Return the levels of a service and what they rest on, in the order of the objectives."""
        from smala_lockin.analysis.sovereignty_grounds import readings

        return readings(self, service)

    def weakest(self, service: AssetId) -> Objective | None:
        """Return in what a service stands lowest; None where nothing is known to hold it down."""
        spans = self.levels[service]
        lowest = min(spans, key=strength)
        return tuple(Objective)[spans.index(lowest)] if lowest[1] < HIGHEST else None

    def share(self, service: AssetId, weights: Mapping[str, float]) -> tuple[float, float]:
        """Return the weighted share of the highest levels, 0..1, as a range."""
        low = high = 0.0
        whole = sum(weights[one] for one in Objective) * HIGHEST
        for objective, span in zip(Objective, self.levels[service], strict=True):
            low += weights[objective] * span[0]
            high += weights[objective] * span[1]
        return (low / whole, high / whole) if whole else (0.0, 1.0)

    @cached_property
    def processes(self) -> tuple[ProcessSovereignty, ...]:
        """How what each process vitally needs stands, by id."""
        from smala_lockin.analysis.sovereignty_spread import spreads

        return spreads(self)

    def path(self, process: AssetId, service: AssetId) -> tuple[AssetId, ...]:
        """Return a shortest way of vital needs from a process to a service; empty if none."""
        from smala_lockin.analysis.sovereignty_spread import path

        return path(self.every.structure, process, service)

    @cached_property
    def services_needed(self) -> Mapping[AssetId, int]:
        """For each process the services it vitally needs, as bits in the order of `levels`.

        A service that stands in for a process is one of its own.
        """
        structure = self.every.structure
        own = [0] * len(structure.ids)
        for bit, service in enumerate(self.levels):
            own[structure.index[service]] = 1 << bit
        bits = united(structure.order, structure.vital_targets, own)
        return {
            structure.ids[one]: bits[one]
            for one in sorted(structure.processes, key=structure.ids.__getitem__)
        }

    @cached_property
    def third_country_events(self) -> Sequence[int]:
        """The numbers of the events by which a country outside the EEA cuts us off."""
        return [
            number
            for number, event in enumerate(self.every.events)
            if event.kind is EventKind.COUNTRY and not in_eea(event.id)
        ]

    @cached_property
    def _cut_off(self) -> int:
        return sum(1 << number for number in self.third_country_events)

    @cached_property
    def _could_be_cut_off(self) -> Sequence[int]:
        """For each asset whether it fails if suppliers of unknown country are in a third one."""
        structure = self.every.structure
        lost = [i for i in structure.suppliers if structure.assets[i].country is None]
        if not lost:
            return [0] * len(structure.ids)
        placeless = structure.closure(lost, structure.controlled)
        third = [self.every.events[number] for number in self.third_country_events]
        groups = [named(structure, event) | placeless for event in third] or [placeless]
        return failing(structure, groups)  # what is cut off fails with its suppliers anyway

    @cached_property
    def _lawful(self) -> frozenset[str]:
        return frozenset(code for code in self.reaches.codes if laws_of(code))

    def laws_in_reach(self, reach: Reach) -> tuple[str, ...]:
        """Return the countries outside the EEA whose law on access reaches so far."""
        return tuple(code for code in reach.countries if code in self._lawful)

    def is_placeless(self, number: int, reach: Reach) -> bool:
        """Whether its data may go to countries that nobody named."""
        asset = self.every.structure.assets[number]
        unprovided = asset.kind in ONLINE_SERVICES and number not in self.every.structure.providers
        return bool(reach.unknown) or unprovided or not reach.countries

    def _from_facts(self, number: int, asset: Asset) -> tuple[Span, ...]:
        return (
            self._strategic(number),
            self._legal(number, asset),
            self._data_and_ai(asset),
            _operational(asset),
            self._supply_chain(number, asset),
            _technology(asset),
            _ANYTHING,
            _ANYTHING,
        )

    def _strategic(self, number: int) -> Span:
        assets = self.every.structure.assets
        found = {
            assets[root].country
            for provider in self.every.structure.providers.get(number, ())
            for root in self.roots[provider]
        }
        if any(code is not None and not in_eea(code) for code in found):
            return 1, 1
        return _ANYTHING if None in found or not found else (4, 4)

    def _legal(self, number: int, asset: Asset) -> Span:
        law = asset.governing_law
        reach = self.reaches.reach(asset.id)
        if self.laws_in_reach(reach) or (law is not None and not in_eea(law)):
            return 1, 1
        return (1, 4) if law is None or self.is_placeless(number, reach) else (4, 4)

    def _data_and_ai(self, asset: Asset) -> Span:
        places = asset.hosting_countries
        is_ai = asset.kind is AssetKind.AI_SERVICE
        if places and not all(map(in_eea, places)):
            return 0, 1
        best = HIGHEST if not is_ai or self.could_be_trusted(asset.id) else 2
        if not places:
            return 0, best
        return (HIGHEST if not is_ai or self.is_trusted(asset.id) else 2), best

    def is_trusted(self, service: AssetId) -> bool:
        """Whether an AI service's models are open, or their makers known to be in the EEA."""
        chain = self.chains.of_service[service]
        codes = self._maker_countries(service)
        return chain.open_weights is True or bool(
            codes and all(code is not None and in_eea(code) for code in codes)
        )

    def could_be_trusted(self, service: AssetId) -> bool:
        """Whether that may be so, as far as is known."""
        chain = self.chains.of_service[service]
        codes = self._maker_countries(service)
        return chain.open_weights is not False or not any(
            code is not None and not in_eea(code) for code in codes
        )

    def _maker_countries(self, service: AssetId) -> set[str | None]:
        assets = self.every.structure.landscape.assets
        return {assets[root].country for root in self.chains.of_service[service].roots}

    def _supply_chain(self, number: int, asset: Asset) -> Span:
        if self.every.bits[number] & self._cut_off:
            return 1, 1
        unprovided = asset.kind in ONLINE_SERVICES and number not in self.every.structure.providers
        return (1, 3) if unprovided or self._could_be_cut_off[number] else (3, 3)


def _answered(asset: Asset, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    answers = asset.sovereignty or {}
    return tuple(
        (answers[objective], answers[objective]) if objective in answers else span
        for objective, span in zip(Objective, spans, strict=True)
    )


def _operational(asset: Asset) -> Span:
    if asset.data_export is None:
        low, high = _ANYTHING
    else:
        low = high = _EXPORT[asset.data_export]
    if asset.skills is None:
        return min(low, _SKILLS["vendor"]), high
    cap = _SKILLS[asset.skills]
    return min(low, cap), min(high, cap)


def _technology(asset: Asset) -> Span:
    if asset.open_source is None:
        low, high = _ANYTHING
    else:
        low = high = _SOURCE[asset.open_source]
    if asset.open_standard is None:
        return min(low, 1), high
    return (low, high) if asset.open_standard else (min(low, 1), min(high, 1))
