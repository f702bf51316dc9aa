"""From the rows of sheets to drafts, and to wishes: what each row says it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from smala_lockin.domain.assets import Origin
from smala_lockin.domain.kinds import AssetKind, OperatedBy, Role
from smala_lockin.formats.tables import Cell
from smala_lockin.importing.columns import Column, is_counter
from smala_lockin.importing.drafts import Draft, Drafts, Pool, pool_of, read_at
from smala_lockin.importing.guessing import Guess, SheetGuess
from smala_lockin.importing.layout import Body
from smala_lockin.importing.meanings import Meaning
from smala_lockin.importing.plain import (
    display_name,
    exact_form,
    is_everything,
    is_nobody,
    is_ourselves,
    is_placeholder,
    is_set_aside,
    plain_words,
    words_of,
)
from smala_lockin.importing.problems import Place, Problem, Reason
from smala_lockin.importing.row_facts import Read, RowFacts, cell_text
from smala_lockin.importing.scales import Scale
from smala_lockin.importing.sheets import RowSort, Sheet
from smala_lockin.importing.splitting import split_names

_ABOUT_SUPPLIERS = frozenset({"country", "registration"})
_LEFT_OUT = frozenset({Meaning.PERSON})
_NOT_KEPT = frozenset(Meaning) - {
    Meaning.HOSTING,
    Meaning.LOCATION,
    Meaning.HARDWARE,
    Meaning.PAYMENT,
    Meaning.KIND,
    Meaning.ID,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A row's word that something needs, or is supplied or controlled by, something else.

    `near` is the draft the row is about, or the text that names it; `far` names the other.
    `flipped`: the far one needs the near one. `facts` are about the far one.
    """

    near: Draft | str
    far: str
    role: Role
    pool: Pool
    place: Place
    column: str
    near_column: str = ""
    reference: bool = False
    flipped: bool = False
    facts: tuple[Read, ...] = ()


@dataclass(slots=True)
class Tally:
    """What became of the rows of one sheet."""

    used: set[int] = field(default_factory=set)
    merged: int = 0
    kept: dict[str, None] = field(default_factory=dict)
    scales: dict[str, Scale] = field(default_factory=dict)


class Gathering:
    """Everything the files say, as it comes in row by row."""

    def __init__(
        self, drafts: Drafts, currency: str, rates: Mapping[str, float], today: date | None
    ) -> None:
        """`currency` and `rates` as `RowFacts` takes them; `today` is when the files are read."""
        self.today = today
        self.drafts = drafts
        self.wishes: list[Wish] = []
        self.problems: list[Problem] = []
        self._currency, self._rates = currency, rates

    def take(self, sheet: Sheet) -> Tally:
        """Read all rows of a sheet."""
        return _SheetReader(self, sheet, RowFacts(sheet, self._currency, self._rates)).read()


