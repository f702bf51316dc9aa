"""Commands take the names that people see, and refuse names under which files are not found."""

import json
from pathlib import Path

import pytest

from smala_lockin import paths
from smala_lockin.__main__ import main
from smala_lockin.analysis.failure.events import UnknownEvent
from smala_lockin.cli.naming import asset_of, event_of
from smala_lockin.domain.landscape import Landscape
from tests.builders import asset, landscape_of

_EXAMPLE = str(paths.resource("examples/menuiserie.smala"))


def _shop() -> Landscape:
    known = [
        asset("entra", "cloud_service", name="Entra: l’annuaire"),
        asset("a", "data", name="Plans"),
        asset("b", "data", name="plans"),
    ]
    return landscape_of("shop -> entra", assets=known)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("asset:entra", "asset:entra"),
        ("asset:ENTRA:  l'annuaire", "asset:entra"),
        ("price:Entra: l’annuaire:+20%", "price:entra:+20%"),
        ("country:US", "country:US"),
        ("country:UK", "country:GB"),
        ("hosting:États-Unis", "hosting:US"),
        ("hosting:EEA", "hosting:EEA"),
        ("asset:Plans", "asset:Plans"),
        ("asset:gone", "asset:gone"),
        ("nonsense", "nonsense"),
    ],
)
def test_an_event_may_name_its_asset_as_the_card_does(said: str, meant: str) -> None:
    assert event_of(_shop(), said) == meant


def test_a_country_nobody_knows_is_refused_and_one_of_the_map_is_not() -> None:
    for unknown in ("country:XX", "country:EU", "hosting:Atlantis"):
        with pytest.raises(UnknownEvent):
            event_of(_shop(), unknown)
    odd = landscape_of(assets=[asset("acme", "supplier", country="XX")])
    assert event_of(odd, "country:XX") == "country:XX"


def test_an_id_is_taken_before_a_name() -> None:
    known = [asset("a", "data", name="b"), asset("b", "data", name="c")]
    assert asset_of(landscape_of(assets=known), "b") == "b"


def test_an_activity_is_asked_for_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cutsets", _EXAMPLE, "--process", "Facturation et TVA", "--json"]) == 0
    by_name = json.loads(capsys.readouterr().out)
    assert main(["cutsets", _EXAMPLE, "--process", by_name["process"], "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == by_name


@pytest.mark.parametrize(
    ("arguments", "name", "better"),
    [
        (["register", _EXAMPLE, "-o"], "risks.txt", "risks.xlsx"),
        (["register", _EXAMPLE, "-o"], "risks v1.2", "risks v1.2.xlsx"),
        (["register", _EXAMPLE, "-o"], "risks.xlsm", "risks.xlsx"),
        (["import", "list.csv", "-o"], "map.json", "map.smala"),
        (["import", "list.csv", "--dry-run", "--repair"], "rows.csv", "rows.xlsx"),
    ],
)
def test_a_name_with_the_wrong_ending_is_refused_with_the_good_one(
    arguments: list[str],
    name: str,
    better: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text("Name;Supplier\nERP;Acme\n", encoding="utf-8")
    assert main([*arguments, name, "--language", "en"]) == 2
    told = f"{name} has the wrong extension. Name the file {better}.\n"
    assert capsys.readouterr().err == told
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]
