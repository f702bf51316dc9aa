"""What people typed in a register comes back, and only what they changed."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin.domain.edits import put_risk
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.records import RiskKey, RiskRecord
from smala_lockin.register.taking_back import TypedRow, merge

KEY = RiskKey("spof:erp")


def map_saying(**facts: object) -> Landscape:
    return put_risk(Landscape(), KEY, RiskRecord(**facts))  # type: ignore[arg-type]


def row(now: Mapping[str, object], written: Mapping[str, object] | None) -> TypedRow:
    return TypedRow(key=KEY, sheet="Register", row=7, now=now, written=written)


words = st.sampled_from([None, "Anne", "Paul", "Léa"])


@given(written=words, ours=words, theirs=words)
def test_a_merge_of_three_sides_keeps_what_each_alone_changed(
    written: str | None, ours: str | None, theirs: str | None
) -> None:
    merged = merge(map_saying(owner=ours), [row({"owner": theirs}, {"owner": written})])
    said = merged.landscape.risks.get(KEY, RiskRecord()).owner
    if theirs in (ours, written):
        assert (said, merged.conflicts) == (ours, ())
    elif ours == written:
        assert (said, merged.conflicts) == (theirs, ())
    else:
        assert said == ours
        assert [(one.fact, one.kept, one.refused) for one in merged.conflicts] == [
            ("owner", ours, theirs)
        ]


@pytest.mark.parametrize(
    ("ours", "theirs", "said", "conflicts"),
    [
        pytest.param(None, "Paul", "Paul", 0, id="the map says nothing"),
        pytest.param("Anne", None, "Anne", 0, id="an empty cell takes nothing away"),
        pytest.param("Anne", "Paul", "Anne", 1, id="both say something"),
    ],
)
def test_a_row_of_which_nobody_knows_what_it_said(
    ours: str | None, theirs: str | None, said: str | None, conflicts: int
) -> None:
    merged = merge(map_saying(owner=ours), [row({"owner": theirs}, None)])
    assert merged.landscape.risks.get(KEY, RiskRecord()).owner == said
    assert len(merged.conflicts) == conflicts


def test_of_two_rows_of_one_key_the_second_is_told_where_it_differs() -> None:
    rows = [row({"owner": "Anne"}, {"owner": None}), row({"owner": "Paul"}, {"owner": None})]
    merged = merge(Landscape(), rows)
    assert merged.landscape.risks[KEY].owner == "Anne"
    assert len(merged.conflicts) == 1


def test_what_is_not_in_the_register_stays() -> None:
    before = map_saying(owner="Anne", residual_impact=2)
    merged = merge(before, [row({"owner": None}, {"owner": "Anne"})])
    assert merged.landscape.risks[KEY] == RiskRecord(residual_impact=2)
    assert merged.taken == {KEY: ("owner",)}
