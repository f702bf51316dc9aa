"""Questionnaires that were turned round: who answered, and what was said of the questions."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.body import left_out_row
from smala_lockin.importing.tables.cells import cell_text, columns_of
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.tables.left_out import Why
from smala_lockin.importing.tables.questionnaires import asks, is_remark, speaks_of_suppliers
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import has_legal_form, has_word, words_of
from smala_lockin.knowledge import catalogue

_NAMING = (Meaning.SUPPLIER, Meaning.NAME)
_SURE = 0.85
_FOUND = 0.9


def without_remarks(layout: Layout) -> Layout:
    """Return a turned questionnaire without what was a column of remarks rather than of answers."""
    place = _answering(layout)
    if place is None:
        return layout
    keeps = [not is_remark(cell_text(cell)) for cell in layout.columns[place]]
    if all(keeps) or not any(keeps):
        return layout
    told = list(zip(layout.body, keeps, strict=True))
    body = tuple(row for row, keep in told if keep)
    first = layout.table.first_row
    left = (
        left_out_row(layout.table, row.number - first, Why.REMARKS)
        for row, keep in told
        if not keep
    )
    columns = columns_of([row.cells for row in body], len(layout.headers))
    return replace(layout, body=body, columns=columns, left_out=(*layout.left_out, *left))


def with_answers(
    layout: Layout, columns: tuple[Column, ...], chosen: Collection[str]
) -> tuple[Column, ...]:
    """Return the columns of a turned questionnaire; those who answered name its rows.

    An answer that names each of them for sure comes first: "Nom du fournisseur" above
    "Fournisseur 1".
    """
    place = _answering(layout)
    answering = next((one for one in columns if one.index == place), None)
    if answering is None or answering.header in chosen:
        return columns
    if any(one.meaning in _NAMING and one.confidence >= _SURE for one in columns):
        return columns
    is_put_to_companies = speaks_of_suppliers(layout.table) or _speak_to_somebody(layout.headers)
    are_products = not is_put_to_companies and _are_products(answering)
    meaning = Meaning.NAME if are_products else Meaning.SUPPLIER
    return tuple(
        replace(one, meaning=meaning, confidence=_FOUND)
        if one is answering
        else replace(one, meaning=None, confidence=0.0)
        if one.meaning in _NAMING and one.header not in chosen
        else one
        for one in columns
    )


def _answering(layout: Layout) -> int | None:
    """The index of the column of those who answer: its header is that of the questions."""
    if not layout.table.is_turned:
        return None
    return next((place for place, text in enumerate(layout.headers) if asks(text)), None)


def _speak_to_somebody(questions: Iterable[str]) -> bool:
    """Whether questions are put to a company: "Êtes-vous certifié ?"."""
    return any(has_word(text, _YOU) for text in questions)


_YOU = words_of("vous votre vos you your u uw sie ihr ihre ihren")


def _are_products(column: Column) -> bool:
    """Whether more than half of some names are those of products rather than of companies."""
    if any(map(has_legal_form, column.samples)):
        return False
    known = [match.vendor for text in column.samples if (match := catalogue.find(text))]
    products = sum(catalogue.as_asset_kind(one) is not AssetKind.SUPPLIER for one in known)
    return 2 * products > len(column.samples)
