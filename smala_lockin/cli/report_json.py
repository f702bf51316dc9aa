"""The report and the simulation in the shapes of the contract."""

from collections.abc import Mapping, Sequence
from typing import Any

from smala_lockin.analysis.failure.simulation import Simulation
from smala_lockin.analysis.failure.single_point import Bounds, SinglePoint
from smala_lockin.analysis.failure.timeline import cost_over_time, timeline
from smala_lockin.analysis.figures.price_rise import PriceRise
from smala_lockin.analysis.figures.reach import Reach
from smala_lockin.analysis.rating.findings import Finding
from smala_lockin.analysis.report import Report
from smala_lockin.analysis.stories.headlines import SHOWN, Headline
from smala_lockin.analysis.stories.inherent import Inherent
from smala_lockin.analysis.stories.next_questions import NextQuestion
from smala_lockin.analysis.stories.resilience import Resilience
from smala_lockin.cli.figures_json import figures
from smala_lockin.cli.output import rounded
from smala_lockin.domain.records import RiskKey
from smala_lockin.words import citations
from smala_lockin.words import findings as words
from smala_lockin.words import headlines as stories

Inherents = Mapping[RiskKey, Inherent]


def analysis(report: Report) -> dict[str, Any]:
    """Return the shape of `analyze --json`; sections that are not computed are absent.

    `legal_reach` is that of the processes (or what stands in for them), `legal_reach_others`
    that of the other assets. A risk is `inherent` what it would be without stand-ins and exit
    plans; where that is no higher than its level it is left out.
    """
    landscape = report.landscape
    inherent = report.inherent  # before anything else: what that takes is free again for the rest
    processes = frozenset(report.processes)
    return {
        "map": {
            "assets": len(landscape.assets),
            "dependencies": len(landscape.dependencies),
            "processes": 0 if report.stand_ins else len(report.processes),
            "stand_ins": len(report.processes) if report.stand_ins else 0,
        },
        "date": report.today.isoformat(),
        "single_points_of_failure": [_point(one) for one in report.single_points],
        "false_redundancies": [
            {
                "group": one.group,
                "owner": one.owner,
                "shared": [{"cause": s.cause, "relevant": s.relevant} for s in one.shared],
            }
            for one in report.false_redundancies
        ],
        "loops": [list(loop) for loop in report.loops],
        "legal_reach": [_reach(one) for one in report.legal_reach if one.asset in processes],
        "legal_reach_others": [
            _reach(one) for one in report.legal_reach if one.asset not in processes
        ],
        **figures(report),
        "findings": [_finding(report, one, inherent) for one in report.findings],
        "headlines": [_headline(report, one) for one in report.headlines[:SHOWN]],
        "next_questions": [_next(report, one) for one in report.next_questions],
        "resilience": _resilience(report.resilience),
    }


def simulation(result: Simulation, rises: Sequence[PriceRise] = ()) -> dict[str, Any]:
    """Return the shape of `simulate --json`; `modes` by event stand beside a `mode` of null."""
    record: dict[str, Any] = {
        "events": [*map(str, result.events), *(one.event for one in rises)],
        "mode": result.mode.value if result.mode else None,
        "failed": [
            {
                "asset": one.asset,
                "stops_at_hours": rounded(one.stops_at_hours),
                "returns_at_hours": rounded(one.returns_at_hours),
            }
            for one in result.failed
        ],
        "degraded": list(result.degraded),
        "processes_stopped": list(result.processes_stopped),
        "hours_late": {key: rounded(hours) for key, hours in result.hours_late.items()},
        "blast_radius": rounded(result.blast_radius),
        "cost": None if result.cost is None else round(result.cost),
        "unknown": list(result.unknown),
        "assumed": [list(pair) for pair in result.assumed],
    }
    record |= _over_time(result)
    if rises:
        record["price_rises"] = [_price_rise(one) for one in rises]
    if result.mode is None:
        record["modes"] = {
            str(event): mode.value for event, mode in zip(result.events, result.modes, strict=True)
        }
    return record


