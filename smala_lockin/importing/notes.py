"""What is worth saying of the files as a whole: how they were read, and what was not taken."""

from collections.abc import Container, Iterable, Iterator, Sequence

from smala_lockin.domain.kinds import Role
from smala_lockin.formats.tables import Table
from smala_lockin.i18n import _, number
from smala_lockin.i18n import day as in_words
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.note_sentences import Note, NoteKind
from smala_lockin.importing.rows.drafts import Draft
from smala_lockin.importing.rows.payments import Summary
from smala_lockin.importing.rows.tally import Tally
from smala_lockin.importing.rows.wishes import Wish
from smala_lockin.importing.tables.headers import readings
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.countries import is_guessed_place
from smala_lockin.importing.understanding.licences import counts_people
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.importing.values.money import Money
from smala_lockin.importing.values.plain import loose_form
from smala_lockin.importing.values.scales import Scale


def notes_on(
    sheets: Sequence[Sheet], tallies: Sequence[Tally | None], money: Money
) -> Iterator[Note]:
    """Tell of sheets and what their rows came to; a tally is None where no row was read."""
    yield from _on_files(sheets)
    for sheet in sheets:
        yield from _on_text(sheet)
    for sheet, tally in zip(sheets, tallies, strict=True):
        if tally is not None:
            yield from _on_values(sheet, tally, money)
            yield from _on_columns(sheet)


def notes_on_suppliers(wishes: Iterable[Wish]) -> Iterator[Note]:
    """Tell of things for which one file names other suppliers than another."""
    told: dict[Draft, dict[str, dict[str, str]]] = {}
    for one in wishes:
        if one.role is Role.PROVIDED_BY and isinstance(one.near, Draft):
            of_file = told.setdefault(one.near, {}).setdefault(one.place.file, {})
            of_file.setdefault(loose_form(one.far), one.far)
    for draft, by_file in list(told.items()):
        first, *others = by_file.values()
        if any(first.keys().isdisjoint(other) for other in others):
            names = [f"{', '.join(one.values())} ({file})" for file, one in by_file.items()]
            kind = NoteKind.OTHER_SUPPLIERS
            yield Note(kind=kind, subject=draft.name, detail="; ".join(names))


def notes_on_recalled(
    tables: Iterable[Table], recalled: Container[tuple[str, str | None]]
) -> Iterator[Note]:
    """Tell of files that were read as a profile or the map remembers."""
    keys = ((table.file, (table.file, table.sheet)) for table in tables)
    for file in dict.fromkeys(file for file, key in keys if key in recalled):
        yield Note(kind=NoteKind.REMEMBERED, subject=file)


def _on_files(sheets: Sequence[Sheet]) -> Iterator[Note]:
    for file in dict.fromkeys(sheet.table.file for sheet in sheets):
        mine = [sheet for sheet in sheets if sheet.table.file == file]
        read = [sheet for sheet in mine if sheet.sort]
        if not read:
            yield Note(kind=NoteKind.NOTHING_FOUND, subject=file)
        elif not any(_names_suppliers(sheet) for sheet in read):
            yield Note(kind=NoteKind.NO_SUPPLIER_COLUMN, subject=file)
    for file, tool in dict.fromkeys(
        (sheet.table.file, sheet.known.tool) for sheet in sheets if sheet.known
    ):
        yield Note(kind=NoteKind.RECOGNISED, subject=file, detail=tool)


def _on_text(sheet: Sheet) -> Iterator[Note]:
    table = sheet.table
    if sheet.sort and sheet.layout and not sheet.layout.has_header:
        yield Note(kind=NoteKind.NO_HEADER, subject=table.sheet or table.file)
    if sheet.sort and sheet.layout and sheet.layout.dittos:
        count = number(sheet.layout.dittos)
        yield Note(kind=NoteKind.DITTOS, subject=table.sheet or table.file, detail=count)
    if table.is_turned and sheet.sort:
        yield Note(kind=NoteKind.ON_ITS_SIDE, subject=table.sheet or table.file)
    if table.words and table.form.encoding is None:
        words = ", ".join(_("“%(word)s”") % {"word": word} for word in table.words)
        yield Note(kind=NoteKind.DECODED, subject=table.file, detail=words)
    if table.ragged:
        yield Note(kind=NoteKind.RAGGED, subject=table.file, detail=number(table.ragged))


