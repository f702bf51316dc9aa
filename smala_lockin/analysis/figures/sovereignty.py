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
from functools import cached_property

from smala_lockin.analysis.failure.bits import united
from smala_lockin.analysis.failure.control import control_roots
from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.figures.ai_chains import AiChains
from smala_lockin.analysis.figures.reach import Reaches
from smala_lockin.analysis.figures.sovereignty_facts import FactLevels
from smala_lockin.analysis.figures.sovereignty_grounds import readings
from smala_lockin.analysis.figures.sovereignty_levels import (
    HIGHEST,
    Objective,
    ProcessSovereignty,
    Reading,
    Span,
    strength,
)
from smala_lockin.analysis.figures.sovereignty_spread import path, spreads
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import SERVICES


@dataclass(frozen=True, eq=False)
class Sovereignty:
    """The sovereignty levels of every service of a map, and of what its processes need."""

    every: EveryEvent
    facts: FactLevels

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
        facts = FactLevels(
            every=every,
            reaches=reaches or Reaches.of(structure),
            roots=found,
            chains=chains or AiChains.of(structure, roots=found),
        )
        return cls(every=every, facts=facts)

    @cached_property
    def levels(self) -> Mapping[AssetId, tuple[Span, ...]]:
        """For each service, by id, the range of each objective in their order."""
        found, services, spans_of = {}, SERVICES, self.facts.spans
        structure = self.every.structure
        for number in structure.by_id:
            asset = structure.assets[number]
            if asset.kind in services:
                spans = spans_of(number, asset)
                found[asset.id] = _answered(asset, spans) if asset.sovereignty else spans
        return found

    def readings(self, service: AssetId) -> tuple[Reading, ...]:
        """Return the levels of a service and what they rest on, in the order of the objectives."""
        asset = self.every.structure.landscape.assets[service]
        return readings(self.facts, asset, self.levels[service])

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
        return spreads(self.levels, self.services_needed)

    def path(self, process: AssetId, service: AssetId) -> tuple[AssetId, ...]:
        """Return a shortest way of vital needs from a process to a service; empty if none."""
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


def _answered(asset: Asset, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    answers = asset.sovereignty or {}
    return tuple(
        (answers[objective], answers[objective]) if objective in answers else span
        for objective, span in zip(Objective, spans, strict=True)
    )
