"""Countries are recognised as people write them, and rated as the catalogue says."""

import pytest

from smala_lockin.knowledge import jurisdictions
from smala_lockin.knowledge.jurisdiction_rows import Adequacy
from smala_lockin.knowledge.law_rows import LawKind
from smala_lockin.knowledge.laws import laws, laws_of


def test_every_country_of_the_table_loads() -> None:
    found = jurisdictions.jurisdictions()
    assert len(found) == 249
    assert len({one.alpha3 for one in found.values()}) == 249
    assert all(law in laws() for one in found.values() for law in one.laws)


def test_every_country_is_found_by_each_of_its_names_and_codes() -> None:
    for one in jurisdictions.jurisdictions().values():
        names = [one.code, one.alpha3, *one.other_names]
        names += [one.name(language) for language in ("en", "fr", "nl", "de")]
        assert {jurisdictions.country_code(name) for name in names} == {one.code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Etats-Unis", "US"),
        (" ÉTATS UNIS ", "US"),
        ("USA", "US"),
        ("U.K.", "GB"),
        ("Royaume-Uni", "GB"),
        ("Belgique", "BE"),
        ("België", "BE"),
        ("BEL", "BE"),
        ("Deutschland", "DE"),
        ("Pays Bas", "NL"),
        ("Großbritannien", "GB"),
        ("Suede", "SE"),
        ("The Netherlands", "NL"),
        ("NO", "NO"),
        ("no", None),
        ("and", None),
        ("Europe", None),
        ("Namur", None),
        ("", None),
        ("日本", None),
    ],
)
def test_a_country_as_a_person_writes_it(text: str, code: str | None) -> None:
    assert jurisdictions.country_code(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("UE", "EU"), ("Union européenne", "EU"), ("EEE", "EEA"), ("EU/EEA", "EEA"), ("FR", "FR")],
)
def test_a_region_as_a_person_writes_it(text: str, code: str) -> None:
    assert jurisdictions.region_code(text) == code


@pytest.mark.parametrize(
    ("code", "inside"),
    [
        *((code, True) for code in ("BE", "NO", "EU", "EEA", "RE")),
        *((code, False) for code in ("CH", "GB", "US", "ZZ", "")),
    ],
)
def test_what_lies_inside_the_eea(code: str, inside: bool) -> None:
    assert jurisdictions.in_eea(code) is inside


def test_country_names_follow_the_language() -> None:
    names = [jurisdictions.country_name("DE", language) for language in ("en", "fr", "nl", "de")]
    assert names == ["Germany", "Allemagne", "Duitsland", "Deutschland"]
    assert jurisdictions.country_name("EU", "fr") == "Union européenne"
    assert jurisdictions.country_name("EEA", "en") == "European Economic Area"
    assert jurisdictions.country_name("US", "pl") == "United States"
    assert jurisdictions.country_name("ZZ", "fr") == "ZZ"


def test_adequacy_is_that_of_the_table() -> None:
    codes = ("BE", "CH", "US", "CN")
    found = [jurisdictions.jurisdictions()[code].adequacy for code in codes]
    assert found == [Adequacy.EEA, Adequacy.FULL, Adequacy.PARTIAL, Adequacy.NONE]


def test_laws_that_reach_abroad_are_access_laws_of_third_countries() -> None:
    assert "us-cloud-act" in {law.id for law in laws_of("US")}
    assert "cn-nil" in {law.id for law in laws_of("HK")}
    assert {law.kind for law in laws_of("US")} == {LawKind.ACCESS}
    assert laws_of("BE") == laws_of("FR") == laws_of("EU") == laws_of("JP") == laws_of("ZZ") == ()
