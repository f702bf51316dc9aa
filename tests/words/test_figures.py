"""What the figures say about one asset, in sentences."""

import re
from datetime import date

import pytest
from hypothesis import given, settings

from smala_lockin import i18n, paths
from smala_lockin.analysis.report import Report, build_report
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import DataExport, Training
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from smala_lockin.words.figures import about
from tests.analysis.days import TODAY, reported
from tests.builders import asset, landscape_of
from tests.strategies import landscapes


def _said(report: Report, key: str) -> dict[str, str]:
    return {
        chapter.title: "\n".join(line.text for line in chapter.lines)
        for chapter in about(report, AssetId(key))
    }


@pytest.fixture
def report() -> Report:
    return reported(
        landscape_of(
            "shop -> erp",
            "shop -> crm",
            "erp => acme",
            "crm => fr",
            "acme ~> corp",
            "fr ~> fund (investor)",
            assets=[
                asset("shop", "process", criticality=4),
                asset(
                    "erp",
                    "cloud_service",
                    annual_cost=9_000,
                    contract_end=date(2027, 3, 31),
                    notice_days=90,
                    data_export=DataExport.NONE,
                    hosting_countries=("BE",),
                ),
                asset("crm", "cloud_service", annual_cost=1_000, hosting_countries=("FR",)),
                asset("acme", "supplier", country="BE"),
                asset("corp", "supplier", country="US"),
                asset("fr", "supplier", country="FR"),
                asset("fund", "supplier", country="JP"),
                asset("line", "infrastructure"),
            ],
        )
    )


def test_lock_in_is_told_as_a_range_with_what_weighs_most(report: Report) -> None:
    index = report.figures.lock_in.of_service[AssetId("erp")]
    said = _said(report, "erp")["Lock-in"]
    assert f"{round(index.assumed)} out of 100, between {round(index.low)} and" in said
    assert "taking the data out (20 of 20 points)" in said
    assert "Not known yet:" in said


def test_a_supplier_is_as_hard_to_leave_as_its_hardest_service(report: Report) -> None:
    assert "Hardest to leave of what it provides: Erp." in _said(report, "acme")["Lock-in"]


def test_days_of_leaving_are_told_with_what_they_assume(report: Report) -> None:
    said = _said(report, "erp")["Leaving"]
    assert "Last day to give notice: 31 December 2026" in said
    assert "Under the Data Act" in said
    assert "Assumed, for want of an answer: the time to replace it." in said


def test_each_foreign_law_comes_with_its_way(report: Report) -> None:
    said = _said(report, "shop")["Whose law reaches it"]
    assert "United States: Shop → Erp → Acme → Corp." in said
    assert "Japan, only through an investor: Shop → Crm → Fr → Fund." in said
    assert "In the European Economic Area: Belgium and France." in said


def test_levels_say_what_holds_them_down(report: Report) -> None:
    said = _said(report, "erp")["Sovereignty"]
    assert "SOV-1 strategy: level 1 of 4, held down by the United States." in said
    assert "Not known: SOV-6 technology, SOV-7 security and SOV-8 environment." in said
    assert "(weights: Cloud Sovereignty Framework 1.2.1 (October 2025))" in said
    assert "weakest is Erp, level 1 of 4" in _said(report, "shop")["Sovereignty"]


def test_an_ai_service_says_whose_model_answers() -> None:
    landscape = landscape_of(
        "sales -> helper",
        "letters -> chat",
        "helper -> model",
        "model => maker",
        "chat => maker",
        assets=[
            asset("helper", "ai_service", trains_on_our_data=Training.YES, ai_act_role="deployer"),
            asset("model", "ai_service", model_family="GPT"),
            asset("chat", "ai_service"),
            asset("maker", "supplier", country="US"),
        ],
    )
    assert _said(reported(landscape), "helper")["Which AI answers"].split("\n") == [
        "The model behind it: Model.",
        "Model: GPT.",
        "The model is provided by Maker (United States).",
        "The same company stands behind Chat.",
        "It learns from your data.",
        "Nothing stands in for it in Sales.",
        "Your role under the AI Act: deployer.",
    ]


def test_a_supplier_says_what_threat_it_is() -> None:
    rated = {"dependency": 3, "penetration": 2, "maturity": 2}
    landscape = landscape_of(assets=[asset("acme", "supplier", ecosystem=rated)])
    assert _said(reported(landscape), "acme")["Threat"].split("\n") == [
        "Threat level 0.75–3 (EBIOS RM), zone: watch – danger.",
        "Exposure 6 of 16, reliability 2–8 of 16.",
        "Not rated yet: trust.",
    ]


def test_what_lies_in_the_same_hands_is_that_of_the_root(report: Report) -> None:
    words = "Corp (United States): 1 service; 90% of known spending; without it"
    assert words in _said(report, "erp")["In whose hands"]
    assert words in _said(report, "acme")["In whose hands"]


def test_what_has_no_figures_says_nothing(report: Report) -> None:
    assert about(report, AssetId("line")) == ()


@given(landscapes())
@settings(max_examples=15, deadline=None)
def test_any_asset_of_any_map_can_be_told_about(landscape: Landscape) -> None:
    report = build_report(landscape, today=TODAY)
    for key in landscape.assets:
        for chapter in about(report, key):
            assert all(line.text for line in chapter.lines)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_example_is_told_without_raw_names(language: str) -> None:
    path = next(paths.resource("examples").glob("*.smala"))
    report = build_report(project.load(path), today=TODAY)
    with i18n.language(language):
        for key in report.landscape.assets:
            said = "\n".join(_said(report, key).values())
            assert not re.search(r"%\(|None\b|_hours|_days|_cost", said)
