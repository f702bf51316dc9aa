"""Wishes: what a row says it needs, or is supplied or controlled by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from smala_lockin.domain.kinds import AssetKind, Need, Role
from smala_lockin.domain.reads import Read
from smala_lockin.importing.rows.drafts import Draft, Pool
from smala_lockin.importing.tables.body import Body
from smala_lockin.importing.tables.cells import cell_text
from smala_lockin.importing.tables.problems import Place, Problem, Reason
from smala_lockin.importing.understanding.columns import Column


class Wish(NamedTuple):
    """A row's word that something needs, or is supplied or controlled by, something else.

    `near` is the draft the row is about, or the text that names it; `far` names the other.
    `flipped`: the far one needs the near one. `facts` are about the far one. `names`: this is where
    the far one is named, for rows about activities are where companies list what these use.
    `proposed`: the far one may be an activity or a thing; it is made where somebody asks for it.
    `offered`: nothing is wrong with a row of which the far one is not there. `kind` is that of the
    far one, where it is known; `need` is what the row says of how badly it is needed.
    """

    near: Draft | str
    place: Place
    facts: tuple[Read, ...]
    far: str
    role: Role
    pool: Pool
    column: str
    reference: bool = False
    near_column: str = ""
    flipped: bool = False
    names: bool = False
    proposed: bool = False
    offered: bool = False
    kind: AssetKind | None = None
    need: Need | None = None


@dataclass(frozen=True, slots=True)
class ColumnWishes:
    """Wishes of many rows that one column makes: alike but for the names in `fars`, row by row.

    `first` is any of them. `facts` are about the far ones of each row; there may be none.
    """

    first: Wish
    fars: Sequence[tuple[str, ...]]
    facts: Sequence[tuple[Read, ...]] = ()

    def wish(self, row: int, near: Draft, far: str) -> Wish:
        """Return the wish of a row, counted from 0, that is about a thing and names another."""
        assert near.place is not None
        facts = self.facts[row] if self.facts else ()
        return self.first._replace(near=near, place=near.place, facts=facts, far=far)


@dataclass(frozen=True, slots=True)
class RunWishes:
    """Wishes of a run of rows, each about a new thing (`nears`), by the columns that make them."""

    nears: Sequence[Draft]
    columns: Sequence[ColumnWishes]

    def parted(self) -> tuple["RunWishes", "RunWishes"]:
        """Return those that a row is wrong without, and those that are only offered."""
        asked = [one for one in self.columns if not one.first.offered]
        offered = [one for one in self.columns if one.first.offered]
        return RunWishes(self.nears, asked), RunWishes(self.nears, offered)

    def __iter__(self) -> Iterator[Wish]:
        """Yield the wishes one by one, in the order of the rows."""
        for row, near in enumerate(self.nears):
            for column in self.columns:
                for far in column.fars[row]:
                    yield column.wish(row, near, far)


def one_by_one(wishes: Iterable[Wish | RunWishes]) -> Iterator[Wish]:
    """Yield wishes, those of many rows too, in the order of the rows."""
    for one in wishes:
        yield from one if isinstance(one, RunWishes) else (one,)


def nameless(row: Body, place: Place, column: Column | None) -> Problem:
    """Return the problem of a row that does not say what it is about."""
    header = column.header if column else ""
    return Problem.at(place, header, text_of(row, column), Reason.NO_NAME)


def text_of(row: Body, column: Column | None) -> str:
    """Return the text of a cell; none where the table has no such column."""
    return cell_text(row.cells[column.index]) if column else ""
