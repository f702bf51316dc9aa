"""What falls due: notice to be given, ends of support."""

from datetime import date, timedelta

import pytest

from smala_lockin.analysis.rating.findings import Finding, Rule, Sort
from smala_lockin.domain.kinds import Customisation, DataExport, OpenSource, OperatedBy, Skills
from tests.analysis.days import TODAY, ago, found, reported
from tests.builders import asset, landscape_of


def _ending(day: date, *arrows: str) -> Finding | None:
    server = asset("server", "infrastructure", end_of_support=day, recovery_hours=48)
    shop = asset("shop", "process", criticality=5, max_outage_hours=8)
    return found(landscape_of(*arrows, assets=[shop, server])).get("end_of_support:server")


@pytest.mark.parametrize(
    ("day", "weight"),
    [
        pytest.param(ago(0), (3, 5, 3), id="ended today"),
        pytest.param(TODAY + timedelta(days=1), (2, 5, 2), id="ends tomorrow"),
        pytest.param(TODAY + timedelta(days=365), (2, 5, 2), id="ends within a year"),
    ],
)
def test_the_end_of_support_weighs_as_much_as_the_outage(day: date, weight: object) -> None:
    risk = _ending(day, "shop -> server")
    assert risk is not None
    assert (risk.likelihood, risk.impact, risk.level) == weight
    assert (risk.evidence.day, risk.evidence.stops) == (day, ("shop",))
    assert risk.bundle == "deadlines"


def test_what_stops_nothing_weighs_little() -> None:
    risk = _ending(ago(30), "shop -> server (degrading)")
    assert risk is not None
    assert (risk.likelihood, risk.impact, risk.level) == (3, 2, 1)


def _asked_until_when(*arrows: str, **facts: object) -> list[Finding]:
    shop = asset("shop", "process", criticality=4, max_outage_hours=8)
    server = asset("server", "infrastructure", **facts)
    report = reported(landscape_of(*arrows, assets=[shop, server]))
    return [one for one in report.of_sort(Sort.QUESTION) if one.rule is Rule.END_OF_SUPPORT]


@pytest.mark.parametrize(
    ("arrows", "facts", "asked"),
    [
        pytest.param(["server => maker"], {}, True, id="somebody makes it"),
        pytest.param([], {"operated_by": OperatedBy.US}, True, id="run by us"),
        pytest.param([], {}, False, id="nobody does: a duct, a power line"),
        pytest.param(
            ["server => maker"], {"operated_by": OperatedBy.SUPPLIER}, False, id="run by them"
        ),
        pytest.param(["server => maker"], {"end_of_support": ago(-999)}, False, id="known"),
    ],
)
def test_how_long_what_we_run_is_supported_is_a_question(
    arrows: list[str], facts: dict[str, object], asked: bool
) -> None:
    questions = _asked_until_when("shop -> server", *arrows, **facts)
    assert [one.key for one in questions] == ["end_of_support"] * asked
    for one in questions:
        assert (one.assets, one.evidence.could_be) == (("server",), 3)
        assert set(one.evidence.stops) == {"shop"}


@pytest.mark.parametrize("operator", [None, *OperatedBy])
def test_until_when_software_is_supported_is_asked_whoever_runs_it(
    operator: OperatedBy | None,
) -> None:
    shop = asset("shop", "process", criticality=4, max_outage_hours=8)
    erp = asset("erp", "application", operated_by=operator)
    asked = found(landscape_of("shop -> erp", assets=[shop, erp]))["end_of_support"]
    assert (asked.sort, asked.assets) == (Sort.QUESTION, ("erp",))


def test_nobody_is_asked_about_support_that_changes_little() -> None:
    assert not _asked_until_when("shop -> server | spare", "server => maker")


def test_all_that_may_be_without_support_is_one_question_the_worst_first() -> None:
    landscape = landscape_of(
        *("shop -> crm", "shop -> erp", "blog -> erp", "crm => a", "erp => b"),
        assets=[asset(one, "process", criticality=4) for one in ("shop", "blog")],
    )
    (question,) = (one for one in reported(landscape).findings if one.rule is Rule.END_OF_SUPPORT)
    assert question.assets == ("erp", "crm")


