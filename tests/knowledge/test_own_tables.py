"""What the user knows better of countries, laws and the framework holds everywhere at once."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin.knowledge import frameworks, in_force, jurisdictions, laws, overlay
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.knowledge.overlay import InvalidOverlay, Overlay, OverlayFault, Section
from smala_lockin.knowledge.sovereignty_rows import WEIGHT_COLUMNS, WeightSet

_MARKS = {"confidence": "medium", "source": "our lawyer", "as_of": "2026-11-25"}
_LAW = {
    "name": "Data Seizure Act",
    "country": "JP",
    "allows": "Lets the state read everything.",
    "reference": "Act 1 of 2026",
    "since": "2026-01-01",
    "kind": "access",
    **_MARKS,
}


@pytest.fixture(autouse=True)
def _read_again() -> Iterator[None]:
    in_force.forget()
    yield
    in_force.forget()


def _put(section: Section, rows: Mapping[str, Mapping[str, str]]) -> Overlay:
    own = overlay.NOTHING
    for key, cells in rows.items():
        own = own.with_row(section, key, cells)
    place = overlay.place()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(overlay.content(own))
    in_force.forget()
    return own


def test_a_corrected_country_is_rated_as_corrected() -> None:
    _put(Section.COUNTRIES, {"US": {"gdpr_adequacy": "no", "adequacy_date": ""}})
    found = jurisdictions.jurisdictions()
    assert found["US"].adequacy is Adequacy.NONE
    assert found["US"].name_fr == "États-Unis"
    assert found["CA"] == in_force.delivered().countries["CA"]


def test_a_country_that_joins_the_eea_is_inside() -> None:
    joined = {"in_eea": "yes", "gdpr_adequacy": "eea", "adequacy_date": ""}
    _put(Section.COUNTRIES, {"CH": joined})
    assert jurisdictions.in_eea("CH")
    assert not in_force.delivered().countries["CH"].in_eea


def test_another_name_of_a_country_is_understood() -> None:
    _put(Section.COUNTRIES, {"US": {"other_names": "Amérique|Oncle Sam"}})
    assert jurisdictions.country_code("oncle sam") == "US"


def test_a_law_of_ones_own_counts_for_its_country() -> None:
    assert laws.laws_of("JP") == ()
    _put(Section.LAWS, {"jp-seizure": _LAW})
    assert [law.id for law in laws.laws_of("JP")] == ["jp-seizure"]


def test_a_law_that_is_a_proposal_again_is_not_in_force() -> None:
    before = {law.id for law in laws.laws_of("US")}
    _put(Section.LAWS, {"us-cloud-act": {"since": ""}})
    assert {law.id for law in laws.laws_of("US")} == before - {"us-cloud-act"}


def test_without_corrections_the_laws_of_a_country_are_those_that_its_row_names() -> None:
    for code, one in in_force.countries().items():
        told = laws.laws_of(code)
        named = [in_force.laws()[id] for id in one.laws]
        assert [law for law in told if law not in named] == [], code


def test_corrected_weights_are_those_of_the_framework() -> None:
    _put(Section.OBJECTIVES, {"SOV-1": {"weight_2026_06": "25"}, "SOV-2": {"weight_2026_06": "5"}})
    weights = frameworks.weights(WeightSet.JUNE_2026)
    assert (weights["SOV-1"], weights["SOV-2"], sum(weights.values())) == (25, 5, 100)
    assert frameworks.weights(WeightSet.OCTOBER_2025)["SOV-1"] == 15


def test_a_level_means_what_the_user_says() -> None:
    _put(Section.LEVELS, {"2": {"means_fr": "Données chez nous"}})
    assert frameworks.sovereignty_levels()[2].means("fr") == "Données chez nous"
    assert frameworks.sovereignty_levels()[1] == in_force.delivered().levels[1]


@pytest.mark.parametrize(
    ("section", "key", "cells", "column"),
    [
        pytest.param(Section.COUNTRIES, "XX", {"notes": "?"}, "code", id="no country"),
        pytest.param(Section.COUNTRIES, "US", {"in_eea": "yes"}, "in_eea", id="not eea"),
        pytest.param(Section.COUNTRIES, "US", {"adequacy_date": "?"}, "adequacy_date", id="day"),
        pytest.param(
            Section.COUNTRIES, "US", {"other_names": "Belgique"}, "other_names", id="name taken"
        ),
        pytest.param(
            Section.COUNTRIES,
            "US",
            {"extraterritorial_laws": "no-law"},
            "extraterritorial_laws",
            id="no law",
        ),
        pytest.param(Section.LAWS, "mine", {**_LAW, "country": "XX"}, "country", id="law of XX"),
        pytest.param(Section.LAWS, "mine", {"name": "Mine"}, "country", id="half a law"),
        pytest.param(Section.OBJECTIVES, "SOV-9", {"name_en": "?"}, "id", id="no objective"),
        pytest.param(
            Section.OBJECTIVES,
            "SOV-1",
            {"weight_2026_06": "21"},
            WEIGHT_COLUMNS[WeightSet.JUNE_2026],
            id="101 %",
        ),
        pytest.param(
            Section.OBJECTIVES, "SOV-1", {"weight_2026_06": "x"}, "weight_2026_06", id="text"
        ),
        pytest.param(Section.LEVELS, "5", {"means_en": "?"}, "level", id="no level"),
        pytest.param(Section.LEVELS, "1", {"name_en": ""}, "name_en", id="no name"),
    ],
)
def test_what_makes_no_sense_is_left_out_as_a_whole(
    section: Section, key: str, cells: dict[str, str], column: str
) -> None:
    with pytest.raises(InvalidOverlay) as caught:
        in_force.checked(overlay.NOTHING.with_row(section, key, cells))
    assert caught.value.fault is OverlayFault.BAD_VALUE
    assert caught.value.column == column
    _put(section, {key: cells})
    assert in_force.tables().fault is not None
    assert in_force.countries() == in_force.delivered().countries


_CELLS = st.dictionaries(
    st.sampled_from(["notes", "source", "adequacy_decision"]), st.text(max_size=8), min_size=1
)


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(["US", "BE", "CH"]), _CELLS))
def test_what_is_written_is_read_again(rows: dict[str, dict[str, str]]) -> None:
    own = overlay.NOTHING
    for key, cells in rows.items():
        own = own.with_row(Section.COUNTRIES, key, cells)
    assert overlay.parsed(overlay.content(own)) == own
    assert own.size == len(rows)


def test_an_older_file_of_ones_own_is_still_read() -> None:
    older = b'{"format": "smala-lockin-catalogue", "version": 1, "entries": []}'
    assert overlay.parsed(older) == overlay.NOTHING
