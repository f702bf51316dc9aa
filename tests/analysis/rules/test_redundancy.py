"""False redundancy: when it is a risk, what it weighs, and what is told together."""

from dataclasses import replace

from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import ago, found
from tests.builders import asset, landscape_of

_ACCOUNT = ("shop -> mail | chat", "mail -> entra", "chat -> entra")


def _shop(criticality: int = 4, hours: float = 24) -> Asset:
    return asset("shop", "process", criticality=criticality, max_outage_hours=hours)


def _false(landscape: Landscape) -> dict[str, tuple[int | None, int | None]]:
    return {
        key: (one.likelihood, one.impact)
        for key, one in found(landscape).items()
        if one.rule is Rule.FALSE_REDUNDANCY
    }


def test_alternatives_with_a_common_cause_are_a_risk() -> None:
    landscape = landscape_of(*_ACCOUNT, assets=[_shop(), asset("entra", "cloud_service")])
    risk = found(landscape)["false_redundancy:shop:g1"]
    assert (risk.likelihood, risk.impact, risk.level) == (2, 5, 2)
    assert (risk.assets, risk.evidence.causes) == (("shop",), ("asset:entra",))
    assert (risk.evidence.stops, risk.evidence.hidden_share) == (("shop",), 1.0)
    assert risk.assumed == ("recovery_hours",)


def test_alternatives_apart_are_none() -> None:
    assert not _false(landscape_of("shop -> mail | chat", "mail -> a", "chat -> b"))


def test_a_cause_that_stops_the_owner_anyway_is_not_relevant() -> None:
    assert not _false(landscape_of(*_ACCOUNT, "shop -> entra"))


def test_it_is_at_least_serious() -> None:
    entra = asset("entra", "cloud_service")
    landscape = landscape_of(*_ACCOUNT, "other -> x", assets=[_shop(1), entra])
    assert _false(landscape)["false_redundancy:shop:g1"] == (2, 3)


def test_groups_with_the_same_relevant_causes_are_one_finding() -> None:
    landscape = landscape_of(*_ACCOUNT, "site -> mail | chat")
    (risk,) = (one for one in found(landscape).values() if one.rule is Rule.FALSE_REDUNDANCY)
    assert risk.key == "false_redundancy:shop:site:g1:g2"
    assert risk.evidence.groups == ("g1", "g2")


def test_groups_with_other_causes_are_findings_of_their_own() -> None:
    landscape = landscape_of(*_ACCOUNT, "site -> a | b", "a -> db", "b -> db")
    assert _false(landscape).keys() == {"false_redundancy:shop:g1", "false_redundancy:site:g2"}


def test_the_worst_cause_decides() -> None:
    landscape = landscape_of(
        *_ACCOUNT,
        "entra -> power",
        assets=[_shop(), asset("entra", "location"), asset("power", "people")],
    )
    risk = found(landscape)["false_redundancy:shop:g1"]
    assert risk.evidence.causes == ("asset:power", "asset:entra")


def test_a_group_tested_within_a_year_is_less_likely_to_fail() -> None:
    landscape = landscape_of(*_ACCOUNT, assets=[_shop(), asset("entra", "cloud_service")])
    tested = replace(landscape.groups[GroupId("g1")], tested_on=ago(100))
    better = replace(landscape, groups={GroupId("g1"): tested})
    assert _false(better)["false_redundancy:shop:g1"] == (1, 5)


def test_a_country_that_cuts_both_off_weighs_as_a_cut_off() -> None:
    landscape = landscape_of(
        "shop -> mail | chat",
        "mail => a",
        "chat => b",
        assets=[
            _shop(),
            asset("mail", "cloud_service"),
            asset("chat", "cloud_service"),
            asset("a", "supplier", country="CN"),
            asset("b", "supplier", country="CN"),
        ],
    )
    risks = found(landscape)
    risk, cut_off = risks["false_redundancy:shop:g1"], risks["cut_off:CN"]
    assert risk.evidence.causes == ("country:CN",)
    assert (risk.likelihood, risk.impact) == (cut_off.likelihood, cut_off.impact) == (3, 5)
    assert risk.assumed == ("replacement_days",)


def test_a_supplier_behind_both_weighs_as_its_loss() -> None:
    landscape = landscape_of(
        "shop -> mail | chat",
        "mail => acme",
        "chat => acme",
        assets=[_shop(), asset("mail", "cloud_service"), asset("chat", "ai_service")],
    )
    risks = found(landscape)
    risk, loss = risks["false_redundancy:shop:g1"], risks["loss:acme"]
    assert (risk.likelihood, risk.impact) == (loss.likelihood, loss.impact) == (2, 4)


def test_a_stand_in_that_needs_what_it_stands_in_for_weighs_by_its_owner() -> None:
    circle = ("net -> fibre | mobile", "fibre -> net", "mobile -> net")
    risk = found(landscape_of("shop -> net", *circle))["false_redundancy:net:g1"]
    assert (risk.evidence.causes, risk.evidence.stops) == (("circular",), ("shop",))
    assert (risk.likelihood, risk.impact) == (1, 4)


def test_a_process_in_a_circle_stops_itself() -> None:
    landscape = landscape_of("shop -> a | b", "a -> shop", "b -> shop", assets=[_shop()])
    risk = found(landscape)["false_redundancy:shop:g1"]
    assert (risk.evidence.stops, risk.impact) == (("shop",), 5)


def test_a_circle_that_stops_no_process_is_no_more_than_low() -> None:
    landscape = landscape_of(
        "shop -> x",
        "shop -> net (degrading)",
        "net -> fibre | mobile",
        "fibre -> net",
        "mobile -> net",
    )
    risk = found(landscape)["false_redundancy:net:g1"]
    assert (risk.likelihood, risk.impact, risk.level) == (1, 3, 1)


def test_alternatives_that_go_round_in_a_circle_each_have_their_own_cause() -> None:
    landscape = landscape_of(
        *("shop -> a | spare", "a -> shop", "blog -> c | other", "c -> blog"),
        *("spare -> shop", "other -> blog"),
        assets=[asset("shop", "process", criticality=5), asset("blog", "process", criticality=1)],
    )
    impacts = {
        key: one.impact for key, one in found(landscape).items() if one.rule == "false_redundancy"
    }
    assert impacts == {"false_redundancy:shop:g1": 5, "false_redundancy:blog:g2": 3}


def test_of_two_causes_that_weigh_the_same_the_worse_one_at_worst_counts() -> None:
    landscape = landscape_of(
        *("shop -> a | b", "a -> x", "b -> x", "a -> y", "b -> y", "one -> z", "two -> z"),
        assets=[
            asset("shop", "process", criticality=4, max_outage_hours=800),
            *(asset(id, "process", criticality=5) for id in ("one", "two")),
            asset("x", "location", recovery_hours=1),
            asset("y", "location"),
        ],
    )
    risk = found(landscape)["false_redundancy:shop:g1"]
    assert risk.evidence.causes == ("asset:x", "asset:y")
    assert (risk.level, risk.level_range) == (1, (1, 2))
