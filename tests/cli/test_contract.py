"""`analyze --json` and `simulate --json` on the example map of the contract, value by value."""

import json
from pathlib import Path
from typing import Any

import pytest

from smala_lockin.__main__ import main

_MAP = Path(__file__).parents[1] / "data" / "v1" / "contract.smala"
_WORDS = ("message", "sentence", "first_step", "references")


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main([arguments[0], str(_MAP), *arguments[1:], "--json", "--language", "en"]) == 0
    return json.loads(capsys.readouterr().out)


def _without_words(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in _WORDS}


@pytest.fixture
def analysis(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found = _printed(capsys, "analyze", "--date", "2026-11-22")
    assert isinstance(found, dict)
    return found


def test_the_map_is_counted(analysis: dict[str, Any]) -> None:
    assert analysis["map"] == {"assets": 3, "dependencies": 2, "processes": 1, "stand_ins": 0}
    assert analysis["date"] == "2026-11-22"


def test_the_single_points_of_failure_are_those_of_the_contract(analysis: dict[str, Any]) -> None:
    minor, critical = (
        {"best": "minor", "worst": "minor"},
        {"best": "critical", "worst": "critical"},
    )
    unknown = {"best": "minor", "worst": "critical"}
    assert analysis["single_points_of_failure"] == [
        {
            "asset": "erp",
            "stops": ["invoicing"],
            "stop_times": {"invoicing": 4.0},
            "margin_hours": 28.0,
            "blast_radius": 1.0,
            "severity": minor,
            "severity_if_lost": critical,
        },
        {
            "asset": "odoo-sa",
            "stops": ["invoicing"],
            "stop_times": {"invoicing": 724.0},
            "margin_hours": 748.0,
            "blast_radius": 1.0,
            "severity": unknown,
            "severity_if_lost": unknown,
        },
    ]


def test_the_findings_are_those_of_the_contract(analysis: dict[str, Any]) -> None:
    # The contract leaves out what else is found: its erp's notice is due, and who signed for data.
    named = {"spof:erp", "loss:odoo-sa"}
    found = [_without_words(one) for one in analysis["findings"]]
    assert [one for one in found if one["key"] in named] == [
        {
            "key": "spof:erp",
            "rule": "spof",
            "kind": "risk",
            "assets": ["erp"],
            "likelihood": 1,
            "impact": 5,
            "level": 2,
            "level_range": [2, 2],
            "assumed": [],
            "bundle": "supplier:odoo-sa",
        },
        {
            "key": "loss:odoo-sa",
            "rule": "loss",
            "kind": "risk",
            "assets": ["odoo-sa"],
            "likelihood": 2,
            "impact": 5,
            "level": 2,
            "level_range": [1, 2],
            "assumed": ["replacement_days"],
            "bundle": "supplier:odoo-sa",
        },
    ]
    assert all(one["message"] for one in analysis["findings"])


def test_a_risk_tells_what_it_would_be_without_precautions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where they make a difference, and there alone."""
    record = json.loads(_MAP.read_text(encoding="utf-8"))
    invoicing, erp, _odoo = record["assets"]
    invoicing["criticality"] = 3
    erp |= {"exit_plan": "tested", "exit_plan_tested_on": "2026-06-01"}
    path = tmp_path / "planned.smala"
    path.write_text(json.dumps(record), encoding="utf-8")
    options = ["analyze", str(path), "--date", "2026-11-22", "--language", "en"]
    assert main([*options, "--json"]) == 0
    told = {one["key"]: one for one in json.loads(capsys.readouterr().out)["findings"]}
    loss = told["loss:odoo-sa"]
    assert loss["level"] == 1
    assert loss["inherent"] == {"likelihood": 2, "impact": 4, "level": 2}
    assert "inherent" not in told["spof:erp"]


def test_the_headline_is_that_of_the_contract(analysis: dict[str, Any]) -> None:
    stories = [_without_words(one) for one in analysis["headlines"]]
    assert {
        "bundle": "supplier:odoo-sa",
        "family": "continuity",
        "level": 2,
        "findings": ["spof:erp", "loss:odoo-sa"],
    } in stories


def test_the_next_questions_have_the_shape_of_the_contract(analysis: dict[str, Any]) -> None:
    asked = [(one["asset"], one["fact"]) for one in analysis["next_questions"]]
    assert asked == [("erp", "customisation")]
    assert all(one["question"] for one in analysis["next_questions"])


def test_legal_reach_is_that_of_the_processes(analysis: dict[str, Any]) -> None:
    assert analysis["legal_reach"] == [{"asset": "invoicing", "countries": ["BE"], "unknown": []}]
    assert [one["asset"] for one in analysis["legal_reach_others"]] == ["erp"]


def test_what_is_not_found_is_empty(analysis: dict[str, Any]) -> None:
    assert analysis["false_redundancies"] == analysis["loops"] == []


def test_concentration_is_that_of_the_contract(analysis: dict[str, Any]) -> None:
    found = analysis["concentration"]
    odoo = {"spend": 9600, "spend_share": 1.0, "services": 1, "blast_radius": 1.0}
    assert found["by_supplier"] == [{"root": "odoo-sa", **odoo}]
    assert found["by_country"] == found["by_hosting"] == [{"country": "BE", **odoo}]
    assert found["coverage"] == 1.0
    assert (found["spend_hhi"]["supplier"], found["spend_hhi"]["country"]) == (10000, 10000)


def test_lock_in_and_sovereignty_have_the_shape_of_the_contract(analysis: dict[str, Any]) -> None:
    (erp,) = analysis["lock_in"]
    assert erp["asset"] == "erp"
    assert 0 <= erp["low"] <= erp["assumed"] <= erp["high"] <= 100
    assert 0 < erp["coverage"] < 1
    assert sum(one["points"] for one in erp["factors"]) == pytest.approx(erp["assumed"], abs=0.5)
    levels = {one["objective"]: (one["low"], one["high"]) for one in analysis["sovereignty"]}
    assert levels == {
        "SOV-1": (4, 4),
        "SOV-2": (1, 4),
        "SOV-3": (4, 4),
        "SOV-4": (1, 4),
        "SOV-5": (3, 3),
        "SOV-6": (0, 4),
        "SOV-7": (0, 4),
        "SOV-8": (0, 4),
    }


def test_a_service_says_when_it_can_be_left(analysis: dict[str, Any]) -> None:
    (erp,) = analysis["exit_clocks"]
    assert (erp["notice_by"], erp["contract_end"]) == ("2026-12-31", "2027-03-31")
    assert (erp["by_contract"], erp["by_data_act"]) == ("2027-05-21", "2027-05-21")
    assert (erp["route"], erp["assumed"]) == ("contract", [])


def test_the_simulation_is_that_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    found = _printed(capsys, "simulate", "--fail", "country:BE")
    added = ("timeline", "cost_over_time", "cost_unknown")
    assert {key: value for key, value in found.items() if key not in added} == {
        "events": ["country:BE"],
        "mode": "cut_off",
        "failed": [
            {"asset": "erp", "stops_at_hours": 0.0, "returns_at_hours": 4320.0},
            {"asset": "invoicing", "stops_at_hours": 4.0, "returns_at_hours": 4320.0},
            {"asset": "odoo-sa", "stops_at_hours": 0.0, "returns_at_hours": 4320.0},
        ],
        "degraded": [],
        "processes_stopped": ["invoicing"],
        "hours_late": {"invoicing": 4292.0},
        "blast_radius": 1.0,
        "cost": 719333,
        "unknown": [],
        "assumed": [["odoo-sa", "replacement_days"]],
    }


def test_a_simulation_tells_its_course_and_what_it_costs_by_then(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = _printed(capsys, "simulate", "--fail", "country:BE")
    assert found["timeline"] == [
        {"at_hours": 0.0, "stops": ["erp", "odoo-sa"], "too_late": [], "returns": []},
        {"at_hours": 4.0, "stops": ["invoicing"], "too_late": [], "returns": []},
        {"at_hours": 28.0, "stops": [], "too_late": ["invoicing"], "returns": []},
        {
            "at_hours": 4320.0,
            "stops": [],
            "too_late": [],
            "returns": ["erp", "invoicing", "odoo-sa"],
        },
    ]
    assert found["cost_over_time"] == [
        {"at_hours": 0.0, "cost": 0.0, "cost_per_day": 0.0},
        {"at_hours": 4.0, "cost": 0.0, "cost_per_day": 4000.0},
        {"at_hours": 4320.0, "cost": 719333.33, "cost_per_day": 0.0},
    ]
    assert found["cost_unknown"] == []


def test_a_rise_of_prices_stops_nothing_and_says_what_it_costs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ("--fail", "price:odoo-sa:+20%", "--date", "2026-11-22")
    found = _printed(capsys, "simulate", *arguments)
    assert found["events"] == ["price:odoo-sa:+20%"]
    assert (found["failed"], found["cost"]) == ([], 0)
    assert found["price_rises"] == [
        {
            "event": "price:odoo-sa:+20%",
            "roots": ["odoo-sa"],
            "services": ["erp"],
            "spend": 9600.0,
            "at_least": False,
            "extra_per_year": 1920.0,
            "captive_until": "2027-05-21",
            "captive_cost": 946.2,
            "assumed": [],
        }
    ]


def test_events_of_several_modes_each_say_theirs(capsys: pytest.CaptureFixture[str]) -> None:
    found = _printed(capsys, "simulate", "--fail", "country:BE", "--fail", "asset:erp")
    assert found["mode"] is None
    assert found["modes"] == {"country:BE": "cut_off", "asset:erp": "outage"}


def test_cut_sets_are_in_the_shape_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    found = _printed(capsys, "cutsets", "--process", "invoicing")
    assert found == {
        "process": "invoicing",
        "order": 3,
        "capped": False,
        "left_out": [],
        "count": 2,
        "cut_sets": [["erp"], ["odoo-sa"]],
    }
