"""Lists of renewals: what was bought, for how long, and whether it goes on by itself."""

from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.understanding.sorts import Skip
from tests.importing.lists import imported, one, table

RENEWALS = """
    Product;Vendor;Seats;Used;Renews on;Term;Annual €;Auto?;Data hosted in
    Ledger Plus;Alfa;24;19;31/1/2027;3 years;€ 3,420.00;yes;DE / FR
    Post Room;Beta;40;38;15/1/2027;12 m;2.736,00;yes;Ireland
    Stock Keeper;Gamma;6;6;1/4/2027;36 months;4 560;no;NL
    """


def test_a_list_of_renewals_says_seats_cost_and_where_data_lie() -> None:
    made = imported(RENEWALS, catalogue=False)
    ledger, post, stock = (one(made, name) for name in ("Ledger Plus", "Post Room", "Stock Keeper"))
    assert (ledger.licences_bought, ledger.licences_used, ledger.users) == (24, 19, None)
    assert [asset.annual_cost for asset in (ledger, post, stock)] == [3420, 2736, 4560]
    assert ledger.hosting_countries == ("DE", "FR")


def test_only_contracts_that_go_on_by_themselves_do_so_for_their_term() -> None:
    made = imported(RENEWALS, catalogue=False)
    names = ("Ledger Plus", "Post Room", "Stock Keeper")
    assert [one(made, name).renewal_months for name in names] == [36, 12, None]
    plain = imported(
        "Product;Supplier;Term\nLedger;Alfa;3 years\nPost;Beta;1 year", catalogue=False
    )
    assert one(plain, "Ledger").renewal_months is None


def test_licences_that_are_sold_on_to_customers_are_none_of_ours() -> None:
    text = "Customer;Product;Seats\nBakery Peters;Ledger Plus;7\nGarage Wood;Post Room;4"
    (sheet,) = propose([table(text, sheet="Customers (not ours)")], catalogue=False).sheets
    assert sheet.skipped is Skip.CUSTOMERS


def test_short_headers_say_how_critical_and_who_answers() -> None:
    text = """
        Module;Leverancier;Key user;Krit. (1-5);Herstel
        Verkoop;Alfa;Wouter;5;a
        Magazijn;Beta;Karim;3;b
        """
    made = imported(text, catalogue=False)
    assert (one(made, "Verkoop").criticality, one(made, "Verkoop").owner) == (5, "Wouter")
    beside = imported("App;Owner;Key user\nLedger;Ann;Wouter\nPost;Ben;Karim", catalogue=False)
    assert one(beside, "Ledger").owner == "Ann"
    assert "Wouter" not in str(beside)


def test_when_an_activity_is_to_be_back_is_its_recovery() -> None:
    text = """
        Activité;Outils nécessaires;Crit.;DMIA;Reprise visée
        Sinistres;Ledger;5;4h;2h
        Primes;Post;4;48h;1 j
        """
    made = imported(text, catalogue=False)
    assert (one(made, "Sinistres").recovery_hours, one(made, "Sinistres").criticality) == (2, 5)


def test_a_term_too_long_to_be_one_is_told_with_its_column() -> None:
    text = """
        Contract Name;Supplier;Auto-renew;Renewal Term (months)
        Okta MSA;Okta Inc.;yes;5000
        Slack MSA;Slack;no;12
        """
    proposal = propose([table(text)], catalogue=False)
    told = [(each.row, each.column, each.value, each.reason) for each in proposal.problems]
    assert told == [(2, "Renewal Term (months)", "5000", Reason.OUT_OF_RANGE)]
