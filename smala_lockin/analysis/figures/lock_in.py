"""The lock-in index: how hard it is to leave a service, 0 (tomorrow) to 100 (captive).

Semantics, section 6. Each of eight factors is worth 0 to 1, as a range: its best and worst value
over all that the unknown facts could be, and the value assumed for them.

    indices = LockInIndices.of(structure, today=...)
    indices.services, indices.suppliers -> tuple[LockIn, ...]
    indices.factors(id) -> tuple[FactorReading, ...]
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from operator import attrgetter
from typing import NamedTuple

from smala_lockin.analysis.failure.structure import Structure
from smala_lockin.analysis.figures.exits import NOTICE_DAYS, RENEWAL_MONTHS
from smala_lockin.analysis.figures.lock_in_factors import (
    Left,
    Range,
    missing,
    months_to_exit,
    own_names,
    ranges_of,
)
from smala_lockin.analysis.recall import Recall
from smala_lockin.domain.assets import Asset, AssetId
from smala_lockin.domain.kinds import SERVICES, Need, Role
from smala_lockin.domain.landscape import Landscape
from smala_lockin.domain.settings import LockInFactor

Weights = Mapping[LockInFactor, float]
"""How much each factor counts."""

Alternatives = Callable[[str], Sequence[tuple[str, str]]]
"""For an id of the catalogue the names of what could take its place, and with what effort."""


class LockIn(NamedTuple):
    """The lock-in index of a service, or of a supplier: that of the service hardest to leave.

    `coverage` is the share of weight, 0..1, whose factors no unknown fact could change any more.
    `service` is the service it stands for; a supplier's bounds are the highest of all it provides.
    """

    asset: AssetId
    low: float
    assumed: float
    high: float
    coverage: float
    service: AssetId


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorReading:
    """What one factor adds to an index, values being 0..1.

    `points` is what its assumed value adds to the index, of at most `most`. `missing` are the
    facts nobody gave that could change it. `amount` is what was counted: the days of a
    replacement, how many substitutes, how many assets vitally depend on the service, the months
    to the next free exit; None where nothing is. `names` are the substitutes that the catalogue
    proposes beside the company's own.
    """

    factor: LockInFactor
    low: float
    assumed: float
    high: float
    points: float
    most: float
    missing: tuple[str, ...]
    amount: float | None = None
    names: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether no unknown fact could change it."""
        return self.low == self.high


def no_alternatives(_catalogue_id: str) -> Sequence[tuple[str, str]]:
    """Return no way out: for maps whose catalogue is not to be used."""
    return ()


