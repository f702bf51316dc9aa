"""Every point of a risk curve, to be read one by one; `curve_arrays` finds the best of many.

    curve_points(outage, weighed) -> tuple[CurvePoint, ...]
    outage_of(report.landscape, id, stops, today) -> Outage

Semantics, section 7. The two are independent of each other, and a test holds them together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from smala_lockin.analysis.rating.findings import Usual
from smala_lockin.analysis.rating.risk_curve import (
    Outage,
    moves,
    recovery_at,
    relief_of_units,
    was_tested_lately,
)
from smala_lockin.analysis.scales import assumptions
from smala_lockin.analysis.scales.risk_table import Level, level, usual_likelihood, within_scale
from smala_lockin.analysis.scales.weighing import Weighed
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import BOUNDS_HOURS


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """What an outage longer than `margin_hours` means.

    `late` are the processes then too late, the first to be so leading. `base` is the impact of
    the most critical of them, `is_half` whether they hold half of all weight, `cost` what has
    been lost by then (0 where nobody knows), `of_cost` the impact that has.
    """

    margin_hours: float
    usual: Usual
    likelihood: int
    base: int
    is_half: bool
    cost: float
    of_cost: int
    impact: int
    level: Level
    late: tuple[AssetId, ...]


def outage_of(
    landscape: Landscape, id: AssetId, stops: Mapping[AssetId, float], today: date
) -> Outage:
    """Return the outage of an asset that stops these processes, T in hours."""
    asset = landscape.assets[id]
    return Outage(
        stop_hours=stops,
        kind=asset.kind,
        recovery=assumptions.recovery_hours(landscape, id),
        units=asset.units,
        tested=was_tested_lately(asset, today, landscape.settings),
    )


def curve_points(outage: Outage, weighed: Weighed) -> tuple[CurvePoint, ...]:
    """Return the point of each margin of an outage, the shortest first."""
    margins = {one: stop + weighed.tolerance_hours[one] for one, stop in outage.stop_hours.items()}
    order = sorted(margins, key=lambda one: (margins[one], one))
    return tuple(
        _point(outage, weighed, margin, tuple(one for one in order if margins[one] <= margin))
        for margin in sorted(set(margins.values()))
    )


def best(points: tuple[CurvePoint, ...]) -> CurvePoint:
    """Return the point with the highest level; ties: the higher impact, then the sooner."""
    return max(points, key=lambda one: (one.level, one.impact, -one.margin_hours))


def _point(
    outage: Outage, weighed: Weighed, margin: float, late: tuple[AssetId, ...]
) -> CurvePoint:
    settings, criticality = weighed.settings, weighed.criticality
    usual = _usual(outage, weighed, margin)
    likelihood = within_scale(usual.table + usual.recovery + usual.units + usual.tested)
    base = max(int(settings.impact[criticality[one]][0]) for one in late)
    in_time = sum(weighed.weight_if_in_time.values())
    is_half = sum(criticality[one] + weighed.weight_if_in_time[one] for one in late) >= in_time
    cost = sum(
        weighed.cost_per_hour.get(one, 0.0) * max(margin - stop, 0.0)
        for one, stop in outage.stop_hours.items()
    )
    of_cost = weighed.impact_of_cost(cost)
    impact = max(min(base + is_half, 5), of_cost)
    return CurvePoint(
        margin_hours=margin,
        usual=usual,
        likelihood=likelihood,
        base=base,
        is_half=is_half,
        cost=cost,
        of_cost=of_cost,
        impact=impact,
        level=level(likelihood, impact, settings),
        late=late,
    )


def _usual(outage: Outage, weighed: Weighed, margin: float) -> Usual:
    recovery = recovery_at(outage.recovery, weighed.reading)
    least, most = moves(outage.recovery, weighed.reading)
    return Usual(
        bound_hours=max(bound for bound in BOUNDS_HOURS if bound <= max(margin, 0.0)),
        table=usual_likelihood(outage.kind, margin, weighed.settings),
        recovery=0 if recovery is None else most if recovery > margin else least,
        units=relief_of_units(outage.kind, outage.units),
        tested=-1 if outage.tested else 0,
    )
