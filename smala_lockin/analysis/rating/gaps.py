"""Gaps: how much longer something is gone for good than the processes tolerate.

The measure of the rules `loss` and `cut_off` (semantics, section 7).
"""

from collections.abc import Mapping
from typing import NamedTuple

from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import AssetId

HOURS_A_DAY = 24


class Gap(NamedTuple):
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


Backs = tuple[tuple[float, ...], ...]
"""By reading R of each process that stops, in hours, in the order of their stops."""


class Aftermath(NamedTuple):
    """What follows when some assets are gone for good.

    `stops` are the processes that stop, with T in hours, sooner first; `gaps` how long each
    reading asked for makes them wait, empty where none stops.
    """

    stops: Mapping[AssetId, float]
    gaps: Mapping[Reading, Gap]
