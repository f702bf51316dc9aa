"""Codes of a column that a legend below the list, or above it, puts into words.

"S = sensible / O = ordinaires / N = pas de données personnelles" says what S, O and N mean in a
column about data on people, where O alone would be a yes.
"""

import re
from collections.abc import Container, Mapping
from dataclasses import replace

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.headings.kind_words import kind_of_type
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.values.plain import phrases_of, plain_words
from smala_lockin.importing.values.scales import read_flag, read_personal_data

_KEY = r"[^\W\d_]{1,3}"
_ENTRY = re.compile(
    rf"(?<!\w)(?P<code>{_KEY})\s*[=:]\s*(?P<words>[^=\n]{{2,80}}?)\s*"
    rf"(?=[/;,|•·–-]?\s*(?<!\w){_KEY}\s*[=:]|\n|$)"
)
_FEWEST = 2
_MOST_CODES = 12


def with_legend(layout: Layout) -> Layout:
    """Return a table with the codes about data on people in words, where a legend has them all."""
    asking = [index for index, text in enumerate(layout.headers) if _asks_about_people(text)]
    legend = _legend(layout) if asking else {}
    if len(legend) < _FEWEST:
        return layout
    told = {index: cells for index in asking if (cells := _told(layout.columns[index], legend))}
    if not told:
        return layout
    body = tuple(
        row._replace(cells=[told[i][place] if i in told else c for i, c in enumerate(row.cells)])
        for place, row in enumerate(layout.body)
    )
    columns = tuple(told.get(index, cells) for index, cells in enumerate(layout.columns))
    return replace(layout, body=body, columns=columns)


def with_delicacy(
    layout: Layout, columns: tuple[Column, ...], chosen: Container[str]
) -> tuple[Column, ...]:
    """Let "Sensible ?" in a list of data ask for data on people, where its cells say so."""
    name = next((one for one in columns if one.meaning is Meaning.NAME), None)
    if name is None or kind_of_type(name.header) is not AssetKind.DATA:
        return columns
    return tuple(
        replace(one, meaning=Meaning.PERSONAL_DATA, confidence=_FOUND)
        if one.meaning is None
        and one.header not in chosen
        and plain_words(one.header) in _DELICATE
        and _says_how_delicate(layout.columns[one.index])
        else one
        for one in columns
    )


def _says_how_delicate(cells: Cells) -> bool:
    told = [one for one in cells.values if one is not None and str(one).strip() not in _NOTHING]
    said = sum(read_personal_data(one) is not None or read_flag(one) is not None for one in told)
    return bool(told) and said > _MOST * len(told)


_DELICATE = phrases_of(
    "sensible|sensibles|sensitive|gevoelig|sensibel|donnee sensible|sensitive data|sensible rgpd"
)
_FOUND = 0.9
_MOST = 0.5


def _asks_about_people(header: str) -> bool:
    told = any(one.meaning is Meaning.PERSONAL_DATA for one in readings(header))
    return told or plain_words(header) in _DELICATE


def _legend(layout: Layout) -> Mapping[str, str]:
    """What codes mean by the remarks around a list."""
    found: dict[str, str] = {}
    for one in (*layout.above, *layout.left_out):
        if "=" in one.text:
            for entry in _ENTRY.finditer(one.text):
                found.setdefault(entry["code"].casefold(), entry["words"].strip(" ./;,|*"))
    return found


def _told(cells: Cells, legend: Mapping[str, str]) -> Cells | None:
    """A column in words; None where it holds anything that the legend does not have."""
    codes = [cell for cell in cells.values if cell is not None]
    if not codes or len(codes) > _MOST_CODES:
        return None
    known: dict[Cell, str | None] = {
        cell: legend.get(str(cell).strip().casefold()) for cell in codes
    }
    if any(words is None and str(cell).strip() not in _NOTHING for cell, words in known.items()):
        return None
    return Cells([known.get(cell) or cell for cell in cells])


_NOTHING = ("?", "-", "–", "", "/")
