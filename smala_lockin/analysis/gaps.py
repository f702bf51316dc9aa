"""Gaps: how much longer something is gone for good than the processes tolerate.

The measure of the rules `loss` and `cut_off` (semantics, section 7).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.risk_curve import Reading
from smala_lockin.analysis.single_points import SinglePoint
from smala_lockin.domain.assets import AssetId

HOURS_A_DAY = 24
LONG_GAP_HOURS, VERY_LONG_GAP_HOURS = 10 * HOURS_A_DAY, 60 * HOURS_A_DAY
BASE_OF_CRITICALITY: Mapping[int, int] = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}
"""The impact by the criticality of the worst process; one more above each of these gaps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How far an event outlasts what processes tolerate, under one reading of the unknown.

    `late` are the processes too late, the worst first: that of the highest impact, of those the
    one that is latest. `hours` is by how much the worst is and `duration_hours` when it is back;
    `impact` what that means, 1..5, also where nothing is late. `cost` is that of all that stands
    still, as far as known, and `impact_of_cost` what it means to a company of this revenue (0:
    nobody knows).
    """

    late: tuple[AssetId, ...]
    hours: float
    duration_hours: float
    impact: int
    cost: float
    impact_of_cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftermath:
    """What follows when some assets are gone for good.

    `stops` are the processes that stop, with T in hours, sooner first; `gaps` how long each
    reading asked for makes them wait, empty where none stops.
    """

    stops: Mapping[AssetId, float]
    gaps: Mapping[Reading, Gap]


def loss_gaps(basis: Basis, points: Sequence[SinglePoint]) -> dict[AssetId, Mapping[Reading, Gap]]:
    """Return the gaps that losing each of these single points of failure for good leaves.

    With one seed all that fails is back when the seed is: R of each is the seed's duration.
    """
    from smala_lockin.analysis.gap_arrays import losses

    days, index = basis.structure.days_lost, basis.structure.index
    found = losses(
        [one.stop_times for one in points],
        [days[index[one.asset]] for one in points],
        basis.weighed,
    )
    return {point.asset: gaps for point, gaps in zip(points, found, strict=True)}


def aftermaths(
    basis: Basis, seeds: Sequence[Collection[int]], readings: Iterable[Reading] = Reading
) -> list[Aftermath]:
    """Return what follows when each of these sets is gone, a seed for its replacement_days."""
    from smala_lockin.analysis import gap_arrays

    weighed = {reading: basis.weighed[reading] for reading in readings}
    return list(gap_arrays.aftermaths(basis.structure, seeds, weighed))
