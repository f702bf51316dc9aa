"""Columns fitted to what a row of their table is: what "name" or "place" means beside it."""

import re
from collections.abc import Container
from dataclasses import replace

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.importing.headings.common_words import HOSTS
from smala_lockin.importing.headings.kind_words import kind_of_type
from smala_lockin.importing.headings.meanings import THREATS, Meaning
from smala_lockin.importing.tables.aged import is_age
from smala_lockin.importing.understanding.columns import SERIALS, Column
from smala_lockin.importing.understanding.sorts import (
    FAMILY,
    RowSort,
    is_account,
    moves_money,
    numbers_itself,
)
from smala_lockin.importing.understanding.terms import goes_on_by_itself
from smala_lockin.importing.values.periods import times_a_year
from smala_lockin.importing.values.plain import has_word, phrases_of, plain_words, words_of
from smala_lockin.knowledge.jurisdictions import country_code

_DEBIT = words_of("debit debet soll af uitgaven depenses")
_CREDIT = words_of("credit haben bij")
_ANY_GROUP = words_of("group groupe groep gruppe")
_OUR_THINGS = words_of(
    "application applications system systems systeme systemes logiciel logiciels software "
    "toepassing toepassingen applicatie applicaties systeem systemen anwendung anwendungen"
)
"""Words of headers in lists of suppliers: what these serve, which they do not need themselves."""

_AMOUNTS = frozenset({Meaning.COST, Meaning.MONTHLY_COST, Meaning.UNIT_COST})
_SUPPORTED = words_of(
    "supported supporte supportee supportees soutenu soutenue soutenus ondersteund "
    "ondersteunde unterstutzte unterstutzter"
)
"""Words of headers in lists of suppliers: the activities that rely on these."""

_ABOUT_DATA = words_of("data donnees traitement processing hosting hebergement service gegevens")


