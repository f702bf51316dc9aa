"""False redundancy: alternatives that one event takes away together (semantics, section 3).

false_redundancies(landscape) -> tuple[FalseRedundancy, ...]
"""

from typing import NamedTuple

from smala_lockin.analysis.failure.bits import bits_of
from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Event, EventKind, seeded
from smala_lockin.analysis.failure.seed_pass import defeating, failing
from smala_lockin.analysis.failure.structure import Group, Structure
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.knowledge.jurisdictions import in_eea

CIRCULAR = "circular"


class Cause(NamedTuple):
    """What takes the alternatives away together: an event as text, or "circular".

    It is `relevant` if the owner stays up, and some process that stops under it stays up, when
    every group with something to spare is taken away; a circle always is.
    """

    cause: str
    relevant: bool


class FalseRedundancy(NamedTuple):
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
    owned = [group for groups in every.structure.vital.groups.values() for group in groups]
    if not owned:
        return ()
    plain = _without_redundancy(every)
    spared = 0
    for process in every.structure.processes:
        spared |= every.bits[process] & ~plain[process]
    named = _Causes(every)
    found = []
    for group in owned:
        if shared := named.of(group, spared & ~plain[group.owner]):
            owner = every.structure.ids[group.owner]
            found.append(FalseRedundancy(group=group.id, owner=owner, shared=shared))
    return tuple(sorted(found, key=lambda one: one.group))


def _without_redundancy(every: EveryEvent) -> list[int]:
    """Return the events that fail each asset when all groups with something to spare are gone.

    Only a cut-off counts providers when it seeds, so that only countries have other seeds then;
    `services:` events are no causes and keep theirs.
    """
    structure = every.structure
    seeds = [
        seeded(structure, event, redundant=False) if event.kind is EventKind.COUNTRY else before
        for event, before in zip(every.events, every.seeds, strict=True)
    ]
    return failing(structure, seeds, redundant=False)


class _Causes:
    """The events that may be causes, each made into words once."""

    def __init__(self, every: EveryEvent) -> None:
        self._every = every
        self._may = sum(
            1 << number for number, event in enumerate(every.events) if _may_cause(event)
        )
        self._made: dict[tuple[int, int], Cause] = {}

    def of(self, group: Group, relevant: int) -> tuple[Cause, ...]:
        """Return the causes that defeat a group, of which those among `relevant` are."""
        every = self._every
        defeats = defeating(group, every.bits)
        itself = 1 << every.number[Event(EventKind.ASSET, every.structure.ids[group.owner])]
        causes = defeats & self._may & ~itself
        matter = set(bits_of(causes & relevant))
        found = [self._cause(bit, bit in matter) for bit in bits_of(causes)]
        if defeats & itself:
            found.append(_CIRCLE)
        return tuple(found)

    def _cause(self, bit: int, relevant: bool) -> Cause:
        made = self._made.get((bit, relevant))
        if made is None:
            made = Cause(cause=str(self._every.events[bit]), relevant=relevant)
            self._made[bit, relevant] = made
        return made


def _may_cause(event: Event) -> bool:
    if event.kind in (EventKind.COUNTRY, EventKind.HOSTING):
        return not in_eea(event.id)
    return event.kind is not EventKind.SERVICES


_CIRCLE = Cause(cause=CIRCULAR, relevant=True)
