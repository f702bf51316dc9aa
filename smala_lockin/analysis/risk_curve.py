"""The risk curve: how likely it is that something is away long enough to hurt, and how much.

Of an event's margins (how long it may last before a process is too late) the one with the highest
level of risk is proposed (semantics, section 7).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from smala_lockin.analysis import assumptions
from smala_lockin.analysis.findings import Usual
from smala_lockin.analysis.risk_table import (
    BOUNDS_HOURS,
    IMPACT_OF_CRITICALITY,
    Level,
    impact_of_cost,
    level,
    usual_likelihood,
    within_scale,
)
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, ExitPlan

HOURS_A_DAY = 24
TESTED_LATELY = timedelta(days=365)


class Reading(Enum):
    """How unknown facts are read: at their harmless end, as usual, at their harmful end."""

    HARMLESS = 0
    USUAL = 1
    HARMFUL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Likelihood and impact (1..5) of an event, at the margin (hours) that decides them.

    `late` are the processes then too late, the first to be so leading.
    """

    likelihood: int
    impact: int
    margin_hours: float
    late: tuple[AssetId, ...]
    usual: Usual
    cost: float | None = None
    """What being away so long costs, where that is what makes the impact as high as it is."""

    @property
    def level(self) -> Level:
        """The level of this likelihood and impact."""
        return level(self.likelihood, self.impact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The processes of a map as a reading of what is unknown sees them."""

    criticality: Mapping[AssetId, int]
    tolerance_hours: Mapping[AssetId, float]
    cost_per_hour: Mapping[AssetId, float]
    """What a standstill costs, of the processes of which that is known."""
    revenue: float | None
    reading: Reading

    @property
    def total(self) -> int:
        """The weight of all processes."""
        return sum(self.criticality.values())

    @classmethod
    def of(
        cls, processes: Mapping[AssetId, Asset], reading: Reading, revenue: float | None = None
    ) -> "Weighed":
        """Return what a reading makes of these processes, of a company of this yearly revenue."""
        applies = FACTS["outage_cost_per_day"].applies
        return cls(
            criticality={key: _criticality(one, reading) for key, one in processes.items()},
            tolerance_hours={key: _tolerance(one, reading) for key, one in processes.items()},
            cost_per_hour={
                key: one.outage_cost_per_day / HOURS_A_DAY
                for key, one in processes.items()
                if one.outage_cost_per_day and applies(one.kind)
            },
            revenue=revenue,
            reading=reading,
        )

    def cost(self, still_hours: Mapping[AssetId, float]) -> float:
        """Return what it costs, as far as known, when processes stand still for so long."""
        return sum(
            rate * max(still_hours.get(process, 0.0), 0.0)
            for process, rate in self.cost_per_hour.items()
        )

    def impact_of_cost(self, cost: float) -> int:
        """Return the impact of a cost, 1..5; 0 where the revenue is not known."""
        return impact_of_cost(cost, self.revenue) if self.revenue else 0


def proposal(
    stop_hours: Mapping[AssetId, float],
    weighed: Weighed,
    kind: AssetKind,
    *,
    recovery: assumptions.Estimate | None = None,
    units: int | None = None,
    tested: bool = False,
) -> Proposal:
    """Return the point of the curve with the highest level; ties: higher impact, then sooner.

    `stop_hours` are the stop times of the processes that the event stops, at least one; `kind`
    the row of the frequency table; `recovery` that of the asset, `units` how many alike ones a
    card stands for, `tested` whether a group or an exit plan was tested within a year.
    """
    margins = sorted(
        (stop + weighed.tolerance_hours[process], process) for process, stop in stop_hours.items()
    )
    total = weighed.total
    best: tuple[tuple[Level, int], Proposal] | None = None
    worst, weight = 0, 0
    for number, (margin, process) in enumerate(margins):
        criticality = weighed.criticality[process]
        worst, weight = max(worst, IMPACT_OF_CRITICALITY[criticality]), weight + criticality
        if number + 1 < len(margins) and margins[number + 1][0] == margin:
            continue
        counted = within_scale(worst + (2 * weight >= total))
        cost = 0.0
        if weighed.revenue:
            cost = weighed.cost({one: margin - stop for one, stop in stop_hours.items()})
        impact = max(counted, weighed.impact_of_cost(cost))
        likelihood, usual = _likelihood(margin, kind, weighed.reading, recovery, units, tested)
        rank = (level(likelihood, impact), impact)
        if best is None or rank > best[0]:
            late = tuple(process for _margin, process in margins[: number + 1])
            point = Proposal(
                likelihood=likelihood,
                impact=impact,
                margin_hours=margin,
                late=late,
                usual=usual,
                cost=cost if impact > counted else None,
            )
            best = (rank, point)
    assert best is not None
    return best[1]


def was_tested_lately(asset: Asset, today: date) -> bool:
    """Whether the exit plan of an asset was tested within a year."""
    tested_on = asset.exit_plan_tested_on
    planned = FACTS["exit_plan"].applies(asset.kind) and asset.exit_plan in (None, ExitPlan.TESTED)
    return planned and tested_on is not None and today - TESTED_LATELY <= tested_on <= today


def _likelihood(
    margin: float,
    kind: AssetKind,
    reading: Reading,
    recovery: assumptions.Estimate | None,
    units: int | None,
    tested: bool,
) -> tuple[int, Usual]:
    hours = _recovery_hours(recovery, reading)
    usual = Usual(
        bound_hours=max(bound for bound in BOUNDS_HOURS if bound <= margin),
        table=usual_likelihood(kind, margin),
        recovery=0 if hours is None else (1 if hours > margin else -1),
        units=_relief_of_units(kind, units),
        tested=-1 if tested else 0,
    )
    moved = usual.table + usual.recovery + usual.units + usual.tested
    return within_scale(moved), usual


def _recovery_hours(recovery: assumptions.Estimate | None, reading: Reading) -> float | None:
    if recovery is None:
        return None
    match reading:
        case Reading.HARMLESS:
            return recovery.low
        case Reading.HARMFUL:
            return recovery.high
        case Reading.USUAL:  # the table knows what is usual
            return recovery.usual if recovery.known else None


def _relief_of_units(kind: AssetKind, units: int | None) -> int:
    if units is None or units < 2:
        return 0
    return -2 if kind is AssetKind.PEOPLE and units >= 3 else -1


def _criticality(process: Asset, reading: Reading) -> int:
    estimate = assumptions.criticality(process)
    return int((estimate.low, estimate.usual, estimate.high)[reading.value])


def _tolerance(process: Asset, reading: Reading) -> float:
    estimate = assumptions.max_outage_hours(process)
    return (estimate.high, estimate.usual, estimate.low)[reading.value]
