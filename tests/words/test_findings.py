"""Findings and headlines as sentences: whole, in both numbers, whatever a name holds."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from smala_lockin import i18n
from smala_lockin.analysis.rating.findings import Evidence, Finding, Rule, Sort, risk_key
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.analysis.stories.headlines import FEW, Family
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.dependencies import GroupId
from smala_lockin.domain.kinds import (
    AssetKind,
    Customisation,
    DataExport,
    ExitPlan,
    OpenSource,
    PersonalData,
    Skills,
)
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import Company
from smala_lockin.words import findings, headlines
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

_DAY = date(2026, 11, 22)


def _report(landscape: Landscape) -> Report:
    return build_report(landscape, today=_DAY)


def _process(id: str = "shop", criticality: int = 4, hours: float = 24) -> Asset:
    return asset(id, "process", criticality=criticality, max_outage_hours=hours)


def _messages(landscape: Landscape) -> dict[str, str]:
    report = _report(landscape)
    return {one.key: findings.message(report, one) for one in report.findings}


def _headlines(landscape: Landscape) -> list[str]:
    report = _report(landscape)
    return [headlines.sentence(report, one) for one in report.headlines]


def _is_whole(text: str) -> bool:
    return (
        bool(text.strip())
        and "%(" not in text
        and "None" not in text
        and "  " not in text
        and text[-1] in ".?"
    )


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("rule", Rule)
def test_any_rule_of_any_sort_is_a_sentence(rule: Rule, sort: Sort, language: str) -> None:
    report = _report(landscape_of("shop -> mail | chat", assets=[_process()]))
    bare = Finding(
        key=risk_key(rule),
        rule=rule,
        sort=sort,
        assets=(AssetId("shop"),),
        evidence=Evidence(
            groups=(GroupId("g1"),),
            causes=("asset:mail",),
            stops=(AssetId("shop"),),
            late=(AssetId("shop"),),
            country="US" if sort is Sort.RISK else None,
        ),
    )
    notes = (Rule.LOOP, Rule.ORPHAN, Rule.UNSERVED, Rule.MISSING_FACTS, Rule.STAND_INS)
    with i18n.language(language):
        assert _is_whole(findings.message(report, bare))
        assert findings.rule(rule)
        step = findings.first_step(report, bare)
        assert _is_whole(step) if sort is Sort.RISK and rule not in notes else not step


@given(landscapes(max_assets=12))
@settings(max_examples=60, deadline=None)
def test_whatever_is_found_is_a_sentence(landscape: Landscape) -> None:
    report = _report(landscape)
    for language in i18n.LANGUAGES:
        with i18n.language(language):
            for one in report.findings:
                assert _is_whole(findings.message(report, one))
                assert _is_whole(findings.title(report, one))
            for story in report.headlines:
                assert _is_whole(headlines.sentence(report, story))
                assert headlines.name(report, story)


def test_a_point_of_failure_says_what_stops_how_long_one_can_wait_and_why() -> None:
    db = asset("db", "cloud_service", name="Odoo", recovery_hours=8)
    messages = _messages(landscape_of("shop -> db +4h", assets=[_process(hours=24), db]))
    assert messages["spof:db"] == (
        "If Odoo stops, your only activity stops after 4 hours. "
        "You can do without it for 28 hours. "
        "An outage of more than 28 hours is to be expected less than once in 20 years; by then it "
        "is too late for Shop. "
        "Usual frequency for a cloud service (assumed); getting it back is quicker."
    )


def test_one_can_do_without_until_the_first_is_too_late() -> None:
    landscape = landscape_of(
        "small -> db", "big -> db", assets=[_process("small", 1, 6), _process("big", 5, 9)]
    )
    message = _messages(landscape)["spof:db"]
    assert "You can do without it for 6 hours." in message
    assert "An outage of more than 9 hours" in message
    assert "too late for Small and Big" in message


def test_a_headline_says_what_stops_and_what_is_behind() -> None:
    landscape = landscape_of(
        *("shop -> erp", "site -> x", "erp => acme"),
        assets=[_process(), asset("acme", "supplier", country="US", replacement_days=1)],
    )
    assert _headlines(landscape) == [
        "If Erp stops, 1 of your 2 activities (Shop) stops at once. "
        "You can do without it for 24 hours. "
        "Behind it: Acme (United States). Nothing stands in for it."
    ]


def test_what_fails_with_a_thing_is_not_said_to_stand_in_for_it() -> None:
    landscape = landscape_of(
        "site -> mail | chat", "chat -> mail", "shop -> mail", assets=[_process()]
    )
    assert not any("stands in for it only" in told for told in _headlines(landscape))


def test_what_stands_in_for_a_part_is_said() -> None:
    landscape = landscape_of("shop -> mail", "site -> mail | chat", assets=[_process()])
    (told,) = _headlines(landscape)
    assert told.endswith("There is a stand-in (Chat), but only for Site.")


@pytest.mark.parametrize(
    ("arrows", "cause"),
    [
        (["shop -> a | b", "a -> db", "b -> db"], "both need Db"),
        (["shop -> a | b | c", "a -> db", "b -> db", "c -> db"], "too many of them need Db"),
        (["shop -> a | b", "b -> a"], "what should replace A needs it"),
        (["shop -> a | b", "a -> shop", "b -> shop"], "one needs the very thing it should replace"),
    ],
)
def test_a_false_redundancy_names_its_cause(arrows: list[str], cause: str) -> None:
    messages = _messages(landscape_of(*arrows))
    (told,) = (text for key, text in messages.items() if key.startswith("false_redundancy"))
    assert cause in told


def test_a_group_of_suppliers_behind_both_is_named() -> None:
    landscape = landscape_of(
        *("shop -> a | b", "a => x", "b => y", "x ~> corp", "y ~> corp"), assets=[_process()]
    )
    (told,) = (
        text for key, text in _messages(landscape).items() if key.startswith("false_redundancy")
    )
    assert "both belong to Corp" in told


def test_what_costs_much_is_said_with_its_cost() -> None:
    shop = asset("shop", "process", criticality=1, max_outage_hours=24, outage_cost_per_day=5432)
    landscape = landscape_of(
        "shop -> db", "site -> x", assets=[shop], company=Company(revenue=50_000)
    )
    assert "costs about €5,400" in _messages(landscape)["spof:db"]


def test_a_law_says_which_way_it_comes() -> None:
    erp = asset("erp", "cloud_service", personal_data=PersonalData.ORDINARY)
    landscape = landscape_of(
        "erp => acme",
        "acme ~> fund (investor)",
        assets=[erp, asset("fund", "supplier", country="US")],
    )
    message = _messages(landscape)["legal_reach:US"]
    assert "may reach personal data in Erp, through an investor." in message
    assert "The path: Erp → Acme → Fund." in message


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 entry is not connected to anything: A0."),
        (2, "2 entries are not connected to anything: A0 and A1."),
        (5, "5 entries are not connected to anything: A0, A1, A2 and 2 more."),
    ],
)
def test_notes_count_in_both_numbers(count: int, said: str) -> None:
    alone = [asset(f"a{number}") for number in range(count)]
    assert _messages(landscape_of("shop -> db", assets=alone))["orphan"] == said


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("x" * 5000, id="very long"),
        pytest.param("100 % %(it)s %d {it} {0}", id="signs of formats"),
        pytest.param("a\nb\tc\x1b[31m", id="control characters"),
        pytest.param("Société Générale – “Énergie” 株式会社", id="letters"),
    ],
)
def test_a_name_may_hold_anything(name: str) -> None:
    landscape = landscape_of(
        *("shop -> a | b", "a -> db", "b -> db", "db => acme"),
        assets=[_process(), asset("db", "cloud_service", name=name)],
    )
    for text in [*_messages(landscape).values(), *_headlines(landscape)]:
        assert len(text) < 1000
        assert "\x1b" not in text
        assert "\n" not in text
    assert " ".join(name.split())[:20].replace("\x1b", "") in _messages(landscape)["spof:db"]


def test_stand_ins_are_counted_as_what_they_are() -> None:
    landscape = landscape_of(
        "erp -> disk", "crm -> disk", "wiki -> x", assets=[asset(one) for one in ("erp", "crm")]
    )
    shown = replace(landscape.assets[AssetId("wiki")], kind=AssetKind.APPLICATION)
    landscape = replace(landscape, assets={**landscape.assets, shown.id: shown})
    assert "2 of your 3 applications (Crm; Erp) stop" in _messages(landscape)["spof:disk"]


def test_suppliers_folded_into_one_line_are_counted() -> None:
    names = [f"p{number}" for number in range(6)]
    arrows = [arrow for one in names for arrow in (f"{one} -> of-{one}", f"of-{one} => s-{one}")]
    landscape = landscape_of(
        *arrows,
        assets=[
            *(_process(one) for one in names),
            *(asset(f"of-{one}", "cloud_service") for one in names),
            *(asset(f"s-{one}", "supplier", replacement_days=200) for one in names),
        ],
    )
    report = _report(landscape)
    assert [one.bundle for one in report.headlines] == [FEW]
    assert headlines.sentence(report, report.headlines[0]).startswith(
        "6 suppliers each carry one activity on their own: "
    )


@pytest.mark.parametrize("family", Family)
def test_every_family_has_a_name(family: Family) -> None:
    assert headlines.family(family)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"customisation": Customisation.HEAVY}, "much is built around it"),
        ({"customisation": Customisation.SOME}, "some things are built around it"),
        ({"skills": Skills.VENDOR}, "only its maker knows how to run it"),
        (
            {"open_source": OpenSource.CORE, "open_standard": False},
            "it uses formats of its own",
        ),
        ({"exit_plan": ExitPlan.DRAFT}, "no exit has been tried"),
    ],
)
def test_why_something_is_hard_to_leave_says_no_more_than_is_known(
    facts: dict[str, Any], reason: str
) -> None:
    rest = {"data_export": DataExport.OPEN, "replacement_days": 3, "substitutes": ("a", "b", "c")}
    erp = asset("erp", **{**rest, **facts})
    report = _report(landscape_of("shop -> erp", assets=[_process(), erp]))
    risk = Finding(key=risk_key(Rule.LOCK_IN), rule=Rule.LOCK_IN, sort=Sort.RISK, assets=(erp.id,))
    told = findings.message(report, risk)
    assert reason in told
    assert "assumed" not in told


def test_a_story_led_by_what_stands_behind_a_service_is_not_named_after_its_supplier() -> None:
    report = _report(
        landscape_of(
            *("shop -> mail", "mail => big", "mail ->> domain"),
            assets=[
                asset("shop", "process", criticality=5, max_outage_hours=4),
                asset("mail", "cloud_service", recovery_hours=1),
                asset("domain", "application", recovery_hours=100),
            ],
        )
    )
    (story,) = report.headlines
    assert (story.bundle, story.lead.key) == ("supplier:big", "spof:domain")
    assert headlines.name(report, story) == "Domain, behind Mail"
