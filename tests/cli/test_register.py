"""`register --merge`: what people typed goes into the map, then into the next register."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from smala_lockin import paths
from smala_lockin.__main__ import main
from smala_lockin.formats import project

_EXAMPLE = paths.resource("examples/menuiserie.smala")


def _out(tmp_path: Path, owner: str) -> tuple[Path, Path]:
    """Write the example's register, type an owner in its first row, and return map and register."""
    path, edited = tmp_path / "map.smala", tmp_path / "edited.xlsx"
    shutil.copy(_EXAMPLE, path)
    main(["register", str(path), "-o", str(edited), "--language", "en"])
    _type(edited, "Owner", owner)
    return path, edited


def _type(path: Path, heading: str, value: object) -> None:
    book = load_workbook(path)
    column = [cell.value for cell in book["Register"][1]].index(heading) + 1
    book["Register"].cell(row=2, column=column).value = value  # type: ignore[assignment]
    book.save(path)


def _merge(path: Path, edited: Path, out: Path) -> int:
    merging = ["--merge", str(edited), "--language", "en"]
    return main(["register", str(path), "-o", str(out), *merging])


def test_what_people_typed_is_in_the_map_and_in_the_next_register(tmp_path: Path) -> None:
    path, edited = _out(tmp_path, "Paul")
    assert _merge(path, edited, tmp_path / "next.xlsx") == 0
    assert [one.owner for one in project.load(path).risks.values()] == ["Paul"]
    assert path.with_name("map.smala.bak").exists()
    assert _merge(path, tmp_path / "next.xlsx", tmp_path / "third.xlsx") == 0


def test_a_conflict_is_told_and_the_maps_word_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, edited = _out(tmp_path, "Paul")
    _merge(path, edited, tmp_path / "next.xlsx")
    _type(edited, "Owner", "Anne")
    capsys.readouterr()
    assert _merge(path, edited, tmp_path / "third.xlsx") == 1
    assert "Register, row 2, Owner: the map says “Paul”, the register “Anne”." in (
        capsys.readouterr().out
    )
    assert [one.owner for one in project.load(path).risks.values()] == ["Paul"]


@pytest.mark.parametrize("edited", ["missing.xlsx", "map.smala", "other.csv"])
def test_what_is_no_register_leaves_everything_as_it_is(
    tmp_path: Path, edited: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _edited = _out(tmp_path, "Paul")
    (tmp_path / "other.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    before = path.read_bytes()
    capsys.readouterr()
    assert _merge(path, tmp_path / edited, tmp_path / "out.xlsx") == 2
    told = capsys.readouterr().err
    assert told.endswith(".\n")
    assert "Traceback" not in told
    assert path.read_bytes() == before
    assert not (tmp_path / "out.xlsx").exists()


def test_a_register_is_not_written_over_the_one_that_is_taken_back(tmp_path: Path) -> None:
    path, edited = _out(tmp_path, "Paul")
    before = edited.read_bytes()
    assert _merge(path, edited, edited) == 2
    assert edited.read_bytes() == before


def test_a_register_is_not_taken_for_an_inventory(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _path, edited = _out(tmp_path, "Paul")
    capsys.readouterr()
    made = tmp_path / "made.smala"
    assert main(["import", str(edited), "-o", str(made), "--language", "en"]) == 2
    assert "Take it back instead" in capsys.readouterr().err
    assert not made.exists()
