"""The next best questions: which unknown facts would change most."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.analysis.rating.findings import Rule
from smala_lockin.analysis.stories.next_questions import SHOWN, NextQuestion
from smala_lockin.domain import edits
from smala_lockin.domain.kinds import SERVICES, Customisation, DataExport, Skills
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import Settings
from tests.analysis import oracle_next
from tests.analysis.days import TODAY, reported
from tests.analysis.oracle_next import Best
from tests.analysis.test_rules_against_oracle import rows
from tests.builders import asset, landscape_of
from tests.strategies import landscapes, whole_landscapes


def _asked(landscape: Landscape) -> tuple[NextQuestion, ...]:
    return reported(landscape).next_questions


def test_the_fact_on_which_most_hangs_is_asked_first() -> None:
    landscape = landscape_of(
        "shop -> erp",
        "site -> web",
        assets=[
            asset("shop", "process", criticality=5, max_outage_hours=30),
            asset("site", "process", criticality=2, max_outage_hours=30),
            *(asset(one, "infrastructure") for one in ("erp", "web")),
        ],
    )
    first, *_others = _asked(landscape)
    assert (first.asset, first.fact) == ("erp", "recovery_hours")


def test_what_is_known_is_not_asked() -> None:
    facts: dict[str, Any] = {
        "recovery_hours": 8,
        "replacement_days": 30,
        "data_export": DataExport.OPEN,
        "substitutes": ("Other",),
        "customisation": Customisation.NONE,
        "skills": Skills.MARKET,
        "end_of_support": TODAY + timedelta(days=999),
    }
    shop = asset("shop", "process", criticality=5, max_outage_hours=30)
    assert not _asked(landscape_of("shop -> erp", assets=[shop, asset("erp", **facts)]))


def test_a_question_that_could_turn_out_high_comes_first() -> None:
    landscape = landscape_of(
        "shop -> erp",
        "shop -> bot (degrading)",
        assets=[
            asset("shop", "process", criticality=5, max_outage_hours=30),
            asset("bot", "ai_service", replacement_days=1, dpa_signed=True),
        ],
    )
    first, *_others = _asked(landscape)
    assert (first.asset, first.fact, first.urgent) == ("bot", "trains_on_our_data", True)
    assert first.finding.rule is Rule.AI_TRAINING


def test_no_more_than_three_are_shown_and_one_for_each_asset() -> None:
    names = [f"x{number}" for number in range(6)]
    shop = asset("shop", "process", criticality=5, max_outage_hours=30)
    found = _asked(landscape_of(*(f"shop -> {one}" for one in names), assets=[shop]))
    assert len(found) == len({one.asset for one in found}) == SHOWN


def test_without_activities_it_is_asked_first_which_ones_there_are() -> None:
    found = _asked(landscape_of("erp -> db", assets=[asset("erp"), asset("db")]))
    assert (found[0].fact, found[0].finding.rule) == ("process", Rule.STAND_INS)


def test_a_rule_that_is_off_asks_nothing() -> None:
    landscape = landscape_of("shop -> erp", assets=[asset("shop", "process", criticality=5)])
    rules = (Rule.LOCK_IN, Rule.SPOF, Rule.END_OF_SUPPORT)
    off = Settings(rules_off=frozenset(one.value for one in rules))
    assert _asked(landscape)
    assert {one.fact for one in _asked(edits.put_settings(landscape, off))} <= {"max_outage_hours"}


@given(landscapes(max_assets=10) | whole_landscapes(max_assets=8), st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_the_questions_are_those_that_the_definition_calls_best(
    landscape: Landscape, described: int
) -> None:
    known = _described(landscape, described)
    found = [Best(str(one.asset), one.fact, one.worth, one.urgent) for one in _asked(known)]
    assert found == oracle_next.next_questions(known, TODAY, rows())


def _described(landscape: Landscape, number: int) -> Landscape:
    """Return the map with some facts about leaving known, so that lock-in comes and goes."""
    facts: list[dict[str, Any]] = [
        {},
        {"data_export": DataExport.NONE, "substitutes": ()},
        {"customisation": Customisation.HEAVY, "skills": Skills.VENDOR, "open_standard": False},
        {"data_export": DataExport.NONE, "customisation": Customisation.SOME, "notice_days": 200},
    ]
    assets = {
        key: replace(one, **facts[number]) if one.kind in SERVICES else one
        for key, one in landscape.assets.items()
    }
    return replace(landscape, assets=assets)
