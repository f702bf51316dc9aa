"""One AI behind several tools, and AI without a stand-in."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from smala_lockin.analysis.rating.findings import Rule, Sort
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.words.findings import message
from tests.analysis.days import ago, found, reported
from tests.builders import asset, landscape_of
from tests.strategies import landscapes


def _ai(id: str, **facts: Any) -> Asset:
    return asset(id, "ai_service", **facts)


def _rested(landscape: Landscape) -> dict[str, tuple[tuple[str, ...], int | None]]:
    return {
        key: (one.assets, one.impact)
        for key, one in found(landscape).items()
        if one.rule is Rule.AI_SINGLE_MODEL and one.sort is Sort.RISK
    }


@pytest.mark.parametrize(
    ("criticality", "impact"), [pytest.param(3, 3, id="usual"), pytest.param(4, 4, id="matters")]
)
def test_two_tools_that_end_at_one_maker_are_a_risk(criticality: int, impact: int) -> None:
    landscape = landscape_of(
        *("shop -> chat", "shop -> quote", "quote ->> model", "model => maker", "chat => maker"),
        assets=[
            asset("shop", "process", criticality=criticality),
            *(_ai(one) for one in ("chat", "quote", "model")),
        ],
    )
    assert _rested(landscape) == {"ai_single_model:maker": (("chat", "quote"), impact)}
    risk = found(landscape)["ai_single_model:maker"]
    assert (risk.likelihood, risk.bundle) == (3, "ai:maker")


def test_how_much_the_activity_matters_that_needs_two_may_not_be_known() -> None:
    landscape = landscape_of(
        *("shop -> chat", "shop -> quote", "quote => maker", "chat => maker"),
        assets=[asset("shop", "process"), _ai("chat"), _ai("quote")],
    )
    risk = found(landscape)["ai_single_model:maker"]
    assert (risk.impact, risk.level_range, risk.assumed) == (3, (2, 3), ("criticality",))


def test_makers_of_one_group_are_one() -> None:
    landscape = landscape_of(
        *("shop -> a", "site -> b", "a => one", "b => two", "one ~> top", "two ~> top"),
        assets=[_ai("a"), _ai("b")],
    )
    assert set(_rested(landscape)) == {"ai_single_model:top"}


def test_one_family_by_two_makers_is_told_too() -> None:
    landscape = landscape_of(
        *("shop -> a", "site -> b", "a => one", "b => two"),
        assets=[_ai("a", model_family="GPT"), _ai("b", model_family="gpt")],
    )
    assert set(_rested(landscape)) == {"ai_single_model:gpt"}


def test_a_tool_and_the_model_behind_it_are_not_two() -> None:
    landscape = landscape_of(
        "shop -> quote", "quote ->> model", "model => maker", assets=[_ai("quote"), _ai("model")]
    )
    assert not _rested(landscape)


def test_whose_model_it_is_is_asked_where_there_are_others() -> None:
    tools = [_ai("a", model_family="GPT"), _ai("b")]
    asked = {
        key
        for key, one in found(landscape_of("shop -> a", "shop -> b", assets=tools)).items()
        if one.rule is Rule.AI_SINGLE_MODEL and one.sort is Sort.QUESTION
    }
    assert asked == {"ai_single_model:b"}


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        pytest.param(["model => two"], {"ai_single_model:b"}, id="makers let others offer theirs"),
        pytest.param(["model => one"], set(), id="all by one maker"),
    ],
)
def test_to_know_the_makers_does_not_tell_the_model(more: list[str], asked: set[str]) -> None:
    landscape = landscape_of(
        *("shop -> a", "shop -> b", "b ->> model", "a => one", *more),
        assets=[_ai("a", model_family="GPT"), _ai("b"), _ai("model")],
    )
    assert asked == {
        key
        for key, one in found(landscape).items()
        if one.rule is Rule.AI_SINGLE_MODEL and one.sort is Sort.QUESTION
    }


@given(landscapes(max_assets=14))
@settings(max_examples=60, deadline=None)
def test_makers_behind_two_tools_are_found_by_walking(landscape: Landscape) -> None:
    told = {key: set(assets) for key, (assets, _impact) in _rested(landscape).items()}
    ends: dict[str, set[str]] = {}
    for id, one in landscape.assets.items():
        if one.kind is AssetKind.AI_SERVICE and _is_tool(landscape, id):
            for root in _roots(landscape, id):
                ends.setdefault(root, set()).add(id)
    assert told == {f"ai_single_model:{root}": one for root, one in ends.items() if len(one) > 1}


def _is_tool(landscape: Landscape, id: AssetId) -> bool:
    sources = [landscape.assets[one.source] for one in landscape.needed_by[id]]
    return any(one.kind is not AssetKind.AI_SERVICE for one in sources)


def _roots(landscape: Landscape, id: AssetId) -> set[AssetId]:
    """Return who has the last word over the makers of the AI services at the end of the chain."""
    report = reported(landscape)
    chain = report.figures.ai_chains.of_service[id]
    makers = {
        one.target
        for model in chain.models
        for one in landscape.needs[model]
        if one.role is Role.PROVIDED_BY
    }
    return set(chain.roots) if makers else set()


def test_an_ai_with_nothing_beside_it_is_told_with_its_failure() -> None:
    risk = found(landscape_of("shop -> bot", assets=[_ai("bot")]))["spof:bot"]
    assert risk.evidence.merged == (Rule.AI_NO_FALLBACK,)


@pytest.mark.parametrize(
    ("arrows", "facts"),
    [
        pytest.param(["shop -> bot"], {"fallback_tested_on": ago(10)}, id="tried without"),
        pytest.param(["shop -> bot | plain", "plain -> bot"], {}, id="in a group"),
    ],
)
def test_an_ai_with_something_beside_it_is_not(arrows: list[str], facts: dict[str, Any]) -> None:
    landscape = landscape_of(*arrows, assets=[_ai("bot", **facts)])
    risk = found(landscape)["spof:bot"]
    merged = (Rule.AI_NO_FALLBACK,) if len(arrows) > 1 else ()
    assert risk.evidence.merged == merged


@pytest.mark.parametrize(
    ("off", "keys", "merged"),
    [
        pytest.param({"spof"}, {"ai_no_fallback:bot"}, (), id="its failure is not told"),
        pytest.param({"ai_no_fallback"}, {"spof:bot"}, (), id="it is not told"),
        pytest.param({"spof", "ai_no_fallback"}, set(), (), id="neither"),
    ],
)
def test_of_two_rules_told_as_one_the_other_stays(
    off: set[str], keys: set[str], merged: tuple[Rule, ...]
) -> None:
    landscape = landscape_of("shop -> bot", assets=[_ai("bot")])
    settled = replace(landscape, sections={"settings": {"rules_off": sorted(off)}})
    risks = {key: one for key, one in found(settled).items() if one.level is not None}
    assert set(risks) == keys
    assert all(one.evidence.merged == merged for one in risks.values())
    assert all(
        "can change or withdraw it" in message(reported(settled), one)
        for one in risks.values()
        if one.rule is Rule.AI_NO_FALLBACK
    )


def test_an_ai_whose_fallback_was_tried_lately_fails_people_less_often() -> None:
    plain, tried = (
        found(landscape_of("shop -> bot", assets=[_ai("bot", **facts)]))["spof:bot"]
        for facts in ({}, {"fallback_tested_on": ago(10)})
    )
    assert plain.likelihood is not None
    assert tried.likelihood == plain.likelihood - 1
