"""Reading files for a map, step by step: jobs of a child process. Imports no Qt.

What was read stays pickled in the hands of the window, which never looks into it: the next job
gets it back, and no file is read twice.
"""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from smala_lockin.app import derived
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.guarded import Tell
from smala_lockin.formats.sources import Sources, read_sources
from smala_lockin.formats.tables import Cell, Row, Table
from smala_lockin.formats.text_form import AS_FOUND, TextForm
from smala_lockin.importing.matching.agreement import Agreement
from smala_lockin.importing.profiles import (
    Records,
    forms_by,
    forms_of,
    recalled,
    sheet_record,
    signature_as_found,
    signature_of,
    text_record,
)
from smala_lockin.importing.proposal import Proposal
from smala_lockin.importing.propose import propose
from smala_lockin.importing.sources.arranging import arranged
from smala_lockin.importing.tables.problems import Place
from smala_lockin.importing.tables.stacks import parts
from smala_lockin.importing.tables.turning import may_turn
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.sheets import (
    NOTHING_CHOSEN,
    Choices,
    SheetChoice,
    understand,
)
from smala_lockin.importing.understanding.sorts import RowSort, Skip
from smala_lockin.layout.completion import complete

ROWS_SHOWN = 40
COLUMNS_SHOWN = 60
_LONGEST_CELL = 200

Key = tuple[str, str | None]
"""A sheet, by file and name."""

Corrections = Mapping[Place, Mapping[str, str]]
"""What somebody typed in the place of cells that made a problem: row, header, text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLook:
    """A sheet as it lies in its file, and as it was understood.

    `rows` are the texts of the first rows, the first of them numbered `first_row`; `row_count`
    counts all. Files with the same headers share the `signature`; `found_signature` is that of a
    text as it was before somebody said how it is written. `header_row` is None where none was
    found, `sort` where the sheet gives nothing, and `skip` then says why. `columns` include those
    left out by choice. `encoding` and `delimiter` are those of a text, None in a workbook; `form`
    is what somebody said of them, and `words` some with special letters, by which it shows
    whether it was read right. `is_turned`: what are its rows here are columns in the file.
    `may_turn`: it is small enough for that.
    """

    file: str
    sheet: str | None
    rows: tuple[tuple[str, ...], ...]
    first_row: int
    first_column: int
    row_count: int
    data_rows: int
    header_row: int | None
    sort: RowSort | None
    skip: Skip | None
    columns: tuple[Column, ...]
    ignored: frozenset[str]
    signature: str = ""
    found_signature: str = ""
    encoding: str | None = None
    delimiter: str | None = None
    form: TextForm = AS_FOUND
    words: tuple[str, ...] = ()
    is_turned: bool = False
    may_turn: bool = False

    @property
    def key(self) -> Key:
        """What the sheet goes by in `Choices`."""
        return self.file, self.sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What files hold. `content` is for the next job; `diagrams` are the names of such files.

    `choices` are those that the map remembers for sheets with the same headers.
    """

    content: bytes
    sheets: tuple[SheetLook, ...]
    diagrams: tuple[str, ...]
    invoices: int
    choices: Choices


def read(tell: Tell, files: Sequence[Path], remembered: Records) -> Reading:
    """Read files and folders; `remembered` says how sheets were read before.

    Raises `FileTrouble` and `Unreadable`: one file that cannot be read, and nothing is read.
    """
    sources = read_sources(files, lambda number: tell(number, len(files) + 1))
    if forms := forms_of(sources.tables, remembered):
        sources = read_sources(files, forms=forms)
    tell(len(files), len(files) + 1)
    tables, _models = arranged(sources.tables)
    return _reading(sources, recalled(tables, remembered))


def read_otherwise(
    _tell: Tell,
    content: bytes,
    files: Sequence[Path],
    form: TextForm,
    choices: Choices,
    remembered: Records,
) -> Reading:
    """Read texts of one name again, written as somebody says; all else stays as it was read.

    Choices about their headers are forgotten: other headers stand there now. Raises as `read`.
    """
    before, name = _unpacked(content), files[0].name
    again = iter(read_sources(files, forms={name: form}).tables)
    sources = replace(
        before,
        tables=tuple(next(again, one) if one.file == name else one for one in before.tables),
    )
    kept = {
        (file, sheet): SheetChoice(is_used=one.is_used, sort=one.sort) if file == name else one
        for (file, sheet), one in choices.items()
    }
    tables, _models = arranged(sources.tables)
    return _reading(
        sources, kept | recalled([one for one in tables if one.file == name], remembered)
    )


def _reading(sources: Sources, choices: Choices) -> Reading:
    tables, models = arranged(sources.tables)
    return Reading(
        content=pickle.dumps(sources, pickle.HIGHEST_PROTOCOL),
        sheets=tuple(_look_at(table, choices) for table in tables),
        diagrams=tuple(one.file for one in [*sources.diagrams, *models]),
        invoices=len(sources.invoices.read) if sources.invoices else 0,
        choices=choices,
    )


def look(
    _tell: Tell, content: bytes, choices: Choices, wanted: frozenset[Key]
) -> tuple[SheetLook, ...]:
    """Return how some sheets are understood after what was chosen for them."""
    tables, _models = arranged(_unpacked(content).tables)
    return tuple(
        _look_at(table, choices) for table in tables if (table.file, table.sheet) in wanted
    )


