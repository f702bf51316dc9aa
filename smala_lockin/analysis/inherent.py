"""How high each risk would be if nothing stood in for anything and nobody had planned a way out.

inherent_levels(report) -> {key of a risk: Level}

What people call the inherent risk (semantics, section 7): every group needs all its members, and
exit plans are ignored. It shows what the precautions taken so far are worth.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import ExitPlan
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey

_OF_GROUPS = frozenset({Rule.FALSE_REDUNDANCY, Rule.UNTESTED_FALLBACK})
"""Rules about what stands in: without stand-ins their place is taken by the members' own risks."""


def inherent_levels(report: Report) -> Mapping[RiskKey, Level]:
    """Return the inherent level of each risk of a report, never below its present one.

    Of a risk about things that stand in for each other it is the highest inherent level of these.
    """
    bare = build_report(unprotected(report.landscape), today=report.today)
    by_key = {one.key: one for one in bare.of_sort(Sort.RISK)}
    by_asset: dict[AssetId, list[Finding]] = {}
    for one in by_key.values():
        for asset in one.assets:
            by_asset.setdefault(asset, []).append(one)
    found = {}
    for risk in report.of_sort(Sort.RISK):
        counterparts = [by_key[risk.key]] if risk.key in by_key else []
        if risk.rule in _OF_GROUPS:
            counterparts += [
                one for id in _members(report.landscape, risk) for one in by_asset.get(id, ())
            ]
        found[risk.key] = max(_level(one) for one in (risk, *counterparts))
    return found


def unprotected(landscape: Landscape) -> Landscape:
    """Return a landscape in which every group needs all its members, without any exit plan."""
    groups = {
        id: replace(group, needed=len(landscape.members[id]), tested_on=None)
        for id, group in landscape.groups.items()
    }
    assets = {id: _without_exit_plan(one) for id, one in landscape.assets.items()}
    return replace(landscape, assets=assets, groups=groups)


def _without_exit_plan(asset: Asset) -> Asset:
    if asset.exit_plan in (None, ExitPlan.NONE) and asset.exit_plan_tested_on is None:
        return asset
    plan = asset.exit_plan and ExitPlan.NONE
    return replace(asset, exit_plan=plan, exit_plan_tested_on=None)


def _members(landscape: Landscape, risk: Finding) -> Iterator[AssetId]:
    for owner in risk.assets:
        yield from (one.target for one in landscape.needs[owner] if one.group is not None)


def _level(risk: Finding) -> Level:
    assert risk.level is not None
    return risk.level
