"""Legal reach: the countries whose law can reach the data of an asset (semantics, section 5).

    Reaches.of(landscape)
    reaches.reach(id) -> Reach
    reaches.all() -> tuple[Reach, ...]
    reaches.witness(id, country) -> tuple[Step, ...]
    reaches.paths(id) -> tuple[ReachPath, ...]

Countries are codes, "EU" and "EEA" among them where something is hosted "in the EU".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import NamedTuple

from smala_lockin.analysis.failure.bits import bits_of, united
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.reach_ways import Step, Ways, ways
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.facts import FACTS
from smala_lockin.domain.kinds import ONLINE_SERVICES, AssetKind, Role
from smala_lockin.domain.landscape import Landscape

_HOLDS_DATA = ONLINE_SERVICES | {AssetKind.APPLICATION, AssetKind.DATA}
_HOSTED = FACTS["hosting_countries"].kinds
_SHARES_DATA = ONLINE_SERVICES | {AssetKind.PEOPLE, AssetKind.PROCESS}
_PLACED = frozenset({AssetKind.SUPPLIER, AssetKind.LOCATION})
_EVERY = frozenset(AssetKind)
_SUPPLIER = AssetKind.SUPPLIER

_TAKES_DATA = {
    Role.USES: (_EVERY, _HOLDS_DATA),
    Role.RUNS_ON: (_EVERY, _EVERY),
    Role.DATA_IN: (_EVERY, _EVERY),
    Role.PROVIDED_BY: (_SHARES_DATA, _EVERY),
    Role.CONTROLLED_BY: (frozenset[AssetKind](), frozenset[AssetKind]()),
}
"""Between which kinds of source and target law travels, where nobody said otherwise."""


class Reach(NamedTuple):
    """The countries whose law can reach an asset, sorted.

    `investors_only` are those that reach it through a fund behind a supplier and in no other
    way. `unknown` are the suppliers without country and the online services without hosting
    that data reaches: there may be more countries than are named.
    """

    asset: AssetId
    countries: tuple[str, ...]
    investors_only: tuple[str, ...]
    unknown: tuple[AssetId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachPath:
    """By what way the law of a country gets to an asset; only `by_investor` where no other does."""

    asset: AssetId
    country: str
    steps: tuple[Step, ...]
    by_investor: bool


def own_countries(asset: Asset) -> tuple[str, ...]:
    """Return where an asset itself is, without those who control it; empty if not known."""
    kind = asset.kind
    if kind in _PLACED:
        home = () if asset.country is None else (asset.country,)
        if asset.other_countries and kind is _SUPPLIER:
            return (*home, *asset.other_countries)
        return home
    return asset.hosting_countries or () if kind in _HOSTED else ()


def place_unknown(asset: Asset) -> bool:
    """Whether it is a supplier without country or an online service without hosting."""
    if asset.kind in ONLINE_SERVICES:
        return not asset.hosting_countries
    return asset.country is None and asset.kind is _SUPPLIER


@dataclass(frozen=True, eq=False)
class Reaches:
    """The legal reach of every asset, as bits: first of countries, then of unknown assets."""

    structure: Structure
    carrying: list[list[int]]
    """For each asset those its data goes to."""
    codes: list[str]
    """The countries, sorted; bit i is the i-th, bit `len(codes) + i` the same by investors."""
    lost: list[int]
    """The assets of unknown place, sorted by id; their bits follow those of the countries."""
    bits: list[int]

    own: list[int]
    """The same of each asset by itself, a supplier with all who control it."""

    @classmethod
    def of(cls, landscape: Landscape | Structure, before: "Reaches | None" = None) -> "Reaches":
        """Return the legal reach of every asset of a landscape, which may be an edit of another."""
        structure = Structure.of(landscape)
        assets = structure.assets
        places = [*map(own_countries, assets)]
        codes = sorted(set(chain.from_iterable(places)))
        lost = [number for number, asset in enumerate(assets) if place_unknown(asset)]
        lost.sort(key=structure.ids.__getitem__)
        own = _own_bits(structure, places, codes, lost)
        if before is not None and before.structure.links is structure.links:
            carrying = before.carrying  # nothing but facts of assets became other
        else:
            carrying = _carrying(structure)
        if (
            before is not None
            and (before.structure.ids, before.codes, before.lost) == (structure.ids, codes, lost)
            and (before.own, before.carrying) == (own, carrying)
        ):
            bits = before.bits
        else:
            bits = united(structure.order, carrying, own)
        return cls(
            structure=structure, carrying=carrying, codes=codes, lost=lost, bits=bits, own=own
        )

    def reach(self, id: AssetId) -> Reach:
        """Return the legal reach of one asset."""
        return Reach(id, *self._told[self.bits[self.structure.index[id]]])

    def all(self) -> tuple[Reach, ...]:
        """Return the reach of every asset that has one, or an unknown one, sorted by id.

        Suppliers and locations are left out: theirs is where they are.
        """
        assets, bits, ids, told = self.structure.assets, self.bits, self.structure.ids, self._told
        return tuple(
            [
                _reach((ids[number], *told[bits[number]]))
                for number in self.structure.by_id
                if bits[number] and assets[number].kind not in _PLACED
            ]
        )

    def witness(self, id: AssetId, country: str) -> tuple[Step, ...]:
        """Return a shortest way from an asset to one that is in a country; empty if none.

        The asset itself comes first. Ways without investors are preferred.
        """
        start = self.structure.index[id]
        for investors in (False, True):
            if found := self._ways(country, investors=investors).steps(start):
                return found
        return ()

    def paths(self, id: AssetId) -> tuple[ReachPath, ...]:
        """Return a shortest way for each country whose law reaches an asset, by country."""
        reach = self.reach(id)
        return tuple(
            ReachPath(
                asset=id,
                country=country,
                steps=self.witness(id, country),
                by_investor=country in reach.investors_only,
            )
            for country in reach.countries
        )

    def _ways(self, country: str, *, investors: bool) -> Ways:
        known = self._walked.get((country, investors))
        if known is None:
            there = self._there.get(country, ())
            known = ways(self.structure, there, self._received, investors=investors)
            self._walked[country, investors] = known
        return known

    @cached_property
    def _walked(self) -> dict[tuple[str, bool], Ways]:
        return {}

    @cached_property
    def _there(self) -> dict[str, list[int]]:
        """For each country the assets that are in it."""
        found: dict[str, list[int]] = {}
        for number, asset in enumerate(self.structure.assets):
            for code in own_countries(asset):
                found.setdefault(code, []).append(number)
        return found

    @cached_property
    def _received(self) -> list[list[int]]:
        """For each asset those whose data goes to it."""
        found: list[list[int]] = [[] for _ in self.carrying]
        for source, targets in enumerate(self.carrying):
            for target in targets:
                found[target].append(source)
        return found

    @cached_property
    def _told(self) -> "_Told":
        ids = self.structure.ids
        return _Told(self.codes, [ids[one] for one in self.lost])


_reach = partial(tuple.__new__, Reach)  # of nearly all assets, and three times as fast

_Parts = tuple[tuple[str, ...], tuple[str, ...], tuple[AssetId, ...]]
"""Countries, those by investors alone, and assets of unknown place."""


class _Told(dict[int, _Parts]):
    """What bits stand for, each made into words once: many assets share theirs."""

    def __init__(self, codes: Sequence[str], lost: Sequence[AssetId]) -> None:
        super().__init__()
        self._codes, self._lost = codes, lost

    def __missing__(self, bits: int) -> _Parts:
        codes, count = self._codes, len(self._codes)
        mask = (1 << count) - 1
        direct, funds = bits & mask, bits >> count & mask
        made = self[bits] = (
            tuple([codes[bit] for bit in bits_of(direct | funds)]),
            tuple([codes[bit] for bit in bits_of(funds & ~direct)]),
            tuple([self._lost[bit] for bit in bits_of(bits >> 2 * count)]),
        )
        return made


def _carrying(structure: Structure) -> list[list[int]]:
    """Return for each asset to which others law travels: where people said so, else by the role."""
    found: list[list[int]] = [[] for _ in structure.ids]
    control = Role.CONTROLLED_BY
    kinds = [asset.kind for asset in structure.assets]
    for source, target, one in structure.links:
        said = one.carries_data
        if said is None:
            sources, targets = _TAKES_DATA[one.role]
            said = kinds[source] in sources and kinds[target] in targets
        if said and one.role is not control:
            found[source].append(target)
    return found


def _own_bits(
    structure: Structure, places: list[tuple[str, ...]], codes: list[str], lost: list[int]
) -> list[int]:
    """Return what each asset is by itself, a supplier with all who control it."""
    place = {code: 1 << number for number, code in enumerate(codes)}
    count = len(codes)
    unknown = {number: 1 << (2 * count + bit) for bit, number in enumerate(lost)}
    bits_of_places: dict[tuple[str, ...], int] = {(): 0}
    for there in set(places):
        bits_of_places[there] = sum({place[code] for code in there})
    countries = [bits_of_places[there] for there in places]
    own = countries.copy()
    for number, bit in unknown.items():
        own[number] |= bit
    both = [a + b for a, b in zip(structure.controllers, structure.investors, strict=True)]
    for supplier in structure.suppliers:
        if both[supplier]:
            group = structure.closure([supplier], structure.controllers)
            for one in structure.closure([supplier], both):
                direct = one in group
                own[supplier] |= countries[one] << (0 if direct else count) | unknown.get(one, 0)
    return own
