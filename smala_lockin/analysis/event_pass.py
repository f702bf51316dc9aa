"""Every single event in one pass: which of them alone fail which asset (semantics, section 2).

    every = EveryEvent.of(landscape)
    every.events, every.stops(event), every.blast_radius(event)

Each asset gets a set of events as the bits of one whole number, united over its groups from the
suppliers up; a group is failed by the events that fail more of its members than it can spare.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from smala_lockin.analysis.events import Event, EventKind, every_event, seeded
from smala_lockin.analysis.structure import Group, Structure
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape


@dataclass(frozen=True, eq=False)
class EveryEvent:
    """What each event of a landscape, alone and in its default mode, stops."""

    structure: Structure
    events: list[Event]
    bits: list[int]
    """For each asset the events that fail it; event number i is bit i."""

    @classmethod
    def of(cls, landscape: Landscape | Structure) -> "EveryEvent":
        """Return what every event of the landscape fails."""
        structure = Structure.of(landscape)
        events = every_event(structure)
        own = [0] * len(structure.ids)
        for number, event in enumerate(events):
            for asset in seeded(structure, event):
                own[asset] |= 1 << number
        return cls(structure=structure, events=events, bits=failing(structure, own))

    @cached_property
    def number(self) -> dict[Event, int]:
        """The bit of each event."""
        return {event: number for number, event in enumerate(self.events)}

    def failed(self, event: Event) -> tuple[AssetId, ...]:
        """Return all assets an event fails, its seeds among them, sorted."""
        bit = self.number[event]
        return self.structure.ids_of(
            asset for asset, bits in enumerate(self.bits) if bits >> bit & 1
        )

    def stops(self, event: Event) -> tuple[AssetId, ...]:
        """Return the processes an event stops, sorted; not the asset that it names itself."""
        return self.structure.ids_of(self.stopped(event))

    def blast_radius(self, event: Event) -> float:
        """Return the weighted share of the processes that an event stops, without that named."""
        weights = self.structure.weights
        itself = self._itself(event)
        whole = sum(weight for process, weight in weights.items() if process != itself)
        if not whole:
            return 0.0
        return sum(weights[process] for process in self.stopped(event)) / whole

    def stopped(self, event: Event) -> list[int]:
        """Return the numbers of the processes an event stops; not the asset that it names."""
        bit = self.number[event]
        itself = self._itself(event)
        return [
            process
            for process in self.structure.processes
            if self.bits[process] >> bit & 1 and process != itself
        ]

    def _itself(self, event: Event) -> int | None:
        if event.kind is EventKind.ASSET:
            return self.structure.index[AssetId(event.id)]
        return None


def failing(structure: Structure, own: Sequence[int], *, redundant: bool = True) -> list[int]:
    """Return for each asset the events that fail it; `own` are those of which it is a seed.

    Without `redundant`, groups that have something to spare are taken away.
    """
    bits = list(own)
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
    return at_least(group.spare + 1, (bits[member] for member in group.members))


def at_least(count: int, sets: Iterable[int]) -> int:
    """Return what is in at least `count` of some bit sets."""
    reached = [-1] + [0] * count
    for one in sets:
        for number in range(count, 0, -1):
            reached[number] |= reached[number - 1] & one
    return reached[count]
