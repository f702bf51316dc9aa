"""A folder of invoices becomes suppliers with what they cost."""

from datetime import date
from typing import Any

import pytest

from smala_lockin.domain.assets import Asset, Source
from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.invoices import Invoices, invoice_of
from smala_lockin.formats.unreadable import Reason as Unread
from smala_lockin.formats.xml_tree import parse
from smala_lockin.importing.note_sentences import NoteKind
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.tables.problems import Reason
from smala_lockin.importing.values.enterprise import registration
from tests.builders import asset, landscape_of
from tests.invoices import OURS, belgian, cii, ubl

ODOO = ("Odoo SA", belgian(4771234))
WOOD = ("Bois & Fils SRL", belgian(6000007))


def bills(*written: bytes, broken: tuple[tuple[str, Unread], ...] = ()) -> Invoices:
    read = tuple(invoice_of(parse(data), f"{n}.xml") for n, data in enumerate(written, start=1))
    return Invoices(folder="2026", read=read, broken=broken)


def proposed(*written: bytes, into: Landscape | None = None, **options: Any) -> Proposal:
    return propose((), into, invoices=bills(*written), **options)


def supplier(proposal: Proposal, name: str) -> Asset:
    return next(one for one in (*proposal.added, *proposal.updated) if one.name == name)


