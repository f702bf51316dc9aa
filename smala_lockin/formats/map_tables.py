"""A map as tables: a zip of assets.csv, dependencies.csv and company.csv, there and back.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, and loses it when
it is read back.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from smala_lockin import i18n
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.csv_text import decode
from smala_lockin.formats.diagrams import Diagram, Style
from smala_lockin.formats.graph_attributes import (
    Attributes,
    Returned,
    Scalar,
    as_text,
    of_asset,
    of_company,
    of_dependency,
)
from smala_lockin.formats.unreadable import Reason, Unreadable

ASSETS, DEPENDENCIES, COMPANY = "assets.csv", "dependencies.csv", "company.csv"
MAX_BYTES = 500_000_000

_FIRST = ("id", "kind", "name", *FACTS, "x", "y", "custom", "origin", "extra")
_FIRST_OF_LINKS = (
    *("id", "source", "target", "role", "need", "buffer_hours", "control", "carries_data"),
    *("group", "group_needed", "group_switch_hours", "group_tested_on", "group_extra", "extra"),
)
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
_DAMAGE = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write(landscape: Landscape) -> bytes:
    """Return a zip of tables in UTF-8 with a mark, which Excel opens as they are.

    Apart by semicolons where the language in force writes decimals with a comma, as Excel does.
    """
    assets: list[Attributes] = [
        {"id": one.id, **of_asset(one, landscape.positions.get(one.id))}
        for one in landscape.assets.values()
    ]
    links: list[Attributes] = [
        {"source": one.source, "target": one.target, **of_dependency(one, landscape.groups)}
        for one in landscape.dependencies.values()
    ]
    company: list[Attributes] = [{"company": of_company(landscape.company)}]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows, first in (
            (ASSETS, assets, _FIRST),
            (DEPENDENCIES, links, _FIRST_OF_LINKS),
            (COMPANY, company, ("company",)),
        ):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), _table(rows, first))
    return stream.getvalue()


def is_map(path: Path) -> bool:
    """Whether a zip is a map as tables."""
    try:
        with zipfile.ZipFile(path) as archive:
            return {ASSETS, DEPENDENCIES} <= set(archive.namelist())
    except _DAMAGE:
        return False


def read(path: Path) -> Diagram:
    """Return the map that a zip of tables holds. Raises `Unreadable`."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
                raise Unreadable(path.name, Reason.TOO_LARGE)
            held = set(archive.namelist())
            texts = {
                name: archive.read(name) for name in (ASSETS, DEPENDENCIES, COMPANY) if name in held
            }
    except _DAMAGE as error:
        raise Unreadable(path.name, Reason.DAMAGED) from error
    returned = Returned()
    for row in _records(texts.get(COMPANY, b""), path.name).values():
        returned.take_company(row.get("company", ""))
    for number, row in _records(texts[ASSETS], path.name).items():
        if row.get("kind"):
            returned.take_asset(row.pop("id", ""), row, number)
    for number, row in _records(texts[DEPENDENCIES], path.name).items():
        source, target = row.pop("source", ""), row.pop("target", "")
        returned.take_dependency(source, target, row, number)
    own, flaws = returned.landscape(), tuple(returned.flaws)
    return Diagram(file=path.name, style=Style.MAP_TABLES, own=own, flaws=flaws)


def _table(rows: Sequence[Attributes], first: Iterable[str]) -> bytes:
    used = dict.fromkeys(key for row in rows for key in row)
    headers = [name for name in first if name in used or name in ("id", "source", "target")]
    headers += [name for name in used if name not in headers]
    text = io.StringIO(newline="")
    semicolon = i18n.current() != "en"
    writer = csv.writer(text, delimiter=";" if semicolon else ",", lineterminator="\r\n")
    writer.writerow(headers)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in headers])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Scalar | None) -> str:
    if not isinstance(value, str):
        return "" if value is None else as_text(value)
    return f"'{value}" if not value or value.startswith(_RISKY) else value


def _told(cell: str) -> str:
    rest = cell[1:]
    guarded = cell.startswith("'") and (not rest or rest.startswith(_RISKY))
    return rest if guarded else cell


def _records(data: bytes, file: str) -> Mapping[int, dict[str, str]]:
    text, _encoding = decode(data, file)  # whatever a spreadsheet made of it since
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    headers = next(rows, [])
    return {
        number: {header: _told(cell) for header, cell in zip(headers, row, strict=False) if cell}
        for number, row in enumerate(rows, start=2)
        if any(row)
    }
