"""Lists as small companies keep them, in four languages, read without being told anything."""

from datetime import date

import pytest

from smala_lockin.domain.kinds import AssetKind, Need, OperatedBy, PersonalData
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.proposal import Question
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.problems import Reason
from tests.importing.lists import arrows, imported, one, table

APPLICATIONS = """
    Application;Fournisseur;Utilisé pour;Responsable;Criticité;Coût annuel (€);Hébergement;Fin
    Odoo Online;Odoo SA;Devis, Facturation;Sophie;Critique;9.600,00;Belgique;31/03/2027
    Gestion maison;interne;Atelier;Paul;Haute;;Serveur local;
    Fibre et GSM;Divers;;;Basse;1 200;-;n/a
    Total;;;;;10.800,00;;
"""


def test_a_french_list_becomes_things_suppliers_and_activities() -> None:
    made = imported(APPLICATIONS)
    odoo = one(made, "Odoo Online")
    assert (odoo.kind, odoo.owner, odoo.criticality) == (AssetKind.CLOUD_SERVICE, "Sophie", 5)
    assert (odoo.annual_cost, odoo.hosting_countries) == (9600.0, ("BE",))
    assert odoo.contract_end == date(2027, 3, 31)
    assert arrows(made) == {
        "odoo-online provided_by odoo-sa",
        "devis uses odoo-online",
        "facturation uses odoo-online",
        "atelier uses gestion-maison",
    }
    assert len(made.assets) == 7


def test_each_fact_says_where_it_was_read() -> None:
    origin = one(imported(APPLICATIONS, today=date(2026, 11, 23)), "Odoo Online").origin
    cost = origin["annual_cost"]
    assert (cost.file, cost.row, cost.value, cost.on) == (
        "liste0.csv", 2, "9.600,00", date(2026, 11, 23),
    )  # fmt: skip


def test_what_the_company_does_itself_has_no_supplier() -> None:
    assert one(imported(APPLICATIONS), "Gestion maison").operated_by is OperatedBy.US


def test_several_suppliers_in_one_word_are_set_aside_and_reported() -> None:
    proposal = propose([table(APPLICATIONS)])
    assert [(found.row, found.reason) for found in proposal.problems] == [(4, Reason.SET_ASIDE)]


def test_title_rows_stand_above_the_header() -> None:
    proposal = propose(
        [
            table("""
            Inventaire informatique 2026;;
            Mis à jour le 12/10/2026;;
            ;;
            Nom de l'application;Éditeur / Prestataire;Indispensable ?
            BOB 50;Sage;Oui
            """)
        ]
    )
    assert proposal.sheets[0].header_row == 4
    assert proposal.sheets[0].mapping == {
        "Nom de l'application": "name",
        "Éditeur / Prestataire": "supplier",
        "Indispensable ?": "criticality",
    }


def test_a_glpi_export_keeps_machines_of_one_name_apart_and_leaves_people_out() -> None:
    glpi = """
        "Nom";"Type";"Utilisateur";"Numéro d'inventaire";"Informations financières - Fournisseur"
        "SRV-AD";"Serveur";"jdupont";"INV-0003";"Dell SA"
        "SRV-AD";"Serveur";"amartin";"INV-0004";"dell sa"
    """
    made = imported(glpi)
    assert set(made.assets) == {"srv-ad", "srv-ad-2", "dell-sa"}
    assert "dupont" not in str(made)


def test_a_supplier_list_gives_facts_to_the_suppliers() -> None:
    made = imported("""
        Fournisseur;Pays;N° TVA;Prestation;Montant annuel HTVA
        Proximus;Belgique;BE0202239951;Fibre;14 400,00 €
        Combell nv;BE;;Site web;360
    """)
    assert one(made, "Proximus").country == "BE"
    assert one(made, "Proximus").registration == "BE0202239951"
    assert one(made, "Fibre").annual_cost == 14_400.0


def test_suppliers_alone_are_suppliers() -> None:
    made = imported("Fournisseur;Montant annuel\nAcme;10\nBeta;20", catalogue=False)
    assert {asset.kind for asset in made.assets.values()} == {AssetKind.SUPPLIER}
    assert one(made, "Acme").annual_cost == 10.0


