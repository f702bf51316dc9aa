"""Facts as files say them: what an import makes assets of, by the ten thousand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, repeat
from typing import Any, NamedTuple

from smala_lockin.domain.assets import Asset, AssetId, Origin, Source, all_unchecked
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


def names_read(names: Iterable[str], texts: Iterable[str]) -> list[Read]:
    """Return what `Read("name", name, text)` does for each of many names; none is empty."""
    fields = zip(repeat("name"), names, texts)
    return list(map(tuple.__new__, repeat(Read), fields))


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
        text = self._reads[fact].text
        return Origin(
            source=Source.IMPORT, file=file, sheet=sheet, row=row, value=text, on=self._on
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._reads)

    def __len__(self) -> int:
        return len(self._reads)


def assets_of(
    ids: Sequence[AssetId],
    kinds: Sequence[AssetKind],
    names: Sequence[str],
    reads: Sequence[Mapping[str, Read]],
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
    assets: list[Asset] = []
    for start in range(0, len(ids), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        columns: dict[str, Iterable[Any]] = _columns(reads[some])
        columns |= {"id": ids[some], "kind": kinds[some], "name": names[some]}
        columns |= {"custom": customs[some], "origin": origins[some], "extra": repeat(_NO_EXTRA)}
        assets += all_unchecked(columns)
    return assets


def _columns(reads: Sequence[Mapping[str, Read]]) -> dict[str, Iterable[Any]]:
    """The values of each fact, None where it is not among the reads of an asset."""
    facts = dict.fromkeys(chain.from_iterable(reads))
    return {
        fact: [one[1] if (one := found.get(fact)) else None for found in reads] for fact in facts
    }


_AT_ONCE = 512  # such a block stays in the processor's cache while it is turned
_NO_EXTRA: Mapping[str, object] = {}
