"""The pipeline: tables, header rows, columns, drafts, links, and one proposal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from smala_lockin.domain.dependencies import Dependency
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.diagrams import Diagram
from smala_lockin.formats.invoices import Invoices
from smala_lockin.formats.tables import Table
from smala_lockin.formats.uncollected import uncollected
from smala_lockin.i18n import day as in_words
from smala_lockin.i18n import number
from smala_lockin.importing.agreement import NOTHING_ASKED, Agreement
from smala_lockin.importing.billing import Billing
from smala_lockin.importing.charting import Charting
from smala_lockin.importing.drafts import Draft, Drafts
from smala_lockin.importing.gathering import Gathering, Tally
from smala_lockin.importing.headers import readings
from smala_lockin.importing.linking import Edge, Linking
from smala_lockin.importing.look_alikes import LookAlike, look_alikes
from smala_lockin.importing.meanings import Meaning
from smala_lockin.importing.money import Money
from smala_lockin.importing.payments import Summary
from smala_lockin.importing.problems import Place
from smala_lockin.importing.profiles import (
    NO_RECORDS,
    Records,
    known_records,
    recalled,
    records_of,
    signature,
    signature_as_found,
    without_text,
)
from smala_lockin.importing.proposal import (
    Missing,
    Note,
    NoteKind,
    Proposal,
    Question,
    SheetReport,
)
from smala_lockin.importing.recognition import Recognition, VendorGuess
from smala_lockin.importing.returning import returned
from smala_lockin.importing.scales import Scale
from smala_lockin.importing.settling import settle
from smala_lockin.importing.sheets import NOTHING_CHOSEN, Choices, Sheet, understand
from smala_lockin.importing.sorts import RowSort
from smala_lockin.importing.stacks import arranged

_NO_RATES: Mapping[str, float] = MappingProxyType({})
_NO_CHOICES: Choices = MappingProxyType({})


@uncollected()
def propose(
    tables: Iterable[Table],
    landscape: Landscape | None = None,
    *,
    diagrams: Iterable[Diagram] = (),
    invoices: Invoices | None = None,
    catalogue: bool = True,
    create_missing: bool = False,
    choices: Choices = _NO_CHOICES,
    profile: Records = NO_RECORDS,
    agreement: Agreement = NOTHING_ASKED,
    rates: Mapping[str, float] = _NO_RATES,
    amounts_in: str | None = None,
    today: date | None = None,
) -> Proposal:
    """Return what importing these files into a landscape (None: an empty one) would do.

    Files that belong together are given together: they refer to each other by id or name. With
    `catalogue` known vendors are recognised; with `create_missing` names that no row has become
    assets, and so do services that the lines of invoices name. `choices` come before what was
    found out about sheets, and before what `profile` or the map remembers of sheets with the
    same headers; `agreement` answers offers of an earlier proposal one by one. `rates`
    say what one unit of another currency is worth in the company's, `amounts_in` what amounts
    are in that name none (None: the company's). `today` is noted as the day
    on which each fact was read.
    """
    before = landscape or Landscape()
    others, models = arranged(tables)
    shown = [*diagrams, *models]
    back = returned(before, shown, today)
    target = back.landscape
    records = known_records(target, profile)
    chosen = {**recalled(others, records), **choices}
    sheets = [
        understand(table, chosen.get((table.file, table.sheet), NOTHING_CHOSEN)) for table in others
    ]
    drafts = Drafts(target.assets.values(), agreement.same_forms())
    money = Money(target.company.currency, rates, amounts_in)
    gathering = Gathering(drafts, money)
    tallies = [gathering.take(sheet) if sheet.sort else None for sheet in sheets]
    problems = gathering.problems
    problems += back.problems
    # A list of relations alone is where its names are given: nothing else could name them.
    only_relations = {sheet.sort for sheet in sheets if sheet.sort} == {RowSort.RELATION}
    create = create_missing or (only_relations and not target.assets and not shown)
    linking = Linking(drafts, problems, create_missing=create, agreement=agreement)
    charting = Charting(drafts, linking.edges, problems, known_vendors=catalogue)
    for diagram in shown:
        if diagram.own is None:
            charting.take(diagram)
    billing = Billing(
        drafts,
        linking.edges,
        problems,
        currency=target.company.currency,
        rates=rates,
        known_vendors=catalogue,
        creates=lambda name: create_missing or agreement.creates(name),
        today=today,
    )
    if invoices is not None:
        billing.take(invoices)
    linking.link(gathering.wishes)
    _count_used(sheets, tallies, linking.used)
    reports = [_report(sheet, tally) for sheet, tally in zip(sheets, tallies, strict=True)]
    said = Counter(draft.kind for draft in drafts if draft.said)
    dependencies = len(linking.edges) + back.count
    guesses: list[VendorGuess] = []
    if catalogue:
        recognition = Recognition(drafts, linking.edges, agreement)
        recognition.recognise()
        guesses = recognition.guesses
        said = Counter(draft.kind for draft in drafts if draft.said)
    settled = settle(target, drafts, linking.edges.values(), problems, today)
    said += back.kinds
    put = {**back.put, **{one.id: one for one in (*settled.added, *settled.updated)}}
    connected = (*back.connected, *settled.dependencies)
    has_process = any(draft.kind is AssetKind.PROCESS for draft in drafts)
    served = set(said) - {AssetKind.SUPPLIER}
    nothing_new = bool(said) and not (put or connected)
    return Proposal(
        sheets=(
            *reports,
            *back.reports,
            *charting.reports,
            *billing.reports,
        ),
        problems=tuple(problems),
        assets=dict(sorted(said.items())),
        dependencies=dependencies,
        catalogue_assets=sum(draft.catalogued for draft in drafts),
        catalogue_dependencies=_catalogued(linking.edges.values(), settled.dependencies),
        duplicates_merged=sum(len(tally.merged) for tally in tallies if tally)
        + charting.merged
        + billing.merged,
        added=tuple(one for one in put.values() if one.id not in before.assets),
        updated=tuple(one for one in put.values() if one.id in before.assets),
        connected=connected,
        missing=tuple(
            Missing(name=one.name, near=one.near, places=tuple(one.places))
            for one in linking.missing.values()
        ),
        look_alikes=_look_alikes(drafts),
        vendor_guesses=tuple(guesses),
        questions=(Question.ACTIVITIES,) if served and not has_process else (),
        notes=(
            *charting.notes,
            *billing.notes,
            *_recalled_notes(others, chosen, choices),
            *_notes(sheets, tallies, money, nothing_new=nothing_new),
        ),
        services=tuple(billing.services),
        grouped=tuple(back.grouped),
        placed=back.placed,
        company=back.company,
        remembered={**without_text(reports, records), **records_of(reports, chosen)},
    )


def _catalogued(edges: Iterable[Edge], new: Iterable[Dependency]) -> int:
    """How many of the new dependencies the catalogue alone knows."""
    catalogued = {(edge.source.id, edge.target.id, edge.role) for edge in edges if edge.catalogued}
    return sum((one.source, one.target, one.role) in catalogued for one in new)


def _count_used(
    sheets: Sequence[Sheet], tallies: Sequence[Tally | None], used: Iterable[Place]
) -> None:
    """Count rows that only connect: they are used once both ends are found."""
    by_table = {
        (sheet.table.file, sheet.table.sheet): tally
        for sheet, tally in zip(sheets, tallies, strict=True)
    }
    for place in used:
        if tally := by_table.get((place.file, place.sheet)):
            tally.used.add(place.row)


def _report(sheet: Sheet, tally: Tally | None) -> SheetReport:
    layout = sheet.layout
    if layout is None or tally is None:
        return SheetReport(
            file=sheet.table.file,
            sheet=sheet.table.sheet,
            header_row=layout.header_row if layout else None,
            rows_read=len(layout.body) if layout else 0,
            left_out=len(layout.left_out) if layout else 0,
            rows_left_out=(*layout.above, *layout.left_out) if layout else (),
            mapping={},
            skipped=sheet.skip,
            is_turned=sheet.table.is_turned,
            signature=_signature(sheet),
            form=sheet.table.form,
            found_signature=signature_as_found(sheet.table, layout.header_row) if layout else "",
        )
    mapping = {
        one.header: one.meaning.value
        for one in sheet.columns
        if one.meaning and one.meaning not in _NOT_MAPPED
    }
    people = tuple(one.header for one in sheet.all(Meaning.PERSON))
    return SheetReport(
        file=sheet.table.file,
        sheet=sheet.table.sheet,
        header_row=layout.header_row,
        sort=sheet.sort,
        rows_read=len(layout.body) + len(layout.left_out),
        rows_used=len(tally.used),
        used=frozenset(tally.used),
        header_rows=frozenset(range(layout.top_row, layout.header_row + 1)),
        left_out=len(layout.left_out) + len(tally.left_out),
        rows_left_out=(*layout.above, *layout.left_out, *tally.left_out),
        rows_merged=tuple(tally.merged),
        mapping=mapping,
        kept_as_custom=tuple(header for header in tally.kept if header not in mapping),
        people=people,
        ignored=tuple(one.header for one in sheet.ignored),
        is_turned=sheet.table.is_turned,
        signature=_signature(sheet),
        form=sheet.table.form,
        found_signature=signature_as_found(sheet.table, layout.header_row),
    )


def _signature(sheet: Sheet) -> str:
    if sheet.layout is None:
        return ""
    return signature(sheet.table.rows[sheet.layout.header_row - sheet.table.first_row])


_NOT_MAPPED = frozenset({Meaning.PERSON, Meaning.SECRET, Meaning.HARDWARE, Meaning.PAYMENT})


def _look_alikes(drafts: Iterable[Draft]) -> tuple[LookAlike, ...]:
    suppliers = [draft for draft in drafts if draft.kind is AssetKind.SUPPLIER]
    told_apart = {draft.name for draft in suppliers if draft.import_id}
    return look_alikes((draft.name for draft in suppliers), told_apart)


def _notes(
    sheets: Sequence[Sheet],
    tallies: Sequence[Tally | None],
    money: Money,
    *,
    nothing_new: bool,
) -> Iterator[Note]:
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
    for sheet in sheets:
        if sheet.table.is_turned and sheet.sort:
            yield Note(kind=NoteKind.ON_ITS_SIDE, subject=sheet.table.sheet or sheet.table.file)
        if sheet.table.words and sheet.table.form.encoding is None:
            words = ", ".join(f"“{word}”" for word in sheet.table.words)
            yield Note(kind=NoteKind.DECODED, subject=sheet.table.file, detail=words)
        if sheet.table.ragged:
            yield Note(
                kind=NoteKind.RAGGED, subject=sheet.table.file, detail=number(sheet.table.ragged)
            )
    for sheet, tally in zip(sheets, tallies, strict=True):
        if tally is None:
            continue
        if tally.is_currency_assumed:
            kind, file = NoteKind.CURRENCY_ASSUMED, sheet.table.file
            yield Note(kind=kind, subject=file, detail=money.unsaid)
        if tally.summary is not None:
            yield from _summed(sheet, tally.summary)
        for header, scale in tally.scales.items():
            if scale is not Scale.WORDS and scale is not Scale.ONE_TO_FIVE:
                yield Note(kind=NoteKind.SCALE, subject=header, detail=scale.value)
        hidden = [one for one in sheet.ignored if one.index in sheet.table.hidden_columns]
        if hidden:
            headers = ", ".join(one.header for one in hidden)
            yield Note(kind=NoteKind.COLUMNS_HIDDEN, subject=headers, detail=sheet.table.file)
        if empty := _empty(sheet):
            yield Note(kind=NoteKind.COLUMNS_EMPTY, subject=empty, detail=sheet.table.file)
        if secrets := sheet.all(Meaning.SECRET):
            headers = ", ".join(one.header for one in secrets)
            kind = NoteKind.SECRETS_LEFT_OUT
            yield Note(kind=kind, subject=headers, detail=sheet.table.file)
        if people := sheet.all(Meaning.PERSON):
            headers = ", ".join(one.header for one in people)
            yield Note(kind=NoteKind.PEOPLE_LEFT_OUT, subject=headers, detail=sheet.table.file)
    if nothing_new:
        yield Note(kind=NoteKind.NOTHING_NEW)


def _empty(sheet: Sheet) -> str:
    """The headers of columns that could tell something and hold nothing."""
    assert sheet.layout is not None
    held = {one.index for one in (*sheet.columns, *sheet.ignored)}
    headers = sheet.layout.headers
    found = [text for index, text in enumerate(headers) if text and index not in held]
    telling = [text for text in found if readings(text, typos=False)]
    return ", ".join(telling[:_SHOWN_HEADERS] + ["…"] * (len(telling) > _SHOWN_HEADERS))


_SHOWN_HEADERS = 8


def _recalled_notes(tables: Iterable[Table], chosen: Choices, choices: Choices) -> Iterator[Note]:
    recalled_keys = set(chosen) - set(choices)
    for file in dict.fromkeys(
        table.file for table in tables if (table.file, table.sheet) in recalled_keys
    ):
        yield Note(kind=NoteKind.REMEMBERED, subject=file)


def _summed(sheet: Sheet, summary: Summary) -> Iterator[Note]:
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
