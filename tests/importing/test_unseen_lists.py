"""Lists written before anybody looked at how they are read: what first contact with them taught."""

from datetime import date

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.understanding.sorts import Skip
from tests.importing.lists import arrows, imported, one, table


def test_a_second_line_of_headers_is_known_by_the_band_above_it() -> None:
    made = imported(
        """
        Logiciel;Éditeur;Contrat;;;Coût HTVA;;Remarques
        ;;Début;Échéance;Préavis;Mensuel;Annuel;
        Odoo;Odoo SA;01/01/2023;31/12/2026;3 mois;480;5760;garder
        BOB 50;Sage;;;;;1450;
        """,
        catalogue=False,
    )
    odoo = one(made, "Odoo")
    assert (odoo.annual_cost, odoo.notice_days) == (5760.0, 91)
    assert odoo.contract_end == date(2026, 12, 31)
    assert dict(odoo.custom)["Remarques"] == "garder"
    assert one(made, "BOB 50").annual_cost == 1450.0


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


def test_words_that_a_program_wrote_together_are_told_apart() -> None:
    made = imported("productname,productvendor\nToad,Quest\nDesigner,Quest", catalogue=False)
    assert one(made, "Quest").kind is AssetKind.SUPPLIER


def test_relations_of_an_architecture_tool_are_read_by_what_they_point_at() -> None:
    text = """
        id,type,displayName,businessCriticality,lifecycle:endOfLife,relApplicationToBusinessCapability,relApplicationToITComponent,relApplicationToProvider
        a1,Application,Order hub,missionCritical,2027-12-31,Orders,PostgreSQL,
        a2,Application,CRM,administrativeService,,Sales; Marketing,,HubSpot
        """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    hub = one(made, "Order hub")
    assert (hub.criticality, hub.end_of_support) == (5, date(2027, 12, 31))
    assert one(made, "CRM").criticality == 2
    assert {one(made, name).kind for name in ("Orders", "Sales", "Marketing")} == {
        AssetKind.PROCESS
    }
    assert one(made, "HubSpot").kind is AssetKind.SUPPLIER
    assert [missing.name for missing in proposal.missing] == ["PostgreSQL"]


@pytest.mark.parametrize(
    ("place", "country"),
    [("West Europe", "NL"), ("Belgium Central", "BE"), ("north europe", "IE")],
)
def test_regions_of_a_cloud_are_known_as_its_portal_shows_them(place: str, country: str) -> None:
    made = imported(f"NAME,TYPE,LOCATION\nvm-erp,Virtual machine,{place}", catalogue=False)
    assert one(made, "vm-erp").hosting_countries == (country,)


def test_a_sort_of_system_is_nothing_that_a_program_runs_on() -> None:
    text = "Application,Publisher,Platform\nChrome,Google,Windows\nBilling,Exact,iOS"
    proposal = propose([table(text)], catalogue=False)
    assert not proposal.missing
    assert not proposal.problems


def test_the_day_of_an_agreement_on_data_says_that_it_is_signed() -> None:
    made = imported(
        "Auftragsverarbeiter;Leistung;AVV abgeschlossen am\nDATEV;Lohn;01.04.2022\nZoom;Video;",
        catalogue=False,
    )
    assert one(made, "Lohn").dpa_signed is True
    assert one(made, "Video").dpa_signed is None


def test_a_notice_in_months_may_be_written_short() -> None:
    made = imported("Applicatie;Leverancier;Opzegtermijn (mnd)\nDjuma;Roxit;6", catalogue=False)
    assert one(made, "Djuma").notice_days == 182


def test_what_a_pivot_calls_blank_is_nobody() -> None:
    made = imported("Vendor Name,Spend\nFigma,10\n(Blank),3", catalogue=False)
    assert {asset.name for asset in made.assets.values()} == {"Figma"}


def test_a_group_of_a_board_is_headed_by_the_row_above_its_own_header() -> None:
    made = imported(
        """
        Outils;;
        Marketing;;
        Name;Vendor;Price / month
        Canva Pro;Canva;24
        Brevo;Brevo;65

        Finance;;
        Name;Vendor;Price / month
        Yuki;Visma;120
        """,
        catalogue=False,
    )
    things = {one.name for one in made.assets.values() if one.kind is not AssetKind.SUPPLIER}
    assert things == {"Canva Pro", "Brevo", "Yuki"}


