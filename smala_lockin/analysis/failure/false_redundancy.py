"""False redundancy: alternatives that one event takes away together (semantics, section 3).

false_redundancies(landscape) -> tuple[FalseRedundancy, ...]
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from smala_lockin.analysis.failure.bits import with_bits
from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Event, EventKind, seeded
from smala_lockin.analysis.failure.needs import Group
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
    whole = {"map": every.marked.whole}
    return (recall or Recall()).marked(_found_in, whole, every)["map"]


def _found_in(
    _whole: Mapping[str, object], every: EveryEvent
) -> dict[str, tuple[FalseRedundancy, ...]]:
    """Return all there are on a map, of which a mark is given."""
    from smala_lockin.analysis.failure.outcome_arrays import bits_of_all

    owned = [group for groups in every.structure.vital.groups.values() for group in groups]
    defeated = list(_defeated(every, owned)) if owned else []
    count = len(every.events)
    relevant = _Causes(every.events, relevant=True)
    other = _Causes(every.events, relevant=False)
    causes = bits_of_all([one.causes for one in defeated], count)
    matter = bits_of_all([one.relevant for one in defeated], count)
    found = []
    for one, bits, of_matter in zip(defeated, causes, matter, strict=True):
        matters, told = set(of_matter), [relevant[bit].cause for bit in of_matter]
        if matters:
            shared = [relevant[bit] if bit in matters else other[bit] for bit in bits]
        else:
            shared = [*map(other.__getitem__, bits)]
        if one.is_circle:
            shared.append(_CIRCLE)
            told.append(CIRCULAR)
        found.append(_false_redundancy((one.group, one.owner, tuple(shared), tuple(told))))
    return {"map": tuple(sorted(found, key=lambda one: one.group))}


def _defeated(every: EveryEvent, owned: Iterable[Group]) -> Iterator["_Defeated"]:
    """Yield the groups that single events defeat."""
    plain = _without_redundancy(every)
    spared = 0
    for process in every.structure.processes:
        spared |= every.bits[process] & ~plain[process]
    may = _may_cause(every)
    for group in owned:
        owner = every.structure.ids[group.owner]
        defeats = defeating(group, every.bits)
        itself = 1 << every.number_of_asset[owner]
        causes, is_circle = defeats & may & ~itself, bool(defeats & itself)
        if causes or is_circle:
            yield _Defeated(
                group.id, owner, causes, causes & spared & ~plain[group.owner], is_circle
            )


class _Defeated(NamedTuple):
    """A group that events defeat: which, and which of them matter, as bits."""

    group: GroupId
    owner: AssetId
    causes: int
    relevant: int
    is_circle: bool


class _Causes(dict[int, Cause]):
    """The causes that events are, each made into words once: many groups share theirs."""

    def __init__(self, events: Sequence[Event], *, relevant: bool) -> None:
        super().__init__()
        self._events, self._relevant = events, relevant

    def __missing__(self, bit: int) -> Cause:
        made: Cause = _cause((str(self._events[bit]), self._relevant))
        self[bit] = made
        return made


# Of large maps there are tens of thousands, and these are three times as fast.
_false_redundancy, _cause = partial(tuple.__new__, FalseRedundancy), partial(tuple.__new__, Cause)


def _without_redundancy(every: EveryEvent) -> list[int]:
    """Return the events that fail each asset when all groups with something to spare are gone.

    Only a cut-off counts providers when it seeds, so that only countries have other seeds then;
    `services:` events are no causes and keep theirs.
    """
    structure, country = every.structure, EventKind.COUNTRY
    seeds = [
        seeded(structure, event, redundant=False) if event.kind is country else before
        for event, before in zip(every.events, every.seeds, strict=True)
    ]
    return failing(structure, seeds, redundant=False)


def _may_cause(every: EveryEvent) -> int:
    """Return which events are causes, as bits."""
    assets = len(every.structure.ids)  # their events come first
    others = enumerate(every.events[assets:], start=assets)
    return (1 << assets) - 1 | with_bits(
        number
        for number, one in others
        if one.kind is _CONTROL or (one.kind in _PLACES and not in_eea(one.id))
    )


_CONTROL = EventKind.CONTROL
_PLACES = frozenset({EventKind.COUNTRY, EventKind.HOSTING})


_CIRCLE = Cause(cause=CIRCULAR, relevant=True)
