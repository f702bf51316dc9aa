"""Small invoices as XML, written in one line, for tests."""

from datetime import date
from xml.sax.saxutils import escape

OURS = ("Menuiserie Lambert SRL", "BE0403170701")
_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_CII = "urn:un:unece:uncefact:data:standard:"


def belgian(eight: int) -> str:
    """Return the VAT number whose first eight digits are these, with right check digits."""
    return f"BE{eight:08d}{97 - eight % 97:02d}"


def ubl(
    seller: str,
    number: str,
    day: date | str,
    net: float,
    *lines: str,
    id: str = "1",
    credit: bool = False,
    currency: str = "EUR",
    buyer: tuple[str, str] = OURS,
    country: str = "BE",
    head: str = "",
) -> bytes:
    """Return a UBL 2.1 invoice or credit note as Peppol carries it."""
    root, line = ("CreditNote", "CreditNoteLine") if credit else ("Invoice", "InvoiceLine")
    items = "".join(
        f"<cac:{line}><cbc:ID>{n}</cbc:ID><cac:Item><cbc:Name>{escape(text)}</cbc:Name></cac:Item>"
        f"</cac:{line}>"
        for n, text in enumerate(lines, start=1)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>{head}
<{root} xmlns="{_UBL}{root}-2" xmlns:cac="{_UBL}CommonAggregateComponents-2"
 xmlns:cbc="{_UBL}CommonBasicComponents-2">
<cbc:ID>{id}</cbc:ID><cbc:IssueDate>{day}</cbc:IssueDate>
<cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty>{_ubl_party(seller, number, country)}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>{_ubl_party(*buyer, "BE")}</cac:AccountingCustomerParty>
<cac:LegalMonetaryTotal>
<cbc:LineExtensionAmount currencyID="{currency}">{net}</cbc:LineExtensionAmount>
<cbc:TaxExclusiveAmount currencyID="{currency}">{net}</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount currencyID="{currency}">{net * 1.21:.2f}</cbc:TaxInclusiveAmount>
</cac:LegalMonetaryTotal>{items}</{root}>""".encode()


def cii(
    seller: str,
    number: str,
    day: date,
    net: float,
    *lines: str,
    id: str = "1",
    type: str = "380",
    buyer: tuple[str, str] = OURS,
    country: str = "FR",
) -> bytes:
    """Return a CII invoice, as Factur-X holds it."""
    items = "".join(
        "<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct>"
        f"<ram:Name>{escape(text)}</ram:Name></ram:SpecifiedTradeProduct>"
        "</ram:IncludedSupplyChainTradeLineItem>"
        for text in lines
    )
    return f"""<rsm:CrossIndustryInvoice xmlns:rsm="{_CII}CrossIndustryInvoice:100"
 xmlns:ram="{_CII}ReusableAggregateBusinessInformationEntity:100"
 xmlns:udt="{_CII}UnqualifiedDataType:100">
<rsm:ExchangedDocument><ram:ID>{id}</ram:ID><ram:TypeCode>{type}</ram:TypeCode>
<ram:IssueDateTime><udt:DateTimeString format="102">{day:%Y%m%d}</udt:DateTimeString>
</ram:IssueDateTime></rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>{items}
<ram:ApplicableHeaderTradeAgreement>
<ram:SellerTradeParty>{_cii_party(seller, number, country)}</ram:SellerTradeParty>
<ram:BuyerTradeParty>{_cii_party(*buyer, "BE")}</ram:BuyerTradeParty>
</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeSettlement>
<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation>
<ram:LineTotalAmount>{net}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>{net}</ram:TaxBasisTotalAmount>
</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>""".encode()


def _ubl_party(name: str, number: str, country: str) -> str:
    bare = number.removeprefix("BE")
    scheme = f'<cbc:EndpointID schemeID="0208">{bare}</cbc:EndpointID>' if bare != number else ""
    tax = (
        f"<cac:PartyTaxScheme><cbc:CompanyID>{number}</cbc:CompanyID>"
        "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
        if number
        else ""
    )
    return f"""<cac:Party>{scheme}<cac:PartyName><cbc:Name>{escape(name)}</cbc:Name></cac:PartyName>
<cac:PostalAddress><cac:Country><cbc:IdentificationCode>{country}</cbc:IdentificationCode>
</cac:Country></cac:PostalAddress>{tax}<cac:PartyLegalEntity>
<cbc:RegistrationName>{escape(name)}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>"""


def _cii_party(name: str, number: str, country: str) -> str:
    return f"""<ram:Name>{escape(name)}</ram:Name><ram:PostalTradeAddress>
<ram:CountryID>{country}</ram:CountryID></ram:PostalTradeAddress><ram:SpecifiedTaxRegistration>
<ram:ID schemeID="VA">{number}</ram:ID></ram:SpecifiedTaxRegistration>"""
