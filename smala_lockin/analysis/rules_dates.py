"""Rules about dates: what soon gets no more updates."""

from collections.abc import Iterator
from datetime import timedelta

from smala_lockin.analysis.basis import Basis
from smala_lockin.analysis.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.analysis.risk_curve import Reading
from smala_lockin.analysis.rules_outage import (
    evidence_of_point,
    level_range,
    unknown_of_processes,
)
from smala_lockin.domain.assets import Asset

ENDED, ENDING = 3, 2
"""How likely it is that something without support, or soon without it, lets people down."""

STOPS_NOTHING = 2
"""The impact of losing support for what stops no process by itself."""


def ends_of_support(basis: Basis) -> Iterator[Finding]:
    """Find what gets no more support, or will not within a year.

    It weighs as much as the outage of the asset would; where that stops nothing, a little.
    """
    soon = basis.today + timedelta(days=basis.settings.thresholds.end_of_support_days)
    for asset in basis.landscape.assets.values():
        if asset.end_of_support is not None and asset.end_of_support <= soon:
            yield _end_of_support(basis, asset)


def _end_of_support(basis: Basis, asset: Asset) -> Finding:
    assert asset.end_of_support is not None
    likelihood = ENDED if asset.end_of_support <= basis.today else ENDING
    curve = basis.curve_of.get(asset.id)
    impacts = {one: curve[one].impact if curve else STOPS_NOTHING for one in Reading}
    point = basis.point_of[asset.id] if curve else None
    return Finding(
        key=risk_key(Rule.END_OF_SUPPORT, [asset.id]),
        rule=Rule.END_OF_SUPPORT,
        sort=Sort.RISK,
        assets=(asset.id,),
        likelihood=likelihood,
        impact=impacts[Reading.USUAL],
        level=basis.level(likelihood, impacts[Reading.USUAL]),
        level_range=level_range(basis.level(likelihood, one) for one in impacts.values()),
        assumed=tuple(unknown_of_processes(basis, point.stops)) if point else (),
        evidence=Evidence(
            **(evidence_of_point(basis, point) if point else {}), day=asset.end_of_support
        ),
    )
