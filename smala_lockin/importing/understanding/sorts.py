"""What a row of a table is: found by the meanings of its columns and by what stands in them."""

import re
from collections.abc import Iterable
from enum import StrEnum

from smala_lockin.formats.tables import Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.accounts import ACCOUNT, ACCOUNT_HEADER
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.contents import BANK_ACCOUNT
from smala_lockin.importing.understanding.numbering import is_one_supplier_a_row
from smala_lockin.importing.understanding.parties import lists_customers
from smala_lockin.importing.understanding.supplier_lists import (
    CONTRACTS,
    about_suppliers,
    balances_suppliers,
    books_entries,
)
from smala_lockin.importing.understanding.tickets import (
    lists_incidents,
    lists_rules,
    lists_tickets,
)
from smala_lockin.importing.values.amounts import read_amount
from smala_lockin.importing.values.plain import (
    exact_form,
    has_word,
    is_nobody,
    phrases_of,
    plain_words,
    words_of,
)
from smala_lockin.importing.values.splitting import split_names

_SUPPLIER_TYPES = phrases_of(
    "type de fournisseur|type fournisseur|categorie de fournisseur|categorie fournisseur|"
    "supplier type|type of supplier|vendor type|supplier category|vendor category|"
    "type leverancier|soort leverancier|leverancierscategorie|lieferantentyp|art des lieferanten"
)
"""Headers that say of what sort the suppliers are whom the rows are about."""

_FEW_REPEATS = 0.5
_MOST = 0.8
_SURE = 0.85
_PAPERS = 2
"""Invoice number and date, journal and document: so many columns are not about a yearly cost."""

_TEXTS = phrases_of(
    "libelle|libelle ecriture|designation|intitule|title|omschrijving|bezeichnung|description|"
    "objet|buchungstext|verwendungszweck|prestation|produit|product|service"
)
_BANK_TEXTS = words_of(
    "communication communications mededeling mededelingen libelle libelles details detail message "
    "omschrijving description beschrijving verwendungszweck buchungstext bericht texte tekst "
    "reference memo narrative transaction verrichting operation vrije libre remittance info "
    "information informations motif vorgang"
)
FAMILY = phrases_of(
    "nom|name|naam|nom de famille|last name|surname|achternaam|nachname|familienname|display name|"
    "full name|nom complet|nom affiche|weergavenaam|volledige naam|anzeigename"
)
"""Headers of the names of families or of whole people, beside first names."""

_GIVEN_NAMES = phrases_of("first name|prenom|voornaam|vorname|given name")
_SIGNING_IN = phrases_of(
    "user principal name|userprincipalname|upn|primary smtp address|sam account name"
)
"""Headers of the names by which a directory knows people."""

_LAST_NAMES = phrases_of("last name|nom de famille|achternaam|nachname|surname|family name")

_REQUIREMENTS = words_of(
    """
    requirement requirements control controls exigence exigences controle controles mesure mesures
    eis eisen maatregel maatregelen anforderung anforderungen massnahme massnahmen clause
    subcategory measure measures safeguard safeguards question questions vraag vragen frage fragen
    """
)
_RATINGS = words_of(
    """
    maturity maturite volwassenheid reifegrad applicable applicability applicabilite toepasselijk
    compliance compliant conformite conforme conformiteit konformitat implemented implementation
    evaluation score answer reponse antwoord antwort
    """
)
_RISKS = words_of("risque risques risk risks risico risicos risiko risiken menace threat scenario")
_CHANCES = words_of(
    "probabilite probability likelihood vraisemblance kans waarschijnlijkheid frequence "
    "wahrscheinlichkeit eintrittswahrscheinlichkeit"
)
_SAID = 0.5
_CLAUSE = re.compile(r"(?:[A-Z]{2}\.[A-Z]{2}-?\d+(?:\.\d+)?|A?\.?\d{1,2}(?:\.\d{1,2}){1,3}\.?)")
_NAMING = frozenset(
    {Meaning.NAME, Meaning.SUPPLIER, Meaning.MAKER, Meaning.DEPENDS_ON, Meaning.MAX_OUTAGE}
)
_SUPPLYING = frozenset({Meaning.SUPPLIER, Meaning.SUBCONTRACTOR})
_NAMED_BESIDE = frozenset(
    {Meaning.NAME, Meaning.DEPENDS_ON, Meaning.RUNS_ON, Meaning.SUPPLIER, Meaning.SUBCONTRACTOR}
)
_PLANNED = frozenset({Meaning.MAX_OUTAGE, Meaning.RECOVERY, Meaning.CONTRACT_END})
"""What lists say of things, and not of what once went wrong with them."""

