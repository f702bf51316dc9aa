"""Concentration: how much of the company's means lies in the same hands (semantics, section 4).

By control root, by country of that root, by hosting country and by category of the catalogue:
what is spent, how many services, and how much stops when all of it fails.

    concentration(every) -> Concentration
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from smala_lockin.analysis.failure.control import control_roots
from smala_lockin.analysis.failure.event_pass import EveryEvent
from smala_lockin.analysis.failure.events import Event, EventKind
from smala_lockin.analysis.failure.seed_pass import failing
from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.spending import Spending
from smala_lockin.domain.assets import AssetId
from smala_lockin.domain.kinds import ONLINE_SERVICES, SERVICES
from smala_lockin.domain.setting_tables import Row


class Degree(StrEnum):
    """How concentrated spending is, by the thresholds of the EU merger guidelines (2004/C 31/03).

    They are about markets; here they are a borrowed colour scale, said to be one, and a setting.
    """

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Bucket(NamedTuple):
    """What lies in one pair of hands.

    `key` is the id of a control root, the code of a country or the name of a category; None
    where nobody knows. `spend` is per year in the company's currency and `share` that of all
    known spending, 0..1. `services` are sorted by id; one may be in several buckets, its cost
    is split between them. `blast_radius` is that of the event behind the bucket, 0 where none is.
    """

    key: str | None
    spend: float
    share: float
    services: tuple[AssetId, ...]
    blast_radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """All buckets of one kind: the dearest first, then by services and id; the unknown one last.

    Below the first of `steps` concentration is low, above the second high.
    """

    buckets: tuple[Bucket, ...]
    steps: Row

    @property
    def hhi(self) -> float:
        """The sum of squared percentage shares, 0 to 10,000; the unknown is one bucket of it."""
        return sum((100 * one.share) ** 2 for one in self.buckets)

    @property
    def hhi_range(self) -> tuple[float, float]:
        """The same if the unknown were spread thin, and if it all lay in the largest hands."""
        known = [100 * one.share for one in self.buckets if one.key is not None]
        unknown = sum(100 * one.share for one in self.buckets if one.key is None)
        thin = sum(share**2 for share in known)
        largest = max(known, default=0.0)
        return thin, thin - largest**2 + (largest + unknown) ** 2

    @property
    def degree(self) -> Degree:
        """How the index is usually read."""
        low, high = self.steps
        if self.hhi < low:
            return Degree.LOW
        return Degree.MODERATE if self.hhi <= high else Degree.HIGH

    @property
    def of(self) -> Mapping[str, Bucket]:
        """The known buckets by key."""
        return {one.key: one for one in self.buckets if one.key is not None}


Category = Callable[[str], str | None]
"""For an id of the catalogue the category of what it names."""


@dataclass(frozen=True, eq=False)
class Concentration:
    """In whose hands the company's services and infrastructure lie; by each, when asked for."""

    every: EveryEvent
    roots: Sequence[tuple[int, ...]]
    category: Category
    spending: Spending

    @property
    def base(self) -> int:
        """How many services and how much infrastructure there are."""
        return len(self.spending.base)

    @property
    def spend(self) -> float:
        """What is known to be paid for them and their suppliers in a year."""
        return self.spending.whole

    @property
    def coverage(self) -> float:
        """The share of them, 0..1, whose cost is known."""
        return self.spending.coverage

    @cached_property
    def by_root(self) -> Spread:
        """By who has the last word over their suppliers."""
        return _by_root(self.every, self.spending, self.roots)

    @cached_property
    def by_country(self) -> Spread:
        """By the country of who has the last word."""
        return _by_country(self.every, self.spending, self.roots)

    @cached_property
    def by_hosting(self) -> Spread:
        """By where they are hosted: online services, and what else says so."""
        return _by_hosting(self.every, self.spending)

    @cached_property
    def by_category(self) -> Spread:
        """By what sort of thing the catalogue says they are."""
        return _by_category(self.every.structure, self.spending, self.category)


def no_category(_catalogue_id: str) -> str | None:
    """Return no category: for maps whose catalogue is not to be used."""
    return None


def concentration(
    every: EveryEvent,
    *,
    roots: Sequence[tuple[int, ...]] | None = None,
    category: Category = no_category,
) -> Concentration:
    """Return in whose hands the services and the infrastructure of a map lie."""
    structure = every.structure
    return Concentration(
        every=every,
        roots=control_roots(structure) if roots is None else roots,
        category=category,
        spending=Spending.of(structure),
    )