def test_flows_of_data_are_known_by_what_flows_and_how_often() -> None:
    made = imported(
        "Bron;Doel;Gegevens;Frequentie\nShopify;Exact;orders;live\nExact;Power BI;omzet;dagelijks",
        catalogue=False,
    )
    assert arrows(made) == {"exact data_in shopify", "power-bi data_in exact"}


@pytest.mark.parametrize(
    ("header", "frequency", "yearly"),
    [
        ("Montant", "Mensuel", 120.0),
        ("Montant", "par trimestre", 40.0),
        ("Amount", "Yearly", 10.0),
        ("Amount", "", 10.0),
        ("Annual cost", "Monthly", 10.0),
        ("Loyer trimestriel", "", 40.0),
        ("Prix/mois HTVA", "", 120.0),
        ("Last 12 months cost", "", 10.0),
    ],
)
def test_what_an_amount_comes_to_in_a_year(header: str, frequency: str, yearly: float) -> None:
    text = f"Logiciel;Fournisseur;{header};Périodicité\nFigma;Figma Inc;10;{frequency}"
    assert one(imported(text, catalogue=False), "Figma").annual_cost == yearly


def test_what_was_paid_on_the_day_of_purchase_is_no_yearly_cost() -> None:
    made = imported("Nom;Type;Coût;Date d'achat\nsrv1;Serveur;4800;01/02/2023", catalogue=False)
    assert one(made, "srv1").annual_cost is None
    assert dict(one(made, "srv1").custom)["Coût"] == "4800"


def test_totals_of_several_years_are_no_yearly_cost() -> None:
    made = imported(
        "fournisseur;montant_total;premier_contrat;dernier_contrat\nAdlib;31171;2012-02-07;2015-01-05",
        catalogue=False,
    )
    assert one(made, "Adlib").annual_cost is None


def test_hosts_are_named_by_the_column_that_says_on_what_others_run() -> None:
    proposal = propose(
        [
            table("VM;Host;Memory\napp01;esx01;8192\ndb01;esx02;4096", sheet="vInfo"),
            table("Host;Vendor;Model\nesx01;Dell;R640\nesx02;Dell;R640", sheet="vHost"),
        ],
        catalogue=False,
    )
    made = proposal.apply(Landscape())
    assert {"app01 runs_on esx01", "db01 runs_on esx02"} <= arrows(made)
    assert not proposal.missing


def test_devices_are_named_by_their_model_where_nothing_else_names_them() -> None:
    made = imported(
        "Implantation;Modèle;N° série;Loyer annuel\n"
        "Accueil;IM C3000;3089R1;285\nCompta;MP 250;77R2;240",
        catalogue=False,
    )
    assert {one.name for one in made.assets.values()} == {"IM C3000", "MP 250"}
    assert {one.kind for one in made.assets.values()} == {AssetKind.INFRASTRUCTURE}


def test_lines_of_a_contract_are_named_by_their_sort() -> None:
    made = imported(
        "Site;Type de ligne;Opérateur;Fin d'engagement\n"
        "Namur;Fibre 1G;Proximus;31/03/2027\nAns;VDSL;Edpnet;",
        catalogue=False,
    )
    assert one(made, "Fibre 1G").contract_end == date(2027, 3, 31)


def test_a_list_of_customers_names_no_supplier() -> None:
    proposal = propose(
        [
            table(
                "N° client;Raison sociale;Commercial\nC1;SNCB;Paul\nC2;Delhaize;Anne", "Clients.csv"
            )
        ]
    )
    assert proposal.sheets[0].skipped is Skip.CUSTOMERS
    assert not proposal.added


@pytest.mark.parametrize(
    "text",
    [
        "Nom;N° TVA;Rang fournisseur;Rang client\n"
        "Proximus;BE0202239951;14;0\nLejeune;BE0456789012;0;2",
        "Nom;N° TVA;Type\nProximus;BE0202239951;Fournisseur\nLejeune;BE0456789012;Client",
    ],
)
def test_customers_among_suppliers_are_left_out_and_told(text: str) -> None:
    proposal = propose([table(text, "Contacts.csv")], catalogue=False)
    assert [one.name for one in proposal.added] == ["Proximus"]
    assert [left.why for left in proposal.sheets[0].rows_left_out] == [Why.CUSTOMER]