@dataclass(frozen=True, eq=False)
class LockInIndices:
    """The lock-in index of every service and of every supplier of one, as of a day."""

    landscape: Landscape
    today: date
    weights: Weights
    alternatives: Alternatives
    recall: Recall

    @classmethod
    def of(
        cls,
        landscape: Landscape | Structure,
        *,
        today: date,
        weights: Weights | None = None,
        alternatives: Alternatives = no_alternatives,
        recall: Recall | None = None,
    ) -> "LockInIndices":
        """Return the indices of a landscape, with the weights of its settings unless given."""
        whole = landscape.landscape if isinstance(landscape, Structure) else landscape
        if weights is None:
            weights = {factor: row[0] for factor, row in whole.settings.weights.items()}
        return cls(
            landscape=whole,
            today=today,
            weights=weights,
            alternatives=alternatives,
            recall=recall or Recall(),
        )

    @cached_property
    def services(self) -> tuple[LockIn, ...]:
        """The index of every service, by id."""
        return tuple(self.recall.each(_indices, self.ranges, self._in_order).values())

    @cached_property
    def ranges(self) -> Mapping[AssetId, tuple[Range, ...]]:
        """The values of the factors of every service, by id."""
        assets, needed_by, vital = self.landscape.assets, self.landscape.needed_by, Need.VITAL
        left = {}
        for key in sorted([key for key, one in assets.items() if one.kind in SERVICES]):
            dependants = {one.source for one in needed_by[key] if one.need is vital}
            rows = tuple(self._rows(one)) if (one := assets[key]).catalogue_id is not None else ()
            left[key] = _left((one, len(dependants), rows))
        usual = self.landscape.settings.replacement_days
        return self.recall.each(ranges_of, left, usual, self.today)

    @cached_property
    def suppliers(self) -> tuple[LockIn, ...]:
        """The index of every supplier that provides a service, however badly, by id."""
        found: dict[AssetId, list[LockIn]] = {}
        of_service, provided = self.of_service, Role.PROVIDED_BY
        for one in self.landscape.dependencies.values():
            if one.role is provided and one.source in of_service:
                found.setdefault(one.target, []).append(of_service[one.source])
        return tuple(_highest(supplier, found[supplier]) for supplier in sorted(found))

    @cached_property
    def of_service(self) -> Mapping[AssetId, LockIn]:
        """The services' indices by asset."""
        return {one.asset: one for one in self.services}

    @cached_property
    def of_supplier(self) -> Mapping[AssetId, LockIn]:
        """The suppliers' indices by asset."""
        return {one.asset: one for one in self.suppliers}

    def factors(self, service: AssetId) -> tuple[FactorReading, ...]:
        """Return how the index of a service comes about, the heaviest factor first."""
        asset = self.landscape.assets[service]
        ranges, whole = self.ranges[asset.id], self._weight
        told = [
            FactorReading(
                factor=factor,
                low=low,
                assumed=assumed,
                high=high,
                points=100 * self.weights[factor] * assumed / whole if whole else 0.0,
                most=100 * self.weights[factor] / whole if whole else 0.0,
                missing=() if low == high else tuple(missing(asset, factor, self.today)),
                amount=self._amount(asset, factor),
                names=self._proposed(asset) if factor is LockInFactor.SUBSTITUTES else (),
            )
            for factor, (low, assumed, high) in zip(LockInFactor, ranges, strict=True)
        ]
        return tuple(sorted(told, key=lambda one: -one.most))

    def offered(self, service: AssetId) -> int:
        """Return how many ways out the catalogue knows beside the company's own substitutes."""
        return len(self._rows(self.landscape.assets[service]))

    def unknown(self, service: AssetId) -> tuple[tuple[str, ...], ...]:
        """Return the facts that could still change each unknown factor, the heaviest first."""
        asset, ranges = self.landscape.assets[service], self.ranges[service]
        return unknown_facts(asset, ranges, self._in_order, self.today)

    def spans(self, service: AssetId) -> Iterator[tuple[LockInFactor, float, float, float, float]]:
        """Yield for each factor its best, assumed and worst value, and the most it may add."""
        whole = self._weight or 1.0
        ranges = self.ranges[service]
        for factor, weight, span in zip(LockInFactor, self._in_order, ranges, strict=True):
            yield factor, *span, 100 * weight / whole

    @cached_property
    def _known(self) -> dict[str, Sequence[tuple[str, str]]]:
        """What of the catalogue was looked up already."""
        return {}

    @cached_property
    def _weight(self) -> float:
        return sum(self.weights[factor] for factor in LockInFactor)

    @cached_property
    def _in_order(self) -> tuple[float, ...]:
        return tuple(self.weights[factor] for factor in LockInFactor)

    def _days(self, asset: Asset) -> float:
        if asset.replacement_days is not None:
            return asset.replacement_days
        return self.landscape.settings.replacement_days[asset.kind][1]

    def _dependants(self, asset: Asset) -> int:
        needed_by, vital = self.landscape.needed_by[asset.id], Need.VITAL
        return len({one.source for one in needed_by if one.need is vital})

    def _rows(self, asset: Asset) -> Sequence[tuple[str, str]]:
        """Return what the catalogue proposes in place of an asset, less what the company named."""
        if asset.catalogue_id is None:
            return ()
        rows = self._known.get(asset.catalogue_id)
        if rows is None:
            rows = self._known[asset.catalogue_id] = self.alternatives(asset.catalogue_id)
        if not asset.substitutes:
            return rows
        own = own_names(asset)
        return [(name, effort) for name, effort in rows if name.casefold() not in own]

    def _proposed(self, asset: Asset) -> tuple[str, ...]:
        return tuple(name for name, _effort in self._rows(asset))

    def _amount(self, asset: Asset, factor: LockInFactor) -> float | None:
        match factor:
            case LockInFactor.REPLACEMENT:
                return self._days(asset)
            case LockInFactor.SUBSTITUTES:
                return len(own_names(asset))
            case LockInFactor.INTEGRATION:
                return self._dependants(asset)
            case LockInFactor.CONTRACT:
                return months_to_exit(asset, self.today, NOTICE_DAYS, RENEWAL_MONTHS)
            case _:
                return None


def unknown_facts(
    asset: Asset, ranges: Sequence[Range], weights: Sequence[float], today: date
) -> tuple[tuple[str, ...], ...]:
    """Return the facts that could still change each unknown factor, the heaviest first.

    `ranges` and `weights` are those of the factors in their order.
    """
    found = zip(LockInFactor, weights, ranges, strict=True)
    open_ones = [(weight, factor) for factor, weight, (low, _, high) in found if low != high]
    open_ones.sort(key=lambda one: -one[0])
    return tuple(tuple(missing(asset, factor, today)) for _, factor in open_ones)


def _indices(
    ranges: Mapping[AssetId, tuple[Range, ...]], weights: tuple[float, ...]
) -> dict[AssetId, LockIn]:
    """Return the index of each service whose factors have these values, `weights` in order."""
    whole = sum(weights) or 1.0
    return {asset: _index(asset, spans, weights, whole) for asset, spans in ranges.items()}


def _index(
    asset: AssetId, spans: tuple[Range, ...], weights: tuple[float, ...], whole: float
) -> LockIn:
    low = assumed = high = known = 0.0
    for weight, (best, usual, worst) in zip(weights, spans, strict=True):
        low += weight * best
        assumed += weight * usual
        high += weight * worst
        if best == worst:
            known += weight
    least, usual, most = 100 * low / whole, 100 * assumed / whole, 100 * high / whole
    made: LockIn = _lock_in((asset, least, usual, most, known / whole, asset))
    return made


def _highest(supplier: AssetId, provided: Sequence[LockIn]) -> LockIn:
    if len(provided) == 1:
        (decisive,) = provided
        alone: LockIn = _lock_in((supplier, *decisive[1:]))
        return alone
    decisive = max(provided, key=_decisive)
    low, high = max(map(_low, provided)), max(map(_high, provided))
    return LockIn(supplier, low, decisive.assumed, high, decisive.coverage, decisive.service)


_lock_in = partial(tuple.__new__, LockIn)  # of every service, and twice as fast
_left = partial(tuple.__new__, Left)
_low, _high = attrgetter("low"), attrgetter("high")
_decisive = attrgetter("assumed", "low", "high", "coverage")
