"""Each finding explains itself, and the explanation adds up."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from smala_lockin import i18n, paths
from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.domain.kinds import ExitPlan, PersonalData
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.words import enums
from smala_lockin.words.why import shortest, why
from smala_lockin.words.why_parts import Chapter
from tests.analysis.days import TODAY, found, reported
from tests.builders import asset, landscape_of
from tests.strategies import landscapes

EXAMPLES = sorted(paths.resource("examples").glob("*.smala"))


def _chapters(report: Report, finding: Finding) -> dict[str, Chapter]:
    return {one.title: one for one in why(report, finding)}


def _text(report: Report, finding: Finding) -> str:
    return "\n".join(line.text for one in why(report, finding) for line in one.lines)


def _check(report: Report, finding: Finding) -> None:
    """The marked cells hold what the finding says; every chapter says something."""
    chapters = _chapters(report, finding)
    assert all(one.lines or one.grid for one in chapters.values())
    if finding.sort is not Sort.RISK:
        return
    level = chapters["The level"].grid
    assert level is not None
    ((row, column),) = level.marked
    assert level.rows[row][column] == str(int(finding.level or 0))
    lengths = chapters.get("All lengths that were looked at")
    if lengths is not None:
        assert lengths.grid is not None
        (chosen,) = {row for row, _column in lengths.grid.marked}
        _margin, likelihood, impact, said, _late = lengths.grid.rows[chosen]
        assert (int(likelihood), int(impact)) == (finding.likelihood, finding.impact)
        assert finding.level is not None
        assert said == enums.level(finding.level)
    usual = chapters["How likely"].grid
    if usual is not None and finding.evidence.usual is not None:
        ((row, column),) = usual.marked
        assert int(usual.rows[row][column]) == finding.evidence.usual.table


@given(landscapes())
@settings(max_examples=20, deadline=None)
def test_every_finding_of_any_map_explains_itself(landscape: Landscape) -> None:
    report = build_report(landscape, today=TODAY)
    for finding in report.findings:
        _check(report, finding)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_finding_of_the_examples_is_explained_in_words(path: Path, language: str) -> None:
    report = build_report(project.load(path), today=TODAY)
    ids = [str(key) for key in report.landscape.assets if re.search(r"-", key)]
    with i18n.language(language):
        for finding in report.findings:
            said = _text(report, finding)
            assert not re.search(r"%\(|None\b|_hours|_days", said)
            assert not any(re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", said) for one in ids)
            if language == "en":
                _check(report, finding)


def _shop(**erp: object) -> Report:
    return reported(
        landscape_of(
            "shop -> erp +12h",
            "erp => acme",
            assets=[
                asset("shop", "process", criticality=5, max_outage_hours=8),
                asset("pay", "process", criticality=1, max_outage_hours=100),
                asset("erp", "cloud_service", **erp),
                asset("acme", "supplier", country="RU", replacement_days=40),
            ],
        )
    )


def _found(report: Report, key: str) -> Finding:
    return next(one for one in report.findings if one.key == key)


def test_it_tells_what_precautions_are_worth_where_they_are_worth_something() -> None:
    tested = {"exit_plan": ExitPlan.TESTED, "exit_plan_tested_on": TODAY}
    for report, expected in ((_shop(**tested), True), (_shop(), False)):
        finding = _found(report, "spof:erp")
        (level,) = (
            one for one in why(report, finding, report.inherent) if one.title == "The level"
        )
        said = [one.text for one in level.lines]
        bare = report.inherent[finding.key]
        words = (
            f"Without the stand-ins and exit plans you have: {enums.level(bare.level)} "
            f"(likelihood {bare.likelihood}, impact {bare.impact})."
        )
        assert (words in said) == (bare.level > (finding.level or 0)) == expected


def test_times_add_up_to_when_it_is_too_late() -> None:
    report = _shop()
    said = _text(report, _found(report, "spof:erp"))
    assert (
        "Shop (criticality 5) stops after 12 hours and may be down for 8 hours: "
        "too late after 20 hours."
    ) in said
    assert "The most critical activity that is too late has criticality 5: impact 4." in said
    assert "By weight, they are at least half of all activities: one more, 5 at most." in said
    assert "That makes the impact 5 out of 5: the company is at risk." in said


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        pytest.param(
            {}, "Erp: back after 8 hours, assumed (between 2 hours and 3 days).", id="assumed"
        ),
        pytest.param({"recovery_hours": 100}, "take longer than that: one more", id="slow"),
        pytest.param({"recovery_hours": 1}, "quicker than that: one less", id="quick"),
        pytest.param({"units": 2}, "There are several alike: 1 less.", id="several"),
    ],
)
def test_what_moves_the_likelihood_is_named(facts: dict[str, object], words: str) -> None:
    report = _shop(**facts)
    assert words in _text(report, _found(report, "spof:erp"))


def test_a_known_fact_is_not_called_assumed() -> None:
    report = _shop(recovery_hours=100)
    assert "What is assumed" not in _chapters(report, _found(report, "spof:erp"))


def test_a_listed_country_is_said_to_be_listed() -> None:
    report = _shop()
    said = _text(report, _found(report, "cut_off:RU"))
    assert "In the settings of this map, Russia is listed with 5." in said
    assert "over 60 days too long: 2 more" in said


def test_references_are_named_by_number() -> None:
    report = _shop()
    lines = _chapters(report, _found(report, "loss:acme"))["References"].lines
    assert any(re.match(r"CyFun \w\w\.\w\w-\d+: ", line.text) for line in lines)


def test_the_way_is_a_shortest_one_along_what_is_vital() -> None:
    landscape = landscape_of("a -> b", "b -> c", "a -> d", "d -> e", "e -> c", "a -> c (degrading)")
    key = {str(one): one for one in landscape.assets}
    assert shortest(landscape, key["a"], [key["c"]]) == ("a", "b", "c")
    assert shortest(landscape, key["c"], [key["a"]]) == ()


def test_a_question_says_what_its_answer_would_change() -> None:
    landscape = landscape_of(
        "shop -> chat",
        assets=[asset("shop", "process"), asset("chat", "ai_service")],
    )
    asked = next(one for one in found(landscape).values() if one.rule is Rule.AI_TRAINING)
    said = _text(reported(landscape), asked)
    assert "With the unfavourable answer this would be a high risk." in said
    assert "Chat: trains on our data." in said


def test_what_may_make_a_risk_worse_is_named() -> None:
    report = reported(
        landscape_of(
            *("shop -> crm", "shop -> mail", "crm => acme", "mail => acme"),
            assets=[
                asset("shop", "process"),
                asset("crm", "cloud_service", personal_data=PersonalData.ORDINARY),
                asset("mail", "cloud_service"),
                asset("acme", "supplier", country="US"),
            ],
        )
    )
    (risk,) = (one for one in report.findings if one.key == "legal_reach:US")
    assert risk.level_range == (1, 2)
    assert "Not known for Mail: personal data." in _text(report, risk).splitlines()


def test_a_cut_off_says_when_each_activity_stops_and_is_too_late() -> None:
    report = _shop()
    said = _text(report, _found(report, "cut_off:RU")).splitlines()
    assert (
        "Shop (criticality 5) stops after 12 hours and may be down for 8 hours: "
        "too late after 20 hours."
    ) in said
    assert (
        "Shop fares worst: it is back after 90 days, 89 days and 4 hours too late. "
        "For criticality 5 that is impact 3."
    ) in said


def test_a_tested_way_out_is_told_only_where_there_is_one() -> None:
    words = "A way out of all it provides has been tested: one less."
    assert words not in _text(_shop(), _found(_shop(), "loss:acme"))
    ready = _shop(exit_plan=ExitPlan.TESTED)
    assert words in _text(ready, _found(ready, "loss:acme"))


@pytest.mark.parametrize(
    ("more", "told"),
    [
        pytest.param(
            (), "the longest of what it provides; after 30 days at best.", id="all of it is known"
        ),
        pytest.param(
            ("shop => acme",), "assumed (between 30 days and 365 days).", id="an activity is not"
        ),
    ],
)
def test_a_supplier_is_replaced_as_slowly_as_the_slowest_it_provides(
    more: tuple[str, ...], told: str
) -> None:
    landscape = landscape_of(
        *("shop -> erp", "erp => acme", *more),
        assets=[
            asset("shop", "process", criticality=5, max_outage_hours=8),
            asset("erp", "cloud_service", replacement_days=45),
            asset("acme", "supplier"),
        ],
    )
    said = _text(reported(landscape), _found(reported(landscape), "loss:acme"))
    assert f"Acme: replaced after 45 days, {told}" in said.splitlines()
