"""What is hard to leave, and what lies in one hand: when they fire, and how they weigh."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import Customisation, DataExport, ExitPlan, OpenSource, Skills
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import TODAY, found, reported
from tests.builders import asset, landscape_of

_CAPTIVE: dict[str, Any] = {
    "data_export": DataExport.NONE,
    "replacement_days": 365,
    "substitutes": (),
    "customisation": Customisation.HEAVY,
    "open_source": OpenSource.NO,
    "open_standard": False,
    "skills": Skills.VENDOR,
    "exit_plan": ExitPlan.NONE,
}
"""Ninety of the hundred points: all but those of the contract."""


def _lock_in(criticality: int | None = 3, **facts: Any) -> Finding | None:
    shop = asset("shop", "process", criticality=criticality)
    erp = asset("erp", **facts)
    return found(landscape_of("shop -> erp", assets=[shop, erp])).get("lock_in:erp")


@pytest.mark.parametrize(
    ("criticality", "facts", "weight"),
    [
        pytest.param(3, {}, (3, 3, 2), id="captive"),
        pytest.param(4, {}, (3, 4, 3), id="and a process that matters"),
        pytest.param(3, {"customisation": Customisation.NONE}, (3, 3, 2), id="fewer points"),
        pytest.param(
            3,
            {"customisation": Customisation.NONE, "data_export": DataExport.PARTIAL},
            (3, 2, 1),
            id="below 75",
        ),
    ],
)
def test_what_is_hard_to_leave_is_a_risk(
    criticality: int, facts: dict[str, Any], weight: tuple[int, int, int]
) -> None:
    risk = _lock_in(criticality, **{**_CAPTIVE, **facts})
    assert risk is not None
    assert (risk.sort, risk.likelihood, risk.impact, risk.level) == (Sort.RISK, *weight)


def test_how_much_the_activity_matters_may_not_be_known() -> None:
    risk = _lock_in(None, **_CAPTIVE)
    assert risk is not None
    assert (risk.impact, risk.level_range) == (3, (2, 3))
    assert risk.assumed[-1] == "criticality"


def test_what_is_easy_to_leave_is_none() -> None:
    easy = {"data_export": DataExport.OPEN, "replacement_days": 3, "exit_plan": ExitPlan.TESTED}
    assert _lock_in(5, **easy) is None


def test_too_little_known_is_a_question_where_it_matters() -> None:
    question = _lock_in(4, replacement_days=None)
    assert question is not None
    assert (question.sort, question.assumed[0]) == (Sort.QUESTION, "data_export")
    assert question.evidence.could_be == 3
    assert _lock_in(3) is None


def test_many_services_of_which_too_little_is_known_are_one_question() -> None:
    shop = asset("shop", "process", criticality=5)
    services = [asset(f"x{number}", replacement_days=100 + number) for number in range(4)]
    landscape = landscape_of(*(f"shop -> {one.id}" for one in services), assets=[shop, *services])
    (question,) = (one for one in reported(landscape).findings if one.rule is Rule.LOCK_IN)
    assert (question.key, question.sort) == ("lock_in", Sort.QUESTION)
    assert question.assets == ("x3", "x2", "x1", "x0")


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "data_export": st.sampled_from(DataExport),
            "replacement_days": st.sampled_from([1, 30, 365]),
            "substitutes": st.sampled_from([(), ("a",), ("a", "b", "c")]),
            "customisation": st.sampled_from(Customisation),
            "open_source": st.sampled_from(OpenSource),
            "open_standard": st.booleans(),
            "skills": st.sampled_from(Skills),
            "exit_plan": st.sampled_from(ExitPlan),
            "exit_cost": st.just(0),
            "contract_end": st.just(TODAY),
            "notice_days": st.just(0),
        },
    ),
    st.sampled_from([3, 4]),
)
@settings(max_examples=60, deadline=None)
def test_lock_in_fires_just_as_the_index_says(facts: dict[str, Any], criticality: int) -> None:
    erp = asset("erp", **facts)
    shop = asset("shop", "process", criticality=criticality)
    report = reported(landscape_of("shop -> erp", assets=[shop, erp]))
    index = report.figures.lock_in.of_service[AssetId("erp")]
    fires = index.low >= 60 or (index.assumed >= 60 and index.coverage >= 0.4)
    asks = not fires and index.assumed >= 60 and criticality >= 4
    told = [one for one in report.findings if one.rule is Rule.LOCK_IN]
    assert [one.sort for one in told] == ([Sort.RISK] if fires else [Sort.QUESTION] * asks)
    for one in told:
        if fires:
            assert one.impact == 2 + (criticality >= 4) + (index.assumed >= 75)
        assert all(getattr(erp, fact) is None for fact in one.assumed if fact != "substitutes")


def _bought(*costs: float | None, roots: str = "ab", country: str = "US") -> Landscape:
    """Return services at these costs, each of a supplier of its own; process i uses service i."""
    suppliers = [asset(f"s{one}", "supplier", country=country) for one in roots]
    arrows = [f"p{n} -> x{n}" for n in range(len(costs))]
    provided = [f"x{n} => s{roots[min(n, len(roots) - 1)]}" for n in range(len(costs))]
    services = [
        asset(f"x{n}", "cloud_service", annual_cost=cost, hosting_countries=("BE",))
        for n, cost in enumerate(costs)
    ]
    return landscape_of(*arrows, *provided, assets=[*services, *suppliers])


def _crowds(landscape: Landscape) -> dict[str, tuple[int | None, float | None]]:
    return {
        one.key: (one.impact, one.evidence.share)
        for one in reported(landscape).findings
        if one.rule in (Rule.CONCENTRATION_SUPPLIER, Rule.CONCENTRATION_COUNTRY)
    }


def test_a_large_share_of_spending_is_a_risk() -> None:
    landscape = _bought(30, 50, 20, roots="abc", country="BE")
    assert _crowds(landscape) == {
        "concentration_supplier:sa": (3, 0.3),
        "concentration_supplier:sb": (4, 0.5),
    }


def test_two_services_without_which_different_processes_stop_are_one_too() -> None:
    landscape = _bought(None, None, None, roots="aab", country="BE")
    assert _crowds(landscape) == {"concentration_supplier:sa": (3, None)}


def test_one_service_for_two_processes_is_none() -> None:
    landscape = landscape_of(
        "p -> x", "q -> x", "x => s", "x => t", assets=[asset("s", "supplier", country="BE")]
    )
    assert not _crowds(landscape)


def test_a_large_share_of_what_little_is_known_is_a_question() -> None:
    landscape = _bought(50, None, None, None, roots="abcd", country="BE")
    (question,) = (
        one for one in reported(landscape).findings if one.rule is Rule.CONCENTRATION_SUPPLIER
    )
    assert (question.key, question.sort) == ("concentration_supplier", Sort.QUESTION)
    assert question.assets == ("x1", "x2", "x3")


@pytest.mark.parametrize(("country", "fires"), [("US", True), ("CH", True), ("FR", False)])
def test_half_of_the_spending_in_one_country_outside_the_eea_is_a_risk(
    country: str, fires: bool
) -> None:
    suppliers: list[Asset] = [
        asset("sa", "supplier", country=country),
        asset("sb", "supplier", country="BE"),
    ]
    services = [asset(one, "cloud_service", annual_cost=50) for one in ("x", "y")]
    landscape = landscape_of(
        "p -> x", "q -> y", "x => sa", "y => sb", assets=[*services, *suppliers]
    )
    told = _crowds(landscape)
    assert told.get(f"concentration_country:{country}") == ((3, 0.5) if fires else None)


def _placeless(*countries: str | None, costs: tuple[float, ...], uses: str) -> Landscape:
    """Return services at these costs from suppliers of these countries, each used so badly."""
    names = "abcd"[: len(costs)]
    return landscape_of(
        *(f"p -> x{one} ({uses})" for one in names),
        *(f"x{one} => s{one}" for one in names),
        assets=[
            *(
                asset(f"x{one}", "application", annual_cost=cost)
                for one, cost in zip(names, costs, strict=True)
            ),
            *(
                asset(f"s{one}", "supplier", country=country)
                for one, country in zip(names, countries, strict=True)
            ),
        ],
    )


def _asked_where(landscape: Landscape) -> dict[str, tuple[str, ...]]:
    return {
        str(one.key): one.assets
        for one in reported(landscape).of_sort(Sort.QUESTION)
        if one.assumed == ("country",)
    }


def test_whether_much_goes_to_one_country_is_a_question_about_those_who_may_be_there() -> None:
    landscape = _placeless("US", None, None, "BE", costs=(30, 15, 25, 30), uses="degrading")
    assert _asked_where(landscape) == {"concentration_country": ("sc", "sb")}


@pytest.mark.parametrize(
    ("countries", "costs"),
    [
        pytest.param(("US", None, "BE"), (30, 19, 51), id="not even with all of it"),
        pytest.param(("US", None, "BE"), (50, 30, 20), id="it is a risk already"),
        pytest.param(("US", None, "BE"), (49, 0, 51), id="nothing goes there"),
    ],
)
def test_it_is_none_where_the_answer_changes_nothing(
    countries: tuple[str | None, ...], costs: tuple[float, ...]
) -> None:
    assert _asked_where(_placeless(*countries, costs=costs, uses="degrading")) == {}


def test_who_is_asked_for_a_country_is_asked_once() -> None:
    landscape = _placeless(None, "BE", costs=(60, 40), uses="vital")
    assert _asked_where(landscape) == {"cut_off:sa": ("sa",)}
