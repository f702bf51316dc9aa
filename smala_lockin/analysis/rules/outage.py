"""Rules about what breaks: single points of failure, key people, suppliers that are lost."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from smala_lockin.analysis.failure.single_points import SinglePoint
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.analysis.rating.gaps import Gap
from smala_lockin.analysis.rating.losses import loss_impact
from smala_lockin.analysis.rating.risk_curve import Proposal
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind, Need


def points(basis: Basis) -> Iterator[Finding]:
    """Find the single points of failure other than suppliers, people apart.

    An AI without a stand-in is told with its failure; where that is not to be told, by itself.
    """
    for asset, curve in basis.curve_of.items():
        yield _point(basis, basis.point_of[asset], curve)


def losses(basis: Basis) -> Iterator[Finding]:
    """Find the suppliers whose loss lasts longer than a process tolerates.

    Durations nobody gave are assumed. Where only their harmful end breaches a process, and that
    would be a risk of level medium or above, it is a question.
    """
    for supplier, gaps in basis.loss_gaps.items():
        found = _loss(basis, basis.point_of[supplier], gaps)
        if found is not None:
            yield found


def unknown_of_processes(basis: Basis, processes: Iterable[AssetId]) -> list[str]:
    """Return which facts of these processes had to be assumed."""
    chosen = list(processes)
    return [fact for fact, unknown in basis.unknown.items() if not unknown.isdisjoint(chosen)]


def level_range(levels: Iterable[Level]) -> tuple[Level, Level]:
    """Return the lowest and the highest of some levels."""
    ordered = sorted(levels)
    return ordered[0], ordered[-1]


def _point(basis: Basis, point: SinglePoint, by_reading: Mapping[Reading, Proposal]) -> Finding:
    asset = basis.landscape.assets[point.asset]
    is_key_person = asset.kind is AssetKind.PEOPLE and (asset.units or 1) <= 1
    rule = Rule.KEY_PERSON if is_key_person else Rule.SPOF
    merged = _merged(basis, asset)
    if merged and rule in basis.settings.rules_off:
        (rule,), merged = merged, ()
    usual = by_reading[Reading.USUAL]
    own = ["recovery_hours"] if asset.recovery_hours is None else []
    return Finding(
        key=risk_key(rule, [point.asset]),
        rule=rule,
        sort=Sort.RISK,
        assets=(point.asset,),
        likelihood=usual.likelihood,
        impact=usual.impact,
        level=usual.level,
        level_range=level_range(one.level for one in by_reading.values()),
        assumed=(*own, *unknown_of_processes(basis, point.stops)),
        evidence=Evidence(
            **evidence_of_point(basis, point),
            margin_hours=usual.margin_hours,
            late=usual.late,
            usual=usual.usual,
            cost=usual.cost,
            merged=merged,
        ),
    )


def _merged(basis: Basis, asset: Asset) -> tuple[Rule, ...]:
    """Return the rules that say of an asset what its failure says already."""
    if Rule.AI_NO_FALLBACK in basis.settings.rules_off:
        return ()
    return (Rule.AI_NO_FALLBACK,) if _is_ai_without_fallback(basis, asset) else ()


def _is_ai_without_fallback(basis: Basis, asset: Asset) -> bool:
    """Whether it is an AI service that somebody vitally needs with nothing beside it."""
    return (
        asset.kind is AssetKind.AI_SERVICE
        and asset.fallback_tested_on is None
        and any(
            one.need is Need.VITAL and one.group is None
            for one in basis.landscape.needed_by[asset.id]
        )
    )


def evidence_of_point(basis: Basis, point: SinglePoint) -> dict[str, Any]:
    """Return the evidence that every finding about a single point of failure holds."""
    order = sorted(point.stop_times, key=point.stop_times.__getitem__)  # they are by id already
    return {
        "stops": tuple(order),
        "first_stop_hours": point.stop_times[order[0]],
        "blast_radius": point.blast_radius,
        "hidden_share": basis.hidden_share([point.asset], point.stops),
        "least_margin_hours": point.margin_hours,
    }


def _loss(basis: Basis, point: SinglePoint, gaps: Mapping[Reading, Gap]) -> Finding | None:
    likelihood = basis.loss_likelihoods[point.asset]
    levels = {reading: basis.level(likelihood, loss_impact(one)) for reading, one in gaps.items()}
    usual = gaps[Reading.USUAL]
    is_risk = bool(usual.late)
    worst = gaps[Reading.HARMFUL]
    if not is_risk and not (worst.late and levels[Reading.HARMFUL] >= Level.MEDIUM):
        return None
    told = usual if is_risk else worst
    asset = basis.landscape.assets[point.asset]
    own = ["replacement_days"] if asset.replacement_days is None else []
    return Finding(
        key=risk_key(Rule.LOSS, [point.asset]),
        rule=Rule.LOSS,
        sort=Sort.RISK if is_risk else Sort.QUESTION,
        assets=(point.asset,),
        likelihood=likelihood if is_risk else None,
        impact=loss_impact(usual) if is_risk else None,
        level=levels[Reading.USUAL] if is_risk else None,
        level_range=level_range(levels.values()) if is_risk else None,
        assumed=(*own, *unknown_of_processes(basis, point.stops)),
        evidence=Evidence(
            **evidence_of_point(basis, point),
            late=told.late,
            gap_hours=told.hours,
            duration_hours=told.duration_hours,
            cost=told.cost if told.impact_of_cost > told.impact else None,
            could_be=None if is_risk else levels[Reading.HARMFUL],
        ),
    )
