"""Lists of activities: continuity plans and registers of processing name what these need."""

from smala_lockin.domain.kinds import AssetKind
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


def test_the_first_of_two_words_for_a_time_counts() -> None:
    made = imported("Activité;DMIA / RTO\nPaie;5 jours\nVente;4 h", catalogue=False)
    assert one(made, "Paie").max_outage_hours == 120.0


def test_those_who_do_something_and_their_deputies_are_people() -> None:
    made = imported(
        """
        Activité;Titulaire;Remplaçant;Outil
        Paie;Anne;Luc;Acerta Connect
        Encodage factures;Luc;-;WinBooks
        """,
        catalogue=False,
    )
    assert {"Anne", "Luc"}.isdisjoint(asset.name for asset in made.assets.values())
    assert "paie uses acerta-connect" in arrows(made)


def test_the_name_of_a_treatment_is_an_activity_whatever_its_name_is_called() -> None:
    made = imported(
        """
        Dénomination du traitement;Finalité;Sous-traitant;Application utilisée
        Gestion du personnel;Paie;Partena;Partena Online
        Newsletter;Marketing;Mailchimp (Intuit);Mailchimp
        """,
        catalogue=False,
    )
    assert one(made, "Newsletter").kind is AssetKind.PROCESS
    assert one(made, "Partena Online").kind is AssetKind.CLOUD_SERVICE


def test_a_form_of_an_activity_is_read_as_one_row() -> None:
    text = """
        FICHE DE REGISTRE
        Nom de l’activité;Gestion de la paie
        Date de création de la fiche;25/05/2024
        Référence;ref-001
        Objectifs poursuivis;voir note
        Logiciel ou application;Blox
        Sous-traitants;SD Worx
        Mesures de sécurité;Contrôle d’accès
        """
    made = imported(text, catalogue=False)
    assert arrows(made) == {"gestion-de-la-paie uses blox", "blox provided_by sd-worx"}


def test_functions_that_a_supplier_supports_are_activities() -> None:
    made = imported(
        "ICT third-party service provider;LEI;Function supported;End date\n"
        "Temenos;529900TEMEN0S0000001;Core banking;2028-12-31\n"
        "Worldline;5493ZZZ0000000000013;Card payments;2027-02-28",
        catalogue=False,
    )
    assert "core-banking provided_by temenos" in arrows(made)


def test_numbers_of_functions_join_what_serves_them() -> None:
    made = imported(
        "Function identifier,Function name,RTO\nF1,Claims,24 h\nF2,Policies,48 h",
        "Function identifier,ICT service,Provider\n"
        "F1,Guidewire,Guidewire Inc\nF2,Guidewire,Guidewire Inc",
        catalogue=False,
    )
    assert {"claims uses guidewire", "policies uses guidewire"} <= arrows(made)


def test_a_number_that_no_function_has_is_told() -> None:
    proposal = propose(
        [
            table("Function identifier,Function name,RTO\nF1,Claims,24 h\nF2,Policies,48 h"),
            table("Function identifier,ICT service,Provider\nF9,Guidewire,Guidewire Inc", "b.csv"),
        ],
        catalogue=False,
    )
    assert [problem.value for problem in proposal.problems] == ["F9"]
