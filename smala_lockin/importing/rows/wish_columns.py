"""What the columns of a list say of others, for many rows at once; most say it plainly."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from smala_lockin.domain.kinds import AssetKind, Role
from smala_lockin.domain.reads import Read
from smala_lockin.importing.headings.meanings import Meaning
from smala_lockin.importing.rows.drafts import Draft, Pool
from smala_lockin.importing.rows.need_columns import role_of
from smala_lockin.importing.rows.standing import places_named
from smala_lockin.importing.rows.wish_reader import WishReader, supply
from smala_lockin.importing.rows.wishes import ColumnWishes, RunWishes, Wish
from smala_lockin.importing.tables.cells import Cells
from smala_lockin.importing.understanding.columns import Column
from smala_lockin.importing.understanding.sheets import Sheet
from smala_lockin.importing.understanding.sorts import RowSort
from smala_lockin.importing.values.plain import is_everything, some_mean_everything
from smala_lockin.importing.values.splitting import named_in_each, split_names


@dataclass(frozen=True, slots=True)
class _Naming:
    """A column that names what things need, or what needs them, and how it does."""

    column: Column
    texts: Sequence[str]
    names: Callable[[str], tuple[str, ...]]
    role: Role
    pool: Pool
    flipped: bool
    proposed: bool = False
    offered: bool = False
    kind: AssetKind | None = None

    def wishes(self, rows: slice, near: Draft) -> ColumnWishes:
        """Return the wishes of a run of rows, the first of which is about a thing."""
        texts = self.texts[rows]
        if self.offered:  # not every cell names one
            return ColumnWishes(self._wish(near), list(map(self.names, texts)))
        different = list(dict.fromkeys(texts))
        if len(different) == len(texts):
            return ColumnWishes(self._wish(near), named_in_each(texts, self.names))
        named = dict(zip(different, named_in_each(different, self.names), strict=True))
        return ColumnWishes(self._wish(near), list(map(named.__getitem__, texts)))

    def _wish(self, near: Draft) -> Wish:
        assert near.place is not None
        return Wish(
            near,
            near.place,
            (),
            "",
            self.role,
            self.pool,
            self.column.header,
            self.column.reference,
            flipped=self.flipped,
            proposed=self.proposed,
            offered=self.offered,
            kind=self.kind,
        )


class WishColumns:
    """Reads the wishes of runs of rows, as the reader of a sheet does of each of them."""

    def __init__(self, sheet: Sheet, reader: WishReader) -> None:
        """Look at the columns once."""
        assert sheet.layout is not None
        self._sheet, self._reader = sheet, reader
        self._columns = sheet.layout.columns
        self._needed = sheet.all(Meaning.DEPENDS_ON, Meaning.RUNS_ON, Meaning.NEEDED_BY)

    @cached_property
    def asking(self) -> frozenset[int]:
        """The rows that say more of others than the names of what they need and are supplied by."""
        sheet, reader = self._sheet, self._reader
        others = [
            *sheet.all(Meaning.RACI, Meaning.RESPONSIBLE, Meaning.INFORMED, Meaning.CROSS),
            *sheet.all(Meaning.SUBCONTRACTOR, Meaning.PARENT_COMPANY),
            *(one for one in self._needed if reader.varies(one)),
        ]
        found = {
            index
            for column in others
            for index, cell in enumerate(self._columns[column.index])
            if cell is not None
        }
        for column in sheet.all(*_NAMING):
            found.update(_everything(self._columns[column.index]))
        for supplying in reader.supplying if sheet.sort is not RowSort.SUPPLIER else ():
            found.update(supplying.other_rows)
        for _header, hosts in reader.hosting:
            found.update(index for index, names in enumerate(hosts) if names)
        found.update(reader.bearers.rows)
        return frozenset(found)

    def of_run(
        self, rows: slice, drafts: Sequence[Draft], facts: Sequence[tuple[Read, ...]]
    ) -> RunWishes:
        """Return the wishes of rows that are not `asking`, each about a new thing.

        `facts` are about who supplies it.
        """
        near = drafts[0]
        assert near.place is not None
        columns: list[ColumnWishes] = []
        for one in self._reader.supplying if near.kind is not AssetKind.SUPPLIER else ():
            fars = [companies.named for companies in one.rows[rows]]
            first = supply(near, near.place, (), "", one)
            columns.append(ColumnWishes(first, fars, facts if any(facts) else ()))
        return RunWishes(drafts, [*columns, *(one.wishes(rows, near) for one in self._naming)])

    @cached_property
    def _naming(self) -> list[_Naming]:
        """The columns that name what is needed, then those that name what needs it."""
        needed = [
            _Naming(
                one,
                self._texts(one),
                self._reader.names_needed,
                role_of(one, flipped=flipped),
                Pool.ASSET,
                flipped,
            )
            for one in self._needed
            for flipped in [one.meaning is Meaning.NEEDED_BY]
            if not self._reader.varies(one)
        ]
        standing = [
            _Naming(
                one,
                self._texts(one),
                places_named,
                Role.RUNS_ON,
                Pool.ASSET,
                flipped=False,
                offered=True,
                kind=AssetKind.LOCATION,
            )
            for one in self._reader.standing
        ]
        served = [
            _Naming(
                one,
                self._texts(one),
                _apart_by_commas,
                Role.USES,
                Pool.PROCESS,
                flipped=True,
                proposed=one.meaning is Meaning.USED_BY,
            )
            for one in self._sheet.all(Meaning.PROCESS, Meaning.USED_BY)
        ]
        return [*needed, *standing, *served]

    def _texts(self, column: Column) -> Sequence[str]:
        cells = self._columns[column.index]
        return cells.spread(list(cells.texts))


_NAMING = (
    Meaning.DEPENDS_ON,
    Meaning.RUNS_ON,
    Meaning.NEEDED_BY,
    Meaning.PROCESS,
    Meaning.USED_BY,
)


def _apart_by_commas(text: str) -> tuple[str, ...]:
    return split_names(text, commas=True)


def _everything(cells: Cells) -> Iterable[int]:
    """The rows of which a cell means the whole company, which is a problem."""
    named = named_in_each(cells.texts, _apart_by_commas)
    if not some_mean_everything([*cells.texts, *chain.from_iterable(named)]):
        return ()
    whole = [
        is_everything(text) or any(map(is_everything, names))
        for text, names in zip(cells.texts, named, strict=True)
    ]
    return (index for index, is_whole in enumerate(cells.spread(whole)) if is_whole)