def monthly(months: int, net: float = 100) -> list[bytes]:
    days = [date(2025 + n // 12, n % 12 + 1, 5) for n in range(months)]
    return [ubl(*ODOO, day, net, "Odoo Online", id=f"A{day}") for day in days]


def test_a_supplier_has_number_country_spend_and_rhythm() -> None:
    proposal = proposed(*monthly(14), ubl(*ODOO, date(2026, 2, 9), 30, id="C1", credit=True))
    odoo = supplier(proposal, "Odoo SA")
    assert odoo.kind is AssetKind.SUPPLIER
    assert (odoo.registration, odoo.country) == (ODOO[1], "BE")
    assert odoo.annual_cost == 12 * 100 - 30  # of 14 months the last twelve
    assert odoo.custom["Invoices"] == "15"
    assert odoo.custom["First invoice"] == "2025-01-05"
    assert odoo.custom["Last invoice"] == "2026-02-09"
    assert odoo.custom["Invoiced"] == "monthly"
    assert odoo.origin["annual_cost"].source is Source.IMPORT
    assert proposal.assets == {AssetKind.SUPPLIER: 1}


@pytest.mark.parametrize(
    ("months", "word"),
    [
        pytest.param((1, 2, 3, 4), "monthly", id="monthly"),
        pytest.param((1, 4, 7, 10), "quarterly", id="quarterly"),
        pytest.param((1, 13), "yearly", id="yearly"),
        pytest.param((1, 2, 9), "", id="now and then"),
        pytest.param((1,), "", id="once"),
    ],
)
def test_how_often_a_supplier_invoices(months: tuple[int, ...], word: str) -> None:
    days = [date(2025 + (m - 1) // 12, (m - 1) % 12 + 1, 3) for m in months]
    proposal = proposed(*(ubl(*WOOD, day, 10, id=str(day)) for day in days))
    assert supplier(proposal, WOOD[0]).custom.get("Invoiced", "") == word


def test_one_number_is_one_supplier_whatever_its_name() -> None:
    spelled = ("ODOO S.A.", ODOO[1].removeprefix("BE"))
    proposal = proposed(
        ubl(*ODOO, date(2026, 1, 1), 10, id="1"),
        cii(*spelled, date(2026, 2, 1), 10, id="2", country="BE"),
        ubl(ODOO[0], "", date(2026, 3, 1), 10, id="3"),
    )
    assert [one.annual_cost for one in proposal.added] == [30]


def test_the_same_invoice_twice_counts_once() -> None:
    one = ubl(*WOOD, date(2026, 1, 1), 10)
    proposal = proposed(one, one)
    assert supplier(proposal, WOOD[0]).annual_cost == 10
    assert proposal.duplicates_merged == 1


def test_what_the_company_sold_itself_is_left_out_and_said() -> None:
    sold = [
        ubl(*OURS, date(2026, 1, n), 500, id=f"V{n}", buyer=(f"Client {n}", belgian(7000000 + n)))
        for n in range(1, 4)
    ]
    proposal = proposed(*monthly(2), *sold)
    assert [one.name for one in proposal.added] == ["Odoo SA"]
    note = next(one for one in proposal.notes if one.kind is NoteKind.OWN_SALES)
    assert (note.subject, note.detail) == (OURS[0], "3")


def test_services_in_the_lines_are_proposed_and_made_only_with_consent() -> None:
    sold = ubl(*WOOD, date(2026, 1, 1), 10, "Licences Microsoft 365 Business x 12")
    guess, *others = proposed(sold).services
    assert not others
    assert (guess.name, guess.suppliers) == ("Microsoft 365", (WOOD[0],))
    assert proposed(sold).assets == {AssetKind.SUPPLIER: 1}
    made = proposed(sold, create_missing=True)
    after = made.apply(Landscape())
    service = next(one for one in after.assets.values() if one.kind is AssetKind.CLOUD_SERVICE)
    link = next(one for one in after.dependencies.values() if one.source == service.id)
    assert (after.assets[link.target].name, link.role) == (WOOD[0], Role.PROVIDED_BY)
    assert not made.services


def test_without_the_catalogue_nothing_is_guessed() -> None:
    sold = ubl(*WOOD, date(2026, 1, 1), 10, "Microsoft 365")
    assert not proposed(sold, catalogue=False, create_missing=True).services


def test_a_wrong_check_digit_is_told_and_kept_beside() -> None:
    number = f"BE{int(WOOD[1][2:]) + 1:010d}"
    proposal = proposed(ubl(WOOD[0], number, date(2026, 1, 1), 10))
    wood = supplier(proposal, WOOD[0])
    assert wood.registration is None
    assert wood.custom["Enterprise number"] == number
    assert [one.reason for one in proposal.problems] == [Reason.BAD_REGISTRATION]


def test_another_currency_needs_a_rate() -> None:
    american = ubl("Acme Inc", "", date(2026, 1, 1), 100, currency="USD", country="US")
    proposal = proposed(american)
    assert supplier(proposal, "Acme Inc").annual_cost is None
    assert supplier(proposal, "Acme Inc").custom["Invoiced in the last year"] == "100.00 USD"
    assert [one.reason for one in proposal.problems] == [Reason.OTHER_CURRENCY]
    assert supplier(proposed(american, rates={"USD": 0.9}), "Acme Inc").annual_cost == 90


def test_a_broken_invoice_is_a_problem_with_its_name() -> None:
    held = bills(*monthly(1), broken=(("half.xml", Unread.BROKEN_XML),))
    problem, *others = propose((), invoices=held).problems
    assert not others
    assert problem.file == "half.xml"
    assert "half.xml is XML that breaks off" in problem.message


def test_the_same_folder_twice_says_nothing_new_and_later_invoices_update() -> None:
    first = proposed(*monthly(3)).apply(Landscape())
    again = proposed(*monthly(3), into=first)
    assert again.is_empty
    assert NoteKind.NOTHING_NEW in {one.kind for one in again.notes}
    later = proposed(*monthly(4), into=first)
    assert not later.added
    assert supplier(later, "Odoo SA").annual_cost == 400


def test_some_later_invoices_alone_do_not_shrink_a_year() -> None:
    first = proposed(*monthly(12)).apply(Landscape())
    alone = ubl(*ODOO, date(2026, 1, 5), 100, id="A2026")
    proposal = proposed(alone, into=first)
    assert proposal.is_empty
    assert [one.reason for one in proposal.problems] == [Reason.PART_OF_A_YEAR]
    whole = proposed(*monthly(24, net=50), into=first)
    assert supplier(whole, "Odoo SA").annual_cost == 600


def test_what_somebody_typed_is_kept() -> None:
    typed = landscape_of(
        assets=[asset("odoo", "supplier", name="Notre ERP", registration=ODOO[1], annual_cost=5)]
    )
    proposal = proposed(*monthly(1), into=typed)
    assert not proposal.added
    after = proposal.apply(typed).assets[asset("odoo").id]
    assert (after.name, after.annual_cost, after.country) == ("Notre ERP", 5, "BE")
    assert [one.reason for one in proposal.problems] == [Reason.TYPED_BY_HAND]


@pytest.mark.parametrize(
    ("text", "scheme", "country", "expected"),
    [
        pytest.param("BE 0403.170.701", "", "", ("BE0403170701", True), id="with points"),
        pytest.param("0403170701", "0208", "", ("BE0403170701", True), id="Peppol scheme"),
        pytest.param("0208:0403170701", "", "", ("BE0403170701", True), id="scheme in front"),
        pytest.param("403170701", "", "BE", ("BE0403170701", True), id="old nine digits"),
        pytest.param("BE0403170702", "", "", ("BE0403170702", False), id="wrong digits"),
        pytest.param("FR22424761419", "VAT", "FR", ("FR22424761419", True), id="French VAT"),
        pytest.param("5412345000013", "0088", "BE", None, id="a place, not a company"),
        pytest.param("424761419", "", "FR", None, id="a number of another country"),
        pytest.param("", "", "BE", None, id="nothing"),
    ],
)
def test_enterprise_numbers_have_one_form(
    text: str, scheme: str, country: str, expected: tuple[str, bool] | None
) -> None:
    found = registration(text, scheme=scheme, country=country)
    assert (found and (found.text, found.sound)) == expected


def test_a_key_in_the_line_of_an_invoice_is_neither_shown_nor_kept() -> None:
    key = "VK7JG-NPHTM-C97JM-9MPGT-3V66T"
    bill = ubl(*ODOO, date(2026, 2, 9), 30, f"Licence Odoo Online {key}", id="C1")
    proposal = proposed(bill, create_missing=True)
    assert proposal.added
    assert key not in str(proposal)
    assert [one.reason for one in proposal.problems] == [Reason.SECRET]
    assert key not in str(proposed(bill).services)
