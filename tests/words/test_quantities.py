"""Durations, counts and separators as people of each language write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smala_lockin import i18n
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.words import nouns
from smala_lockin.words.quantities import after, duration, exactly


@pytest.mark.parametrize(
    ("hours", "english", "french"),
    [
        (0.5, "30 minutes", "30 minutes"),
        (1, "1 hour", "1 heure"),
        (1.5, "90 minutes", "90 minutes"),
        (2.5, "2.5 hours", "2,5 heures"),
        (48, "48 hours", "48 heures"),
        (72, "3 days", "3 jours"),
        (52, "2 days and 4 hours", "2 jours et 4 heures"),
        (7 * 24 + 23, "7 days", "7 jours"),
        (21 * 24, "21 days", "21 jours"),
        (90 * 24, "90 days", "90 jours"),
        (94 * 24, "94 days", "94 jours"),
        (120 * 24, "4 months", "4 mois"),
        (180 * 24, "6 months", "6 mois"),
        (3 * 365 * 24, "3 years", "3 ans"),
    ],
)
def test_a_duration_is_said_in_the_unit_people_would_use(
    hours: float, english: str, french: str
) -> None:
    assert duration(hours) == english
    with i18n.language("fr"):
        assert duration(hours) == french


@given(st.floats(7, 100))
def test_days_told_are_never_more_than_there_are_and_at_most_one_less(days: float) -> None:
    told = duration(days * 24)
    assert days - 1 < int(told.split()[0]) <= days + 1e-6


@given(st.integers(49, 20_000))
def test_what_is_told_exactly_can_be_read_back(hours: int) -> None:
    days, _and, rest = exactly(hours).replace(",", "").partition(" and ")
    assert int(days.split()[0]) * 24 + int(rest.split()[0] if rest else 0) == hours


def test_what_stops_at_once_needs_no_figure() -> None:
    assert (after(0), after(4)) == ("at once", "after 4 hours")
    with i18n.language("fr"):
        assert (after(0), after(4)) == ("immédiatement", "après 4 heures")


@pytest.mark.parametrize("kind", AssetKind)
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_count_agrees_with_its_kind(kind: AssetKind, language: str) -> None:
    with i18n.language(language):
        one, two = nouns.counted(kind, 1), nouns.counted(kind, 2)
    assert one.startswith("1 ")
    assert two.startswith("2 ")
    assert one[2:] != two[2:]


def test_nothing_is_singular_in_french_and_plural_in_english() -> None:
    assert nouns.counted(AssetKind.SUPPLIER, 0) == "0 suppliers"
    with i18n.language("fr"):
        assert nouns.counted(AssetKind.SUPPLIER, 0) == "0 fournisseur"


@pytest.mark.parametrize(
    ("share", "english", "french"),
    [
        (0, "0%", "0_%"),
        (0.001, "<_1%", "<_1_%"),
        (0.006, "1%", "1_%"),
        (0.5, "50%", "50_%"),
        (0.999, ">_99%", ">_99_%"),
        (1, "100%", "100_%"),
    ],
)
def test_a_share_is_told_as_nought_or_all_only_if_it_is(
    share: float, english: str, french: str
) -> None:
    assert i18n.percent(share) == english.replace("_", "\N{NO-BREAK SPACE}")
    with i18n.language("fr"):
        assert i18n.percent(share).replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}") == (
            french.replace("_", "\N{NO-BREAK SPACE}")
        )


def test_money_bears_its_sign_where_the_language_has_it() -> None:
    assert (i18n.money(9600, "EUR"), i18n.money(9600, "CHF")) == (
        "€9,600",
        "CHF\N{NO-BREAK SPACE}9,600",
    )
    with i18n.language("fr"):
        assert i18n.money(9600, "EUR").endswith("600\N{NO-BREAK SPACE}€")


def test_a_choice_is_listed_with_or() -> None:
    assert i18n.alternatives([".a", ".b", ".c"]) == ".a, .b or .c"
    with i18n.language("fr"):
        assert i18n.alternatives([".a", ".b"]) == ".a ou .b"


def test_a_semicolon_stands_as_the_language_wants_it() -> None:
    assert i18n.semicolons(["a, b", "c"]) == "a, b; c"
    with i18n.language("fr"):
        assert i18n.semicolons(["a, b", "c"]) == "a, b\N{NO-BREAK SPACE}; c"


def test_a_french_month_begins_on_its_premier() -> None:
    with i18n.language("fr"):
        assert i18n.day(date(2027, 3, 1)) == "1er mars 2027"
        assert i18n.day(date(2027, 3, 11)) == "11 mars 2027"
    assert i18n.day(date(2027, 3, 1)) == "1 March 2027"