_LISTS_OF_CHOICES = 3
_FILLED_BY_RECORDS = 0.6


class RowSort(StrEnum):
    """What a row of a sheet is about."""

    ASSET = "asset"
    INSTALLATION = "installation"
    PROCESS = "process"
    SUPPLIER = "supplier"
    CONTRACT = "contract"
    RELATION = "relation"
    PAYMENT = "payment"
    BILL = "bill_line"


class Skip(StrEnum):
    """Why a sheet gives nothing."""

    EMPTY = "empty"
    HIDDEN = "hidden"
    NO_HEADER = "no_header"
    NO_ROWS = "no_rows"
    EXAMPLE_ONLY = "example_only"
    NO_NAMES = "no_names"
    CHOICES = "choices"
    HELP = "help"
    PEOPLE = "people"
    DIAGRAM = "diagram"
    CHOSEN = "chosen"
    IDLE = "idle"
    ASSESSMENT = "assessment"
    NO_PARTIES = "no_parties"
    TICKETS = "tickets"
    INCIDENTS = "incidents"
    CUSTOMERS = "customers"
    RULES = "rules"


def sort_of(table: Table, layout: Layout, columns: tuple[Column, ...]) -> RowSort | Skip:
    """Return what the rows of a table are, or why they are nothing."""
    held = {one.meaning for one in columns}
    named = Meaning.NAME in held
    supplied = bool(held & {Meaning.SUPPLIER, Meaning.MAKER, Meaning.SUBCONTRACTOR})
    if named and numbers_itself(columns) and about_suppliers(table, held - {Meaning.SUPPLIER}):
        return RowSort.SUPPLIER
    if {Meaning.SOURCE, Meaning.TARGET} <= held:
        return Skip.DIAGRAM if _is_archimate(layout, columns) else RowSort.RELATION
    if lists_customers(table, columns):
        return Skip.CUSTOMERS
    if Meaning.CROSS not in held and _is_of_choices(layout):
        return Skip.CHOICES
    if _assesses(layout, columns):
        return Skip.ASSESSMENT
    if not supplied and lists_tickets(layout.headers):
        return Skip.TICKETS
    if held.isdisjoint(_PLANNED) and not supplied and lists_incidents(table.title, layout.headers):
        return Skip.INCIDENTS
    if not supplied and lists_rules(layout.headers):
        return Skip.RULES
    if {Meaning.NAME, Meaning.MACHINE} <= held:
        return RowSort.INSTALLATION
    people = [one for one in columns if one.meaning is Meaning.PERSON]
    if _is_roll(columns) and _names_people(columns):
        return RowSort.SUPPLIER if Meaning.SUPPLIER in held else Skip.PEOPLE
    if len(people) >= 2 and not named:
        supplier_list = supplied and _mostly_distinct(layout, columns, Meaning.SUPPLIER)
        if not (supplier_list and len(people) <= len(columns) / 2 and not _is_roll(columns)):
            return Skip.PEOPLE
    if paid := _payments(layout, columns, supplied=supplied):
        return paid
    if named and not supplied and is_bill(table, columns):
        return RowSort.BILL
    if Meaning.SUBJECT in held and (named or supplied) and _of_contracts(table, held):
        return RowSort.CONTRACT
    if named and not supplied and _types_suppliers(layout, columns):
        return RowSort.SUPPLIER
    if named and (not supplied or Meaning.PARENT_COMPANY in held) and about_suppliers(table, held):
        return RowSort.SUPPLIER
    if named and not supplied and balances_suppliers(columns):
        return RowSort.SUPPLIER
    if _is_of_processes(layout, columns):
        return RowSort.PROCESS
    if named and is_one_supplier_a_row(layout, columns):
        return RowSort.SUPPLIER
    if named:
        return RowSort.ASSET
    if Meaning.PROCESS in held and not supplied:
        return RowSort.PROCESS
    return RowSort.SUPPLIER if held & _SUPPLYING else Skip.NO_NAMES


def numbers_itself(columns: Iterable[Column]) -> bool:
    """Whether suppliers have numbers alone beside names, and nothing else has any: their own."""
    columns = tuple(columns)
    told = [one for one in columns if one.meaning in (Meaning.SUPPLIER, Meaning.ID)]
    return bool(told) and all(one.meaning is Meaning.SUPPLIER and one.reference for one in told)


