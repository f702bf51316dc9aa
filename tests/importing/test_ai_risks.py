"""A class of risk under the AI Act is a fact of its own, never how critical something is."""

import pytest

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from tests.importing.lists import imported, one, table


@pytest.mark.parametrize(
    "text",
    [
        "AI system;Vendor;risk_tier\nXenia;Alpha;limited\nYvo;Beta;high",
        "Tool;Vendor;Risk level\nXenia;Alpha;limited\nYvo;Beta;minimal",
        "Tool;Vendor;AI Act risk level\nXenia;Alpha;limited\nYvo;Beta;high",
        "Outil;Fournisseur;Niveau de risque AI Act\nXenia;Alpha;limité\nYvo;Beta;haut",
        "Outil IA;Fournisseur;Niveau de risque\nXenia;Alpha;limité\nYvo;Beta;haut risque",
        "Tool;Leverancier;Risicoklasse AI Act\nXenia;Alpha;beperkt\nYvo;Beta;hoog",
        "AI-toepassing;Leverancier;Risiconiveau\nXenia;Alpha;beperkt\nYvo;Beta;hoog risico",
        "KI-Anwendung;Anbieter;Risikoklasse\nXenia;Alpha;begrenzt\nYvo;Beta;hoch",
        "Anwendung;Anbieter;Risikoklasse KI-Verordnung\nXenia;Alpha;begrenzt\nYvo;Beta;hoch",
        "Application;Vendor;Risk tier\nChatGPT;OpenAI;low\nClaude;Anthropic;high",
    ],
)
def test_a_class_of_the_law_on_ai_is_no_criticality(text: str) -> None:
    proposal = propose([table(text)], catalogue=False)
    assert "ai_act_risk" in proposal.sheets[0].mapping.values()
    made = proposal.apply(Landscape())
    assert all(found.criticality is None for found in made.assets.values())
    assert {found.ai_act_risk for found in made.assets.values()} > {None}


def test_of_two_classes_the_one_that_names_the_law_counts_and_the_other_is_kept() -> None:
    headers = "AI system;Vendor;risk_tier;Niveau de risque AI Act"
    text = f"{headers}\nXenia;Alpha;T2;limité\nYvo;Beta;T1;haut"
    made = one(imported(text, catalogue=False), "Xenia")
    assert (made.ai_act_risk, made.criticality) == ("limité", None)
    assert made.custom == {"risk_tier": "T2"}


def test_the_risk_of_ordinary_suppliers_is_read_as_before() -> None:
    text = "Application;Vendor;Risk level\nCRM;Alpha;high\nERP;Beta;low"
    assert one(imported(text, catalogue=False), "CRM").criticality == 4


def test_a_list_of_ai_still_says_how_critical_its_tools_are() -> None:
    text = "Outil IA;Criticité;Classe de risque IA\nXenia;haute;limité\nYvo;basse;minimal"
    made = one(imported(text, catalogue=False), "Xenia")
    assert (made.criticality, made.ai_act_risk) == (4, "limité")
