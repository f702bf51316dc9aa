"""Values of an import that are made once somebody looks at them."""

import pickle

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Cell, Table
from smala_lockin.importing.later import Later
from smala_lockin.importing.propose import propose


def test_values_are_made_once_and_only_if_somebody_asks() -> None:
    made: list[str] = []

    def make() -> list[int]:
        made.append("made")
        return [1, 2, 3]

    later = Later(3, make)
    assert len(later) == 3
    assert bool(later)
    assert made == []
    assert (later[0], later[-1], later[1:]) == (1, 3, (2, 3))
    assert list(later) == [1, 2, 3]
    assert made == ["made"]


def test_values_made_later_equal_the_tuple_of_them() -> None:
    later = Later(2, lambda: "ab")
    assert later == ("a", "b")
    assert later == Later(2, lambda: ["a", "b"])
    assert later != ("a",)
    assert hash(later) == hash(("a", "b"))


@pytest.mark.parametrize("values", [[], [1], [1, 2]])
def test_values_made_later_cross_to_another_process_as_a_tuple(values: list[int]) -> None:
    there = pickle.loads(pickle.dumps(Later(len(values), lambda: values)))
    assert type(there) is tuple
    assert there == tuple(values)


def test_a_proposal_is_the_same_in_whatever_order_its_parts_are_looked_at() -> None:
    headers = ["Application", "Fournisseur", "Dépend de"]
    rows: list[list[Cell]] = [["ERP", "Alpha", "CRM"], ["CRM", "Beta", None], ["ERP", "G", None]]
    table = Table(file="f.csv", sheet=None, rows=[[*headers], *rows])
    one, two = propose([table]), propose([table])
    assert (one.added, one.connected) == (two.connected, two.added)[::-1]
    assert one.apply(Landscape()) == two.apply(Landscape())
