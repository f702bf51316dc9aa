"""From the rows of a sheet to drafts, and to wishes: what each row says it needs."""

from collections.abc import Sequence
from itertools import compress

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.reads import Read
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.headings.plain_services import is_plain_category, is_plain_service
from smala_lockin.importing.rows.bulk import Bulk
from smala_lockin.importing.rows.drafts import Draft, Drafts, Pool, pool_of
from smala_lockin.importing.rows.guessing import Guess, SheetGuess
from smala_lockin.importing.rows.identity import Called, Identifier, Identifiers, Identity, Names
from smala_lockin.importing.rows.keeping import Keeping
from smala_lockin.importing.rows.raci import RaciReader
from smala_lockin.importing.rows.row_facts import (
    ABOUT_SUPPLIERS,
    HOLDING_COUNTRIES,
    RowFacts,
    taken,
)
from smala_lockin.importing.rows.tally import Tally
from smala_lockin.importing.rows.telling import Telling
from smala_lockin.importing.rows.wish_columns import WishColumns
from smala_lockin.importing.rows.wish_reader import WishReader
from smala_lockin.importing.rows.wishes import RunWishes, Wish, nameless, text_of
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import Cells, cell_text
from smala_lockin.importing.tables.left_out import LeftOut, Merged, Why
from smala_lockin.importing.tables.problems import Place, Problem, Reason, places_of
from smala_lockin.importing.tables.row_looks import row_text
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.deliveries import is_technology, tells_deliveries
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.importing.values.plain import (
    exact_form,
    is_nobody,
    is_ourselves,
    is_placeholder,
    is_set_aside,
)

_ABOUT_THINGS = frozenset({Meaning.HOSTING, Meaning.PERSONAL_DATA})


