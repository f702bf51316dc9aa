"""Every single event in one pass: which of them alone fail which asset (semantics, section 2).

    every = EveryEvent.of(landscape)
    every.events, every.stops(event), every.blast_radius(event), every.stop_times(events)

Each asset gets a set of events as the bits of one whole number, united over its groups from the
suppliers up; a group is failed by the events that fail more of its members than it can spare.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from smala_lockin.analysis.failure.bits import at_least
from smala_lockin.analysis.failure.events import Event, every_event
from smala_lockin.analysis.failure.structure import Group, Structure
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape


class Outcome(NamedTuple):
    """What one event stops.

    `stops` are the processes, sorted, without the asset that the event names itself; the blast
    radius is their weighted share of all processes, likewise.
    """

    stops: tuple[AssetId, ...]
    blast_radius: float


@dataclass(frozen=True, eq=False)
class EveryEvent:
    """What each event of a landscape, alone and in its default mode, stops."""

    structure: Structure
    events: list[Event]
    seeds: list[Collection[int]]
    """For each event the assets that are down at its beginning."""
    bits: list[int]
    """For each asset the events that fail it; event number i is bit i."""

    @classmethod
    def of(cls, landscape: Landscape | Structure) -> "EveryEvent":
        """Return what every event of the landscape fails."""
        structure = Structure.of(landscape)
        seeds = every_event(structure)
        bits = failing(structure, seeds.values())
        return cls(structure=structure, events=list(seeds), seeds=list(seeds.values()), bits=bits)

    @cached_property
    def number(self) -> dict[Event, int]:
        """The bit of each event."""
        return {event: number for number, event in enumerate(self.events)}

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """What each event stops, in the order of `events`."""
        from smala_lockin.analysis.failure.outcome_arrays import outcomes

        return outcomes(self)

    def stops(self, event: Event) -> tuple[AssetId, ...]:
        """Return the processes an event stops, sorted; not the asset that it names itself."""
        return self.outcomes[self.number[event]].stops

    def blast_radius(self, event: Event) -> float:
        """Return the weighted share of the processes that an event stops, without that named."""
        return self.outcomes[self.number[event]].blast_radius

    def failed(self, event: Event) -> tuple[AssetId, ...]:
        """Return all assets an event fails, its seeds among them, sorted."""
        bit = self.number[event]
        return self.structure.ids_of(
            asset for asset, bits in enumerate(self.bits) if bits >> bit & 1
        )

    def stop_times(self, events: Iterable[Event]) -> dict[Event, dict[AssetId, float]]:
        """Return T of the processes each of these events stops, in hours, sorted by id."""
        from smala_lockin.analysis.failure.event_times import stop_times

        return stop_times(self, events)


def failing(
    structure: Structure, seeds: Iterable[Collection[int]], *, redundant: bool = True
) -> list[int]:
    """Return for each asset, as bits, which of these sets of seeds fail it.

    Without `redundant`, groups that have something to spare are taken away.
    """
    bits = [0] * len(structure.ids)
    for number, assets in enumerate(seeds):
        bit = 1 << number
        for asset in assets:
            bits[asset] |= bit
    alone = structure.vital.alone
    groups = structure.vital.groups if redundant else {}
    for component in structure.order:
        changed = True
        while changed:
            changed = False
            for asset in component:
                found = bits[asset]
                for target in alone[asset]:
                    found |= bits[target]
                for group in groups.get(asset, ()):
                    found |= defeating(group, bits)
                if found != bits[asset]:
                    bits[asset] = found
                    changed = len(component) > 1
    return bits


def defeating(group: Group, bits: Sequence[int]) -> int:
    """Return the events that fail more members of a group than it can spare."""
    return at_least(group.spare + 1, [bits[member] for member in group.members])
