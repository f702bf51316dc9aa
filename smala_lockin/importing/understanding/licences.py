"""Lists of people and the licences they have: counted for each product, and nobody named.

There is a row for each person, with one licence or several, or with crosses below the products;
or a row for each product that lists the people.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import cell_text, columns_of
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.understanding.contents import SAMPLED, is_name, reaches_people
from smala_lockin.importing.understanding.crosses import holds_crosses, is_cross, is_department
from smala_lockin.importing.values.plain import (
    exact_form,
    has_word,
    is_nobody,
    phrases_of,
    plain_words,
    words_of,
)
from smala_lockin.knowledge import catalogue

LICENCE, USERS, USED = "Licence / License", "Utilisateurs / Users", "Licences utilisées / used"
"""How the columns are headed into which products and the counts of their users are written."""

_LICENCES = phrases_of(
    "licences|licenses|licenties|lizenzen|licences attribuees|licences affectees|"
    "licences assignees|assigned licenses|assigned licences|assigned products|product licenses|"
    "products|produits|"
    "toegewezen licenties|toegewezen producten|zugewiesene lizenzen|abonnements|subscriptions|"
    "licences produit|licences de produit|productlicenties|produktlizenzen"
)
"""Headers of all the licences of a person; those below are of one, or of something else."""

_LICENCE = phrases_of(
    "licence|license|licentie|lizenz|licence attribuee|assigned license|assigned licence|product|"
    "product name|produit|abonnement|subscription|sku|plan|logiciel|software|application|"
    "licence name|license name|nom de la licence|toegewezen licentie|zugewiesene lizenz|programma"
)
_PEOPLE = phrases_of(
    "nom d affichage|display name|displayname|weergavenaam|anzeigename|nom complet|full name|"
    "volledige naam|vollstandiger name|name|nom|naam|nom et prenom|collaborateur|collaborateurs|"
    "employe|travailleur|medewerker|mitarbeiter|titulaire"
)
"""Headers of people beside licences, of other things elsewhere."""

_LISTING_PEOPLE = phrases_of(
    "utilisateurs|utilisateur|users|user|gebruikers|gebruiker|benutzer|assigned users|assigned to|"
    "utilisateurs affectes|attribue a|attribuee a|toegewezen aan|zugewiesen an|titulaires|"
    "membres|members|personnes"
)
_NO_ROLL = frozenset(
    {
        *(Meaning.SUPPLIER, Meaning.CRITICALITY, Meaning.COST, Meaning.MONTHLY_COST),
        *(Meaning.UNIT_COST, Meaning.CONTRACT_END, Meaning.HOSTING, Meaning.HARDWARE),
        *(Meaning.PROCESS, Meaning.MACHINE, Meaning.REGISTRATION),
    }
)
"""What is said of things or of suppliers, and not of who has a licence."""

_SEATS = words_of("seats total quantite quantity aantal anzahl nombre count sieges places achetees")
_APART = re.compile(r"\s*[+;,|\n\r]\s*")
_ONE_APART = re.compile(r"\s*[+;|\n\r]\s*")
_NONE = phrases_of("unlicensed|sans licence|aucune licence|non attribue|no license|geen licentie")
_FULL_NAME = re.compile(r"[^\W\d_][\w'’.-]+(?: [\w'’.-]+){1,3}|[^@\s]+@[^@\s]+\.\w{2,}")
_SURE = 0.85
_FEWEST_CROSSED = 2


@dataclass(frozen=True, slots=True)
class _Roll:
    """Where a list of people says who they are, and what of each row are the licences."""

    people: int
    product: int | None
    licences: Callable[[Body], list[str]]


def with_people_counted(layout: Layout, chosen: Mapping[str, Meaning | None]) -> Layout:
    """Return a list of licences with counts in the place of people; others as they are.

    So is one of which somebody chose to read another column than that of the products.
    """
    if not (layout.has_header and layout.body):
        return layout
    counted = _in_counts(layout)
    gone = set(layout.headers) - set(counted.headers)
    if counts_people(counted):  # what is left of the list itself is the column of products
        gone |= {text for text in layout.headers if chosen.get(text) is not Meaning.NAME}
    return layout if gone & chosen.keys() else counted


def _in_counts(layout: Layout) -> Layout:
    roll = _roll(layout) or _crossed(layout)
    return _counted(layout, roll) if roll else _lists_counted(layout)


def counts_people(layout: Layout) -> bool:
    """Whether people were counted in a list of theirs."""
    return USED in layout.headers


def _roll(layout: Layout) -> _Roll | None:
    """A list with a person and one licence or several in each row."""
    people = _people(layout)
    words = [plain_words(text) for text in layout.headers]
    product = next((place for place, text in enumerate(words) if text in _LICENCES), None)
    several = product is not None
    if product is None:
        product = next((place for place, text in enumerate(words) if text in _LICENCE), None)
    if people is None or product is None or _says_more(layout, product):
        return None
    sign = _APART if several else _ONE_APART

    def licences(row: Body) -> list[str]:
        texts = sign.split(cell_text(row.cells[product]))
        return [text for text in texts if not is_nobody(text) and plain_words(text) not in _NONE]

    pairs = [
        (exact_form(cell_text(row.cells[people])), exact_form(text))
        for row in layout.body
        for text in licences(row)
    ]
    persons, products = {one for one, _ in pairs}, {other for _, other in pairs}
    each_once = several and len(persons) == len(layout.body)
    repeated = 1 <= len(products) < len(pairs) and len(set(pairs)) == len(pairs)
    return _Roll(people, product, licences) if pairs and (repeated or each_once) else None


def _crossed(layout: Layout) -> _Roll | None:
    """A list with a person in each row and crosses below the products."""
    people = _people(layout)
    if people is None:
        return None
    crossed = [
        place
        for place, cells in enumerate(layout.columns)
        if layout.headers[place] and holds_crosses(cells)
    ]
    known = sum(catalogue.find(layout.headers[place]) is not None for place in crossed)
    if len(crossed) < _FEWEST_CROSSED or 2 * known < len(crossed):
        return None
    return _Roll(
        people,
        None,
        lambda row: [layout.headers[place] for place in crossed if is_cross(row.cells[place])],
    )


def _people(layout: Layout) -> int | None:
    """The column that tells people apart: their mail addresses, else their names."""
    found = [
        place
        for place, cells in enumerate(layout.columns)
        if (told := [cell for cell in cells.values[:SAMPLED] if cell is not None])
        and reaches_people(told)
    ]
    named = [place for place, text in enumerate(layout.headers) if _heads_people(text)]
    first = next(iter(found or named), None)
    if first is None or not (found or plain_words(layout.headers[first]) in _LISTING_PEOPLE):
        return None
    told = [cell for cell in layout.columns[first].values[:SAMPLED] if cell is not None]
    return first if found or any(map(is_name, told)) else None


def _heads_people(header: str) -> bool:
    first = next(iter(readings(header)), None)
    is_person = first is not None and first.meaning is Meaning.PERSON and first.confidence >= _SURE
    return is_person or plain_words(header) in _PEOPLE | _LISTING_PEOPLE


def _says_more(layout: Layout, product: int) -> bool:
    """Whether columns besides say what only things have, or how many places a licence has."""
    for place, header in enumerate(layout.headers):
        if place == product or _heads_people(header):
            continue
        first = next(iter(readings(header, typos=False)), None)
        if first is not None and first.meaning in _NO_ROLL and first.confidence >= _SURE:
            return True
        if has_word(header, _SEATS):
            return True
    return False


def _counted(layout: Layout, roll: _Roll) -> Layout:
    """One row for each product, on the first that names it, with how many people have it."""
    people: dict[str, set[str]] = {}
    rows: dict[str, tuple[Body, str]] = {}
    left_out: list[LeftOut] = []
    for row in layout.body:
        told = roll.licences(row)
        who = exact_form(cell_text(row.cells[roll.people])) or str(row.number)
        first = False
        for text in told:
            form = exact_form(text)
            first = first or form not in rows
            rows.setdefault(form, (row, text))
            people.setdefault(form, set()).add(who)
        if not first:
            why = Why.COUNTED if told else Why.UNLICENSED
            left_out.append(LeftOut(row=row.number, text=", ".join(told), why=why))
    width = len(layout.headers)
    place = width if roll.product is None else roll.product
    added = ([LICENCE] if roll.product is None else []) + [USERS, USED]
    body: list[Body] = []
    for form, (row, text) in rows.items():
        cells: list[Cell] = [None] * (width + len(added))
        cells[place] = text
        cells[-2:] = [len(people[form])] * 2
        body.append(row._replace(cells=cells))
    headers = [text if at == roll.product else "" for at, text in enumerate(layout.headers)]
    return _with(layout, body, [*headers, *added], left_out)


def _lists_counted(layout: Layout) -> Layout:
    """A list of things with the number of the people whom a column names in each of its cells."""
    place = next(
        (
            place
            for place, text in enumerate(layout.headers)
            if plain_words(text) in _LISTING_PEOPLE and _lists_people(layout, place)
        ),
        None,
    )
    if place is None:
        return layout
    body: list[Body] = []
    for row in layout.body:
        cells = list(row.cells)
        cells[place] = None
        count = len(_names_in(row.cells[place]))
        body.append(row._replace(cells=[*cells, count or None]))
    headers = ["" if at == place else text for at, text in enumerate(layout.headers)]
    return _with(layout, body, [*headers, USERS], ())


def _lists_people(layout: Layout, place: int) -> bool:
    """Whether cells list people, several in one of them; a single name may be that of an owner."""
    told = [names for cell in layout.columns[place].values if (names := _names_in(cell))]
    names = [name for some in told for name in some]
    return any(len(some) > 1 for some in told) and all(
        _FULL_NAME.fullmatch(name) and not is_department(name) for name in names
    )


def _names_in(cell: Cell) -> list[str]:
    return [text for text in _APART.split(cell_text(cell)) if not is_nobody(text)]


def _with(
    layout: Layout, body: Sequence[Body], headers: Sequence[str], left_out: Iterable[LeftOut]
) -> Layout:
    return replace(
        layout,
        body=tuple(body),
        headers=tuple(headers),
        columns=columns_of([row.cells for row in body], len(headers)),
        left_out=(*layout.left_out, *left_out),
    )