def recall(
    _tell: Tell, content: bytes, files: Sequence[Path], profile: Records, choices: Choices
) -> Reading | None:
    """Return what was read as a profile says it is; None where it knows none of the sheets.

    Texts are read again where the profile says otherwise how they are written. `choices` hold for
    the sheets that it does not know. Raises as `read`.
    """
    before = _unpacked(content)
    said = forms_by(before.tables, profile)
    stale = {one.file for one in before.tables if said.get(one.file, one.form) != one.form}
    again: dict[str, list[Table]] = {
        name: [*read_sources(paths, forms=said).tables]
        for name in stale
        if (paths := [path for path in files if path.name == name])
    }
    sources = replace(
        before,
        tables=tuple(
            again[one.file].pop(0) if again.get(one.file) else one for one in before.tables
        ),
    )
    tables, _models = arranged(sources.tables)
    known = recalled(tables, profile, by_name=False)
    if not said and not known:
        return None
    kept = {key: one for key, one in choices.items() if key[0] not in stale}
    return _reading(sources, kept | known)


def records(looks: Iterable[SheetLook], choices: Choices) -> dict[str, dict[str, object]]:
    """Return how sheets are read, for a profile."""
    found: dict[str, dict[str, object]] = {}
    looks = tuple(looks)
    for look in looks:
        if not look.signature:
            continue
        if look.skip is Skip.CHOSEN:
            found[look.signature] = {"used": False}
            continue
        meanings = {
            one.header: one.meaning.value
            for one in look.columns
            if one.meaning and one.header not in look.ignored
        }
        choice = choices.get(look.key, NOTHING_CHOSEN)
        if record := sheet_record(look.sort, meanings, sorted(look.ignored), choice):
            found[look.signature] = record
    for look in looks:
        if look.found_signature and look.form != AS_FOUND:
            found.setdefault(look.found_signature, {})["text"] = text_record(look.form)
    return found


def write_repair(_tell: Tell, content: bytes, proposal: Proposal, path: Path) -> None:
    """Write the rows with a problem, whole; raises `FileTrouble`."""
    from smala_lockin.formats import repair_workbook
    from smala_lockin.importing.repair import to_repair

    tables, _models = arranged(_unpacked(content).tables)
    repair_workbook.write(path, to_repair(tables, proposal))


def proposal(
    _tell: Tell,
    content: bytes,
    landscape: Landscape,
    choices: Choices,
    agreement: Agreement,
    corrections: Corrections,
    rates: Mapping[str, float],
    amounts_in: str | None,
    today: date,
) -> Proposal:
    """Return what importing would do after all that was chosen."""
    sources = _unpacked(content)
    return propose(
        _corrected(sources.tables, choices, corrections),
        landscape,
        diagrams=sources.diagrams,
        invoices=sources.invoices,
        choices=choices,
        agreement=agreement,
        rates=rates,
        amounts_in=amounts_in,
        today=today,
    )


def made(proposal: Proposal, landscape: Landscape) -> Landscape:
    """Return a landscape with a large import made, and all worked out that a window looks up.

    New cards get their place here, unless others stand where only the window knows.
    """
    after = proposal.apply(landscape)
    if landscape.positions.keys() >= landscape.assets.keys():
        after = after.with_positions(complete(after))
    derived.work_out(after)
    return after


def _unpacked(content: bytes) -> Sources:
    sources = pickle.loads(content)
    assert isinstance(sources, Sources)
    return sources


def _look_at(table: Table, choices: Choices) -> SheetLook:
    sheet = understand(table, choices.get((table.file, table.sheet), NOTHING_CHOSEN))
    table, layout = sheet.table, sheet.layout
    every = sorted((*sheet.columns, *sheet.ignored), key=lambda one: one.index)
    return SheetLook(
        file=table.file,
        sheet=table.sheet,
        rows=tuple(tuple(_texts(row)) for row in table.rows[:ROWS_SHOWN]),
        first_row=table.first_row,
        first_column=table.first_column,
        row_count=len(table.rows),
        data_rows=len(layout.body) if layout else 0,
        header_row=layout.header_shown if layout else None,
        sort=sheet.sort,
        skip=sheet.skip,
        columns=tuple(every),
        ignored=frozenset(one.header for one in sheet.ignored),
        signature=signature_of(layout) if layout else "",
        found_signature=signature_as_found(layout) if layout else "",
        encoding=table.encoding,
        delimiter=table.delimiter,
        form=table.form,
        words=table.words,
        is_turned=table.is_turned,
        may_turn=may_turn(table),
    )


def _texts(row: Row) -> Iterator[str]:
    for cell in row[:COLUMNS_SHOWN]:
        yield _text(cell)


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())[:_LONGEST_CELL]


def _corrected(
    tables: Iterable[Table], choices: Choices, corrections: Corrections
) -> Iterator[Table]:
    by_sheet: dict[Key, dict[int, Mapping[str, str]]] = {}
    for place, cells in corrections.items():
        by_sheet.setdefault((place.file, place.sheet), {})[place.row] = cells
    for table in (part for whole in tables for part in parts(whole)):
        key = (table.file, table.sheet)
        if key not in by_sheet:
            yield table
            continue
        sheet = understand(table, choices.get(key, NOTHING_CHOSEN))
        table = sheet.table
        index = {one.header: one.index for one in sheet.columns}
        rows = list(table.rows)
        for number, cells in by_sheet[key].items():
            row = list(rows[number - table.first_row])
            for header, text in cells.items():
                if index.get(header, len(row)) < len(row):
                    row[index[header]] = text.strip() or None
            rows[number - table.first_row] = row
        yield replace(table, rows=rows)
