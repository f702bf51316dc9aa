"""Licences, renewals, AI services, threats and who uses what, as lists of services tell them."""

from typing import Any

import pytest

from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import AssetKind, Training
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.matching.agreement import Agreement
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.values.spans import read_hours, read_renewal_months
from tests.importing.lists import arrows, imported, one, table

_USED = """
    Application;Éditeur;Utilisé par
    Odoo;Odoo SA;Comptabilité, Ventes
    Site web;Combell;Marketing
"""
_ACTIVITIES = """
    Processus;Criticité
    Comptabilité;haute
    Ventes;moyenne
"""


def test_who_uses_a_thing_needs_it_where_the_files_know_the_name() -> None:
    made = imported(_USED, _ACTIVITIES, catalogue=False)
    assert {"comptabilite uses odoo", "ventes uses odoo"} <= arrows(made)
    assert AssetId("marketing") not in made.assets


def test_a_user_that_nobody_knows_is_reported_offered_and_kept() -> None:
    proposal = propose([table(_USED), table(_ACTIVITIES, "2.csv")], catalogue=False)
    assert [one.name for one in proposal.missing] == ["Marketing"]
    assert [(one.reason, one.value) for one in proposal.problems] == [
        (Reason.UNKNOWN_NAME, "Marketing")
    ]
    made = imported(_USED, _ACTIVITIES, catalogue=False)
    assert one(made, "Site web").custom["Utilisé par"] == "Marketing"


@pytest.mark.parametrize(
    "asked",
    [
        {"create_missing": True},
        {"agreement": Agreement(created=frozenset({"Marketing"}))},
    ],
)
def test_a_user_that_nobody_knows_becomes_an_activity_once_somebody_agrees(
    asked: dict[str, Any],
) -> None:
    made = imported(_USED, _ACTIVITIES, catalogue=False, **asked)
    assert one(made, "Marketing").kind is AssetKind.PROCESS
    assert "marketing uses site-web" in arrows(made)


def test_another_application_may_be_the_user() -> None:
    made = imported("Application;Used by\nPostgres;Shop\nShop;", catalogue=False)
    assert "shop uses postgres" in arrows(made)


def test_who_uses_a_device_is_a_person_and_left_out() -> None:
    text = "Nom;Type;Numéro de série;Utilisé par\nPC1;Laptop;A1;Anne Petit\nPC2;Laptop;A2;Luc Roy"
    made = imported(text, catalogue=False)
    assert "Anne Petit" not in str(made)


def test_a_price_for_each_user_a_month_makes_a_yearly_cost() -> None:
    made = imported(
        """
        Licence;Éditeur;Nb licences;Nb utilisées;Prix/utilisateur/mois
        Microsoft 365;Microsoft;25;23;11,70 €
        Slack Pro;Slack;;;7,25 €
        """,
        catalogue=False,
    )
    office = one(made, "Microsoft 365")
    assert (office.licences_bought, office.licences_used) == (25, 23)
    assert office.annual_cost == pytest.approx(3510.0)
    assert office.origin["annual_cost"].value == "11,70 € × 25"
    slack = one(made, "Slack Pro")
    assert slack.annual_cost is None
    assert slack.custom["Prix/utilisateur/mois"] == "7,25 €"


@pytest.mark.parametrize(
    ("header", "is_each"),
    [
        ("Prix/utilisateur/mois", True),
        ("Price per user per year", True),
        ("Prijs per gebruiker per maand", True),
        ("Preis pro Nutzer / Monat", True),
        ("Prix par mois", False),
        ("Nombre d'utilisateurs", False),
        ("Coût annuel des licences", False),
    ],
)
def test_a_header_says_whether_a_price_is_for_each(header: str, is_each: bool) -> None:
    found = [one.meaning for one in readings(header)]
    assert (found == [Meaning.UNIT_COST]) == is_each


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("tacite reconduction 1 an", 12),
        ("tacite 3 ans", 36),
        ("annuelle tacite", 12),
        ("maandelijks", 1),
        ("verlängert sich um 6 Monate", 6),
        ("automatic, two years", 24),
        ("aucune", None),
        ("oui", None),
        ("31/12/2027", None),
    ],
)
def test_how_long_a_contract_goes_on_by_itself(text: str, months: int | None) -> None:
    assert read_renewal_months(text) == months


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 mois avant échéance", 91),
        ("six mois", 182),
        ("6 mois par recommandé", 182),
        ("30 j.", 30),
        ("3 Monate vor Ablauf", 91),
        ("90 days before expiry", 90),
        ("un préavis de trois mois", 91),
        ("à convenir", None),
    ],
)
def test_notice_is_read_in_words(text: str, days: int | None) -> None:
    hours = read_hours(text, unit_hours=24, longest=True)
    assert (hours if hours is None else int(hours / 24)) == days


def test_a_list_of_ai_tools_says_what_model_and_risk_there_is() -> None:
    made = imported(
        """
        AI tool;Vendor;Underlying model;Risk class (AI Act);Data used for training by vendor?
        ChatGPT;OpenAI;GPT-4o;Limited;No
        Writer;Writer Inc;own;Minimal;Opt-out
        Screener;HireVue;;High;unknown
        """,
        catalogue=False,
    )
    chat, writer = one(made, "ChatGPT"), one(made, "Writer")
    assert (chat.model_family, chat.ai_act_risk) == ("GPT-4o", "Limited")
    assert (chat.trains_on_our_data, writer.trains_on_our_data) == (Training.NO, Training.OPTED_OUT)
    assert one(made, "Screener").trains_on_our_data is None


def test_the_threat_factors_of_a_tool_become_one_fact_of_the_supplier() -> None:
    made = imported(
        """
        ref_id;name;parent_entity_ref_id;dependency;penetration;maturity;trust
        E1;Acme;;3;2;0;4
        E2;Acme Europe;E1;;;;
        E3;Vendor;;7;1;2;2
        """,
        catalogue=False,
    )
    assert one(made, "Acme").ecosystem == {"dependency": 3, "penetration": 2, "trust": 4}
    assert one(made, "Acme Europe").ecosystem is None
    assert one(made, "Vendor").ecosystem == {"penetration": 1, "maturity": 2, "trust": 2}


def test_a_factor_that_is_none_is_reported() -> None:
    text = "ref_id;name;parent_entity_ref_id;dependency\nE1;Acme;;7\nE2;Beta;E1;2"
    (problem,) = propose([table(text)], catalogue=False).problems
    assert (problem.reason, problem.value) == (Reason.NOT_A_FACTOR, "7")


def test_a_register_with_a_description_of_services_names_services() -> None:
    made = imported(
        """
        Vendor;Service description;End;Function supported;Sub-contractors;Country
        Microsoft;Microsoft 365 E3;2027-12-31;Communication;;IE
        Zendesk;Zendesk Support;2027-01-31;Customer service;AWS;US
        """,
        catalogue=False,
    )
    assert "communication uses microsoft-365-e3" in arrows(made)
    assert one(made, "Zendesk").country == "US"
    assert one(made, "AWS").country is None
