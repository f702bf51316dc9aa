"""The map file: what is written is read, what is wrong is named, nothing is lost."""

import json
from pathlib import Path
from typing import Any

import pytest

from smala_lockin.domain import edits
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.dependencies import DependencyId
from smala_lockin.domain.kinds import Need
from smala_lockin.domain.records import RiskKey, RiskRecord, Status
from smala_lockin.formats import project
from smala_lockin.formats.errors import FileTrouble
from smala_lockin.formats.project_errors import Flaw, InvalidMapFile, NotAMap
from tests.builders import asset, landscape_of

CONTRACT = Path(__file__).parent.parent / "data" / "v1" / "contract.smala"


def contract() -> dict[str, Any]:
    record: dict[str, Any] = json.loads(CONTRACT.read_text(encoding="utf-8"))
    return record


def decoded(record: dict[str, Any]) -> Any:
    return project.decode(json.dumps(record).encode(), "x.smala")


def test_the_file_of_the_contract_comes_back_as_it_was() -> None:
    landscape = project.load(CONTRACT)
    assert json.loads(project.encode(landscape)) == contract()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    landscape = edits.put_risk(
        landscape_of(
            "shop -> dns1 | dns2 +3h",
            "dns1 => acme",
            "acme ~> corp (investor)",
            assets=[asset("shop", "process", custom={"Remarque": "é"}, tags=("a", "b"))],
        ),
        RiskKey("spof:erp"),
        RiskRecord(owner="CFO", status=Status.PLANNED),
    )
    project.save(landscape, tmp_path / "a.smala")
    assert project.load(tmp_path / "a.smala") == landscape


def test_the_same_map_is_written_with_the_same_bytes() -> None:
    once = project.encode(project.load(CONTRACT))
    assert project.encode(project.decode(once)) == once


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("company",),
        ("assets", 0),
        ("dependencies", 1),
    ],
)
def test_unknown_keys_are_kept_and_written_back(path: tuple[Any, ...]) -> None:
    record = contract()
    place = record
    for step in path:
        place = place[step]
    place["from_the_future"] = {"deep": [1, 2]}
    assert json.loads(project.encode(decoded(record))) == record


def test_sections_of_other_floors_and_origins_are_kept() -> None:
    record = contract()
    record["settings"] = {"weights": {"x": 2}}
    record["assets"][0]["origin"] = {"name": {"from": "import", "file": "it.xlsx", "row": 3}}
    assert json.loads(project.encode(decoded(record))) == record


def test_a_wrong_setting_is_refused_with_its_path() -> None:
    record = contract()
    record["settings"] = {"matrix": {"5": [2, 3, 3, 4, 9]}}
    with pytest.raises(InvalidMapFile) as caught:
        decoded(record)
    told = caught.value.sentence()
    assert "settings.matrix.5[4]: a whole number from 0 to 4 is expected here." in told


@pytest.mark.parametrize(
    ("section", "value", "where"),
    [
        ("scenarios", "two", "scenarios"),
        ("decisions", 3, "decisions"),
        ("snapshots", True, "snapshots"),
        ("diagnosis", None, "diagnosis"),
        ("scenarios", [{"name": "a"}, "b"], "scenarios[1]"),
        ("imports", [{}], "imports"),
        ("view", "far", "view"),
        ("settings", [], "settings"),
        ("risks", [], "risks"),
    ],
)
def test_a_part_of_the_wrong_type_is_refused_with_its_path(
    section: str, value: object, where: str
) -> None:
    with pytest.raises(InvalidMapFile) as caught:
        decoded({**contract(), section: value})
    assert f" {where}: " in caught.value.sentence()
    assert "another kind of value" not in caught.value.sentence()


@pytest.mark.parametrize("value", [[], {}, [{"name": "a"}], {"a": {"b": 1}}])
def test_parts_that_are_records_are_kept(value: object) -> None:
    record = {**contract(), "scenarios": value, "decisions": value}
    assert json.loads(project.encode(decoded(record))) == record


def test_need_and_buffer_left_out_take_the_values_of_the_role() -> None:
    record = contract()
    for link in record["dependencies"]:
        del link["need"], link["buffer_hours"]
    landscape = decoded(record)
    assert landscape.dependencies[DependencyId("d1")].buffer_hours == 0
    assert landscape.dependencies[DependencyId("d2")].buffer_hours == 720


def test_a_member_without_a_need_shares_that_of_its_group() -> None:
    record = contract()
    record["assets"].append({"id": "b", "kind": "application", "name": "B"})
    record["redundancy_groups"] = [{"id": "g1", "owner": "invoicing", "needed": 1}]
    record["dependencies"][0] |= {"group": "g1", "need": "degrading"}
    record["dependencies"].insert(
        0, {"id": "d0", "source": "invoicing", "target": "b", "role": "uses", "group": "g1"}
    )
    assert decoded(record).dependencies[DependencyId("d0")].need is Need.DEGRADING


def test_flags_may_be_words() -> None:
    record = contract()
    record["assets"][1]["hosting_failover"] = "yes"
    assert decoded(record).assets[AssetId("erp")].hosting_failover is True


