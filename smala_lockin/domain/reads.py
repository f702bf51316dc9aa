"""Facts as files say them: what an import makes assets of, by the ten thousand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from smala_lockin.domain.assets import Asset, AssetId, Origin, Source, unchecked
from smala_lockin.domain.errors import Fault, InvalidFact
from smala_lockin.domain.facts import FACTS, check_fact
from smala_lockin.domain.kinds import AssetKind


@dataclass(frozen=True, slots=True)
class Read:
    """A fact and the text that says it. Like an asset, it holds a value the fact takes or is not.

    A file says few different things: all rows that say the same may share one. `fact` is one of
    `FACTS`, or "name" or "kind". Raises `InvalidFact`.
    """

    fact: str
    value: object
    text: str

    def __post_init__(self) -> None:
        if self.fact == "name":
            if not (isinstance(self.value, str) and self.value.strip()):
                raise InvalidFact("name", Fault.EMPTY)
        elif self.fact in FACTS:
            check_fact(self.fact, self.value)
        elif not (self.fact == "kind" and isinstance(self.value, AssetKind)):
            raise InvalidFact(self.fact, Fault.WRONG_TYPE, value=self.value)

    def __reduce__(self) -> tuple[type["Read"], tuple[str, object, str]]:
        return Read, (self.fact, self.value, self.text)


@dataclass(frozen=True, slots=True, eq=False)
class RowOrigins(Mapping[str, Origin]):
    """Where the facts of an asset were read that stand in one row: file, sheet and row.

    An `Origin` is made once somebody asks for it; a map may hold hundreds of thousands.
    """

    reads: Mapping[str, Read]
    place: tuple[str, str | None, int]
    on: date | None

    def __reduce__(self) -> tuple[type["RowOrigins"], tuple[object, ...]]:
        return RowOrigins, (self.reads, self.place, self.on)

    def __getitem__(self, fact: str) -> Origin:
        file, sheet, row = self.place
        text = self.reads[fact].text
        return Origin(source=Source.IMPORT, file=file, sheet=sheet, row=row, value=text, on=self.on)

    def __iter__(self) -> Iterator[str]:
        return iter(self.reads)

    def __len__(self) -> int:
        return len(self.reads)


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
    values: dict[str, Any] = {fact: read.value for fact, read in reads.items()}
    values.update(id=id, kind=kind, name=name, custom=custom, origin=origin, extra={})
    return unchecked(values)