def test_a_dutch_list_is_understood() -> None:
    made = imported("""
        applicatie;leverancier;domein;eigenaar;functioneel_beheer;kritisch;status;bron
        Exact Online;Exact;Financiën;CFO;Jan;Ja;actief;lijst
        Exact Online;EXACT;Facturatie;CFO;Jan;Ja;actief;lijst
        Magazijnbeheer;Beta B.V.;Logistiek;;Els;Nee;actief;lijst
    """)
    assert arrows(made) == {
        "exact-online provided_by exact",
        "financien uses exact-online",
        "facturatie uses exact-online",
        "magazijnbeheer provided_by beta-b-v",
        "logistiek uses magazijnbeheer",
    }
    assert one(made, "Magazijnbeheer").criticality == 2


def test_a_german_export_is_understood() -> None:
    made = imported("""
        Objekt-Typ;Bezeichnung;Hersteller;Modell;Standort;Kritikalität;Jährliche Kosten;Notizen
        Server;SRV-ERP-01;Dell;PowerEdge;Hamburg;hoch;1.200,50 €;
        Anwendung;Lohnprogramm;Alpha eG;;Hamburg;sehr hoch;-;läuft
    """)
    server = one(made, "SRV-ERP-01")
    assert (server.kind, server.criticality, server.annual_cost) == (
        AssetKind.INFRASTRUCTURE, 4, 1200.5,
    )  # fmt: skip
    assert server.custom["Standort"] == "Hamburg"
    assert one(made, "Lohnprogramm").criticality == 5


def test_what_software_stands_on_and_needs_becomes_dependencies() -> None:
    made = imported("""
        Logiciel,Serveur,Dépend de,RGPD,Nb utilisateurs,RTO (h),Préavis
        ERP,SRV01,Base,Oui,25,4,3 mois
        Base,SRV01,,Non,,,
        SRV01,,,données sensibles,,,90 jours
    """)
    assert arrows(made) == {
        "erp runs_on srv01", "base runs_on srv01", "erp uses base",
    }  # fmt: skip
    erp = one(made, "ERP")
    assert (erp.users, erp.recovery_hours, erp.notice_days) == (25, 4.0, 91)
    assert one(made, "SRV01").personal_data is PersonalData.SENSITIVE


def test_a_list_of_activities_gives_processes_with_their_tolerance() -> None:
    made = imported(
        """
        Activité;Criticité (1-5);Interruption maximale (jours);Applications utilisées
        Facturation;5;1;Odoo
        """,
        "Application\nOdoo",
    )
    invoicing = one(made, "Facturation")
    assert (invoicing.kind, invoicing.max_outage_hours) == (AssetKind.PROCESS, 24.0)
    assert arrows(made) == {"facturation uses odoo"}


def test_a_list_of_relations_alone_names_its_things() -> None:
    made = imported("Source,Target,Type\nShop,Database,runs on\nShop,Gateway,uses")
    assert arrows(made) == {"shop runs_on database", "shop uses gateway"}


def test_a_name_that_is_nowhere_is_proposed_and_created_on_request() -> None:
    lists = "Application;Dépend de\nERP;SQL\nWeb;ERP"
    proposal = propose([table(lists)])
    assert [found.name for found in proposal.missing] == ["SQL"]
    assert proposal.dependencies == 1
    assert arrows(imported(lists, create_missing=True)) == {"erp uses sql", "web uses erp"}


def test_a_second_supplier_of_one_thing_only_degrades_it() -> None:
    made = imported("Application;Fournisseur\nERP;Alpha; \nERP;Beta")
    needs = {edge.target: edge.need for edge in made.dependencies.values()}
    assert needs == {"alpha": Need.VITAL, "beta": Need.DEGRADING}


