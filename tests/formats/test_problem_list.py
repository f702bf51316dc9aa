"""The list of problems opens in a spreadsheet as it was meant."""

from pathlib import Path

import pytest

from smala_lockin.formats import problem_list
from smala_lockin.formats.csv_text import read_text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Coût; annuel", "Coût; annuel"),
        ("deux\nlignes", "deux\nlignes"),
        ("=cmd()", "'=cmd()"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-12,5", "-12,5"),
        ("- n/a", "'- n/a"),
    ],
)
def test_a_text_comes_back_and_runs_nothing(tmp_path: Path, typed: str, expected: str) -> None:
    path = tmp_path / "list.csv"
    problem_list.write(path, ["Valeur", "Ligne"], [[typed, "1"], ["autre", "2"]])
    assert read_text(path.read_bytes(), path.name).rows[1][0] == expected