def test_people_with_licences_are_no_applications() -> None:
    proposal = propose(
        [
            table(
                "Display name,First name,Last name,Licenses,User principal name\n"
                "Anne Petit,Anne,Petit,Business Premium,anne@ex.be\n"
                "Luc Moreau,Luc,Moreau,F3,luc@ex.be"
            )
        ],
        catalogue=False,
    )
    made = proposal.apply(Landscape())
    assert {found.name: found.users for found in made.assets.values()} == {
        "Business Premium": 1,
        "F3": 1,
    }


def test_versions_of_a_program_are_counted_together() -> None:
    text = "Name,Publisher,Version,Installations\nReader,Adobe,24.1,30\nReader,Adobe,24.2,4"
    first = propose([table(text)], catalogue=False)
    made = first.apply(Landscape())
    assert not first.problems
    assert one(made, "Reader").units == 34
    again = propose([table(text)], made, catalogue=False)
    assert not again.problems
    assert again.apply(made) == made


def test_counts_of_two_files_are_not_added_up() -> None:
    text = "Name,Publisher,Version,Installations\nReader,Adobe,24.1,30"
    proposal = propose([table(text, "a.csv"), table(text.replace("30", "7"), "b.csv")])
    assert [asset.units for asset in proposal.added if asset.name == "Reader"] == [30]
    assert len(proposal.problems) == 1


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


def test_a_total_in_two_languages_and_a_mean_are_no_records() -> None:
    text = "Naam / Nom;Leverancier;Prijs\nBillit;Billit;240\nTotaal / Total;;240\nMoyenne;;240"
    made = imported(text, catalogue=False)
    assert {one.name for one in made.assets.values()} == {"Billit"}


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


def test_a_price_for_each_licence_may_be_told_by_a_sign() -> None:
    text = "Outil;Éditeur;Nbre licences;€ / licence / mois\nSilverfin;Silverfin nv;12;45"
    assert one(imported(text, catalogue=False), "Silverfin").annual_cost == 6480.0


def test_marks_for_prices_are_no_costs() -> None:
    text = "Fournisseur;Prestation;Qualité;Délais;Prix\nCanon;Copieurs;3;4;2\nNiboo;Odoo;5;4;3"
    assert one(imported(text, catalogue=False), "Copieurs").annual_cost is None


@pytest.mark.parametrize(
    ("places", "units", "cost"),
    [("Namur;Liège;Mons", 18, None), ("janv;févr;mars", None, None)],
)
def test_counts_by_place_add_up_to_units_and_those_of_three_months_to_nothing(
    places: str, units: int | None, cost: float | None
) -> None:
    rows: list[Row] = [
        ["Équipement", "Fournisseur", *places.split(";"), "Total"],
        ["Caméra", "Hikvision", 6, 8, 4, 18],
        ["Terminal", "Worldline", 2, 4, 2, 8],
    ]
    made = propose([Table(file="parc.xlsx", sheet="Parc", rows=rows)], catalogue=False).apply(
        Landscape()
    )
    camera = one(made, "Caméra")
    assert (camera.units, camera.annual_cost) == (units, cost)


def test_lines_of_an_invoice_are_what_was_billed_once() -> None:
    text = "Qté;Description;Prix unitaire;Total HTVA\n25;Business Premium;20,6;515\n2;Veeam;45;90"
    proposal = propose([table(text, "Facture novembre.csv")], catalogue=False)
    made = proposal.apply(Landscape())
    assert one(made, "Veeam").kind is AssetKind.CLOUD_SERVICE
    assert one(made, "Veeam").annual_cost is None


def test_rules_of_a_firewall_are_nothing_to_rely_on() -> None:
    text = "id,name,source,destination,service,action\n1,VPN,10.8.0.0/24,any,RDP,allow"
    assert propose([table(text)]).sheets[0].skipped is Skip.RULES


def test_licences_beside_a_model_are_programs() -> None:
    text = "display_name,model,vendor,rights,assigned\nVisio,Visio P2,Microsoft,10,9"
    visio = one(imported(text, catalogue=False), "Visio")
    assert visio.kind is AssetKind.APPLICATION
    assert (visio.licences_bought, visio.licences_used) == (10, 9)


def test_a_country_may_stand_behind_the_name_of_a_host() -> None:
    text = "Outil;Éditeur;Hébergement\nSilverfin;Silverfin nv;Google Cloud Belgique"
    assert one(imported(text, catalogue=False), "Silverfin").hosting_countries == ("BE",)


