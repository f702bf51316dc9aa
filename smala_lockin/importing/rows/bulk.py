"""Rows of a list that name new things, as most do: taken many at once.

What becomes of them is what becomes of any row taken alone, at a fraction of the cost; a test
holds one beside the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from smala_lockin.domain.reads import Read
from smala_lockin.importing.rows.drafts import Draft, Drafts, Told
from smala_lockin.importing.rows.guessing import Guess
from smala_lockin.importing.rows.identity import Identifiers, Identity, Names
from smala_lockin.importing.rows.keeping import Keeping
from smala_lockin.importing.rows.row_facts import ABOUT_SUPPLIERS, HOLDING_COUNTRIES, RowFacts
from smala_lockin.importing.rows.wish_columns import WishColumns
from smala_lockin.importing.rows.wish_reader import WishReader
from smala_lockin.importing.rows.wishes import RunWishes, Wish
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import runs_of
from smala_lockin.importing.tables.problems import Place, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """Takes in runs of the rows of one sheet, by what reads them one by one too.

    `body`, `names`, `ids`, `guesses` and `places` are those of all its rows. `about_suppliers`:
    some of the facts of a row are about who supplies its thing. `troubled` are rows of which a
    cell should hold a fact and does not. What rows say of others is added to `wishes`.
    """

    drafts: Drafts
    identity: Identity
    facts: RowFacts
    keeping: Keeping
    wishes: list[Wish | RunWishes]
    reader: WishReader
    columns: WishColumns
    problems: list[Problem]
    body: Sequence[Body]
    names: Names
    ids: Identifiers
    guesses: Sequence[Guess]
    places: Sequence[Place]
    about_suppliers: bool
    troubled: frozenset[int]

    @property
    def asking(self) -> frozenset[int]:
        """The rows that say more of others than names."""
        return self.columns.asking

    def runs(self, unfit: Iterable[int]) -> Iterator[tuple[bool, range]]:
        """Yield the rows in their order, and whether they name new things; `unfit` ones do not."""
        fit = self.identity.are_new()
        for index in unfit:
            fit[index] = False
        yield from runs_of(fit)

    def take(self, run: range) -> None:
        """Take in a run of rows of one pool."""
        rows = slice(run.start, run.stop)
        guesses = self.guesses[rows]
        facts = {"name": self.names.reads(rows), **self.facts.of_new(rows)}
        theirs = self._theirs(facts, guesses)
        if sections := self._sections(rows):
            facts["tags"] = sections
        costs = facts.get("annual_cost", [None] * len(run)) if self.troubled else ()
        told = Told(facts, self.keeping.of_new(rows, costs))
        drafts = list(
            map(
                Draft,
                self.names.names[rows],
                [one.kind for one in guesses],
                self.places[rows],
                [one.sure for one in guesses],
                repeat(True),
                repeat(False),
                repeat(None),
                self.ids.texts[rows],
                repeat(told),
                range(len(run)),
            )
        )
        self.drafts.add_new(drafts, self.names.forms[rows], self.ids.forms[rows])
        self.identity.take_new(drafts, run)
        self._read_others(run, drafts, theirs)

    def _theirs(
        self, facts: dict[str, Sequence[Read | None]], guesses: Sequence[Guess]
    ) -> Sequence[tuple[Read, ...]]:
        """Take out of the facts of rows what is said of suppliers."""
        about = [fact for fact in facts if fact in ABOUT_SUPPLIERS]
        if not (self.about_suppliers and about):
            return [()] * len(guesses)
        mine = [guess.kind in HOLDING_COUNTRIES for guess in guesses]
        told = list(zip(*(facts[fact] for fact in about), strict=True))
        for fact in about:
            reads = zip(facts[fact], mine, strict=True)
            facts[fact] = [read if is_mine else None for read, is_mine in reads]
        return [
            () if is_mine else tuple(filter(None, reads))
            for reads, is_mine in zip(told, mine, strict=True)
        ]

    def _sections(self, rows: slice) -> Sequence[Read | None]:
        """The headings that rows stand under; none where no row stands under one."""
        headings = [row.section for row in self.body[rows]]
        if not any(headings):
            return ()
        return [Read("tags", (one,), one) if one else None for one in headings]

    def _read_others(
        self, run: range, drafts: Sequence[Draft], theirs: Sequence[tuple[Read, ...]]
    ) -> None:
        """Read what rows say of others, most of them nothing but their names."""
        start = run.start
        for index in filter((self.troubled | self.asking).__contains__, run):
            row, place = self.body[index], self.places[index]
            if index in self.troubled:
                self.facts.complain(index, row, place, self.problems)
            if index in self.asking:
                self._read_plain(range(start, index), run, drafts, theirs)
                at = index - run.start
                self.reader.read(drafts[at], index, row, place, theirs=theirs[at])
                start = index + 1
        self._read_plain(range(start, run.stop), run, drafts, theirs)

    def _read_plain(
        self,
        rows: range,
        run: range,
        drafts: Sequence[Draft],
        theirs: Sequence[tuple[Read, ...]],
    ) -> None:
        """Read what some rows of a run say of others, none of which is asking."""
        if rows:
            some = slice(rows.start - run.start, rows.stop - run.start)
            said = self.columns.of_run(slice(rows.start, rows.stop), drafts[some], theirs[some])
            self.wishes.append(said)
