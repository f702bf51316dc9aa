"""What people type into a field, and what it means."""

from datetime import date
from operator import attrgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smala_lockin import i18n
from smala_lockin.app import entries
from smala_lockin.domain.errors import InvalidFact
from smala_lockin.domain.facts import FACTS, FactRule, Holds
from smala_lockin.knowledge import in_force
from smala_lockin.knowledge.jurisdictions import jurisdictions
from smala_lockin.words import facts

LANGUAGES = st.sampled_from(i18n.LANGUAGES)
_COUNTRIES = sorted(jurisdictions())
_TEXT = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters=";"), min_size=1)


def values(rule: FactRule) -> st.SearchStrategy[object]:
    """Return values that a field can show."""
    match rule.holds:
        case Holds.TEXT if rule.name == "catalogue_id":
            return st.sampled_from(sorted(in_force.shipped()))
        case Holds.TEXT:
            return _TEXT
        case Holds.TEXTS:
            items = _TEXT.filter(lambda text: bool(text.strip(",")))
            return st.lists(items, min_size=1, max_size=3).map(tuple)
        case Holds.COUNTRY:
            return st.sampled_from(_COUNTRIES)
        case Holds.COUNTRIES | Holds.REGIONS:
            codes = _COUNTRIES if rule.holds is Holds.COUNTRIES else [*_COUNTRIES, "EU", "EEA"]
            return st.lists(st.sampled_from(codes), min_size=1, unique=True).map(tuple)
        case Holds.WHOLE:
            return st.integers(int(rule.low), int(rule.high))
        case Holds.AMOUNT:
            return st.floats(rule.low, rule.high)
        case Holds.FLAG:
            return st.booleans()
        case Holds.DATE:
            return st.dates()
        case Holds.CHOICE:
            assert rule.choices is not None
            return st.sampled_from(list(rule.choices))
        case Holds.LEVELS:
            levels = st.integers(int(rule.low), int(rule.high))
            return st.dictionaries(st.sampled_from(rule.parts), levels, min_size=1)


def answer(rule: FactRule, text: str) -> str:
    """Return what is told beneath the field, or nothing."""
    try:
        entries.parse(rule, text)
    except InvalidFact as error:
        return entries.refusal(rule, error)
    return ""


