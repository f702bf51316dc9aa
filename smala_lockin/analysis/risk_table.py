"""Likelihood x impact to a level, and how often things are away for how long.

The figures are judgement (semantics, section 7), said so wherever they are shown.
"""

from bisect import bisect_right
from collections.abc import Mapping
from enum import IntEnum

from smala_lockin.domain.kinds import AssetKind


class Level(IntEnum):
    """How much a risk matters."""

    VERY_LOW = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    VERY_HIGH = 4


_MATRIX: Mapping[int, tuple[int, int, int, int, int]] = {
    5: (2, 3, 3, 4, 4),
    4: (1, 2, 3, 3, 4),
    3: (1, 1, 2, 3, 3),
    2: (0, 1, 1, 2, 2),
    1: (0, 0, 1, 1, 2),
}

BOUNDS_HOURS = (0.0, 4.0, 24.0, 72.0, 720.0)
"""The columns of the frequency table: "away longer than", in hours."""

_FREQUENCY: Mapping[AssetKind, tuple[int, int, int, int, int]] = {
    AssetKind.CLOUD_SERVICE: (4, 3, 2, 1, 1),
    AssetKind.APPLICATION: (4, 3, 2, 1, 1),
    AssetKind.AI_SERVICE: (5, 4, 3, 2, 1),
    AssetKind.INFRASTRUCTURE: (4, 3, 2, 2, 1),
    AssetKind.DATA: (3, 3, 2, 2, 1),
    AssetKind.PEOPLE: (5, 4, 4, 3, 2),
    AssetKind.LOCATION: (3, 2, 2, 1, 1),
    # A process and a supplier fail as a whole, not for hours: as rare as a lost supplier.
    AssetKind.PROCESS: (2, 2, 2, 1, 1),
    AssetKind.SUPPLIER: (2, 2, 2, 2, 2),
}

IMPACT_OF_CRITICALITY: Mapping[int, int] = {1: 1, 2: 2, 3: 3, 4: 4, 5: 4}
"""The impact of a process too late, before it is known how much else is."""

SHARES_OF_REVENUE = (0.001, 0.005, 0.02, 0.05)
"""From which share of a year's revenue a cost is of impact 2, 3, 4 and 5."""


def impact_of_cost(cost: float, revenue: float) -> int:
    """Return the impact (1..5) of a cost on a company of a yearly revenue above 0."""
    return 1 + bisect_right(SHARES_OF_REVENUE, cost / revenue)


def level(likelihood: int, impact: int) -> Level:
    """Return the level of a likelihood and an impact, each 1..5."""
    return Level(_MATRIX[likelihood][impact - 1])


def usual_likelihood(kind: AssetKind, longer_than_hours: float) -> int:
    """Return 1 (rarer than every 20 years) .. 5 (several times a year) of being away so long."""
    return _FREQUENCY[kind][max(bisect_right(BOUNDS_HOURS, longer_than_hours) - 1, 0)]


def within_scale(value: int) -> int:
    """Return a likelihood or impact kept within 1..5."""
    return min(max(value, 1), 5)
