"""What lists of real companies have besides what they are for: secrets, several tables, banks."""

from collections import Counter

import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.propose import propose
from smala_lockin.importing.repair import to_repair
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.tables.stacks import parts
from smala_lockin.importing.understanding.sorts import RowSort, Skip
from smala_lockin.importing.values.splitting import with_roles_apart
from tests.importing.lists import arrows, imported, one, table


def test_passwords_and_keys_never_reach_a_map() -> None:
    text = """
        url,username,password,totp,name,Clé de licence
        https://a.be,marc,Sup3rS3cret,JBSWY3,Odoo,AAAA-BBBB
        https://b.be,admin,Pa55word,,Isabel 6,CCCC-DDDD
    """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert {one.name for one in made.assets.values()} == {"Odoo", "Isabel 6"}
    for secret in ("Sup3rS3cret", "JBSWY3", "AAAA-BBBB", "marc"):
        assert secret not in str(made)
    note = next(one for one in proposal.notes if one.kind is NoteKind.SECRETS_LEFT_OUT)
    assert note.subject == "password, totp, Clé de licence"


_STACKED = """
    1. Applications;;
    Application;Fournisseur;Criticité
    Odoo;Odoo SA;haute
    Isabel;Isabel NV;moyenne
    ;;
    2. Serveurs;;
    Serveur;Modèle;Localisation
    SRV01;Dell T340;Namur
    ;;
    Fournisseur;Téléphone;Contrat jusqu'au
    Econocom;02 790 81 11;31/12/2027
    Proximus;;jamais
"""


def test_lists_below_one_another_are_read_each_by_itself() -> None:
    proposal = propose([table(_STACKED, sheet="Dossier")], catalogue=False)
    made = proposal.apply(Landscape())
    assert [one.sheet for one in proposal.sheets] == [
        "Dossier",
        "Dossier · 2. Serveurs",
        "Dossier · 10",
    ]
    kinds = Counter(one.kind for one in made.assets.values())
    assert kinds == {
        AssetKind.APPLICATION: 2,
        AssetKind.INFRASTRUCTURE: 1,
        AssetKind.SUPPLIER: 4,
    }
    assert proposal.sheets[2].header_row == 10
    (problem,) = proposal.problems
    assert (problem.sheet, problem.row, problem.value) == ("Dossier · 10", 12, "jamais")
    (sheet,) = to_repair([table(_STACKED, sheet="Dossier")], proposal)
    assert sheet.title == "Dossier · 10"
    assert next(iter(sheet.rows[1])) == "Proximus"
    assert propose([table(_STACKED, sheet="Dossier")], made, catalogue=False).is_empty


@pytest.mark.parametrize(
    "text",
    [
        "Nom;Fournisseur\nOdoo;Odoo SA\n;\nSAP;SAP SE",
        "Nom;Fournisseur\nOdoo;Odoo SA\n;\nNom;Fournisseur\nSAP;SAP SE",
        "Nom;Fournisseur\nOdoo;Odoo SA\n;\nLégende : haute = 4;\nNB : à revoir;",
    ],
)
def test_blank_rows_repeated_headers_and_legends_begin_no_other_list(text: str) -> None:
    assert list(parts(table(text))) == [table(text)]


def test_the_holder_of_a_bank_account_is_nobody_who_is_paid() -> None:
    text = """
        Rekeningnummer;Naam;Datum;Omschrijving;Bedrag;Naam tegenpartij
        BE55 7350 0000 0000;BAKKERIJ;03/02/2025;OVERSCHRIJVING;-242,00;COMBELL NV
        BE55 7350 0000 0000;BAKKERIJ;15/02/2025;DOMICILIERING;-118,00;EXACT BV
        BE55 7350 0000 0000;BAKKERIJ;20/02/2025;OVERSCHRIJVING;1500,00;KLANT JANSSENS
    """
    proposal = propose([table(text)], catalogue=False)
    made = proposal.apply(Landscape())
    assert {one.name for one in made.assets.values()} == {"COMBELL NV", "EXACT BV"}
    assert [one.why for one in proposal.sheets[0].rows_left_out] == [Why.RECEIPT]


def test_movements_that_name_nobody_say_so() -> None:
    text = """
        Numéro de compte;Nom du compte;Numéro de mouvement;Date comptable;Montant;Libellés
        BE68 5390 0754 7034;SRL Lambert;131;30/09/2025;-363,00;Virement vers
        BE68 5390 0754 7034;SRL Lambert;132;01/10/2025;-75,00;Domiciliation
    """
    proposal = propose([table(text)], catalogue=False)
    (sheet,) = proposal.sheets
    assert [found.why for found in sheet.rows_left_out] == [Why.NOBODY_PAID, Why.NOBODY_PAID]
    assert NoteKind.NOBODY_PAID in {note.kind for note in proposal.notes}
    assert proposal.is_empty


def test_bills_that_are_written_below_zero_are_costs() -> None:
    made = imported(
        """
        Number,Invoice Partner Display Name,Bill Date,Due Date,Untaxed Amount Signed
        BILL/1,Proximus,2025-01-03,2025-02-02,-300.00
        BILL/2,Proximus,2025-12-03,2026-01-02,-300.00
        """,
        catalogue=False,
    )
    assert one(made, "Proximus").annual_cost == 600.0