@given(data=st.data(), rule=st.sampled_from(list(FACTS.values())), language=LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_what_a_field_shows_is_the_value_again(
    data: st.DataObject, rule: FactRule, language: str
) -> None:
    value = data.draw(values(rule))
    with i18n.language(language):
        assert entries.parse(rule, entries.shown(rule, value)) == value


@given(text=st.text(max_size=30), rule=st.sampled_from(list(FACTS.values())), language=LANGUAGES)
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed_is_a_value_or_refused_in_a_sentence(
    text: str, rule: FactRule, language: str
) -> None:
    with i18n.language(language):
        assert answer(rule, text) == "" or answer(rule, text).endswith(".")


@pytest.mark.parametrize("rule", FACTS.values(), ids=lambda rule: rule.name)
def test_nothing_typed_is_unknown_and_unknown_shows_nothing(rule: FactRule) -> None:
    assert entries.parse(rule, "  ") is None
    assert entries.shown(rule, None) == ""


@pytest.mark.parametrize(
    ("language", "fact", "text", "expected"),
    [
        pytest.param("en", "recovery_hours", "0", 0, id="zero is no unknown"),
        pytest.param("en", "recovery_hours", "2 days", 48, id="days in a field of hours"),
        pytest.param("fr", "recovery_hours", "3 j", 72, id="French days"),
        pytest.param("fr", "recovery_hours", "4h", 4, id="hours without a blank"),
        pytest.param("fr", "recovery_hours", "1,5 h", 1.5, id="a comma and a unit"),
        pytest.param("fr", "recovery_hours", "30 min", 0.5, id="minutes"),
        pytest.param("fr", "recovery_hours", "immédiat", 0, id="at once"),
        pytest.param("en", "replacement_days", "2 weeks", 14, id="weeks in a field of days"),
        pytest.param("fr", "notice_days", "3 mois", 91, id="months are rounded to whole days"),
        pytest.param("fr", "replacement_days", "3 mois", 91.0, id="in a field of any number too"),
        pytest.param("fr", "replacement_days", "36 h", 1.5, id="hours may be part of a day"),
        pytest.param("fr", "renewal_months", "1 an", 12, id="a year in a field of months"),
        pytest.param("en", "annual_cost", "9,600.50", 9600.5, id="English amount"),
        pytest.param("fr", "annual_cost", "9 600,50", 9600.5, id="French amount"),
        pytest.param("fr", "annual_cost", "9.600", 9600, id="Belgian thousands"),
        pytest.param("en", "annual_cost", "9.600", 9.6, id="English decimals"),
        pytest.param("fr", "annual_cost", "1.234.567,8", 1234567.8, id="many thousands"),
        pytest.param("fr", "annual_cost", "12.5", 12.5, id="a point for a comma"),
        pytest.param("en", "annual_cost", "12,5", 12.5, id="a comma for a point"),
        pytest.param("fr", "annual_cost", "0,125", 0.125, id="a leading zero"),
        pytest.param("en", "annual_cost", "-20", -20, id="a credit"),
        pytest.param("fr", "annual_cost", "9 600 €", 9600, id="the company's currency"),
        pytest.param("fr", "annual_cost", "9600 EUR", 9600, id="its code"),
        pytest.param("fr", "country", "belgique", "BE", id="a country in small letters"),
        pytest.param("fr", "country", "Etats-Unis", "US", id="without accents"),
        pytest.param("en", "country", "no", "NO", id="a code in small letters"),
        pytest.param("fr", "hosting_countries", "UE, Suisse", ("EU", "CH"), id="regions"),
        pytest.param("en", "tags", "a, b,, c ", ("a", "b", "c"), id="tags"),
        pytest.param("fr", "contract_end", "31/03/2027", date(2027, 3, 31), id="day first"),
        pytest.param("fr", "contract_end", "31 mars 2027", date(2027, 3, 31), id="in words"),
        pytest.param("fr", "contract_end", "2027-03-31", date(2027, 3, 31), id="ISO date"),
        pytest.param("en", "dpa_signed", "No", False, id="no"),
    ],
)
def test_what_people_type(language: str, fact: str, text: str, expected: object) -> None:
    with i18n.language(language):
        assert entries.parse(FACTS[fact], text, currency="EUR") == expected


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        pytest.param("criticality", "6", id="above the range"),
        pytest.param("criticality", "2.5", id="no whole number"),
        pytest.param("recovery_hours", "-1", id="below zero"),
        pytest.param("recovery_hours", "soon", id="no number"),
        pytest.param("recovery_hours", "4 apples", id="no unit of time"),
        pytest.param("annual_cost", "500 USD", id="another currency"),
        pytest.param("annual_cost", "1,23,4", id="odd groups"),
        pytest.param("country", "Atlantis", id="no country"),
        pytest.param("hosting_countries", "BE, Atlantis", id="one that is none"),
        pytest.param("contract_end", "31/02/2027", id="no such day"),
        pytest.param("sovereignty", "SOV-1 5", id="no such level"),
    ],
)
def test_what_is_refused(fact: str, text: str) -> None:
    with pytest.raises(InvalidFact):
        entries.parse(FACTS[fact], text, currency="EUR")


@pytest.mark.parametrize(("fact", "text"), [("recovery_hours", "2 days"), ("owner", "")])
def test_a_field_tells_that_it_takes_units(fact: str, text: str) -> None:
    assert text in entries.tip(FACTS[fact])
    assert bool(entries.tip(FACTS[fact])) is bool(text)


def test_a_country_that_is_none_is_told_by_its_name() -> None:
    with pytest.raises(InvalidFact) as caught:
        entries.parse(FACTS["country"], "Atlantis")
    words = entries.refusal(FACTS["country"], caught.value)
    assert words == "No country is called “Atlantis”."


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize(
    "rule", [one for one in FACTS.values() if one.choices], ids=attrgetter("name")
)
def test_no_two_choices_of_a_fact_read_alike(rule: FactRule, language: str) -> None:
    assert rule.choices is not None
    with i18n.language(language):
        words = [facts.choice(one).casefold() for one in rule.choices]
    assert len(set(words)) == len(words)


def test_an_entry_of_the_catalogue_is_shown_and_typed_by_name() -> None:
    rule = FACTS["catalogue_id"]
    assert entries.shown(rule, "microsoft-365") == "Microsoft 365"
    assert entries.parse(rule, "Microsoft 365") == "microsoft-365"
    assert entries.parse(rule, "microsoft-365") == "microsoft-365"
    assert entries.shown(rule, "no-such-entry") == "no-such-entry"
    assert entries.parse(rule, "no-such-entry") == "no-such-entry"