class SheetReader:
    """Reads the rows of one sheet that is about things, suppliers, contracts or relations."""

    def __init__(
        self,
        sheet: Sheet,
        facts: RowFacts,
        drafts: Drafts,
        wishes: list[Wish | RunWishes],
        problems: list[Problem],
        *,
        in_bulk: bool,
    ) -> None:
        """`drafts`, `wishes` and `problems` are added to; `in_bulk` changes only the time."""
        assert sheet.layout is not None
        self._sheet, self._facts, self._in_bulk = sheet, facts, in_bulk
        self._drafts, self._all_wishes, self._problems = drafts, wishes, problems
        self._tally = Tally(scales=facts.scales, is_currency_assumed=facts.is_currency_assumed)
        self._wishes = WishReader(sheet, drafts, wishes, problems)
        self._guess = SheetGuess(sheet)
        self._name = _naming(sheet)
        self._kind = sheet.column(Meaning.KIND)
        self._names = Names(self._cells(self._name))
        self._ids = Identifiers(self._cells(sheet.column(Meaning.ID)))
        self._identity = Identity(sheet, drafts, problems, self._names, self._ids)
        typed = sheet.column(Meaning.RECORD_TYPE)
        self._typed = typed if sheet.column(Meaning.NAME) else None
        self._keeping = Keeping(sheet)
        self._telling = Telling(sheet, self._keeping, problems)
        self._raci = RaciReader(sheet)
        filled = {one.meaning for one in sheet.columns}
        self._passes_on = self._lists_subcontractors()
        self._installed = self._installed_on()
        self._machines: dict[Draft, set[str]] = {}
        self._costs: dict[Draft, float] = {}
        self._may_be_plain = sheet.sort is RowSort.ASSET and Meaning.SUPPLIER in filled
        self._delivered = bool(self._name and tells_deliveries(self._name))
        self._about_suppliers = not filled.isdisjoint(ABOUT_SUPPLIERS)

    def _cells(self, column: Column | None) -> Cells:
        """The cells of a column; empty ones where the table has no such column."""
        layout = self._sheet.layout
        assert layout is not None
        return layout.columns[column.index] if column else Cells([None] * len(layout.body))

    def _lists_subcontractors(self) -> bool:
        """Whether rows are about subcontractors: most name one, and the rest of a row is theirs.

        Where each supplier stands left of its subcontractors on a single row, it is about that
        supplier.
        """
        layout = self._sheet.layout
        assert layout is not None
        column = self._sheet.column(Meaning.SUBCONTRACTOR)
        cells = layout.columns[column.index] if column else ()
        if column is None or 2 * sum(cell is not None for cell in cells) <= len(cells):
            return False
        supplier = self._sheet.column(Meaning.SUPPLIER)
        if supplier is None or column.index < supplier.index:
            return True
        suppliers = layout.columns[supplier.index]
        return len(suppliers.values) < len(suppliers) or suppliers.has_gaps

    def _installed_on(self) -> Column | None:
        """The column of computers, where a row is a program on one of them."""
        on = self._sheet.column(Meaning.MACHINE)
        return on if self._sheet.sort is RowSort.INSTALLATION else None

    def read(self) -> Tally:
        """Read all rows."""
        assert self._sheet.layout is not None
        body = self._sheet.layout.body
        places = places_of(
            self._sheet.table.file, self._sheet.table.sheet, [row.number for row in body]
        )
        if self._in_bulk and self._is_list():
            self._read_list(body, places)
        else:
            self._read_rows(body, places, range(len(body)))
        for draft, machines in self._machines.items():
            count = len(machines)
            draft.tell(Read("units", count, str(count)), draft.place or places[-1])
        for draft, cost in self._costs.items():
            text = f"{cost:.2f}"
            draft.tell(Read("annual_cost", round(cost, 2), text), draft.place or places[-1])
        self._tally.kept = self._keeping.headers
        self._tally.only_told = self._raci.left_out
        return self._tally

    def _is_list(self) -> bool:
        """Whether each row is about a thing that it names, or a supplier."""
        listed = self._sheet.sort in (RowSort.ASSET, RowSort.SUPPLIER)
        return listed and not (self._typed or self._passes_on or self._raci.is_there)

    def _read_list(self, body: Sequence[Body], places: Sequence[Place]) -> None:
        """Read a list of assets or suppliers, those of new ones many rows at once."""
        guesses, unfit = self._kinds(body)
        bulk = Bulk(
            drafts=self._drafts,
            identity=self._identity,
            facts=self._facts,
            keeping=self._keeping,
            wishes=self._all_wishes,
            reader=self._wishes,
            columns=WishColumns(self._sheet, self._wishes),
            problems=self._problems,
            body=body,
            names=self._names,
            ids=self._ids,
            guesses=guesses,
            places=places,
            about_suppliers=self._about_suppliers,
            troubled=self._facts.troubled(),
        )
        for is_fit, run in bulk.runs(unfit):
            if is_fit:
                bulk.take(run)
                self._tally.used.update(row.number for row in body[run.start : run.stop])
            else:
                self._read_rows(body, places, run)

    def _kinds(self, body: Sequence[Body]) -> tuple[Sequence[Guess], Sequence[int]]:
        """The kind of each row of a list, and the rows that are not about one of the usual kind."""
        if self._sheet.sort is RowSort.SUPPLIER:
            aside = self._cells(self._name).each(lambda cell: is_set_aside(cell_text(cell)))
            guesses: Sequence[Guess] = [Guess(_SUPPLIER, sure=True)] * len(body)
            return guesses, list(compress(range(len(body)), aside))
        assert self._sheet.layout is not None
        guesses = self._guess.each(body, self._sheet.layout.columns)
        different = dict(zip(map(id, guesses), guesses, strict=True)).values()
        plain = (
            self._plain_services(body, guesses) if not all(one.sure for one in different) else []
        )
        if not any(one.kind in _NO_THINGS for one in different):
            return guesses, plain
        others = [index for index, guess in enumerate(guesses) if guess.kind in _NO_THINGS]
        return guesses, [*others, *plain]

    def _read_rows(self, body: Sequence[Body], places: Sequence[Place], run: range) -> None:
        for index in run:
            row, place = body[index], places[index]
            if self._sheet.sort is RowSort.RELATION:
                self._wishes.relation(row, place)
            elif self._typed and text_of(row, self._typed) == "2":
                self._wishes.links_of_name(row, place)
            else:
                self._thing(index, row, place)

    def _thing(self, index: int, row: Body, place: Place) -> None:
        draft = self._draft(index, row, place)
        if draft is None:
            return
        self._tally.used.add(row.number)
        if self._installed:
            self._machines.setdefault(draft, set()).add(exact_form(text_of(row, self._installed)))
        reads = self._facts.of(index, row, place, self._problems)
        if self._installed:
            self._add_cost(draft, reads)
        theirs: tuple[Read, ...] = ()
        used: tuple[Read, ...] = ()
        passed_on = self._passes_on and draft.kind is _SUPPLIER
        if passed_on:
            theirs, reads = tuple(reads.values()), {}
        elif draft.kind is _PROCESS:
            used = taken(reads, _ABOUT_THINGS)
        if self._about_suppliers and draft.kind not in HOLDING_COUNTRIES:
            theirs = taken(reads, ABOUT_SUPPLIERS)
        if self._raci.is_there:
            self._parts(draft, reads, row, place)
        self._telling.tell(draft, reads, place)
        if row.section:
            draft.tell(Read("tags", (row.section,), row.section), place)
        self._keeping.keep(draft, index, row)
        self._wishes.read(draft, index, row, place, theirs=theirs, passed_on=passed_on, used=used)

    def _parts(self, draft: Draft, reads: dict[str, Read], row: Body, place: Place) -> None:
        """Read who answers for what a row is about, and who is needed to do it."""
        parts = self._raci.read(row)
        if parts.owner and "owner" not in reads:
            reads["owner"] = Read("owner", parts.owner, parts.text)
        if parts.text:
            self._keeping.keep_text(draft, "RACI", parts.text)
        self._wishes.doers(draft, parts.responsible, place)

    def _add_cost(self, draft: Draft, reads: dict[str, Read]) -> None:
        """Add what one installation costs to those of the others."""
        cost = reads.pop("annual_cost", None)
        if cost is not None and isinstance(cost.value, float):
            self._costs[draft] = self._costs.get(draft, 0.0) + cost.value

    def _draft(self, index: int, row: Body, place: Place) -> Draft | None:
        """The draft a row is about, new or known; None where it has no name."""
        sort = self._sheet.sort
        if sort is RowSort.CONTRACT and (subject := self._sheet.column(Meaning.SUBJECT)):
            return self._subject(row, place, subject)
        name = self._names[index]
        if name is None:
            self._problems.append(nameless(row, place, self._name))
            return None
        if sort is RowSort.SUPPLIER:
            text = name.read.text
            if is_set_aside(text):
                header = self._name.header if self._name else ""
                self._problems.append(Problem.at(place, header, text, Reason.SET_ASIDE))
                return None
            guess = Guess(AssetKind.SUPPLIER, sure=True)
        elif sort is RowSort.PROCESS:
            guess = Guess(AssetKind.PROCESS, sure=True)
        else:
            guess = self._guess.of(row)
            if self._may_be_plain and self._is_plain(index, row, guess):
                return self._doer(name, row, place)
        return self._found_or_new(name, guess, self._ids[index], place)

    def _plain_services(self, body: Sequence[Body], guesses: Sequence[Guess]) -> list[int]:
        """The rows of a list of assets that name what `_is_plain`; most need no closer look."""
        if not self._may_be_plain:
            return []
        kinds = self._cells(self._kind).each(lambda cell: is_plain_category(cell_text(cell)))
        rows = enumerate(zip(self._guess.quiet, kinds, guesses, strict=True))
        return [
            index
            for index, (is_quiet, is_plain, guess) in rows
            if (is_plain or self._delivered or not is_quiet)
            and self._is_plain(index, body[index], guess)
        ]

    def _is_plain(self, index: int, row: Body, guess: Guess) -> bool:
        """Whether what a row names is bought and runs on no technology."""
        name = self._names[index]
        if guess.sure or name is None:
            return False
        if self._delivered:
            return not is_technology(name.name)
        category = text_of(row, self._kind)
        return is_plain_service(name.name, category)

    def _doer(self, service: Called, row: Body, place: Place) -> Draft | None:
        """The supplier of a service that is no technology: all that a map needs of it."""
        text = text_of(row, self._sheet.column(Meaning.SUPPLIER))
        named = Names(Cells([text]))[0]
        if named is None or is_nobody(text) or is_set_aside(text) or is_ourselves(text):
            left = LeftOut(row=row.number, text=row_text(row.cells), why=Why.PLAIN_SERVICE)
            self._tally.left_out.append(left)
            return None
        draft = self._found_or_new(named, Guess(AssetKind.SUPPLIER, sure=True), None, place)
        draft.offer(Read("description", service.name, service.read.text), place)
        return draft

    def _found_or_new(
        self, name: Called, guess: Guess, id: Identifier | None, place: Place
    ) -> Draft:
        draft = self._identity.known(name, pool_of(guess.kind), id, place)
        if draft is None:
            draft = self._drafts.add(
                Draft(
                    name=name.name,
                    kind=guess.kind,
                    sure=guess.sure,
                    place=place,
                    import_id=id.text if id else "",
                )
            )
        else:
            if self._identity.is_mine(draft) and not self._installed:
                into = draft.place.row if draft.place and draft.place.is_beside(place) else None
                self._tally.merged.append(Merged(row=place.row, text=name.name, into=into))
            if id and not draft.import_id:
                self._drafts.identify(draft, id.text)
            if draft.existing is None and guess.sure and not draft.sure:
                draft.kind, draft.sure = guess.kind, True
            self._drafts.rename(draft, name.read, name.form, place)
        draft.said = True
        draft.place = draft.place or place
        draft.offer(name.read, place)
        self._identity.take(draft, name, id)
        return draft

    def _subject(self, row: Body, place: Place, subject: Column) -> Draft | None:
        text = text_of(row, subject)
        pool = self._drafts.identified(Pool.ASSET, text) or self._drafts.named(Pool.ASSET, text)
        said = [one for one in pool if one.said]
        if len(said) == 1:
            return said[0]
        if is_placeholder(text):
            self._problems.append(nameless(row, place, subject))
        elif said:
            problem = Problem.at(place, subject.header, text, Reason.AMBIGUOUS_NAME)
            self._problems.append(problem)
        else:
            problem = Problem.at(place, subject.header, text, Reason.UNKNOWN_SOURCE)
            self._problems.append(problem)
        return None


# Python 3.11 is slow to look up the members of an enumeration, and this is asked for every row.
_SUPPLIER, _PROCESS = AssetKind.SUPPLIER, AssetKind.PROCESS
_NO_THINGS = (_SUPPLIER, _PROCESS)


def _naming(sheet: Sheet) -> Column | None:
    """The column that names what the rows are about."""
    if sheet.sort is RowSort.PROCESS:
        return sheet.column(Meaning.PROCESS)
    named = sheet.column(Meaning.NAME)
    if sheet.sort is RowSort.SUPPLIER and named is None:
        return sheet.column(Meaning.SUPPLIER)
    return named
