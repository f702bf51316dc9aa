"""False redundancy: alternatives that one event takes away together (semantics, section 3).

false_redundancies(landscape) -> tuple[FalseRedundancy, ...]
"""

from collections.abc import Mapping
from typing import NamedTuple

from smala_lockin.analysis.failure.bits import bits_of, with_bits
from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Event, EventKind, seeded
from smala_lockin.analysis.failure.seed_pass import defeating, failing
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.recall import Recall
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
    relevant: tuple[str, ...]
    """The causes that break the alternatives and matter."""


def false_redundancies(
    landscape: Landscape | Structure | EveryEvent, recall: Recall | None = None
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
    may = with_bits(number for number, event in enumerate(every.events) if _may_cause(event))
    defeated = {}
    for group in owned:
        owner = every.structure.ids[group.owner]
        defeats = defeating(group, every.bits)
        itself = 1 << every.number[Event(EventKind.ASSET, owner)]
        causes, is_circle = defeats & may & ~itself, bool(defeats & itself)
        if causes or is_circle:
            relevant = causes & spared & ~plain[group.owner]
            defeated[group.id] = _Defeated(owner, causes, relevant, is_circle)
    found = (recall or Recall()).each(_false, defeated, tuple(every.events))
    return tuple(found[group] for group in sorted(found))


class _Defeated(NamedTuple):
    """A group that events defeat: which, and which of them matter, as bits."""

    owner: AssetId
    causes: int
    relevant: int
    is_circle: bool


def _false(
    defeated: Mapping[GroupId, _Defeated], events: tuple[Event, ...]
) -> dict[GroupId, FalseRedundancy]:
    made: dict[tuple[int, bool], Cause] = {}  # many groups share theirs
    found = {}
    for group, one in defeated.items():
        matter = set(bits_of(one.relevant))
        shared = [_cause(bit, bit in matter, events, made) for bit in bits_of(one.causes)]
        if one.is_circle:
            shared.append(_CIRCLE)
        relevant = tuple([cause.cause for cause in shared if cause.relevant])
        found[group] = FalseRedundancy(group, one.owner, tuple(shared), relevant)
    return found


def _cause(
    bit: int,
    relevant: bool,
    events: tuple[Event, ...],
    made: dict[tuple[int, bool], Cause],
) -> Cause:
    known = made.get((bit, relevant))
    if known is None:
        known = made[bit, relevant] = Cause(cause=str(events[bit]), relevant=relevant)
    return known


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


def _may_cause(event: Event) -> bool:
    if event.kind in (EventKind.COUNTRY, EventKind.HOSTING):
        return not in_eea(event.id)
    return event.kind is not EventKind.SERVICES


_CIRCLE = Cause(cause=CIRCULAR, relevant=True)
