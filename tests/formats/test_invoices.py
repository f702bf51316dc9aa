"""Invoices of both syntaxes are read alike, and bad ones say why."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from smala_lockin.formats.invoices import Invoice, Invoices, invoice_of, read_invoices
from smala_lockin.formats.sources import read_sources
from smala_lockin.formats.unreadable import Reason, Unreadable
from smala_lockin.formats.xml_tree import XmlFault, parse
from tests.invoices import OURS, belgian, cii, ubl

DAY = date(2026, 3, 31)
ODOO = ("Odoo SA", belgian(4771234))


def read(data: bytes) -> Invoice:
    return invoice_of(parse(data), "a.xml")


@pytest.mark.parametrize("write", [ubl, cii])
def test_both_syntaxes_say_the_same(write: Callable[..., bytes]) -> None:
    invoice = read(write(*ODOO, DAY, 120.5, "Odoo Online", country="BE"))
    assert (invoice.net, invoice.currency, invoice.day) == (120.5, "EUR", DAY)
    assert (invoice.seller.name, invoice.seller.country) == ("Odoo SA", "BE")
    assert (ODOO[1], "VAT") in invoice.seller.ids
    assert invoice.buyer.name == OURS[0]
    assert invoice.lines == ("Odoo Online",)


def test_credit_notes_count_negative() -> None:
    assert read(ubl(*ODOO, DAY, 100, credit=True)).net == -100
    assert read(cii(*ODOO, DAY, 100, type="381")).net == -100


def test_an_envelope_around_an_invoice_is_looked_through() -> None:
    inner = ubl(*ODOO, DAY, 5).split(b"?>", 1)[1]
    envelope = b'<StandardBusinessDocument xmlns="urn:x">' + inner + b"</StandardBusinessDocument>"
    assert read(envelope).net == 5


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(ubl(*ODOO, DAY, 5)[:-40], Reason.BROKEN_XML, id="cut short"),
        pytest.param(ubl(*ODOO, "soon", 5), Reason.BROKEN_INVOICE, id="no date"),
        pytest.param(ubl("", "", DAY, 5), Reason.BROKEN_INVOICE, id="nobody"),
        pytest.param(ubl(*ODOO, DAY, float("nan")), Reason.BROKEN_INVOICE, id="no number"),
        pytest.param(ubl(*ODOO, DAY, 1e300), Reason.BROKEN_INVOICE, id="too much"),
        pytest.param(b"<Catalogue/>", Reason.OTHER_XML, id="no invoice"),
        pytest.param(
            ubl(*ODOO, DAY, 5, head='<!DOCTYPE a [<!ENTITY b "c">]>'), Reason.ENTITIES, id="bomb"
        ),
        pytest.param(
            ubl(*ODOO, DAY, 5, head='<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'),
            Reason.ENTITIES,
            id="external entity",
        ),
    ],
)
def test_a_bad_invoice_says_why(data: bytes, reason: Reason) -> None:
    with pytest.raises(XmlFault) as caught:
        read(data)
    assert caught.value.reason is reason


def test_a_folder_stands_for_its_invoices(tmp_path: Path) -> None:
    folder = tmp_path / "2026"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a.xml").write_bytes(ubl(*ODOO, DAY, 5))
    (folder / "deeper" / "b.XML").write_bytes(cii(*ODOO, DAY, 6))
    (folder / "a.pdf").write_bytes(b"%PDF-1.7")
    (folder / "half.xml").write_bytes(ubl(*ODOO, DAY, 5)[:300])
    (folder / "text.xml").write_bytes(b"no xml \x00 at all")
    found = read_sources([folder]).invoices
    assert isinstance(found, Invoices)
    assert sorted(one.net for one in found.read) == [5, 6]
    assert found.broken == (("half.xml", Reason.BROKEN_XML), ("text.xml", Reason.BROKEN_XML))
    assert (found.folder, found.other_files) == ("2026", 1)


def test_a_folder_without_invoices_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(Unreadable) as caught:
        read_sources([tmp_path])
    assert caught.value.reason is Reason.NO_INVOICES


def test_one_broken_invoice_alone_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(ubl(*ODOO, DAY, 5)[:-9])
    with pytest.raises(Unreadable) as caught:
        read_sources([path])
    assert caught.value.reason is Reason.BROKEN_XML


def test_a_file_that_is_gone_is_a_reason_and_harms_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(ubl(*ODOO, DAY, 5))
    first, second = read_invoices([tmp_path / "a.xml", tmp_path / "b.xml"])
    assert isinstance(first, Invoice)
    assert second is Reason.DAMAGED
