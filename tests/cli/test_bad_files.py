"""Bad files on the command line: one sentence, in French as in English, and nothing written."""

from pathlib import Path

import openpyxl
import pytest

from smala_lockin.__main__ import main
from tests.formats.test_tables_hostile import OLE, PNG, cell, workbook

BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = f'<!DOCTYPE l [<!ENTITY a0 "lol">{BOMB}]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

REFUSED = {
    "coffre.xlsx": (
        OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(400),
        "mot de passe",
        "password",
    ),
    "bombe.xml": (f"{ENTITIES}<Invoice>&a9;</Invoice>".encode(), "entités XML", "XML entities"),
    "dehors.graphml": (f"{OUTSIDE}<graphml>&x;</graphml>".encode(), "entités XML", "XML entities"),
    "nul.csv": (
        b"Application;Fournisseur\nER\0P;Odoo\n",
        "n’est pas un fichier texte",
        "not a text",
    ),
    "photo.csv": (PNG, "n’est pas un fichier texte", "not a text file"),
    "moitie.xlsx": (b"PK\x03\x04 half of it", "endommagé", "damaged"),
    "moitie.graphml": (b'<graphml><graph><node id="a"/><no', "endommagé", "damaged"),
    "texte.xlsx": (b"Application;Fournisseur\nERP;Odoo\n", "n’en est pas un", "none inside"),
    "rapport.csv": (b"%PDF-1.7 xyz", "est un PDF", "is a PDF"),
    "page.csv": (b"<html><table></table></html>", "page web", "web page"),
    "vide.csv": (b"", "est vide", "is empty"),
    "profond.json": (
        b'{"bomFormat":"CycloneDX","services":' + b"[" * 9999,
        "JSON interrompu ou endommagé",
        "JSON that breaks off",
    ),
    "absent.csv": (None, "n’existe pas", "There is no file"),
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_one_sentence_and_nothing_is_written(
    name: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, french, english = REFUSED[name]
    file, target = tmp_path / name, tmp_path / "map.smala"
    if data is not None:
        file.write_bytes(data)
    assert main(["import", str(file), "-o", str(target), "--language", language]) == 2
    said = capsys.readouterr()
    assert (french if language == "fr" else english) in said.err
    assert said.err.strip().count("\n") == 0
    assert name in said.err
    assert str(tmp_path) not in said.err
    assert not said.out
    assert not target.exists()


@pytest.mark.parametrize("sheet", [ENTITIES, OUTSIDE], ids=["bomb", "outside"])
def test_entities_in_a_workbook_are_named_for_what_they_are(
    sheet: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = f'<row r="1">{cell("A1", "Application")}</row><row r="2">{cell("A2", "&a9;&x;")}</row>'
    path = workbook(tmp_path / "e.xlsx", f"<sheetData>{rows}</sheetData>", before=sheet)
    assert main(["import", str(path), "-o", str(tmp_path / "m.smala"), "--language", "fr"]) == 2
    assert "entités XML" in capsys.readouterr().err


def test_a_text_that_breaks_off_is_read_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "moitie.csv"
    path.write_text('Application;Fournisseur\nERP;"Odoo; SA"\nCRM;"Sales', encoding="utf-8")
    assert _imported(capsys, "fr", tmp_path, path) == 1
    said = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "moitie.csv, ligne 3" in said
    assert "guillemet" in said


def test_formulas_without_values_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Application", "Fournisseur", "Coût annuel"])
    book.worksheets[0].append(["ERP", "Odoo SA", "=12*100"])
    book.save(tmp_path / "f.xlsx")
    assert _imported(capsys, "fr", tmp_path, tmp_path / "f.xlsx") == 0
    assert "aucune valeur : Coût annuel" in capsys.readouterr().out.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "dépendrait de lui-même"), ("en", "would depend on itself")],
)
def test_a_link_to_oneself_is_told_where_it_stands(
    language: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "boucle.csv"
    path.write_text("Application;Dépend de\nA1;A1\nB1;C1\nC1;B1\n", encoding="utf-8")
    assert _imported(capsys, language, tmp_path, path) == 1
    assert sentence in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ("diffère d’un autre fichier", "a.csv, 2 : 1200", "fournisseurs différents")),
        ("en", ("differs from another file", "a.csv, 2: 1200", "different suppliers")),
    ],
)
def test_files_that_disagree_are_told_with_what_each_says(
    language: str, sentences: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = "Application;Fournisseur;Coût annuel\n"
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(f"{header}ERP;Odoo SA;1200\n", encoding="utf-8")
    second.write_text(f"{header}ERP;Microsoft;2400\n", encoding="utf-8")
    assert _imported(capsys, language, tmp_path, first, second) == 1
    said = capsys.readouterr().out.replace("\u00a0", " ")
    for sentence in sentences:
        assert sentence.replace(", 2 :", ", 2:") in said


def _imported(capsys: pytest.CaptureFixture[str], language: str, folder: Path, *files: Path) -> int:
    options = ["-o", str(folder / "map.smala"), "--language", language, "--no-catalogue"]
    return main(["import", *map(str, files), *options])