def test_spellings_that_differ_by_case_are_one_and_by_legal_form_are_proposed() -> None:
    lists = "Application;Fournisseur\nA1;ACME  sa\nB1;Acme SA\nC1;Acme (Liège)\nD1;Zeta"
    proposal = propose([table(lists)])
    assert proposal.assets[AssetKind.SUPPLIER] == 3
    assert [found.names for found in proposal.look_alikes] == [("ACME sa", "Acme (Liège)")]


def test_sheets_are_joined_by_their_identifiers() -> None:
    entities = table("ref_id,name,parent_entity_ref_id\n1,Alpha,\n2,Beta,1", "a", "Entities")
    tools = table("ref_id,name,provider_entity_ref_id\n1,Tool,2\n2,Other,9", "a", "Solutions")
    proposal = propose([tools, entities], catalogue=False)
    made = {f"{edge.source} {edge.role} {edge.target}" for edge in proposal.connected}
    assert made == {"tool provided_by beta", "beta controlled_by alpha"}
    assert [found.value for found in proposal.problems] == ["9"]


def test_section_titles_become_tags() -> None:
    made = imported("""
        Application;Fournisseur;Responsable
        BUREAUTIQUE;;
        Texte;Alpha;Jo
        Tableur;Alpha;Jo
        ATELIER;;
        Fraiseuse;Beta;Al
    """)
    assert one(made, "Fraiseuse").tags == ("ATELIER",)
    assert len(made.assets) == 5


def test_section_titles_need_no_capitals_where_the_list_begins_with_one() -> None:
    made = imported("""
        Application;Fournisseur;Responsable
        Bureautique;;
        Texte;Alpha;Jo
        Tableur;Alpha;Jo
        Atelier;;
        Fraiseuse;Beta;Al
        Scie;Beta;Al
    """)
    assert one(made, "Scie").tags == ("Atelier",)
    assert len(made.assets) == 6


def test_a_name_in_capitals_is_no_section_title() -> None:
    made = imported("Application;Fournisseur;Coût\nOdoo;Odoo SA;5\nSIRH;;\nPaie;Alpha;7")
    assert one(made, "SIRH").tags is None


def test_a_company_called_total_is_no_total() -> None:
    made = imported("Fournisseur;Prestation;Coût\nTotalEnergies;Portail des cartes;\nTotal;;50")
    assert "totalenergies" in made.assets
    assert len(made.assets) == 2


def test_unmapped_columns_are_kept_under_their_headers() -> None:
    made = imported("Application;Remarque;Remarque\nERP;à revoir;deux fois\nCRM;-;")
    assert one(made, "ERP").custom == {"Remarque": "à revoir", "Remarque (2)": "deux fois"}
    assert one(made, "CRM").custom == {}


def test_scores_are_no_dependencies() -> None:
    made = imported("Application;Dependency\nERP;3\nCRM;4")
    assert not made.dependencies
    assert one(made, "ERP").custom == {"Dependency": "3"}


@pytest.mark.parametrize("cost", ["compris", "12 ou 14", "?12"])
def test_an_amount_that_is_none_is_reported_with_its_place(cost: str) -> None:
    lists = f"Application;Coût annuel\nERP;10\nCRM;12\nWeb;{cost}"
    (problem,) = propose([table(lists)]).problems
    assert (problem.row, problem.column, problem.value) == (4, "Coût annuel", cost)
    assert cost in problem.message
    assert one(imported(lists), "Web").annual_cost is None
    assert one(imported(lists), "Web").custom["Coût annuel"] == cost


def test_costs_by_month_count_twelve_times() -> None:
    assert one(imported("Outil;Coût mensuel\nERP;10,50"), "ERP").annual_cost == 126.0


def test_without_processes_the_import_asks_for_activities() -> None:
    assert propose([table("Application\nERP")]).questions == (Question.ACTIVITIES,)
    assert propose([table(APPLICATIONS)]).questions == ()


def test_what_cannot_be_found_is_said() -> None:
    proposal = propose([table("Couleur;Goût\nrouge;amer\nbleu;doux")])
    assert proposal.is_empty
    assert [note.kind for note in proposal.notes] == [NoteKind.NOTHING_FOUND]
    assert proposal.notes[0].sentence
    assert proposal.sheets[0].explanation
