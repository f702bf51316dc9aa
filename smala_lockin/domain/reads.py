"""Facts as files say them: what an import makes assets of, by the ten thousand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, repeat
from typing import Any, NamedTuple, overload

from smala_lockin.domain.assets import Asset, AssetId, Origin, all_unchecked, imported
from smala_lockin.domain.errors import Fault, InvalidFact
from smala_lockin.domain.facts import FACTS, check_value
from smala_lockin.domain.kinds import AssetKind


class _Fields(NamedTuple):
    fact: str
    value: object
    text: str


class Read(_Fields):
    """A fact and the text that says it. Like an asset, it holds a value the fact takes or is not.

    A file says few different things: all rows that say the same may share one. `fact` is one of
    `FACTS`, or "name" or "kind". Raises `InvalidFact`.
    """

    __slots__ = ()

    def __new__(cls, fact: str, value: object, text: str) -> "Read":
        """Look at the value once, here."""
        if rule := FACTS.get(fact):
            check_value(rule, value)
        elif fact == "name":
            if not (isinstance(value, str) and value.strip()):
                raise InvalidFact("name", Fault.EMPTY)
        elif not (fact == "kind" and isinstance(value, AssetKind)):
            raise InvalidFact(fact, Fault.WRONG_TYPE, value=value)
        return tuple.__new__(cls, (fact, value, text))


class NamesRead(Sequence[Read]):
    """What `Read("name", name, text)` is for each of many names, made once somebody asks."""

    __slots__ = ("_names", "_texts")

    def __init__(self, names: Sequence[str], texts: Sequence[str]) -> None:
        """No name is empty; there is a text for each."""
        self._names, self._texts = names, texts

    @overload
    def __getitem__(self, row: int) -> Read: ...

    @overload
    def __getitem__(self, row: slice) -> "NamesRead": ...

    def __getitem__(self, row: int | slice) -> "Read | NamesRead":
        names, texts = self._names[row], self._texts[row]
        if isinstance(row, slice):
            return NamesRead(names, texts)
        fields: tuple[str, object, object] = ("name", names, texts)
        return tuple.__new__(Read, fields)

    def __len__(self) -> int:
        return len(self._names)


def amounts_read(fact: str, amounts: Sequence[float], texts: Iterable[str]) -> list[Read]:
    """Return what `Read(fact, amount, text)` does for each of many; raises `InvalidFact` too."""
    for bound in (min(amounts, default=0.0), max(amounts, default=0.0)):
        check_value(FACTS[fact], bound)
    return list(map(tuple.__new__, repeat(Read), zip(repeat(fact), amounts, texts)))


def texts_read(fact: str, texts: Iterable[str]) -> list[Read]:
    """Return what `Read(fact, text, text)` does for each of many texts, of a fact that is one."""
    check_value(FACTS[fact], "")
    texts = list(texts)
    return list(map(tuple.__new__, repeat(Read), zip(repeat(fact), texts, texts)))


Columns = Mapping[str, Sequence[Read | None]]
"""What many rows tell, by fact: in a column each row has its place, None where it tells nothing."""


class RowReads(Mapping[str, Read]):
    """The facts of one row of some columns, by their names."""

    __slots__ = ("_columns", "_row")

    def __init__(self, columns: Columns, row: int) -> None:
        """`row` counts from 0."""
        self._columns, self._row = columns, row

    def __reduce__(self) -> tuple[type[dict[str, Read]], tuple[dict[str, Read]]]:
        return dict, (dict(self),)

    def __getitem__(self, fact: str) -> Read:
        read = self._columns[fact][self._row]
        if read is None:
            raise KeyError(fact)
        return read

    def __iter__(self) -> Iterator[str]:
        row = self._row
        return (fact for fact, reads in self._columns.items() if reads[row] is not None)

    def __len__(self) -> int:
        return sum(reads[self._row] is not None for reads in self._columns.values())


class RowOrigins(Mapping[str, Origin]):
    """Where the facts of an asset were read that stand in one row: file, sheet and row.

    An `Origin` is made once somebody asks for it; a map may hold hundreds of thousands.
    """

    __slots__ = ("_on", "_place", "_reads")

    def __init__(
        self, reads: Mapping[str, Read], place: tuple[str, str | None, int], on: date | None
    ) -> None:
        """`on` is the day on which the file was read."""
        self._reads, self._place, self._on = reads, place, on

    def __reduce__(self) -> tuple[type["RowOrigins"], tuple[object, ...]]:
        return RowOrigins, (self._reads, self._place, self._on)

    def __getitem__(self, fact: str) -> Origin:
        file, sheet, row = self._place
        return imported(file, sheet, row, self._reads[fact][2], self._on)

    def __iter__(self) -> Iterator[str]:
        return iter(self._reads)

    def __len__(self) -> int:
        return len(self._reads)


def assets_of(
    ids: Sequence[AssetId],
    kinds: Sequence[AssetKind],
    names: Sequence[str],
    reads: Columns,
    customs: Sequence[Mapping[str, str]],
    origins: Sequence[Mapping[str, Origin]],
) -> list[Asset]:
    """Return the assets that reads make, as `Asset(...)` does at several times the cost.

    The reads are valid each for itself, so that no fact is looked at again; `kinds` and `names`
    come before what they say. Raises `InvalidFact` where an id or a name is empty.
    """
    if not all(ids):
        raise InvalidFact("id", Fault.EMPTY)
    if not all(map(str.strip, names)):
        raise InvalidFact("name", Fault.EMPTY)
    columns: dict[str, Iterable[Any]] = {
        fact: [read[1] if read is not None else None for read in column]
        for fact, column in reads.items()
        if fact not in ("name", "kind")
    }
    columns |= {"id": ids, "kind": kinds, "name": names}
    columns |= {"custom": customs, "origin": origins, "extra": repeat(_NO_EXTRA)}
    return all_unchecked(columns)


def columns_of(reads: Sequence[Mapping[str, Read]]) -> dict[str, list[Read | None]]:
    """Return the facts of many rows as columns."""
    facts = dict.fromkeys(chain.from_iterable(reads))
    return {fact: [found.get(fact) for found in reads] for fact in facts}


_NO_EXTRA: Mapping[str, object] = {}
