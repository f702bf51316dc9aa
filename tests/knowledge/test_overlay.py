"""What the user knows better wins everywhere, and a file of theirs is read strictly."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.knowledge import (
    ai_chain,
    alternative_rows,
    catalogue,
    in_force,
    overlay,
    ownership,
    vendors,
)
from smala_lockin.knowledge.alternatives import alternatives_of
from smala_lockin.knowledge.overlay import InvalidOverlay, Overlay, OverlayFault
from smala_lockin.knowledge.vendors import VendorId

_OWN = {
    "name": "Scierie Gillet",
    "aliases": "Gillet Bois|La scierie",
    "category": "industry",
    "hq_country": "BE",
    "confidence": "high",
    "source": "we know them",
    "as_of": "2026-11-25",
}


@pytest.fixture(autouse=True)
def _read_again() -> Iterator[None]:
    in_force.forget()
    yield
    in_force.forget()


def _put(own: Overlay) -> None:
    place = overlay.place()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(overlay.content(own))
    in_force.forget()


def test_without_a_file_the_tables_are_those_of_the_program() -> None:
    assert in_force.tables().overlay == overlay.NOTHING
    assert in_force.all_vendors() == in_force.shipped()


def test_a_correction_changes_what_it_names_and_nothing_else() -> None:
    before = in_force.shipped()[VendorId("odoo")]
    _put(Overlay(entries={VendorId("odoo"): {"hq_country": "LU", "data_export": ""}}))
    after = catalogue.vendor("odoo")
    assert after is not None
    assert (after.country, after.data_export) == ("LU", None)
    assert (after.name, after.as_of, after.aliases) == (before.name, before.as_of, before.aliases)
    assert catalogue.facts_of(after, AssetKind.SUPPLIER) == {"country": "LU"}


def test_an_entry_of_ones_own_is_found_and_offered() -> None:
    _put(Overlay(entries={VendorId("gillet"): _OWN}))
    match = catalogue.find("GILLET BOIS sprl")
    assert match is not None
    assert match.vendor.name == "Scierie Gillet"
    assert "gillet" in [one.id for one in catalogue.suggestions("scierie", 5)]


def test_an_own_name_is_taken_away_from_the_entry_that_had_it() -> None:
    taken = {**_OWN, "name": "Robin", "aliases": ""}
    before = catalogue.find("Robin")
    assert before is not None
    assert not before.certain
    _put(Overlay(entries={VendorId("our-robin"): taken}))
    match = catalogue.find("Robin")
    assert match is not None
    assert (match.vendor.id, match.certain) == ("our-robin", True)


def test_an_own_owner_is_the_owner() -> None:
    _put(Overlay(entries={VendorId("billit"): {"parent_id": "visma"}}))
    billit = catalogue.vendor("billit")
    assert billit is not None
    assert [one.id for one in ownership.owner_chain(billit)] == ["visma", "hg-capital"]


def test_own_alternatives_are_added_changed_and_struck_out() -> None:
    before = alternatives_of("acer")
    struck, changed = before[0], before[1]
    _put(
        Overlay(
            alternatives={
                (struck.vendor, struck.alternative): None,
                (changed.vendor, changed.alternative): {"effort": "high"},
                (VendorId("acer"), VendorId("lenovo")): {
                    "kind": "multi_source",
                    "effort": "low",
                    "confidence": "medium",
                    "source": "our IT partner",
                    "as_of": "2026-11-25",
                },
            }
        )
    )
    after = {one.alternative: one for one in alternatives_of("acer")}
    assert struck.alternative not in after
    assert after[changed.alternative].effort is alternative_rows.Effort.HIGH
    assert after[VendorId("lenovo")].provenance.source == "our IT partner"
    assert len(after) == len(before)


def test_an_own_tool_gets_its_chain_of_models() -> None:
    own = {**_OWN, "category": "ai_assistant", "deployment": "saas", "runs_on": "openai|ovhcloud"}
    _put(Overlay(entries={VendorId("our-bot"): own}))
    (supply,) = ai_chain.model_supplies_of("our-bot")
    assert (supply.model.family, [host.id for host in supply.hosts]) == ("GPT", ["ovhcloud"])


def test_a_file_that_makes_no_sense_is_left_out_and_told() -> None:
    place = overlay.place()
    place.parent.mkdir(parents=True)
    place.write_text("{", encoding="utf-8")
    in_force.forget()
    assert in_force.all_vendors() == in_force.shipped()
    fault = in_force.tables().fault
    assert fault is not None
    assert fault.fault is OverlayFault.NO_JSON
    assert place.read_text(encoding="utf-8") == "{"


def _file(**changes: object) -> bytes:
    stored = {"format": overlay.FORMAT, "version": 1, "entries": [], "alternatives": []}
    return json.dumps({**stored, **changes}).encode()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(b"\xff", OverlayFault.NO_JSON, id="not UTF-8"),
        pytest.param(b"[" * 100_000, OverlayFault.NO_JSON, id="nesting"),
        pytest.param(b'{"version": 1, "version": 1}', OverlayFault.NO_JSON, id="key twice"),
        pytest.param(b"[]", OverlayFault.OTHER_FORMAT, id="no record"),
        pytest.param(_file(format="smala-lockin"), OverlayFault.OTHER_FORMAT, id="a map"),
        pytest.param(_file(version=4), OverlayFault.NEWER, id="newer"),
        pytest.param(_file(version=True), OverlayFault.WRONG_TYPE, id="version"),
        pytest.param(_file(vendors=[]), OverlayFault.UNKNOWN_KEY, id="section"),
        pytest.param(_file(entries={}), OverlayFault.WRONG_TYPE, id="no list"),
        pytest.param(_file(entries=["sap"]), OverlayFault.WRONG_TYPE, id="no entry"),
        pytest.param(_file(entries=[{"name": "X"}]), OverlayFault.MISSING, id="no id"),
        pytest.param(_file(entries=[{"id": "A b"}]), OverlayFault.BAD_VALUE, id="odd id"),
        pytest.param(
            _file(entries=[{"id": "sap", "colour": "red"}]), OverlayFault.UNKNOWN_KEY, id="column"
        ),
        pytest.param(
            _file(entries=[{"id": "sap", "name": 4}]), OverlayFault.WRONG_TYPE, id="number"
        ),
        pytest.param(
            _file(entries=[{"id": "sap", "aliases": "A|B"}]), OverlayFault.WRONG_TYPE, id="text"
        ),
        pytest.param(
            _file(entries=[{"id": "sap", "aliases": ["A|B"]}]), OverlayFault.BAD_VALUE, id="bar"
        ),
        pytest.param(
            _file(entries=[{"id": "sap"}, {"id": "sap"}]), OverlayFault.TWICE, id="entry twice"
        ),
        pytest.param(
            _file(alternatives=[{"vendor_id": "sap"}]), OverlayFault.MISSING, id="half a pair"
        ),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused(content: bytes, fault: OverlayFault) -> None:
    with pytest.raises(InvalidOverlay) as caught:
        overlay.parsed(content)
    assert caught.value.fault is fault


@pytest.mark.parametrize(
    ("entries", "column"),
    [
        pytest.param({"sap": {"hq_country": "XX"}}, "hq_country", id="country"),
        pytest.param({"sap": {"parent_id": "nobody"}}, "parent_id", id="owner"),
        pytest.param({"hg-capital": {"parent_id": "teamleader"}}, "parent_id", id="circle"),
        pytest.param({"sap": {"category": "toys"}}, "category", id="category"),
        pytest.param({"sap": {"as_of": "soon"}}, "as_of", id="day"),
        pytest.param({"sap": {"name": ""}}, "name", id="no name"),
        pytest.param({"new": {"name": "New"}}, "category", id="an own entry without category"),
        pytest.param({"microsoft": {"kind": "service"}}, "parent_id", id="a seller no more"),
    ],
)
def test_what_makes_no_sense_beside_the_tables_is_refused(
    entries: dict[VendorId, dict[str, str]], column: str
) -> None:
    with pytest.raises(InvalidOverlay) as caught:
        in_force.checked(Overlay(entries=entries))
    assert caught.value.column == column


def test_two_own_entries_cannot_share_a_name() -> None:
    twins = {VendorId("one"): _OWN, VendorId("two"): _OWN}
    with pytest.raises(InvalidOverlay) as caught:
        in_force.checked(Overlay(entries=twins))
    assert caught.value.fault is OverlayFault.NAME_TAKEN


_TEXT = st.text(st.characters(exclude_characters="|", exclude_categories=["Cs"]), min_size=1)
_IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True).map(VendorId)
_LISTS = st.lists(_TEXT.filter(str.strip), max_size=3).map("|".join)
_CELLS = st.dictionaries(st.sampled_from(vendors.COLUMNS), _TEXT, max_size=4).flatmap(
    lambda cells: st.fixed_dictionaries(
        {name: _LISTS if name in vendors.LISTS else st.just(cell) for name, cell in cells.items()}
    )
)
_ALTERNATIVES = st.dictionaries(st.sampled_from(alternative_rows.COLUMNS), _TEXT, max_size=3)


@settings(max_examples=60)
@given(
    entries=st.dictionaries(_IDS, _CELLS, max_size=3),
    alternatives=st.dictionaries(st.tuples(_IDS, _IDS), st.none() | _ALTERNATIVES, max_size=3),
)
def test_what_is_written_is_read_again(
    entries: dict[VendorId, dict[str, str]],
    alternatives: dict[tuple[VendorId, VendorId], dict[str, str] | None],
) -> None:
    own = Overlay(entries=entries, alternatives=alternatives)
    assert overlay.parsed(overlay.content(own)) == own


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.json"
    path.write_bytes(b" " * (overlay.MAX_BYTES + 1))
    with pytest.raises(InvalidOverlay):
        overlay.read(path)
