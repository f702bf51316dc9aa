"""The computed figures in the shapes of the contract, and those that the contract leaves open."""

from typing import Any

from smala_lockin.analysis.figures.ai_chains import AiChain
from smala_lockin.analysis.figures.concentration import Bucket, Concentration, Spread
from smala_lockin.analysis.figures.ecosystem import Threat
from smala_lockin.analysis.figures.every_figure import Figures
from smala_lockin.analysis.figures.exits import ExitClock
from smala_lockin.analysis.figures.lock_in import FactorReading, LockIn
from smala_lockin.analysis.figures.reach import ReachPath
from smala_lockin.analysis.figures.sovereignty_levels import ProcessSovereignty, Reading
from smala_lockin.analysis.report import Report
from smala_lockin.cli.output import rounded
from smala_lockin.domain.assets import AssetId
from smala_lockin.i18n import of_catalogue
from smala_lockin.knowledge.frameworks import weights
from smala_lockin.knowledge.law_rows import Law
from smala_lockin.knowledge.laws import cut_off_laws_of, laws_of
from smala_lockin.knowledge.sovereignty_rows import WeightSet
from smala_lockin.words import catalogue


def figures(report: Report) -> dict[str, Any]:
    """Return the sections of `analyze --json` that hold figures."""
    found = report.figures
    levels = found.sovereignty
    return {
        "legal_reach_paths": [
            _path(one) for process in report.processes for one in found.reaches.paths(process)
        ],
        "laws": [_law(law, country) for country in found.reaches.codes for law in _laws(country)],
        "concentration": _concentration(found.concentration),
        "lock_in": [_lock_in(found, one) for one in found.lock_in.services],
        "lock_in_suppliers": [
            {**_index(one), "service": one.service} for one in found.lock_in.suppliers
        ],
        "exit_clocks": [_clock(one) for one in found.exits],
        "sovereignty": [
            _level(one) for service in levels.levels for one in levels.readings(service)
        ],
        "sovereignty_weights": _weights(found),
        "sovereignty_of_services": [_stand(found, service) for service in levels.levels],
        "sovereignty_of_processes": [_process(found, one) for one in levels.processes],
        "ecosystem": [_threat(one) for one in found.threats],
        "ai_chains": [_chain(one) for one in found.ai_chains.all],
        "ai_shared": [
            {"root": root, "services": list(services)}
            for root, services in found.ai_chains.by_root.items()
            if len(services) > 1
        ],
    }


def _path(one: ReachPath) -> dict[str, Any]:
    return {
        "asset": one.asset,
        "country": one.country,
        "path": [{"asset": step.asset, "through": step.through.value} for step in one.steps],
        "by_investor": one.by_investor,
        "laws": [law.id for law in laws_of(one.country)],
    }


def _laws(country: str) -> tuple[Law, ...]:
    return (*laws_of(country), *cut_off_laws_of(country))


def _law(law: Law, country: str) -> dict[str, Any]:
    return {
        "country": country,
        "id": law.id,
        "name": catalogue.law(law),
        "kind": law.kind.value,
        "reference": of_catalogue(law.reference),
        "since": law.since.isoformat() if law.since else None,
    }


def _concentration(found: Concentration) -> dict[str, Any]:
    by = {
        "supplier": found.by_root,
        "country": found.by_country,
        "hosting": found.by_hosting,
        "category": found.by_category,
    }
    keys = {"supplier": "root", "country": "country", "hosting": "country", "category": "category"}
    return {
        **{f"by_{name}": _spread(spread, keys[name]) for name, spread in by.items()},
        "base": found.base,
        "spend": rounded(found.spend),
        "coverage": rounded(found.coverage),
        "spend_hhi": {name: round(spread.hhi) for name, spread in by.items()},
        "spend_hhi_range": {name: [*map(round, one.hhi_range)] for name, one in by.items()},
        "degree": {name: spread.degree.value for name, spread in by.items()},
    }


def _spread(spread: Spread, key: str) -> list[dict[str, Any]]:
    return [_bucket(one, key) for one in spread.buckets]


