"""Electronic invoices: UBL 2.1 (Peppol BIS, also in its envelope) and CII.

Only what says who is paid how much, when and for what is kept; people and bank accounts are not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smala_lockin.formats import guarded
from smala_lockin.formats.unreadable import Reason
from smala_lockin.formats.xml_tree import Element, XmlFault, parse

MAX_BYTES = 100_000_000
BATCH = 250
SECONDS = 120.0
MEMORY_BYTES = 3 << 30

ROOTS = frozenset({"Invoice", "CreditNote", "CrossIndustryInvoice"})
_CREDIT_CODES = frozenset({"381", "396", "261", "262", "296", "308", "420", "458", "532"})
_MAX_LINES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A company on an invoice; `ids` as they stand, each with the scheme it says (or "")."""

    name: str
    country: str
    ids: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice or a credit note; `net` is without VAT, negative where money comes back."""

    file: str
    number: str
    day: date
    credit: bool
    currency: str
    net: float
    seller: Party
    buyer: Party
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoices:
    """All invoices given together.

    `broken` are files that could not be read, and why; `other_files` of a folder were left out.
    """

    folder: str
    read: tuple[Invoice, ...] = ()
    broken: tuple[tuple[str, Reason], ...] = ()
    other_files: int = 0


def read_invoices(paths: list[Path]) -> list[Invoice | Reason]:
    """Return for each file its invoice, or why it is none.

    Runs in child processes, some hundred files in each; where one dies or hangs, the file to
    blame is found by halving.
    """
    found: list[Invoice | Reason] = []
    for start in range(0, len(paths), BATCH):
        found += _guarded(paths[start : start + BATCH])
    return found


def invoice_of(root: Element, file: str) -> Invoice:
    """Return the invoice below a root. Raises `XmlFault`."""
    held = next((one for one in root.walk() if one.name in ROOTS), None)
    if held is None:
        raise XmlFault(Reason.OTHER_XML)
    invoice = _of_cii(held, file) if held.name == "CrossIndustryInvoice" else _of_ubl(held, file)
    if invoice is None:
        raise XmlFault(Reason.BROKEN_INVOICE)
    return invoice


def _guarded(paths: list[Path]) -> list[Invoice | Reason]:
    try:
        return guarded.run(
            _read_all, [str(path) for path in paths], seconds=SECONDS, memory_bytes=MEMORY_BYTES
        )
    except (guarded.ChildDied, guarded.ChildTooSlow):
        if len(paths) == 1:
            return [Reason.TOO_MUCH_XML]
    half = len(paths) // 2
    return _guarded(paths[:half]) + _guarded(paths[half:])


def _read_all(paths: list[str]) -> list[Invoice | Reason]:
    return [_read(Path(path)) for path in paths]


def _read(path: Path) -> Invoice | Reason:
    try:
        if path.stat().st_size > MAX_BYTES:
            return Reason.TOO_MUCH_XML
        data = path.read_bytes()
    except OSError:
        return Reason.DAMAGED
    if not data.strip():
        return Reason.EMPTY
    try:
        return invoice_of(parse(data), path.name)
    except XmlFault as fault:
        return fault.reason


def _of_ubl(root: Element, file: str) -> Invoice | None:
    credit = root.name == "CreditNote" or root.say("InvoiceTypeCode") in _CREDIT_CODES
    total = root.find("LegalMonetaryTotal") or root.find("RequestedMonetaryTotal")
    amount = None
    if total is not None:
        amount = total.find("TaxExclusiveAmount") or total.find("LineExtensionAmount")
    line_name = "CreditNoteLine" if root.name == "CreditNote" else "InvoiceLine"
    items = (line.find("Item") for line in root.all(line_name)[:_MAX_LINES])
    return _invoice(
        file,
        number=root.say("ID"),
        day=root.say("IssueDate"),
        credit=credit,
        amount=amount.text if amount is not None else "",
        currency=(amount.get("currencyID") if amount is not None else "")
        or root.say("DocumentCurrencyCode"),
        seller=_ubl_party(root.find("AccountingSupplierParty", "Party")),
        buyer=_ubl_party(root.find("AccountingCustomerParty", "Party")),
        lines=[_words(item, "Name", "Description") for item in items if item is not None],
    )


def _of_cii(root: Element, file: str) -> Invoice | None:
    document = root.find("ExchangedDocument") or root.find("HeaderExchangedDocument")
    deal = root.find("SupplyChainTradeTransaction")
    agreement = deal.find("ApplicableHeaderTradeAgreement") if deal else None
    settlement = deal.find("ApplicableHeaderTradeSettlement") if deal else None
    if document is None or deal is None or agreement is None or settlement is None:
        return None
    sums = settlement.find("SpecifiedTradeSettlementHeaderMonetarySummation")
    amount = None
    if sums is not None:
        amount = sums.find("TaxBasisTotalAmount") or sums.find("LineTotalAmount")
    lines = deal.all("IncludedSupplyChainTradeLineItem")[:_MAX_LINES]
    items = (line.find("SpecifiedTradeProduct") for line in lines)
    return _invoice(
        file,
        number=document.say("ID"),
        day=document.say("IssueDateTime", "DateTimeString"),
        credit=document.say("TypeCode") in _CREDIT_CODES,
        amount=amount.text if amount is not None else "",
        currency=settlement.say("InvoiceCurrencyCode"),
        seller=_cii_party(agreement.find("SellerTradeParty")),
        buyer=_cii_party(agreement.find("BuyerTradeParty")),
        lines=[_words(item, "Name", "Description") for item in items if item is not None],
    )


def _invoice(
    file: str,
    *,
    number: str,
    day: str,
    credit: bool,
    amount: str,
    currency: str,
    seller: Party | None,
    buyer: Party | None,
    lines: list[str],
) -> Invoice | None:
    issued, net = _day(day), _amount(amount)
    if issued is None or net is None or seller is None:
        return None
    return Invoice(
        file=file,
        number=number,
        day=issued,
        credit=credit,
        currency=currency.strip().upper() or "EUR",
        net=-net if credit else net,
        seller=seller,
        buyer=buyer or Party(name="", country="", ids=()),
        lines=tuple(dict.fromkeys(line for line in lines if line)),
    )


def _ubl_party(party: Element | None) -> Party | None:
    if party is None:
        return None
    legal = party.find("PartyLegalEntity")
    name = (legal.say("RegistrationName") if legal else "") or party.say("PartyName", "Name")
    ids = [
        *_ids(legal, "CompanyID", "schemeID"),
        *((one, "VAT") for tax in party.all("PartyTaxScheme") for one in _ids_of_tax(tax)),
        *(
            pair
            for held in party.all("PartyIdentification")
            for pair in _ids(held, "ID", "schemeID")
        ),
        *_ids(party, "EndpointID", "schemeID"),
    ]
    country = party.say("PostalAddress", "Country", "IdentificationCode")
    return _party(name, country, ids)


def _cii_party(party: Element | None) -> Party | None:
    if party is None:
        return None
    legal = party.find("SpecifiedLegalOrganization")
    taxes = (one.find("ID") for one in party.all("SpecifiedTaxRegistration"))
    ids = [
        *_ids(legal, "ID", "schemeID"),
        *(
            (one.text.strip(), "VAT")
            for one in taxes
            if one is not None and one.get("schemeID") in ("VA", "VAT", "")
        ),
        *_ids(party, "GlobalID", "schemeID"),
        *_ids(party, "ID", "schemeID"),
        *_ids(party.find("URIUniversalCommunication"), "URIID", "schemeID"),
    ]
    name = party.say("Name") or (legal.say("TradingBusinessName") if legal else "")
    return _party(name, party.say("PostalTradeAddress", "CountryID"), ids)


def _party(name: str, country: str, ids: list[tuple[str, str]]) -> Party | None:
    known = tuple(dict.fromkeys((id, scheme) for id, scheme in ids if id))
    if not name.strip() and not known:
        return None
    return Party(name=" ".join(name.split()), country=country.strip().upper(), ids=known)


def _ids(holder: Element | None, name: str, scheme: str) -> Iterator[tuple[str, str]]:
    for one in holder.all(name) if holder is not None else ():
        yield one.text.strip(), one.get(scheme)


def _ids_of_tax(tax: Element) -> Iterator[str]:
    if tax.say("TaxScheme", "ID") in ("VAT", ""):
        yield tax.say("CompanyID")


def _words(item: Element, *names: str) -> str:
    said = (" ".join(item.say(name).split()) for name in names)
    return " - ".join(dict.fromkeys(one for one in said if one))[:400]


def _day(text: str) -> date | None:
    digits = text.strip()[:10].replace("-", "")[:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _amount(text: str) -> float | None:
    try:
        value = float(text.strip())
    except ValueError:
        return None
    return value if abs(value) < 1e12 else None