class _Sums:
    """Spending and services by key while they are added up."""

    def __init__(self, structure: Structure) -> None:
        self._steps = structure.landscape.settings.thresholds.hhi
        self.spend: dict[str | None, float] = {}
        self.services: dict[str | None, list[Sequence[AssetId]]] = {}

    def add(self, keys: Sequence[str | None], spend: float, services: Sequence[AssetId]) -> None:
        """Split an amount between some keys, and let each have all the services, sorted."""
        for key in keys:
            self.spend[key] = self.spend.get(key, 0.0) + spend / len(keys)
            self.services.setdefault(key, []).append(services)

    def spread(self, blast_radius: Callable[[str], float]) -> Spread:
        """Return the buckets that came about."""
        whole = sum(self.spend.values())
        buckets = [
            Bucket(
                key,
                spend,
                spend / whole if whole else 0.0,
                _united(self.services[key]),
                0.0 if key is None else blast_radius(key),
            )
            for key, spend in self.spend.items()
        ]
        return Spread(buckets=tuple(sorted(buckets, key=_order)), steps=self._steps)


def _united(services: Sequence[Sequence[AssetId]]) -> tuple[AssetId, ...]:
    """Return the services of several lists, each sorted, each once."""
    return tuple(services[0] if len(services) == 1 else sorted(set().union(*services)))


def _order(one: Bucket) -> tuple[bool, float, int, float, str]:
    return (
        one.key is None,
        -round(one.spend, 6),
        -len(one.services),
        -round(one.blast_radius, 9),
        one.key or "",
    )


def _by_supplier(books: Spending, keys: Callable[[int], Sequence[str | None]]) -> _Sums:
    """Add up what each supplier is paid and provides, by the keys that it falls under."""
    structure, services = books.structure, books.services
    sums = _Sums(structure)
    for supplier, spend in books.paid.items():
        sums.add(keys(supplier), spend, services[supplier])
    for item in books.alone:
        asset = structure.assets[item]
        services_alone = [asset.id] if asset.kind in SERVICES else []
        sums.add([None], books.cost(item) or 0.0, services_alone)
    return sums


def _by_root(every: EveryEvent, books: Spending, roots: Sequence[tuple[int, ...]]) -> Spread:
    structure, outcomes, number = every.structure, every.outcomes, every.number_of_asset
    ids, index, controlled = structure.ids, structure.index, structure.controlled

    def blast_radius(root: str) -> float:
        id = AssetId(root)
        if controlled[index[id]]:
            return every.blast_radius(Event(EventKind.CONTROL, root))
        return outcomes[number[id]].blast_radius

    sums = _by_supplier(books, lambda supplier: [ids[root] for root in roots[supplier]])
    return sums.spread(blast_radius)


def _by_country(every: EveryEvent, books: Spending, roots: Sequence[tuple[int, ...]]) -> Spread:
    assets = every.structure.assets
    sums = _by_supplier(books, lambda supplier: [assets[root].country for root in roots[supplier]])
    return sums.spread(lambda code: _radius(every, Event(EventKind.COUNTRY, code)))


def _by_hosting(every: EveryEvent, books: Spending) -> Spread:
    structure = every.structure
    sums = _Sums(structure)
    for item in books.base:
        asset = structure.assets[item]
        codes = sorted(set(asset.hosting_countries or ()))
        if codes or asset.kind in ONLINE_SERVICES:
            services = [asset.id] if asset.kind in SERVICES else []
            sums.add(codes or [None], books.cost(item) or 0.0, services)
    return sums.spread(lambda code: _radius(every, Event(EventKind.HOSTING, code)))


def _radius(every: EveryEvent, event: Event) -> float:
    return every.blast_radius(event) if event in every.number else 0.0


def _by_category(structure: Structure, books: Spending, category: Category) -> Spread:
    sums = _Sums(structure)
    inside: dict[str, list[int]] = {}
    for item in books.base:
        asset = structure.assets[item]
        name = category(asset.catalogue_id) if asset.catalogue_id else None
        if name is not None:
            inside.setdefault(name, []).append(item)
        services = [asset.id] if asset.kind in SERVICES else []
        sums.add([name], books.cost(item) or 0.0, services)
    radius = dict(zip(inside, _radii(structure, list(inside.values())), strict=True))
    return sums.spread(radius.__getitem__)


def _radii(structure: Structure, seeds: Sequence[Sequence[int]]) -> list[float]:
    """Return the weighted share of the processes that fail when each of these sets is down."""
    bits, weights = failing(structure, seeds) if seeds else [], structure.weights
    whole = sum(weights.values())
    return [
        sum(weight for process, weight in weights.items() if bits[process] >> number & 1) / whole
        if whole
        else 0.0
        for number in range(len(seeds))
    ]
