"""A simulation told in the order of time, and what it costs as time goes by.

timeline(result) -> tuple[Moment, ...]
cost_over_time(result) -> CostCurve | None
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from smala_lockin.analysis.failure.simulation import HOURS_A_DAY, Simulation
from smala_lockin.domain.assets import AssetId


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What happens at one time after the beginning: assets are sorted by id.

    `too_late` are the processes that have been away for as long as they may, and are not back.
    What holds out until things are back neither stops nor returns.
    """

    at_hours: float
    stops: tuple[AssetId, ...]
    too_late: tuple[AssetId, ...]
    returns: tuple[AssetId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CostPoint:
    """What it has cost so far, and what each further day costs until the next point."""

    at_hours: float
    cost: float
    cost_per_day: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CostCurve:
    """What the processes that stand still have cost by any time, as far as that is known.

    Straight between its `points`, of which the first is at the beginning; from the last one on
    nothing that costs stands still. `unknown` are the processes that stop at a cost nobody gave.
    """

    points: tuple[CostPoint, ...]
    unknown: tuple[AssetId, ...]

    def at(self, hours: float) -> float:
        """Return what it has cost this long after the beginning."""
        before = bisect_right(self.points, hours, key=lambda one: one.at_hours)
        point = self.points[max(before - 1, 0)]
        return point.cost + point.cost_per_day * (hours - point.at_hours) / HOURS_A_DAY


def timeline(result: Simulation) -> tuple[Moment, ...]:
    """Return what happens in a simulation, sooner first."""
    stopping = [one for one in result.failed if not one.holds_out]
    stops = _by_time((one.stops_at_hours, one.asset) for one in stopping)
    returns = _by_time((one.returns_at_hours, one.asset) for one in stopping)
    late = _by_time(
        (one.returns_at_hours - result.hours_late[one.asset], one.asset)
        for one in stopping
        if result.hours_late.get(one.asset, 0.0) > 0
    )
    return tuple(
        Moment(
            at_hours=hours,
            stops=stops.get(hours, ()),
            too_late=late.get(hours, ()),
            returns=returns.get(hours, ()),
        )
        for hours in sorted({*stops, *late, *returns})
    )


def cost_over_time(result: Simulation) -> CostCurve | None:
    """Return what a simulation has cost by any time; None if that is not known of anything."""
    if result.cost is None:
        return None
    still = [one for one in result.failed if one.asset in result.hours_late and not one.holds_out]
    known = [one for one in still if one.asset in result.cost_per_day]
    steps: dict[float, float] = {0.0: 0.0}
    for one in known:
        per_day = result.cost_per_day[one.asset]
        steps[one.stops_at_hours] = steps.get(one.stops_at_hours, 0.0) + per_day
        steps[one.returns_at_hours] = steps.get(one.returns_at_hours, 0.0) - per_day
    return CostCurve(
        points=tuple(_summed(steps)),
        unknown=tuple(one.asset for one in still if one.asset not in result.cost_per_day),
    )


def _summed(steps: Mapping[float, float]) -> Iterable[CostPoint]:
    """Yield the points at which the daily cost changes by these steps."""
    times = sorted(steps)
    cost = per_day = 0.0
    for hours, after in pairwise(times):
        per_day += steps[hours]
        yield CostPoint(at_hours=hours, cost=cost, cost_per_day=per_day)
        cost += per_day * (after - hours) / HOURS_A_DAY
    yield CostPoint(at_hours=times[-1], cost=cost, cost_per_day=0.0)


def _by_time(happenings: Iterable[tuple[float, AssetId]]) -> dict[float, tuple[AssetId, ...]]:
    found: dict[float, list[AssetId]] = {}
    for hours, asset in happenings:
        found.setdefault(hours, []).append(asset)
    return {hours: tuple(sorted(assets)) for hours, assets in found.items()}
