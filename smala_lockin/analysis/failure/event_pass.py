"""Every single event in one pass: which of them alone fail which asset (semantics, section 2).

    every = EveryEvent.of(landscape)
    every.events, every.stops(event), every.blast_radius(event), every.stop_times(events)

Each asset gets a set of events as the bits of one whole number, united over its groups from the
suppliers up; a group is failed by the events that fail more of its members than it can spare.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from smala_lockin.analysis.failure.event_times import stop_times
from smala_lockin.analysis.failure.events import Event, EventKind, every_event
from smala_lockin.analysis.failure.marks import Marked
from smala_lockin.analysis.failure.outcome import Outcome
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape


@dataclass(frozen=True, eq=False)
class EveryEvent:
    """What each event of a landscape, alone and in its default mode, stops."""

    structure: Structure
    events: list[Event]
    seeds: list[Collection[int]]
    """For each event the assets that are down at its beginning."""
    bits: list[int]
    """For each asset the events that fail it; event number i is bit i."""

    marked: Marked[Event]
    """The same, with a mark for each event that stays where an edit left alone what it fails."""

    @classmethod
    def of(
        cls, landscape: Landscape | Structure, before: "EveryEvent | None" = None
    ) -> "EveryEvent":
        """Return what every event of the landscape fails, which may be an edit of another."""
        structure = Structure.of(landscape)
        seeds = every_event(structure)
        marked = Marked.of(structure, seeds, before.marked if before else None)
        found = cls(
            structure=structure,
            events=list(seeds),
            seeds=list(seeds.values()),
            bits=marked.bits,
            marked=marked,
        )
        if before is not None and before.marked.whole is marked.whole:
            same_weights = before.structure.weights == structure.weights
            kept = ["number", "number_of_asset"]
            if same_weights:
                kept += ["outcomes", "stopping_assets"]
            known = before.__dict__
            found.__dict__.update({name: known[name] for name in kept if name in known})
        return found

    @cached_property
    def number(self) -> dict[Event, int]:
        """The bit of each event."""
        return {event: number for number, event in enumerate(self.events)}

    @cached_property
    def number_of_asset(self) -> dict[AssetId, int]:
        """The bit of the event that each asset fails: these come first, by id."""
        ids = self.structure.ids
        return {ids[one]: number for number, one in enumerate(self.structure.by_id)}

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """What each event stops, in the order of `events`."""
        from smala_lockin.analysis.failure.outcome_arrays import outcomes

        structure, number = self.structure, self.number_of_asset
        itself = [number[structure.ids[one]] for one in structure.processes_by_id]
        return outcomes(structure, self.bits, len(self.events), itself)

    @cached_property
    def stopping_assets(self) -> list[Event]:
        """The events of single assets that stop a process other than that."""
        first = slice(len(self.structure.ids))  # they come before all others
        pairs = zip(self.events[first], self.outcomes[first], strict=True)
        return [event for event, found in pairs if found.stops]

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

    def stop_times(self, events: Iterable[Event]) -> Mapping[Event, dict[AssetId, float]]:
        """Return T of the processes each of these events stops, in hours, sorted by id.

        The process that an event names itself is left out.
        """
        found, kind = stop_times(self.marked, events), EventKind.ASSET
        for one, times in found.items():
            if one.kind is kind:
                times.pop(AssetId(one.id), None)
        return found
