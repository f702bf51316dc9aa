"""Ledgers, balances, statements and bills become suppliers and services with sums."""

from datetime import date

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Row, Table
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.understanding.sorts import RowSort
from tests.importing.lists import arrows, imported, one, table

LEDGER = """
    Grand livre fournisseurs;;;;;;
    Date;Journal;Pièce;Compte;Libellé;Débit;Crédit
    05/01/2026;ACH;2026001;440000 PROXIMUS;Facture;;412,30
    05/02/2026;ACH;2026014;440000 PROXIMUS;Facture;;412,30
    12/02/2026;FIN;2026003;440000 PROXIMUS;Paiement;824,60;
    12/02/2026;FIN;2026003;550000 BELFIUS;Paiement;;824,60
    05/01/2027;ACH;2027022;440010 OVH;Serveur;;89,99
    """
PURCHASES = """
    Journal;Document;Date doc.;Fournisseur;Nom fournisseur;Montant HTVA;TVA;Total;Echéance
    ACH;26001;02/01/2026;PROX;Proximus SA;340,74;71,56;412,30;02/02/2026
    ACH;26002;03/01/2026;ISAB;Isabel SA;51,67;10,85;62,52;03/02/2026
    ACH;26120;15/12/2026;PROX;Proximus SA;340,74;71,56;412,30;15/01/2027
    """
BANK = """
    Compte;BE68 5390 0754 7034;;;;;
    Compte;Date de comptabilisation;Numéro d'extrait;Compte contrepartie;\
Nom contrepartie;Montant;Devise
    BE68 5390 0754 7034;02/01/2025;1;BE71 0961 2345 6769;Proximus SA;-412,30;EUR
    BE68 5390 0754 7034;05/01/2025;1;BE12 3456 1234 1234;Client Dupont;1.250,00;EUR
    BE68 5390 0754 7034;12/12/2025;12;FR76 1234 1234 1234;OVH SAS;-89,99;EUR
    """
BALANCE = """
    Balance fournisseurs;;;;;
    N° compte;Nom;N° TVA;Débit;Crédit;Solde
    FPROX;PROXIMUS SA;BE 0202.239.951;12.543,20;12.987,44;-444,24
    FDIV;FOURNISSEURS DIVERS;;1.200,00;1.200,00;0,00
    ;Total général;;13.743,20;14.187,44;-444,24
    """
AZURE = """
    SubscriptionName,ResourceGroup,ResourceLocation,Date,MeterCategory,CostInBillingCurrency,\
BillingCurrencyCode,PublisherName
    Prod,web,westeurope,2026-10-01,Virtual Machines,2.5,EUR,Microsoft
    Prod,web,westeurope,2026-10-02,Virtual Machines,2.5,EUR,Microsoft
    Prod,db,northeurope,2026-10-01,SQL Database,6,EUR,Microsoft
    """


def proposed(text: str) -> Proposal:
    return propose([table(text.replace("\\\n", ""))], catalogue=False)


def sums(proposal: Proposal) -> dict[str, float | None]:
    return {one.name: one.annual_cost for one in proposal.added}


def test_a_ledger_of_suppliers_counts_what_was_invoiced() -> None:
    proposal = proposed(LEDGER)
    assert sums(proposal) == {"PROXIMUS": 412.3, "OVH": 89.99}  # the last 365 days
    assert [one.why for one in proposal.sheets[0].rows_left_out] == [Why.ABOVE, Why.CHART]


def test_a_journal_of_purchases_names_suppliers_rather_than_their_codes() -> None:
    proposal = proposed(PURCHASES)
    assert sums(proposal) == {"Proximus SA": 681.48, "Isabel SA": 51.67}
    assert one(proposal.apply(Landscape()), "Isabel SA").custom["Fournisseur"] == "ISAB"


def test_movements_of_a_bank_are_payments_and_receipts_are_left_out() -> None:
    proposal = proposed(BANK)
    assert sums(proposal) == {"Proximus SA": 412.3, "OVH SAS": 89.99}
    assert (5, Why.RECEIPT) not in [(one.row, one.why) for one in proposal.sheets[0].rows_left_out]
    assert (4, Why.RECEIPT) in [(one.row, one.why) for one in proposal.sheets[0].rows_left_out]


def test_a_balance_is_a_list_of_suppliers_and_claims_no_yearly_cost() -> None:
    proposal = proposed(BALANCE)
    assert proposal.sheets[0].sort is RowSort.SUPPLIER
    assert sums(proposal) == {"PROXIMUS SA": None}
    assert one(proposal.apply(Landscape()), "PROXIMUS SA").registration == "BE 0202.239.951"


def test_a_bill_of_a_cloud_becomes_services_in_their_countries() -> None:
    landscape = proposed(AZURE).apply(Landscape())
    assert arrows(landscape) == {
        "virtual-machines provided_by microsoft", "sql-database provided_by microsoft",
    }  # fmt: skip
    assert one(landscape, "Virtual Machines").hosting_countries == ("NL",)
    assert one(landscape, "SQL Database").kind == "cloud_service"


def test_days_are_never_names() -> None:
    text = "Date doc.;Fournisseur;Montant\n02/01/2026;Alpha;5\n03/01/2026;Beta;6"
    assert {one.name for one in proposed(text).added} == {"Alpha", "Beta"}
    assert not any(one.contract_end == date(2026, 1, 2) for one in proposed(text).added)


def test_american_payments_are_payments() -> None:
    text = """
    Vendor Name,Check Number,Check Date,Amount
    MICROSOFT CORPORATION,100234,3/14/2025,"$12,345.67"
    AT&T MOBILITY,100235,3/15/2025,"$3,200.10"
    MICROSOFT CORPORATION,100534,2/27/2026,"$45,000.00"
    """
    proposal = propose([table(text)], catalogue=False, rates={"USD": 1.0})
    assert sums(proposal) == {"MICROSOFT CORPORATION": 57345.67, "AT&T MOBILITY": 3200.1}


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


def test_lines_of_an_invoice_are_what_was_billed_once() -> None:
    text = "Qté;Description;Prix unitaire;Total HTVA\n25;Business Premium;20,6;515\n2;Veeam;45;90"
    proposal = propose([table(text, "Facture novembre.csv")], catalogue=False)
    made = proposal.apply(Landscape())
    assert one(made, "Veeam").kind is AssetKind.CLOUD_SERVICE
    assert one(made, "Veeam").annual_cost is None