def test_a_suppliers_own_number_is_an_identifier() -> None:
    text = "Lieferanten-Nr.;Name 1;Ort;Land\n70001;SAP SE;Walldorf;DE\n70002;Swisscom AG;Bern;CH"
    proposal = propose([table(text, "Lieferantenliste.csv")], catalogue=False)
    made = proposal.apply(Landscape())
    assert proposal.sheets[0].sort is RowSort.SUPPLIER
    assert one(made, "Swisscom AG").country == "CH"
    assert not proposal.problems


def test_a_registered_app_is_no_contract_about_its_identifier() -> None:
    text = """
        id,displayName,appId,publisherName
        1,Salesforce,aa-1,salesforce.com
        2,DocuSign,aa-2,DocuSign Inc.
    """
    made = imported(text, catalogue=False)
    assert "docusign provided_by docusign-inc" in arrows(made)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Odoo SA (éditeur) + Niboo (intégrateur)", {"Odoo SA", "Niboo"}),
        ("Combell (hébergement), Agence Pixel (développement)", {"Combell", "Agence Pixel"}),
        ("Microsoft (via Econocom)", {"Microsoft", "Econocom"}),
        ("Swisscom (Schweiz) AG", {"Swisscom (Schweiz) AG"}),
    ],
)
def test_what_companies_do_may_stand_behind_them_in_brackets(text: str, names: set[str]) -> None:
    made = imported(f"Solution;Fournisseurs\nERP;{text.replace(';', ',')}", catalogue=False)
    suppliers = {one.name for one in made.assets.values() if one.kind is AssetKind.SUPPLIER}
    assert suppliers == names
    assert with_roles_apart("Odoo SA") == "Odoo SA"


def test_headings_of_a_short_list_are_no_things() -> None:
    made = imported(
        """
        Poste;Fournisseur;Budget 2025;Budget 2026
        Licences;;;
        Microsoft 365;Microsoft;5100;5280
        Adobe CC;Adobe;2232;2232
        Infrastructure;;;
        Serveur HP;HP;0;8500
        Fibre;Proximus;4200;4200
        """,
        catalogue=False,
    )
    assert {one.name for one in made.assets.values()}.isdisjoint({"Licences", "Infrastructure"})
    assert one(made, "Fibre").tags == ("Infrastructure",)


def test_what_a_portal_is_for_names_no_portal() -> None:
    made = imported(
        """
        Guichet,Utilisé par,Pour quoi faire,Géré par
        MyMinfin,Comptabilité,Déclarations,SPF Finances
        Isabel 6,Comptabilité,Paiements,Isabel
        """,
        catalogue=False,
    )
    assert "declarations uses myminfin" in arrows(made)


def test_machines_are_named_by_a_column_of_machines() -> None:
    made = imported(
        """
        Machine;Fabricant;Contrat de maintenance (prestataire);Criticité (1-5)
        Scie HPP180;Homag;Homag Service;5
        Encolleuse;SCM;;2
        """,
        catalogue=False,
    )
    saw = one(made, "Scie HPP180")
    assert (saw.kind, saw.criticality) == (AssetKind.INFRASTRUCTURE, 5)
    assert "encolleuse provided_by scm" in arrows(made)


def test_letters_may_say_how_critical_a_thing_is() -> None:
    made = imported("Dienst;Kritisch (H/M/L)\nMail;H\nCRM;M\nWiki;L", catalogue=False)
    levels = [one(made, name).criticality for name in ("Mail", "CRM", "Wiki")]
    assert levels == [4, 3, 2]


def test_licences_of_people_are_added_up_and_their_names_left_out() -> None:
    made = imported(
        """
        Numéro;Utilisateur;Opérateur;Abonnement;Coût/mois
        0475/11.22.33;Dupont Jean;Proximus;Mobilus M;25,00
        0475/11.22.34;Leroy Anne;Proximus;Mobilus M;25,00
        0475/11.22.35;Simon Paul;Orange;Go Pro;30,00
        0475/11.22.36;Maes Tom;Proximus;Mobilus L;35,00
        """,
        catalogue=False,
    )
    mobilus = one(made, "Mobilus M")
    assert (mobilus.units, mobilus.annual_cost) == (2, 600.0)
    assert "Dupont" not in str(made)
    assert "0475" not in str(made)


@pytest.mark.parametrize(
    ("cells", "is_left_out"),
    [
        (("0475/11.22.33", "02 790 81 11"), True),
        (("+32 2 790 81 11", "0032/81/22.33.44"), True),
        (("03/01/2025", "04/02/2025"), False),
        (("192.168.1.10", "10.0.0.1"), False),
        (("70001", "70002"), False),
    ],
)
def test_telephone_numbers_are_those_of_people(
    cells: tuple[str, str], *, is_left_out: bool
) -> None:
    made = imported(f"Application;Colonne\nERP;{cells[0]}\nCRM;{cells[1]}", catalogue=False)
    assert (cells[0] not in str(made)) is is_left_out


