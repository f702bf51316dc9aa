"""Lists of activities: continuity plans and registers of processing name what these need."""

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.understanding.sorts import RowSort, Skip
from tests.importing.lists import arrows, imported, one, table

PLAN = """
    ;;Impact;;Continuity;;Resources;
    Process;Process owner;Financial;Legal;MTPD;RTO;IT applications;Key suppliers
    Orders;Ann;4;2;24 h;4 h;Business One, Outlook;SAP, Microsoft
    Payroll;Bob;2;4;5 days;2 days;eBlox;SD Worx
    Invoicing;Ann;4;3;3 working days;1 day;Business One;SAP
    """
REGISTER = """
    N°;Nom du traitement;Données sensibles (oui/non);Sous-traitant(s);Logiciel(s);\
Localisation des données
    1;Paie;Oui;SD Worx;eBlox;Belgique
    2;Clients;Non;Odoo SA, OVHcloud;Odoo;France
    3;Courrier;Non;Néant;;Belgique
    """
CHAIN = """
    Sub-processor;Processor;Country
    Twilio;Zendesk;United States
    """


def proposed(text: str) -> Proposal:
    return propose([table(text.replace("\\\n", ""))], catalogue=False)


def test_a_continuity_plan_lists_activities_and_what_they_need() -> None:
    proposal = proposed(PLAN)
    landscape = proposal.apply(Landscape())
    assert proposal.sheets[0].sort is RowSort.PROCESS
    assert arrows(landscape) == {
        "orders uses business-one", "orders uses outlook", "orders provided_by sap",
        "orders provided_by microsoft", "payroll uses eblox", "payroll provided_by sd-worx",
        "invoicing uses business-one", "invoicing provided_by sap",
    }  # fmt: skip
    payroll = one(landscape, "Payroll")
    assert (payroll.max_outage_hours, payroll.recovery_hours, payroll.owner) == (120.0, 48.0, "Bob")


def test_what_a_list_of_activities_needs_may_be_meant_by_another_list() -> None:
    applications = "Application;Fournisseur\nSAP Business One;SAP"
    plan = "Activité critique;Applications nécessaires\nVente;Business One\nPaie;Persée"
    proposal = propose([table(applications, "a.csv"), table(plan, "b.csv")], catalogue=False)
    assert [(one.name, one.near) for one in proposal.missing] == [
        ("Business One", "SAP Business One")
    ]
    assert arrows(proposal.apply(Landscape())) == {
        "sap-business-one provided_by sap", "paie uses persee",
    }  # fmt: skip


def test_a_register_of_processing_says_what_is_sensitive_and_nothing_of_the_rest() -> None:
    proposal = proposed(REGISTER)
    landscape = proposal.apply(Landscape())
    assert proposal.sheets[0].sort is RowSort.PROCESS
    assert {"paie uses eblox", "clients uses odoo", "clients provided_by ovhcloud"} <= arrows(
        landscape
    )
    assert one(landscape, "eBlox").personal_data == "sensitive"
    assert one(landscape, "Odoo").personal_data is None
    assert one(landscape, "Odoo").hosting_countries == ("FR",)
    assert one(landscape, "Courrier")


def test_an_application_beside_one_activity_each_stays_what_the_row_is_about() -> None:
    made = imported("Processus;Application;Fournisseur\nVente;Odoo;Odoo SA\nPaie;eBlox;SD Worx")
    assert {"odoo provided_by odoo-sa", "vente uses odoo"} <= arrows(made)


def test_a_supplier_passes_work_on() -> None:
    landscape = proposed(CHAIN).apply(Landscape())
    assert arrows(landscape) == {"zendesk provided_by twilio"}
    assert one(landscape, "Twilio").country == "US"
    assert one(landscape, "Zendesk").country is None


def test_a_register_of_vendors_says_what_they_provide() -> None:
    text = """
    Vendor ID,Vendor,Services provided,Vendor tier,Country of HQ,Parent company
    V1,Salesforce,CRM,1 - Critical,USA,
    V2,Slack,Messaging,2 - High,USA,Salesforce
    """
    landscape = propose([table(text, "vendors.csv")], catalogue=False).apply(Landscape())
    assert arrows(landscape) == {"slack controlled_by salesforce"}
    slack = one(landscape, "Slack")
    assert (slack.description, slack.country, slack.criticality) == ("Messaging", "US", 4)


def test_signs_of_footnotes_are_no_part_of_a_name() -> None:
    text = "Nom du sous-traitant;Activité;Pays du siège\nMailjet SAS¹;E-mails;France"
    mailjet = one(imported(text, catalogue=False), "Mailjet SAS")
    assert (mailjet.country, mailjet.description) == ("FR", "E-mails")


def test_servers_and_what_runs_on_them() -> None:
    servers = """
    Nom serveur;OS;Hôte;Applications hébergées;RTO (h)
    SRV-ERP;WS2016;ESX-01;Sage 100;8
    ESX-01;ESXi;;;24
    """
    made = imported(servers, "Application;Serveur\nSage 100;SRV-ERP", catalogue=False)
    assert arrows(made) == {"srv-erp runs_on esx-01", "sage-100 runs_on srv-erp"}
    assert one(made, "SRV-ERP").recovery_hours == 8.0


def test_a_list_of_staff_is_left_out() -> None:
    staff = "Nom;Prénom;Fonction;E-mail\nDupont;Marie;Comptable;m@x.be\nDurand;Paul;Vendeur;p@x.be"
    proposal = propose([table(staff)])
    assert proposal.sheets[0].skipped is Skip.PEOPLE
    assert "Dupont" not in str(proposal)


def test_contacts_of_suppliers_are_suppliers_without_the_people() -> None:
    contacts = "Fournisseur;Nom;Prénom;E-mail\nAlpha;Dupont;Marie;m@x.be\nBeta;Durand;Paul;p@x.be"
    made = imported(contacts, catalogue=False)
    assert {one.name for one in made.assets.values()} == {"Alpha", "Beta"}
    assert "Dupont" not in str(made)


def test_what_gets_data_needs_what_sends_it() -> None:
    flows = "Application source;Application cible;Type de flux\nOdoo;WinBooks;Export CSV"
    assert arrows(imported(flows, catalogue=False)) == {"winbooks data_in odoo"}


def test_a_header_may_name_the_kind_of_things() -> None:
    made = imported("Imprimante;Marque;Prestataire\nIMP-1;Canon;Konica\nIMP-2;HP;", catalogue=False)
    assert {"imp-1 provided_by konica", "imp-2 provided_by hp"} <= arrows(made)
    assert one(made, "IMP-2").kind == "infrastructure"
