"""The risk curve: how likely it is that something is away long enough to hurt, and how much.

Of an event's margins (how long it may last before a process is too late) the one with the highest
level of risk is proposed (semantics, section 7).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from smala_lockin.analysis import assumptions
from smala_lockin.analysis.findings import Usual
from smala_lockin.analysis.risk_table import Level, impact_of_cost
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, ExitPlan
from smala_lockin.domain.settings import Settings

HOURS_A_DAY = 24


class Reading(Enum):
    """How unknown facts are read: at their harmless end, as usual, at their harmful end."""

    HARMLESS = 0
    USUAL = 1
    HARMFUL = 2

    def of(self, duration: assumptions.Estimate) -> float:
        """Return how long something lasts that is the worse the longer it does."""
        return (duration.low, duration.usual, duration.high)[self.value]

    @property
    def opposite(self) -> "Reading":
        """The reading at the other end."""
        return Reading(2 - self.value)


class Proposal(NamedTuple):
    """Likelihood and impact (1..5) of an event, at the margin (hours) that decides them.

    `late` are the processes then too late, the first to be so leading.
    """

    likelihood: int
    impact: int
    level: Level
    margin_hours: float
    late: tuple[AssetId, ...]
    usual: Usual
    cost: float | None = None
    """What being away so long costs, where that is what makes the impact as high as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The processes of a map as a reading of what is unknown sees them.

    `weight_if_in_time` is what a process weighs among those that are not late: there the harmful
    reading takes the harmless criticality, for then the late ones hold a larger share.
    """

    criticality: Mapping[AssetId, int]
    weight_if_in_time: Mapping[AssetId, int]
    tolerance_hours: Mapping[AssetId, float]
    cost_per_hour: Mapping[AssetId, float]
    """What a standstill costs, of the processes of which that is known."""
    revenue: float | None
    reading: Reading
    settings: Settings

    @classmethod
    def of(
        cls,
        processes: Mapping[AssetId, Asset],
        reading: Reading,
        revenue: float | None,
        settings: Settings,
    ) -> "Weighed":
        """Return what a reading makes of these processes, of a company of this yearly revenue."""
        applies = FACTS["outage_cost_per_day"].applies
        return cls(
            criticality={key: _criticality(one, reading) for key, one in processes.items()},
            weight_if_in_time={
                key: _criticality(one, reading.opposite) for key, one in processes.items()
            },
            tolerance_hours={
                key: _tolerance(one, reading, settings) for key, one in processes.items()
            },
            cost_per_hour={
                key: one.outage_cost_per_day / HOURS_A_DAY
                for key, one in processes.items()
                if one.outage_cost_per_day and applies(one.kind)
            },
            revenue=revenue,
            reading=reading,
            settings=settings,
        )

    def impact_of_cost(self, cost: float) -> int:
        """Return the impact of a cost, 1..5; 0 where the revenue is not known."""
        return impact_of_cost(cost, self.revenue, self.settings) if self.revenue else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """An event as its curve sees it.

    `stop_hours` are the stop times of the processes that it stops, at least one; `kind` the row
    of the frequency table; `recovery` that of the asset, `units` how many alike ones a card
    stands for, `tested` whether a group or an exit plan was tested within a year.
    """

    stop_hours: Mapping[AssetId, float]
    kind: AssetKind
    recovery: assumptions.Estimate | None = None
    units: int | None = None
    tested: bool = False


def proposal(
    stop_hours: Mapping[AssetId, float],
    weighed: Weighed,
    kind: AssetKind,
    *,
    recovery: assumptions.Estimate | None = None,
    units: int | None = None,
    tested: bool = False,
) -> Proposal:
    """Return the point of an `Outage`'s curve with the highest level.

    Ties: the higher impact, then the sooner.
    """
    from smala_lockin.analysis.curve_arrays import proposals

    outage = Outage(stop_hours=stop_hours, kind=kind, recovery=recovery, units=units, tested=tested)
    return next(proposals([outage], [weighed]))[0]


def curves(
    outages: Sequence[Outage], weighed: Mapping[Reading, Weighed]
) -> list[dict[Reading, Proposal]]:
    """Return the `proposal` for each of many outages under each reading of the unknown."""
    from smala_lockin.analysis.curve_arrays import proposals

    found = proposals(outages, list(weighed.values()))
    return [dict(zip(weighed, one, strict=True)) for one in found]


def was_tested_lately(asset: Asset, today: date, settings: Settings) -> bool:
    """Whether the exit plan of an asset, or what replaces an AI, was tested within a year.

    That is, as long as tests count.
    """
    planned = FACTS["exit_plan"].applies(asset.kind) and asset.exit_plan in (None, ExitPlan.TESTED)
    if planned and is_lately(asset.exit_plan_tested_on, today, settings):
        return True
    replaceable = FACTS["fallback_tested_on"].applies(asset.kind)
    return replaceable and is_lately(asset.fallback_tested_on, today, settings)


def is_lately(day: date | None, today: date, settings: Settings) -> bool:
    """Whether a test on a day, if any, still counts today."""
    lately = timedelta(days=settings.thresholds.tested_within_days)
    return day is not None and today - lately <= day <= today


def recovery_at(recovery: assumptions.Estimate | None, reading: Reading) -> float | None:
    """Return how long a recovery takes, in hours; None if that says no more than the table."""
    if recovery is None:
        return None
    match reading:
        case Reading.HARMLESS:
            return recovery.low
        case Reading.HARMFUL:
            return recovery.high
        case Reading.USUAL:  # the table knows what is usual
            return recovery.usual if recovery.known else None


def relief_of_units(kind: AssetKind, units: int | None) -> int:
    """Return by how much alike units make it rarer that a card stands still: 0, -1 or -2."""
    if units is None or units < 2:
        return 0
    return -2 if kind is AssetKind.PEOPLE and units >= 3 else -1


def _criticality(process: Asset, reading: Reading) -> int:
    estimate = assumptions.criticality(process)
    return int((estimate.low, estimate.usual, estimate.high)[reading.value])


def _tolerance(process: Asset, reading: Reading, settings: Settings) -> float:
    estimate = assumptions.max_outage_hours(process, settings)
    return (estimate.high, estimate.usual, estimate.low)[reading.value]
