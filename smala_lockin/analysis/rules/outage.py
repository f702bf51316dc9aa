"""Rules about what breaks: single points of failure, key people, suppliers that are lost."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from smala_lockin.analysis.failure.single_point import SinglePoint
from smala_lockin.analysis.rating.basis import Basis
from smala_lockin.analysis.rating.findings import (
    Evidence,
    Finding,
    Rule,
    Sort,
    key_of_asset,
    make_evidence,
    make_finding,
)
from smala_lockin.analysis.rating.gaps import Gap
from smala_lockin.analysis.rating.losses import loss_impact
from smala_lockin.analysis.rating.risk_curve import Proposal
from smala_lockin.analysis.scales.risk_table import Level, level
from smala_lockin.analysis.scales.weighing import Reading
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind, Need
from smala_lockin.domain.settings import Settings

_Unknown = Mapping[str, frozenset[AssetId]]
"""For each fact that weighs processes those of which it is not known."""


def points(basis: Basis) -> Iterator[Finding]:
    """Find the single points of failure other than suppliers, people apart.

    An AI without a stand-in is told with its failure; where that is not to be told, by itself.
    """
    assets, point_of, hidden = basis.landscape.assets, basis.point_of, basis.hidden_of
    breaking = {
        id: _breaking((assets[id], point_of[id], curve, hidden[id], _is_needed_alone(basis, id)))
        for id, curve in basis.curve_of.items()
    }
    yield from basis.recall.each(_points, breaking, basis.unknown, basis.settings).values()


def losses(basis: Basis) -> Iterator[Finding]:
    """Find the suppliers whose loss lasts longer than a process tolerates.

    Durations nobody gave are assumed. Where only their harmful end breaches a process, and that
    would be a risk of level medium or above, it is a question.
    """
    assets, point_of, hidden = basis.landscape.assets, basis.point_of, basis.hidden_of
    likelihoods = basis.loss_likelihoods
    lost = {
        id: _lost((assets[id], point_of[id], gaps, hidden[id], likelihoods[id]))
        for id, gaps in basis.loss_gaps.items()
    }
    found = basis.recall.each(_losses, lost, basis.unknown, basis.settings)
    yield from (one for one in found.values() if one is not None)


def unknown_of_processes(basis: Basis, processes: Collection[AssetId]) -> list[str]:
    """Return which facts of these processes had to be assumed."""
    return _unknown(basis.unknown, processes)


def _unknown(unknown: _Unknown, processes: Collection[AssetId]) -> list[str]:
    return [fact for fact, lacking in unknown.items() if not lacking.isdisjoint(processes)]


def level_range(levels: Iterable[Level]) -> tuple[Level, Level]:
    """Return the lowest and the highest of some levels."""
    ordered = sorted(levels)
    return ordered[0], ordered[-1]


class _Breaking(NamedTuple):
    """A single point of failure and its curve; `alone` says if something needs it alone."""

    asset: Asset
    point: SinglePoint
    curve: Mapping[Reading, Proposal]
    hidden_share: float
    alone: bool


class _Lost(NamedTuple):
    """A supplier that is lost, and the gaps it leaves."""

    asset: Asset
    point: SinglePoint
    gaps: Mapping[Reading, Gap]
    hidden_share: float
    likelihood: int


_breaking, _lost = partial(tuple.__new__, _Breaking), partial(tuple.__new__, _Lost)


def _is_needed_alone(basis: Basis, id: AssetId) -> bool:
    """Whether it is an AI service that somebody vitally needs with nothing beside it."""
    return basis.landscape.assets[id].kind is _AI and any(
        one.need is Need.VITAL and one.group is None for one in basis.landscape.needed_by[id]
    )


# Looked up once, for there are thousands of findings: under Python 3.11 that is a call each time.
_AI, _PEOPLE = AssetKind.AI_SERVICE, AssetKind.PEOPLE
_KEY_PERSON, _SPOF, _LOSS = Rule.KEY_PERSON, Rule.SPOF, Rule.LOSS
_RISK, _QUESTION = Sort.RISK, Sort.QUESTION
_USUAL, _HARMFUL = Reading.USUAL, Reading.HARMFUL
_MEDIUM = Level.MEDIUM


def _points(
    breaking: Mapping[AssetId, _Breaking], unknown: _Unknown, settings: Settings
) -> dict[AssetId, Finding]:
    return {id: _point(one, unknown, settings) for id, one in breaking.items()}


def _point(breaking: _Breaking, unknown: _Unknown, settings: Settings) -> Finding:
    asset, point, by_reading, hidden_share, _alone = breaking
    rule = _KEY_PERSON if asset.kind is _PEOPLE and (asset.units or 1) <= 1 else _SPOF
    merged = _merged(breaking, settings)
    if merged and rule in settings.rules_off:
        (rule,), merged = merged, ()
    likelihood, impact, reached, margin_hours, late, usual, cost = by_reading[_USUAL]
    own = ("recovery_hours",) if asset.recovery_hours is None else ()
    stops, first_stop_hours = _in_time(point)
    return make_finding(
        key=key_of_asset(rule, point.asset),
        rule=rule,
        sort=_RISK,
        assets=(point.asset,),
        likelihood=likelihood,
        impact=impact,
        level=reached,
        level_range=level_range([one.level for one in by_reading.values()]),
        assumed=(*own, *_unknown(unknown, point.stop_times)),
        evidence=make_evidence(
            stops=stops,
            first_stop_hours=first_stop_hours,
            least_margin_hours=point.margin_hours,
            margin_hours=margin_hours,
            late=late,
            blast_radius=point.blast_radius,
            hidden_share=hidden_share,
            usual=usual,
            cost=cost,
            merged=merged,
        ),
    )


def _merged(breaking: _Breaking, settings: Settings) -> tuple[Rule, ...]:
    """Return the rules that say of an asset what its failure says already."""
    if not breaking.alone or breaking.asset.fallback_tested_on is not None:
        return ()
    return () if Rule.AI_NO_FALLBACK in settings.rules_off else (Rule.AI_NO_FALLBACK,)


def evidence_of_point(point: SinglePoint, hidden_share: float, **more: Any) -> Evidence:
    """Return what every finding about a single point of failure holds, and what else is given."""
    stops, first_stop_hours = _in_time(point)
    return make_evidence(
        stops=stops,
        first_stop_hours=first_stop_hours,
        blast_radius=point.blast_radius,
        hidden_share=hidden_share,
        least_margin_hours=point.margin_hours,
        **more,
    )


def _in_time(point: SinglePoint) -> tuple[tuple[AssetId, ...], float]:
    """Return the processes that stop with a point, the first to stop leading, and when that is."""
    times = point.stop_times
    stops = tuple(sorted(times, key=times.__getitem__))  # they are by id already
    return stops, times[stops[0]]


def _losses(
    lost: Mapping[AssetId, _Lost], unknown: _Unknown, settings: Settings
) -> dict[AssetId, Finding | None]:
    return {id: _loss(one, unknown, settings) for id, one in lost.items()}


def _loss(lost: _Lost, unknown: _Unknown, settings: Settings) -> Finding | None:
    asset, point, gaps, hidden_share, likelihood = lost
    usual, worst = gaps[_USUAL], gaps[_HARMFUL]
    is_risk = bool(usual.late)
    levels = {
        reading: level(likelihood, loss_impact(gap), settings) for reading, gap in gaps.items()
    }
    if not is_risk and not (worst.late and levels[_HARMFUL] >= _MEDIUM):
        return None
    told = usual if is_risk else worst
    own = ("replacement_days",) if asset.replacement_days is None else ()
    stops, first_stop_hours = _in_time(point)
    return make_finding(
        key=key_of_asset(_LOSS, point.asset),
        rule=_LOSS,
        sort=_RISK if is_risk else _QUESTION,
        assets=(point.asset,),
        likelihood=likelihood if is_risk else None,
        impact=loss_impact(usual) if is_risk else None,
        level=levels[_USUAL] if is_risk else None,
        level_range=level_range(levels.values()) if is_risk else None,
        assumed=(*own, *_unknown(unknown, point.stop_times)),
        evidence=make_evidence(
            stops=stops,
            first_stop_hours=first_stop_hours,
            least_margin_hours=point.margin_hours,
            late=told.late,
            gap_hours=told.hours,
            duration_hours=told.duration_hours,
            blast_radius=point.blast_radius,
            hidden_share=hidden_share,
            cost=told.cost if told.impact_of_cost > told.impact else None,
            could_be=None if is_risk else levels[_HARMFUL],
        ),
    )