def _bucket(one: Bucket, key: str) -> dict[str, Any]:
    return {
        key: one.key,
        "spend": rounded(one.spend),
        "spend_share": rounded(one.share),
        "services": len(one.services),
        "blast_radius": rounded(one.blast_radius),
    }


def _lock_in(found: Figures, one: LockIn) -> dict[str, Any]:
    return {**_index(one), "factors": [_factor(each) for each in found.lock_in.factors(one.asset)]}


def _index(one: LockIn) -> dict[str, Any]:
    return {
        "asset": one.asset,
        "low": round(one.low),
        "assumed": round(one.assumed),
        "high": round(one.high),
        "coverage": rounded(one.coverage),
    }


def _factor(one: FactorReading) -> dict[str, Any]:
    return {
        "factor": one.factor.value,
        "most": rounded(one.most),
        "points": rounded(one.points),
        "value": [rounded(one.low), rounded(one.assumed), rounded(one.high)],
        "missing": list(one.missing),
    }


def _clock(one: ExitClock) -> dict[str, Any]:
    days = {
        "notice_by": one.notice_by,
        "contract_end": one.contract_end,
        "missed": one.missed,
        "by_contract": one.by_contract,
        "by_data_act": one.by_data_act,
        "data_until": one.data_until,
        "leaving": one.leaving,
    }
    return {
        "asset": one.asset,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "route": one.route.value if one.route else None,
        "renewals": one.renewals,
        "free_of_charge": one.free_of_charge,
        "assumed": list(one.assumed),
    }


def _level(one: Reading) -> dict[str, Any]:
    return {
        "asset": one.service,
        "objective": one.objective.value,
        "low": one.low,
        "high": one.high,
        "from": one.grounds.value,
        "countries": list(one.countries),
        "missing": list(one.missing),
    }


def _weights(found: Figures) -> dict[str, Any]:
    chosen = found.landscape.settings.sovereignty.value
    return {"chosen": chosen, **{one.value: weights(one) for one in WeightSet}}


def _stand(found: Figures, service: AssetId) -> dict[str, Any]:
    levels = found.sovereignty
    weakest = levels.weakest(service)
    shares = {one.value: levels.share(service, weights(one)) for one in WeightSet}
    return {
        "asset": service,
        "weakest": weakest.value if weakest else None,
        "share": {name: [*map(rounded, share)] for name, share in shares.items()},
    }


def _process(found: Figures, one: ProcessSovereignty) -> dict[str, Any]:
    return {
        "process": one.process,
        "services": one.services,
        "weakest": one.weakest.value if one.weakest else None,
        "objectives": [
            {
                "objective": spread.objective.value,
                "levels": [
                    {"low": low, "high": high, "services": count}
                    for (low, high), count in spread.counts.items()
                ],
                "weakest": spread.weakest,
                "path": list(found.sovereignty.path(one.process, spread.weakest))
                if spread.weakest
                else [],
            }
            for spread in one.objectives
        ],
    }


def _threat(one: Threat) -> dict[str, Any]:
    return {
        "supplier": one.supplier,
        "factors": dict(one.factors),
        "exposure": list(one.exposure),
        "reliability": list(one.reliability),
        "threat": [rounded(level) for level in one.level],
        "zone": [zone.value for zone in one.zones],
        "exposure_band": one.exposure_band,
        "reliability_band": one.reliability_band,
        "missing": list(one.missing),
    }


def _chain(one: AiChain) -> dict[str, Any]:
    return {
        "service": one.service,
        "vendors": list(one.vendors),
        "models": list(one.models),
        "families": list(one.families),
        "makers": list(one.makers),
        "roots": list(one.roots),
        "hosts": list(one.hosts),
        "countries": list(one.countries),
        "unknown": list(one.unknown),
        "open_weights": one.open_weights,
        "trains_on_our_data": one.training.value if one.training else None,
        "processes": list(one.processes),
        "alone_for": list(one.alone_for),
        "fallback_tested_on": one.fallback_tested_on.isoformat()
        if one.fallback_tested_on
        else None,
        "ai_act_role": one.ai_act_role,
        "ai_act_risk": one.ai_act_risk,
    }
