"""What happens when something fails: what stops, when, for how long, and at what cost.

simulate(landscape, events, mode=None) -> Simulation
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import NamedTuple

from smala_lockin.analysis.failure.events import (
    Event,
    EventKind,
    Mode,
    default_mode,
    parse_event,
    seeds,
    unknown,
)
from smala_lockin.analysis.failure.failing import degraded
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.failure.timing import stop_and_return_times
from smala_lockin.analysis.scales.assumptions import max_outage_hours
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.landscape import Landscape

HOURS_A_DAY = 24


class Stop(NamedTuple):
    """One asset that fails: when it stops and when it is back, in hours from the beginning."""

    asset: AssetId
    stops_at_hours: float
    returns_at_hours: float

    @property
    def holds_out(self) -> bool:
        """Whether things are back before it would stop; people are told so."""
        return self.returns_at_hours <= self.stops_at_hours


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """What some events do to a landscape together.

    `stops_at_hours` and `returns_at_hours` say of each asset that fails when it stops and when
    it is back; what fails is structural and holds what holds out too. `hours_late` (of the
    stopped processes) is how much later than its `max_outage_hours` each is back; at most 0 is
    in time. `cost` is that of the stopped processes whose cost is known, in the company's
    currency; None if it is known of none of those that stop. `cost_per_day` has what a day costs
    where that is known. `blast_radius` leaves out what `asset:` events name.
    `unknown` could join the seeds if it were known where it is; `assumed` are the facts that
    were assumed in these numbers, as (asset, fact). Assets are sorted by id.
    """

    events: tuple[Event, ...]
    modes: tuple[Mode, ...]
    stops_at_hours: Mapping[AssetId, float]
    returns_at_hours: Mapping[AssetId, float]
    degraded: tuple[AssetId, ...]
    processes_stopped: tuple[AssetId, ...]
    hours_late: Mapping[AssetId, float]
    blast_radius: float
    cost: float | None
    cost_per_day: Mapping[AssetId, float]
    unknown: tuple[AssetId, ...]
    assumed: tuple[tuple[AssetId, str], ...]

    @cached_property
    def failed(self) -> tuple[Stop, ...]:
        """What fails, with its times."""
        returns = self.returns_at_hours
        return tuple(Stop(id, hours, returns[id]) for id, hours in self.stops_at_hours.items())

    @property
    def mode(self) -> Mode | None:
        """The mode of all events, or None where they differ."""
        return self.modes[0] if len(set(self.modes)) == 1 else None

    @property
    def late(self) -> tuple[AssetId, ...]:
        """The processes that are breached: back later than they may be away."""
        return tuple(process for process, hours in self.hours_late.items() if hours > 0)


def simulate(
    landscape: Landscape | Structure, events: Iterable[Event | str], mode: Mode | None = None
) -> Simulation:
    """Return what stops when all events happen together, each in its own mode or in `mode`.

    Raises `UnknownEvent` for a text that names no event of the map.
    """
    structure = Structure.of(landscape)
    chosen = tuple(
        dict.fromkeys(
            parse_event(structure, one) if isinstance(one, str) else one for one in events
        )
    )
    modes = tuple(mode or default_mode(structure, event) for event in chosen)
    down = seeds(structure, zip(chosen, modes, strict=True))
    stops, returns = stop_and_return_times(structure, down.hours)
    fallen = [asset for asset in structure.by_id if stops[asset] < inf]
    stopped = [process for process in structure.processes_by_id if stops[process] < inf]
    ids = [structure.ids[asset] for asset in fallen]
    late, assumed = _lateness(structure, stopped, stops, returns)
    per_day = _cost_per_day(structure, stopped)
    named = {one.id for one in chosen if one.kind is EventKind.ASSET}
    return Simulation(
        events=chosen,
        modes=modes,
        stops_at_hours=dict(zip(ids, [stops[asset] for asset in fallen], strict=True)),
        returns_at_hours=dict(zip(ids, [returns[asset] for asset in fallen], strict=True)),
        degraded=structure.ids_of(degraded(structure, set(fallen))),
        processes_stopped=tuple(structure.ids[one] for one in stopped),
        hours_late=late,
        blast_radius=_blast_radius(structure, stopped, named),
        cost=_cost(structure, per_day, stops, returns) if per_day or not stopped else None,
        cost_per_day=per_day,
        unknown=structure.ids_of(set().union(*(unknown(structure, one) for one in chosen))),
        assumed=tuple(sorted(down.assumed | assumed)),
    )


def _lateness(
    structure: Structure,
    stopped: list[int],
    stops: Sequence[float],
    returns: Sequence[float],
) -> tuple[dict[AssetId, float], set[tuple[AssetId, str]]]:
    late: dict[AssetId, float] = {}
    assumed: set[tuple[AssetId, str]] = set()
    for process in stopped:
        allowed = max_outage_hours(structure.assets[process], structure.landscape.settings)
        late[structure.ids[process]] = returns[process] - stops[process] - allowed.usual
        if not allowed.known:
            assumed.add((structure.ids[process], "max_outage_hours"))
    if stopped:
        assumed |= {
            (structure.ids[one], "criticality")
            for one in structure.processes
            if structure.assets[one].criticality is None
        }
    return late, assumed


def _blast_radius(structure: Structure, stopped: list[int], named: set[str]) -> float:
    weights = structure.weights
    outside = [one for one in structure.processes if structure.ids[one] not in named]
    whole = sum(weights[one] for one in outside)
    if not whole:
        return 0.0
    return sum(weights[one] for one in stopped if structure.ids[one] not in named) / whole


def _cost_per_day(structure: Structure, stopped: list[int]) -> dict[AssetId, float]:
    applies = FACTS["outage_cost_per_day"].applies
    return {
        asset.id: asset.outage_cost_per_day
        for one in stopped
        if (asset := structure.assets[one]).outage_cost_per_day is not None and applies(asset.kind)
    }


def _cost(
    structure: Structure,
    per_day: Mapping[AssetId, float],
    stops: Sequence[float],
    returns: Sequence[float],
) -> float:
    away = {id: returns[structure.index[id]] - stops[structure.index[id]] for id in per_day}
    return sum(cost * max(0.0, away[id]) / HOURS_A_DAY for id, cost in per_day.items())
