"""Sheets that group their rows: ledgers under accounts, pivot tables, merged cells, subtotals."""

from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import read_tables
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.accounts import account_of
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.understanding.sorts import RowSort, Skip
from smala_lockin.importing.values.amounts import read_amount
from tests.importing.lists import arrows, imported, one, table


def _suppliers(made: Landscape) -> set[str]:
    return {one.name for one in made.assets.values() if one.kind is AssetKind.SUPPLIER}


def _why(proposal: Proposal) -> Counter[Why]:
    return Counter(row.why for sheet in proposal.sheets for row in sheet.rows_left_out)


def test_accounts_above_the_entries_of_a_ledger_are_the_suppliers() -> None:
    proposal = propose(
        [
            table(
                """
                Date;Journal;Pièce;Libellé;Débit;Crédit
                440012 - PROXIMUS;;;;;
                15/01/2025;ACH;25001;Facture téléphonie;;350,20
                20/12/2025;ACH;25330;Facture 7310;;360,00
                Total 440012;;;;0;710,20
                440018 - ODOO SA;;;;;
                01/03/2025;ACH;25044;Abonnement annuel;;9600
                20/03/2025;BNQ;25010;Paiement;9600;
                Total 440018;;;;9600;9600
                """
            )
        ],
        catalogue=False,
    )
    made = proposal.apply(Landscape())
    assert proposal.sheets[0].sort is RowSort.PAYMENT
    assert _suppliers(made) == {"PROXIMUS", "ODOO SA"} == {one.name for one in made.assets.values()}
    assert one(made, "PROXIMUS").annual_cost == pytest.approx(710.2)
    assert _why(proposal) == {Why.HEADING: 2, Why.TOTAL: 2}


@pytest.mark.parametrize(
    ("heading", "account"),
    [
        ("440012 - PROXIMUS", "440012 - PROXIMUS"),
        ("Compte : 401000 ODOO SA", "401000 ODOO SA"),
        ("F00012 COMBELL", "F00012 COMBELL"),
        ("Licences", None),
        ("Fournisseurs", None),
        (None, None),
    ],
)
def test_a_heading_may_be_an_account(heading: str | None, account: str | None) -> None:
    assert account_of(heading) == account


def test_groups_of_a_pivot_table_in_a_workbook_are_no_suppliers(tmp_path: Path) -> None:
    path = _workbook(
        tmp_path,
        [
            ["Étiquettes de lignes", "Somme de Montant HTVA"],
            ["Hébergement", 1320],
            ["Combell NV", 420.5],
            ["OVH SAS", 899.5],
            ["Télécom", 4200],
            ["Proximus", 4200],
            ["Total général", 5520],
        ],
    )
    proposal = propose(read_tables(path), catalogue=False)
    made = proposal.apply(Landscape())
    assert _suppliers(made) == {"Combell NV", "OVH SAS", "Proximus"}
    assert one(made, "Proximus").tags == ("Télécom",)
    assert _why(proposal) == {Why.HEADING: 2, Why.TOTAL: 1}


def test_what_is_merged_over_several_rows_is_said_of_each(tmp_path: Path) -> None:
    path = _workbook(
        tmp_path,
        [
            ["Prestataire", "Service", "Coût mensuel"],
            ["Proximus", "Fibre Business", 89],
            [None, "Téléphonie mobile", 240],
            ["Microsoft", "Microsoft 365", 440],
            [None, "Azure backup", 60],
        ],
        merged=("A2:A3", "A4:A5"),
    )
    made = propose(read_tables(path), catalogue=False).apply(Landscape())
    assert {"telephonie-mobile provided_by proximus", "azure-backup provided_by microsoft"} <= (
        arrows(made)
    )


@pytest.mark.parametrize("total", ["Total Licences", "Sous-total Licences", "Licences Total"])
def test_a_row_that_sums_up_a_group_is_no_record(total: str) -> None:
    text = f"""
        Catégorie;Fournisseur;Montant annuel
        Licences;Adobe;2232
        Licences;Autodesk;10548
        {total};;12780
        Télécom;Total Direct;50
    """
    proposal = propose([table(text)], catalogue=False)
    assert _suppliers(proposal.apply(Landscape())) == {"Adobe", "Autodesk", "Total Direct"}
    assert _why(proposal) == {Why.TOTAL: 1}
    assert not proposal.problems


@pytest.mark.parametrize(
    "header",
    [
        "Function;Sub-category;Requirement;Documentation maturity;Implementation maturity",
        "Référence;Titre;Mesure;Applicable (oui/non);Justification",
    ],
)
def test_a_self_assessment_lists_nothing_to_rely_on(header: str) -> None:
    text = f"{header}\nIDENTIFY;ID.AM-1;An inventory is kept;3;2\nPROTECT;PR.AC-1;Access;2;2"
    (sheet,) = propose([table(text)], catalogue=False).sheets
    assert sheet.skipped is Skip.ASSESSMENT


def test_a_list_of_suppliers_with_scores_is_no_self_assessment() -> None:
    text = "Fournisseur;Service;Mesures;Score conformité\nOdoo;ERP Odoo;MFA;80\nAdobe;CC;;70"
    assert propose([table(text)], catalogue=False).sheets[0].sort is RowSort.ASSET


def test_addresses_are_those_of_people_whatever_their_header() -> None:
    made = imported("Application;Owner\nOdoo;anne@x.be\nSAP;luc@x.be", catalogue=False)
    assert "anne@x.be" not in str(made)


def test_a_system_may_have_the_name_of_its_supplier() -> None:
    made = imported(
        """
        Business process;Process owner;MTPD;IT systems used;Key suppliers
        Invoicing;CFO;3 days;Exact Online, Billit;Exact, Billit
        Order intake;CSO;1 day;Salesforce;Salesforce
        """,
        catalogue=False,
    )
    billit = [one.kind for one in made.assets.values() if one.name == "Billit"]
    assert sorted(billit) == [AssetKind.APPLICATION, AssetKind.SUPPLIER]
    assert "salesforce provided_by salesforce-2" in arrows(made) or (
        "salesforce-2 provided_by salesforce" in arrows(made)
    )


@pytest.mark.parametrize(
    ("text", "value", "monthly"),
    [
        ("environ 120 €/mois", 120, True),
        ("ca. 1.200", 1200, False),
        ("7,25 € par user/mois (30 users)", 217.5, True),
        ("20$ / mois x 3", 60, True),
        ("7,25 € par user/mois", None, False),
    ],
)
def test_amounts_as_managers_write_them(text: str, value: float | None, monthly: bool) -> None:
    amount = read_amount(text, decimal_comma=True)
    if value is None:
        assert amount is None
    else:
        assert amount is not None
        assert amount.value == pytest.approx(value)
        assert amount.monthly is monthly


def test_a_bill_of_azure_as_its_portal_writes_it_is_added_up() -> None:
    made = imported(
        """
        "UsageDate","ServiceName","Meter","ResourceLocation","Cost","Currency"
        "2025-01-31","Virtual Machines","D2s v3","westeurope","123.12","EUR"
        "2025-12-31","Virtual Machines","D2s v3","westeurope","100.00","EUR"
        """,
        catalogue=False,
    )
    machines = one(made, "Virtual Machines")
    assert (machines.kind, machines.hosting_countries) == (AssetKind.CLOUD_SERVICE, ("NL",))
    assert machines.annual_cost == pytest.approx(223.12)


def _workbook(folder: Path, rows: list[list[object]], *, merged: tuple[str, ...] = ()) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    path = folder / "liste.xlsx"
    book.save(path)
    return path
