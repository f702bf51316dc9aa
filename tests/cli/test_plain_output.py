"""What is printed for people leaves out what tells nothing, and says what was supposed."""

from pathlib import Path

import pytest

from smala_lockin.__main__ import main
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats import project
from tests.builders import asset, landscape_of

_LIST = landscape_of(
    "crm => acme",
    "erp => beta",
    assets=[asset("crm", "cloud_service"), asset("erp", "application")],
)
"""What an imported list of software is: nothing known but names and suppliers."""


def _printed(
    landscape: Landscape, folder: Path, capsys: pytest.CaptureFixture[str], *command: str
) -> str:
    path = folder / "map.smala"
    project.save(landscape, path)
    name, *more = command
    assert main([name, str(path), "--date", "2026-11-22", "--language", "en", *more]) == 0
    return capsys.readouterr().out


def test_of_a_bare_list_no_table_is_all_unknown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _printed(_LIST, tmp_path, capsys, "analyze")
    assert "Of none of them is it known: Country of who decides; Hosted in; Category." in said
    assert "\n  unknown" not in said
    assert "rests on assumed values" not in said  # no number that stands there does
    assert "50% of your entries keep running on average" in said


def test_one_supplier_is_no_average(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alone = landscape_of("crm => acme", assets=[asset("crm", "cloud_service")])
    assert "on average" not in _printed(alone, tmp_path, capsys, "analyze")


def test_a_way_that_ends_where_something_is_hosted_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hosted = landscape_of(
        "shop -> crm", assets=[asset("crm", "cloud_service", name="CRM", hosting_countries=("US",))]
    )
    assert "CRM (hosted there)" in _printed(hosted, tmp_path, capsys, "analyze")


def test_a_simulation_says_what_it_supposes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _printed(_LIST, tmp_path, capsys, "simulate", "--fail", "asset:acme")
    assert said.startswith("Supposed: Acme (gone for good).\n")
    assert "Durations are assumed for: Acme." in said  # of nothing that goes on
    assert "Criticality is assumed for: Crm and Erp." in said
    said = _printed(_LIST, tmp_path, capsys, "simulate", "--fail", "asset:acme", "--mode", "outage")
    assert said.startswith("Supposed: Acme (an outage).\n")


def test_counts_are_written_as_people_write_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = landscape_of(assets=[asset(f"tool{number}", "application") for number in range(1001)])
    said = _printed(many, tmp_path, capsys, "analyze")
    assert said.startswith("Assets: 1,001; dependencies: 0; activities: 0.")
    assert "1,001 entries are not connected to anything" in said


def test_where_no_risk_is_known_nobody_is_told_that_all_is_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "does not mean that there is none" in _printed(_LIST, tmp_path, capsys, "analyze")
