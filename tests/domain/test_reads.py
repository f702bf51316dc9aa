"""Reads, and the assets made of them."""

import pickle
from dataclasses import FrozenInstanceError, fields
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.domain.assets import Asset, AssetId, Origin, Source
from smala_lockin.domain.errors import InvalidFact
from smala_lockin.domain.kinds import AssetKind, PersonalData
from smala_lockin.domain.reads import NamesRead, Read, RowOrigins, RowReads, assets_of, columns_of

PLACE = ("it.xlsx", "Apps", 12)
VALUES: dict[str, object] = {
    "owner": "IT",
    "criticality": 4,
    "annual_cost": 1200.0,
    "hosting_countries": ("BE", "EU"),
    "personal_data": PersonalData.ORDINARY,
    "contract_end": date(2027, 3, 31),
    "tags": ("finance",),
    "users": 12,
}


@settings(max_examples=30)
@given(st.sets(st.sampled_from(sorted(VALUES))))
def test_an_asset_of_reads_is_the_one_that_its_constructor_makes(facts: set[str]) -> None:
    values = {fact: VALUES[fact] for fact in facts}
    reads = {fact: Read(fact, value, str(value)) for fact, value in values.items()}
    origin = RowOrigins(reads, PLACE, date(2026, 1, 1))
    id, kind, custom = AssetId("erp"), AssetKind.APPLICATION, {"Remarque": "x"}
    columns = columns_of([reads, {}])
    made, other = assets_of(
        [id, AssetId("crm")],
        [kind] * 2,
        ["ERP", "CRM"],
        columns,
        [custom, {}],
        [RowOrigins(RowReads(columns, 0), PLACE, date(2026, 1, 1)), {}],
    )
    usual = Asset(id=id, kind=kind, name="ERP", custom=custom, origin=dict(origin), **values)  # type: ignore[arg-type]
    assert type(made) is Asset
    assert made == usual
    assert other == Asset(id=AssetId("crm"), kind=kind, name="CRM")
    assert pickle.loads(pickle.dumps(made)) == usual


@settings(max_examples=30)
@given(st.lists(st.sets(st.sampled_from(sorted(VALUES))), min_size=1))
def test_a_row_of_columns_is_what_it_was_before(rows: list[set[str]]) -> None:
    reads = [{fact: Read(fact, VALUES[fact], fact) for fact in row} for row in rows]
    columns = columns_of(reads)
    for number, row in enumerate(reads):
        found = RowReads(columns, number)
        assert found == row
        assert len(found) == len(row)
        assert all(found.get(fact) == row.get(fact) for fact in VALUES)
        assert pickle.loads(pickle.dumps(found)) == row


def test_names_are_the_reads_that_somebody_asks_for() -> None:
    names = NamesRead(["ERP", "CRM", "Paie"], [" ERP", "CRM", "/Paie/"])
    expected = [
        Read("name", "ERP", " ERP"),
        Read("name", "CRM", "CRM"),
        Read("name", "Paie", "/Paie/"),
    ]
    assert list(names) == expected
    assert list(names[1:]) == expected[1:]
    assert type(names[0]) is Read


def test_an_asset_of_reads_has_every_field_and_is_frozen() -> None:
    (made,) = assets_of([AssetId("a")], [AssetKind.DATA], ["A"], {}, [{}], [{}])
    plain = Asset(id=AssetId("a"), kind=AssetKind.DATA, name="A")
    for one in fields(Asset):
        assert getattr(made, one.name) == getattr(plain, one.name)
    with pytest.raises(FrozenInstanceError):
        made.name = "B"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("criticality", 6),
        ("criticality", "high"),
        ("annual_cost", float("nan")),
        ("country", "Belgium"),
        ("name", " "),
        ("kind", "application"),
        ("colour", "red"),
    ],
)
def test_a_read_holds_nothing_that_its_fact_does_not_take(fact: str, value: object) -> None:
    with pytest.raises(InvalidFact):
        Read(fact, value, "as read")


@pytest.mark.parametrize(("id", "name"), [("", "ERP"), ("erp", " ")])
def test_an_asset_of_reads_needs_an_id_and_a_name(id: str, name: str) -> None:
    with pytest.raises(InvalidFact):
        assets_of([AssetId(id)], [AssetKind.DATA], [name], {}, [{}], [{}])


def test_origins_of_a_row_say_where_each_fact_stands() -> None:
    origins = RowOrigins({"users": Read("users", 12, "12 pers.")}, PLACE, date(2026, 1, 1))
    expected = Origin(
        source=Source.IMPORT,
        file="it.xlsx",
        sheet="Apps",
        row=12,
        value="12 pers.",
        on=date(2026, 1, 1),
    )
    assert origins == {"users": expected}
    assert origins.get("owner") is None
