"""How much goes on under the worst event of each class."""

import math

import pytest
from hypothesis import given, settings

from smala_lockin.analysis.failure.events import EventKind
from smala_lockin.analysis.stories.resilience import Worst
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle, oracle_risks, oracle_rules
from tests.analysis.days import TODAY, reported
from tests.builders import asset, landscape_of
from tests.strategies import landscapes


def of_class(landscape: Landscape, kind: EventKind) -> Worst:
    return next(one for one in reported(landscape).resilience.classes if one.kind is kind)


def test_a_map_in_which_nothing_is_a_risk_is_whole() -> None:
    calm = landscape_of("shop -> a | b", assets=[asset("shop", "process", criticality=1)])
    assert of_class(calm, EventKind.ASSET).event is None
    assert of_class(calm, EventKind.ASSET).figure == 1.0


def test_the_asset_that_stops_most_counts() -> None:
    shop = landscape_of(
        "shop -> db",
        "mill -> db",
        "mill -> saw",
        assets=[asset("shop", "process", criticality=4), asset("mill", "process", criticality=4)],
    )
    worst = of_class(shop, EventKind.ASSET)
    assert (str(worst.event), worst.figure) == ("asset:db", 0.0)


def test_a_supplier_without_anybody_matters_for_the_mean() -> None:
    shop = landscape_of(
        "shop -> db", "db => acme", assets=[asset("shop", "process"), asset("other", "supplier")]
    )
    assert reported(shop).resilience.suppliers_mean == 0.5
    assert reported(landscape_of("shop -> db")).resilience.suppliers_mean is None


@pytest.mark.parametrize(("country", "expected"), [("US", "country:US"), ("BE", "None")])
def test_countries_of_the_union_do_not_count(country: str, expected: str) -> None:
    shop = landscape_of(
        "shop -> crm",
        "crm => acme",
        assets=[
            asset("shop", "process", criticality=5),
            asset("crm", "cloud_service", replacement_days=400.0),
            asset("acme", "supplier", country=country, replacement_days=400.0),
        ],
    )
    assert str(of_class(shop, EventKind.COUNTRY).event) == expected


@settings(max_examples=80, deadline=None)
@given(landscapes())
def test_the_figures_are_what_the_definition_says(landscape: Landscape) -> None:
    report = reported(landscape)
    rated = (
        *oracle_rules.outages(landscape, TODAY),
        *oracle_rules.losses(landscape),
        *oracle_rules.cut_offs(landscape),
    )
    risks = [key.partition(":") for key, told in rated if told.level >= 2]
    of_rule: dict[EventKind, set[str]] = {
        EventKind.ASSET: {f"asset:{id}" for rule, _colon, id in risks if rule != "cut_off"},
        EventKind.COUNTRY: {f"country:{code}" for rule, _colon, code in risks if rule == "cut_off"},
        EventKind.CONTROL: {
            event
            for event in oracle.every_event(landscape)
            if event.startswith("control:") and _is_a_risk(landscape, event)
        },
    }
    for worst in report.resilience.classes:
        blasts = [oracle.blast_radius(landscape, event) for event in of_rule[worst.kind]]
        assert math.isclose(worst.figure, 1 - max(blasts, default=0.0), abs_tol=1e-9)
        assert worst.event is None or str(worst.event) in of_rule[worst.kind]
        assert (worst.event is None) == (not blasts)
    suppliers = [one.id for one in landscape.assets.values() if one.kind == "supplier"]
    if suppliers:
        mean = sum(oracle.blast_radius(landscape, f"asset:{one}") for one in suppliers)
        assert report.resilience.suppliers_mean is not None
        assert math.isclose(report.resilience.suppliers_mean, 1 - mean / len(suppliers))


def _is_a_risk(landscape: Landscape, event: str) -> bool:
    """Whether losing this group is a risk of level medium: the rule about losses read out."""
    root = event.partition(":")[2]
    weight, gaps = oracle_risks.of_loss(landscape, oracle.named(landscape, event), root)
    return bool(gaps) and bool(gaps[1].late) and weight.levels[1] >= 2
