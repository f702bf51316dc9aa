"""Rows of a list that name new things, as most do: taken many at once.

What becomes of them is what becomes of any row taken alone, at a fraction of the cost; a test
holds one beside the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.reads import Read
from smala_lockin.importing.rows.drafts import Draft, Drafts
from smala_lockin.importing.rows.guessing import Guess
from smala_lockin.importing.rows.identity import Called, Identifier, Identity
from smala_lockin.importing.rows.keeping import Keeping
from smala_lockin.importing.rows.row_facts import (
    ABOUT_SUPPLIERS,
    HOLDING_COUNTRIES,
    RowFacts,
    taken,
)
from smala_lockin.importing.rows.wish_reader import WishReader
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import runs_of
from smala_lockin.importing.tables.problems import Place, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """Takes in runs of the rows of one sheet, by what reads them one by one too.

    `body`, `names`, `ids`, `guesses` and `places` are those of all its rows. `about_suppliers`:
    some of the facts of a row are about who supplies its thing. `troubled` are rows of which a
    cell should hold a fact and does not, `asking` those that say more of others than by which
    company they are supplied.
    """

    drafts: Drafts
    identity: Identity
    facts: RowFacts
    keeping: Keeping
    wishes: WishReader
    problems: list[Problem]
    body: Sequence[Body]
    names: Sequence[Called | None]
    ids: Sequence[Identifier | None]
    guesses: Sequence[Guess]
    places: Sequence[Place]
    about_suppliers: bool
    troubled: frozenset[int]
    asking: frozenset[int]

    def runs(self, unfit: Iterable[int]) -> Iterator[tuple[bool, range]]:
        """Yield the rows in their order, and whether they name new things; `unfit` ones do not."""
        fit = self.identity.are_new()
        for index in unfit:
            fit[index] = False
        yield from runs_of(fit)

    def take(self, run: range) -> None:
        """Take in a run of rows of one pool."""
        rows = slice(run.start, run.stop)
        named, names, forms = zip(*filter(None, self.names[rows]), strict=True)
        ids, guesses, places = self.ids[rows], self.guesses[rows], self.places[rows]
        reads = self.facts.of_new(rows, named)
        theirs = self._theirs(reads, guesses)
        self._add_sections(rows, reads)
        drafts = list(
            map(
                Draft,
                names,
                [one.kind for one in guesses],
                places,
                [one.sure for one in guesses],
                repeat(True),
                repeat(False),
                repeat(None),
                [one.text if one else "" for one in ids],
                reads,
                self.keeping.of_new(rows, reads if self.troubled else ()),
            )
        )
        id_forms = [one.form if one else "" for one in ids]
        self.drafts.add_new(drafts, forms, id_forms)
        self.identity.take_new(drafts, run)
        self._read_others(run, drafts, theirs)

    def _theirs(
        self, reads: Sequence[dict[str, Read]], guesses: Sequence[Guess]
    ) -> Sequence[tuple[Read, ...]]:
        """Take out of the facts of rows what is said of suppliers."""
        if not self.about_suppliers:
            return [()] * len(reads)
        return [
            () if guess.kind in HOLDING_COUNTRIES else taken(found, ABOUT_SUPPLIERS)
            for found, guess in zip(reads, guesses, strict=True)
        ]

    def _add_sections(self, rows: slice, reads: Sequence[dict[str, Read]]) -> None:
        """Add the headings that rows stand under."""
        for row, found in zip(self.body[rows], reads, strict=True):
            if row.section:
                found["tags"] = Read("tags", (row.section,), row.section)

    def _read_others(
        self, run: range, drafts: Sequence[Draft], theirs: Sequence[tuple[Read, ...]]
    ) -> None:
        """Read what rows say of others, most of them only who supplies their thing."""
        start = run.start
        more = self.troubled | self.asking
        for index in filter(more.__contains__, run):
            self._read_suppliers(start, index, run, drafts, theirs)
            row, place = self.body[index], self.places[index]
            if index in self.troubled:
                self.facts.complain(index, row, place, self.problems)
            place_in_run = index - run.start
            self.wishes.read(drafts[place_in_run], index, row, place, theirs=theirs[place_in_run])
            start = index + 1
        self._read_suppliers(start, run.stop, run, drafts, theirs)

    def _read_suppliers(
        self,
        start: int,
        stop: int,
        run: range,
        drafts: Sequence[Draft],
        theirs: Sequence[tuple[Read, ...]],
    ) -> None:
        """Read who supplies the things of some rows of a run."""
        if start < stop and drafts[0].kind is not AssetKind.SUPPLIER:
            some = slice(start - run.start, stop - run.start)
            rows = slice(start, stop)
            self.wishes.of_new(rows, drafts[some], self.places[rows], theirs[some])
