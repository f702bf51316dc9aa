"""Sheets of one list in several blocks, each under a line that says whose it is and its header.

"Service : Ventes" stands above a header, its rows, a subtotal; then "Service : Achats" above the
header again, maybe with its columns in another order. Such blocks are one list of which the line
is one more column.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from smala_lockin.formats.tables import Cell, Row, Table
from smala_lockin.importing.headings.common_words import DEPARTMENTS
from smala_lockin.importing.tables.header_row import heads_columns
from smala_lockin.importing.tables.row_looks import cell_label, filled_width, is_blank
from smala_lockin.importing.values.plain import exact_form, phrases_of, plain_words

USERS = "Service utilisateur / User department"
"""How the column is headed of the departments that blocks are about: they use what these list."""

_MOST_ROWS = 3000
_FEWEST = 2
_PAIR = re.compile(r"\s*(?P<label>[^:\d]{2,30}?)\s*:\s+(?P<said>\S.{0,58}?)\s*")
_DEPARTMENTS = DEPARTMENTS | phrases_of(
    "pole|unite|eenheid|bereich|fachbereich|cellule|cel|section|sectie"
)


class _Block(NamedTuple):
    """The index of a line above a header, and what stands in it, by label."""

    line: int
    said: dict[str, str]


def joined_blocks(table: Table) -> Table:
    """Return a table with its blocks as one list; another table as it is.

    The columns of all blocks lie below those of the first that are headed alike. Each row keeps
    its number.
    """
    may_be = len(table.rows) <= _MOST_ROWS and not table.hidden_columns
    blocks = _blocks(table.rows) if may_be else []
    if len(blocks) < _FEWEST or len({next(iter(one.said)) for one in blocks}) > 1:
        return table
    said = list(dict.fromkeys(label for one in blocks for label in one.said))
    heads = [table.rows[one.line + 1] for one in blocks]
    labels = list(dict.fromkeys(exact_form(text) for head in heads for text in _filled(head)))
    shown = {exact_form(text): text for head in reversed(heads) for text in _filled(head)}
    if not {*map(exact_form, said), exact_form(USERS)}.isdisjoint(labels):
        return table
    header: list[Cell] = [*(shown[label] for label in labels), *map(_headed, said)]
    width = max(len(header), len(table.rows[0]))
    first = blocks[0].line
    rows: list[Row] = [_padded(row, width) for row in table.rows[: first + 1]]
    ends = [*(one.line for one in blocks[1:]), len(table.rows)]
    for one, head, end in zip(blocks, heads, ends, strict=True):
        if one.line != first:
            rows.append([None] * width)
        rows.append(_padded(header, width))
        places = [labels.index(exact_form(text)) if text else None for text in _labels(head)]
        further = [one.said.get(label) for label in said]
        for row in table.rows[one.line + 2 : end]:
            laid: list[Cell] = [None] * width
            for cell, place in zip(row, places, strict=True):
                if place is not None:
                    laid[place] = cell
            if filled_width(row) > 1:
                laid[len(labels) : len(header)] = further
            rows.append(laid)
    return replace(table, rows=rows)


def _blocks(rows: Sequence[Row]) -> list[_Block]:
    """The blocks of a table: lines that say something by labels, each above a header and a row."""
    found: list[_Block] = []
    for index in range(len(rows) - _FEWEST):
        said = _said(rows[index])
        if said and heads_columns(rows[index + 1]) and filled_width(rows[index + 2]) > 1:
            found.append(_Block(index, said))
    return found


def _said(row: Row) -> dict[str, str]:
    """What a line says, by label; nothing where it holds anything else."""
    found: dict[str, str] = {}
    if filled_width(row) == 1:
        word, _space, name = next(cell_label(one) for one in row if not is_blank(one)).partition(
            " "
        )
        if plain_words(word) in _DEPARTMENTS and ":" not in name and name.strip():
            return {word: name.strip()}
    for cell in row:
        if is_blank(cell):
            continue
        pair = _PAIR.fullmatch(cell) if isinstance(cell, str) and ":" in cell else None
        if pair is None:
            return {}
        found[pair["label"]] = pair["said"]
    return found


def _labels(head: Row) -> list[str]:
    return [cell_label(cell) for cell in head]


def _filled(head: Row) -> Iterable[str]:
    return filter(None, _labels(head))


def _headed(label: str) -> str:
    return USERS if plain_words(label) in _DEPARTMENTS else label


def _padded(row: Sequence[Cell], width: int) -> Row:
    return [*row, *[None] * (width - len(row))]
