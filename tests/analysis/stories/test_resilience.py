"""How much goes on under the worst event of each class."""

import math

import pytest
from hypothesis import given, settings

from smala_lockin.analysis.failure.events import EventKind, Mode
from smala_lockin.analysis.failure.simulation import simulate
from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.analysis.stories.resilience import Worst
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.landscape import Landscape
from tests.analysis import oracle
from tests.analysis.days import reported
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

_MATRIX = {3: (1, 1, 2, 3, 3), 2: (0, 1, 1, 2, 2), 1: (0, 0, 1, 1, 2)}
_BASE = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}


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


@settings(max_examples=120, deadline=None)
@given(landscapes())
def test_the_figures_are_what_the_definition_says(landscape: Landscape) -> None:
    report = reported(landscape)
    of_rule: dict[EventKind, set[str]] = {
        EventKind.ASSET: {
            f"asset:{one.assets[0]}"
            for one in report.findings
            if one.rule in (Rule.SPOF, Rule.KEY_PERSON, Rule.LOSS) and (one.level or 0) >= 2
        },
        EventKind.COUNTRY: {
            f"country:{one.evidence.country}"
            for one in report.findings
            if one.rule is Rule.CUT_OFF and (one.level or 0) >= 2
        },
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
    lost = simulate(landscape, [event], Mode.LOSS)
    impacts = [
        _BASE[landscape.assets[one].criticality or 3]
        + (lost.hours_late[one] > 240)
        + (lost.hours_late[one] > 1440)
        for one in lost.late
    ]
    return bool(impacts) and _MATRIX[_likelihood(landscape, event)][max(impacts) - 1] >= 2


def _likelihood(landscape: Landscape, event: str) -> int:
    root = AssetId(event.partition(":")[2])
    kinds = {
        landscape.assets[one.source].kind.value
        for one in landscape.dependencies.values()
        if one.target == root and one.role == "provided_by"
    }
    return 3 if kinds == {"ai_service"} else 1 if kinds == {"infrastructure"} else 2
