"""Data about people far away or without agreement, and AI that learns from what it is given."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import OperatedBy, PersonalData, Training
from smala_lockin.domain.landscape import Landscape
from tests.analysis.days import found, reported
from tests.builders import asset, landscape_of

_NONE, _ORDINARY, _SENSITIVE = PersonalData.NONE, PersonalData.ORDINARY, PersonalData.SENSITIVE


def _of_rule(rule: Rule, *assets: Asset) -> list[Finding]:
    landscape = landscape_of(*(f"shop -> {one.id}" for one in assets), assets=assets)
    return [one for one in reported(landscape).findings if one.rule is rule]


def _service(id: str = "crm", kind: str = "cloud_service", **facts: Any) -> Asset:
    return asset(id, kind, **facts)


@pytest.mark.parametrize(
    ("country", "data", "weight"),
    [
        pytest.param("US", _ORDINARY, (2, 3, 1), id="trusted in part"),
        pytest.param("US", _SENSITIVE, (2, 4, 2), id="sensitive"),
        pytest.param("IN", _ORDINARY, (3, 3, 2), id="not trusted"),
    ],
)
def test_data_about_people_far_away_is_a_risk(
    country: str, data: PersonalData, weight: tuple[int, int, int]
) -> None:
    crm = _service(personal_data=data, hosting_countries=("BE", country))
    (risk,) = _of_rule(Rule.HOSTING_THIRD_COUNTRY, crm)
    assert (risk.key, risk.sort) == (f"hosting_third_country:{country}", Sort.RISK)
    assert (risk.likelihood, risk.impact, risk.level) == weight
    assert risk.bundle == f"country:{country}"


@pytest.mark.parametrize("country", ["BE", "EU", "NO", "CH", "GB"])
def test_where_the_union_trusts_data_is_not_far(country: str) -> None:
    crm = _service(personal_data=_SENSITIVE, hosting_countries=(country,))
    assert not _of_rule(Rule.HOSTING_THIRD_COUNTRY, crm)


def test_all_that_a_country_keeps_is_one_risk_and_the_most_delicate_weighs() -> None:
    crm = _service(personal_data=_ORDINARY, hosting_countries=("US",))
    hr = _service("hr", personal_data=_SENSITIVE, hosting_countries=("US",))
    (risk,) = _of_rule(Rule.HOSTING_THIRD_COUNTRY, crm, hr)
    assert (risk.assets, risk.impact) == (("crm", "hr"), 4)


def test_whether_it_is_about_people_is_asked_once() -> None:
    reached, unreached = _service(hosting_countries=("US",)), _service(hosting_countries=("MA",))
    assert not _of_rule(Rule.HOSTING_THIRD_COUNTRY, reached)
    assert found(landscape_of("shop -> crm", assets=[reached]))["legal_reach:crm"]
    (asked,) = _of_rule(Rule.HOSTING_THIRD_COUNTRY, unreached)
    assert (asked.key, asked.sort) == ("hosting_third_country:crm", Sort.QUESTION)
    assert asked.evidence.could_be == 3


@pytest.mark.parametrize(
    ("facts", "weight"),
    [
        ({"personal_data": _ORDINARY}, (3, 3, 2, (2, 2))),
        ({"personal_data": _SENSITIVE}, (3, 4, 3, (3, 3))),
        ({}, (3, 3, 2, (1, 3))),
    ],
)
def test_data_handled_without_agreement_is_a_risk(facts: dict[str, Any], weight: object) -> None:
    (risk,) = _of_rule(Rule.NO_DPA, _service(dpa_signed=False, **facts))
    assert (risk.key, risk.sort, risk.bundle) == ("no_dpa:crm", Sort.RISK, "duties")
    assert (risk.likelihood, risk.impact, risk.level, risk.level_range) == weight


def test_who_handles_nobody_s_data_needs_no_agreement() -> None:
    assert not _of_rule(Rule.NO_DPA, _service(dpa_signed=False, personal_data=_NONE))
    own = _service(
        kind="application", dpa_signed=False, personal_data=_ORDINARY, operated_by=OperatedBy.US
    )
    assert not _of_rule(Rule.NO_DPA, own)
    assert _of_rule(
        Rule.NO_DPA,
        _service(
            kind="application",
            dpa_signed=False,
            personal_data=_ORDINARY,
            operated_by=OperatedBy.SUPPLIER,
        ),
    )


def test_agreements_of_which_nobody_knows_are_one_question() -> None:
    crm, hr = _service(personal_data=_ORDINARY), _service("hr", personal_data=_SENSITIVE)
    (asked,) = _of_rule(Rule.NO_DPA, crm, hr, _service("plain", personal_data=_NONE))
    assert (asked.key, asked.sort, asked.assets) == ("no_dpa", Sort.QUESTION, ("crm", "hr"))
    assert asked.evidence.could_be == 3


def test_what_may_hold_data_about_people_is_asked_with_the_rest_and_after_it() -> None:
    unsaid, crm = _service("bank"), _service(personal_data=_ORDINARY)
    power = _service("power", "infrastructure", operated_by=OperatedBy.SUPPLIER)
    (asked,) = _of_rule(Rule.NO_DPA, unsaid, power, crm)
    assert (asked.key, asked.assets) == ("no_dpa", ("crm", "bank"))
    assert (asked.assumed, asked.evidence.could_be) == (("dpa_signed", "personal_data"), 3)


@pytest.mark.parametrize(
    ("data", "weight"),
    [
        (_NONE, (4, 2, 2, (2, 2))),
        (_ORDINARY, (4, 3, 3, (3, 3))),
        (_SENSITIVE, (4, 4, 3, (3, 3))),
        (None, (4, 3, 3, (2, 3))),
    ],
)
def test_an_ai_that_learns_is_a_risk(data: PersonalData | None, weight: object) -> None:
    bot = _service("bot", "ai_service", trains_on_our_data=Training.YES, personal_data=data)
    (risk,) = _of_rule(Rule.AI_TRAINING, bot)
    assert (risk.key, risk.sort) == ("ai_training:bot", Sort.RISK)
    assert (risk.likelihood, risk.impact, risk.level, risk.level_range) == weight


@pytest.mark.parametrize("training", [Training.NO, Training.OPTED_OUT])
def test_an_ai_that_does_not_learn_is_none(training: Training) -> None:
    assert not _of_rule(
        Rule.AI_TRAINING, _service("bot", "ai_service", trains_on_our_data=training)
    )


def test_whether_an_ai_learns_is_asked_of_each_tool_and_of_all_behind_these_at_once() -> None:
    names = ("bot", "helper", "model", "other")
    landscape = landscape_of(
        "shop -> bot",
        "shop -> helper",
        "bot -> model",
        "helper -> other",
        assets=[asset(one, "ai_service") for one in names],
    )
    told = found(landscape)
    assert _asked(landscape, Rule.AI_TRAINING) == {
        "ai_training:bot",
        "ai_training:helper",
        "ai_training",
    }
    assert told["ai_training"].assets == ("model", "other")


def _asked(landscape: Landscape, rule: Rule) -> set[str]:
    return {one.key for one in reported(landscape).of_sort(Sort.QUESTION) if one.rule is rule}


_FACTS: dict[str, list[Any]] = {
    "personal_data": [None, *PersonalData],
    "dpa_signed": [None, False, True],
    "trains_on_our_data": [None, *Training],
    "hosting_countries": [None, ("BE",), ("US",), ("IN", "BE"), ("GB",)],
}
_SOME_FACTS = st.fixed_dictionaries({fact: st.sampled_from(of) for fact, of in _FACTS.items()})


@given(st.sampled_from(["cloud_service", "ai_service"]), _SOME_FACTS, st.sampled_from(list(_FACTS)))
@settings(max_examples=60, deadline=None)
def test_what_is_forgotten_of_data_is_asked_for(
    kind: str, facts: dict[str, Any], forgotten: str
) -> None:
    known, unknown = _service(kind=kind, **facts), _service(kind=kind, **{**facts, forgotten: None})
    told = {
        one.rule
        for one in reported(landscape_of("shop -> crm", assets=[unknown])).findings
        if one.sort is not Sort.NOTE
    }
    for rule in (Rule.NO_DPA, Rule.AI_TRAINING, Rule.HOSTING_THIRD_COUNTRY):
        weighty = [one for one in _of_rule(rule, known) if (one.level or 0) >= 2]
        # Where data is kept, and whether it is about people, is asked by the rule about law.
        assert not weighty or rule in told or Rule.LEGAL_REACH in told


@given(st.lists(_SOME_FACTS, min_size=1, max_size=4))
@settings(max_examples=50, deadline=None)
def test_the_rules_about_data_fire_just_as_they_are_defined(many: list[dict[str, Any]]) -> None:
    services = [_service(f"s{number}", "ai_service", **facts) for number, facts in enumerate(many)]
    landscape = landscape_of(*(f"shop -> {one.id}" for one in services), assets=services)
    told = {
        one.key: (one.likelihood, one.impact)
        for one in reported(landscape).of_sort(Sort.RISK)
        if one.rule in (Rule.NO_DPA, Rule.AI_TRAINING, Rule.HOSTING_THIRD_COUNTRY)
    }
    impact = {_NONE: 2, _ORDINARY: 3, _SENSITIVE: 4, None: 3}
    expected: dict[str, tuple[int, int]] = {}
    for one in services:
        if one.dpa_signed is False and one.personal_data is not _NONE:
            expected[f"no_dpa:{one.id}"] = (3, impact[one.personal_data])
        if one.trains_on_our_data is Training.YES:
            expected[f"ai_training:{one.id}"] = (4, impact[one.personal_data])
        if one.personal_data in (_ORDINARY, _SENSITIVE):
            for country, likelihood in (("US", 2), ("IN", 3)):
                if country in (one.hosting_countries or ()):
                    key = f"hosting_third_country:{country}"
                    before = expected.get(key, (likelihood, 0))[1]
                    expected[key] = (likelihood, max(before, impact[one.personal_data]))
    assert told == expected
