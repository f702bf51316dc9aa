"""Lists that the bookkeeper, the workshop or the front desk keeps: what first contact taught."""

from datetime import date
from typing import Any

import pytest

from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.bullets import bulleted
from smala_lockin.formats.csv_text import read_text
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.values.moments import read_date
from tests.importing.lists import arrows, imported, one, table


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("fin : 31/03/27", date(2027, 3, 31)),
        ("jusqu'au 30/06/2027", date(2027, 6, 30)),
        ("tot en met 31/12/2026", date(2026, 12, 31)),
        ("bis zum 31.12.2026", date(2026, 12, 31)),
        ("lot 12/10/2026", None),
    ],
)
def test_a_day_may_stand_behind_a_word_for_its_end(said: str, day: date | None) -> None:
    assert read_date(said) == day


def test_a_card_statement_names_merchants() -> None:
    made = imported(
        """
        Date transaction;Date comptable;Commerçant;Lieu;Montant EUR
        18/09/2026;20/09/2026;OVH SAS;ROUBAIX;-47,88
        25/09/2026;26/09/2026;LE MODERNE;LIEGE;-142,80
        28/09/2026;29/09/2026;OVH SAS;ROUBAIX;-47,88
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {"OVH SAS", "LE MODERNE"}


def test_a_telecom_bill_is_one_of_tariffs_and_not_of_callers() -> None:
    made = imported(
        """
        N° facture;Période;N° d'appel;Utilisateur;Plan tarifaire;Total HTVA (EUR)
        7301;10/2026;0475/12.34.56;DUBOIS Marc;Mobile Pro;29,75
        7301;10/2026;0476/22.33.44;HENRY Sophie;Mobile Pro;33,87
        7301;10/2026;081/22.11.00;Centrale;Business Fiber;86,43
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {"Mobile Pro", "Business Fiber"}


def test_who_repairs_what_is_known_by_the_question() -> None:
    made = imported(
        """
        Quoi;Société;Personne de contact;Contrat / délai d'intervention
        Compresseur;Atlas Copco;Luc;24 h
        Machine CNC;DMG MORI;SAV;J+1
        """,
        catalogue=False,
    )
    assert one(made, "Machine CNC").kind is AssetKind.INFRASTRUCTURE
    assert "compresseur provided_by atlas-copco" in arrows(made)


def test_the_machines_of_a_workshop_need_their_programs_and_those_who_look_after_them() -> None:
    made = imported(
        """
        Machine;Marque;Logiciel;Maintenance;Arrêt max
        Découpe laser;Trumpf;TruTops Boost;Trumpf;1 jour
        Compresseur;Atlas Copco;-;Atlas Copco;4 h
        """,
    )
    assert one(made, "Découpe laser").max_outage_hours == 24.0
    assert one(made, "TruTops Boost").kind is AssetKind.APPLICATION
    assert {"decoupe-laser uses trutops-boost", "compresseur provided_by atlas-copco"} <= arrows(
        made
    )


def test_how_often_upkeep_is_due_names_nobody() -> None:
    made = imported(
        """
        Machine;Marque;Maintenance
        Découpe laser;Trumpf;annuelle
        Compresseur;Atlas Copco;mensuelle
        """,
        catalogue=False,
    )
    assert {one.name for one in made.assets.values() if one.kind is AssetKind.SUPPLIER} == {
        "Trumpf",
        "Atlas Copco",
    }


def test_devices_are_not_called_by_the_service_that_has_them() -> None:
    made = imported(
        """
        Type;Marque;Modèle;N° série;Service
        PC portable;Dell;Latitude 5440;7HX9Q34;Compta
        PC portable;Dell;Latitude 5440;7HX9Q51;Vente
        Serveur;HPE;ProLiant ML350;CZJ9340F;IT
        """,
        catalogue=False,
    )
    names = [asset.name for asset in made.assets.values() if asset.kind is not AssetKind.SUPPLIER]
    assert sorted(names) == ["Latitude 5440", "Latitude 5440", "ProLiant ML350"]
    assert one(made, "ProLiant ML350").owner == "IT"


def test_the_title_of_a_backup_plan_says_nothing_of_what_is_backed_up() -> None:
    rows: list[Row] = [
        ("Système", "Fréquence", "RTO"),
        ("ERP Sage 100", "toutes les 4 h", "8 h"),
        ("Serveur fichiers", "journalière", "4 h"),
    ]
    proposal = propose([Table(file="plan_sauvegarde.xlsx", sheet="Backup", rows=rows)])
    made = proposal.apply(Landscape())
    assert one(made, "ERP Sage 100").kind is not AssetKind.INFRASTRUCTURE
    assert one(made, "Serveur fichiers").recovery_hours == 4.0


def test_a_form_above_a_matrix_is_no_band_of_headers() -> None:
    made = imported(
        """
        CHECK-LIST;;;;
        Nom :;;;Date d'entrée :;
        Accès à donner;Comptable;Commercial;Direction;Demander à
        Isabel 6;x;;x;Direction
        Odoo ventes;;x;x;Anne
        """,
        catalogue=False,
    )
    assert {"commercial uses odoo-ventes", "comptable uses isabel-6"} <= arrows(made)


def test_what_people_log_in_with_is_no_number_of_a_thing() -> None:
    made = imported(
        """
        Programme;Identifiant;Mot de passe
        Isabel 6;compta@renard.be;Renard!2025
        Odoo;admin;B0ucher!e*77
        """,
        catalogue=False,
    )
    assert "renard" not in repr(made).casefold()
    assert {asset.name for asset in made.assets.values()} == {"Isabel 6", "Odoo"}


def test_a_remark_apart_from_the_list_is_none_of_its_rows() -> None:
    made = imported(
        """
        Logiciel;Éditeur;Licences achetées
        7-Zip;-;20
        WinRAR;RARLAB;50
        ;;
        Relevé effectué le 3 novembre : portail des éditeurs;;
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {"7-Zip", "WinRAR", "RARLAB"}


def test_the_budget_of_a_project_is_no_yearly_cost_and_thousands_count() -> None:
    budget = "{};Fournisseur;Budget 2026 (k€)\nOdoo;Odoo SA;180\nSlack;Salesforce;12"
    project = "Projet;Solution;Partenaire;Budget 2026 (k€)\nNouvel ERP;Odoo;Odoo SA;180"
    assert one(imported(budget.format("Logiciel"), catalogue=False), "Odoo").annual_cost == 180e3
    assert one(imported(project, catalogue=False), "Odoo").annual_cost is None


def test_a_plan_of_what_its_own_supplier_rents_out_is_rented() -> None:
    made = imported(
        """
        Produit;Fournisseur
        Canva Pro;Canva
        HubSpot Marketing Pro;HubSpot
        """
    )
    assert one(made, "Canva Pro").kind is AssetKind.CLOUD_SERVICE
    assert one(made, "HubSpot Marketing Pro").kind is AssetKind.CLOUD_SERVICE


def test_the_first_of_two_words_for_a_time_counts() -> None:
    made = imported("Activité;DMIA / RTO\nPaie;5 jours\nVente;4 h", catalogue=False)
    assert one(made, "Paie").max_outage_hours == 120.0


def test_contracts_in_german_are_named_by_what_they_are_about() -> None:
    made = imported(
        """
        Vertragspartner;Gegenstand;Laufzeit bis;Kündigungsfrist
        Deutsche Telekom;Standleitung;31.03.2027;3 Monate
        DATEV eG;Buchhaltungssoftware;31.12.2026;6 Monate zum Jahresende
        """,
        catalogue=False,
    )
    assert one(made, "Standleitung").kind is AssetKind.INFRASTRUCTURE
    assert "standleitung provided_by deutsche-telekom" in arrows(made)


def test_nobody_is_chosen_yet_and_nobody_resells() -> None:
    made = imported(
        """
        Logiciel;Éditeur;Revendeur
        TeamViewer;TeamViewer;direct
        Portail;à choisir;-
        """,
        catalogue=False,
    )
    assert [dependency.role for dependency in made.dependencies.values()] == [Role.PROVIDED_BY]


def test_licences_bought_may_be_headed_by_the_verb_alone() -> None:
    sheet = table("Logiciel;Éditeur;Achetées;Utilisées\nVisio;Microsoft;10;4\nAcrobat;Adobe;25;19")
    made = propose([sheet], catalogue=False).apply(Landscape())
    assert (one(made, "Visio").licences_bought, one(made, "Visio").licences_used) == (10, 4)


def test_accounts_of_two_cells_stand_above_their_entries() -> None:
    proposal = propose(
        [
            table(
                """
                Compte;Libellé;Date;N° pièce;Débit;Crédit
                440ADOBE;ADOBE SYSTEMS;;;;
                ;Creative Cloud jan;05/01/2026;A26-0012;;604,88
                ;Paiement;20/01/2026;CBC 3;604,88;
                440PROXI;PROXIMUS SA;;;;
                ;Facture 7201;03/01/2026;A26-0005;;412,33
                ;Paiement;28/02/2026;CBC 9;412,33;
                ;TOTAL GENERAL;;;1017,21;1017,21
                """
            )
        ],
        catalogue=False,
    )
    made = proposal.apply(Landscape())
    assert {asset.name for asset in made.assets.values()} == {"ADOBE SYSTEMS", "PROXIMUS SA"}
    (sheet,) = proposal.sheets
    assert sorted(row.row for row in sheet.rows_left_out) == [2, 5, 8]


_AGED: list[Row] = [
    ("Balance âgée fournisseurs", None, None, None, None, None),
    ("Au 31/10/2026", "Toutes les sociétés", "En EUR", None, None, None),
    (None, "Date facture", "1 - 30", "31 - 60", "61 - 90", "Total"),
    ("Cegeka NV", None, 3630.0, 0.0, 0.0, 3630.0),
    ("BILL/2026/10/0042", "2026-10-05", 3630.0, 0.0, 0.0, 3630.0),
    ("Luminus SA", None, 1210.5, 1180.2, 0.0, 2390.7),
    ("BILL/2026/09/0011", "2026-09-01", 0.0, 1180.2, 0.0, 1180.2),
    ("BILL/2026/10/0003", "2026-10-01", 1210.5, 0.0, 0.0, 1210.5),
    ("Odoo SA", None, 0.0, 0.0, 726.0, 726.0),
    ("BILL/2026/08/0101", "2026-08-15", 0.0, 0.0, 726.0, 726.0),
    ("Total Balance âgée fournisseurs", None, 4840.5, 1180.2, 726.0, 6746.7),
]


def test_an_aged_balance_lists_suppliers_and_not_their_bills() -> None:
    proposal = propose([Table(file="balance.xlsx", sheet="Balance âgée fournisseurs", rows=_AGED)])
    made = proposal.apply(Landscape())
    (sheet,) = proposal.sheets
    assert sheet.header_row == 3
    assert sheet.rows_used == 3
    assert one(made, "Cegeka NV").annual_cost is None
    assert {"Cegeka NV", "Luminus SA", "Odoo SA"} <= {each.name for each in made.assets.values()}


def test_an_aged_balance_of_customers_names_no_supplier() -> None:
    rows = [
        tuple("Balance âgée clients" if cell == _AGED[0][0] else cell for cell in row)
        for row in _AGED
    ]
    proposal = propose([Table(file="balance.xlsx", sheet="Balance âgée clients", rows=rows)])
    assert not proposal.apply(Landscape()).assets


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


def test_tables_pasted_from_a_chat_lose_their_stars_and_links() -> None:
    made = imported(
        """
        | Fournisseur | Service | Criticité |
        |-------------|---------|-----------|
        | **OVHcloud** | Hébergement | Critique |
        | [Stripe](https://stripe.com) | Paiement *en ligne* | Moyen |
        | **[À DÉFINIR]** | Analytiques | - |
        """,
        catalogue=False,
    )
    names = {asset.name for asset in made.assets.values()}
    assert {"OVHcloud", "Stripe", "Paiement en ligne"} <= names
    assert not any("*" in name or "DÉFINIR" in name for name in names)


def test_crosses_of_departments_may_be_answers_beside_unknown_words() -> None:
    made = imported(
        """
        Toegang / materiaal;Administratie;Verkoop;Magazijn
        Exact Online;ja;nee;nee
        CRM Teamleader;nee;ja;nee
        Scanner Zebra;nee;nee;ja
        """,
        catalogue=False,
    )
    assert {"verkoop uses crm-teamleader", "magazijn uses scanner-zebra"} <= arrows(made)


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


def test_a_balance_of_accounts_of_class_44_lists_suppliers() -> None:
    made = imported(
        """
        Compte;Nom;Débit;Crédit;Solde créditeur
        440PROX;PROXIMUS;2.310,55;2.720,10;409,55
        440NRB;NRB SA;14.400,00;14.400,00;
        440DIV;DIVERS FOURNISSEURS;120,00;120,00;
        ;TOTAUX;16.830,55;17.240,10;409,55
        """,
        catalogue=False,
    )
    assert {(asset.name, asset.kind) for asset in made.assets.values()} == {
        ("PROXIMUS", AssetKind.SUPPLIER),
        ("NRB SA", AssetKind.SUPPLIER),
    }
    assert all(asset.annual_cost is None for asset in made.assets.values())


def test_accounts_of_customers_are_no_suppliers() -> None:
    made = imported(
        "Compte;Nom;Débit;Crédit\n400DUR;DURAND;10,00;0,00\n400PIR;PIRARD;0,00;10,00",
        catalogue=False,
    )
    assert all(asset.kind is not AssetKind.SUPPLIER for asset in made.assets.values())


def test_a_directory_of_users_brings_in_none_of_them() -> None:
    made = imported(
        """
        userPrincipalName,displayName,department,licenses
        jan@acme.be,Jan Peeters,Sales,Microsoft 365 Business Premium
        els@acme.be,Els Claes,Finance,Microsoft 365 Business Premium
        """
    )
    assert "Peeters" not in repr(made)
    assert "Els Claes" not in {asset.name for asset in made.assets.values()}


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("Échéance principale", Meaning.CONTRACT_END),
        ("Looptijd tot", Meaning.CONTRACT_END),
        ("Délai de dénonciation", Meaning.NOTICE),
        ("Vooropzeg", Meaning.NOTICE),
        ("Mensualité", Meaning.MONTHLY_COST),
        ("Totaal per jaar", Meaning.COST),
        ("Max. onderbreking", Meaning.MAX_OUTAGE),
        ("On tient combien de temps sans ?", Meaning.MAX_OUTAGE),
        ("Temps de restauration", Meaning.RECOVERY),
        ("Kernactiviteit", Meaning.PROCESS),
        ("Benodigde middelen", Meaning.DEPENDS_ON),
        ("Interlocuteur commercial", Meaning.PERSON),
        ("N° GSM", Meaning.PERSON),
        ("Code alarme", Meaning.SECRET),
        ("Convention de sous-traitance", Meaning.DPA),
        ("Stockage des données", Meaning.HOSTING),
    ],
)
def test_everyday_headers_are_known(header: str, meaning: Meaning) -> None:
    assert meaning in {reading.meaning for reading in readings(header)}


def _of_text(text: str, file: str = "liste.txt", **options: Any) -> Landscape:
    read = read_text(text.encode(), file)
    tables = [Table(file=file, sheet=None, rows=read.rows)]
    return propose(tables, **options).apply(Landscape())


def test_a_list_with_dashes_in_a_mail_is_taken_apart() -> None:
    made = _of_text(
        "Bonjour Pierre,\n\nVoici nos programmes :\n\n"
        "- Horus : comptabilité (Horus Software), 129 €/mois\n"
        "- Protime : pointage (Protime NV), 2.400 €/an\n"
        "- OneDrive : fichiers (Microsoft), compris\n"
        "- WeTransfer Pro : gros envois, 10 €/mois\n\n"
        "Bien à toi,\nMartine Collard\n0498/55.66.77\n",
        catalogue=False,
    )
    assert one(made, "Horus").annual_cost == 1548.0
    assert one(made, "Protime").annual_cost == 2400.0
    assert one(made, "WeTransfer Pro").description == "gros envois"
    assert "onedrive provided_by microsoft" in arrows(made)
    assert "Martine" not in repr(made)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nom;Prix\n- Odoo;120\n- Slack;87\n- Trello;45\n", id="fields"),
        pytest.param("- penser au pain\n- appeler Luc\n- dormir\n", id="things to do"),
        pytest.param("- a : b\n- c : d\n- e : f\n" + "Du texte.\n" * 9, id="mostly text"),
    ],
)
def test_not_every_dash_begins_an_item_of_a_list(text: str) -> None:
    assert bulleted(text) is None


def test_forms_below_one_another_are_a_row_each() -> None:
    rows: list[Row] = [
        ("FICHE CONTRAT N° 1", None),
        ("Fournisseur", "Cegid"),
        ("Objet", "Logiciel de caisse"),
        ("Date de fin", "30/06/2027"),
        ("Préavis", "trois mois"),
        ("Montant annuel", "8.640 €"),
        ("Contact", "Julie (06 12 34 56 78)"),
        (None, None),
        ("FICHE CONTRAT N° 2", None),
        ("Fournisseur", "Worldline"),
        ("Objet", "Terminaux de paiement (7)"),
        ("Date de fin", "31/12/2026"),
        ("Préavis", "six mois"),
        ("Montant annuel", "3.150 €"),
        ("Contact", None),
    ]
    proposal = propose([Table(file="f.xlsx", sheet="Fiches", rows=rows)], catalogue=False)
    made = proposal.apply(Landscape())
    till = one(made, "Logiciel de caisse")
    assert (till.annual_cost, till.notice_days) == (8640.0, 91)
    assert "terminaux-de-paiement-7 provided_by worldline" in arrows(made)
    assert "Julie" not in repr(made)
    assert [row.row for row in proposal.sheets[0].rows_left_out] == [1, 9]


def test_codes_that_shorten_the_names_beside_them_are_no_suppliers() -> None:
    made = imported(
        """
        Fournisseur;Nom;N° TVA;Total HTVA
        PROXIM;PROXIMUS;BE0202239951;2.214,45
        WERBAS;WERBAS GMBH;DE145041622;1.950,00
        DIETER;D'IETEREN AUTOMOTIVE;BE0466909993;214.880,12
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {
        "PROXIMUS",
        "WERBAS GMBH",
        "D'IETEREN AUTOMOTIVE",
    }
    assert {asset.kind for asset in made.assets.values()} == {AssetKind.SUPPLIER}


def test_letters_in_a_matrix_beside_activities_say_what_these_need() -> None:
    made = imported(
        """
        Proces;Max. uitval;ERP (Navision);Kassa;Microsoft 365
        Productie;4 uur;K;;
        Verkoop winkels;2 uur;B;K;
        Boekhouding;1 week;K;;B
        K = kritiek, B = belangrijk;;;;
        """,
        catalogue=False,
    )
    assert {"productie uses erp-navision", "boekhouding uses microsoft-365"} <= arrows(made)
    assert "productie uses kassa" not in arrows(made)
    assert not any("kritiek" in asset.name for asset in made.assets.values())


def test_several_subprocessors_stand_in_one_cell() -> None:
    made = imported(
        """
        Verwerker;Dienst;Subverwerkers
        Teamleader NV;Teamleader Focus;AWS, SendGrid
        Robaws;Planning;"Acme, Inc."
        """,
        catalogue=False,
    )
    names = {asset.name for asset in made.assets.values()}
    assert {"AWS", "SendGrid", "Acme, Inc."} <= names


def test_a_mark_for_a_price_is_no_price() -> None:
    made = imported(
        """
        Fournisseur;Prestation;Qualité /10;Prix /10;CA 2025 (€)
        Easi;logiciel Adfinity;8;6;12480
        Dufour;transport;5;8;91000
        """,
        catalogue=False,
    )
    assert one(made, "logiciel Adfinity").annual_cost == 12480.0
    assert "transport" not in {asset.name for asset in made.assets.values()}


def test_how_many_there_are_does_not_hide_what_they_are() -> None:
    made = imported("Logiciel;Revendeur\nMicrosoft 365 (85);Crayon\nMicrosoft Teams Phone;Crayon")
    assert one(made, "Microsoft 365 (85)").kind is AssetKind.CLOUD_SERVICE
    assert one(made, "Microsoft Teams Phone").kind is AssetKind.CLOUD_SERVICE


def test_devices_are_known_by_brand_and_model() -> None:
    made = imported(
        """
        Marque / modèle;Société de leasing;Entretien;Loyer trim. HTVA;Fin
        Ricoh IM C3000;Grenke;Ricoh Belgium;412,50;30/09/2027
        Brother HL-L5100;propriété;-;;
        """,
        catalogue=False,
    )
    ricoh = one(made, "Ricoh IM C3000")
    assert (ricoh.kind, ricoh.annual_cost) == (AssetKind.INFRASTRUCTURE, 1650.0)
    assert {"ricoh-im-c3000 provided_by grenke", "ricoh-im-c3000 provided_by ricoh-belgium"} <= (
        arrows(made)
    )
    assert "propriété" not in {asset.name for asset in made.assets.values()}


def test_direct_debits_name_creditors_and_not_mandates() -> None:
    made = imported(
        """
        Créancier;Mandat;Montant habituel;Fréquence;Prochaine échéance
        PROXIMUS NV;DOM-001;412,00;mensuel;05/12/2026
        ODOO SA;DOM-003;726,00;trimestriel;01/01/2027
        AG INSURANCE;DOM-004;2.210,00;annuel;01/03/2027
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {
        "PROXIMUS NV",
        "ODOO SA",
        "AG INSURANCE",
    }


def test_the_texts_beside_debits_and_credits_are_those_of_entries() -> None:
    made = imported(
        """
        Date;Pièce;Tiers;Libellé;Débit;Crédit
        15/01/2026;ACH 12;COMBELL;hebergement 01/26;24,50;
        02/02/2026;ACH 31;SAGE;maintenance annuelle;1.890,00;
        20/03/2026;ACH 77;COMBELL;note de credit;;24,50
        """,
        catalogue=False,
    )
    assert {asset.name for asset in made.assets.values()} == {"COMBELL", "SAGE"}


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


def test_a_day_counts_whatever_is_said_behind_it() -> None:
    assert read_date("31/05/2027, puis annuel") == date(2027, 5, 31)
    assert read_date("14/02/2027(tacite)") == date(2027, 2, 14)


def test_the_third_part_of_an_item_is_who_provides_it() -> None:
    made = _of_text(
        "1. Odoo - gestion commerciale - Odoo SA\n"
        "2. PlanRadar - suivi chantier - PlanRadar GmbH\n"
        "3. WhatsApp - communication - Meta\n",
        catalogue=False,
    )
    assert {"odoo provided_by odoo-sa", "whatsapp provided_by meta"} <= arrows(made)


def test_what_is_leased_costs_its_rent_as_often_as_it_is_due() -> None:
    made = imported(
        """
        N° contrat;Bailleur;Objet financé;Loyer HTVA;Périodicité
        L-2024-118;Grenke;12 laptops Dell;412;mensuel
        L-2023-090;KBC Lease;Presse Heidelberg;18900;trimestriel
        """,
        catalogue=False,
    )
    assert one(made, "Presse Heidelberg").annual_cost == 75600.0
    assert one(made, "12 laptops Dell").kind is AssetKind.INFRASTRUCTURE
    assert "presse-heidelberg provided_by kbc-lease" in arrows(made)
