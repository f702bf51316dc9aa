"""Likelihood x impact to a level, and how often things are away for how long.

The figures are judgement (semantics, section 7), said so wherever they are shown, and settings of
the map.
"""

from bisect import bisect_right
from enum import IntEnum

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.settings import BOUNDS_HOURS, Settings


class Level(IntEnum):
    """How much a risk matters."""

    VERY_LOW = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    VERY_HIGH = 4


_LEVELS = tuple(Level)


def impact_of_cost(cost: float, revenue: float, settings: Settings) -> int:
    """Return the impact (1..5) of a cost on a company of a yearly revenue above 0."""
    return 1 + bisect_right(settings.thresholds.revenue_shares, cost / revenue)


def level(likelihood: int, impact: int, settings: Settings) -> Level:
    """Return the level of a likelihood and an impact, each 1..5."""
    return _LEVELS[int(settings.matrix[likelihood][impact - 1])]


def usual_likelihood(kind: AssetKind, longer_than_hours: float, settings: Settings) -> int:
    """Return 1 (rarer than every 20 years) .. 5 (several times a year) of being away so long."""
    column = max(bisect_right(BOUNDS_HOURS, longer_than_hours) - 1, 0)
    return int(settings.likelihood[kind][column])


def within_scale(value: int) -> int:
    """Return a likelihood or impact kept within 1..5."""
    return 1 if value < 1 else 5 if value > 5 else value