def test_a_whole_number_may_have_a_point() -> None:
    record = contract()
    record["assets"][0]["criticality"] = 5.0
    read = decoded(record)
    assert read.assets[AssetId("invoicing")].criticality == 5
    assert b'"criticality": 5,' in project.encode(read)


def spoil(section: str, number: int, **values: Any) -> dict[str, Any]:
    record = contract()
    record[section][number] |= values
    return record


@pytest.mark.parametrize(
    ("record", "where"),
    [
        pytest.param(spoil("assets", 1, criticality=9), "assets[1].criticality", id="range"),
        pytest.param(spoil("assets", 1, criticality="high"), "assets[1].criticality", id="type"),
        pytest.param(spoil("assets", 0, kind="thing"), "assets[0].kind", id="kind"),
        pytest.param(spoil("assets", 0, name=None), "assets[0].name", id="missing name"),
        pytest.param(spoil("assets", 2, country="Belgium"), "assets[2].country", id="country"),
        pytest.param(spoil("assets", 1, contract_end="soon"), "assets[1].contract_end", id="date"),
        pytest.param(spoil("assets", 2, id="erp"), "assets[2].id", id="duplicate"),
        pytest.param(spoil("assets", 1, id="invoicing"), "assets[1].id", id="duplicate hides one"),
        pytest.param(spoil("assets", 0, criticality=4.5), "assets[0].criticality", id="not whole"),
        pytest.param(spoil("assets", 0, tags=["a", 1]), "assets[0].tags[1]", id="inside a list"),
        pytest.param(spoil("dependencies", 0, target="x"), "dependencies[0].target", id="dangling"),
        pytest.param(
            spoil("dependencies", 0, source="x"), "dependencies[0].source", id="no source"
        ),
        pytest.param(spoil("dependencies", 0, source=["x"]), "dependencies[0].source", id="list"),
        pytest.param(spoil("dependencies", 0, role="likes"), "dependencies[0].role", id="role"),
        pytest.param(spoil("dependencies", 1, target="erp"), "dependencies[1].target", id="itself"),
        pytest.param(
            spoil("dependencies", 0, buffer_hours=-1), "dependencies[0].buffer_hours", id="buffer"
        ),
        pytest.param(
            spoil("dependencies", 0, role="provided_by"), "dependencies[0].target", id="supplier"
        ),
        pytest.param(spoil("dependencies", 0, group="g"), "dependencies[0].group", id="no group"),
        pytest.param({**contract(), "assets": {}}, "assets", id="not a list"),
        pytest.param({**contract(), "assets": [3]}, "assets[0]", id="not a record"),
        pytest.param({**contract(), "version": "1"}, "version", id="version"),
        pytest.param(
            {**contract(), "redundancy_groups": [{"id": "g", "owner": "erp", "needed": 1}]},
            "redundancy_groups[0].id",
            id="empty group",
        ),
        pytest.param({**contract(), "positions": {"x": [0, 0]}}, "positions.x", id="position"),
    ],
)
def test_a_fault_is_named_by_its_place(record: dict[str, Any], where: str) -> None:
    with pytest.raises(InvalidMapFile) as caught:
        decoded(record)
    assert caught.value.where == where
    assert caught.value.sentence().startswith(f"x.smala was not opened. {where}: ")


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        pytest.param(b"", Flaw.EMPTY, id="empty"),
        pytest.param(b"  \n", Flaw.EMPTY, id="blank"),
        pytest.param(b"PK\x03\x04\xff", Flaw.NOT_UTF8, id="a zip"),
        pytest.param(b"Nom;Fournisseur", Flaw.NOT_JSON, id="text"),
        pytest.param(b"[]", Flaw.OTHER_FORMAT, id="other JSON"),
        pytest.param(b'{"format": "smala-lockin", "ver', Flaw.CUT_SHORT, id="half"),
        pytest.param(b'{"format": "smala-lockin", "version": 99}', Flaw.NEWER, id="newer"),
        pytest.param(b"[" * 100_000, Flaw.NESTED, id="deep"),
    ],
)
def test_what_is_no_map_is_told_in_a_sentence(content: bytes, flaw: Flaw) -> None:
    with pytest.raises(NotAMap) as caught:
        project.decode(content, "x.smala")
    assert caught.value.flaw is flaw
    assert "x.smala" in caught.value.sentence()


def test_a_byte_order_mark_is_accepted() -> None:
    assert project.decode(b"\xef\xbb\xbf" + CONTRACT.read_bytes()) == project.load(CONTRACT)


def test_saving_keeps_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "a.smala"
    first, second = landscape_of("shop -> db"), landscape_of("shop -> web")
    project.save(first, path)
    project.save(second, path)
    assert project.load(path) == second
    assert project.load(tmp_path / "a.smala.bak") == first
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.smala", "a.smala.bak"]


@pytest.mark.parametrize("name", [".", "no/such/folder/a.smala"])
def test_a_save_that_cannot_be_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileTrouble):
        project.save(landscape_of("shop -> db"), tmp_path / name)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        project.load(tmp_path / "a.smala")
    assert "a.smala" in caught.value.sentence()
