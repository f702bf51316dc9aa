"""Rows of a list that name new things and ask nothing more, as most do: taken many at once.

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
from smala_lockin.importing.rows.wishes import WishReader
from smala_lockin.importing.tables.cells import runs_of
from smala_lockin.importing.tables.problems import Place

_MORE_THAN_THINGS = (AssetKind.SUPPLIER, AssetKind.PROCESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """Takes in runs of the rows of one sheet, by what reads them one by one too.

    `names`, `ids`, `guesses` and `places` are those of all its rows. `about_suppliers`: some of
    the facts of a row are about who supplies its thing.
    """

    drafts: Drafts
    identity: Identity
    facts: RowFacts
    keeping: Keeping
    wishes: WishReader
    names: Sequence[Called | None]
    ids: Sequence[Identifier | None]
    guesses: Sequence[Guess]
    places: Sequence[Place]
    about_suppliers: bool

    def runs(self, unfit: Iterable[int]) -> Iterator[tuple[bool, range]]:
        """Yield the rows in their order, and whether they name new things and nothing more.

        Such rows hold but facts, notes and suppliers; `unfit` are others that do not either.
        """
        fit = self.identity.are_new()
        for index, guess in enumerate(self.guesses):
            if guess.kind in _MORE_THAN_THINGS:
                fit[index] = False
        for index in (*unfit, *self.facts.troubled(), *self.wishes.asking()):
            fit[index] = False
        yield from runs_of(fit)

    def take(self, run: range) -> None:
        """Take in a run of rows."""
        rows = slice(run.start, run.stop)
        named, names, forms = zip(*filter(None, self.names[rows]), strict=True)
        ids, guesses, places = self.ids[rows], self.guesses[rows], self.places[rows]
        reads = self.facts.of_new(rows, named)
        theirs = self._theirs(reads, guesses)
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
                self.keeping.of_new(rows),
            )
        )
        id_forms = [one.form if one else "" for one in ids]
        self.drafts.add_things(drafts, forms, id_forms)
        self.identity.take_new(drafts, run)
        self.wishes.of_new(rows, drafts, places, theirs)

    def _theirs(
        self, reads: Sequence[dict[str, Read]], guesses: Sequence[Guess]
    ) -> Iterable[tuple[Read, ...]]:
        """Take out of the facts of rows what is said of suppliers."""
        if not self.about_suppliers:
            return repeat(())
        return [
            () if guess.kind in HOLDING_COUNTRIES else taken(found, ABOUT_SUPPLIERS)
            for found, guess in zip(reads, guesses, strict=True)
        ]
