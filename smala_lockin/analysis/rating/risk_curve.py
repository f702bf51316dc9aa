"""What a risk curve is made of, and what moves it: values (semantics, section 7).

It says how likely it is that something is away long enough to hurt, and how much. Of an event's
margins (how long it may last before a process is too late) the one with the highest level of risk
is proposed: see `curves`.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from smala_lockin.analysis.rating.findings import Usual
from smala_lockin.analysis.scales import assumptions
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import AssetKind, ExitPlan
from smala_lockin.domain.settings import Settings


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


class Outage(NamedTuple):
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


def was_tested_lately(asset: Asset, today: date, settings: Settings) -> bool:
    """Whether the exit plan of an asset, or what replaces an AI, was tested within a year.

    That is, as long as tests count.
    """
    left, replaced = asset.exit_plan_tested_on, asset.fallback_tested_on
    if left is None and replaced is None:  # as of nearly all
        return False
    planned = FACTS["exit_plan"].applies(asset.kind) and asset.exit_plan in (None, ExitPlan.TESTED)
    if planned and is_lately(left, today, settings):
        return True
    return FACTS["fallback_tested_on"].applies(asset.kind) and is_lately(replaced, today, settings)


def is_lately(day: date | None, today: date, settings: Settings) -> bool:
    """Whether a test on a day, if any, still counts today."""
    lately = timedelta(days=settings.thresholds.tested_within_days)
    return day is not None and today - lately <= day <= today


def recovery_at(recovery: assumptions.Estimate | None, reading: Reading) -> float | None:
    """Return how long a recovery takes, in hours; None if that says no more than the table.

    What nobody said makes a likelihood no higher at its harmless end than what is usual, and no
    lower at its harmful one: see `moves`.
    """
    if recovery is None:
        return None
    if not recovery.known and reading is Reading.USUAL:  # the table knows what is usual
        return None
    return reading.of(recovery)


def moves(recovery: assumptions.Estimate | None, reading: Reading) -> tuple[int, int]:
    """Return by how much, at least and at most, a recovery may move a likelihood."""
    if recovery is None or recovery.known:
        return -1, 1
    return -(reading is not Reading.HARMFUL), +(reading is not Reading.HARMLESS)


def relief_of_units(kind: AssetKind, units: int | None) -> int:
    """Return by how much alike units make it rarer that a card stands still: 0, -1 or -2."""
    if units is None or units < 2:
        return 0
    return -2 if kind is AssetKind.PEOPLE and units >= 3 else -1
