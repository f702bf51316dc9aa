"""A bank's lines beside which somebody wrote what each is for, and how often it is paid."""

from smala_lockin.domain.landscape import Landscape
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.understanding.sorts import RowSort
from tests.importing.lists import arrows, imported, table

LINES = """
    Date,Counterparty,Bank text,Amount EUR,Every,What is it?
    02/10/2026,ALFA PTY LTD,ALFA* 04512-338,"-110,00",month,Ledger Plus
    03/10/2026,BETA NV,INV 26104488,"-358,80",year,Post Room
    05/10/2026,HUIS SA,RENT OCT,"-6.200,00",month,office rent (not IT)
    08/10/2026,GAMMA LTD,GAMMA FEES,"-1.334,18",depends,Ticket Hall
    12/10/2026,GROCER,BANCONTACT,"-84,12",,drinks
    21/10/2026,FOD FINANCIEN,+++090/1234/12345+++,"-14.220,00",quarter,VAT
    25/10/2026,PEETERS ANNA,SALARY OCT,"-2.641,07",month,salary
    28/10/2026,CLIENT SA,invoice 12,"900,00",,sale
    02/11/2026,ALFA PTY LTD,ALFA* 04519-771,"-110,00",month,Ledger Plus
    02/11/2026,DELTA BV,DELTA,"-30,00",quarter,Stock Keeper
    09/11/2026,DELTA BV,DELTA,"-12,00",quarter,Stock Keeper
    """


def test_the_service_of_a_line_is_supplied_by_whom_it_pays_and_costs_so_much_in_a_year() -> None:
    made = imported(LINES, catalogue=False)
    costs = {
        asset.name: asset.annual_cost for asset in made.assets.values() if asset.kind != "supplier"
    }
    assert costs == {
        "Ledger Plus": 1320,
        "Post Room": 358.8,
        "Ticket Hall": None,
        "Stock Keeper": 168,
    }
    assert "ledger-plus provided_by alfa-pty-ltd" in arrows(made)


def test_wages_rent_taxes_and_drinks_pay_for_no_technology() -> None:
    proposal = propose([table(LINES)], catalogue=False)
    made = proposal.apply(Landscape())
    suppliers = {asset.name for asset in made.assets.values() if asset.kind == "supplier"}
    assert suppliers == {"ALFA PTY LTD", "BETA NV", "GAMMA LTD", "DELTA BV"}
    (sheet,) = proposal.sheets
    assert {row.row: row.why for row in sheet.rows_left_out} == {
        4: Why.NO_TECHNOLOGY,
        6: Why.NO_TECHNOLOGY,
        7: Why.NO_TECHNOLOGY,
        8: Why.NO_TECHNOLOGY,
        9: Why.RECEIPT,
        10: Why.PAID_AGAIN,
        12: Why.PAID_AGAIN,
    }


def test_the_same_lines_are_payments_where_nobody_says_how_often() -> None:
    text = LINES.replace(",Every,", ",Remark,")
    (sheet,) = propose([table(text)], catalogue=False).sheets
    assert sheet.sort is RowSort.PAYMENT


def test_who_is_paid_wages_is_no_supplier_of_a_bank_account() -> None:
    text = """
        Date;Counterparty;Communication;Amount
        05/10/2026;ALFA NV;facture 12;-80,00
        06/10/2026;ALFA NV;facture 13;-90,00
        25/10/2026;PEETERS ANNA;SALAIRE OCT;-2641,07
        26/10/2026;SECRETARIAT ABC SA;salaires octobre;-200,00
        """
    made = imported(text, catalogue=False)
    names = {asset.name for asset in made.assets.values()}
    assert names == {"ALFA NV", "SECRETARIAT ABC SA"}
