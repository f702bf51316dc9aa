"""Single points of failure, key people and lost suppliers: when they fire, and how they weigh."""

import pytest
from hypothesis import given, settings

from smala_lockin.analysis.failure.simulation import simulate
from smala_lockin.analysis.rating.findings import Finding, Rule, Sort, risk_key
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import ExitPlan
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import Company
from tests.analysis.days import ago, found, reported
from tests.builders import asset, landscape_of
from tests.strategies import landscapes


def _shop(**facts: object) -> Asset:
    return asset("shop", "process", **{"criticality": 4, "max_outage_hours": 24, **facts})


def _of_supplier(*assets: Asset, days: float, buffer: int = 720, **shop: object) -> Landscape:
    return landscape_of(
        "shop -> erp",
        f"erp => acme +{buffer}h",
        assets=[_shop(**shop), asset("acme", "supplier", replacement_days=days), *assets],
    )


@pytest.mark.parametrize(
    ("arrows", "keys"),
    [
        pytest.param(["shop -> db"], {"spof:db"}, id="alone"),
        pytest.param(["shop -> a | b"], set(), id="redundant"),
        pytest.param(["shop -> db (degrading)"], set(), id="degrading"),
        pytest.param(["shop -> a | b", "a -> db", "b -> db"], {"spof:db"}, id="behind a group"),
    ],
)
def test_what_alone_stops_a_process_is_a_risk(arrows: list[str], keys: set[str]) -> None:
    risks = found(landscape_of(*arrows))
    assert {key for key in risks if key.startswith("spof")} == keys


def test_no_rule_is_about_a_process() -> None:
    assert "spof:orders" not in found(
        landscape_of("shop -> orders", assets=[asset("orders", "process")])
    )


@pytest.mark.parametrize(
    ("units", "key"), [(None, "key_person:ann"), (1, "key_person:ann"), (2, "spof:ann")]
)
def test_a_person_alone_is_a_key_person(units: int | None, key: str) -> None:
    assert key in found(landscape_of("shop -> ann", assets=[asset("ann", "people", units=units)]))


@pytest.mark.parametrize(("units", "likelihood"), [(1, 4), (2, 3), (3, 2)])
def test_people_who_share_a_task_are_missed_less_often(units: int, likelihood: int) -> None:
    team = asset("team", "people", units=units)
    (risk,) = _risks(landscape_of("shop -> team", assets=[_shop(), team]))
    assert risk.likelihood == likelihood


def test_the_level_range_spans_what_is_assumed() -> None:
    (risk,) = _risks(landscape_of("shop -> db", assets=[_shop(), asset("db", "cloud_service")]))
    assert (risk.level, risk.level_range, risk.assumed) == (2, (2, 3), ("recovery_hours",))


def test_what_costs_a_share_of_the_revenue_weighs_as_much() -> None:
    company = Company(revenue=100_000)
    shop = _shop(criticality=1, outage_cost_per_day=5000)
    other = asset("other", "process", criticality=5)
    arrows, assets = ("shop -> db", "other -> x"), [shop, other]
    plain, rich = (
        found(landscape_of(*arrows, assets=assets, company=one))["spof:db"]
        for one in (None, company)
    )
    assert (plain.impact, rich.impact) == (1, 5)
    assert (plain.evidence.cost, rich.evidence.cost) == (None, 5000)


def test_how_long_one_can_do_without_is_until_the_first_is_too_late() -> None:
    small = asset("small", "process", criticality=1, max_outage_hours=1)
    big = asset("big", "process", criticality=5, max_outage_hours=8)
    (risk,) = _risks(landscape_of("small -> db", "big -> db", assets=[small, big]))
    assert (risk.evidence.least_margin_hours, risk.evidence.margin_hours) == (1, 8)


@pytest.mark.parametrize(
    ("days", "impact"),
    [
        pytest.param(31, None, id="in time"),
        pytest.param(32, 3, id="a day late"),
        pytest.param(41, 3, id="10 days late"),
        pytest.param(42, 4, id="more than 10"),
        pytest.param(91, 4, id="60 days late"),
        pytest.param(92, 5, id="more than 60"),
    ],
)
def test_a_loss_weighs_by_how_late_it_makes_the_worst_process(
    days: int, impact: int | None
) -> None:
    risk = found(_of_supplier(days=days)).get("loss:acme")
    assert (risk.impact if risk else None) == impact


def test_a_process_in_time_is_not_the_worst() -> None:
    landscape = landscape_of(
        "shop => acme",
        "blog => acme",
        assets=[
            _shop(criticality=5, max_outage_hours=2000),
            asset("blog", "process", criticality=1, max_outage_hours=24),
            asset("acme", "supplier", replacement_days=5),
        ],
    )
    risk = found(landscape)["loss:acme"]
    assert (risk.impact, risk.evidence.late, risk.evidence.gap_hours) == (1, ("blog",), 96)