def test_a_risk_register_lists_nothing_to_rely_on() -> None:
    text = """
        ID;Risque;Cause;Probabilité;Impact;Responsable
        R1;Panne ERP;Incident;Moyenne;Élevé;IT
        R2;Cyberattaque;Phishing;Élevée;Élevé;IT
    """
    (sheet,) = propose([table(text)], catalogue=False).sheets
    assert sheet.skipped is Skip.ASSESSMENT


def test_what_is_paid_is_no_payee() -> None:
    text = "Application;Fournisseur;Payée\nERP;Odoo;oui\nCRM;SAP;non"
    assert propose([table(text)], catalogue=False).sheets[0].mapping == {
        "Application": "name",
        "Fournisseur": "supplier",
    }


def test_lines_of_a_table_in_plain_text_are_no_rows() -> None:
    made = imported(
        "| Outil | Éditeur |\n|-------|---------|\n| Notion | Notion Labs |", catalogue=False
    )
    assert {one.name for one in made.assets.values()} == {"Notion", "Notion Labs"}


def test_lists_of_the_licences_and_contracts_of_a_tool_keep_no_key() -> None:
    made = imported(
        """
        "Nom";"Entité";"Logiciels";"Éditeur";"Numéro de série";"Nombre";"Type";"Date d'expiration"
        "AutoCAD LT";"Siège";"AutoCAD";"Autodesk";"AAAA-BBBB";"4";"Abonnement";"2027-05-20"
        """,
        """
        "Nom";"Entité";"Type de contrat";"Date de fin";"Fournisseurs associés - Nom"
        "Location imprimantes";"Siège";"Location";"2027-06-14";"Ricoh"
        "Internet fibre";"Siège";"Abonnement";"2027-02-01";"Proximus"
        """,
        catalogue=False,
    )
    assert "AAAA-BBBB" not in str(made)
    assert one(made, "AutoCAD LT").licences_bought == 4
    kinds = Counter(one.kind for one in made.assets.values())
    assert (kinds[AssetKind.LOCATION], kinds[AssetKind.SUPPLIER]) == (0, 3)


def test_descriptions_name_contracts_where_nothing_else_does() -> None:
    made = imported(
        """
        Nr;Leverancier;Omschrijving;Einddatum;Opzegtermijn;Verlenging;Jaarbedrag excl. btw
        1;Proximus;Internet en telefonie;31/12/2026;3 maanden;stilzwijgend 1 jaar;4200
        2;AFAS;AFAS Profit licentie;;6 maanden;jaarlijks;8800
        """,
        catalogue=False,
    )
    internet = one(made, "Internet en telefonie")
    assert (internet.annual_cost, internet.renewal_months) == (4200.0, 12)


def test_services_in_the_regions_of_a_cloud_are_rented() -> None:
    made = imported("Service;Region\nEC2;eu-west-1\nS3;eu-central-1", catalogue=False)
    assert (one(made, "EC2").kind, one(made, "S3").hosting_countries) == (
        AssetKind.CLOUD_SERVICE,
        ("DE",),
    )


def test_letters_of_responsibilities_are_no_suppliers() -> None:
    made = imported("Application;DSI;Prestataire\nOdoo;A;C\nSD Worx;I;A\nM365;R;R", catalogue=False)
    assert {one.kind for one in made.assets.values()} == {AssetKind.APPLICATION}


def test_threat_factors_of_a_list_of_suppliers_are_read_by_their_headers() -> None:
    made = imported(
        """
        Fournisseur;Dépendance (1-4);Pénétration (1-4);Maturité (1-4);Confiance (1-4)
        Odoo SA;4;3;3;3
        Proximus;3;1;4;4
        """,
        catalogue=False,
    )
    assert one(made, "Proximus").ecosystem == {
        "dependency": 3,
        "penetration": 1,
        "maturity": 4,
        "trust": 4,
    }


@pytest.mark.parametrize(
    ("header", "meaning"),
    [
        ("date_fin_support", "end_of_support"),
        ("pays hébergement données", "hosting_countries"),
        ("Délai max d'arrêt", "max_outage_hours"),
        ("Vendor website", None),
    ],
)
def test_headers_are_known_by_their_telling_words(header: str, meaning: str | None) -> None:
    found = readings(header)
    assert (found[0].meaning if found else None) == meaning


def test_what_suppliers_do_names_services_where_contracts_are_told() -> None:
    made = imported(
        """
        Third party;Type of service;Critical function supported;Contract expiry;Data location
        SimCorp A/S;Portfolio system;Portfolio management;31/05/2028;DK
        Euroclear;Settlement;Custody;;BE
        """,
        catalogue=False,
    )
    assert "portfolio-management uses portfolio-system" in arrows(made)
    assert str(one(made, "Portfolio system").contract_end) == "2028-05-31"


def test_a_matrix_may_leave_its_corner_blank() -> None:
    made = imported(";Odoo;Shopify;Isabel\nOdoo;;X;\nShopify;X;;\nIsabel;X;;", catalogue=False)
    assert arrows(made) == {"odoo uses shopify", "shopify uses odoo", "isabel uses odoo"}
