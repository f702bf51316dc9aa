"""What lists of a few people write that no form ever asked for."""

import pytest

from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.values.amounts import has_decimal_comma
from smala_lockin.importing.values.places import find_hosting
from smala_lockin.importing.values.scales import find_scale, read_level
from tests.importing.lists import imported, one


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("EUR / yr", "annual_cost"),
        ("€ par an", "annual_cost"),
        ("€/jaar (excl. btw)", "annual_cost"),
        ("EUR per month", "monthly_cost"),
        ("€/mois", "monthly_cost"),
        ("Where hosted", "hosting_countries"),
    ],
)
def test_a_header_may_be_no_more_than_a_currency_and_a_span(header: str, meaning: str) -> None:
    assert readings(header)[0].meaning == meaning


def test_commas_that_three_digits_follow_part_thousands_in_a_whole_column() -> None:
    assert not has_decimal_comma(["2,640", "€ 1,499", "432"])
    assert has_decimal_comma(["2,640", "1,5"])
    assert has_decimal_comma(["0,125", "0,250"])
    assert has_decimal_comma(["2.640", "1.499"])


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Germany (EU)", ("DE",)),
        ("EU - Ireland", ("IE",)),
        ("EU1 (DE)", ("DE",)),
        ("AU / US", ("AU", "US")),
        ("Ireland (EU) / US", ("IE", "US")),
        ("Germany, EU", ("DE", "EU")),
        ("EU", ("EU",)),
    ],
)
def test_a_country_tells_more_than_the_union_around_it(
    text: str, countries: tuple[str, ...]
) -> None:
    assert find_hosting(text) == countries


def test_a_row_that_says_none_lists_nothing() -> None:
    made = imported(
        """
        Tool;Vendor;Team
        Miro;RealtimeBoard;Design
        none;;HR
        Geen;;Magazijn
        """,
        catalogue=False,
    )
    assert {"none", "Geen"}.isdisjoint(asset.name for asset in made.assets.values())
    assert one(made, "Miro").owner == "Design"


def test_levels_may_say_out_of_how_many_they_are() -> None:
    cells = ["5/5", "2/5", "3/5"]
    scale = find_scale("Criticality", cells)
    assert scale is not None
    assert [read_level(cell, scale) for cell in cells] == [5, 2, 3]
    fourths = find_scale("Criticité", ["1 sur 4", "2 sur 4"])
    assert fourths is not None
    assert read_level("2 sur 4", fourths) == 3
    assert find_scale("Criticality", ["1/5", "2/10"]) is None


def test_a_way_out_in_own_words_is_kept_and_is_a_draft_only_where_it_says_so() -> None:
    made = imported(
        """
        Application;Supplier;Exit plan
        Sirius;Alpha NV;draft written, see the wiki for it
        Vega;Beta NV;we could fall back on paper
        Rigel;Gamma NV;none
        """,
        catalogue=False,
    )
    sirius, vega, rigel = (one(made, name) for name in ("Sirius", "Vega", "Rigel"))
    assert (sirius.exit_plan, rigel.exit_plan) == ("draft", "none")
    assert vega.exit_plan is None
    assert vega.custom["Exit plan"] == "we could fall back on paper"
    assert sirius.custom["Exit plan"] == "draft written, see the wiki for it"
    assert "Exit plan" not in rigel.custom