def holds_texts(header: str) -> bool:
    """Whether a header of a bank's list promises what a movement was for, in words."""
    return has_word(header, _BANK_TEXTS)


def is_account(column: Column) -> bool:
    """Whether a column holds accounts of the books, a number and a name: "440012 PROXIMUS"."""
    samples = [one for one in column.samples if ACCOUNT.fullmatch(one)]
    return bool(samples) and 2 * len(samples) > len(column.samples)


def _assesses(layout: Layout, columns: Iterable[Column]) -> bool:
    """Whether a sheet rates risks, or requirements, as a self-assessment does.

    Such a list names nothing, or numbers what it rates as frameworks do: "ID.AM-1", "A.5.12".
    """
    columns = tuple(columns)
    headers = [set(plain_words(text).split()) for text in layout.headers]
    if any(words & _RISKS for words in headers) and any(words & _CHANCES for words in headers):
        return {one.meaning for one in columns if one.confidence > _SAID}.isdisjoint(_NAMING)
    asks = any(words & _REQUIREMENTS for words in headers)
    if not (asks and any(words & _RATINGS for words in headers)):
        return False
    numbered = any(all(map(_CLAUSE.fullmatch, one.samples)) for one in columns)
    return numbered or {one.meaning for one in columns}.isdisjoint(_NAMING)


def _is_of_processes(layout: Layout, columns: tuple[Column, ...]) -> bool:
    """Whether the rows are activities and name what these need, rather than the reverse.

    The activity then stands left of everything else that is named, each on a row of its own, and
    a cell beside it holds several names, none, or one that stands beside another activity too.
    """
    naming = [one for one in columns if one.meaning in _NAMED_BESIDE]
    if {Meaning.PROCESS, Meaning.CROSS} <= {one.meaning for one in columns} and not any(
        one.meaning is Meaning.NAME for one in naming
    ):
        return True
    process = next((one for one in columns if one.meaning is Meaning.PROCESS), None)
    if process is None or not naming or process.confidence < _SURE:
        return False
    if process.reference and any(one.meaning is Meaning.NAME for one in naming):
        return False  # numbers refer to activities of another list
    if any(one.index < process.index for one in naming) or not _all_differ(layout, process):
        return False
    name = next((one for one in naming if one.meaning is Meaning.NAME), None)
    if name is None:
        return True
    texts = [str(cell or "").strip() for cell in layout.columns[name.index]]
    several = sum(len(split_names(text, commas=True)) > 1 for text in texts)
    none = sum(is_nobody(text) for text in texts)
    told = [exact_form(text) for text in texts if text]
    return bool(several or none or len(set(told)) < len(told))


def _all_differ(layout: Layout, column: Column) -> bool:
    texts = [exact_form(str(cell or "")) for cell in layout.columns[column.index]]
    told = [text for text in texts if text]
    return len(told) > 1 and len(set(told)) > _MOST * len(told)


def _is_of_choices(layout: Layout) -> bool:
    """Whether a sheet holds lists to choose from, side by side and each of its own length."""
    lengths: list[int] = []
    for cells in layout.columns:
        length = len(cells)
        if cells.has_gaps:
            filled = [cell is not None for cell in cells]
            length = sum(filled)
            if not all(filled[:length]):
                return False
        lengths += [length] if length else []
    uneven = len(set(lengths)) >= _LISTS_OF_CHOICES
    return uneven and sum(lengths) < _FILLED_BY_RECORDS * max(lengths) * len(lengths)


def _payments(
    layout: Layout, columns: tuple[Column, ...], *, supplied: bool
) -> RowSort | Skip | None:
    paid = [one for one in columns if one.meaning is Meaning.PAYMENT]
    priced = any(one.meaning in (Meaning.COST, Meaning.MONTHLY_COST) for one in columns)
    if not (paid and priced and len(layout.body) > 1):
        return None
    name = next((one for one in columns if one.meaning is Meaning.NAME), None)
    of_papers = sum(one.confidence >= _SURE for one in paid) >= _PAPERS
    entered = any(one.header == ACCOUNT_HEADER for one in columns) or books_entries(columns)
    if name and supplied and (entered or _is_constant(layout, name) or _is_text(name, of_papers)):
        return RowSort.PAYMENT
    if not supplied and moves_money(columns):
        told = any(holds_texts(one.header) for one in columns)
        return RowSort.PAYMENT if told else Skip.NO_PARTIES
    if name:
        distinct = _mostly_distinct(layout, columns, Meaning.NAME)
        return None if distinct and not of_papers else RowSort.BILL
    distinct = _mostly_distinct(layout, columns, Meaning.SUPPLIER)
    told = of_papers or not distinct or not layout.has_header or _is_below_zero(layout, columns)
    return RowSort.PAYMENT if supplied and told else None