def without_single_amounts(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Leave alone amounts that are no cost of a year: of a purchase, or of all years together.

    The first stand beside the day of the purchase, the second are totals beside the days of a
    first and a last contract. Marks for a price among other marks are none either, nor are the
    budgets of projects and what is owed by how long it is due.
    """
    words = [plain_words(one.header) for one in columns]
    bought = not _BOUGHT.isdisjoint(words) or _are_scores(columns) or _are_projects(words)
    bought = bought or sum(is_age(one.header) for one in columns) >= _AGES
    since = any(_FIRST & set(text.split()) for text in words) and any(
        _LAST & set(text.split()) for text in words
    )
    return tuple(
        replace(one, meaning=None, confidence=0.0)
        if one.meaning is Meaning.COST
        and one.confidence < _SAID
        and times_a_year(one.header) is None
        and (bought or (since and "total" in text))
        else one
        for one, text in zip(columns, words, strict=True)
    )


def _are_projects(words: list[str]) -> bool:
    """Whether rows are projects, which have a budget once."""
    return not _PROJECTS.isdisjoint(words) and any(text.startswith("budget") for text in words)


_PROJECTS = phrases_of("projet|projets|project|projects|projecten|projekt|projekte|initiative")


def _are_scores(columns: tuple[Column, ...]) -> bool:
    """Whether an amount stands among marks from 1 to 10: "Prix" is then one of these."""
    marked = [
        one
        for one in columns
        if one.meaning in (None, Meaning.COST) and all(map(_MARK.fullmatch, one.samples))
    ]
    priced = sum(one.meaning is Meaning.COST for one in marked)
    return bool(priced) and len(marked) - priced >= _FEWEST_MARKS


_AGES = 3
_MARK = re.compile(r"(?:[0-9]|10)(?:[.,]\d+)?")
_FEWEST_MARKS = 2
_SAID = 1.1  # what a known tool or somebody says of a column is above this
_BOUGHT = phrases_of(
    "acquisition date|purchase date|date of purchase|purchased|purchased on|bought on|date d achat|"
    "date achat|date d acquisition|achete le|aankoopdatum|aangekocht op|kaufdatum|"
    "anschaffungsdatum|gekauft am|annee d achat|purchase year|aankoopjaar|year of purchase"
)
_FIRST = words_of("first premier premiere eerste erste erster")
_LAST = words_of("last dernier derniere laatste letzte letzter")


def with_ledger_amounts(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Take the debits of a bank or the credits of a ledger for amounts, where nothing else is.

    The books owe a supplier what stands on the credit side of their account; a bank writes what
    it paid out as a debit.
    """
    held = {one.meaning for one in columns}
    if held & {Meaning.COST, Meaning.MONTHLY_COST} or Meaning.PAYMENT not in held:
        return columns
    books = any(one.meaning is Meaning.SUPPLIER and is_account(one) for one in columns)
    wanted = _CREDIT if books else _DEBIT
    for place, one in enumerate(columns):
        if one.meaning is None and has_word(one.header, wanted):
            amount = replace(one, meaning=Meaning.COST, confidence=_GUESSED)
            return (*columns[:place], amount, *columns[place + 1 :])
    return columns


def fitted(
    sort: RowSort, columns: tuple[Column, ...], chosen: Container[str]
) -> tuple[Column, ...]:
    """Return the columns as the rows of a sort need them; what somebody chose stays.

    Rows about activities need what is named beside them. Rows about suppliers say where those
    are, unless they speak of data. The text of a payment is no name, nor that of a movement of a
    bank account.
    """
    if sort is RowSort.PAYMENT and moves_money(columns):
        columns = tuple(
            replace(one, meaning=None, confidence=0.0)
            if one.meaning is Meaning.NAME and one.header not in chosen
            else one
            for one in columns
        )
    held = {one.meaning for one in columns}
    if any(plain_words(one.header) in SERIALS or _names_devices(one) for one in columns):
        held.add(Meaning.HARDWARE)
    if sort is RowSort.SUPPLIER and Meaning.NAME in held and numbers_itself(columns):
        columns = tuple(
            replace(one, meaning=Meaning.ID) if one.meaning is Meaning.SUPPLIER else one
            for one in columns
        )
        held = {one.meaning for one in columns}
    if sort is RowSort.ASSET and any(
        one.meaning is Meaning.NAME and plain_words(one.header) in HOSTS for one in columns
    ):
        columns = tuple(
            replace(one, meaning=Meaning.NEEDED_BY, confidence=_GUESSED)
            if one.meaning is None and plain_words(one.header) in _ON_HOSTS
            else one
            for one in columns
        )
    goes_on = goes_on_by_itself(columns) is not None
    alone = Meaning.SUPPLIER not in held and not (sort is RowSort.SUPPLIER and Meaning.NAME in held)
    return tuple(
        one if one.header in chosen else _fitted(sort, one, held, is_alone=alone, goes_on=goes_on)
        for one in columns
    )


def _fitted(
    sort: RowSort, one: Column, held: set[Meaning | None], *, is_alone: bool, goes_on: bool
) -> Column:
    match one.meaning:
        case Meaning.SUBCONTRACTOR if is_alone:
            return replace(one, meaning=Meaning.SUPPLIER)
        case Meaning.NAME if sort is RowSort.PROCESS and Meaning.PROCESS in held:
            return replace(one, meaning=Meaning.DEPENDS_ON)
        case Meaning.NAME if sort is RowSort.PAYMENT and Meaning.SUPPLIER in held:
            return replace(one, meaning=None, confidence=0.0)
        case Meaning.PARENT_COMPANY if sort is not RowSort.SUPPLIER and (
            Meaning.SUPPLIER not in held or plain_words(one.header) in _ANY_GROUP
        ):
            return replace(one, meaning=None, confidence=0.0)
        case Meaning.LOCATION if sort is RowSort.SUPPLIER and Meaning.COUNTRY not in held:
            about_data = has_word(one.header, _ABOUT_DATA)
            countries = all(country_code(sample) for sample in one.samples)
            return one if about_data or not countries else replace(one, meaning=Meaning.COUNTRY)
        case Meaning.NAME if sort is RowSort.SUPPLIER and Meaning.SUPPLIER in held:
            if Meaning.PERSON in held and plain_words(one.header) in FAMILY:
                return replace(one, meaning=Meaning.PERSON)
            return _told_of(one, held)
        case Meaning.DEPENDS_ON if sort is RowSort.SUPPLIER and not _OUR_THINGS.isdisjoint(
            plain_words(one.header).split()
        ):
            return replace(one, meaning=Meaning.NEEDED_BY)
        case Meaning.PROCESS if sort is RowSort.SUPPLIER:
            supported = has_word(one.header, _SUPPORTED)
            return one if supported else _told_of(one, held)
        case Meaning.PROCESS if Meaning.HARDWARE in held and plain_words(one.header) in _DUTIES:
            return replace(one, meaning=None, confidence=0.0)
        case Meaning.SUBJECT if sort in (RowSort.ASSET, RowSort.SUPPLIER):
            return replace(one, meaning=None, confidence=0.0)
        case meaning if meaning in THREATS and sort is not RowSort.SUPPLIER:
            return replace(one, meaning=None, confidence=0.0)
        case Meaning.USERS | Meaning.UNITS if (
            Meaning.LICENCES_USED in held and Meaning.LICENCES_BOUGHT not in held
        ) and has_word(one.header, _PLACES):
            return replace(one, meaning=Meaning.LICENCES_BOUGHT)
        case Meaning.RENEWAL if plain_words(one.header) in _TERMS and not goes_on:
            return replace(one, meaning=None, confidence=0.0)
        case Meaning.BILLED if held.isdisjoint(_AMOUNTS):
            return replace(one, meaning=None, confidence=0.0)
        case Meaning.USED_BY if Meaning.HARDWARE in held:  # devices are used by people
            return replace(one, meaning=Meaning.PERSON)
        case Meaning.USED_BY if sort in (RowSort.SUPPLIER, RowSort.PROCESS):
            return replace(one, meaning=None, confidence=0.0)
        case _:
            return one


_PLACES = words_of("seats seat licences licenses qty quantity quantite qte aantal anzahl lizenzen")
"""Words of headers of what was bought, beside what is used of it."""

_TERMS = phrases_of(
    "term|contract term|duree|duree du contrat|looptijd|contractduur|laufzeit|vertragslaufzeit"
)
"""Headers of how long a contract lasts: so long it goes on again where it does so by itself."""


_ON_HOSTS = phrases_of(
    "application|applications|app|application name|app name|applicatie|anwendung"
)
"""Headers of what needs the hosts that the rows are about."""


def _names_devices(one: Column) -> bool:
    return one.meaning is Meaning.NAME and kind_of_type(one.header) is AssetKind.INFRASTRUCTURE


_DUTIES = phrases_of(
    "function|fonction|functie|funktion|function role|role|purpose|duty|use|usage|utilisation|"
    "gebruik|verwendung"
)
"""Headers of what a device is for in the machine room: "domain controller"."""


def _told_of(one: Column, held: set[Meaning | None]) -> Column:
    """What a supplier does, as its description; as a note where it has one."""
    free = Meaning.DESCRIPTION not in held
    return replace(one, meaning=Meaning.DESCRIPTION if free else None)


_GUESSED = 0.6
