from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.formats.binary_cells import placed_cells, with_columns
from smala_lockin.formats.workbooks import read_workbook
from tests.formats.xlsb import Cell, sheet_part, write_xlsb

cells: st.SearchStrategy[Cell] = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**29), 2**29 - 1), st.floats(), st.text(max_size=80)
)
ROWS: list[list[Cell]] = [
    ["Application", "Fournisseur", "Coût", "Vital"],
    ["ERP", None, 1200.5, True],
    [None, "Béta SRL", 300, False],
]


def test_cells_that_leave_their_column_out_are_read_like_those_that_name_it(
    tmp_path: Path,
) -> None:
    named = read_workbook(write_xlsb(tmp_path / "named.xlsb", "Parc", ROWS, hidden=1))
    short = read_workbook(write_xlsb(tmp_path / "short.xlsb", "Parc", ROWS, hidden=1, short=True))
    assert named == short
    assert named[0].rows == [*ROWS[:1], ["ERP", None, 1200.5, True], [None, "Béta SRL", 300, False]]
    assert named[0].hidden_columns == {1}


@given(st.lists(st.lists(cells, min_size=1, max_size=6), min_size=1, max_size=5))
def test_each_cell_gets_the_column_it_would_have_named(rows: list[list[Cell]]) -> None:
    named, short = (sheet_part(rows, None, left_out) for left_out in (False, True))
    assert placed_cells(named) is None
    assert (placed_cells(short) or short) == named


def test_a_workbook_whose_cells_all_name_their_column_is_left_alone(tmp_path: Path) -> None:
    assert with_columns(write_xlsb(tmp_path / "named.xlsb", "Parc", ROWS)) is None


def test_half_a_binary_workbook_is_left_to_its_reader(tmp_path: Path) -> None:
    data = write_xlsb(tmp_path / "short.xlsb", "Parc", ROWS, short=True).read_bytes()
    half = tmp_path / "half.xlsb"
    for part in range(1, 8):
        half.write_bytes(data[: len(data) * part // 8])
        assert with_columns(half) is None