def test_no_list_above_the_likeliest_one_is_lost() -> None:
    text = """
        1. Locaux;;
        Site;Adresse;Activités hébergées
        Siège;Chaussée 12;Ventes
        Dépôt;Zoning 4;Logistique

        2. Systèmes;;
        Système;Fournisseur;Activité soutenue
        Navision;Prodware;Ventes
        WMS;Hardis;Logistique
        """
    proposal = propose([table(text)], catalogue=False)
    assert [report.rows_used for report in proposal.sheets] == [2, 2]
    assert {"Siège", "Dépôt", "WMS"} <= {asset.name for asset in proposal.added}


def test_what_bears_the_name_of_the_supplier_of_its_row_is_provided_by_it() -> None:
    made = imported(
        """
        Nom du traitement;Sous-traitant;Application utilisée
        Dossiers;VetSoft SA;VetSoft Cloud
        Expédition;DHL;MES
        """,
        catalogue=False,
    )
    assert "vetsoft-cloud provided_by vetsoft-sa" in arrows(made)
    assert "mes provided_by dhl" not in arrows(made)


def test_a_second_line_of_headers_is_known_by_filling_just_what_lies_under_bands() -> None:
    made = imported(
        """
        Leverancier;Dienst;Classificatie;;;Exit;
        ;;Kritisch;Toegang data;Vervangbaar;Plan;Getest op
        Cegeka;Datacenter hosting;Ja;Ja;Moeilijk;Ja;12/2025
        """,
        catalogue=False,
    )
    assert one(made, "Datacenter hosting").criticality == 4
    assert one(made, "Datacenter hosting").exit_plan == "draft"


def test_names_above_columns_of_answers_head_them() -> None:
    text = "Thème;Cegeka;Proximus;Odoo\nCertifié;Oui;Oui;Non\nSous-traité;Microsoft;Non;OVH"
    proposal = propose([table(text)])
    assert "Oui" not in {asset.name for asset in proposal.added}


@pytest.mark.parametrize("header", ["api_name", "Nom du module", "Naam van de koppeling"])
def test_a_header_that_promises_names_heads_them(header: str) -> None:
    made = imported(f"{header},owner_team,criticality\nOrders,Commerce,High\nStock,Supply,Low")
    assert one(made, "Orders").owner == "Commerce"


@pytest.mark.parametrize("header", ["project_name", "file name", "class name"])
def test_names_of_something_beside_things_are_none(header: str) -> None:
    proposal = propose([table(f"Asset,{header}\nTill,Alpha\nStock,Beta")], catalogue=False)
    assert {"Alpha", "Beta"}.isdisjoint(asset.name for asset in proposal.added)


def test_sites_on_the_web_are_no_places() -> None:
    made = imported(
        "site;hébergeur;offre;prix annuel\n"
        "lambert.be;OVH;Perso;71.88\nlejeune.be;Infomaniak;Web;69",
        catalogue=False,
    )
    assert "lambert-be provided_by ovh" in arrows(made)


def test_the_one_who_won_a_public_contract_supplies_it() -> None:
    text = "Intitulé du marché;Adjudicataire;N° BCE\nMaintenance taxes;CIVADIS SA;BE0861.023.666"
    made = imported(text, catalogue=False)
    assert arrows(made) == {"maintenance-taxes provided_by civadis-sa"}
    assert one(made, "CIVADIS SA").registration == "BE0861.023.666"


@pytest.mark.parametrize(
    ("header", "cell", "months"),
    [
        ("Renewal Term (months)", "12", 12),
        ("Reconduction (ans)", "2", 24),
        ("Auto-renew", "Yes, 12 months", 12),
    ],
)
def test_for_how_long_a_contract_goes_on(header: str, cell: str, months: int) -> None:
    text = f'Contract Name,Supplier,{header}\nOkta MSA,Okta Inc.,"{cell}"'
    assert one(imported(text, catalogue=False), "Okta MSA").renewal_months == months


def test_how_often_data_flow_is_no_matter_of_payment() -> None:
    text = "Application source;Application cible;Données;Fréquence\nPégase;ProEco;Factures;Mensuel"
    proposal = propose([table(text)], catalogue=False)
    assert "billed" not in proposal.sheets[0].mapping.values()
