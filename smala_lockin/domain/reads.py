"""Facts as files say them: what an import makes assets of, by the ten thousand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import Any, NamedTuple

from smala_lockin.domain.assets import Asset, AssetId, Origin, Source, unchecked
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


def asset_of(
    id: AssetId,
    kind: AssetKind,
    name: str,
    reads: Mapping[str, Read],
    *,
    custom: Mapping[str, str],
    origin: Mapping[str, Origin],
) -> Asset:
    """Return the asset that reads make, as `Asset(...)` does at several times the cost.

    The reads are valid each for itself, so that no fact is looked at again; `kind` and `name`
    come before what they say.
    """
    if not id:
        raise InvalidFact("id", Fault.EMPTY)
    if not name.strip():
        raise InvalidFact("name", Fault.EMPTY)
    values: dict[str, Any] = {fact: read[1] for fact, read in reads.items()}
    values["id"], values["kind"], values["name"] = id, kind, name
    values["custom"], values["origin"], values["extra"] = custom, origin, _NO_EXTRA
    return unchecked(values)


_NO_EXTRA: Mapping[str, object] = {}