def _price_rise(one: PriceRise) -> dict[str, Any]:
    return {
        "event": one.event,
        "roots": list(one.roots),
        "services": list(one.services),
        "spend": _amount(one.spend),
        "at_least": one.at_least,
        "extra_per_year": _amount(one.extra_per_year),
        "captive_until": one.captive_until.isoformat(),
        "captive_cost": _amount(one.captive_cost),
        "assumed": [list(pair) for pair in one.assumed],
    }


def _amount(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _over_time(result: Simulation) -> dict[str, Any]:
    """Return what is added to the contract's shape: what happens when, and the cost so far."""
    costs = cost_over_time(result)
    return {
        "timeline": [
            {
                "at_hours": rounded(one.at_hours),
                "stops": list(one.stops),
                "too_late": list(one.too_late),
                "returns": list(one.returns),
            }
            for one in timeline(result)
        ],
        "cost_over_time": None
        if costs is None
        else [
            {
                "at_hours": rounded(one.at_hours),
                "cost": round(one.cost, 2),
                "cost_per_day": round(one.cost_per_day, 2),
            }
            for one in costs.points
        ],
        "cost_unknown": list(costs.unknown) if costs else list(result.processes_stopped),
    }


def _point(point: SinglePoint) -> dict[str, Any]:
    return {
        "asset": point.asset,
        "stops": list(point.stops),
        "stop_times": {key: rounded(hours) for key, hours in point.stop_times.items()},
        "margin_hours": rounded(point.margin_hours),
        "blast_radius": rounded(point.blast_radius),
        "severity": _bounds(point.severity),
        "severity_if_lost": _bounds(point.severity_if_lost),
    }


def _bounds(bounds: Bounds) -> dict[str, str]:
    return {"best": bounds.best.value, "worst": bounds.worst.value}


def _reach(reach: Reach) -> dict[str, Any]:
    record: dict[str, Any] = {
        "asset": reach.asset,
        "countries": list(reach.countries),
        "unknown": list(reach.unknown),
    }
    if reach.investors_only:
        record["investors_only"] = list(reach.investors_only)
    return record


def _resilience(found: Resilience) -> dict[str, Any]:
    mean = found.suppliers_mean
    return {
        "classes": [
            {
                "class": one.kind.value,
                "worst": None if one.event is None else str(one.event),
                "figure": rounded(one.figure),
            }
            for one in found.classes
        ],
        "suppliers_mean": None if mean is None else rounded(mean),
    }


def _finding(report: Report, finding: Finding, inherent: Inherents) -> dict[str, Any]:
    record: dict[str, Any] = {
        "key": finding.key,
        "rule": finding.rule.value,
        "kind": finding.sort.value,
        "assets": list(finding.assets),
    }
    if finding.level is not None and finding.level_range is not None:
        record |= {
            "likelihood": finding.likelihood,
            "impact": finding.impact,
            "level": finding.level.value,
            "level_range": [one.value for one in finding.level_range],
        }
        record |= _inherent(finding, inherent[finding.key])
    record["assumed"] = list(finding.assumed)
    if finding.bundle is not None:
        record["bundle"] = finding.bundle
    record["message"] = words.message(report, finding)
    if step := words.first_step(report, finding):
        record["first_step"] = step
    if cited := citations.labels(report, finding):
        record["references"] = cited
    return record


def _inherent(risk: Finding, bare: Inherent) -> dict[str, Any]:
    if bare.level <= (risk.level or 0):
        return {}
    return {
        "inherent": {
            "likelihood": bare.likelihood,
            "impact": bare.impact,
            "level": bare.level.value,
        }
    }


def _next(report: Report, question: NextQuestion) -> dict[str, Any]:
    return {
        "asset": question.asset,
        "fact": question.fact,
        "worth": rounded(question.worth),
        "question": words.message(report, question.finding),
    }


def _headline(report: Report, headline: Headline) -> dict[str, Any]:
    return {
        "bundle": headline.bundle,
        "family": headline.family.value,
        "level": headline.level.value,
        "sentence": stories.sentence(report, headline),
        "first_step": stories.first_step(report, headline),
        "findings": [one.key for one in headline.findings],
    }
