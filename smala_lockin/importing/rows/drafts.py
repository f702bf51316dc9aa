"""What the files say about each thing, while they are being read.

A draft gathers one asset from all rows that name it. Those of a map that is imported into stand
here too from the start, so that one look-up finds what is new and what is known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import compress, repeat
from types import MappingProxyType

from smala_lockin.domain.assets import Asset, AssetId, Origin, Source
from smala_lockin.domain.kinds import AssetKind
from smala_lockin.domain.reads import Columns, Read, RowOrigins, RowReads
from smala_lockin.importing.tables.problems import Place
from smala_lockin.importing.values.plain import exact_form


class Pool(StrEnum):
    """Names are unlike in different pools: a supplier and its product may share one."""

    ASSET = "asset"
    PROCESS = "process"
    SUPPLIER = "supplier"


# Python 3.11 is slow to look up the members of an enumeration, and this is asked for every row.
_SUPPLIER, _PROCESS = AssetKind.SUPPLIER, AssetKind.PROCESS
_SUPPLIERS, _PROCESSES, _ASSETS = Pool.SUPPLIER, Pool.PROCESS, Pool.ASSET


def pool_of(kind: AssetKind) -> Pool:
    """Return the pool in which assets of a kind are named."""
    return _SUPPLIERS if kind is _SUPPLIER else _PROCESSES if kind is _PROCESS else _ASSETS


Where = Place | Origin
"""Where a fact stands: in a row of a file, or elsewhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What a run of rows tells of new things, column by column, and which texts are kept of it.

    Columns of texts go by what they are kept under; None is where a row has none.
    """

    facts: Columns
    kept: Mapping[str, Sequence[str | None]]

    def custom(self, row: int) -> dict[str, str]:
        """Return the texts kept of a row, counted from 0."""
        told = ((key, texts[row]) for key, texts in self.kept.items())
        return {key: text for key, text in told if text is not None}

    def customs(self, rows: int) -> list[dict[str, str]]:
        """Return the texts kept of each row; so many there are."""
        if not self.kept:
            return [{} for _row in range(rows)]
        keys, told = tuple(self.kept), zip(*self.kept.values(), strict=True)
        if all(None not in texts for texts in self.kept.values()):
            return list(map(dict, map(zip, repeat(keys), told)))
        return [
            {key: text for key, text in zip(keys, row, strict=True) if text is not None}
            for row in told
        ]


_NOTHING_TOLD = Told({}, {})


@dataclass(slots=True, eq=False)
class Draft:
    """An asset in the making, or one of the map (`existing`) that rows may add to.

    `sure` says that a column gave the kind. `said` is true once a row of the files names it,
    `catalogued` where the catalogue alone does. `renamed`: it goes by a new name, which a file
    told. What the `row` of `told` says counts as its facts; as long as nobody asks for them they
    are not put together, and the draft `is_as_told`.
    """

    name: str
    kind: AssetKind
    place: Place | None = None
    sure: bool = False
    said: bool = False
    catalogued: bool = False
    existing: Asset | None = None
    import_id: str | None = None
    told: Told = _NOTHING_TOLD
    row: int = 0
    id: AssetId | None = None
    renamed: bool = False
    _facts: dict[str, Read] | None = None
    _custom: dict[str, str] | None = None
    _elsewhere: dict[str, Where] | None = None

    @property
    def pool(self) -> Pool:
        """Where its name is looked up."""
        return pool_of(self.kind)

    @property
    def is_as_told(self) -> bool:
        """Whether nobody has looked at its facts or its texts, which might change them."""
        return self._facts is None and self._custom is None

    @property
    def facts(self) -> dict[str, Read]:
        """What is known of it, by the names of the facts."""
        if self._facts is None:
            self._facts = dict(RowReads(self.told.facts, self.row))
        return self._facts

    @property
    def custom(self) -> dict[str, str]:
        """The texts kept of it."""
        if self._custom is None:
            self._custom = self.told.custom(self.row)
        return self._custom

    def fact(self, fact: str) -> Read | None:
        """Return what is known of one fact."""
        if self._facts is not None:
            return self._facts.get(fact)
        column = self.told.facts.get(fact)
        return column[self.row] if column else None

    def where(self, fact: str) -> Where | None:
        """Return where a fact was read: in the row at `place`, as most are, or elsewhere."""
        elsewhere = self._elsewhere.get(fact) if self._elsewhere else None
        return elsewhere or self.place

    def tell(self, read: Read, where: Where) -> object | None:
        """Take a fact, unless another value stands already; return that value then."""
        known = self.facts.get(read.fact)
        if known is None or self._is_catalogued(read.fact):
            self.put(read, where)
            return None
        return None if known.value == read.value else known.value

    def offer(self, read: Read, where: Where) -> None:
        """Take a fact unless one stands already."""
        if read.fact not in self.facts:
            self.put(read, where)

    def tell_all(self, reads: Mapping[str, Read], place: Place) -> list[tuple[Read, object]]:
        """Take the facts of a row; return those that differ from what stands, with that."""
        if place is self.place and self.facts.keys().isdisjoint(reads):
            self.facts.update(reads)
            return []
        told = ((read, self.tell(read, place)) for read in reads.values())
        return [(read, earlier) for read, earlier in told if earlier is not None]

    def put(self, read: Read, where: Where) -> None:
        """Take a fact in the place of what stood."""
        self.facts[read.fact] = read
        if where is not self.place:
            self._elsewhere = {**(self._elsewhere or {}), read.fact: where}
        elif self._elsewhere:
            self._elsewhere.pop(read.fact, None)

    def origins(self, on: date | None) -> Mapping[str, Origin]:
        """Return where each fact was read; `on` is the day."""
        if self.place is not None and not self._elsewhere:
            as_told = self._facts is None and self.told.facts
            reads = RowReads(self.told.facts, self.row) if as_told else self.facts
            return RowOrigins(reads, self.place, on)
        return {fact: self.origin(fact, on) for fact in self.facts}

    def origin(self, fact: str, on: date | None) -> Origin:
        """Return where a fact was read."""
        where = self.where(fact)
        if isinstance(where, Origin):
            return where
        assert where is not None
        return RowOrigins(self.facts, where, on)[fact]

    def _is_catalogued(self, fact: str) -> bool:
        where = self.where(fact)
        return isinstance(where, Origin) and where.source is Source.CATALOGUE


_NO_NAMES: Mapping[str, str] = MappingProxyType({})


class Drafts:
    """All drafts, found by name or by an identifier that a file gave."""

    def __init__(
        self,
        existing: Iterable[Asset] = (),
        same: Mapping[str, str] = _NO_NAMES,
        former: Mapping[str, str] = _NO_NAMES,
    ) -> None:
        """Begin with the assets of the map that is imported into.

        `same` has the exact forms of names that count as another name, `former` those that files
        say are older or other names of something, and of what.
        """
        self._same, self._former = {**former, **same}, former
        self._all: list[Draft] = []
        self._by_name: dict[Pool, dict[str, Sequence[Draft]]] = {pool: {} for pool in Pool}
        self._by_id: dict[Pool, dict[str, Sequence[Draft]]] = {pool: {} for pool in Pool}
        self._by_custom: dict[tuple[str, str], list[Draft]] = {}
        for asset in existing:
            self._know(asset)

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._all)

    def add(self, draft: Draft) -> Draft:
        """Take in a new draft."""
        self._all.append(draft)
        self._name(draft, exact_form(draft.name))
        if draft.import_id:
            self._identify(draft, exact_form(draft.import_id))
        return draft

    def add_new(
        self, drafts: Sequence[Draft], forms: Sequence[str], id_forms: Sequence[str]
    ) -> None:
        """Take in new drafts, all of one pool, of names that nothing else has.

        `forms` and `id_forms` are the exact ones; that of an identifier is empty where there is
        none.
        """
        self._all += drafts
        pool = drafts[0].pool
        self._by_name[pool].update(zip(self.forms_of(forms), zip(drafts), strict=True))
        numbered = list(filter(None, id_forms))
        known, some = self._by_id[pool], compress(drafts, id_forms)
        if len(set(numbered)) == len(numbered) and known.keys().isdisjoint(numbered):
            known.update(zip(numbered, zip(some), strict=True))
            return
        for draft, form in zip(some, numbered, strict=True):
            _put_in(known, form, draft)

    def forms_of(self, forms: Sequence[str]) -> Sequence[str]:
        """Return what exact forms count as: themselves, unless somebody said otherwise."""
        return [self._same.get(form, form) for form in forms] if self._same else forms

    def rename(self, draft: Draft, name: Read, form: str, where: Where) -> None:
        """Let a draft that stands under an older name go by the one that files have for it now."""
        if self._former and self._former.get(exact_form(draft.name)) == form:
            draft.renamed = True
            draft.put(name, where)
            if draft.existing is None:
                draft.name = str(name.value)

    def known_of(self, forms: Set[str]) -> set[str]:
        """Return those of some forms, after `forms_of`, that are names of a draft."""
        return {form for names in self._by_name.values() for form in names.keys() & forms}

    def alike(self, pool: Pool, form: str) -> Sequence[Draft]:
        """Return the drafts of an exact form of a name."""
        return self._by_name[pool].get(self._same.get(form, form), ())

    def named(self, pool: Pool, name: str) -> Sequence[Draft]:
        """Return the drafts whose name is the same without asking."""
        return self.alike(pool, exact_form(name))

    def identified(self, pool: Pool, text: str) -> Sequence[Draft]:
        """Return the drafts to which the files gave an identifier."""
        return self.numbered(pool, exact_form(text))

    def numbered(self, pool: Pool, form: str) -> Sequence[Draft]:
        """Return the drafts to which the files gave an identifier of an exact form."""
        return self._by_id[pool].get(form, ())

    def remembers(self, header: str) -> bool:
        """Whether some asset of the map keeps an identifier under a header."""
        form = exact_form(header)
        return any(known == form for known, _text in self._by_custom)

    def remembered(self, header: str, text: str) -> Sequence[Draft]:
        """Return the assets of the map that keep an identifier from an earlier import."""
        if not self._by_custom:
            return ()
        return self._by_custom.get((exact_form(header), exact_form(text)), ())

    def identify(self, draft: Draft, text: str) -> None:
        """Give a draft the identifier that a file has for it."""
        draft.import_id = text
        self._identify(draft, exact_form(text))

    def _know(self, asset: Asset) -> None:
        draft = Draft(name=asset.name, kind=asset.kind, existing=asset, sure=True, id=asset.id)
        self._all.append(draft)
        self._name(draft, exact_form(asset.name))
        read = asset.origin.get("name")
        if read and read.value and exact_form(read.value) != exact_form(asset.name):
            self._name(draft, exact_form(read.value))
        for header, text in asset.custom.items():
            for line in dict.fromkeys(map(exact_form, (text, *text.splitlines()))):
                self._by_custom.setdefault((exact_form(header), line), []).append(draft)

    def _name(self, draft: Draft, form: str) -> None:
        _put_in(self._by_name[draft.pool], self._same.get(form, form), draft)

    def _identify(self, draft: Draft, form: str) -> None:
        _put_in(self._by_id[draft.pool], form, draft)


def _put_in(known: dict[str, Sequence[Draft]], form: str, draft: Draft) -> None:
    """Add a draft to those of a form; most forms have but one."""
    before = known.get(form)
    if isinstance(before, list):
        before.append(draft)
    else:
        known[form] = [*before, draft] if before else (draft,)
