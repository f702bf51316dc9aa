"""Names of suppliers that may be one: proposed with how sure that is, never merged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from smala_lockin.importing.matching.look_alikes import ONE_SLIP, look_alikes
from smala_lockin.importing.values.plain import exact_form, loose_form


@pytest.mark.parametrize(
    ("names", "confidence"),
    [
        (["Isabel NV", "ISABEL S.A."], 0.9),
        (["AWS", "Amazon Web Services EMEA SARL", "Amazon Web Services Canada, Inc."], 0.7),
        (["Price Waterhouse Coopers", "PRICEWATERHOUSE COOPERS"], 0.7),
        (["British Gas Service Ltd", "BRITISH GAS SERVICES"], 0.6),
        (["MMG MOBILE MARKETING GROUP", "Mobile Marketing Group, MMGRP Limited."], 0.5),
    ],
)
def test_names_that_may_be_one(names: list[str], confidence: float) -> None:
    (found,) = look_alikes([*names, "Proximus"])
    assert (set(found.names), found.confidence) == (set(names), confidence)


@pytest.mark.parametrize(
    "names",
    [
        ["Kainos Software Ltd", "Kainos Worksmart Ltd"],
        [
            "Ashcroft House Nursing Home",
            "Sandfield House Nursing Home",
            "Vivian House Nursing Home",
        ],
        ["Transport 2000", "Transport 2001"],
        ["BNP", "BMP"],
    ],
)
def test_names_that_are_not_proposed_as_one(names: list[str]) -> None:
    assert look_alikes(names) == ()


def test_names_with_identifiers_of_their_own_are_not_taken_for_slips_of_each_other() -> None:
    names = ["British Gas Service", "British Gas Services", "British Gas Services Ltd"]
    assert len(look_alikes(names[:2])) == 1
    (found,) = look_alikes(names, told_apart=names)
    assert found.names == ("British Gas Services", "British Gas Services Ltd")


NAMES = st.lists(st.text("abcd ", min_size=7, max_size=10), max_size=8)


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_one_slip_is_found_wherever_it_is(names: list[str]) -> None:
    found = look_alikes(names)
    forms = {exact_form(name): loose_form(name) for name in names}
    for one in found:
        if one.confidence == ONE_SLIP:
            first, other = (loose_form(name) for name in one.names[:2])
            assert OSA.distance(first, other) <= 1
    proposed = {exact_form(name) for one in found for name in one.names}
    long = {form for form in forms.values() if len(form) >= 8}
    for exact, form in forms.items():
        if any(OSA.distance(form, other) == 1 for other in long - {form}) and form in long:
            assert exact in proposed


def test_names_that_a_list_tells_apart_by_number_are_not_taken_for_branches_of_one() -> None:
    names = ["ACME Corporation", "ACME Europe"]
    assert look_alikes(names)
    assert look_alikes(names, set(names)) == ()
