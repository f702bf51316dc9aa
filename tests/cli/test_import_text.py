"""How texts are written, said on the command line."""

import json
from pathlib import Path

import pytest

from smala_lockin.__main__ import main


def _imported(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[str]:
    main(["import", str(path), "--dry-run", "--json", "--no-catalogue", "--language", "en", *more])
    (sheet,) = json.loads(capsys.readouterr().out)["sheets"]
    return [*sheet["mapping"], *sheet["kept_as_custom"]]


def test_a_delimiter_can_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name~Supplier\nERP~Acme, Gent\nCRM~Beta, Lille\n", encoding="utf-8")
    assert _imported(path, capsys, "--delimiter", "~") == ["Name", "Supplier"]
    path.write_text("Name\tSupplier\nERP\tAcme;BE;1\nCRM\tBeta;FR;2\n", encoding="utf-8")
    assert _imported(path, capsys, "--delimiter", "tab") == ["Name", "Supplier"]


@pytest.mark.parametrize("sign", ["ab", "x", '"', "7"])
def test_what_cannot_part_columns_is_told(
    sign: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name;Supplier\nERP;Acme\n", encoding="utf-8")
    arguments = ["import", str(path), "--dry-run", "--delimiter", sign, "--language", "en"]
    assert main(arguments) == 2
    assert f"“{sign}” cannot separate columns" in capsys.readouterr().err


def test_only_a_guess_of_the_letters_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Nom;Fournisseur\nÉté;Société\n".encode("cp1252"))
    arguments = ["import", str(path), "--dry-run", "--language", "en"]
    main(arguments)
    assert "“Société”" in capsys.readouterr().out
    main([*arguments, "--encoding", "cp1252"])
    assert "“Société”" not in capsys.readouterr().out


def test_what_was_said_of_a_text_is_remembered_in_the_map(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, target = tmp_path / "list.csv", tmp_path / "map.smala"
    path.write_text("Name~Supplier\nERP~Acme, Gent\nCRM~Beta, Lille\n", encoding="utf-8")
    main(["import", str(path), "-o", str(target), "--delimiter", "~", "--language", "en"])
    capsys.readouterr()
    assert _imported(path, capsys, "--into", str(target)) == ["Name", "Supplier"]
    assert _imported(path, capsys) != ["Name", "Supplier"]
