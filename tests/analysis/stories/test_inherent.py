"""What the risks would be without precautions (semantics, section 7)."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from smala_lockin.analysis.stories.inherent import Inherent, unprotected
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import ExitPlan, Training
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey
from tests.analysis import oracle_inherent
from tests.analysis.days import TODAY, found, reported
from tests.analysis.test_rules_against_oracle import rows
from tests.builders import asset, landscape_of
from tests.strategies import whole_landscapes

SHOP = asset("shop", "process", criticality=5, max_outage_hours=8)


@settings(max_examples=45, deadline=None)
@given(whole_landscapes(max_assets=10))
def test_it_is_what_the_rules_say_of_the_map_without_precautions(landscape: Landscape) -> None:
    told = {
        str(key): (int(one.level), one.impact, one.likelihood)
        for key, one in reported(landscape).inherent.items()
    }
    assert told == oracle_inherent.inherent(landscape, TODAY, rows())


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
    _rises(landscape, "loss:acme")


def test_a_fallback_that_was_tried_is_a_precaution() -> None:
    tool = asset("tool", "ai_service", fallback_tested_on=date(2026, 6, 1))
    _rises(landscape_of("shop -> tool", assets=[SHOP, tool]), "spof:tool")


def test_of_things_that_stand_in_for_each_other_the_worst_alone_counts() -> None:
    landscape = _twins()
    (key,) = (one for one in found(landscape) if one.startswith("false_redundancy"))
    alone = found(unprotected(landscape))["spof:a"]
    assert alone.level == _inherent(landscape, key).level == 4
    _rises(landscape, key)


def test_what_else_may_happen_to_them_has_nothing_to_do_with_it() -> None:
    """That an assistant learns from what it is told does not make its stand-in any worse."""
    wanted, learns = asset("a", "ai_service"), Training.YES
    plain, learning = _twins(wanted), _twins(replace(wanted, trains_on_our_data=learns))
    (key,) = (one for one in found(plain) if one.startswith("false_redundancy"))
    assert _inherent(plain, key) == _inherent(learning, key)


def test_nor_has_what_stands_in_for_something_else_of_the_same_owner() -> None:
    slow = asset("c", "infrastructure", recovery_hours=1000)
    both = _twins(asset("a", "location"), "shop -> c | d", slow, asset("d", "infrastructure"))
    (key,) = (one for one in found(both) if one.startswith("false_redundancy"))
    assert _inherent(both, key) == _inherent(_twins(asset("a", "location")), key)


def test_where_nobody_took_any_nothing_is_worked_out_twice() -> None:
    landscape = landscape_of("shop -> erp", "erp => acme", assets=[SHOP])
    assert unprotected(landscape) is landscape
    report = reported(landscape)
    assert {key: one.level for key, one in report.inherent.items()} == {
        one.key: one.level for one in report.findings if one.level is not None
    }


def _twins(one: Asset | None = None, *more: str | Asset) -> Landscape:
    """Return a shop with two stand-ins that stand on the same, and what more there is."""
    hub = asset("hub", "infrastructure", recovery_hours=1, units=2)
    first = one or asset("a", "infrastructure", recovery_hours=100)
    arrows = [text for text in more if isinstance(text, str)]
    others = [thing for thing in more if not isinstance(thing, str)]
    return landscape_of(
        *("shop -> a | b", "a -> hub", "b -> hub", *arrows), assets=[SHOP, hub, first, *others]
    )


def _inherent(landscape: Landscape, key: str) -> Inherent:
    return reported(landscape).inherent[RiskKey(key)]


def _rises(landscape: Landscape, key: str) -> None:
    present = found(landscape)[key]
    assert present.level is not None
    assert _inherent(landscape, key).level > present.level
