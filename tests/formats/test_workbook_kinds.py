"""Workbooks of every kind give the same list, without the columns and sheets that are hidden."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.hidden_columns import hidden_columns
from smala_lockin.formats.tables import read_tables
from smala_lockin.importing.propose import propose
from tests.formats.xlsb import write_xlsb
from tests.importing.lists import arrows, one

LISTS = Path(__file__).parents[1] / "data" / "lists"
ROWS: list[list[str | float | None]] = [
    ["Inventaire informatique"],
    [None],
    ["Application", "Note interne", "Fournisseur", "Coût annuel (€)"],
    ["ERP", "secret", "Alpha SA", 1200.5],
    ["Paie", "secret", "Béta SRL", 300],
]


@pytest.fixture
def binary(tmp_path: Path) -> Path:
    return write_xlsb(tmp_path / "liste.xlsb", "Parc", ROWS, hidden=1)


def assert_it_is_the_list(path: Path) -> None:
    proposal = propose(read_tables(path), catalogue=False)
    landscape = proposal.apply(Landscape())
    assert arrows(landscape) == {"erp provided_by alpha-sa", "paie provided_by beta-srl"}
    assert one(landscape, "ERP").annual_cost == 1200.5
    assert proposal.sheets[0].ignored == ("Note interne",)
    assert "secret" not in str(landscape.assets)


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_a_workbook_is_read_whatever_program_wrote_it(kind: str) -> None:
    assert_it_is_the_list(LISTS / f"liste.{kind}")


def test_a_binary_workbook_is_read(binary: Path) -> None:
    assert_it_is_the_list(binary)


def test_a_workbook_with_macros_is_read_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsm"
    path.write_bytes((LISTS / "liste.xlsx").read_bytes())
    assert_it_is_the_list(path)


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls", "xlsb"])
def test_half_a_workbook_hides_nothing_and_ends_well(
    kind: str, binary: Path, tmp_path: Path
) -> None:
    data = (binary if kind == "xlsb" else LISTS / f"liste.{kind}").read_bytes()
    for part in range(1, 8):
        path = tmp_path / f"half.{kind}"
        path.write_bytes(data[: len(data) * part // 8])
        assert isinstance(hidden_columns(path), dict)


def test_a_hidden_column_behind_several_alike_is_the_one_that_is_hidden(tmp_path: Path) -> None:
    path = tmp_path / "lijst.ods"
    with ZipFile(path, "w") as archive:
        archive.writestr(
            "content.xml",
            '<table:table table:name="Blad1">'
            '<table:table-column table:number-columns-repeated="2"/>'
            '<table:table-column table:visibility="collapse"/>'
            "<table:table-row/></table:table>",
        )
    assert hidden_columns(path) == {"Blad1": frozenset({2})}
