"""Questionnaires with the answers of each supplier in a column of its own."""

import pytest

from smala_lockin.domain.kinds import AssetKind, ExitPlan
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.understanding.sorts import RowSort, Skip
from tests.importing.lists import arrows, one, table

ORGANISED = """
    Domaine;Question;Proximus;Combell;Exact
    Sécurité;Êtes-vous certifié ISO 27001 ?;Oui;Oui;Non
    Données;Où les données sont-elles stockées ?;Belgique;Belgique;Pays-Bas
    Contrat;Date de fin du contrat;31/12/2026;30/06/2027;31/03/2026
    Continuité;Délai de rétablissement (RTO);4 h;8 h;24 h
    """


def test_each_company_that_answers_is_a_supplier_with_its_answers() -> None:
    text = """
        Question;Odoo SA;Microsoft;OVHcloud
        Pays du siège;Belgique;États-Unis;France
        Certifié ISO 27001 ?;Oui;Oui;Oui
        Délai de préavis;3 mois;30 jours;1 mois
        Coût annuel (EUR);9600;4200;1200
        Plan de sortie;Non;Oui;Non
        """
    made = propose([table(text)], catalogue=False).apply(Landscape())
    assert {found.kind for found in made.assets.values()} == {AssetKind.SUPPLIER}
    odoo = one(made, "Odoo SA")
    assert (odoo.country, odoo.annual_cost, odoo.exit_plan) == ("BE", 9600.0, ExitPlan.NONE)
    assert odoo.custom["Certifié ISO 27001 ?"] == "Oui"
    assert len(made.assets) == 3


def test_themes_and_numbers_beside_the_questions_are_told_and_no_suppliers() -> None:
    proposal = propose([table(ORGANISED)], catalogue=False)
    made = proposal.apply(Landscape())
    assert {found.name for found in made.assets.values()} == {"Proximus", "Combell", "Exact"}
    assert one(made, "Combell").recovery_hours == 8
    (sheet,) = proposal.sheets
    assert sheet.header_rows == {1, 2}
    assert sheet.rows_used == 3


def test_remarks_and_weights_beside_the_answers_are_no_suppliers() -> None:
    text = """
        N°;Question;Poids;Réponse Odoo SA;Réponse de Microsoft;Commentaire
        1;Où êtes-vous établi ?;2;Belgique;Irlande;
        2;Disposez-vous d'un plan de continuité ?;1;Oui;Oui;à vérifier
        3;Les données restent-elles dans l'UE ?;3;Oui;Non;
        """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert {found.name for found in made.assets.values()} == {"Odoo SA", "Microsoft"}
    told = [row.why for row in proposal.sheets[0].rows_left_out]
    assert told.count(Why.REMARKS) == 2


def test_an_answer_that_names_the_company_comes_before_its_number() -> None:
    text = """
        Questionnaire fournisseurs 2026;;
        ;;
        Critère;Fournisseur 1;Fournisseur 2
        Nom du fournisseur;Odoo SA;Smals
        Service fourni;ERP;Hébergement
        Pays;BE;BE
        Numéro d'entreprise;0477.472.701;0406.798.006
        """
    made = propose([table(text)], catalogue=False).apply(Landscape())
    assert arrows(made) == {"erp provided_by odoo-sa", "hebergement provided_by smals"}
    assert one(made, "Odoo SA").registration == "0477.472.701"


def test_products_that_are_compared_are_products() -> None:
    text = """
        Criteria,Microsoft 365,Google Workspace,Zoho CRM
        Hosting location,EU,EU,US
        Annual cost,24000 EUR,12000 EUR,6000 EUR
        Notice period,60 days,30 days,none
        """
    proposal = propose([table(text)])
    assert proposal.sheets[0].sort is RowSort.ASSET
    assert one(proposal.apply(Landscape()), "Zoho CRM").hosting_countries == ("US",)


def test_unknown_companies_are_suppliers_where_the_title_speaks_of_suppliers() -> None:
    text = """
        Critères;Alpha;Beta
        Pays;BE;FR
        Coût annuel;1200;900
        Support joignable ?;Oui;Non
        """
    made = propose([table(text, "évaluation prestataires.csv")], catalogue=False)
    assert {found.name for found in made.apply(Landscape()).assets.values()} == {"Alpha", "Beta"}
    assert made.sheets[0].sort is RowSort.SUPPLIER


