"""Lists of companies that are customers, all of them or some: a map needs suppliers alone."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from smala_lockin.formats.tables import Cell, Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.body import left_out_row
from smala_lockin.importing.tables.cells import Cells, cell_text, columns_of
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import phrases_of, plain_words, words_of
from smala_lockin.importing.values.scales import read_flag

_SUPPLYING = phrases_of(
    "rang fournisseur|supplier rank|est un fournisseur|is a supplier|is a vendor|is vendor|"
    "is supplier|vendor rank|is leverancier|rang leverancier|fournisseur o n|ist lieferant"
)
"""Headers of columns that say of each company whether it is a supplier."""

_SORTS = phrases_of(
    "type|categorie|category|type de tiers|type tiers|nature|account type|type relation|"
    "relation type|type de relation|relatietype|soort relatie|soort|typ|art|partnertyp|"
    "type de partenaire|partner type|contact type|type de contact"
)
_CUSTOMERS = words_of("client clients customer customers klant klanten kunde kunden debiteur")
_SUPPLIERS = words_of(
    "fournisseur fournisseurs supplier suppliers vendor vendors leverancier leveranciers lieferant "
    "lieferanten crediteur prestataire prestataires"
)
_SALES = phrases_of(
    "commercial|vendeur|sales rep|salesperson|sales person|account manager|verkoper|"
    "vertegenwoordiger|vertriebler|n client|numero client|code client|no client|"
    "client id|customer id|customer number|customer no|klantnummer|klantnr|klant id|"
    "kundennummer|kundennr|secteur|sector|segment"
)


_OF_CUSTOMERS = phrases_of(
    "customer|customer name|client|nom du client|nom client|klant|klantnaam|kunde|kundenname"
)
"""Headers of whose the things are that a company sells or looks after."""


def without_customers(layout: Layout) -> Layout:
    """Return a list of companies without those that it says are customers alone."""
    told = next(filter(None, map(_telling, layout.headers, layout.columns)), None)
    if told is None:
        return layout
    column, supplies = told
    keeps = [supplies(cell) is not False for cell in column]
    if all(keeps) or not any(keeps):
        return layout
    body = tuple(row for row, keep in zip(layout.body, keeps, strict=True) if keep)
    first = layout.table.first_row
    left = (
        left_out_row(layout.table, row.number - first, Why.CUSTOMER)
        for row, keep in zip(layout.body, keeps, strict=True)
        if not keep
    )
    columns = columns_of([row.cells for row in body], len(layout.headers))
    return replace(layout, body=body, columns=columns, left_out=(*layout.left_out, *left))


def lists_customers(table: Table, columns: Iterable[Column]) -> bool:
    """Whether a list of companies is one of customers: its title says so, and no header else.

    What a supplier calls us, "N° client", stands in lists of suppliers too.
    """
    columns = tuple(columns)
    titles = plain_words(f"{table.sheet or ''} {table.file.rsplit('.', 1)[0]}").split()
    if _CUSTOMERS.isdisjoint(titles) or not _SUPPLIERS.isdisjoint(titles):
        return False
    headers = {plain_words(one.header) for one in columns}
    if not _SUPPLIERS.isdisjoint(word for header in headers for word in header.split()):
        return False
    named = any(one.meaning in (Meaning.SUPPLIER, Meaning.NAME) for one in columns)
    return named and not headers.isdisjoint(_SALES | _OF_CUSTOMERS)


def _telling(header: str, cells: Cells) -> tuple[Cells, Callable[[Cell], bool | None]] | None:
    """A column that says of each row whether it is a supplier, and how it says so."""
    words = plain_words(header)
    if words in _SUPPLYING:
        return cells, _is_yes
    if words in _SORTS:
        said = {word for text in cells.texts for word in plain_words(text).split()}
        if said & _CUSTOMERS and said & _SUPPLIERS:
            return cells, _is_supplier
    return None


def _is_yes(cell: Cell) -> bool | None:
    """Whether a flag, or a rank that counts invoices, says yes."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell > 0
    text = cell_text(cell)
    return float(text) > 0 if text.replace(".", "", 1).isdigit() else read_flag(cell)


def _is_supplier(cell: Cell) -> bool | None:
    words = set(plain_words(cell_text(cell)).split())
    if words & _SUPPLIERS:
        return True
    return False if words & _CUSTOMERS else None
