"""Columns, and what is worked out once for each of their values."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.tables.cells import Cells, columns_of

CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.sampled_from(["a", "b", "1", ""]),
    st.sampled_from([0, 1, 1.0, True, False, 0.0]),
    st.just(date(2026, 1, 1)),
)


@settings(max_examples=60)
@given(st.lists(CELLS, max_size=30))
def test_each_cell_gets_what_its_own_value_and_type_give(cells: list[Cell]) -> None:
    assert Cells(cells).each(lambda cell: (type(cell), cell)) == [(type(one), one) for one in cells]


def test_a_value_is_worked_out_once() -> None:
    seen: list[Cell] = []
    Cells(["a", "b", "a", None, "a"]).each(seen.append)
    assert seen == ["a", "b", None]


@settings(max_examples=20)
@given(st.integers(0, 4), st.integers(0, 1500))
def test_columns_are_the_rows_turned(width: int, height: int) -> None:
    rows: list[list[Cell]] = [[f"{row}-{place}" for place in range(width)] for row in range(height)]
    turned = columns_of(rows, width)
    assert [*map(list, turned)] == [[row[place] for row in rows] for place in range(width)]
