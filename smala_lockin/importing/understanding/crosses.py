"""Columns of crosses: a matrix of what uses what, one side of it in the headers.

A column headed by a department beside applications says, by its crosses, that the department
needs them. It becomes an activity of the company: departments are what small companies call
their activities. Beside departments or activities the headers are applications.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.common_words import DEPARTMENTS, TOTALS
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import exact_form, phrases_of, plain_words, words_of

_CROSSES = words_of("x xx ✓ ✔ ☑ ● • ■ √ ✗ × o v j y oui yes ja true vrai wahr 1 ok crud")
_NO_CROSSES = words_of("non no nee nein false faux falsch 0 - – — / ☐ ○ n")
_CRUD = frozenset("crud")
_FEWEST = 3
_MOST_DIFFERENT = 12

_DEPARTMENTS = words_of(
    """
    comptabilite compta accounting boekhouding buchhaltung finance finances finanzen financien
    ventes vente sales verkoop verkauf vertrieb commercial commerciale production productie
    produktion rh hr personnel personeel personal direction management directie directeur
    geschaftsleitung achats achat purchasing aankoop inkoop einkauf logistique logistics logistiek
    logistik entrepot warehouse magazijn lager marketing communication communicatie
    kommunikation it informatique ict edv juridique legal juridisch recht qualite quality
    kwaliteit qualitat sav support helpdesk atelier workshop werkplaats werkstatt accueil
    reception onthaal empfang secretariat administration administratie verwaltung admin
    recherche rd engineering etudes methodes maintenance onderhoud instandhaltung transport
    expedition verzending versand facturation invoicing facturatie fakturierung paie payroll
    loonadministratie lohn stock stocks chantier chantiers technique technical techniek technik
    conception design securite safety hse prevention projets projects planning formation training
    """
)
_SIDE = DEPARTMENTS | phrases_of(
    "departements|departement service|services|departments|teams|equipes|directions|afdelingen|"
    "abteilungen|entite|business units|fonction|fonctions|functie|functies|role|roles|metier|"
    "metiers"
)
"""Headers of the other side of a matrix, where its rows are departments."""


def is_cross(cell: Cell) -> bool:
    """Whether a cell of a matrix says yes: a cross, a tick, 1, or letters such as CRU."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float):
        return cell == 1
    text = _unbracketed(str(cell or "").strip().casefold())
    return text in _CROSSES or (1 < len(text) <= len(_CRUD) and set(text) <= _CRUD)


def is_occasional(cell: Cell) -> bool:
    """Whether a cell of a matrix says yes in brackets: "(x)", used now and then."""
    text = str(cell or "").strip().casefold()
    bare = _unbracketed(text)
    return bare != text and bare in _CROSSES


def is_doubt(cell: Cell) -> bool:
    """Whether a cell of a matrix asks whether there should be a cross."""
    return isinstance(cell, str) and bool(_DOUBT.fullmatch(cell.strip()))


_DOUBT = re.compile(r"\(?\?+\)?")


def _unbracketed(text: str) -> str:
    """What stands in brackets, where nothing else does."""
    in_brackets = text.startswith("(") and text.endswith(")")
    return text[1:-1].strip() if in_brackets else text


def is_marked(cell: Cell) -> bool:
    """Whether a cell of a column of crosses says yes: by a cross, or a code of a letter or two."""
    if is_cross(cell):
        return True
    text = str(cell or "").strip()
    return 0 < len(text) <= _LONGEST_CODE and text.isalpha() and not _is_no_cross(cell)


_LONGEST_CODE = 2


