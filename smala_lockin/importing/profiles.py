"""What somebody chose for a sheet, remembered by its headers for the next file of that form.

A record is made of plain values, as it stands in the map's section `imports` and in the file of a
profile: `rows` (what a row stands for), `columns` (header to meaning, null for a note), `ignored`
headers, `turned` where somebody said whether the sheet lies on its side, and `used` false for a
sheet that was left out. `text` holds the `encoding` and the `delimiter` of a text where somebody
said them; it stands under the headers as they were read before that. A list without header is
remembered by its form (`BareList`), and `header_row` is 0 where somebody said that it has none.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.tables import Cell, Row, Table
from smala_lockin.formats.text_form import AS_FOUND, TextForm
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.proposal import SheetReport
from smala_lockin.importing.tables.bare_lists import BareList, is_bare, known_again
from smala_lockin.importing.tables.header_row import HEADER_ROWS_SEARCHED
from smala_lockin.importing.tables.layout import Layout
from smala_lockin.importing.tables.turning import lies_on_its_side, may_turn, upright
from smala_lockin.importing.understanding.sheets import NOTHING_CHOSEN, Choices, SheetChoice
from smala_lockin.importing.understanding.sorts import RowSort, Skip
from smala_lockin.importing.values.plain import plain_words

Records = Mapping[str, object]
"""Records by the signature of the headers they are about."""

NO_RECORDS: Records = MappingProxyType({})

E = TypeVar("E", bound=StrEnum)


def known_records(landscape: Landscape, profile: Records = NO_RECORDS) -> Records:
    """Return what a map remembers, and a profile, which comes first."""
    kept = landscape.sections.get("imports")
    return {**(kept if isinstance(kept, Mapping) else {}), **profile}


def signature(row: Iterable[Cell]) -> str:
    """Return what the headers of two files of one form share; empty for a row without words."""
    words = [plain_words(str(cell)) if cell is not None else "" for cell in row]
    return " | ".join(word for word in words if word)


def signature_of(layout: Layout) -> str:
    """Return by what a list is known again: by its header, or by its form where it has none."""
    if layout.has_header:
        return signature(layout.head)
    return str(_form_of(layout.table, layout.table.rows))


def signature_as_found(layout: Layout) -> str:
    """Return the signature that a list had before somebody said how the text is written."""
    table = layout.table
    if table.as_found and not layout.has_header:
        return str(_form_of(table, table.as_found))
    place = layout.header_row - table.first_row
    return signature(table.as_found[place]) if 0 <= place < len(table.as_found) else ""


def _form_of(table: Table, rows: Sequence[Row]) -> BareList:
    return BareList.of(rows, table.file, table.sheet)


def forms_of(tables: Iterable[Table], records: Records) -> dict[str, TextForm]:
    """Return how texts are to be read that nobody has said anything of, as somebody did before."""
    if not records:
        return {}
    fresh = (one for one in tables if one.form == AS_FOUND)
    return {file: form for file, form in forms_by(fresh, records).items() if form != AS_FOUND}


def forms_by(tables: Iterable[Table], profile: Records) -> dict[str, TextForm]:
    """Return how the texts that a profile knows are to be read, whatever was said of them."""
    found: dict[str, TextForm] = {}
    for table in tables:
        if table.encoding is None:
            continue
        rows = table.rows if table.form == AS_FOUND else table.as_found
        record = _headed(rows, profile)[1] or _bare(table, rows, profile, by_name=True)
        if record is not None:
            found[table.file] = _form(record.get("text"))
    return found


def recalled(
    tables: Iterable[Table], records: Records, *, by_name: bool = True
) -> dict[tuple[str, str | None], SheetChoice]:
    """Return the choices that are remembered for tables, wherever their header row stands.

    Lists without header are known again by what they hold, and by their names if `by_name`.
    """
    if not records:
        return {}
    found: dict[tuple[str, str | None], SheetChoice] = {}
    kept = [one for one in records.values() if isinstance(one, Mapping)]
    by_choice = any(one.get("turned") is True for one in kept)
    for table in tables:
        turns = may_turn(table) and (by_choice or lies_on_its_side(table))
        for shape in (False, True) if turns else (False,):
            choice = _recalled(upright(table, is_turned=shape), records, by_name=by_name)
            if choice is not None:
                found[table.file, table.sheet] = replace(
                    choice, is_turned=shape or choice.is_turned
                )
    return found


def _recalled(table: Table, records: Records, *, by_name: bool) -> SheetChoice | None:
    """The choice for the first row that is known: the headers may stand there again further on."""
    chosen = {key: one for key, one in records.items() if _is_about_sheets(one)}
    place, record = _headed(table.rows, chosen)
    if record is not None:
        return choice_of(record, table.first_row + place)
    record = _bare(table, table.rows, chosen, by_name=by_name)
    if record is None or not (record.get("header_row") == 0 or is_bare(table.rows)):
        return None
    return choice_of(record, 0 if record.get("header_row") == 0 else None)


def _is_about_sheets(record: object) -> bool:
    return isinstance(record, Mapping) and bool(record.keys() & {"rows", "columns", "used"})


def _headed(rows: Sequence[Row], records: Records) -> tuple[int, Mapping[str, object] | None]:
    """The first row that is known as a header, and what is remembered of it; None without."""
    for place, row in enumerate(rows[:HEADER_ROWS_SEARCHED]):
        record = records.get(signature(row))
        if isinstance(record, Mapping):
            return place, record
    return 0, None


def _bare(
    table: Table, rows: Sequence[Row], records: Records, *, by_name: bool
) -> Mapping[str, object] | None:
    """What is remembered of lists without header that hold what a table holds."""
    key = known_again(rows, table.file, table.sheet, records, by_name=by_name)
    record = records[key] if key else None
    return record if isinstance(record, Mapping) else None


def choice_of(record: Mapping[str, object], header_row: int | None = None) -> SheetChoice:
    """Return the choice that a record means; what this version does not know is passed over."""
    columns = record.get("columns")
    ignored = record.get("ignored")
    meanings: dict[str, Meaning | None] = {}
    for header, value in columns.items() if isinstance(columns, Mapping) else ():
        meaning = _member(Meaning, value)
        if value is None or meaning:
            meanings[str(header)] = meaning
    return SheetChoice(
        is_used=False if record.get("used") is False else None,
        is_turned=turned if isinstance(turned := record.get("turned"), bool) else None,
        header_row=header_row,
        sort=_member(RowSort, record.get("rows")),
        meanings=meanings,
        ignored=frozenset(map(str, ignored)) if isinstance(ignored, list | tuple) else frozenset(),
    )


def records_of(
    reports: Iterable[SheetReport], choices: Choices | None = None
) -> dict[str, dict[str, object]]:
    """Return how sheets were read, to be remembered; only those of `choices` if it is given."""
    found: dict[str, dict[str, object]] = {}
    reports = tuple(reports)
    for one in reports:
        if not one.signature or (choices is not None and (one.file, one.sheet) not in choices):
            continue
        if one.skipped is Skip.CHOSEN:
            found[one.signature] = {"used": False}
            continue
        choice = choices[one.file, one.sheet] if choices else NOTHING_CHOSEN
        if record := sheet_record(one.sort, one.mapping, one.ignored, choice):
            found[one.signature] = record
    for one in reports:
        if one.found_signature and one.form != AS_FOUND:
            found.setdefault(one.found_signature, {})["text"] = text_record(one.form)
    return found


def sheet_record(
    sort: RowSort | None,
    meanings: Mapping[str, str],
    ignored: Iterable[str],
    choice: SheetChoice,
) -> dict[str, object]:
    """Return how a sheet is read, to be remembered; empty where nothing is known or was chosen."""
    meant = sort or choice.sort
    if not (meant or choice.meanings):
        return {}
    none = {header: None for header, meaning in choice.meanings.items() if meaning is None}
    record: dict[str, object] = {"rows": meant.value} if meant else {}
    record["columns"] = {**meanings, **none}
    if left_out := list(ignored):
        record["ignored"] = left_out
    if choice.is_turned is not None:
        record["turned"] = choice.is_turned
    if choice.header_row == 0:
        record["header_row"] = 0
    return record


def without_text(reports: Iterable[SheetReport], records: Records) -> dict[str, dict[str, object]]:
    """Return the records of texts that are read as they are found again, for a newer copy too."""
    found: dict[str, dict[str, object]] = {}
    for one in reports:
        record = records.get(one.signature)
        if one.form == AS_FOUND and isinstance(record, Mapping) and "text" in record:
            found[one.signature] = {name: value for name, value in record.items() if name != "text"}
    return found


def text_record(form: TextForm) -> dict[str, str]:
    """Return how a text is written, to be remembered."""
    said = {"encoding": form.encoding, "delimiter": form.delimiter}
    return {name: value for name, value in said.items() if value is not None}


def _form(said: object) -> TextForm:
    """How a record says that a text is written."""
    if not isinstance(said, Mapping):
        return AS_FOUND
    return TextForm(
        encoding=_known_encoding(said.get("encoding")), delimiter=_sign(said.get("delimiter"))
    )


def _known_encoding(value: object) -> str | None:
    """A name of an encoding of texts; Python knows other codes too, such as hex."""
    with suppress(LookupError, ValueError):
        if isinstance(value, str) and b"Ab".decode(value, errors="replace"):
            return value
    return None


def _sign(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) == 1 else None


def _member(kind: type[E], value: object) -> E | None:
    return kind(value) if isinstance(value, str) and value in tuple(kind) else None
