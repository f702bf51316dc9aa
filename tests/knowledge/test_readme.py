"""What the catalogue says of itself is true of its tables."""

import csv
import re

from smala_lockin import paths

_README = paths.resource("catalogue/README.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| ((?:`[a-z_]+\.[a-z]+`(?:, )?)+) \| ([\d, ]+) \|", re.MULTILINE)


def test_every_table_is_described_with_its_number_of_rows() -> None:
    described: dict[str, int] = {}
    for names, counts in _ROW.findall(_README):
        numbers = [int(one.replace(",", "")) for one in counts.split(", ")]
        described |= dict(zip(re.findall(r"`(.+?)`", names), numbers, strict=True))
    folder = paths.resource("catalogue")
    tables = {one.name: one for one in folder.glob("*.csv")}
    assert described.keys() - {"ordinary_words.txt"} == tables.keys()
    for name, table in tables.items():
        with table.open(encoding="utf-8", newline="") as file:
            assert sum(1 for _row in csv.reader(file)) - 1 == described[name], name


def test_every_row_says_where_it_comes_from() -> None:
    for table in paths.resource("catalogue").glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        if table.name not in ("activities.csv", "rule_references.csv"):
            assert all(line["source"] for line in lines), table.name
