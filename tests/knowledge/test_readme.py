"""What the catalogue says of itself is true of its tables."""

import csv
import re
from datetime import date

from smala_lockin import paths
from smala_lockin.knowledge import in_force, overlay
from smala_lockin.knowledge.vendors import VendorId

_README = paths.resource("catalogue/README.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| ((?:`[a-z_]+\.[a-z]+`(?:, )?)+) \| ([\d, ]+) \|", re.MULTILINE)


def test_every_table_is_described_with_its_number_of_rows() -> None:
    described: dict[str, int] = {}
    for names, counts in _ROW.findall(_README):
        numbers = [int(one.replace(",", "")) for one in counts.split(", ")]
        described |= dict(zip(re.findall(r"`(.+?)`", names), numbers, strict=True))
    folder = paths.resource("catalogue")
    tables = {one.name: one for one in folder.glob("*.csv")}
    assert described.keys() - {"ordinary_words.txt", "familiar.txt"} == tables.keys()
    for name, table in tables.items():
        with table.open(encoding="utf-8", newline="") as file:
            assert sum(1 for _row in csv.reader(file)) - 1 == described[name], name


def test_every_row_says_where_it_comes_from_how_sure_it_is_and_as_of_when() -> None:
    for table in paths.resource("catalogue").glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                assert line["source"]
                assert line["confidence"] in ("high", "medium", "low")
                assert date.fromisoformat(line["as_of"]) <= date(2026, 11, 26)


def test_the_example_of_own_entries_is_read_and_makes_sense() -> None:
    (example,) = re.findall(r"```json\n(.+?)```", _README, re.DOTALL)
    own = overlay.parsed(example.encode())
    assert set(own.entries) == {"sap", "scierie-gillet"}
    assert in_force.checked(own).vendors[VendorId("scierie-gillet")].country == "BE"


def test_the_french_of_the_tables_is_written_as_print_has_it() -> None:
    loose = re.compile(
        "(?<!\N{NO-BREAK SPACE})[;!?»]|(?<!\N{NO-BREAK SPACE}):(?= |$)|[^\\W\\d_]'\\w"
    )
    for table in paths.resource("catalogue").glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                for column, cell in line.items():
                    assert not (column.endswith("_fr") and loose.search(cell)), (table.name, cell)
