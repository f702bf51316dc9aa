"""Lists of what is paid by card, whose names are the labels of the statement.

Each row is a subscription, not a payment: a list with days or papers of payments is one of those.
"""

from collections.abc import Collection
from dataclasses import replace

from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.synonyms import STATEMENT_LABELS
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import cell_text, columns_of
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.tables.left_out import LeftOut, Why
from smala_lockin.importing.tables.row_looks import row_text
from smala_lockin.importing.values.card_labels import (
    is_fee,
    is_starred,
    name_in_label,
    says_private,
)
from smala_lockin.importing.values.plain import plain_words

LABEL = "Relevé / Statement"
"""How the column is headed that keeps the labels as they stand."""

_FEWEST = 2
_SOME = 0.1
_SURE = 0.5


def with_names_of_labels(layout: Layout, chosen: Collection[str]) -> Layout:
    """Return a list with names in the place of the labels of a statement; others as they are.

    Fees of the bank, and what is said to be private, are left out.
    """
    if not (layout.has_header and layout.body):
        return layout
    place = _labels(layout)
    if place is None or layout.headers[place] in chosen or LABEL in layout.headers:
        return layout
    body: list[Body] = []
    left_out: list[LeftOut] = []
    names = layout.columns[place].each(lambda cell: name_in_label(cell_text(cell)))
    for row, name in zip(layout.body, names, strict=True):
        label = row.cells[place]
        why = _no_service(row, place)
        if why is not None:
            left_out.append(LeftOut(row=row.number, text=row_text(row.cells), why=why))
            continue
        told = label if name != cell_text(label) else None
        cells = (*row.cells[:place], name or None, *row.cells[place + 1 :], told)
        body.append(row._replace(cells=cells))
    headers = (*layout.headers, LABEL)
    return replace(
        layout,
        headers=headers,
        body=tuple(body),
        columns=columns_of([row.cells for row in body], len(headers)),
        left_out=(*layout.left_out, *left_out),
    )


def _labels(layout: Layout) -> int | None:
    """The place of the column of labels, by its header or its stars; None where there is none."""
    found = [readings(text)[:1] for text in layout.headers]
    first = [one[0].meaning if one and one[0].confidence >= _SURE else None for one in found]
    if Meaning.PAYMENT in first or _COSTS.isdisjoint(first):
        return None
    for place, header in enumerate(layout.headers):
        if plain_words(header) in STATEMENT_LABELS:
            return place
    for place, meaning in enumerate(first):
        if meaning in (Meaning.NAME, Meaning.SUPPLIER):
            texts = layout.columns[place].texts
            if "*" not in "\n".join(texts):
                continue
            starred = sum(map(is_starred, texts))
            if starred >= max(_FEWEST, _SOME * len(texts)):
                return place
    return None


_COSTS = frozenset({Meaning.COST, Meaning.MONTHLY_COST})


def _no_service(row: Body, place: int) -> Why | None:
    """Why a row is no service of the company's; None where it is one."""
    if is_fee(cell_text(row.cells[place])):
        return Why.FEE
    others = (cell for cell in row.cells if isinstance(cell, str))
    return Why.PRIVATE if any(map(says_private, others)) else None
