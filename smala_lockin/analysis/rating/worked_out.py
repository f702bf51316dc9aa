"""What of a basis is worked out again only where an edit changed what it is made of.

Each function here reads nothing but what it is given (see `recall`).
"""

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.event_times import stop_times
from smala_lockin.analysis.failure.events import Event
from smala_lockin.analysis.failure.marks import Marked
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.rating.curves import curves
from smala_lockin.analysis.rating.gaps import Aftermath, Backs, Gap
from smala_lockin.analysis.rating.risk_curve import Outage, Proposal
from smala_lockin.analysis.scales.assumptions import Estimate
from smala_lockin.analysis.scales.weighing import Burden, Reading, Weighed
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.settings import Settings

K = TypeVar("K", bound=Hashable)


def event_times(
    events: Mapping[Event, object], every: EveryEvent
) -> Mapping[Event, Mapping[AssetId, float]]:
    """Return T of what each event stops, marks of these being given."""
    return every.stop_times(events)


def times_if_lost(
    suppliers: Mapping[AssetId, object], marked: Marked[AssetId]
) -> Mapping[AssetId, Mapping[AssetId, float]]:
    """Return T of what stops if each supplier may serve no more, marks of these being given."""
    return stop_times(marked, suppliers)


ByReading = Mapping[Reading, Weighed]


def all_weighed(
    processes: tuple[Asset, ...], revenue: float | None, settings: Settings
) -> dict[Reading, Weighed]:
    """Return what each reading makes of the processes of a company of this yearly revenue."""
    by_id = {one.id: one for one in processes}
    return {reading: Weighed.of(by_id, reading, revenue, settings) for reading in Reading}


class Weighing(NamedTuple):
    """An outage, what is known of the processes it stops, and the weight of all if it matters."""

    outage: Outage
    laden: tuple[Burden, ...]
    totals: tuple[int, ...]


def curves_of(
    outages: Mapping[AssetId, Weighing],
    weighed: ByReading,
    _settings: Settings,
    _revenue: float | None,
) -> dict[AssetId, Mapping[Reading, Proposal]]:
    """Return the best point of the curve of each outage, by reading."""
    found = curves([one.outage for one in outages.values()], weighed)
    return dict(zip(outages, found, strict=True))


class Lost(NamedTuple):
    """What stops with a supplier, what is known of it, and how many days it takes to replace."""

    stops: Mapping[AssetId, float]
    laden: tuple[Burden, ...]
    days: Estimate


def gaps_of(
    lost: Mapping[AssetId, Lost],
    weighed: ByReading,
    _settings: Settings,
    _revenue: float | None,
) -> dict[AssetId, dict[Reading, Gap]]:
    """Return the gaps that each loss leaves, by reading."""
    from smala_lockin.analysis.rating.gap_arrays import losses

    stops, days = [one.stops for one in lost.values()], [one.days for one in lost.values()]
    return dict(zip(lost, losses(stops, days, weighed), strict=True))


Provided = Mapping[AssetId, tuple[AssetId, ...]]
Users = Mapping[AssetId, frozenset[AssetId]]


def hidden_shares(
    stops: Mapping[AssetId, Mapping[AssetId, float]], provided: Provided, users: Users
) -> dict[AssetId, float]:
    """Return the hidden share of each asset that stops these processes."""
    found = {}
    for id, times in stops.items():
        seeing = users.get(id, _NOBODY)
        if behind := provided.get(id):
            seeing = seeing.union(*[users[one] for one in behind if one in users])
        found[id] = (len(times) - len(seeing.intersection(times))) / len(times)
    return found


_NOBODY: frozenset[AssetId] = frozenset()


def hidden_share(
    assets: Iterable[AssetId], stops: Collection[AssetId], provided: Provided, users: Users
) -> float:
    """Return the share of what stops that depends on none of the assets directly."""
    if not stops:
        return 0.0
    seeing: set[AssetId] = set()
    for one in assets:
        for touched in (one, *provided.get(one, ())):
            if touched in users:
                seeing |= users[touched]
    return (len(stops) - len(seeing.intersection(stops))) / len(stops)


class Gone(NamedTuple):
    """What is gone for good: a mark of what it fails, T of processes, days to replace each seed."""

    mark: object
    stops: Mapping[AssetId, float]
    days: dict[AssetId, Estimate]


def backs(gone: Mapping[K, Gone], structure: Structure) -> dict[K, Backs]:
    """Return when all is back that stops with what is gone."""
    from smala_lockin.analysis.rating.gap_arrays import returns

    index = structure.index
    seeds = {key: [index[one] for one in found.days] for key, found in gone.items()}
    return returns(structure, seeds, {key: one.stops for key, one in gone.items()}, Reading)


class Left(NamedTuple):
    """What stops, when it is back, and what is known of it."""

    stops: Mapping[AssetId, float]
    backs: Backs
    laden: tuple[Burden, ...]


def aftermaths_of(
    left: Mapping[K, Left], weighed: ByReading, _settings: Settings, _revenue: float | None
) -> dict[K, Aftermath]:
    """Return what follows where this stops."""
    from smala_lockin.analysis.rating.gap_arrays import aftermaths

    stops = {key: one.stops for key, one in left.items()}
    return aftermaths(stops, {key: one.backs for key, one in left.items()}, weighed)