class _SheetReader:
    def __init__(self, whole: Gathering, sheet: Sheet, facts: RowFacts) -> None:
        assert sheet.layout is not None
        self._whole, self._sheet, self._facts = whole, sheet, facts
        self._drafts, self._problems = whole.drafts, whole.problems
        self._tally = Tally(scales=facts.scales)
        self._said_before = 0
        self._mine: set[Draft] = set()
        self._guess = SheetGuess(sheet)
        self._name = sheet.column(Meaning.NAME)
        self._id = sheet.column(Meaning.ID)
        self._lasting = self._id is not None and not is_counter(self._id, len(sheet.layout.body))
        self._record_type = sheet.column(Meaning.RECORD_TYPE)
        self._direction = sheet.column(Meaning.DIRECTION)
        self._kept = [
            one
            for one in sheet.columns
            if one.meaning not in _NOT_KEPT or (one.meaning is Meaning.COST)
        ]
        self._supplying = sheet.all(Meaning.SUPPLIER, Meaning.MAKER)
        self._controlling = sheet.all(Meaning.PARENT_COMPANY)
        self._needed = sheet.all(Meaning.DEPENDS_ON, Meaning.RUNS_ON, Meaning.NEEDED_BY)
        self._served = sheet.all(Meaning.PROCESS)
        self._texts = _text_columns(self._kept, sheet.layout.body)

    def read(self) -> Tally:
        assert self._sheet.layout is not None
        for row in self._sheet.layout.body:
            place = Place(
                file=self._sheet.table.file, sheet=self._sheet.table.sheet, row=row.number
            )
            if self._sheet.sort is RowSort.RELATION:
                self._relation(row, place)
            elif self._record_type and _text(row, self._record_type) == "2":
                self._links_of_name(row, place)
            else:
                self._thing(row, place)
        return self._tally

    def _thing(self, row: Body, place: Place) -> None:
        draft = self._draft(row, place)
        if draft is None:
            return
        self._tally.used.add(row.number)
        reads = self._facts.of(row, place, self._problems)
        about_supplier = draft.kind is AssetKind.SUPPLIER or draft.kind is AssetKind.LOCATION
        mine = [one for one in reads if about_supplier or one.fact not in _ABOUT_SUPPLIERS]
        theirs = tuple(one for one in reads if one not in mine)
        self._tell(draft, mine, place)
        if row.section:
            draft.tell("tags", (row.section,), self._origin(place, row.section))
        self._keep(draft, row)
        self._suppliers(draft, row, place, theirs)
        self._parents(draft, row, place)
        self._needs(draft, row, place)
        self._processes(draft, row, place)

    def _draft(self, row: Body, place: Place) -> Draft | None:
        """The draft a row is about, new or known; None where it has no name."""
        sort = self._sheet.sort
        column = self._name
        if sort is RowSort.CONTRACT and (subject := self._sheet.column(Meaning.SUBJECT)):
            return self._subject(row, place, subject)
        if sort is RowSort.SUPPLIER and column is None:
            column = self._sheet.column(Meaning.SUPPLIER)
        elif sort is RowSort.PROCESS:
            column = self._sheet.column(Meaning.PROCESS)
        text = _text(row, column)
        if column is None or is_placeholder(text) or text == "0":
            self._nameless(row, place, column)
            return None
        if sort is RowSort.SUPPLIER:
            if is_set_aside(text):
                problem = Problem.at(place, column.header, text, Reason.SET_ASIDE)
                self._problems.append(problem)
                return None
            guess = Guess(AssetKind.SUPPLIER, sure=True)
        elif sort is RowSort.PROCESS:
            guess = Guess(AssetKind.PROCESS, sure=True)
        else:
            guess = self._guess.of(row)
        return self._found_or_new(text, guess, _text(row, self._id), place)

    def _found_or_new(self, text: str, guess: Guess, id: str, place: Place) -> Draft:
        name, pool = display_name(text), pool_of(guess.kind)
        if is_placeholder(id):
            id = ""
        draft = self._known(name, pool, id, place)
        if draft is None:
            draft = self._drafts.add(
                Draft(name=name, kind=guess.kind, sure=guess.sure, place=place, import_id=id)
            )
        else:
            if draft in self._mine:
                self._tally.merged += 1
            if id and not draft.import_id:
                self._drafts.identify(draft, id)
            if draft.existing is None and guess.sure and not draft.sure:
                draft.kind, draft.sure = guess.kind, True
        draft.said = True
        draft.place = draft.place or place
        draft.facts.setdefault("name", (name, self._origin(place, text)))
        self._mine.add(draft)
        return draft

    def _known(self, name: str, pool: Pool, id: str, place: Place) -> Draft | None:
        """The draft of this identifier, else of this name; an identifier wins over a name.

        Between one import and the next it wins only if it lasts, and where no thing of the map
        has the very name.
        """
        named = self._drafts.named(pool, name)
        if not id:
            return named[0] if named else None
        assert self._id is not None
        alike = [one for one in self._drafts.identified(pool, id) if one in self._mine]
        for one in alike:
            if exact_form(one.name) == exact_form(name):
                return one
        if alike:
            reason = Reason.ID_TWICE
            self._problems.append(
                Problem.at(place, self._id.header, id, reason, other=alike[0].name)
            )
            return None
        free = [one for one in named if one not in self._mine and not one.import_id]
        if not self._lasting:
            return free[0] if free else None
        remembered = [
            one
            for one in self._drafts.remembered(self._id.header, id)
            if one.pool is pool and not one.import_id
        ]
        same = [one for one in remembered if one in free]
        others = [one for one in free if self._may_take(one)]
        return next(iter([*same, *others, *remembered]), None)

    def _may_take(self, draft: Draft) -> bool:
        """Whether a thing of this name has no identifier of its own yet."""
        assert self._id is not None
        header = exact_form(self._id.header)
        known = draft.existing.custom if draft.existing else {}
        return all(exact_form(key) != header for key in known)

    def _subject(self, row: Body, place: Place, subject: Column) -> Draft | None:
        text = _text(row, subject)
        pool = self._drafts.identified(Pool.ASSET, text) or self._drafts.named(Pool.ASSET, text)
        said = [one for one in pool if one.said]
        if len(said) == 1:
            return said[0]
        if is_placeholder(text):
            self._nameless(row, place, subject)
        elif said:
            problem = Problem.at(place, subject.header, text, Reason.AMBIGUOUS_NAME)
            self._problems.append(problem)
        else:
            problem = Problem.at(place, subject.header, text, Reason.UNKNOWN_SOURCE)
            self._problems.append(problem)
        return None

    def _nameless(self, row: Body, place: Place, column: Column | None) -> None:
        header = column.header if column else ""
        cell = row.cells[column.index] if column else ""
        self._problems.append(Problem.at(place, header, cell, Reason.NO_NAME))

    def _tell(self, draft: Draft, reads: list[Read], place: Place) -> None:
        for one in reads:
            earlier = draft.tell(one.fact, one.value, self._origin(place, one.text))
            if earlier is None:
                continue
            if one.fact == "description":
                self._keep_text(draft, self._header_of(one.fact), one.text)
            else:
                reason = Reason.DIFFERENT_VALUE
                header = self._header_of(one.fact)
                self._problems.append(
                    Problem.at(place, header, one.text, reason, other=str(earlier))
                )

    def _header_of(self, fact: str) -> str:
        for one in self._sheet.columns:
            monthly = one.meaning is Meaning.MONTHLY_COST and fact == "annual_cost"
            if one.meaning == fact or monthly:
                return one.header
        return fact

    def _keep(self, draft: Draft, row: Body) -> None:
        """Keep the columns that fill no fact, and texts that did not become one."""
        for column in self._kept:
            cell = row.cells[column.index]
            if cell is None:
                continue
            text = cell_text(cell)
            if is_placeholder(text) or (text == "0" and column.index in self._texts):
                continue
            if column.meaning is Meaning.COST:
                if "annual_cost" in draft.facts:
                    continue
                text = self._with_currency(text, row)
            self._keep_text(draft, column.header, text)

    def _keep_text(self, draft: Draft, header: str, text: str) -> None:
        """Keep a text under its header; what several rows say stands on several lines."""
        self._tally.kept.setdefault(header)
        if self._sheet.sort is RowSort.CONTRACT:  # not to mix its columns with the asset's own
            header = f"{self._sheet.table.sheet or self._sheet.table.file} - {header}"
        known = draft.custom.get(header)
        if known is None:
            draft.custom[header] = text
        elif text not in known.split("\n"):
            draft.custom[header] = f"{known}\n{text}"

    def _with_currency(self, text: str, row: Body) -> str:
        currency = _text(row, self._sheet.column(Meaning.CURRENCY))
        return f"{text} {currency}".strip()

    def _suppliers(self, draft: Draft, row: Body, place: Place, facts: tuple[Read, ...]) -> None:
        if draft.kind is AssetKind.SUPPLIER:
            return
        for column in self._supplying:
            for name in split_names(_text(row, column), commas=False):
                if is_ourselves(name):
                    ours = (OperatedBy.US, self._origin(place, name))
                    draft.facts.setdefault("operated_by", ours)
                elif is_set_aside(name):
                    problem = Problem.at(place, column.header, name, Reason.SET_ASIDE)
                    self._problems.append(problem)
                elif not is_nobody(name):
                    self._wish(draft, name, Role.PROVIDED_BY, Pool.SUPPLIER, place, column, facts)

    def _parents(self, draft: Draft, row: Body, place: Place) -> None:
        if draft.kind is not AssetKind.SUPPLIER:
            return
        for column in self._controlling:
            for name in split_names(_text(row, column), commas=False):
                if not is_nobody(name):
                    self._wish(draft, name, Role.CONTROLLED_BY, Pool.SUPPLIER, place, column)

    def _needs(self, draft: Draft, row: Body, place: Place) -> None:
        for column in self._needed:
            text = _text(row, column)
            flipped = column.meaning is Meaning.NEEDED_BY
            if self._direction and column.meaning is Meaning.DEPENDS_ON and not is_nobody(text):
                direction = self._flips(row)
                if direction is None:
                    cell = row.cells[self._direction.index]
                    reason = Reason.UNKNOWN_DIRECTION
                    self._problems.append(Problem.at(place, self._direction.header, cell, reason))
                    continue
                flipped = direction
            role = Role.RUNS_ON if column.meaning is Meaning.RUNS_ON else Role.USES
            for name in self._names(text):
                if not is_nobody(name):
                    self._wish(draft, name, role, Pool.ASSET, place, column, flipped=flipped)

    def _names(self, text: str) -> tuple[str, ...]:
        """Names apart by comma as well, unless the whole is a name."""
        whole = display_name(text)
        commas = "," in whole and not self._drafts.named(Pool.ASSET, whole)
        return split_names(text, commas=commas)

    def _flips(self, row: Body) -> bool | None:
        """Whether the far one needs the near one; None where the direction is not known."""
        word = exact_form(_text(row, self._direction))
        if word in ("", "southbound", "outbound", "depends on", "uses", "->", "downstream"):
            return False
        return True if word in ("northbound", "inbound", "used by", "<-", "upstream") else None

    def _links_of_name(self, row: Body, place: Place) -> None:
        """A row that only links: what it is about stands in another row."""
        assert self._name is not None
        name = _text(row, self._name)
        known = self._drafts.named(Pool.ASSET, name)
        before = len(self._whole.wishes)
        self._said_before = len(self._problems)
        stand_in = Draft(name=display_name(name), kind=AssetKind.APPLICATION, place=place)
        self._needs(known[0] if known else stand_in, row, place)
        found = self._whole.wishes[before:]
        if not known:
            self._whole.wishes[before:] = [
                replace(wish, near=name, near_column=self._name.header) for wish in found
            ]
        if not found and self._said_before == len(self._problems):
            needed = self._sheet.column(Meaning.DEPENDS_ON)
            self._nameless(row, place, needed)

    def _processes(self, draft: Draft, row: Body, place: Place) -> None:
        if draft.kind in (AssetKind.PROCESS, AssetKind.SUPPLIER):
            return
        for column in self._served:
            for name in split_names(_text(row, column), commas=True):
                if is_nobody(name):
                    continue
                if is_everything(name):
                    problem = Problem.at(place, column.header, name, Reason.EVERYTHING)
                    self._problems.append(problem)
                    continue
                self._wish(draft, name, Role.USES, Pool.PROCESS, place, column, flipped=True)

    def _relation(self, row: Body, place: Place) -> None:
        source, target = self._sheet.column(Meaning.SOURCE), self._sheet.column(Meaning.TARGET)
        assert source is not None
        assert target is not None
        near, far = _text(row, source), _text(row, target)
        for text, column in ((near, source), (far, target)):
            if is_nobody(text):
                self._nameless(row, place, column)
                return
        kind = self._sheet.column(Meaning.KIND)
        role, flipped = _relation_of(_text(row, kind))
        self._wish(near, far, role, Pool.ASSET, place, target, flipped=flipped)

    def _wish(
        self,
        near: Draft | str,
        far: str,
        role: Role,
        pool: Pool,
        place: Place,
        column: Column,
        facts: tuple[Read, ...] = (),
        *,
        flipped: bool = False,
    ) -> None:
        self._whole.wishes.append(
            Wish(
                near=near,
                far=far,
                role=role,
                pool=pool,
                place=place,
                column=column.header,
                reference=column.reference,
                flipped=flipped,
                facts=facts,
            )
        )

    def _origin(self, place: Place, text: str) -> Origin:
        return read_at(place, text, self._whole.today)


def _relation_of(text: str) -> tuple[Role, bool]:
    """The role that a type of relation means, and whether its target needs its source."""
    words = set(plain_words(text).split())
    flipped = bool(words & _TOWARDS_USER) and not words & {"uses", "depends", "runs"}
    role = Role.RUNS_ON if words & _STANDS_ON else Role.USES
    return role, flipped


_TOWARDS_USER = words_of("serves serving supports used hosts soutient sert supporte alimente")
_STANDS_ON = words_of("runs run hosted hosts tourne heberge draait lauft installed installe")


def _text(row: Body, column: Column | None) -> str:
    return cell_text(row.cells[column.index]) if column else ""


def _text_columns(columns: list[Column], body: tuple[Body, ...]) -> set[int]:
    """Columns that mostly hold words, where 0 stands for nothing."""
    found: set[int] = set()
    for column in columns:
        cells: list[Cell] = [row.cells[column.index] for row in body]
        filled = [cell for cell in cells if cell not in (None, 0, "0", "")]
        words = sum(isinstance(cell, str) and not cell.strip().isdigit() for cell in filled)
        if words * 2 > len(filled):
            found.add(column.index)
    return found
