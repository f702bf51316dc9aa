"""What lists of a few people write that no form ever asked for."""

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.importing.values.amounts import has_decimal_comma
from smala_lockin.importing.values.card_labels import name_in_label, says_private
from smala_lockin.importing.values.places import find_hosting
from smala_lockin.importing.values.scales import find_scale, read_level
from tests.importing.lists import imported, one, table


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
        ("BE - our own server", ("BE",)),
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


def test_quarters_that_come_to_too_much_are_told_with_the_first_of_them() -> None:
    text = """
        Logiciel;Fournisseur;T1;T2;T3;T4
        Odoo;Odoo SA;900000000000;900000000000;900000000000;900000000000
        Sage;Sage SA;1;2;3;4
        """
    proposal = propose([table(text)], catalogue=False)
    told = [(each.row, each.column, each.reason) for each in proposal.problems]
    assert told == [(2, "T1", Reason.OUT_OF_RANGE)]
    assert one(proposal.apply(Landscape()), "Sage").annual_cost == 10.0


def test_months_of_counts_are_no_costs() -> None:
    twelve = ";".join(["3"] * 12)
    made = imported(f"Application;{_MONTHS}\nCaisse;{twelve}\nBoutique;{twelve}", catalogue=False)
    assert one(made, "Caisse").annual_cost is None


_CARD = """
    Libellé sur relevé;C'est quoi ?;Fréquence;Montant;Par an;Compte au nom de
    GOOGLE*WORKSPACE;mails;mensuel;10,00;120,00;direction@
    OPENAI *CHATGPT;textes;mensuel;20;≈ 260;Josiane
    CANVA* 04412;affiches;annuel;109,99;109,99;Josiane
    QUILLOTEX SAS 83920 LYON FR;agenda;annuel;50;50;chef
    SPOTIFY P2F8;achat privé;mensuel;10,99;131,88;Kévin
    Frais de carte BNP;—;annuel;45;45;
    Total abonnements (hors frais);;;;671,87;
"""


def test_labels_of_a_card_statement_give_services_with_what_they_cost_in_a_year() -> None:
    proposal = propose([table(_CARD)])
    made = proposal.apply(Landscape())
    assert {asset.name: asset.annual_cost for asset in made.assets.values()} == {
        "Google Workspace": 120,
        "ChatGPT": 260,
        "Canva": 109.99,
        "QUILLOTEX SAS 83920 LYON": 50,
    }
    kinds = [one(made, name).kind for name in ("Google Workspace", "ChatGPT", "Canva")]
    rented, answering = AssetKind.CLOUD_SERVICE, AssetKind.AI_SERVICE
    assert kinds == [rented, answering, rented]
    assert one(made, "Canva").custom["Relevé / Statement"] == "CANVA* 04412"
    assert one(made, "ChatGPT").owner == "Josiane"
    assert one(made, "Canva").description == "affiches"
    whys = [left.why for sheet in proposal.sheets for left in sheet.rows_left_out]
    assert sorted(whys) == [Why.FEE, Why.PRIVATE, Why.TOTAL]


def test_payments_with_days_stay_payments_whatever_their_labels() -> None:
    text = """
        Date;Merchant;Amount
        2025-01-03;GOOGLE*WORKSPACE;10
        2025-02-03;GOOGLE*WORKSPACE;10
        2025-02-05;OPENAI *CHATGPT;20
        2025-03-03;GOOGLE*WORKSPACE;10
        2025-03-05;OPENAI *CHATGPT;20
    """
    (sheet,) = propose([table(text)]).sheets
    assert sheet.sort is RowSort.PAYMENT


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("PAYPAL *SPOTIFY", "Spotify"),
        ("SUMUP *CAFE LEON", "CAFE LEON"),
        ("MSFT * E0400ABC", "Microsoft"),
        ("ZOOM.US 888-799-9666", "Zoom"),
        ("SLACK T02ABCD DUBLIN IRL", "Slack"),
        ("QUILLOTEX 83920 FR", "QUILLOTEX"),
        ("Quillotex", "Quillotex"),
        ("*", "*"),
        ("", ""),
    ],
)
def test_codes_and_places_behind_a_label_are_no_part_of_its_name(label: str, name: str) -> None:
    assert name_in_label(label) == name


def test_who_asks_whether_a_purchase_was_private_does_not_say_so() -> None:
    assert says_private("Achat privé")
    assert not says_private("privé ?")
    assert not says_private("private cloud")


def test_what_sums_up_other_rows_in_words_is_no_thing() -> None:
    made = imported(
        """
        Logiciel;Fournisseur;Responsable;Coût annuel;Remarque
        Odoo;Odoo SA;Anne;1200;ok
        Total Commander;Ghisler;Luc;40;ok
        Total logiciels (sans le site);;;1240;
        """,
        catalogue=False,
    )
    things = {asset.name for asset in made.assets.values() if asset.kind is AssetKind.APPLICATION}
    assert things == {"Odoo", "Total Commander"}


def test_the_price_for_one_user_and_month_counts_for_all_users_and_months_of_a_year() -> None:
    made = imported(
        """
        Tool;Vendor;# users;Cost
        Alphatool;Alpha;10;€ 5 / user / month
        Betatool;Beta;3;€ 100
        Gammatool;Gamma;4;55 EUR per month
        Deltatool;Delta;2;€ 60 per gebruiker
        Epsilon;Eps;;€ 5 per user per month
        """,
        catalogue=False,
    )
    costs = {asset.name: asset.annual_cost for asset in made.assets.values()}
    assert [costs[name] for name in ("Alphatool", "Betatool", "Gammatool", "Deltatool")] == [
        600,
        100,
        660,
        120,
    ]
    assert costs["Epsilon"] is None
    assert one(made, "Epsilon").custom["Cost"] == "€ 5 per user per month"


def test_questions_below_a_list_and_what_is_answered_are_no_things() -> None:
    made = imported(
        """
        Section A - Services;;;
        #;Service;Provider;Criticality
        A1;Alphacloud;Alpha NV;5/5
        A2;Betamail;Beta NV;3/5
        ;;;
        Section B - Questions;;;
        #;Question;Answer;
        B1;Do you test your backups?;Yes, each quarter;
        B2;Who is your DPO?;external: Gamma Privacy;
        B3;ISO 27001?;planned;
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {
        "Alphacloud",
        "Alpha NV",
        "Betamail",
        "Beta NV",
    }


def test_software_of_the_sort_local_stands_here_and_is_no_room() -> None:
    made = imported(
        """
        Application;Type;Éditeur
        Silverfin;SaaS;Silverfin
        Declarix;local;Bureau Plus
        """,
        catalogue=False,
    )
    assert one(made, "Declarix").kind is AssetKind.APPLICATION


def test_the_sum_below_a_list_of_tools_is_no_tool() -> None:
    made = imported(
        """
        Tool;Vendor;Owner;Yearly (EUR)
        Slack;Salesforce;Lena;6720
        Odoo;Odoo SA;Marc;3585
        Sum;;;10305
        """,
        catalogue=False,
    )
    assert "Sum" not in {asset.name for asset in made.assets.values()}