def _is_below_zero(layout: Layout, columns: Iterable[Column]) -> bool:
    """Whether most amounts are below zero, as only what was paid is."""
    cost = next(one for one in columns if one.meaning in (Meaning.COST, Meaning.MONTHLY_COST))
    cells = layout.columns[cost.index]
    amounts = cells.each(lambda cell: read_amount(cell, decimal_comma=True))
    below = sum(one is not None and one.value < 0 for one in amounts)
    return 2 * below > sum(one is not None for one in amounts)


def is_bill(table: Table, columns: Iterable[Column]) -> bool:
    """Whether a sheet with amounts is called an invoice: its lines are what was billed once."""
    titles = plain_words(f"{table.sheet or ''} {table.file.rsplit('.', 1)[0]}").split()
    priced = any(one.meaning in (Meaning.COST, Meaning.MONTHLY_COST) for one in columns)
    return priced and not _BILLS.isdisjoint(titles)


_BILLS = words_of("facture invoice factuur rechnung bill")


def _is_constant(layout: Layout, column: Column) -> bool:
    """Whether a column says the same in all rows: whose account it is."""
    return len(layout.body) > 2 and len(layout.columns[column.index].values) == 1


def _is_text(column: Column, of_papers: bool) -> bool:
    """Whether a column holds the texts of entries rather than names."""
    return of_papers and plain_words(column.header) in _TEXTS


def moves_money(columns: Iterable[Column]) -> bool:
    """Whether rows are movements of a bank account: one of their columns holds such accounts."""
    return any(all(map(BANK_ACCOUNT.fullmatch, one.samples)) for one in columns)


def _mostly_distinct(layout: Layout, columns: Iterable[Column], meaning: Meaning) -> bool:
    for column in columns:
        if column.meaning is meaning:
            cells = layout.columns[column.index]
            texts = [exact_form(str(cell)) for cell in cells if cell is not None]
            return len(set(texts)) > _FEW_REPEATS * len(texts)
    return False


def _is_roll(columns: Iterable[Column]) -> bool:
    """Whether columns hold first and last names: a list of people, whatever else it says."""
    words = {
        plain_words(one.header).rstrip(" 0123456789")
        for one in columns
        if one.meaning is Meaning.PERSON
    }
    if words & _GIVEN_NAMES or words & _SIGNING_IN:
        return True
    return len(words) > 2 and bool(words & _LAST_NAMES)


def _names_people(columns: Iterable[Column]) -> bool:
    """Whether the names beside first names are those of families: nothing else says of what."""
    named = next((one for one in columns if one.meaning is Meaning.NAME), None)
    return named is not None and plain_words(named.header) in FAMILY


def _is_archimate(layout: Layout, columns: Iterable[Column]) -> bool:
    kinds = [one for one in columns if one.meaning is Meaning.KIND]
    return any(sample.endswith("Relationship") for one in kinds for sample in one.samples)


def _of_contracts(table: Table, held: set[Meaning | None]) -> bool:
    """Whether rows that refer to something else say what contracts say."""
    titles = plain_words(f"{table.sheet or ''} {table.file.rsplit('.', 1)[0]}")
    return bool(held & _SAID_BYCONTRACTS) or not CONTRACTS.isdisjoint(titles.split())


_SAID_BYCONTRACTS = frozenset(
    {Meaning.CONTRACT_END, Meaning.COST, Meaning.MONTHLY_COST, Meaning.NOTICE, Meaning.RENEWAL}
)


def _types_suppliers(layout: Layout, columns: Iterable[Column]) -> bool:
    """Whether names that no header calls those of things stand beside types of suppliers."""
    if _SUPPLIER_TYPES.isdisjoint(map(plain_words, layout.headers)):
        return False
    return any(one.meaning is Meaning.NAME and not _says_of_what(one.header) for one in columns)


def _says_of_what(header: str) -> bool:
    """Whether a header of names says what they are of: "System name", not "Name"."""
    told = any(one.meaning is Meaning.NAME for one in readings(header))
    return told and plain_words(header) not in FAMILY
