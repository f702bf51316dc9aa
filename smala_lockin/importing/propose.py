"""The pipeline: tables, header rows, columns, drafts, links, and one proposal."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from smala_lockin.domain.assets import Asset
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.landscape import Landscape
from smala_lockin.formats.diagrams import Diagram
from smala_lockin.formats.invoices import Invoices
from smala_lockin.formats.tables import Table
from smala_lockin.formats.uncollected import uncollected
from smala_lockin.i18n import number
from smala_lockin.importing.matching.agreement import NOTHING_ASKED, Agreement
from smala_lockin.importing.matching.linking import Linking
from smala_lockin.importing.matching.look_alikes import LookAlike, look_alikes
from smala_lockin.importing.matching.payees import leave_out, payees_of
from smala_lockin.importing.matching.recognition import Recognition
from smala_lockin.importing.matching.settling import Settled, settle
from smala_lockin.importing.note_sentences import Note, NoteKind
from smala_lockin.importing.notes import notes_on, notes_on_recalled, notes_on_suppliers
from smala_lockin.importing.profiles import (
    NO_RECORDS,
    Records,
    known_records,
    recalled,
    records_of,
    without_text,
)
from smala_lockin.importing.proposal import Missing, Proposal, Question
from smala_lockin.importing.reports import count_used, report_of
from smala_lockin.importing.rows.aliases import aliases_of
from smala_lockin.importing.rows.drafts import Draft, Drafts
from smala_lockin.importing.rows.gathering import Gathering
from smala_lockin.importing.rows.wishes import one_by_one
from smala_lockin.importing.sources.arranging import arranged
from smala_lockin.importing.sources.billing import Billing
from smala_lockin.importing.sources.charting import Charting
from smala_lockin.importing.sources.returning import Returning, returned
from smala_lockin.importing.understanding.sheets import NOTHING_CHOSEN, Choices, Sheet, understand
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.importing.values.money import Money
from smala_lockin.importing.values.plain import exact_form

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
    kept = recalled(others, known_records(target))
    chosen = {**kept, **recalled(others, profile, by_name=False), **choices}
    sheets = [understand(one, chosen.get((one.file, one.sheet), NOTHING_CHOSEN)) for one in others]
    known = frozenset(exact_form(one.name) for one in target.assets.values())
    agreed = agreement.same_forms()
    former = {alias: agreed.get(name, name) for alias, name in aliases_of(sheets, known).items()}
    drafts = Drafts(target.assets.values(), agreed, former)
    money = Money(target.company.currency, rates, amounts_in)
    gathering = Gathering(
        drafts,
        money,
        creates=lambda name: create_missing or agreement.creates(name),
        known_vendors=catalogue,
    )
    tallies = [gathering.take(sheet) if sheet.sort else None for sheet in sheets]
    problems = gathering.problems
    problems += back.problems
    creates = create_missing or (_says_only_relations(sheets) and not target.assets and not shown)
    linking = Linking(drafts, problems, create_missing=creates, agreement=agreement)
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
    linking.offer(gathering.offers)
    payees = payees_of(gathering.paid, linking.edges.values())
    left_out = leave_out(payees, agreement)
    count_used(sheets, tallies, linking.used)
    reports = list(map(report_of, sheets, tallies))
    dependencies = len(linking.edges) + back.count
    recognition = Recognition(drafts, linking.edges, agreement, linking.beside())
    if catalogue:
        recognition.recognise()
    settled = settle(target, drafts, linking.edges.values(), problems, today)
    said = Counter(draft.kind for draft in drafts if draft.said) + back.kinds
    added, updated = _put(before, back, settled)
    connected = settled.dependencies
    if back.connected:
        connected = (*back.connected, *connected)
    nothing_new = (
        [Note(kind=NoteKind.NOTHING_NEW)] if said and not (added or updated or connected) else []
    )
    return Proposal(
        sheets=(*reports, *back.reports, *charting.reports, *billing.reports),
        problems=tuple(problems),
        assets=dict(sorted(said.items())),
        dependencies=dependencies,
        catalogue_assets=sum(draft.catalogued for draft in drafts),
        catalogue_dependencies=sum(edge.catalogued for edge in settled.edges),
        duplicates_merged=sum(len(tally.merged) for tally in tallies if tally)
        + charting.merged
        + billing.merged,
        added=added,
        updated=updated,
        connected=connected,
        missing=tuple(
            Missing(name=one.name, near=one.near, places=tuple(one.places))
            for one in linking.missing.values()
        ),
        look_alikes=_look_alikes(drafts),
        vendor_guesses=tuple(recognition.guesses),
        questions=_questions(said, drafts),
        notes=(
            *charting.notes,
            *billing.notes,
            *notes_on_recalled(others, chosen.keys() - choices.keys()),
            *notes_on(sheets, tallies, money),
            *(
                notes_on_suppliers(one_by_one(gathering.wishes))
                if _are_of_several_files(sheets)
                else ()
            ),
            *([Note(kind=NoteKind.PAYEES_LEFT, detail=number(left_out))] if left_out else ()),
            *nothing_new,
        ),
        services=tuple(billing.services),
        payees=tuple(payees.values()),
        grouped=tuple(back.grouped),
        placed=back.placed,
        company=back.company,
        remembered={**without_text(reports, records), **records_of(reports, chosen)},
    )


def _put(
    before: Landscape, back: Returning, settled: Settled
) -> tuple[Sequence[Asset], tuple[Asset, ...]]:
    """The assets that are new in a landscape, and those that differ from what stands there."""
    if not back.put:
        return settled.added, settled.updated
    put = {**back.put, **{one.id: one for one in (*settled.added, *settled.updated)}}
    added = tuple(one for id, one in put.items() if id not in before.assets)
    return added, tuple(one for id, one in put.items() if id in before.assets)


def _are_of_several_files(sheets: Iterable[Sheet]) -> bool:
    return len({sheet.table.file for sheet in sheets}) > 1


def _says_only_relations(sheets: Iterable[Sheet]) -> bool:
    """Whether the files are lists of relations alone: nothing else could name what they name."""
    return {sheet.sort for sheet in sheets if sheet.sort} == {RowSort.RELATION}


def _questions(said: Iterable[AssetKind], drafts: Iterable[Draft]) -> tuple[Question, ...]:
    """What only people know: which activities all this serves, where no file names one."""
    if any(draft.kind is AssetKind.PROCESS for draft in drafts):
        return ()
    return (Question.ACTIVITIES,) if set(said) - {AssetKind.SUPPLIER} else ()


def _look_alikes(drafts: Iterable[Draft]) -> tuple[LookAlike, ...]:
    suppliers = [
        draft
        for draft in drafts
        if draft.kind is AssetKind.SUPPLIER and (draft.said or draft.catalogued or draft.existing)
    ]
    told_apart = {draft.name for draft in suppliers if draft.import_id}
    return look_alikes((draft.name for draft in suppliers), told_apart)
