"""Exports of accounting programs, banks and clouds become suppliers and services with sums."""

from datetime import date

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.understanding.sorts import RowSort
from tests.importing.lists import arrows, one, table

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
