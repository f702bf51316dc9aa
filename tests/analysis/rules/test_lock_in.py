"""What is hard to leave: when it is a risk, and how that weighs."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import Customisation, DataExport, ExitPlan, OpenSource, Skills
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
    doubtful = index.assumed >= 60 and criticality >= 4
    asks = not fires and (doubtful or _may_turn_out_captive(erp, criticality))
    told = [one for one in report.findings if one.rule is Rule.LOCK_IN]
    assert [one.sort for one in told] == ([Sort.RISK] if fires else [Sort.QUESTION] * asks)
    for one in told:
        if fires:
            assert one.impact == 2 + (criticality >= 4) + (index.assumed >= 75)
        assert all(getattr(erp, fact) is None for fact in one.assumed if fact != "substitutes")


def _may_turn_out_captive(erp: Asset, criticality: int) -> bool:
    """Whether one factor more, at its worst, makes a risk of level medium."""
    shop = asset("shop", "process", criticality=criticality)
    known = {one: value for one in _WORST for value in [getattr(erp, one)] if value is not None}
    for worst in _WORST_FACTORS:
        more = {fact: _WORST[fact] for fact in worst if fact not in known}
        report = reported(landscape_of("shop -> erp", assets=[shop, replace(erp, **more)]))
        risks = [one for one in report.of_sort(Sort.RISK) if one.rule is Rule.LOCK_IN]
        if more and any((one.level or 0) >= 2 for one in risks):
            return True
    return False


_WORST: dict[str, Any] = {
    "data_export": DataExport.NONE,
    "replacement_days": 10_000,
    "substitutes": (),
    "customisation": Customisation.HEAVY,
    "contract_end": TODAY.replace(year=2099),
    "notice_days": 3000,
    "renewal_months": 1200,
    "exit_cost": 1e12,
    "annual_cost": 1.0,
    "open_source": OpenSource.NO,
    "open_standard": False,
    "skills": Skills.VENDOR,
    "exit_plan": ExitPlan.NONE,
}
_WORST_FACTORS = [
    *(["data_export"], ["replacement_days"], ["substitutes"], ["customisation"]),
    ["contract_end", "notice_days", "renewal_months", "exit_cost", "annual_cost"],
    *(["open_source", "open_standard"], ["skills"], ["exit_plan"]),
]
