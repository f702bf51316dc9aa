"""`export` writes maps that `import` takes back."""

from datetime import date
from pathlib import Path

import pytest

from smala_lockin.analysis.report import Report
from smala_lockin.cli.program import Window, run
from smala_lockin.formats import project
from tests.builders import asset, landscape_of
from tests.invoices import belgian, ubl


def _draw_nothing(_report: Report, _path: Path) -> None: ...


WINDOW = Window(open=lambda _map, _language: 0, draw=_draw_nothing, preferred_language=lambda: None)


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    path = tmp_path / "shop.smala"
    known = [asset("erp", name="Odoo", owner="=Anne", custom={"Salle": "B2"})]
    project.save(landscape_of("shop -> erp", "erp -> line | mobile", assets=known), path)
    return path


@pytest.mark.parametrize("ending", [".graphml", ".gexf", ".dot", ".csv"])
def test_an_exported_map_is_imported_as_it_was(
    ending: str, map_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, back = map_file.with_name(f"out{ending}"), map_file.with_name("back.smala")
    assert run(["export", str(map_file), "-o", str(out)], WINDOW) == 0
    assert f"out{ending} is written: 4 assets, 3 dependencies." in capsys.readouterr().out
    assert run(["import", str(out), "-o", str(back)], WINDOW) == 0
    assert project.load(back) == project.load(map_file)


def test_dates_are_written_as_a_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    erp = asset("erp", "cloud_service", contract_end=date(2027, 3, 31), notice_days=90)
    path, out = tmp_path / "shop.smala", tmp_path / "dates.ics"
    project.save(landscape_of("shop -> erp", assets=[erp]), path)
    asked = ["export", str(path), "-o", str(out), "--date", "2026-11-22"]
    assert run(asked, WINDOW) == 0
    assert capsys.readouterr().out == "dates.ics holds 2 dates.\n"
    assert b"DTSTART;VALUE=DATE:20261231" in out.read_bytes()
    assert run([*asked, "--language", "fr"], WINDOW) == 0
    assert "préavis" in out.read_bytes().decode()


def test_a_map_without_dates_makes_no_calendar(
    map_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = map_file.with_name("dates.ics")
    assert run(["export", str(map_file), "-o", str(out)], WINDOW) == 2
    assert "End of contract" in capsys.readouterr().err
    assert not out.exists()


def test_an_ending_nobody_knows_is_an_error(
    map_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(map_file), "-o", str(map_file.with_name("a.vsd"))], WINDOW) == 2
    assert "a.vsd" in capsys.readouterr().err
    assert not map_file.with_name("a.vsd").exists()


def test_a_folder_of_invoices_is_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, target = tmp_path / "bills", tmp_path / "a.smala"
    folder.mkdir()
    for month in range(1, 4):
        data = ubl("Bois SRL", belgian(6000007), f"2026-0{month}-01", 10, id=str(month))
        (folder / f"{month}.xml").write_bytes(data)
    assert run(["import", str(folder), "-o", str(target)], WINDOW) == 0
    assert "1 supplier" in capsys.readouterr().out
    (supplier,) = project.load(target).assets.values()
    assert supplier.annual_cost == 30
    (folder / "4.xml").write_bytes(b"<Invoice>")
    assert run(["import", str(folder), "--into", str(target)], WINDOW) == 1
    assert "4.xml" in capsys.readouterr().out