def test_a_far_end_is_none() -> None:
    assert _ending(TODAY + timedelta(days=366), "shop -> server") is None


def _contract(end: date, notice: int | None = 30, **facts: object) -> Finding | None:
    erp = asset("erp", "cloud_service", contract_end=end, notice_days=notice, **facts)
    return found(landscape_of("shop -> erp", assets=[erp])).get("notice_deadline:erp")


@pytest.mark.parametrize(
    ("end", "day", "ends"),
    [
        pytest.param(30, 0, 30, id="today"),
        pytest.param(120, 90, 120, id="in 90 days"),
        pytest.param(29, -1, 394, id="missed yesterday"),
        pytest.param(0, -30, 365, id="missed 30 days ago"),
    ],
)
def test_notice_that_is_due_is_a_risk(end: int, day: int, ends: int) -> None:
    risk = _contract(TODAY + timedelta(days=end), renewal_months=12, data_export=DataExport.OPEN)
    assert risk is not None
    assert (risk.sort, risk.likelihood, risk.impact, risk.level) == (Sort.RISK, 5, 2, 3)
    assert (risk.evidence.day, risk.evidence.on_day) == (
        TODAY + timedelta(days=day),
        TODAY + timedelta(days=ends),
    )
    assert risk.bundle == "deadlines"


@pytest.mark.parametrize("end", [121, -1])
def test_notice_that_is_far_off_is_none(end: int) -> None:
    assert _contract(TODAY + timedelta(days=end), renewal_months=12) is None


def test_what_is_hard_to_leave_weighs_more_when_it_renews_itself() -> None:
    risk = _contract(
        TODAY + timedelta(days=40),
        data_export=DataExport.NONE,
        replacement_days=365,
        customisation=Customisation.HEAVY,
        open_source=OpenSource.NO,
        open_standard=False,
        skills=Skills.VENDOR,
    )
    assert risk is not None
    assert (risk.impact, risk.level) == (3, 3)


@pytest.mark.parametrize(
    ("end", "facts", "unknown"),
    [
        pytest.param(100, {"notice": None}, ("notice_days",), id="notice"),
        pytest.param(40, {"notice": None}, ("notice_days",), id="shorter notice"),
        pytest.param(-300, {"notice": 30}, ("renewal_months",), id="renewal"),
        pytest.param(-340, {"notice": 30}, ("renewal_months",), id="renewal lately"),
        pytest.param(-300, {"notice": None}, ("renewal_months", "notice_days"), id="both"),
    ],
)
def test_what_is_only_assumed_of_a_contract_is_a_question(
    end: int, facts: dict[str, int | None], unknown: tuple[str, ...]
) -> None:
    question = _contract(TODAY + timedelta(days=end), **facts)
    assert question is not None
    assert (question.sort, question.assumed) == (Sort.QUESTION, unknown)
    assert question.evidence.could_be == 3


def test_the_soonest_leads_the_story_of_what_falls_due() -> None:
    landscape = landscape_of(
        *(f"shop -> {one}" for one in ("a", "b")),
        assets=[
            asset("a", contract_end=TODAY + timedelta(days=80), notice_days=10),
            asset("b", contract_end=TODAY + timedelta(days=30), notice_days=10),
        ],
    )
    (story,) = (one for one in reported(landscape).headlines if one.bundle == "deadlines")
    assert [one.assets for one in story.findings] == [("b",), ("a",)]


def test_contracts_of_which_the_same_is_not_known_are_one_question() -> None:
    services = [
        asset("late", contract_end=TODAY + timedelta(days=130)),
        asset("soon", contract_end=TODAY + timedelta(days=100)),
        asset("over", contract_end=ago(300), notice_days=30),
    ]
    landscape = landscape_of(*(f"shop -> {one.id}" for one in services), assets=services)
    asked = {
        one.key: (one.assets, one.assumed)
        for one in reported(landscape).of_sort(Sort.QUESTION)
        if one.rule is Rule.NOTICE_DEADLINE
    }
    assert asked == {
        "notice_deadline:notice_days": (("soon", "late"), ("notice_days",)),
        "notice_deadline:over": (("over",), ("renewal_months",)),
    }
