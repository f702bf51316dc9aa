"""What a row of a table stands for: a thing, a supplier, a contract, a relation, or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from smala_lockin.formats.tables import Table
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.tables.forms import stacked_forms
from smala_lockin.importing.tables.layout import REPAIR_MARK, Layout, lay_out
from smala_lockin.importing.tables.turning import upright
from smala_lockin.importing.understanding.ai_risks import with_ai_risks
from smala_lockin.importing.understanding.answers import with_answers, without_remarks
from smala_lockin.importing.understanding.by_values import GUESSED, meanings_by_values
from smala_lockin.importing.understanding.card_lists import with_names_of_labels
from smala_lockin.importing.understanding.columns import KNOWN, Column, read_columns
from smala_lockin.importing.understanding.countries import with_hosting_countries
from smala_lockin.importing.understanding.crosses import with_counts, with_crosses
from smala_lockin.importing.understanding.deliveries import with_deliveries
from smala_lockin.importing.understanding.dora import decoded
from smala_lockin.importing.understanding.edges import with_ends
from smala_lockin.importing.understanding.fitting import (
    fitted,
    with_ledger_amounts,
    without_single_amounts,
)
from smala_lockin.importing.understanding.installations import with_machines
from smala_lockin.importing.understanding.known import DORA, Recognised, recognise
from smala_lockin.importing.understanding.legends import with_delicacy, with_legend
from smala_lockin.importing.understanding.licences import with_people_counted
from smala_lockin.importing.understanding.naming import with_names
from smala_lockin.importing.understanding.numbering import with_own_numbers
from smala_lockin.importing.understanding.other_names import with_other_names
from smala_lockin.importing.understanding.own_answers import own_answers
from smala_lockin.importing.understanding.parties import without_customers
from smala_lockin.importing.understanding.raci import with_raci
from smala_lockin.importing.understanding.secrecy import Withheld, with_secrets, without_secrets
from smala_lockin.importing.understanding.site_lists import with_sites
from smala_lockin.importing.understanding.sorts import RowSort, Skip, sort_of
from smala_lockin.importing.understanding.subscription_lines import as_subscriptions
from smala_lockin.importing.understanding.whereabouts import with_whereabouts
from smala_lockin.importing.understanding.year_sums import with_year_totals
from smala_lockin.importing.values.plain import phrases_of, plain_words

_HELP = phrases_of(
    "instructions|instruction|read me|readme|lisez moi|mode d emploi|notice|guide|help|aide|legend|"
    "legende|legenda|cover|couverture|page de garde|deckblatt|voorblad|drop down|dropdown|lists|"
    "listes|listes deroulantes|liste deroulante|lijsten|listen|auswahllisten|lookup|lookups|"
    "choices|options|parametres|parameters|settings|definitions|glossaire|glossary|changelog|"
    "version history|historique des versions|revisions|toelichting|handleiding|anleitung|hinweise"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChoice:
    """What somebody chose for a sheet in the place of what was found; empty: nothing.

    `header_row` is numbered as Excel does. `meanings` go by header, None keeps the column as a
    note; columns of `ignored` headers are left out altogether. `is_used` False leaves the sheet
    out, True reads it though it is hidden. `is_turned` says whether it has an item in each column
    rather than in each row.
    """

    is_used: bool | None = None
    is_turned: bool | None = None
    header_row: int | None = None
    sort: RowSort | None = None
    meanings: Mapping[str, Meaning | None] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()


NOTHING_CHOSEN = SheetChoice()

Choices = Mapping[tuple[str, str | None], SheetChoice]
"""What was chosen for sheets, by file and sheet as their `Table` names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table understood: its layout, its columns, and what a row stands for (None: skipped).

    `ignored` are columns that somebody chose to leave out, `known` the tool that wrote it,
    `withheld` cells that were left out of the layout because they hold secrets.
    """

    table: Table
    layout: Layout | None = None
    columns: tuple[Column, ...] = ()
    ignored: tuple[Column, ...] = ()
    sort: RowSort | None = None
    skip: Skip | None = None
    known: Recognised | None = None
    withheld: tuple[Withheld, ...] = ()

    def column(self, meaning: Meaning) -> Column | None:
        """Return the first column of a meaning."""
        return next(iter(self.all(meaning)), None)

    def all(self, *meanings: Meaning) -> list[Column]:
        """Return the columns of some meanings, the surest first."""
        found: list[Column] = []
        for meaning in meanings:
            alike = [one for one in self.columns if one.meaning is meaning]
            found += sorted(alike, key=lambda column: -column.confidence)
        return found


def understand(table: Table, choice: SheetChoice = NOTHING_CHOSEN) -> Sheet:
    """Return what a table is about, or why it gives nothing."""
    if not table.rows:
        return Sheet(table=table, skip=Skip.EMPTY)
    if table.hidden and not choice.is_used:
        return Sheet(table=table, skip=Skip.HIDDEN)
    table, layout, known = _laid_out(table, choice)
    if layout is None:
        return Sheet(table=table, skip=Skip.NO_HEADER)
    if not layout.body:
        skip = Skip.EXAMPLE_ONLY if layout.repeated else Skip.NO_ROWS
        return Sheet(table=table, layout=layout, skip=skip, known=known)
    said = frozenset(choice.meanings)
    layout, choice = _told_otherwise(layout, choice, known)
    every, choice = _every_column(table, layout, choice, known, said)
    columns = tuple(one for one in every if one.header not in choice.ignored)
    columns = _meant(table, layout, columns, said, is_known=known is not None)
    found, columns = _stood_for(table, layout, columns, choice, known)
    withheld: tuple[Withheld, ...] = ()
    if isinstance(found, RowSort):
        if found is RowSort.SUPPLIER:
            columns = with_own_numbers(layout, columns, choice.meanings)
        columns = fitted(found, columns, choice.meanings)
        columns = with_hosting_countries(found, layout, columns, said)
        if found is RowSort.ASSET:
            columns = with_sites(table, columns, said)
        if found not in _ADDED_UP:
            layout, columns, withheld = without_secrets(layout, columns)
    return Sheet(
        table=table,
        layout=layout,
        columns=columns,
        ignored=tuple(one for one in every if one.header in choice.ignored),
        sort=found if isinstance(found, RowSort) else None,
        skip=found if isinstance(found, Skip) else None,
        known=known,
        withheld=withheld,
    )


def _laid_out(table: Table, choice: SheetChoice) -> tuple[Table, Layout | None, Recognised | None]:
    """A table as it is read, where its header and rows lie, and the tool that wrote it."""
    is_open = choice.header_row is None and not choice.is_turned
    if is_open and (asked := own_answers(table) or stacked_forms(table)):
        return table, asked, None
    table = upright(table, is_turned=choice.is_turned)
    known = recognise(table)
    if known and known.tool == DORA:
        table = decoded(table)
    if known and choice.header_row not in (None, known.header_row):
        known = None
    return table, lay_out(table, known.header_row if known else choice.header_row), known


def _told_otherwise(
    layout: Layout, choice: SheetChoice, known: Recognised | None
) -> tuple[Layout, SheetChoice]:
    """A table with rows and words as the map wants them, and what its columns mean then."""
    layout = with_legend(without_remarks(without_customers(layout)))
    if not known:
        layout = with_people_counted(layout, choice.meanings)
        layout = with_names_of_labels(layout, choice.meanings)
        if choice.sort in (None, RowSort.ASSET):
            layout, meant = as_subscriptions(layout, choice.meanings)
            choice = replace(choice, meanings={**meant, **choice.meanings})
    choice = _with_known(choice, known, layout)
    marked = frozenset(text for text in layout.headers if text.startswith(REPAIR_MARK))
    return layout, replace(choice, ignored=choice.ignored | marked)


def _every_column(
    table: Table,
    layout: Layout,
    choice: SheetChoice,
    known: Recognised | None,
    said: frozenset[str],
) -> tuple[tuple[Column, ...], SheetChoice]:
    """All columns as their headers and values tell, and which of them are left out."""
    every = _columns(layout, choice)
    if hidden := _hidden(every, table, choice):
        choice = replace(choice, ignored=choice.ignored | hidden)
        every = _columns(layout, choice)
    if known:
        every = tuple(_of_known(one, known, said) for one in every)
    if not layout.has_header:
        every = _told_by_values(layout, every, choice)
    return every, choice


def _meant(
    table: Table,
    layout: Layout,
    columns: tuple[Column, ...],
    said: frozenset[str],
    *,
    is_known: bool,
) -> tuple[Column, ...]:
    """The columns as each means beside the others; what is `said` of them stays."""
    columns = with_answers(layout, columns, said)
    columns = with_secrets(layout, columns, said)
    columns = with_ai_risks(table, columns, said)
    columns = without_single_amounts(with_ledger_amounts(with_counts(layout, columns)))
    columns = with_year_totals(layout, columns, said)
    columns = with_raci(layout, with_other_names(columns, said), said)
    columns = with_crosses(layout, columns, said)
    if not is_known:
        columns = with_machines(layout, columns, said)
        columns = with_ends(layout, columns, said)
        columns = with_whereabouts(table, layout, columns, said)
    return with_delicacy(layout, columns, said)


def _stood_for(
    table: Table,
    layout: Layout,
    columns: tuple[Column, ...],
    choice: SheetChoice,
    known: Recognised | None,
) -> tuple[RowSort | Skip, tuple[Column, ...]]:
    """What rows stand for, or why they are not read; and the columns that name it."""
    found = sort_of(table, layout, columns)
    if choice.sort is not None:
        columns = _named_for(choice.sort, columns)
        held = {one.meaning for one in columns}
        fits = choice.sort is found or any(needed <= held for needed in _NEEDED[choice.sort])
        found = choice.sort if fits else Skip.NO_NAMES
    elif known and known.is_idle:
        found = Skip.IDLE
    elif plain_words(table.sheet or "") in _HELP and not (known or choice.is_used):
        found = Skip.HELP
    return Skip.CHOSEN if choice.is_used is False else found, columns


def _told_by_values(
    layout: Layout, columns: tuple[Column, ...], choice: SheetChoice
) -> tuple[Column, ...]:
    """The columns of a list without header as their values tell; what is chosen stays."""
    chosen = {**choice.meanings, **dict.fromkeys(choice.ignored)}
    free = [one for one in columns if one.header not in chosen]
    told = {**chosen, **meanings_by_values(layout, free)}
    return tuple(
        replace(one, confidence=GUESSED) if one.header not in chosen and one.meaning else one
        for one in read_columns(layout, told)
    )


def _of_known(one: Column, known: Recognised, said: frozenset[str]) -> Column:
    """A column as the tool that wrote it means it; what somebody said of it stays theirs."""
    reference = one.reference or one.index in known.references
    sure = one.index in known.meanings and one.header not in said
    return replace(one, reference=reference, confidence=KNOWN if sure else one.confidence)


def _columns(layout: Layout, choice: SheetChoice) -> tuple[Column, ...]:
    """The columns of a layout, one of which names its things."""
    chosen = {**choice.meanings, **dict.fromkeys(choice.ignored)}
    columns = with_deliveries(layout, read_columns(layout, chosen), chosen)
    return with_names(columns, len(layout.body), chosen)


def _hidden(columns: Iterable[Column], table: Table, choice: SheetChoice) -> frozenset[str]:
    """The headers of hidden columns, unless somebody chose what they mean."""
    return frozenset(
        one.header
        for one in columns
        if one.index in table.hidden_columns and one.header not in choice.meanings
    )


def _with_known(choice: SheetChoice, known: Recognised | None, layout: Layout) -> SheetChoice:
    """Add what is known of the tool that wrote a sheet; what somebody chose comes first."""
    if known is None:
        return choice
    headers = layout.headers
    meanings = {headers[index]: one for index, one in known.meanings.items() if headers[index]}
    ignored = {headers[index] for index in known.ignored} - set(choice.meanings)
    return replace(
        choice,
        sort=choice.sort or (RowSort(known.sort) if known.sort else None),
        meanings={**meanings, **choice.meanings},
        ignored=choice.ignored | ignored,
    )


def _named_for(sort: RowSort, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Let the names of a sheet be what a chosen sort of row looks for them under."""
    wanted = {RowSort.PROCESS: Meaning.PROCESS, RowSort.CONTRACT: Meaning.SUBJECT}.get(sort)
    if wanted is None or any(one.meaning is wanted for one in columns):
        return columns
    return tuple(
        replace(one, meaning=wanted) if one.meaning is Meaning.NAME else one for one in columns
    )


_ADDED_UP = (RowSort.PAYMENT, RowSort.BILL)
"""Rows of which no text is kept that one of their column is a secret in."""

_NEEDED: Mapping[RowSort, Sequence[frozenset[Meaning]]] = {
    RowSort.ASSET: [frozenset({Meaning.NAME})],
    RowSort.INSTALLATION: [frozenset({Meaning.NAME, Meaning.MACHINE})],
    RowSort.PROCESS: [frozenset({Meaning.PROCESS})],
    RowSort.SUPPLIER: [frozenset({Meaning.SUPPLIER}), frozenset({Meaning.NAME})],
    RowSort.CONTRACT: [frozenset({Meaning.SUBJECT})],
    RowSort.RELATION: [
        frozenset({Meaning.SOURCE, Meaning.TARGET}),
        frozenset({Meaning.SUBJECT, Meaning.TARGET}),
    ],
    RowSort.PAYMENT: [frozenset({Meaning.SUPPLIER}), frozenset({Meaning.NAME})],
    RowSort.BILL: [frozenset({Meaning.NAME})],
}
"""What a sheet must have, one or the other, for its rows to be of a sort."""