def _on_values(sheet: Sheet, tally: Tally, money: Money) -> Iterator[Note]:
    if tally.is_currency_assumed:
        kind, file = NoteKind.CURRENCY_ASSUMED, sheet.table.file
        yield Note(kind=kind, subject=file, detail=money.unsaid)
    if tally.only_told:
        kind, count = NoteKind.ONLY_TOLD, number(tally.only_told)
        yield Note(kind=kind, subject=sheet.table.sheet or sheet.table.file, detail=count)
    if tally.summary is not None:
        yield from _summed(sheet, tally.summary)
    for header, scale in tally.scales.items():
        if scale is not Scale.WORDS and scale is not Scale.ONE_TO_FIVE:
            yield Note(kind=NoteKind.SCALE, subject=header, detail=scale.value)


def _on_columns(sheet: Sheet) -> Iterator[Note]:
    hidden = [one for one in sheet.ignored if one.index in sheet.table.hidden_columns]
    for kind, headers in (
        (NoteKind.COLUMNS_HIDDEN, _headers(hidden)),
        (NoteKind.COLUMNS_EMPTY, _empty(sheet)),
        (NoteKind.SECRETS_LEFT_OUT, _headers(sheet.all(Meaning.SECRET))),
        (NoteKind.PEOPLE_LEFT_OUT, _headers(sheet.all(Meaning.PERSON))),
    ):
        if headers:
            yield Note(kind=kind, subject=headers, detail=sheet.table.file)
    yield from _on_guesses(sheet)


def _on_guesses(sheet: Sheet) -> Iterator[Note]:
    if sheet.layout and counts_people(sheet.layout):
        name = sheet.table.sheet or sheet.table.file
        yield Note(kind=NoteKind.PEOPLE_COUNTED, subject=name)
    for one in filter(is_guessed_place, sheet.columns):
        file = sheet.table.file
        yield Note(kind=NoteKind.HOSTING_COUNTRY, subject=one.header, detail=file)


def _headers(columns: Iterable[Column]) -> str:
    return ", ".join(one.header for one in columns)


def _empty(sheet: Sheet) -> str:
    """The headers of columns that could tell something and hold nothing."""
    assert sheet.layout is not None
    held = {one.index for one in (*sheet.columns, *sheet.ignored)}
    headers = sheet.layout.headers
    found = [text for index, text in enumerate(headers) if text and index not in held]
    telling = [text for text in found if readings(text, typos=False)]
    return ", ".join(telling[:_SHOWN_HEADERS] + ["…"] * (len(telling) > _SHOWN_HEADERS))


_SHOWN_HEADERS = 8
_SHOWN_NAMES = 20


def _summed(sheet: Sheet, summary: Summary) -> Iterator[Note]:
    if summary.offered:
        names = ", ".join(
            summary.offered[:_SHOWN_NAMES] + ("…",) * (len(summary.offered) > _SHOWN_NAMES)
        )
        yield Note(kind=NoteKind.NAMED_IN_TEXTS, subject=sheet.table.file, detail=names)
    if not summary.rows:
        if not summary.offered:
            yield Note(kind=NoteKind.NOBODY_PAID, subject=sheet.table.file)
        return
    sums = [f"{number(value, decimals=2)} {code}" for code, value in sorted(summary.sums.items())]
    days = [in_words(day) for day in (summary.first, summary.last) if day]
    detail = ", ".join([*sums, " – ".join(days)] if days else sums)
    kind = NoteKind.BILL if sheet.sort is RowSort.BILL else NoteKind.PAYMENTS
    yield Note(kind=kind, subject=sheet.table.file, detail=detail)
    if not summary.is_yearly:
        yield Note(kind=NoteKind.SHORT_PERIOD, subject=sheet.table.file)
    if summary.not_kept:
        headers = ", ".join(summary.not_kept)
        yield Note(kind=NoteKind.NOT_KEPT, subject=headers, detail=sheet.table.file)


def _names_suppliers(sheet: Sheet) -> bool:
    return sheet.sort in (RowSort.SUPPLIER, RowSort.PAYMENT) or bool(
        sheet.all(Meaning.SUPPLIER, Meaning.MAKER)
    )