def test_answers_below_each_other_are_joined_by_who_gave_them() -> None:
    text = """
        Fournisseur;Question;Réponse;Date
        Odoo SA;Pays du siège;Belgique;2026
        Odoo SA;Coût annuel (EUR);9600;2026
        Microsoft;Pays du siège;États-Unis;2026
        Microsoft;Coût annuel (EUR);4200;2025
        Microsoft;Certifié ISO 27001 ?;Oui;2026
        """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert (one(made, "Odoo SA").country, one(made, "Odoo SA").annual_cost) == ("BE", 9600.0)
    assert one(made, "Microsoft").custom["Certifié ISO 27001 ?"] == "Oui"
    (sheet,) = proposal.sheets
    assert sheet.used == {2, 4}
    assert [(row.row, row.why) for row in sheet.rows_left_out] == [
        (row, Why.ANSWER) for row in (3, 5, 6)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Question;2024;2025\nIncidents ?;3;4\nSauvegardes ?;1;2\nTests ?;1;2",
        "Question;Jean;Marie\nUtilisez-vous Teams ?;Oui;Non\nSlack ?;Non;Oui\nZoom ?;Oui;Non",
        "Exigence;Réponse;Preuve;Responsable\nID.AM-1;Oui;doc 1;Jean\nID.AM-2;Non;;Luc\n"
        "PR.AC-1;Oui;doc 2;Jean",
    ],
)
def test_answers_of_years_people_and_ourselves_are_those_of_no_suppliers(text: str) -> None:
    (sheet,) = propose([table(text)]).sheets
    assert sheet.skipped in (Skip.ASSESSMENT, Skip.NO_NAMES, Skip.NO_HEADER)


def test_a_questionnaire_gives_what_its_answers_name_and_none_of_its_questions() -> None:
    rows: list[Row] = [
        ("Questionnaire cyber", None),
        ("Raison sociale", "Transports Gillard SRL"),
        ("Nombre de travailleurs", "87"),
        ("Qui gère votre informatique ?", "Prestataire externe : Win Solutions"),
        ("Quel logiciel de comptabilité utilisez-vous ?", "WinBooks on Web"),
        ("Utilisez-vous des services cloud ? Lesquels ?", "Microsoft 365, Dropbox Business"),
        ("Fournisseur d'accès internet", "VOO"),
        ("Sauvegarde hors site ?", "Oui, chez OVHcloud"),
        ("Le multifacteur est-il activé ?", "Oui"),
    ]
    proposal = propose([Table(file="q.xlsx", sheet="Questionnaire", rows=rows)])
    made = proposal.apply(Landscape())
    names = {asset.name for asset in made.assets.values()}
    assert {"WinBooks on Web", "Microsoft 365", "Dropbox Business", "Win Solutions", "VOO"} <= names
    assert not names & {"Raison sociale", "Transports Gillard SRL", "87", "Oui"}
    assert "acces-internet provided_by voo" in arrows(made)
    (sheet,) = proposal.sheets
    assert "OVHcloud" in names
    assert [row.row for row in sheet.rows_left_out] == [1, 2, 3, 9]


def test_suppliers_that_were_asked_stand_in_columns() -> None:
    rows: list[Row] = [
        ("Évaluation de nos fournisseurs", None, None, None, None),
        ("Question", "Salesforce", "Zendesk", "Hetzner", "Smals"),
        ("Type de fournisseur", "SaaS", "SaaS", "Hébergement", "Service IT"),
        ("Pays du siège", "États-Unis", "États-Unis", "Allemagne", "Belgique"),
        ("Certification ISO 27001", "Oui", "Oui", "Oui", "Oui"),
        ("Fin de contrat", "31/01/2027", "15/06/2027", "sans durée", "31/12/2028"),
        ("Préavis (jours)", 60, 30, 30, 180),
        ("Coût annuel (€)", 28800, 9120, 1440, 22000),
    ]
    made = propose([Table(file="e.xlsx", sheet="Questionnaire", rows=rows)], catalogue=False).apply(
        Landscape()
    )
    assert {asset.kind for asset in made.assets.values()} == {AssetKind.SUPPLIER}
    assert one(made, "Smals").country == "BE"
    assert one(made, "Salesforce").annual_cost == 28800.0


def test_questions_on_ourselves_may_have_numbers_and_proofs_beside_them() -> None:
    rows: list[Row] = [
        ("N°", "Question", "Your answer", "Evidence"),
        ("1", "Do you outsource your IT?", "Yes, to Cegeka", "contract"),
        ("2", "Which cloud services hold our data?", "Microsoft 365, Dropbox", None),
        ("3", "Do you have an ISO 27001 certificate?", "No, planned 2027", None),
        ("4", "Which EDR do you use?", "SentinelOne", "screenshot"),
        ("5", "Who is your security contact?", "Marie Lecomte, +32 475 00 11 22", None),
    ]
    made = propose([Table(file="q.xlsx", sheet="Questions", rows=rows)]).apply(Landscape())
    names = {asset.name for asset in made.assets.values()}
    assert {"Cegeka", "Microsoft 365", "Dropbox", "SentinelOne"} <= names
    assert not names & {"screenshot", "contract", "Marie Lecomte"}
    assert "Lecomte" not in repr(made)


def test_names_above_columns_of_answers_head_them() -> None:
    text = "Thème;Cegeka;Proximus;Odoo\nCertifié;Oui;Oui;Non\nSous-traité;Microsoft;Non;OVH"
    proposal = propose([table(text)])
    assert "Oui" not in {asset.name for asset in proposal.added}
