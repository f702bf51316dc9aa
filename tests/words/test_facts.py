"""Every fact and every value of a fact has words."""

import pytest

from smala_lockin import i18n
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import DataExport, ExitPlan
from smala_lockin.i18n import pgettext
from smala_lockin.words import facts


def test_every_fact_has_a_name_for_people() -> None:
    assert [name for name in FACTS if facts.label(name) == name] == []


def test_every_choice_has_words() -> None:
    choices = [choice for rule in FACTS.values() if rule.choices for choice in rule.choices]
    assert all("_" not in facts.choice(choice) for choice in choices)


def test_none_is_said_as_each_fact_says_it() -> None:
    with i18n.language("fr"):
        assert facts.choice(DataExport.NONE) == pgettext("data export", "none")
        assert facts.choice(ExitPlan.NONE) == pgettext("exit plan", "none")
        assert facts.choice(DataExport.NONE) != facts.choice(ExitPlan.NONE)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "870.83 EUR", "870,83\xa0EUR", id="a sum"),
        pytest.param("en", "27818.30 GBP", "27,818.3\xa0GBP", id="thousands"),
        pytest.param("fr", "1.50 EUR; -20.00 USD", "1,5\xa0EUR\xa0; -20\xa0USD", id="two sums"),
        pytest.param("en", "0.000012 USD", "0.000012\xa0USD", id="very little"),
        pytest.param("fr", "2011-01-14", "14 janvier 2011", id="a day"),
        pytest.param("fr", "2011-01-01", "1er janvier 2011", id="the first"),
        pytest.param("fr", "2011-13-44", "2011-13-44", id="no day"),
        pytest.param("fr", "Bureau 12", "Bureau 12", id="a text"),
        pytest.param("en", "12.50", "12.50", id="a number without a currency"),
        pytest.param("en", "about 12.50 EUR", "about 12.50 EUR", id="more than a sum"),
    ],
)
def test_what_an_import_keeps_is_written_as_people_write(
    language: str, text: str, expected: str
) -> None:
    with i18n.language(language):
        assert facts.kept(text) == expected


def test_countries_are_told_by_their_names() -> None:
    with i18n.language("fr"):
        assert facts.told("country", "BE") == "Belgique"
        assert facts.told("hosting_countries", ("EU", "US")) == "Union européenne, États-Unis"
        assert facts.told("hosting_countries", None) == ""
        assert facts.told("owner", "BE") == "BE"