def with_counts(layout: Layout, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Take a total of counts for one: how many of a thing stand in each place or team.

    Such a total is the sum of the whole numbers in columns without a meaning beside it; where
    these are months it is money.
    """
    total = next((one for one in columns if plain_words(one.header) in _TOTALS), None)
    if total is None or total.meaning not in (None, Meaning.COST):
        return columns
    beside = [one for one in columns if one.meaning is None and _counts(layout, one)]
    if len(beside) < _FEWEST:
        return columns
    if any(one.meaning in (Meaning.UNITS, Meaning.MONTHLY_COST) for one in columns) or any(
        _is_of_time(one.header) for one in beside
    ):
        return columns
    rows = zip(*(layout.columns[one.index] for one in beside), strict=True)
    sums = [sum(int(cell) for cell in row if isinstance(cell, int | float)) for row in rows]
    if sums != [cell or 0 for cell in layout.columns[total.index]]:
        return columns
    return tuple(
        replace(one, meaning=Meaning.UNITS, confidence=_FOUND) if one is total else one
        for one in columns
    )


def _counts(layout: Layout, column: Column) -> bool:
    cells = layout.columns[column.index].values
    return all(
        cell is None or (isinstance(cell, int | float) and float(cell).is_integer())
        for cell in cells
    )


def _is_of_time(header: str) -> bool:
    """Whether a header is a month, a quarter or a year."""
    return bool(_TIME.match(plain_words(header)))


_TIME = re.compile(
    r"(?:jan|fev|feb|mar|maa|mrt|apr|avr|mai|mei|may|jui|jun|jul|aug|aou|sep|okt|oct|nov|dec|dez|"
    r"[qt]\d|20\d\d|19\d\d|\d{1,2}\b)"
)
_TOTALS = TOTALS | phrases_of("total general|nombre total|aantal totaal")


def with_crosses(
    layout: Layout, columns: tuple[Column, ...], chosen: Collection[str]
) -> tuple[Column, ...]:
    """Return the columns of a table with those that are sides of a matrix known as such.

    They hold nothing but crosses, at least three of them, and one of them is headed by a
    department, or by a name that a row has; or the rows are departments or activities.
    """
    free = [
        one
        for one in columns
        if one.header not in chosen
        and (one.meaning is None or one.confidence < _WEAK or is_department(one.header))
        and not _counts_crosses(one.header)
    ]
    crossed = [one for one in free if holds_crosses(layout.columns[one.index])]
    crossed = crossed or _coded(layout, columns, free)
    if not crossed:
        return columns
    named = _naming(layout, columns)
    both = _named_alike(layout, named, crossed)
    if len(crossed) < _FEWEST and not 1 < both == len(crossed):
        return columns
    by_side = None if both else _names_departments(layout, columns)
    if by_side is None and not (named and _are_sides(crossed, both)):
        return columns
    sides = {one.index for one in crossed}
    found = [
        replace(one, meaning=Meaning.CROSS, confidence=_FOUND) if one.index in sides else one
        for one in columns
    ]
    if (both or by_side is None) and named and named.meaning is None:
        found[0] = replace(named, meaning=Meaning.NAME, confidence=_FOUND)
    if by_side is not None:
        found = [
            replace(one, meaning=Meaning.PROCESS, confidence=_FOUND)
            if one.index == by_side
            else replace(one, meaning=None, confidence=0.0)
            if one.meaning is Meaning.NAME
            else one
            for one in found
        ]
    return tuple(found)


_WEAK = 0.8
_FOUND = 0.9


def holds_crosses(cells: Cells) -> bool:
    """Whether a column holds nothing but crosses, and blanks or their contrary."""
    if len(cells.values) > _MOST_DIFFERENT:
        return False
    return any(map(is_cross, cells.values)) and all(
        is_cross(cell) or _is_no_cross(cell) for cell in cells.values
    )


def _counts_crosses(header: str) -> bool:
    """Whether a header is that of a total, which 1 on every row makes look like crosses."""
    words = plain_words(header)
    return words in _TOTALS or words.partition(" ")[0] in _COUNTED


_COUNTED = words_of("nombre nb nbre aantal anzahl number count")


def _coded(layout: Layout, columns: Sequence[Column], free: Sequence[Column]) -> list[Column]:
    """The columns beside activities that hold the same few codes of a letter or two, and gaps."""
    if not columns or columns[0].meaning is not Meaning.PROCESS:
        return []
    coded = [one for one in free if _holds_codes(layout.columns[one.index])]
    cells = [layout.columns[one.index] for one in coded]
    codes = {str(value).strip() for one in cells for value in one.values if value}
    gaps = any(one.has_gaps for one in cells)
    return coded if len(coded) >= _FEWEST and gaps and len(codes) <= _MOST_CODES else []


_MOST_CODES = 4


def _holds_codes(cells: Cells) -> bool:
    told = [cell for cell in cells.values if not _is_no_cross(cell)]
    return bool(told) and all(isinstance(cell, str) and is_marked(cell) for cell in told)


def _is_no_cross(cell: Cell) -> bool:
    text = "" if cell is None or cell is False else str(cell).strip().casefold()
    return not text or text in _NO_CROSSES or bool(_DOUBT.fullmatch(text))


def _names_departments(layout: Layout, columns: Iterable[Column]) -> int | None:
    """The first column, where it names departments or activities by its header or its cells."""
    first = next(iter(columns), None)
    if first is None or holds_crosses(layout.columns[first.index]):
        return None
    if first.meaning is Meaning.PROCESS or plain_words(first.header) in _SIDE:
        return first.index
    texts = [str(cell) for cell in layout.columns[first.index].values if cell]
    known = sum(is_department(text) for text in texts)
    return first.index if texts and 2 * known > len(texts) else None


def _naming(layout: Layout, columns: Sequence[Column]) -> Column | None:
    """The column that names the rows: the first one, where no header says which it is."""
    named = next((one for one in columns if one.meaning is Meaning.NAME), None)
    if named or not columns:
        return named
    first = columns[0]
    is_free = first.meaning is None and not holds_crosses(layout.columns[first.index])
    return first if is_free else None


def _named_alike(layout: Layout, named: Column | None, crossed: Iterable[Column]) -> int:
    """How many of the headers above crosses are names that rows have."""
    cells = layout.columns[named.index].values if named else ()
    names = {exact_form(str(cell)) for cell in cells}
    return sum(exact_form(one.header) in names for one in crossed)


def _are_sides(crossed: Sequence[Column], both: int) -> bool:
    """Whether headers are departments, or `both` of them names of the rows themselves."""
    departments = sum(is_department(one.header) for one in crossed)
    return 3 * departments >= len(crossed) or 2 * both > len(crossed)


def is_department(text: str) -> bool:
    """Whether a text names a department of a company."""
    words = plain_words(text).split()
    named = bool(words) and len(words) <= 4 and not _DEPARTMENTS.isdisjoint(words)
    return named and _NO_DEPARTMENT.isdisjoint(words)


_NO_DEPARTMENT = words_of(
    "data donnees gegevens daten audit review revue approval approved backup test tested has is"
)
"""Words beside which that of a department says what was done, or of what sort data are."""
