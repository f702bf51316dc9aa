"""What the risks would be without precautions (semantics, section 7)."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from smala_lockin.analysis.inherent import inherent_levels, unprotected
from smala_lockin.analysis.rating.findings import Sort
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.analysis.scales.risk_table import Level
from smala_lockin.domain.kinds import ExitPlan
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

TODAY = date(2026, 11, 22)
SHOP = asset("shop", "process", criticality=5, max_outage_hours=8)


def report_of(landscape: Landscape) -> Report:
    return build_report(landscape, today=TODAY)


def levels_of(report: Report) -> dict[RiskKey, Level]:
    return {one.key: one.level or Level.VERY_LOW for one in report.of_sort(Sort.RISK)}


def inherent(landscape: Landscape) -> dict[str, Level]:
    return {str(key): one for key, one in inherent_levels(report_of(landscape)).items()}


def test_an_exit_plan_that_was_tested_is_a_precaution() -> None:
    erp = asset(
        "erp",
        "cloud_service",
        replacement_days=200,
        exit_plan=ExitPlan.TESTED,
        exit_plan_tested_on=date(2026, 6, 1),
    )
    landscape = landscape_of(
        "shop -> erp", "erp => acme", assets=[replace(SHOP, criticality=3), erp]
    )
    (loss,) = (one for one in report_of(landscape).findings if one.key == "loss:acme")
    assert loss.level is not None
    assert inherent(landscape)["loss:acme"] > loss.level


def test_of_things_that_stand_in_for_each_other_the_worst_alone_counts() -> None:
    landscape = landscape_of(
        "shop -> a | b",
        "a -> hub",
        "b -> hub",
        assets=[SHOP, asset("hub", "infrastructure", recovery_hours=100)],
    )
    levels = inherent(landscape)
    bare = levels_of(report_of(unprotected(landscape)))
    (key,) = (one for one in levels if one.startswith("false_redundancy"))
    assert levels[key] >= max(level for one, level in bare.items() if one in ("spof:a", "spof:b"))


@settings(max_examples=60)
@given(landscapes())
def test_it_is_the_level_on_a_map_without_precautions_and_never_below_the_present_one(
    landscape: Landscape,
) -> None:
    report = report_of(landscape)
    bare = replace(
        landscape,
        groups={
            id: replace(one, needed=len(landscape.members[id]), tested_on=None)
            for id, one in landscape.groups.items()
        },
        assets={
            id: replace(one, exit_plan=one.exit_plan and ExitPlan.NONE, exit_plan_tested_on=None)
            for id, one in landscape.assets.items()
        },
    )
    alone = levels_of(report_of(bare))
    levels = inherent_levels(report)
    risks = levels_of(report)
    assert levels.keys() == risks.keys()
    for key, level in risks.items():
        expected = max(level, alone.get(key, level))
        assert levels[key] == expected or "redundancy" in key or "fallback" in key
        assert levels[key] >= expected