@pytest.mark.parametrize(
    ("kind", "facts", "likelihood"),
    [
        ("cloud_service", {}, 2),
        ("ai_service", {}, 3),
        ("infrastructure", {}, 1),
        ("cloud_service", {"exit_plan": ExitPlan.TESTED}, 1),
        ("cloud_service", {"exit_plan": ExitPlan.DRAFT}, 2),
        ("data", {"exit_plan": ExitPlan.TESTED}, 2),
    ],
)
def test_how_often_a_supplier_is_lost_goes_by_what_it_provides(
    kind: str, facts: dict[str, object], likelihood: int
) -> None:
    erp = asset("erp", kind, **facts)
    landscape = landscape_of(
        "shop -> erp",
        "erp => acme +0h (vital)",
        assets=[_shop(), erp, asset("acme", "supplier", replacement_days=90)],
    )
    assert found(landscape)["loss:acme"].likelihood == likelihood


def test_a_supplier_that_is_only_perhaps_replaced_in_time_is_a_question() -> None:
    chat = asset("chat", "ai_service")
    landscape = landscape_of("shop -> chat", "chat => acme", assets=[_shop(), chat])
    question = found(landscape)["loss:acme"]
    assert (question.sort, question.level, question.bundle) == (Sort.QUESTION, None, None)
    assert question.assumed == ("replacement_days",)


def test_a_supplier_takes_no_longer_to_replace_than_all_that_it_is_known_to_provide() -> None:
    erp = asset("erp", "cloud_service", replacement_days=20)
    assert "loss:acme" not in found(
        landscape_of("shop -> erp", "erp => acme", assets=[_shop(), erp])
    )


def test_a_supplier_that_provides_for_nobody_is_no_risk() -> None:
    assert "loss:acme" not in found(landscape_of("shop -> erp", assets=[asset("acme", "supplier")]))


@given(landscapes(max_assets=10))
@settings(max_examples=100, deadline=None)
def test_a_loss_says_what_its_simulation_says(landscape: Landscape) -> None:
    for key, risk in found(landscape).items():
        if risk.rule is Rule.LOSS and risk.sort is Sort.RISK:
            told = simulate(landscape, [f"asset:{risk.assets[0]}"])
            assert set(risk.evidence.late) == set(told.late), key
            assert risk.evidence.gap_hours == told.hours_late[risk.evidence.late[0]]


def test_keys_are_sorted_and_percent_encoded() -> None:
    assert risk_key(Rule.SPOF, ["b:1", "a é"], "g/1") == "spof:a%20%C3%A9:b%3A1:g%2F1"


def test_a_supplier_named_like_a_country_shares_no_key_with_it() -> None:
    rules = (Rule.CUT_OFF, Rule.LEGAL_REACH, Rule.HOSTING_THIRD_COUNTRY, Rule.CONCENTRATION_COUNTRY)
    for rule in rules:
        assert risk_key(rule, (), "US") == f"{rule}:US"
        assert risk_key(rule, ["US"]) == f"{rule}:%55%53"
        assert risk_key(rule, ["us"]) == f"{rule}:us"
    assert risk_key(Rule.SPOF, ["US"]) == "spof:US"


def test_every_finding_has_a_key_of_its_own() -> None:
    landscape = landscape_of(
        *("shop -> erp", "erp => US +0h", "shop -> mail", "mail => acme +0h"),
        assets=[
            _shop(criticality=5),
            *(asset(one, "cloud_service") for one in ("erp", "mail")),
            asset("US", "supplier", replacement_days=100),
            asset("acme", "supplier", country="US", replacement_days=100),
        ],
    )
    keys = [one.key for one in reported(landscape).findings]
    assert {"cut_off:US", "cut_off:%55%53"} <= set(keys)
    assert len(keys) == len(set(keys))


@given(landscapes(max_assets=8))
@settings(max_examples=50, deadline=None)
def test_the_key_of_a_finding_names_it_alone(landscape: Landscape) -> None:
    keys = [one.key for one in reported(landscape).findings]
    assert len(keys) == len(set(keys))


def test_an_old_test_of_an_exit_plan_helps_no_more() -> None:
    def likelihood(days: int) -> int | None:
        erp = asset("erp", "cloud_service", exit_plan_tested_on=ago(days))
        return _risks(landscape_of("shop -> erp", assets=[_shop(), erp]))[0].likelihood

    assert (likelihood(300), likelihood(400)) == (1, 2)


def _risks(landscape: Landscape) -> list[Finding]:
    return [one for one in reported(landscape).findings if one.sort is Sort.RISK]


def test_an_id_may_hold_anything() -> None:
    assert "spof:a%3Ab%25%2F" in found(landscape_of("shop -> a:b%/"))
