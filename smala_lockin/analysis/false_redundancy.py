"""False redundancy: alternatives that one event takes away together (semantics, section 3).

false_redundancies(landscape) -> tuple[FalseRedundancy, ...]
"""

from dataclasses import dataclass

from smala_lockin.analysis.event_pass import EveryEvent, defeating, failing
from smala_lockin.analysis.events import Event, EventKind, seeded
from smala_lockin.analysis.structure import Group, Structure
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge.jurisdictions import in_eea

CIRCULAR = "circular"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What takes the alternatives away together: an event as text, or "circular".

    It is `relevant` if the owner stays up, and some process that stops under it stays up, when
    every group with something to spare is taken away; a circle always is.
    """

    cause: str
    relevant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseRedundancy:
    """A vital group with something to spare that does not stand in for what it should."""

    group: GroupId
    owner: AssetId
    shared: tuple[Cause, ...]

    @property
    def relevant(self) -> tuple[str, ...]:
        """The causes that break the alternatives and matter."""
        return tuple(one.cause for one in self.shared if one.relevant)


def false_redundancies(
    landscape: Landscape | Structure | EveryEvent,
) -> tuple[FalseRedundancy, ...]:
    """Return the groups that a single event defeats, by group id.

    Causes: assets, control groups, countries and hosting countries outside the EEA, then the
    circle; within a kind by id.
    """
    every = landscape if isinstance(landscape, EveryEvent) else EveryEvent.of(landscape)
    plain = _without_redundancy(every)
    causes = sum(1 << number for number, event in enumerate(every.events) if _may_cause(event))
    found = []
    for groups in every.structure.vital.groups.values():
        for group in groups:
            if shared := _shared(every, plain, group, causes):
                found.append(
                    FalseRedundancy(
                        group=group.id, owner=every.structure.ids[group.owner], shared=shared
                    )
                )
    return tuple(sorted(found, key=lambda one: one.group))


def _may_cause(event: Event) -> bool:
    if event.kind in (EventKind.COUNTRY, EventKind.HOSTING):
        return not in_eea(event.id)
    return event.kind is not EventKind.SERVICES


def _without_redundancy(every: EveryEvent) -> list[int]:
    """Return the events that fail each asset when all groups with something to spare are gone."""
    own = [0] * len(every.structure.ids)
    for number, event in enumerate(every.events):
        for asset in seeded(every.structure, event, redundant=False):
            own[asset] |= 1 << number
    return failing(every.structure, own, redundant=False)


def _shared(every: EveryEvent, plain: list[int], group: Group, causes: int) -> tuple[Cause, ...]:
    structure = every.structure
    owner = structure.ids[group.owner]
    defeats = defeating(group, every.bits)
    itself = 1 << every.number[Event(EventKind.ASSET, owner)]
    spared = 0
    for process in structure.processes:
        spared |= every.bits[process] & ~plain[process]
    relevant = spared & ~plain[group.owner]
    shared = [
        (every.events[bit], bool(relevant >> bit & 1))
        for bit in range((defeats & causes).bit_length())
        if (defeats & causes & ~itself) >> bit & 1
    ]
    found = [Cause(cause=str(event), relevant=matters) for event, matters in sorted(shared)]
    if defeats & itself:
        found.append(Cause(cause=CIRCULAR, relevant=True))
    return tuple(found)
