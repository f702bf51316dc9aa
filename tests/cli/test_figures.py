"""What `analyze` tells of the figures, to people and to programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from smala_lockin import paths
from smala_lockin.__main__ import main
from smala_lockin.domain.kinds import DataExport
from smala_lockin.formats import project
from tests.builders import asset, landscape_of

MAP = landscape_of(
    "sales -> crm",
    "sales -> helper",
    "letters -> chat",
    "crm => acme",
    "acme ~> fund (investor)",
    "helper -> chat",
    "chat => maker",
    assets=[
        asset(
            "crm",
            "cloud_service",
            name="CRM",
            annual_cost=900,
            hosting_countries=("BE",),
            data_export=DataExport.NONE,
        ),
        asset("helper", "ai_service", annual_cost=100),
        asset("chat", "ai_service", model_family="GPT"),
        asset(
            "acme",
            "supplier",
            country="BE",
            ecosystem={"dependency": 4, "penetration": 3, "maturity": 2, "trust": 2},
        ),
        asset("fund", "supplier", country="US"),
        asset("maker", "supplier", country="US"),
    ],
)


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    path = tmp_path / "shop.smala"
    project.save(MAP, path)
    return path


def _printed(capsys: pytest.CaptureFixture[str], path: Path, *more: str) -> str:
    assert main(["analyze", str(path), "--date", "2026-11-22", "--language", "en", *more]) == 0
    return capsys.readouterr().out


@pytest.fixture
def figures(map_file: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found = json.loads(_printed(capsys, map_file, "--json"))
    assert isinstance(found, dict)
    return found


def test_each_country_comes_with_its_way_and_its_laws(figures: dict[str, Any]) -> None:
    ways = {
        (one["asset"], one["country"]): [step["asset"] for step in one["path"]]
        for one in figures["legal_reach_paths"]
    }
    assert ways["sales", "BE"] == ["sales", "crm"]
    assert ways["letters", "US"] == ["letters", "chat", "maker"]
    (way,) = [one for one in figures["legal_reach_paths"] if one["asset"] == "letters"]
    assert "us-cloud-act" in way["laws"]
    laws = {law["id"]: law for law in figures["laws"]}
    assert laws["us-cloud-act"]["country"] == "US"
    assert laws["us-cloud-act"]["kind"] == "access"
    assert all(law["country"] == "US" for law in laws.values())


def test_laws_are_called_as_people_call_them_in_the_language_asked_for(
    figures: dict[str, Any], map_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", str(map_file), "--json", "--language", "fr"]) == 0
    french = json.loads(capsys.readouterr().out)["laws"]
    assert [law["id"] for law in french] == [law["id"] for law in figures["laws"]]
    names = {law["id"]: law["name"] for law in french}
    assert names["us-ofac-ieepa"].startswith("Sanctions économiques")
    assert names["us-cloud-act"].startswith("CLOUD Act")


def test_concentration_has_its_unknown_buckets_and_its_index(figures: dict[str, Any]) -> None:
    found = figures["concentration"]
    shares = {one["root"]: one["spend_share"] for one in found["by_supplier"]}
    assert shares == {"acme": 0.9, "maker": 0.0, None: 0.1}
    assert found["spend_hhi"]["supplier"] == 8200
    assert found["spend_hhi_range"]["supplier"] == [8100, 10000]
    assert found["degree"]["supplier"] == "high"
    assert found["coverage"] == pytest.approx(2 / 3, abs=1e-6)
    hosting = {one["country"]: one["services"] for one in found["by_hosting"]}
    assert hosting == {"BE": 1, None: 2}


def test_a_supplier_is_as_captive_as_its_worst_service(figures: dict[str, Any]) -> None:
    services = {one["asset"]: one for one in figures["lock_in"]}
    assert list(services) == ["chat", "crm", "helper"]
    suppliers = {one["asset"]: one for one in figures["lock_in_suppliers"]}
    assert suppliers["acme"]["service"] == "crm"
    assert suppliers["acme"]["assumed"] == services["crm"]["assumed"]
    (portability,) = [one for one in services["crm"]["factors"] if one["factor"] == "portability"]
    assert (portability["points"], portability["value"]) == (20.0, [1.0, 1.0, 1.0])


def test_sovereignty_is_told_by_service_and_by_process(figures: dict[str, Any]) -> None:
    (sales,) = [one for one in figures["sovereignty_of_processes"] if one["process"] == "sales"]
    assert sales["services"] == 3
    strategic = sales["objectives"][0]
    assert strategic["levels"] == [
        {"low": 1, "high": 1, "services": 1},
        {"low": 0, "high": 4, "services": 1},
        {"low": 4, "high": 4, "services": 1},
    ]
    assert (strategic["weakest"], strategic["path"]) == ("chat", ["sales", "helper", "chat"])
    assert sum(figures["sovereignty_weights"]["2025-10"].values()) == 100
    assert figures["sovereignty_weights"]["chosen"] == "2025-10"


def test_threats_and_ai_chains_are_told(figures: dict[str, Any]) -> None:
    (acme,) = figures["ecosystem"]
    assert (acme["threat"], acme["zone"]) == ([3.0, 3.0], ["danger", "danger"])
    assert (acme["exposure"], acme["reliability"]) == ([12, 12], [4, 4])
    helper = {one["service"]: one for one in figures["ai_chains"]}["helper"]
    assert (helper["models"], helper["roots"], helper["families"]) == (["chat"], ["maker"], ["GPT"])
    assert figures["ai_shared"] == [{"root": "maker", "services": ["chat", "helper"]}]


def test_people_are_told_the_same_in_tables(
    map_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _printed(capsys, map_file)
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert "Costs are known for 67% of the 3 services and pieces of infrastructure." in lines
    assert "Concentration index: 8,200 of 10,000 (high concentration)." in lines
    assert "Acme 12 4 3 danger" in lines
    assert "Letters United States Chat → Maker" in lines
    assert "Behind Chat and Helper stands the same company: Maker." in lines
    assert "Sales 3 1 1 0–4 1 1 0–4 0–4 0–4 SOV-1: Helper → Chat" in lines


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_empty_map_has_no_figures_to_tell(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.smala"
    project.save(landscape_of(), path)
    assert main(["analyze", str(path), "--language", language]) == 0
    assert "0–4" not in capsys.readouterr().out


def test_the_example_company_is_told_without_a_raw_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", str(paths.resource(paths.EXAMPLE)), "--language", "fr"]) == 0
    told = capsys.readouterr().out
    assert "SOV-1 stratégie" in told
    assert not [
        word for word in ("None", "cloud_service", "data_act", "ai_assistant") if word in told
    ]
