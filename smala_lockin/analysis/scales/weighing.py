"""How the processes of a map weigh, whatever of them is unknown being read in one of three ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from smala_lockin.analysis.scales import assumptions
from smala_lockin.analysis.scales.risk_table import impact_of_cost
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.settings import Settings

if TYPE_CHECKING:
    from smala_lockin.analysis.scales.process_arrays import Scale

HOURS_A_DAY = 24


class Reading(Enum):
    """How unknown facts are read: at their harmless end, as usual, at their harmful end."""

    HARMLESS = 0
    USUAL = 1
    HARMFUL = 2

    __hash__ = object.__hash__  # that of Enum takes three times as long

    def of(self, duration: assumptions.Estimate) -> float:
        """Return how long something lasts that is the worse the longer it does."""
        return duration[self.value]

    @property
    def opposite(self) -> "Reading":
        """The reading at the other end."""
        return Reading(2 - self.value)


class Burden(NamedTuple):
    """What is known of how much a process weighs; `most` is the most it adds to those too late.

    That is its weight, and its weight taken from those in time, in any reading.
    """

    criticality: int | None
    max_outage_hours: float | None
    cost_per_day: float | None
    most: int


def burdens(processes: Mapping[AssetId, Asset]) -> dict[AssetId, Burden]:
    """Return what is known of each process."""
    low, _usual, high = assumptions.CRITICALITY
    applies = FACTS["outage_cost_per_day"].applies
    return {
        id: Burden(
            one.criticality,
            one.max_outage_hours,
            one.outage_cost_per_day if applies(one.kind) else None,
            low + high if one.criticality is None else 2 * one.criticality,
        )
        for id, one in processes.items()
    }


@dataclass(frozen=True, kw_only=True)
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
        place, other = reading.value, reading.opposite.value
        unknown, if_in_time = assumptions.CRITICALITY[place], assumptions.CRITICALITY[other]
        criticality = {key: one.criticality for key, one in processes.items()}
        return cls(
            criticality={
                key: unknown if known is None else known for key, known in criticality.items()
            },
            weight_if_in_time={
                key: if_in_time if known is None else known for key, known in criticality.items()
            },
            tolerance_hours={
                key: _tolerance(one, reading, settings)
                if one.max_outage_hours is None
                else one.max_outage_hours
                for key, one in processes.items()
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

    @cached_property
    def scale(self) -> "Scale":
        """The same as arrays."""
        from smala_lockin.analysis.scales.process_arrays import Scale

        return Scale.of(
            self.criticality, self.weight_if_in_time, self.tolerance_hours, self.cost_per_hour
        )

    def impact_of_cost(self, cost: float) -> int:
        """Return the impact of a cost, 1..5; 0 where the revenue is not known."""
        return impact_of_cost(cost, self.revenue, self.settings) if self.revenue else 0


def _tolerance(process: Asset, reading: Reading, settings: Settings) -> float:
    estimate = assumptions.max_outage_hours(process, settings)
    return (estimate.high, estimate.usual, estimate.low)[reading.value]
