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


_MONTHS = "jan;feb;mrt;apr;mei;jun;jul;aug;sep;okt;nov;dec"


def test_months_side_by_side_come_to_what_a_year_costs() -> None:
    text = f"""
        Leverancier;Dienst;{_MONTHS}
        Alpha NV;kassasysteem;10;10;10;10;10;10;10;10;10;10;10;10
        Beta NV;camerabewaking;;;33,50;;;33,50;;;33,50;;;33,50
        Gamma NV;webshop;65;65;65;;;;;;;;;
        Delta NV;nieuwsbrief;5;5;5;5;5;5;5;5;5;5;5;?5
    """
    made = imported(text, catalogue=False)
    assert one(made, "kassasysteem").annual_cost == 120
    assert one(made, "camerabewaking").annual_cost == 134
    assert one(made, "webshop").annual_cost == 195
    assert one(made, "nieuwsbrief").annual_cost is None


def test_a_total_that_adds_up_months_is_what_a_year_costs_and_an_average_is_not() -> None:
    twelve = ";".join(["7"] * 12)
    text = f"""
        Leverancier;Dienst;{_MONTHS};Totaal 2024;Gemiddelde
        Alpha NV;kassasysteem;{twelve};84;7
        Beta NV;webshop;{twelve};84;7
    """
    made = imported(text, catalogue=False)
    assert one(made, "kassasysteem").annual_cost == 84
    assert "Totaal 2024" not in one(made, "kassasysteem").custom


def test_quarters_come_to_what_a_year_costs() -> None:
    made = imported(
        """
        Fournisseur;Application;T1 2025;T2 2025;T3 2025;T4 2025
        Alpha SA;Caisse;100;100;110;110
        Beta SA;Boutique;;50;;50
        """,
        catalogue=False,
    )
    assert [one(made, name).annual_cost for name in ("Caisse", "Boutique")] == [420, 100]


def test_half_a_year_of_months_says_nothing_about_a_year() -> None:
    made = imported(
        """
        Fournisseur;Application;janv;févr;mars;avril;mai;juin;Total
        Alpha SA;Caisse;10;10;10;10;10;10;60
        Beta SA;Boutique;20;20;20;20;20;20;120
        """,
        catalogue=False,
    )
    assert one(made, "Caisse").annual_cost is None


def test_months_of_counts_are_no_costs() -> None:
    twelve = ";".join(["3"] * 12)
    made = imported(f"Application;{_MONTHS}\nCaisse;{twelve}\nBoutique;{twelve}", catalogue=False)
    assert one(made, "Caisse").annual_cost is None
