"""Lists of suppliers: by what their sheet is called, and by the accounts that it holds."""

import re
from collections.abc import Iterable

from smala_lockin.formats.tables import Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import phrases_of, plain_words, words_of

_SUPPLIER_SHEETS = phrases_of(
    "supplier|suppliers|vendor|vendors|provider|providers|third party|third parties|entities|"
    "entity|companies|fournisseur|fournisseurs|prestataires|prestataire|tiers|sous traitants|"
    "leverancier|leveranciers|partijen|lieferant|lieferanten|anbieter|dienstleister|kreditoren|"
    "processors|sub processors|verwerkers|partners|partenaires|entites"
)
CONTRACTS = phrases_of("contract|contracts|contrat|contrats|contracten|vertrag|vertrage")
"""Titles of lists of contracts."""

_ABOUT_THINGS = frozenset(
    {Meaning.KIND, Meaning.PROCESS, Meaning.HOSTING, Meaning.RUNS_ON, Meaning.HARDWARE}
)


def balances_suppliers(columns: Iterable[Column]) -> bool:
    """Whether rows are accounts of suppliers with their debits and credits: class 44, or 401."""
    columns = tuple(columns)
    words = {word for one in columns for word in plain_words(one.header).split()}
    accounts = [one for one in columns if plain_words(one.header) in _ACCOUNT_NUMBERS]
    return (
        not words.isdisjoint(_DEBITS)
        and not words.isdisjoint(_CREDITS)
        and any(all(map(_OF_SUPPLIERS.match, one.samples)) for one in accounts)
    )


def books_entries(columns: Iterable[Column]) -> bool:
    """Whether columns hold debits and credits, beside which texts are those of entries."""
    words = {word for one in columns for word in plain_words(one.header).split()}
    return not (words.isdisjoint(_DEBITS) or words.isdisjoint(_CREDITS))


_DEBITS, _CREDITS = words_of("debit debet soll"), words_of("credit haben")
_ACCOUNT_NUMBERS = phrases_of(
    "compte|n compte|numero de compte|rekening|rekeningnummer|account|account number|konto|code"
)
_OF_SUPPLIERS = re.compile(r"44|401|F\d")
"""How the numbers of suppliers' accounts begin in Belgium (44) and France (401, or F in Sage)."""


def about_suppliers(table: Table, held: set[Meaning | None]) -> bool:
    """Whether rows are about suppliers by what their sheet is called, or what is said of them."""
    if Meaning.PARENT_COMPANY in held and Meaning.SUPPLIER not in held:
        return True
    if Meaning.REGISTRATION in held and not held & _ABOUT_THINGS:
        return True
    title = plain_words(table.sheet or "")
    stem = plain_words(table.stem)
    if title in CONTRACTS:
        return False
    if _names_suppliers(title):
        return True
    single = table.sheet is None or title in _ANY_SHEET
    return single and _names_suppliers(stem)


_ANY_SHEET = phrases_of(
    "sheet1|feuil1|blad1|tabelle1|sheet 1|questionnaire|evaluation|evaluatie|liste|list|lijst|"
    "export|data|donnees|worksheet|feuille1"
)
"""Names of sheets that say nothing of what they list."""


def _names_suppliers(title: str) -> bool:
    words = set(title.split())
    named = (
        *("fournisseurs", "suppliers", "vendors", "leveranciers", "lieferanten", "crediteuren"),
        *("fornitori", "proveedores", "fornecedores", "leverandorer", "leverantorer"),
    )
    return title in _SUPPLIER_SHEETS or any(word.startswith(named) for word in words)
