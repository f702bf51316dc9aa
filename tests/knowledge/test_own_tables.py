"""What the user knows better of countries, laws and the framework holds everywhere at once."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin import i18n
from smala_lockin.analysis.figures.ecosystem import Zone
from smala_lockin.domain.thresholds import Thresholds
from smala_lockin.knowledge import (
    ai_chain,
    frameworks,
    in_force,
    jurisdictions,
    laws,
    overlay,
    references,
)
from smala_lockin.knowledge.ebios_rows import EbiosFactor
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.knowledge.overlay import InvalidOverlay, Overlay, OverlayFault, Section
from smala_lockin.knowledge.sovereignty_rows import WEIGHT_COLUMNS, WeightSet
from smala_lockin.knowledge.vendors import VendorId
from smala_lockin.words import countries, degrees

_MARKS = {"confidence": "medium", "source": "our lawyer", "as_of": "2026-11-25"}
_KOSOVO = {
    "alpha3": "XKX",
    **dict.fromkeys(("name_en", "name_fr", "name_nl", "name_de"), "Kosovo"),
    "gdpr_adequacy": "no",
    **_MARKS,
}
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


def test_a_country_of_ones_own_is_one_everywhere() -> None:
    _put(Section.COUNTRIES, {"XK": _KOSOVO})
    assert jurisdictions.country_code("kosovo") == jurisdictions.country_code("XKX") == "XK"
    assert jurisdictions.country_name("XK", "fr") == "Kosovo"
    assert not jurisdictions.in_eea("XK")
    own = overlay.Overlay(entries={VendorId("sap"): {"hq_country": "XK"}})
    assert in_force.checked(in_force.tables().overlay.merged(own))


def test_a_renamed_country_is_found_by_both_names_and_takes_its_article() -> None:
    _put(Section.COUNTRIES, {"US": {"name_fr": "Amérique", "alpha3": "UNI"}})
    assert jurisdictions.country_name("US", "fr") == "Amérique"
    for name in ("Amérique", "États-Unis", "UNI"):
        assert jurisdictions.country_code(name) == "US", name
    assert jurisdictions.country_code("USA") == "US"  # another name of it
    with i18n.language("fr"):
        assert countries.of("US") == "de l’Amérique"
        assert countries.inside("CA") == "au Canada"


def test_a_name_taken_over_from_another_country_is_the_new_ones() -> None:
    _put(Section.COUNTRIES, {"FI": {"name_fr": "Suomi"}, "SE": {"other_names": "Finlande"}})
    assert jurisdictions.country_code("Finlande") == "SE"
    assert jurisdictions.country_code("Finland") == jurisdictions.country_code("Suomi") == "FI"


def test_a_reference_is_cited_as_corrected() -> None:
    before = references.references_of("spof")
    _put(Section.REFERENCES, {before[0].id: {"code": "GV.OC-99", "says_fr": "Notre lecture"}})
    after = references.references_of("spof")
    assert (after[0].label("en"), after[0].says("fr")) == ("CyFun GV.OC-99", "Notre lecture")
    assert after[1:] == before[1:]


def test_a_model_has_the_maker_and_family_that_the_user_says() -> None:
    own = {"supplier_id": "mistral", "family": "Ours", "open_weights": "yes", **_MARKS}
    _put(Section.MODELS, {"openai-models": {"family": "GPT-9"}, "le-chat": own})
    (chatgpt,), (chat,) = (ai_chain.model_supplies_of(id) for id in ("chatgpt", "le-chat"))
    assert (chatgpt.model.family, chatgpt.supplier.id) == ("GPT-9", "openai")
    assert (chat.model.family, chat.model.open_weights, chat.supplier.id) == (
        "Ours",
        True,
        "mistral",
    )
    assert "ChatGPT" in ai_chain.tools_on(VendorId("openai-models"))


def test_values_and_zones_of_ebios_are_called_as_the_user_says() -> None:
    _put(Section.MARKS, {"trust-1": {"means_fr": "Inconnu de nous"}})
    assert frameworks.ebios_marks(EbiosFactor.TRUST)[0].means("fr") == "Inconnu de nous"
    _put(Section.ZONES, {"danger": {"name_en": "red", "from_threat": "3"}})
    worst, *others = frameworks.ebios_zones()
    assert (worst.name("en"), worst.from_threat) == ("red", 3.0)
    assert degrees.zone(Zone.DANGER) == "red"
    assert others == [*in_force.delivered().zones.values()][1:]


def test_the_zones_begin_where_the_settings_of_a_map_have_them() -> None:
    begins = sorted(zone.from_threat for zone in frameworks.ebios_zones())
    assert tuple(begins) == Thresholds().ecosystem


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
        pytest.param(Section.COUNTRIES, "xk", {**_KOSOVO}, "code", id="no code"),
        pytest.param(Section.COUNTRIES, "EU", {**_KOSOVO}, "code", id="a region"),
        pytest.param(Section.COUNTRIES, "XK", {"notes": "?"}, "alpha3", id="half a country"),
        pytest.param(Section.COUNTRIES, "XK", {**_KOSOVO, "alpha3": "BEL"}, "alpha3", id="taken"),
        pytest.param(Section.COUNTRIES, "US", {"name_nl": "België"}, "name_nl", id="name of BE"),
        pytest.param(Section.REFERENCES, "sov-9", {"code": "?"}, "id", id="no reference"),
        pytest.param(Section.REFERENCES, "sov-1", {"code": ""}, "code", id="no number"),
        pytest.param(
            Section.MODELS, "llama", {"supplier_id": "chatgpt"}, "supplier_id", id="maker"
        ),
        pytest.param(Section.MODELS, "sap", {"family": "Joule"}, "supplier_id", id="half a model"),
        pytest.param(Section.MARKS, "trust-5", {"means_en": "?"}, "id", id="no value"),
        pytest.param(Section.MARKS, "trust-1", {"means_fr": ""}, "means_fr", id="no meaning"),
        pytest.param(Section.ZONES, "watch", {"from_threat": "0"}, "from_threat", id="nought"),
        pytest.param(Section.ZONES, "watch", {"from_threat": "3"}, "from_threat", id="order"),
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


_CELLS = st.dictionaries(st.sampled_from(["confidence", "source", "as_of"]), st.text(max_size=8))
_PLACES = st.tuples(st.sampled_from(Section), st.sampled_from(["a", "b-1", "US"]))


@settings(max_examples=60)
@given(st.dictionaries(_PLACES, _CELLS.filter(bool)))
def test_what_is_written_is_read_again(
    rows: dict[tuple[Section, str], dict[str, str]],
) -> None:
    own, count = overlay.NOTHING, 0
    for (section, key), cells in rows.items():
        if key != "US" or section not in (Section.LAWS, Section.MODELS):  # which have ids
            own, count = own.with_row(section, key, cells), count + 1
    assert overlay.parsed(overlay.content(own)) == own
    assert own.size == count


def test_an_older_file_of_ones_own_is_still_read() -> None:
    older = b'{"format": "smala-lockin-catalogue", "version": 1, "entries": []}'
    assert overlay.parsed(older) == overlay.NOTHING
